#!/usr/bin/env python3
"""Checks on random subsets of the samples that the graph is a function of the set of articles alone.

    merge_properties.py SAMPLES --program build/actorgraph [--seed 1] [--rounds 3]

Whatever the order of the articles, the number of threads, in how many shards they were read, and what was added and
removed in between: the exports have the same bytes.
"""
import argparse
import json
import random
import subprocess
import sys
import tempfile
from pathlib import Path

SHARDS = (1, 2, 7)


class Graphs:
    def __init__(self, program, folder):
        self.program = program
        self.folder = folder
        self.made = 0

    def run(self, *arguments):
        done = subprocess.run([str(self.program), *map(str, arguments)], capture_output=True, check=False)
        if done.returncode != 0:
            sys.exit(f"{' '.join(map(str, arguments))}: exit {done.returncode}\n{done.stderr.decode()}")
        return done.stdout

    def new_path(self):
        self.made += 1
        return self.folder / f"{self.made}.db"

    def build(self, articles, threads=1):
        path = self.new_path()
        self.run("build", "-q", "-j", threads, *articles, "-o", path)
        return path

    def exports(self, path):
        """All that a reader of the graph sees."""
        return [self.run("export", path, "-o", "-", "-f", form) for form in ("json", "graphml")] + [
            self.run("actors", path, "-f", "csv"), self.run("events", path, "--all", "-f", "jsonl")]


def split_articles(samples, folder):
    """One file an article, so that any subset can be read."""
    paths = sorted(samples.glob("*.txt"))
    for line in (samples / "articles.jsonl").read_text(encoding="utf-8").splitlines():
        path = folder / (json.loads(line)["id"] + ".jsonl")
        path.write_text(line + "\n", encoding="utf-8")
        paths.append(path)
    return paths


def check(what, graphs, path, expected, failures):
    if graphs.exports(path) != expected:
        failures.append(what)


def check_subset(graphs, subset, others, chance, failures):
    plain = graphs.build(subset)
    expected = graphs.exports(plain)
    shuffled = chance.sample(subset, len(subset))
    check("another order", graphs, graphs.build(shuffled), expected, failures)
    check("more threads", graphs, graphs.build(shuffled, threads=3), expected, failures)
    for count in SHARDS:
        shards = [graphs.build(shuffled[i::count]) for i in range(count) if shuffled[i::count]]
        merged = graphs.new_path()
        graphs.run("merge", "-q", *shards, "-o", merged)
        check(f"{count} shards", graphs, merged, expected, failures)
    if others:
        mixed = graphs.build(chance.sample(subset + others, len(subset) + len(others)))
        graphs.run("remove", "-q", mixed, *others)
        check("added and removed", graphs, mixed, expected, failures)
    # Removed and added again, into the same file.
    again = chance.choice(subset)
    graphs.run("remove", "-q", plain, again)
    graphs.run("build", "-q", again, "-o", plain)
    check("removed and added again", graphs, plain, expected, failures)


def main():
    parser = argparse.ArgumentParser(description="Checks that the graph is a function of the set of articles.")
    parser.add_argument("samples", type=Path)
    parser.add_argument("--program", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rounds", type=int, default=3)
    args = parser.parse_args()

    chance = random.Random(args.seed)
    failures = []
    with tempfile.TemporaryDirectory(prefix="merge-properties-") as name:
        graphs = Graphs(args.program.resolve(), Path(name))
        articles = split_articles(args.samples, Path(name))
        for number in range(args.rounds):
            subset = articles if number == 0 else chance.sample(articles, chance.randint(2, len(articles) - 1))
            found = []
            check_subset(graphs, subset, [path for path in articles if path not in subset], chance, found)
            failures += [f"round {number + 1}, {len(subset)} articles: {what} gives another graph" for what in found]
    for failure in failures:
        print(failure)
    print(f"{args.rounds} subsets, {len(failures)} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
