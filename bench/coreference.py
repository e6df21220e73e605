#!/usr/bin/env python3
"""Measures coreference against OntoGUM (whole documents) and GAP (he and she in encyclopedia paragraphs).

    bench/coreference.py DATA [--program build/actorgraph] [--data FOLDER] [--part dev|train] [--keep FOLDER]

DATA holds what is not part of the repository:
    corpora/coref/ontogum-dev.conll, ontogum-open-train.conll    https://github.com/amir-zeldes/gum, coref/ontogum
    corpora/coref/gap-development.tsv, gap-validation.tsv        https://github.com/google-research-datasets/gap-coreference
    bench/tools/score_coref.py                                   MUC, B-cubed and CEAF-e after Pradhan et al. 2014
--part dev takes OntoGUM dev and GAP development, train the other two; --data is the program's data folder; --keep leaves
what the program wrote, and what the scorer read, in FOLDER.

The program reads plain text, as from a news file. Where conventions differ:
- OntoGUM has no singletons: neither side's are scored. Mentions of one side alone are scored as missed or spurious.
- A mention is scored by its whole phrase, as OntoGUM marks it. A phrase that ends differently is missed and spurious.
- An appositive belongs to OntoGUM's phrase and is no mention: those, and titles before names, are left out of ours.
- OntoGUM links verbs and clauses ("they [attacked] ...; the attack"); ours are noun phrases, so those are missed.
The baseline takes the same mentions and puts those with the same head word into one cluster.

GAP asks of two names whether a pronoun stands for either: right where a mention of the pronoun's cluster has its head in
the name. Bias is feminine F1 by masculine F1. The baseline, same head words, links no pronoun to a name and would be 0;
in its place the nearer name before the pronoun is taken.
"""
import argparse
import csv
import json
import re
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PARTS = {
    "dev": ("ontogum-dev.conll", "gap-development.tsv"),
    "train": ("ontogum-open-train.conll", "gap-validation.tsv"),
}


def read_ontogum(path):
    """Documents as {"doc", "tokens", "mentions": [{"tokens", "chain"}]}."""
    documents = []
    opened = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#begin document"):
            documents.append({"doc": re.search(r"\((.*?)\)", line)[1], "tokens": [], "mentions": []})
            opened = []
        if not line or line.startswith("#"):
            continue
        document = documents[-1]
        _, form, marks = line.split("\t")
        at = len(document["tokens"])
        document["tokens"].append(form)
        for begin, chain, end in re.findall(r"(\()?(\d+)(\))?", marks):
            if begin:
                opened.append((chain, at))
            if end:
                last = max(i for i, (name, _) in enumerate(opened) if name == chain)
                chain, first = opened.pop(last)
                document["mentions"].append({"tokens": list(range(first, at + 1)), "chain": chain})
    return documents


def join_tokens(tokens):
    """The text of `tokens` as it would be written, and the byte span of each token."""
    text = ""
    spans = []
    glue = True
    quoted = False
    for i, form in enumerate(tokens):
        closes = form in {".", ",", ";", ":", "?", "!", ")", "]", "%", "’", "”", "..."} or (form == '"' and quoted)
        suffix = re.fullmatch(r"(?i)['’](s|re|ve|d|ll|m)|n['’]t|['’]", form) is not None
        hyphen = form in {"-", "/"} and i > 0 and tokens[i - 1][-1:].isalnum()
        if not glue and not closes and not suffix and not hyphen:
            text += " "
        begin = len(text.encode())
        text += form
        spans.append((begin, len(text.encode())))
        opens = form in {"(", "[", "“", "‘", "$", "£", "€", "#"} or (form == '"' and not quoted)
        glue = opens or (hyphen and i + 1 < len(tokens) and tokens[i + 1][:1].isalnum())
        if form == '"':
            quoted = not quoted
    return text, spans


def resolve(arguments, texts, folder, name):
    """The mentions of each text: those the program finds, with their entities."""
    source = folder / f"{name}.in.jsonl"
    source.write_text("".join(json.dumps({"id": str(i), "text": text}) + "\n" for i, text in enumerate(texts)),
                      encoding="utf-8")
    command = [arguments.program, "extract", source, "-f", "mentions", "-q"]
    if arguments.data:
        command += ["--data", arguments.data]
    run = subprocess.run([str(part) for part in command], stdout=subprocess.PIPE, check=False)
    if run.returncode != 0:
        sys.exit(f"error: {' '.join(map(str, command))} ended with {run.returncode}")
    (folder / f"{name}.mentions.jsonl").write_bytes(run.stdout)
    rows = [json.loads(line) for line in run.stdout.splitlines()]
    mentions = {row["document"]: row["mentions"] for row in rows}
    return [mentions[str(i)] for i in range(len(texts))]


def is_convention(mention):
    """Whether OntoGUM would not mark the mention: an appositive, or a title before a name."""
    reason = mention["reason"] or ""
    return reason == "apposition" or reason.startswith("title of ")


def to_rows(documents, layouts, resolved, chain_of):
    """Mentions in the scorer's form, without singletons and repeated phrases."""
    rows = []
    for document, (text, spans), mentions in zip(documents, layouts, resolved):
        phrases = {}
        for mention in mentions:
            if is_convention(mention):
                continue
            begin, end = mention["phrase"]
            tokens = tuple(i for i, span in enumerate(spans) if span[0] < end and span[1] > begin)
            phrases.setdefault(tokens, chain_of(mention, text))
        sizes = Counter(phrases.values())
        rows.append({"doc": document["doc"], "mentions": [{"tokens": list(tokens), "chain": chain}
                                                          for tokens, chain in phrases.items() if sizes[chain] > 1]})
    return rows


def entity_chain(mention, _):
    return str(mention["entity"])


def head_chain(mention, text):
    begin, end = mention["head"]
    return text.encode()[begin:end].decode().lower()


def score_ontogum(arguments, folder):
    documents = read_ontogum(arguments.folder / "corpora/coref" / PARTS[arguments.part][0])
    layouts = [join_tokens(document["tokens"]) for document in documents]
    resolved = resolve(arguments, [text for text, _ in layouts], folder, "ontogum")
    scorer = arguments.folder / "bench/tools/score_coref.py"
    gold = write_rows(folder / "ontogum.gold.jsonl", documents)
    print(f"OntoGUM {arguments.part:8} MUC    B3     CEAFe  CoNLL  mentions P/R")
    for label, chain_of in (("actorgraph", entity_chain), ("same head word", head_chain)):
        system = write_rows(folder / f"ontogum.{label.split()[0]}.jsonl", to_rows(documents, layouts, resolved, chain_of))
        command = [sys.executable, scorer, "--gold", gold, "--system", system, "--types", "ALL", "--per-document", "--json"]
        run = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=True)
        score = json.loads(run.stdout)
        parts = [score["muc"]["f1"], score["b3"]["f1"], score["ceafe"]["f1"], score["conll_f1"]]
        found = score["mentions"]
        print(f"{label:16} " + "  ".join(f"{part:.3f}" for part in parts)
              + f"  {found['precision']:.3f}/{found['recall']:.3f}")


def write_rows(path, rows):
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def stands_for(mentions, text, pronoun, name, offset):
    """Whether the pronoun at character `pronoun` is in a cluster with the name at character `offset`."""
    at = len(text[:pronoun].encode())
    begin = len(text[:offset].encode())
    end = begin + len(name.encode())
    entities = {m["entity"] for m in mentions if m["head"][0] <= at < m["head"][1]}
    return any(m["entity"] in entities for m in mentions if m["head"][0] < end and m["head"][1] > begin)


def f1(counts):
    found = 2 * counts["tp"]
    return found / (found + counts["fp"] + counts["fn"]) if found else 0.0


def score_gap(arguments, folder):
    path = arguments.folder / "corpora/coref" / PARTS[arguments.part][1]
    with path.open(encoding="utf-8", newline="") as file:
        examples = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    resolved = resolve(arguments, [example["Text"] for example in examples], folder, "gap")
    counts = {label: {group: Counter() for group in "amf"} for label in ("actorgraph", "nearest name")}
    for example, mentions in zip(examples, resolved):
        pronoun = int(example["Pronoun-offset"])
        offsets = {side: int(example[f"{side}-offset"]) for side in "AB"}
        before = [side for side in "AB" if offsets[side] < pronoun]
        nearest = max(before, key=offsets.get) if before else None
        gender = "f" if example["Pronoun"].lower() in {"she", "her", "hers"} else "m"
        for side in "AB":
            gold = example[f"{side}-coref"].upper() == "TRUE"
            said = {"actorgraph": stands_for(mentions, example["Text"], pronoun, example[side], offsets[side]),
                    "nearest name": side == nearest}
            for label, answer in said.items():
                key = ("tp" if gold else "fp") if answer else ("fn" if gold else "tn")
                for group in ("a", gender):
                    counts[label][group][key] += 1
    print(f"GAP {arguments.part:12} F1     masc.  fem.   bias   P/R")
    for label, groups in counts.items():
        every, male, female = (f1(groups[group]) for group in "amf")
        total = groups["a"]
        precision = total["tp"] / max(1, total["tp"] + total["fp"])
        recall = total["tp"] / max(1, total["tp"] + total["fn"])
        bias = female / male if male else 0.0
        print(f"{label:16} {every:.3f}  {male:.3f}  {female:.3f}  {bias:.3f}  {precision:.3f}/{recall:.3f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", metavar="DATA", type=Path)
    parser.add_argument("--program", type=Path, default=ROOT / "build/actorgraph")
    parser.add_argument("--data", type=Path)
    parser.add_argument("--part", choices=sorted(PARTS), default="dev")
    parser.add_argument("--keep", type=Path)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = arguments.keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        score_ontogum(arguments, folder)
        score_gap(arguments, folder)


if __name__ == "__main__":
    main()
