#!/usr/bin/env python3
"""Prints how often claims of a stated confidence are right: the reliability table of docs/quality.md.

    bench/calibration.py DATA CLAIMS.jsonl GOLD.jsonl [--values]

CLAIMS.jsonl is what `actorgraph extract` printed of GOLD.jsonl's sentences (`bench/quality.py --keep FOLDER` keeps it as
claims.jsonl); DATA is the folder described at the head of bench/quality.py, whose scorer says which claims are right.
--values groups by each confidence that occurs, not by tenths: what extract/confidence.cpp is set by.
"""
import argparse
import collections
import importlib.util
import json
from pathlib import Path


def load_scorer(path):
    spec = importlib.util.spec_from_file_location("score_claims", path)
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    return scorer


def read_json_lines(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def is_right(scorer, claim, gold_claims):
    subject, thing = scorer.text_of(claim["subject"]), scorer.text_of(claim["object"])
    return any(
        scorer.same_phrase(gold["subject"], subject)
        and scorer.same_phrase(gold["object"], thing)
        and scorer.same_relation(gold["relation"], claim["relation"]["lemma"])
        for gold in gold_claims
    )


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("claims", type=Path)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--values", action="store_true")
    args = parser.parse_args()
    scorer = load_scorer(args.data / "tools/score_claims.py")
    gold = {item["id"]: item["claims"] for item in read_json_lines(args.gold)}
    groups = collections.defaultdict(list)
    for claim in read_json_lines(args.claims):
        confidence = claim["confidence"]
        right = is_right(scorer, claim, gold[claim["document"]])
        groups[confidence if args.values else int(confidence * 10) / 10].append((confidence, right))
    total = sum(map(len, groups.values()))
    print("| confidence | claims | stated, mean | right |")
    print("|---|---:|---:|---:|")
    error = 0.0
    for low, found in sorted(groups.items()):
        stated = sum(confidence for confidence, _ in found) / len(found)
        right = sum(is_so for _, is_so in found) / len(found)
        error += abs(stated - right) * len(found) / total
        name = f"{low:.2f}" if args.values else f"{low:.1f} to {low + 0.1:.1f}"
        print(f"| {name} | {len(found)} | {stated:.2f} | {right:.2f} |")
    print(f"\nMean distance of stated and right, by claims: {error:.3f}")


if __name__ == "__main__":
    main()
