#!/usr/bin/env python3
"""Measures questions to a large graph file beside the same questions in networkx and in plain SQL.

    bench/graph_file_speed.py FILE [--program build/actorgraph] [--repeat 5] [--without-networkx]

FILE is made by make_graph_file. Prints a Markdown table in milliseconds: of the whole command, of its work
without the program's start (`--version`), of networkx on a graph that is in memory already (loading is a row
of its own), and of SQL written by hand for
the file's tables, in Python's sqlite3 module. Of several tries the fastest counts.
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
    """The actor with most edges, two that have ten, and a word that is rare; with the keys of their names."""
    def actors(order, limit):
        return db.execute("SELECT a.name, n.key FROM actor a JOIN actor_name n ON n.actor = a.number AND n.name = a.name "
                          f"{order} LIMIT {limit}").fetchall()

    hub = actors("ORDER BY a.out_edges DESC, a.number", 1)[0]
    few = actors("WHERE a.out_edges + a.in_edges = 10 ORDER BY a.number", 2)
    event, country = db.execute("SELECT o.plover, p.country FROM claim c JOIN code o ON o.number = c.code "
                                "JOIN place p ON p.number = c.place WHERE p.country <> '' LIMIT 1").fetchone()
    sentence = db.execute("SELECT text FROM sentence_text WHERE number = 1000").fetchone()[0]
    words = [word for word in sentence.split() if word.isalpha() and len(word) > 5]
    return {"hub": hub[0], "hub_key": hub[1], "one": few[0][0], "one_key": few[0][1], "other": few[1][0],
            "event": event, "country": country, "word": words[0]}


def questions(chosen):
    """Name, command, arguments after the file, SQL by hand on the file's tables with its values, or None."""
    hub, one, other = chosen["hub"], chosen["one"], chosen["other"]
    actor = "(SELECT actor FROM actor_name WHERE key = ?)"
    out = (f"e.number >= (SELECT first_edge FROM actor WHERE number = {actor}) AND "
           f"e.number < (SELECT first_edge + out_edges FROM actor WHERE number = {actor})")
    hub_key, one_key = chosen["hub_key"], chosen["one_key"]
    return [
        ("pattern: whom the busiest actor attacked, since, in", "query",
         [f"\"{hub}\" -[{chosen['event']}]-> ?x since 2023 in {chosen['country']}"],
         ("SELECT DISTINCT e.*, a.name FROM edge e JOIN actor a ON a.number = e.target "
          "JOIN edge_claim v ON v.edge = e.number JOIN claim c ON c.number = v.claim "
          "JOIN place p ON p.number = c.place JOIN term t ON t.number = e.type "
          f"WHERE {out} AND t.text = ? AND date(v.last * 86400, 'unixepoch') >= '2023-01-01' AND p.country = ? "
          "AND e.negated = 0 AND e.modality = 0", (hub_key, hub_key, chosen["event"], chosen["country"]))),
        ("pattern: two arrows between two actors", "query", [f"\"{one}\" -> ? -> \"{hub}\""],
         (f"SELECT e.*, b.* FROM edge e JOIN edge b ON b.source = e.target WHERE {out} AND b.target = {actor} "
          "AND e.negated = 0 AND b.negated = 0", (one_key, one_key, hub_key))),
        ("neighbors of the busiest actor", "neighbors", [hub, "-n", "20"],
         (f"SELECT other, sum(claims) AS n FROM (SELECT target AS other, claims FROM edge e WHERE {out} UNION ALL "
          f"SELECT source, claims FROM edge WHERE target = {actor}) GROUP BY other ORDER BY n DESC LIMIT 20",
          (hub_key, hub_key, hub_key))),
        ("path between two actors with ten edges", "path", [one, other], None),
        ("why: all between two actors", "why", [hub, one],
         (f"SELECT * FROM edge e JOIN edge_claim v ON v.edge = e.number WHERE {out} AND e.target = {actor}",
          (hub_key, hub_key, one_key))),
        ("search for a rare word", "search", [chosen["word"]],
         ("SELECT * FROM sentence_text WHERE text LIKE ?", (f"%{chosen['word']}%",))),
        ("top by PageRank", "top", ["--by", "pagerank", "-n", "20"], None),
        ("top by degree", "top", ["--by", "degree", "-n", "20"],
         ("SELECT one, count(*) AS n FROM (SELECT source AS one, target AS other FROM edge UNION "
          "SELECT target, source FROM edge) GROUP BY one ORDER BY n DESC LIMIT 20", ())),
        ("top by betweenness", "top", ["--by", "betweenness", "-n", "20"], None),
        ("communities", "communities", ["-n", "20"], None),
    ]


def load_networkx(db):
    import networkx

    graph = networkx.MultiDiGraph()
    for row in db.execute("SELECT a.name, b.name, l.text, t.text, e.first, date(e.last * 86400, 'unixepoch'), e.claims, "
                          "e.negated, e.modality FROM edge e JOIN actor a ON a.number = e.source "
                          "JOIN actor b ON b.number = e.target JOIN term l ON l.number = e.relation "
                          "LEFT JOIN term t ON t.number = e.type"):
        graph.add_edge(row[0], row[1], relation=row[2], event=row[3], first=row[4], last=row[5], weight=row[6],
                       asserted=not row[7] and row[8] == 0)
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
