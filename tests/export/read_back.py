#!/usr/bin/env python3
"""Read the exported nasty graph with its real readers and compare it, attribute by attribute.

    read_back.py WRITE_NASTY_GRAPH

WRITE_NASTY_GRAPH: the program that writes the graph into a folder. Exit code 77: a reader is not installed.
"""
import json
import math
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree
from collections import Counter
from pathlib import Path

SKIPPED = 77
FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

try:
    import igraph
    import networkx
except ImportError as error:
    print(f"skipped: {error}. Install python3-networkx and python3-igraph", file=sys.stderr)
    sys.exit(SKIPPED)


def read_expected(path):
    """{id: attributes} of nodes, {id: (source, target, attributes)} of edges."""
    nodes, edges, current = {}, {}, None
    text = lambda digits: bytes.fromhex(digits).decode("utf-8")
    read = {"text": text, "int": int, "double": float, "bool": lambda digit: digit == "1",
            "list": lambda items: [text(item) for item in items.split(",")]}
    for line in path.read_text(encoding="ascii").splitlines():
        kind, name, *rest = line.split(" ")
        if kind == "node":
            current = nodes[name] = {}
        elif kind == "edge":
            current = {}
            edges[name] = (rest[0], rest[1], current)
        else:
            current[name] = read[kind](rest[0])
    return nodes, edges


def xml_form(attributes):
    """What XML can carry of the attributes: no forbidden characters but those that JSON escapes in a list; an
    empty text is no value."""
    form = {}
    for name, value in attributes.items():
        if isinstance(value, list):
            value = json.loads(FORBIDDEN.sub("", json.dumps(value, ensure_ascii=False)))
        elif isinstance(value, str):
            value = FORBIDDEN.sub("", value)
        if value != "":
            form[name] = value
    return form


def with_lists(attributes):
    """The attributes with the JSON arrays read."""
    lists = ("aliases", "evidence")
    return {name: json.loads(value) if name in lists and isinstance(value, str) else value
            for name, value in attributes.items()}


def without_missing(attributes):
    """NaN and "" stand for a missing value; igraph gives every element every attribute, and floats for numbers."""
    missing = lambda value: value == "" or value is None or (isinstance(value, float) and math.isnan(value))
    return {name: value for name, value in attributes.items() if not missing(value)}


class Check:
    def __init__(self):
        self.failures = 0
        self.values = 0

    def equal(self, what, expected, got):
        self.values += 1
        if expected != got or type(expected) is bool and type(got) is not bool:
            self.failures += 1
            print(f"{what}:\n  expected {str(expected)[:300]!r}\n  got      {str(got)[:300]!r}", file=sys.stderr)

    def attributes(self, what, expected, got):
        self.equal(f"{what}: names", sorted(expected), sorted(got))
        for name in sorted(set(expected) & set(got)):
            self.equal(f"{what}: {name}", expected[name], got[name])


def check_networkx(check, what, graph, nodes, edges, form):
    check.equal(f"{what}: kind", (True, True), (graph.is_directed(), graph.is_multigraph()))
    check.equal(f"{what}: nodes", set(nodes), set(graph.nodes))
    check.equal(f"{what}: edges", Counter((s, t, i) for i, (s, t, _) in edges.items()),
                Counter(list(graph.edges(keys=True))))
    for node, attributes in nodes.items():
        check.attributes(f"{what}: {node}", form(attributes), with_lists(graph.nodes[node]))
    for edge, (source, target, attributes) in edges.items():
        check.attributes(f"{what}: {edge}", form(attributes), with_lists(graph.edges[source, target, edge]))


def check_igraph(check, what, graph, nodes, edges):
    check.equal(f"{what}: kind", True, graph.is_directed())
    check.equal(f"{what}: counts", (len(nodes), len(edges)), (graph.vcount(), graph.ecount()))
    for vertex in graph.vs:
        got = without_missing(vertex.attributes())
        check.attributes(f"{what}: {vertex['id']}", xml_form(nodes[got.pop("id")]), with_lists(got))
    for edge in graph.es:
        got = without_missing(edge.attributes())
        source, target, attributes = edges[got.pop("id")]
        check.equal(f"{what}: ends", (source, target), (graph.vs[edge.source]["id"], graph.vs[edge.target]["id"]))
        check.attributes(f"{what}: {edge['id']}", xml_form(attributes), with_lists(got))


GEXF = "{http://gexf.net/1.3}"


def read_gexf_elements(path, element):
    """{id: attributes} of the nodes or edges of a GEXF 1.3 file: those of the element and its columns, typed."""
    root = xml.etree.ElementTree.parse(path).getroot()
    kinds = {"boolean": lambda text: {"true": True, "false": False}[text], "long": int, "double": float,
             "string": str, "liststring": json.loads}
    columns = {}
    for attributes in root.iter(f"{GEXF}attributes"):
        if attributes.get("class") == element:
            columns = {item.get("id"): kinds[item.get("type")] for item in attributes}
    found = {}
    for item in root.iter(GEXF + element):
        values = dict(item.attrib)
        if "weight" in values:
            values["weight"] = int(values["weight"])
        for value in item.iter(f"{GEXF}attvalue"):
            values[value.get("for")] = columns[value.get("for")](value.get("value"))
        found[values.pop("id")] = values
    return found


def check_gexf(check, path, nodes, edges):
    """Every value of the file, and the days of its edges."""
    got = read_gexf_elements(path, "node")
    check.equal("gexf: nodes", set(nodes), set(got))
    for node, attributes in nodes.items():
        check.attributes(f"gexf: {node}", xml_form(attributes), without_missing(got[node]))
    got = read_gexf_elements(path, "edge")
    check.equal("gexf: edges", set(edges), set(got))
    for edge, (source, target, attributes) in edges.items():
        values = got[edge]
        days = re.findall(r"\d{4}-\d{2}-\d{2}", values.pop("timestamps", ""))
        check.equal(f"gexf: ends of {edge}", (source, target), (values.pop("source"), values.pop("target")))
        check.equal(f"gexf: days of {edge}", sorted(set(days)), days)
        if "first" in attributes and days:
            check.equal(f"gexf: first day of {edge}", attributes["first"], days[0])
        check.attributes(f"gexf: {edge}", xml_form(attributes), without_missing(values))
    check.equal("gexf: some edges have days", True, any("timestamps" in item for item in
                                                        read_gexf_elements(path, "edge").values()))


def gexf12_form(attributes):
    """networkx reads weights as floats."""
    form = xml_form(attributes)
    if "weight" in form:
        form["weight"] = float(form["weight"])
    return form


def main():
    check = Check()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        subprocess.run([sys.argv[1], name], check=True)
        nodes, edges = read_expected(folder / "expected.txt")
        check.equal("the fixture has parallel edges", True,
                    max(Counter((s, t) for s, t, _ in edges.values()).values()) >= 5)
        check.equal("the fixture has loops", True, any(s == t for s, t, _ in edges.values()))
        check.equal("kinds are unique between two nodes", len(edges),
                    len({(s, t, a["kind"]) for s, t, a in edges.values()}))
        for file in ("graph.graphml", "gephi.graphml"):
            graph = networkx.read_graphml(folder / file, force_multigraph=True)
            check_networkx(check, f"networkx {file}", graph, nodes, edges, xml_form)
            check_igraph(check, f"igraph {file}", igraph.Graph.Read_GraphML(str(folder / file)), nodes, edges)
        check_gexf(check, folder / "graph.gexf", nodes, edges)
        graph = networkx.read_gexf(folder / "graph12.gexf")
        for _, values in graph.nodes(data=True):
            del values["viz"]
        for values in [*graph.nodes.values(), *graph.edges.values()]:
            for name in [name for name, value in values.items() if name == "id" or value == ""]:
                del values[name]
        check_networkx(check, "networkx graph12.gexf", graph, nodes, edges, gexf12_form)
        for file, key in (("edges.json", "edges"), ("links.json", "links")):
            data = json.loads((folder / file).read_text(encoding="utf-8"))
            graph = networkx.node_link_graph(data, link=key)
            check_networkx(check, f"networkx {file}", graph, nodes, edges, dict)
        xml_edges = xml.etree.ElementTree.parse(folder / "gephi.graphml").iter("{http://graphml.graphdrawing.org/xmlns}edge")
        labels = {edge.get("id"): edge.get("label") for edge in xml_edges}
        check.equal("labels of gephi.graphml", {i: FORBIDDEN.sub("", a["label"]) for i, (_, _, a) in edges.items()},
                    labels)
    print(f"{len(nodes)} nodes, {len(edges)} edges, {check.values} values compared, {check.failures} differ")
    return 1 if check.failures else 0


if __name__ == "__main__":
    sys.exit(main())
