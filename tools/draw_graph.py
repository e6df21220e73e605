#!/usr/bin/env python3
"""Draws the main parts of an exported graph as the picture in README.md.

    tools/draw_graph.py graph.graphml docs/graph.svg [--edges 60]

Takes the asserted edges between named actors, those of the largest connected parts first. Needs Debian's python3-networkx and graphviz. The same graph gives the same picture.
"""
import argparse
import subprocess
import textwrap

import networkx

COLOURS = {
    "person": "#8fbbd9", "armed group": "#e58f8a", "group": "#efc28f", "government": "#9ccb9c", "country": "#74b37a",
    "organization": "#c3addb", "company": "#d8c9a3", "party": "#e8a5cf", "media": "#b9d7d4", "place": "#d5d5d5",
    "facility": "#c7b8a8",
}


def pick_edges(graph, most):
    named = {n for n, data in graph.nodes(data=True) if any(c.isupper() for c in data["label"])}
    edges = [(s, t, k, d) for s, t, k, d in graph.edges(keys=True, data=True)
             if s in named and t in named and s != t and not d["negated"] and d["modality"] == "asserted"]
    simple = networkx.Graph((s, t) for s, t, _, _ in edges)
    size_of = {node: (-len(part), min(part)) for part in networkx.connected_components(simple) for node in part}
    order = lambda e: (size_of[e[0]], -simple.degree(e[0]) - simple.degree(e[1]), e[0], e[1], e[2])
    return sorted(edges, key=order)[:most]


def quote(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def write_dot(graph, edges):
    nodes = sorted({end for s, t, _, _ in edges for end in (s, t)})
    lines = ['digraph { layout=neato; pack=24; len=2; overlap=false; sep="+24,16"; splines=curved; outputorder=edgesfirst; bgcolor=white;',
             'node [shape=box, style="rounded,filled", color="#666666", fontname="Helvetica", fontsize=11, margin="0.08,0.04"];',
             'edge [len=1.9, color="#888888", fontname="Helvetica", fontsize=9, fontcolor="#444444", arrowsize=0.6];']
    for node in nodes:
        data = graph.nodes[node]
        label = "\n".join(textwrap.wrap(data["label"], 20))
        lines.append(f'{quote(node)} [label={quote(label)}, fillcolor="{COLOURS.get(data.get("kind"), "#eeeeee")}"];')
    for s, t, _, data in edges:
        lines.append(f'{quote(s)} -> {quote(t)} [label={quote(data["label"])}];')
    return "\n".join(lines) + "\n}\n"


def main():
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("graph")
    args.add_argument("picture")
    args.add_argument("--edges", type=int, default=60)
    args = args.parse_args()
    graph = networkx.read_graphml(args.graph, force_multigraph=True)
    dot = write_dot(graph, pick_edges(graph, args.edges))
    form = args.picture.rsplit(".", 1)[-1]
    subprocess.run(["dot", "-T" + form, "-o", args.picture], input=dot, text=True, check=True)


if __name__ == "__main__":
    main()
