#!/usr/bin/env python3
"""Prints the error tables of docs/quality.md: which names and which relations go wrong.

    bench/errors.py names GOLD.jsonl FOUND.jsonl       news/names-dev.jsonl, and what `analyse -f names` says of it
    bench/errors.py trees GOLD.conllu FOUND.conllu     a treebank, and what `analyse --tokens` says of it
"""
import argparse
import collections
import json
from pathlib import Path


def character_offsets(text):
    """The character at which each byte of the text's UTF-8 stands."""
    offsets = []
    for i, character in enumerate(text):
        offsets += [i] * len(character.encode())
    return offsets + [len(text)]


def read_json_lines(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def print_names(gold_path, found_path):
    """Of each type: exact, right span and other type, other span, missed; and what was made up."""
    gold = {item["id"]: item for item in read_json_lines(gold_path)}
    counts = collections.defaultdict(collections.Counter)
    mistaken = collections.Counter()
    for item in read_json_lines(found_path):
        wanted = {(begin, end): kind for begin, end, kind in gold[item["document"]]["entities"]}
        offsets = character_offsets(gold[item["document"]]["text"])
        found = {(offsets[begin], offsets[end]): kind for begin, end, kind in item["entities"]}
        for span, kind in wanted.items():
            counts[kind]["in all"] += 1
            if span in found:
                right = found[span] == kind
                counts[kind]["exact" if right else "other type"] += 1
                if not right:
                    mistaken[kind, found[span]] += 1
            elif any(begin < span[1] and span[0] < end for begin, end in found):
                counts[kind]["other span"] += 1
            else:
                counts[kind]["missed"] += 1
        for span, kind in found.items():
            if not any(begin < span[1] and span[0] < end for begin, end in wanted):
                counts[kind]["made up"] += 1
    columns = ("in all", "exact", "other type", "other span", "missed", "made up")
    print("| type | " + " | ".join(columns) + " |\n|---|" + "---:|" * len(columns))
    for kind in sorted(counts, key=lambda kind: -counts[kind]["in all"]):
        print(f"| {kind} | " + " | ".join(str(counts[kind][column]) for column in columns) + " |")
    print("\n" + ", ".join(f"{a} taken for {b} {n}" for (a, b), n in mistaken.most_common(8)))


def read_words(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and line[0].isdigit())
    return [(cells[6], cells[7].split(":")[0]) for cells in rows if cells[0].isdigit()]


def print_trees(gold_path, found_path):
    """Of the relations that lose most words: how many, with a wrong head, with another relation."""
    gold, found = read_words(gold_path), read_words(found_path)
    if len(gold) != len(found):
        raise SystemExit(f"error: {gold_path} has {len(gold)} words, {found_path} {len(found)}")
    words = collections.Counter(relation for _, relation in gold)
    wrong_head = collections.Counter()
    mistaken = collections.defaultdict(collections.Counter)
    for (head, relation), (found_head, found_relation) in zip(gold, found):
        if relation != found_relation:
            mistaken[relation][found_relation] += 1
        elif head != found_head:
            wrong_head[relation] += 1
    lost = {relation: wrong_head[relation] + sum(mistaken[relation].values()) for relation in words}
    print("| relation | words | right | wrong head | other relation | most often |\n|---|---:|---:|---:|---:|---|")
    for relation in sorted(lost, key=lambda relation: -lost[relation])[:16]:
        others = ", ".join(f"{other} {n}" for other, n in mistaken[relation].most_common(3))
        right = 100 * (words[relation] - lost[relation]) / words[relation]
        print(f"| {relation} | {words[relation]} | {right:.1f} % | {wrong_head[relation]} | "
              f"{sum(mistaken[relation].values())} | {others} |")


def main():
    parser = argparse.ArgumentParser(description="Prints the error tables of docs/quality.md.")
    parser.add_argument("what", choices=("names", "trees"))
    parser.add_argument("gold", type=Path)
    parser.add_argument("found", type=Path)
    args = parser.parse_args()
    (print_names if args.what == "names" else print_trees)(args.gold, args.found)


if __name__ == "__main__":
    main()
