#!/usr/bin/env python3
"""Measures what the program gets right on the evaluation data, and prints the rows of docs/quality.md's table.

    bench/quality.py DATA [--program build/actorgraph] [--keep FOLDER]

DATA holds the data and its scorers, which are not part of the repository:
    tools/score_story.py, score_claims.py, score_names.py, score_ud.py
    gold/*.gold.json with the articles beside them     whole articles with their facts
    news/claims-dev.jsonl, names-dev.jsonl, trees-dev.conllu    single news sentences
    corpora/ud/en_ewt-ud-dev.conllu, en_gum-ud-dev.conllu       treebanks; from their tokens and from plain text
    corpora/ner/worldwide-newswire-eval-only.tsv, ner-dev.tsv   names of the types PER, ORG, LOC
"""
import argparse
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


class Runner:
    """Runs the program and the scorers; keeps their output in `folder`."""

    def __init__(self, program, data, folder):
        self.program = program
        self.data = data
        self.folder = folder

    def write(self, name, records):
        path = self.folder / name
        path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in records), encoding="utf-8")
        return path

    def run(self, name, *arguments):
        """The program's standard output, kept as `name`."""
        path = self.folder / name
        with path.open("wb") as out:
            run = subprocess.run([str(self.program), *map(str, arguments)], stdout=out, check=False)
        if run.returncode != 0:
            sys.exit(f"error: {self.program.name} {' '.join(map(str, arguments))} ended with {run.returncode}")
        return path

    def score(self, scorer, *arguments):
        command = [sys.executable, str(self.data / "tools" / scorer), *map(str, arguments)]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def read_json_lines(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def f1_of(report, label):
    """The F1 of the line that begins with `label`, as the scorer prints it."""
    return re.search(rf"^{re.escape(label)}\s+P .* F1\s+([\d.]+)", report, re.MULTILINE)[1]


def row(figure, value):
    print(f"| {figure} | {value} |", flush=True)


def measure_stories(runner):
    for gold in sorted((runner.data / "gold").glob("*.gold.json")):
        about = json.loads(gold.read_text(encoding="utf-8"))["document"]
        name = gold.name.removesuffix(".gold.json")
        dated = ["--published", about["published"]] if about.get("published") else []
        claims = runner.run(f"{name}.claims.jsonl", "extract", gold.with_name(name + ".txt"), *dated)
        row(f"article {name}: triples, F1", f1_of(runner.score("score_story.py", gold, claims), "triples"))


def measure_merging(runner):
    """All articles in one graph: their gold as one, in which named actors of one id are one."""
    articles, gold = [], {"actors": {}, "facts": []}
    for path in sorted((runner.data / "gold").glob("*.gold.json")):
        story = json.loads(path.read_text(encoding="utf-8"))
        name = path.name.removesuffix(".gold.json")
        article = {"id": name, "text": path.with_name(name + ".txt").read_text(encoding="utf-8")}
        if story["document"].get("published"):
            article["published"] = story["document"]["published"]
        articles.append(article)
        ids = {actor["id"]: global_id(actor, name) for actor in story["actors"]}
        for actor in story["actors"]:
            known = gold["actors"].setdefault(ids[actor["id"]], {**actor, "id": ids[actor["id"]], "names": []})
            known["names"] += actor["names"]
        for fact in story["facts"]:
            slots = {slot: [ids.get(entry, entry) for entry in fact[slot]] for slot in ("subject", "object")}
            gold["facts"].append({**fact, **slots, "id": f"{name}:{fact['id']}"})
    gold["actors"] = list(gold["actors"].values())
    gold_path = runner.folder / "articles.gold.json"
    gold_path.write_text(json.dumps(gold, ensure_ascii=False), encoding="utf-8")
    rows = runner.write("articles.jsonl", articles)
    claims = read_json_lines(runner.run("articles.claims.jsonl", "extract", rows))
    graph_file = runner.folder / "articles.db"
    graph_file.unlink(missing_ok=True)
    runner.run("articles.build.txt", "build", "-q", rows, "-o", graph_file)
    runner.run("articles.export.txt", "export", "-q", graph_file, "-o", runner.folder / "articles.graph.json")
    graph = json.loads((runner.folder / "articles.graph.json").read_text(encoding="utf-8"))
    ends = {claim: edge for edge in graph["edges"] for claim in edge["evidence"]}
    for claim in claims:
        if claim["id"] in ends:
            claim["subject"]["id"] = ends[claim["id"]]["source"]
            claim["object"]["id"] = ends[claim["id"]]["target"]
    nodes = runner.write("articles.nodes.jsonl", claims)
    report = runner.score("score_story.py", gold_path, nodes)
    row("all articles in one graph: merging of actors, B-cubed F1", re.search(r"B-cubed F1 ([\d.]+)", report)[1])


def global_id(actor, article):
    """Of a named actor its id, of any other its id in the article: "the parties" of two articles are two."""
    name = actor["names"][0].removeprefix("the ").removeprefix("The ")
    return actor["id"] if name[:1].isupper() else f"{article}:{actor['id']}"


def measure_claims(runner):
    gold = runner.data / "news/claims-dev.jsonl"
    sentences = [{"id": item["id"], "text": item["text"]} for item in read_json_lines(gold)]
    claims = runner.run("claims.jsonl", "extract", runner.write("claims-in.jsonl", sentences))
    report = runner.score("score_claims.py", gold, claims)
    for label in ("triples", "events", "types"):
        row(f"news sentences: {label}, F1", f1_of(report, label))
    for label in ("negated", "negation", "modality", "attribution"):
        match = re.search(rf"^{label}\s+(\d+/\d+)", report, re.MULTILINE)
        if match:
            row(f"news sentences: {label}, right of matched", match[1])


def measure_names(runner):
    gold = runner.data / "news/names-dev.jsonl"
    sentences = [{"id": item["id"], "text": item["text"]} for item in read_json_lines(gold)]
    found = runner.run("names.jsonl", "analyse", "-f", "names", runner.write("names-in.jsonl", sentences))
    report = runner.score("score_names.py", "score", gold, found)
    for label in ("all", "PERSON", "ORG", "GPE"):
        row(f"names in news sentences: {label}, F1", f1_of(report, label))


def measure_coarse_names(runner, name, path, source=""):
    """Names of the types PER, ORG and LOC, in the sentences of `source`, or in all."""
    gold = runner.folder / f"{path.stem}.{source or 'all'}.tsv"
    sentences = path.read_text(encoding="utf-8").split("\n\n")
    kept = [sentence for sentence in sentences if not source or f"# source = {source}\n" in sentence]
    gold.write_text("\n\n".join(kept) + "\n", encoding="utf-8")
    texts = runner.folder / f"{gold.stem}.jsonl"
    texts.write_text(runner.score("score_names.py", "prepare", gold), encoding="utf-8")
    found = runner.run(f"{gold.stem}.names.jsonl", "analyse", "-f", "names", texts)
    report = runner.score("score_names.py", "score", gold, found, "--coarse")
    for label in ("all", "PER", "ORG", "LOC"):
        row(f"{name}: {label}, F1", f1_of(report, label))


def measure_given_tokens(runner, name, path):
    found = runner.run(f"{path.stem}.tokens.conllu", "analyse", "--tokens", path)
    report = runner.score("score_ud.py", path, found)
    for label in ("upos", "lemma", "UAS", "LAS", "core args"):
        row(f"{name}, from its tokens: {label}, F1", f1_of(report, label))


def read_documents(path):
    """The documents of a CoNLL-U file, each as its lines."""
    documents = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# newdoc") or not documents:
            documents.append([])
        documents[-1].append(line)
    return documents


def text_of(document):
    """Its plain text, paragraphs divided by blank lines."""
    text = ""
    joint = ""
    for line in document:
        if line.startswith("# newpar") and text:
            joint = "\n\n"
        if line.startswith("# text = "):
            text += joint + line.removeprefix("# text = ")
            joint = " "
    return text


def measure_trees(runner, name, path):
    """Compares the documents that are analysed whole: what looks like a byline or page furniture is left out."""
    gold = read_documents(path)
    texts = [{"id": f"doc{i}", "text": text_of(document)} for i, document in enumerate(gold)]
    output = runner.run(f"{path.stem}.all.conllu", "analyse", runner.write(f"{path.stem}.jsonl", texts))
    system = {document[0].split()[-1]: document for document in read_documents(output)}
    kept = [i for i in range(len(gold)) if same_text(gold[i], system.get(f"doc{i}", []))]
    files = []
    for kind, documents in (("gold", [gold[i] for i in kept]), ("system", [system[f"doc{i}"] for i in kept])):
        files.append(runner.folder / f"{path.stem}.{kind}.conllu")
        files[-1].write_text("".join(line + "\n" for document in documents for line in document), encoding="utf-8")
    report = runner.score("score_ud.py", *files)
    row(f"{name}: documents compared", f"{len(kept)} of {len(gold)}")
    for label in ("tokens", "sentences", "upos", "lemma", "UAS", "LAS"):
        row(f"{name}: {label}, F1", f1_of(report, label))


def same_text(gold, system):
    return "".join(text_of(gold).split()) == "".join(text_of(system).split())


def main():
    parser = argparse.ArgumentParser(description="Measures the program on the evaluation data.")
    parser.add_argument("data", type=Path)
    parser.add_argument("--program", type=Path, default=ROOT / "build/actorgraph")
    parser.add_argument("--keep", type=Path, help="folder that keeps what the program wrote")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = args.keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        runner = Runner(args.program.resolve(), args.data.resolve(), folder)
        print("| figure | ours |\n|---|---:|")
        measure_stories(runner)
        measure_merging(runner)
        measure_claims(runner)
        measure_names(runner)
        measure_coarse_names(runner, "names in worldwide news", runner.data / "corpora/ner/worldwide-newswire-eval-only.tsv")
        measure_coarse_names(runner, "names in EWT dev", runner.data / "corpora/ner/ner-dev.tsv", "uner-ewt")
        treebanks = (
            ("EWT dev", runner.data / "corpora/ud/en_ewt-ud-dev.conllu"),
            ("GUM dev", runner.data / "corpora/ud/en_gum-ud-dev.conllu"),
            ("news trees", runner.data / "news/trees-dev.conllu"),
        )
        for name, path in treebanks:
            measure_given_tokens(runner, name, path)
        for name, path in treebanks[:2]:
            measure_trees(runner, f"{name}, from plain text", path)
    return 0


if __name__ == "__main__":
    sys.exit(main())
