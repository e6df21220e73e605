#!/usr/bin/env python3
"""Measures questions to a large graph file beside the same questions in networkx and in plain SQL.

    bench/graph_file_speed.py FILE [--program build/actorgraph] [--repeat 5] [--without-networkx]

FILE is made by make_graph_file. Prints a Markdown table in milliseconds: of the whole command, of its work
without the program's start (`--version`), of networkx on a graph that is in memory already (loading is a row
of its own), and of Python's sqlite3 module on the file's views. Of several tries the fastest counts.
"""
import argparse
import os
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent


def fastest(repeat, work):
    best = None
    for _ in range(repeat):
        started = time.perf_counter()
        work()
        taken = 1000 * (time.perf_counter() - started)
        best = taken if best is None or taken < best else best
    return best


def run(program, *arguments):
    done = subprocess.run([program, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                          check=False, env={**os.environ, "LC_ALL": "C.UTF-8"})
    if done.returncode != 0:
        sys.exit(f"error: {program} {' '.join(arguments)}\n{done.stderr}")
    return done.stdout


def choose(db):
    """The actor with most edges, two that have ten, and a word that is rare."""
    hub = db.execute("SELECT name FROM actors ORDER BY out_edges DESC, id LIMIT 1").fetchone()[0]
    few = [row[0] for row in db.execute("SELECT name FROM actors WHERE out_edges + in_edges = 10 ORDER BY id LIMIT 2")]
    event, country = db.execute("SELECT event, country FROM claims WHERE event IS NOT NULL AND country IS NOT NULL "
                                "LIMIT 1").fetchone()
    sentence = db.execute("SELECT text FROM sentences WHERE number = 1000").fetchone()[0]
    words = [word for word in sentence.split() if word.isalpha() and len(word) > 5]
    return {"hub": hub, "one": few[0], "other": few[1], "event": event, "country": country, "word": words[0]}


def questions(chosen):
    """Name, arguments of the program after the file, SQL with its values or None."""
    hub, one, other = chosen["hub"], chosen["one"], chosen["other"]
    asserted = "NOT negated AND modality = 'asserted'"
    return [
        ("pattern: whom the busiest actor attacked, since, in", "query",
         [f"\"{hub}\" -[{chosen['event']}]-> ?x since 2023 in {chosen['country']}"],
         ("SELECT DISTINCT e.* FROM edges e JOIN evidence v ON v.edge = e.id JOIN claims c ON c.id = v.claim "
          "WHERE e.source = ? AND e.event = ? AND v.last >= '2023-01-01' AND c.country = ? AND NOT e.negated "
          "AND e.modality = 'asserted'", (hub, chosen["event"], chosen["country"]))),
        ("pattern: two arrows between two actors", "query", [f"\"{one}\" -> ? -> \"{hub}\""],
         ("SELECT a.*, b.* FROM edges a JOIN edges b ON b.source_id = a.target_id WHERE a.source = ? AND b.target = ? "
          "AND NOT a.negated AND NOT b.negated", (one, hub))),
        ("neighbors of the busiest actor", "neighbors", [hub, "-n", "20"],
         (f"SELECT target, sum(claims) FROM edges WHERE source = ? AND {asserted} GROUP BY target UNION ALL "
          f"SELECT source, sum(claims) FROM edges WHERE target = ? AND {asserted} GROUP BY source", (hub, hub))),
        ("path between two actors with ten edges", "path", [one, other], None),
        ("why: all between two actors", "why", [hub, one],
         ("SELECT * FROM edges e JOIN evidence v ON v.edge = e.id WHERE e.source = ? AND e.target = ?", (hub, one))),
        ("search for a rare word", "search", [chosen["word"]],
         ("SELECT * FROM sentences WHERE text LIKE ?", (f"%{chosen['word']}%",))),
        ("top by PageRank", "top", ["--by", "pagerank", "-n", "20"], None),
        ("top by degree", "top", ["--by", "degree", "-n", "20"],
         (f"SELECT source, count(DISTINCT target_id) AS n FROM edges WHERE {asserted} GROUP BY source_id "
          "ORDER BY n DESC LIMIT 20", ())),
        ("top by betweenness", "top", ["--by", "betweenness", "-n", "20"], None),
        ("communities", "communities", ["-n", "20"], None),
    ]


def load_networkx(db):
    import networkx

    graph = networkx.MultiDiGraph()
    for row in db.execute("SELECT source, target, relation, event, first, last, claims, negated, modality FROM edges"):
        graph.add_edge(row[0], row[1], relation=row[2], event=row[3], first=row[4], last=row[5], weight=row[6],
                       asserted=not row[7] and row[8] == "asserted")
    return graph


def ask_networkx(graph, chosen):
    """The same questions on a graph in memory, by name; places and sentences are not in it."""
    import networkx

    hub, one, other = chosen["hub"], chosen["one"], chosen["other"]
    simple = {}

    def undirected():
        if "graph" not in simple:
            simple["graph"] = networkx.Graph((a, b) for a, b, e in graph.edges(data=True) if e["asserted"])
        return simple["graph"]

    def rank():
        try:
            networkx.pagerank(graph)
        except ImportError:  # without numpy and scipy
            networkx.algorithms.link_analysis.pagerank_alg._pagerank_python(networkx.DiGraph(graph))

    undirected()
    return {
        "pattern: whom the busiest actor attacked, since, in":
            lambda: [edge for edge in graph.out_edges(hub, data=True)
                     if edge[2]["event"] == chosen["event"] and (edge[2]["last"] or "") >= "2023"],
        "pattern: two arrows between two actors":
            lambda: [(a, b) for _, a in graph.out_edges(one) for b, _ in graph.in_edges(hub) if a == b],
        "neighbors of the busiest actor":
            lambda: (set(graph.successors(hub)) | set(graph.predecessors(hub))),
        "path between two actors with ten edges": lambda: networkx.shortest_path(undirected(), one, other),
        "top by PageRank": rank,
        "top by degree": lambda: sorted(undirected().degree(), key=lambda entry: -entry[1])[:20],
    }


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("file")
    parser.add_argument("--program", default=str(HERE.parent / "build" / "actorgraph"))
    parser.add_argument("--repeat", type=int, default=5)
    parser.add_argument("--without-networkx", action="store_true")
    options = parser.parse_args()
    db = sqlite3.connect(f"file:{options.file}?mode=ro", uri=True)
    chosen = choose(db)
    rows = questions(chosen)
    start = fastest(options.repeat, lambda: run(options.program, "--version"))
    others = {}
    if not options.without_networkx:
        started = time.perf_counter()
        graph = load_networkx(db)
        loading = 1000 * (time.perf_counter() - started)
        others = {name: fastest(1 if "PageRank" in name else options.repeat, work)
                  for name, work in ask_networkx(graph, chosen).items()}
        print(f"networkx loads the edges in {loading:,.0f} ms\n")
    print("| question | command, ms | work, ms | networkx, ms | SQL, ms |\n|---|---:|---:|---:|---:|")
    for name, command, arguments, sql in rows:
        taken = fastest(options.repeat, lambda: run(options.program, command, options.file, *arguments))
        in_sql = fastest(1, lambda: db.execute(*sql).fetchall()) if sql else None

        def cell(value):
            return "" if value is None else f"{value:,.1f}"

        print(f"| {name} | {cell(taken)} | {cell(max(0.0, taken - start))} | {cell(others.get(name))} | {cell(in_sql)} |")
    print(f"\nstart of the program: {start:.1f} ms")
    return 0


if __name__ == "__main__":
    sys.exit(main())
