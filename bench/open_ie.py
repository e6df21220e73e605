#!/usr/bin/env python3
"""Writes the claims of a list of sentences as rows for the scorers of open information extraction.

    bench/open_ie.py SENTENCES --shape binary|nary [--program build/actorgraph] [--data DIR] > ROWS.jsonl

SENTENCES: one tokenised sentence a line, its words parted by blanks (Penn tokens: `` '' -LRB- and so on); an id
and a tab may stand before it. The words go to `actorgraph extract --tokens` as they are, so that the slots of a
row are words of the line.

A row: {"id", "sentence", "confidence", "subject", "relation", "objects": [...]}.
  binary  one row for the object, one for the phrase that ends it and one for each further argument, whose preposition
          ends the relation: (Lind, left the city of, Oslo), (Lind, left the city on, Monday); what BenchIE asks for
  nary    one row a claim, its arguments as further objects: (Lind, left, Oslo, on Monday); one row for who says it:
          (Berg, said that, Lind left Oslo); and at half its confidence the claim again with the object's whole phrase,
          relative clauses and all: (Lind, left, Oslo, which was quiet); what CaRB asks for

Claims turn passives round and give verbs by their lemma; the rows give the words of the sentence back: auxiliaries,
articles, "X was seized by Y". A pronoun stays one. The extractor has one setting.
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
PARTICIPLE = re.compile("(ed|en|wn|elt|nt|ept|ost|ld|ught|ut|ing)$")
MODIFIERS = {"nmod", "acl", "appos"}
PREPOSITIONS = {"in", "on", "at", "by", "for", "with", "from", "to", "into", "of", "about", "against", "after", "before",
                "during", "since", "until", "under", "over", "through", "as", "between", "among", "near", "within",
                "without", "across", "around", "behind", "toward", "towards", "onto", "upon", "off", "along"}
LINKS = {"of", "in", "for", "on", "to", "from", "with", "at", "by"}
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
        self.heads, self.relations = [], []
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
    return with_quotes(line, found)


def with_quotes(line, tokens):
    """The tokens, with the quotation marks that close or open what is quoted in them."""
    words = [line.words[line.first[t]] for t in tokens]
    if words.count("``") > words.count("''") and tokens[-1] + 1 < len(line.tokens) \
            and line.words[line.first[tokens[-1] + 1]] == "''":
        return tokens + [tokens[-1] + 1]
    return tokens


def with_auxiliaries(line, token):
    """The auxiliaries and adverbs before a verb."""
    begin = at = token
    while at > 0 and (line.lower(at - 1) in AUXILIARIES | BETWEEN or line.lower(at - 1).endswith("ly")):
        at -= 1
        if line.lower(at) in AUXILIARIES:
            begin = at
    return list(range(begin, token))


def whole_phrase(line, tokens, taken):
    """The tokens of a slot with all that hangs behind it, unless that runs into the other slots."""
    tops = [t for t in tokens if line.heads[t] not in tokens]
    if len(tops) != 1:
        return tokens
    found = set(tokens)
    hanging = [t for t, head in enumerate(line.heads)
               if head == tops[0] and t > tops[0] and line.relations[t] in MODIFIERS]
    while hanging:
        found.update(hanging)
        hanging = [t for t, head in enumerate(line.heads) if head in found and head != tops[0] and t not in found]
    if found & taken or len(found) > 30:
        return tokens
    return list(range(min(found), max(found) + 1))


class Extraction:
    """A claim in the words of its sentence."""

    def __init__(self, line, claim):
        self.line = line
        self.speaker = slot_tokens(line, claim["attributed_to"]) if claim["attributed_to"] else []
        self.confidence = claim["confidence"]
        self.subject = slot_tokens(line, claim["subject"]) if (claim["subject"] or {}).get("text") else []
        self.object = slot_tokens(line, claim["object"]) if claim["object"] else []
        span = claim["relation"]["span"]
        begin, end = line.token_range(span)
        self.verb = [t for t in range(begin, end) if t not in self.subject and t not in self.object]
        self.stated = span[1] > span[0] and bool(self.verb)
        self.lemma = claim["relation"]["lemma"]
        self.relation = ""
        self.key, self.end = begin, end
        if self.stated:
            self.settle(begin)
        else:
            self.relation = re.sub(r"^be\b", "is", self.lemma)
        self.arguments = [with_quotes(line, list(range(*line.token_range(a["span"])))) for a in claim["arguments"]]
        self.of_noun = self.stated and self.is_of_noun(begin)

    def is_of_noun(self, begin):
        """Whether a noun says what happened: "Lind's decision", "the decision of Lind"."""
        if not self.subject or not self.object:
            return False
        owner = self.line.lower(self.subject[-1] + 1) if self.subject[-1] + 1 < len(self.line.tokens) else ""
        before = self.line.lower(self.subject[0] - 1) if self.subject[0] > begin else ""
        return (owner == "'s" and self.subject[-1] < begin) or before == "of" or self.line.lower(begin) == "'s"

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
        if self.lemma.split()[0] == "be" and not any(line.lower(t) in AUXILIARIES for t in self.verb) \
                and not PARTICIPLE.search(line.lower(self.verb[0])):
            self.relation = "is " + self.lemma[3:] if self.lemma != "be" else "is"  # "Lind, the mayor": no verb there


def free_arguments(found):
    """The arguments that are no part of the other slots."""
    taken = set(found.subject) | set(found.object) | set(found.verb)
    return [tokens for tokens in found.arguments if found.stated and not taken & set(tokens)]


def split_object(found, subject):
    """What the end of the object relates to, and the object without it: (troops, defeated attacks on, the hotel) and
    (troops, defeated, attacks)."""
    line, tokens = found.line, found.object
    inner = [i for i in range(1, len(tokens) - 1) if line.lower(tokens[i]) in LINKS]
    if not inner:
        return []
    at = inner[-1] + 1
    rows = [(subject, found.relation + " " + line.text(tokens[:at]), [line.text(tokens[at:])], 1)]
    if line.lower(tokens[at - 1]) != "of":  # an "of" is seldom left out: "members of the cabinet"
        rows.append((subject, found.relation, [line.text(tokens[:at - 1])], 1))
    return rows


def binary_rows(found, first):
    line = found.line
    if not found.subject or found.of_noun or (found.object and set(found.object) <= set(found.subject)):
        return []  # also "Minister Lind is minister"
    rows = []
    subject = line.text(found.subject)
    if found.object:
        rows.append((subject, found.relation, [line.text(found.object)], 1))
        rows += split_object(found, subject)
    if not first:  # "sent aid to Chad": what else is said of the sending, the row of "aid" says
        return rows
    for tokens in free_arguments(found):
        verb = found.relation + (" " + line.text(found.object) if found.object else "")
        preposition = tokens[:1] if len(tokens) > 1 and line.lower(tokens[0]) in PREPOSITIONS else []
        rows.append((subject, " ".join([verb, *filter(None, [line.text(preposition)])]),
                     [line.text(tokens[len(preposition):])], 1))
    return rows


def said_rows(found):
    line = found.line
    if not found.speaker or not found.stated:
        return []
    said = found.subject + found.verb + found.object + [t for tokens in free_arguments(found) for t in tokens]
    between = range(found.speaker[-1] + 1, min(found.subject + found.verb))
    if not 1 <= len(between) <= 4 or not any(line.lower(t).isalpha() for t in between):
        return []
    return [(line.text(found.speaker), line.text(between),
             [line.text(sorted(t for t in set(said) if t >= between.stop))], 1)]


def nary_rows(found, first):
    """Rows with the share of the claim's confidence that they deserve."""
    line = found.line
    if not found.subject:
        return []
    subject = line.text(found.subject)
    arguments = [line.text(tokens) for tokens in free_arguments(found)]
    rows = said_rows(found)
    if found.object:
        rows.append((subject, found.relation, [line.text(found.object), *arguments], 1))
        whole = whole_phrase(line, found.object, set(found.subject) | set(found.verb))
        rows.append((subject, found.relation, [line.text(whole), *arguments], 0.5))
    elif arguments:
        rows.append((subject, found.relation, arguments, 1))
    return rows


def run(command, text):
    done = subprocess.run(command, input=text.encode(), stdout=subprocess.PIPE, check=False)
    if done.returncode != 0:
        sys.exit(f"error: {' '.join(command)} ended with {done.returncode}")
    return done.stdout.decode()


def read_trees(conllu, lines):
    for block in conllu.split("\n\n"):
        rows = [row.split("\t") for row in block.splitlines() if row[:1].isdigit()]
        name = re.search("^# newdoc id = (.*)$", block, re.MULTILINE)
        if name:
            lines[name[1]].heads = [int(row[6]) - 1 for row in rows]
            lines[name[1]].relations = [row[7].split(":")[0] for row in rows]


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
    words = "".join(line.conllu() for line in lines.values())
    read_trees(run(command + ["-f", "conllu"], words), lines)
    found = [Extraction(lines[claim["document"]], claim)
             for claim in map(json.loads, run(command, words).splitlines())]
    shortest = {}  # the claim of each verb and subject that says least beyond the verb
    for one in found:
        key = (one.line.id, one.key, tuple(one.subject))
        shortest[key] = min(shortest.get(key, one.end), one.end)
    written = set()
    for one in found:
        first = one.end == shortest[one.line.id, one.key, tuple(one.subject)]
        for subject, relation, objects, share in (binary_rows if options.shape == "binary" else nary_rows)(one, first):
            row = {"id": one.line.id, "sentence": one.line.sentence, "confidence": round(one.confidence * share, 3),
                   "subject": subject, "relation": relation, "objects": objects}
            key = (one.line.id, subject, relation, *objects)
            if key not in written:
                written.add(key)
                print(json.dumps(row, ensure_ascii=False))


if __name__ == "__main__":
    main()
