#!/usr/bin/env python3
"""Writes the claims of a list of sentences as rows for the scorers of open information extraction.

    bench/open_ie.py SENTENCES --shape binary|nary [--program build/actorgraph] [--data DIR] > ROWS.jsonl

SENTENCES: one tokenised sentence a line, its words parted by blanks (Penn tokens: `` '' -LRB- and so on); an id
and a tab may stand before it. The words go to `actorgraph extract --tokens` as they are, so that the slots of a
row are words of the line.

A row: {"id", "sentence", "confidence", "subject", "relation", "objects": [...]}.
  binary  one row for the object and one for each further argument, whose preposition ends the relation:
          (Lind, left Oslo on, Monday); what BenchIE asks for
  nary    one row a claim, its arguments as further objects: (Lind, left, Oslo, on Monday); what CaRB asks for

Claims turn passives round and give verbs by their lemma; the rows give the words of the sentence back: auxiliaries,
articles, "X was seized by Y". A pronoun stays one. Nothing else is changed, and the extractor has one setting.
"""
import argparse
import bisect
import json
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PLAIN = {"``": '"', "''": '"', "`": "'", "-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "-LCB-": "{",
         "-RCB-": "}"}
BE = {"be", "is", "are", "was", "were", "been", "being", "am", "'s", "'re", "'m"}
AUXILIARIES = BE | {"has", "have", "had", "having", "do", "does", "did", "will", "would", "can", "could", "may",
                    "might", "must", "should", "shall", "'ve", "'d", "'ll", "ca", "wo"}
BETWEEN = {"not", "n't", "also", "never", "still", "already", "often", "later", "then", "first", "now", "originally",
           "subsequently", "eventually", "finally", "usually", "generally"}
ARTICLES = {"the", "a", "an"}


class Line:
    """One sentence: its words, and the tokens that the extractor is given for them."""

    def __init__(self, number, line):
        head, tab, rest = line.rstrip("\n").partition("\t")
        self.id = head if tab else str(number)
        self.words = (rest if tab else head).split()
        self.sentence = rest if tab else head
        self.tokens, self.first = [], []  # the form of a token, and its first word
        at = 0
        while at < len(self.words):
            self.first.append(at)
            form = self.plain(at)
            at += 1
            while at + 1 < len(self.words) and self.words[at] == "-" and form[-1].isalnum() \
                    and self.words[at + 1][0].isalnum():
                form += "-" + self.plain(at + 1)  # "low - level"
                at += 2
            self.tokens.append(form)
        self.first.append(len(self.words))
        self.begins = []  # bytes
        offset = 0
        for form in self.tokens:
            self.begins.append(offset)
            offset += len(form.encode()) + 1

    def plain(self, at):
        return PLAIN.get(self.words[at], self.words[at])

    def conllu(self):
        rows = "".join(f"{i}\t{form}" + "\t_" * 8 + "\n" for i, form in enumerate(self.tokens, 1))
        return f"# newdoc id = {self.id}\n{rows}\n"

    def token_range(self, span):
        begin = bisect.bisect_right(self.begins, span[0]) - 1
        return begin, max(bisect.bisect_left(self.begins, span[1]), begin + 1)

    def lower(self, token):
        return self.tokens[token].lower()

    def text(self, tokens):
        return " ".join(" ".join(self.words[self.first[t]:self.first[t + 1]]) for t in tokens)


def slot_tokens(line, node):
    """The tokens of a slot, with the article before it. Where the claim names another word for it (a pronoun that
    was resolved), those that stand in the sentence."""
    begin, end = line.token_range(node["span"])
    wanted, found = node["text"].split(), []
    for token in range(begin, end):
        if len(found) < len(wanted) and line.tokens[token] == wanted[len(found)]:
            found.append(token)
    if len(found) < len(wanted):
        found = list(range(begin, end))
    if found and found[0] > 0 and line.lower(found[0] - 1) in ARTICLES:
        found.insert(0, found[0] - 1)
    return found


def with_auxiliaries(line, token):
    """The auxiliaries and adverbs before a verb."""
    begin = at = token
    while at > 0 and (line.lower(at - 1) in AUXILIARIES | BETWEEN or line.lower(at - 1).endswith("ly")):
        at -= 1
        if line.lower(at) in AUXILIARIES:
            begin = at
    return list(range(begin, token))


class Extraction:
    """A claim in the words of its sentence."""

    def __init__(self, line, claim):
        self.line = line
        self.confidence = claim["confidence"]
        self.subject = slot_tokens(line, claim["subject"]) if (claim["subject"] or {}).get("text") else []
        self.object = slot_tokens(line, claim["object"]) if claim["object"] else []
        span = claim["relation"]["span"]
        begin, end = line.token_range(span)
        self.verb = [t for t in range(begin, end) if t not in self.subject and t not in self.object]
        self.stated = span[1] > span[0] and bool(self.verb)
        self.lemma = claim["relation"]["lemma"]
        self.relation = ""
        self.key = begin
        if self.stated:
            self.settle(begin)
        else:
            self.relation = re.sub(r"^be\b", "is", self.lemma)
        self.arguments = [line.token_range(a["span"]) for a in claim["arguments"]]

    def settle(self, begin):
        line, verb = self.line, self.verb
        auxiliaries = with_auxiliaries(line, begin)
        passive = self.object and self.subject and self.object[0] < begin < self.subject[0]
        if passive and line.lower(self.subject[0] - 1) == "by":
            self.subject, self.object = self.object, self.subject
            verb = verb + [t for t in range(verb[-1] + 1, self.object[0]) if t < verb[-1] + 3]
            if verb[-1] != self.object[0] - 1:
                verb = verb[:1] + [self.object[0] - 1]
        elif not self.subject and self.object and self.object[0] < begin:
            self.subject, self.object = self.object, []
        self.verb = auxiliaries + verb
        self.relation = line.text(self.verb)
        if self.lemma.startswith("be ") and self.verb == [begin] and line.lower(begin) not in AUXILIARIES:
            self.relation = "is " + self.lemma[3:]  # "Lind's brother": no verb stands there


def binary_rows(found):
    line = found.line
    rows = []
    if not found.subject:
        return rows
    subject = line.text(found.subject)
    if found.object:
        rows.append((subject, found.relation, [line.text(found.object)]))
    for begin, end in found.arguments if found.stated else []:
        tokens = list(range(begin, end))
        if set(tokens) & set(found.object) or set(tokens) & set(found.subject) or set(tokens) & set(found.verb):
            continue
        verb = found.relation + (" " + line.text(found.object) if found.object else "")
        preposition = tokens[:1] if len(tokens) > 1 and line.lower(begin) in PREPOSITIONS else []
        filler = tokens[len(preposition):]
        rows.append((subject, (verb + " " + line.text(preposition)).strip(), [line.text(filler)]))
    return rows


def nary_rows(found):
    line = found.line
    if not found.subject:
        return []
    objects = [line.text(found.object)] if found.object else []
    for begin, end in found.arguments if found.stated else []:
        tokens = range(begin, end)
        if set(tokens) & (set(found.object) | set(found.subject) | set(found.verb)):
            continue
        objects.append(line.text(tokens))
    return [(line.text(found.subject), found.relation, objects)] if objects else []


PREPOSITIONS = {"in", "on", "at", "by", "for", "with", "from", "to", "into", "of", "about", "against", "after", "before",
                "during", "since", "until", "under", "over", "through", "as", "between", "among", "near", "within",
                "without", "across", "around", "behind", "toward", "towards", "onto", "upon", "off", "along"}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sentences", type=Path)
    parser.add_argument("--shape", choices=("binary", "nary"), required=True)
    parser.add_argument("--program", type=Path, default=ROOT / "build" / "actorgraph")
    parser.add_argument("--data", type=Path, help="folder of the models and lexicons")
    options = parser.parse_args()

    lines = {}
    for number, text in enumerate(options.sentences.read_text(encoding="utf-8").splitlines(), 1):
        if text.strip():
            line = Line(number, text)
            lines[line.id] = line
    command = [str(options.program), "extract", "--tokens", "-", "-q"]
    if options.data:
        command += ["--data", str(options.data)]
    run = subprocess.run(command, input="".join(line.conllu() for line in lines.values()).encode(),
                         stdout=subprocess.PIPE, check=False)
    if run.returncode != 0:
        sys.exit(f"error: {' '.join(command)} ended with {run.returncode}")
    written = set()
    for claim in map(json.loads, run.stdout.decode().splitlines()):
        line = lines[claim["document"]]
        found = Extraction(line, claim)
        for subject, relation, objects in (binary_rows if options.shape == "binary" else nary_rows)(found):
            row = {"id": line.id, "sentence": line.sentence, "confidence": found.confidence, "subject": subject,
                   "relation": relation, "objects": objects}
            key = (line.id, subject, relation, *objects)
            if key not in written:
                written.add(key)
                print(json.dumps(row, ensure_ascii=False))


if __name__ == "__main__":
    main()
