#!/usr/bin/env python3
"""Compares the communities that the program finds with those that igraph's Leiden finds, by modularity.

    communities_reference.py --program build/actorgraph --samples samples/

Skipped (exit 77) where python3-igraph is not installed.
"""
import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

try:
    import igraph
except ImportError:
    sys.exit(77)

MOST_WORSE = 0.01


def run(program, *arguments):
    return subprocess.run([program, *map(str, arguments)], check=True, capture_output=True, text=True).stdout


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    parser.add_argument("--samples", required=True)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        story = Path(name) / "story.db"
        run(options.program, "build", "-q", *sorted(Path(options.samples).glob("*.txt")), "-o", story)
        run(options.program, "export", story, "-o", story.with_suffix(".json"))
        data = json.loads(story.with_suffix(".json").read_text(encoding="utf-8"))
        rows = run(options.program, "communities", story, "--members", "-f", "jsonl").splitlines()
    of = {row["id"]: row["community"] for row in map(json.loads, rows)}
    number = {node["id"]: i for i, node in enumerate(data["nodes"])}
    links = {}
    for edge in data["edges"]:
        ends = tuple(sorted((number[edge["source"]], number[edge["target"]])))
        if not edge["negated"] and edge["modality"] == "asserted" and ends[0] != ends[1]:
            links[ends] = links.get(ends, 0) + edge["weight"]
    graph = igraph.Graph(n=len(number), edges=list(links))
    weights = list(links.values())
    alone = iter(range(10**6, 10**7))
    ours = graph.modularity([of.get(node["id"]) or next(alone) for node in data["nodes"]], weights=weights)
    theirs = graph.community_leiden("modularity", weights=weights, n_iterations=-1)
    theirs = graph.modularity(theirs, weights=weights)
    print(f"modularity {ours:.4f}, igraph's {theirs:.4f}")
    return 0 if ours >= theirs - MOST_WORSE else 1


if __name__ == "__main__":
    sys.exit(main())
