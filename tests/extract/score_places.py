#!/usr/bin/env python3
"""Score the places that actorgraph finds against a table of cases.

    score_places.py CASES.tsv --actorgraph PROGRAM [--floor 0.9] [--misses]

CASES.tsv: sentence, words of the place, country ("?" none, "-" no place), first-order region or empty, kind; see its
header. Every sentence is a document of its own. Prints how often the country is right, and of the places with the right
country the region and the kind; ends with 1 where the country is right less often than --floor.
"""
import argparse
import json
import subprocess
import sys
from collections import defaultdict


def read_cases(path):
    cases = []
    with open(path, encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if line.startswith("#") or not line.strip():
                continue
            fields = line.rstrip("\n").split("\t")
            if len(fields) != 5:
                sys.exit(f"{path}:{number}: {len(fields)} columns, expected 5")
            cases.append(fields)
    return cases


def find_places(program, cases):
    articles = "".join(json.dumps({"id": str(i), "text": case[0]}) + "\n" for i, case in enumerate(cases))
    done = subprocess.run([program, "extract", "-", "-f", "places", "-q"], input=articles, text=True,
                          stdout=subprocess.PIPE, check=True)
    places = defaultdict(list)
    for line in done.stdout.splitlines():
        place = json.loads(line)
        places[int(place["document"])].append(place)
    return places


def main():
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("cases")
    args.add_argument("--actorgraph", required=True)
    args.add_argument("--floor", type=float, default=0)
    args.add_argument("--misses", action="store_true", help="list the cases that are wrong")
    args = args.parse_args()
    cases = read_cases(args.cases)
    places = find_places(args.actorgraph, cases)
    right = defaultdict(int)
    asked = defaultdict(int)
    for i, (sentence, words, country, region, kind) in enumerate(cases):
        found = [place for place in places[i] if words == place["text"] or words in place["text"].split(" ")
                 or place["text"] in words]
        place = max(found, key=lambda place: (words == place["text"], len(place["text"])), default=None)
        got = "-" if place is None else place["country"] or "?"
        asked["country"] += 1
        wrong = []
        if got == country:
            right["country"] += 1
        else:
            wrong.append(f"{got}, expected {country}")
        if got == country and place is not None:
            for key, expected in (("region", region), ("kind", kind)):
                if expected:
                    asked[key] += 1
                    right[key] += place[key] == expected
                    if place[key] != expected:
                        wrong.append(f"{place[key]}, expected {expected}")
        if wrong and args.misses:
            print(f"{words}: {'; '.join(wrong)} | {sentence}")
    for key in ("country", "region", "kind"):
        print(f"{key} {right[key]}/{asked[key]} {right[key] / max(1, asked[key]):.3f}")
    if right["country"] < args.floor * asked["country"]:
        sys.exit(1)


if __name__ == "__main__":
    main()
