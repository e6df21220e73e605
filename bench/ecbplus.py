#!/usr/bin/env python3
"""Measures the merging of events and participants across documents against ECB+.

    bench/ecbplus.py DATA [--program build/actorgraph] [--data FOLDER] [--keep FOLDER]

DATA holds what is not part of the repository:
    bench/ecbplus/documents.jsonl   A. Cybulska, P. Vossen, Using a sledgehammer to crack a nut?, LREC 2014 (ECB+)
    bench/tools/score_coref.py      MUC, B-cubed and CEAF-e after Pradhan et al. 2014
--data is the program's data folder; --keep leaves what the program wrote, and what the scorer read, in FOLDER.

A text is put together of a document's tokens, a line a sentence. The program reads all texts at once and finds by itself
which tell the same story: neither topics nor subtopics of the gold are given to it. Printed is CoNLL F1, and its parts, of
- gold mentions: an event is in the chain of our act (extract -f events) at that place. One that no claim covers goes to
  the largest act of its story with the same word or a synonym, else with its like of that story. A participant, place or
  time is in the chain of its story with the same last word: of our actor's name (-f mentions) where it is a name or a
  pronoun, else of its own phrase.
- own mentions: ours are the first content word of each claim's relation, and each mention's head; those of sentences that
  the gold leaves unannotated are dropped. Only mentions of the same tokens as the gold's are counted as found.
The baseline puts mentions with the same stem of the head word into one chain: overall, in each gold topic, and (what no
system is given) in each gold subtopic.
"""
import argparse
import collections
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from coreference import join_tokens, write_rows

ROOT = Path(__file__).resolve().parent.parent
TYPES = {"ACTION": ("ACTION", "NEG_ACTION"), "HUMAN": ("HUMAN",), "LOC": ("LOC",), "TIME": ("TIME",)}
LIGHT = frozenset("""a an and as at be been being by for from had has have her his in into is it its of off on or our out over
    that the their them they this those these to up was were which who whom whose will with would""".split())
SUFFIXES = frozenset(["jr", "sr", "ii", "iii", "iv"])
PARTICIPANTS = frozenset(["person", "group", "armed group", "government", "organization", "company", "party", "media"])
ENDINGS = ("ings", "ing", "ers", "er", "ed", "es", "s", "ments", "ment", "ions", "ion", "ation", "al", "e")


def stem(word):
    word = word.lower()
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[:-len(ending)]
            break
    if len(word) > 3 and word[-1] == word[-2]:
        word = word[:-1]
    return word[:-1] + "i" if word.endswith("y") else word


def head_of(document, mention):
    """The token that the mention turns on: the first content word of an event, the last of a phrase."""
    tokens = sorted(mention["tokens"])
    content = [i for i in tokens if document["tokens"][i].lower() not in LIGHT] or tokens
    return content[0] if "ACTION" in mention["type"] else content[-1]


def lay_out(document):
    """The text of a document, a line a sentence, and the byte span of each token."""
    sentences = collections.defaultdict(list)
    for i, number in enumerate(document["sentence_of_token"]):
        sentences[number].append(i)
    text = ""
    spans = [None] * len(document["tokens"])
    for number in sorted(sentences):
        if text:
            text += "\n"
        offset = len(text.encode())
        line, places = join_tokens([document["tokens"][i] for i in sentences[number]])
        for i, (begin, end) in zip(sentences[number], places):
            spans[i] = (begin + offset, end + offset)
        text += line
    return text, spans


def run(arguments, source, form, target, read=None):
    command = [arguments.program, "extract", source, "-f", form, "-q"]
    if arguments.data:
        command += ["--data", arguments.data]
    with target.open("wb") as file:
        ended = subprocess.run([str(part) for part in command], stdout=file, check=False)
    if ended.returncode != 0:
        sys.exit(f"error: {' '.join(map(str, command))} ended with {ended.returncode}")
    if read:
        return read(target)
    with target.open(encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def read_classes(folder):
    """Words that name the same act, as the program has them: lemma to the name of its class."""
    def rows(name):
        lines = (folder / name).read_text(encoding="utf-8").splitlines()
        return [line.split("\t") for line in lines if line and not line.startswith("#")]

    classes = {}
    for _, listed in rows("events/relation_classes.tsv"):
        lemmas = listed.split(",")
        classes.update((lemma, lemmas[0]) for lemma in lemmas if " " not in lemma)
    for noun, verb, *_ in rows("lexicon/event_nouns.tsv"):
        classes.setdefault(noun, classes.get(verb, verb))
    return classes


def read_lemmas(path):
    """Of each text of a CoNLL-U file, by its own id: form and lemma of every word."""
    texts = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# newdoc id = "):
            words = texts.setdefault(line[14:], [])
        elif line and line[0].isdigit():
            number, form, lemma, *_ = line.split("\t")
            if number.isdigit():
                words.append((form, lemma.lower()))
    return texts


class Reading:
    """What the program says of the documents, by the tokens that it says it of."""

    def __init__(self, documents, layouts, events, mentions, lemmas, classes):
        self.classes = classes
        self.token_at = {}
        self.words = {}  # of a document: form and lemma of each token
        for document, (text, spans) in zip(documents, layouts):
            self.token_at[document["doc"]] = spans
            self.words[document["doc"]] = list(zip(document["tokens"], self.align(text, spans, lemmas[document["doc"]])))
        self.story = {document["doc"]: document["doc"] for document in documents}
        self.acts = collections.defaultdict(list)  # (document, token) to acts
        sizes = collections.Counter()
        for event in events:
            sizes[event["act"]] += event["claim_count"]
        self.by_word = {}  # (story, class) to the largest act
        for event in events:
            for row in event["documents"]:
                self.story[row["document"]] = row["story"]
            for claim in event["claims"]:
                for token in self.heads(claim):
                    self.acts[claim["document"], token].append((-sizes[event["act"]], event["act"]))
        for (doc, token), found in self.acts.items():
            found.sort()
            key = (self.story[doc], self.kind(doc, token))
            self.by_word[key] = min(self.by_word.get(key, found[0]), found[0])
        self.actors = {}  # (document, token) to type of mention, kind, entity and its name
        for row in mentions:
            for mention in row["mentions"]:
                for token in self.tokens(row["document"], mention["head"]):
                    name = [word for word in (mention["actor"] or "").split() if word.lower().strip(".") not in SUFFIXES]
                    self.actors[row["document"], token] = (mention["type"], mention["kind"], mention["entity"], name)

    @staticmethod
    def align(text, spans, words):
        """The lemma of each token: of the first word that the program sees in it, else the token itself."""
        found = {}
        at = 0
        for form, lemma in words:
            begin = text.find(form, at)
            if begin >= 0:
                at = begin + len(form)
                found.setdefault(len(text[:begin].encode()), lemma)
        data = text.encode()
        return [found.get(begin, data[begin:end].decode().lower()) for begin, end in spans]

    def heads(self, claim):
        """The tokens of a claim's relation that its lemma is made of; else its first content word."""
        doc = claim["document"]
        content = [i for i in self.tokens(doc, claim["relation"]) if self.words[doc][i][0].lower() not in LIGHT]
        lemmas = {word for word in claim["lemma"].split() if word not in LIGHT}
        kinds = {self.classes.get(word, word) for word in lemmas}
        return ([i for i in content if self.words[doc][i][1] in lemmas]
                or [i for i in content if self.kind(doc, i) in kinds] or content[:1])

    def kind(self, doc, token):
        lemma = self.words[doc][token][1]
        return self.classes.get(lemma, stem(lemma))

    def tokens(self, doc, span):
        return [i for i, place in enumerate(self.token_at[doc]) if place[0] < span[1] and place[1] > span[0]]

    def event_chain(self, doc, tokens, head):
        for token in [head, *sorted(tokens)]:
            found = self.acts.get((doc, token))
            if found and self.words[doc][token][0].lower() not in LIGHT:
                return found[0][1]
        key = (self.story[doc], self.kind(doc, head))
        return self.by_word.get(key, (0, "|".join(key)))[1]

    def actor_chain(self, doc, tokens, head):
        """Names and pronouns by the last word of our actor's name, other phrases by their own head, within a story."""
        word = self.words[doc][head][0]
        found = self.actors.get((doc, head))
        if found and found[0] != "nominal":
            if found[3]:
                word = found[3][-1]
            elif found[0] == "pronoun":
                return f"{doc}|{found[2]}"
        return self.story[doc] + "|" + stem(word)


def score(arguments, folder, label, kind, gold, rows):
    system = write_rows(folder / f"{label}.{kind}.jsonl", rows)
    scorer = arguments.folder / "bench/tools/score_coref.py"
    command = [sys.executable, scorer, "--gold", gold, "--system", system, "--types", kind, "--json"]
    ended = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=True)
    result = json.loads(ended.stdout)
    parts = [result["muc"]["f1"], result["b3"]["f1"], result["ceafe"]["f1"], result["conll_f1"]]
    found = result["mentions"]
    print(f"{kind:7} {label:24} " + "  ".join(f"{part:.3f}" for part in parts)
          + f"  {found['precision']:.3f}/{found['recall']:.3f}", flush=True)


def with_chains(documents, kind, chain_of):
    return [{"doc": document["doc"],
             "mentions": [{"tokens": m["tokens"], "chain": chain_of(document, m)}
                          for m in document["mentions"] if m["type"].startswith(TYPES[kind])]}
            for document in documents]


def own_rows(documents, kind, reading):
    rows = []
    places = reading.acts if kind == "ACTION" else {at for at, row in reading.actors.items() if row[1] in PARTICIPANTS}
    chain_of = reading.event_chain if kind == "ACTION" else reading.actor_chain
    for document in documents:
        kept = set(document["sentences_annotated"])
        mentions = []
        for token, number in enumerate(document["sentence_of_token"]):
            word = document["tokens"][token].lower()
            if number in kept and (document["doc"], token) in places and word not in LIGHT:
                mentions.append({"tokens": [token], "chain": chain_of(document["doc"], [token], token)})
        rows.append({"doc": document["doc"], "mentions": mentions})
    return rows


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", metavar="DATA", type=Path)
    parser.add_argument("--program", type=Path, default=ROOT / "build/actorgraph")
    parser.add_argument("--data", type=Path)
    parser.add_argument("--keep", type=Path)
    arguments = parser.parse_args()
    gold = arguments.folder / "bench/ecbplus/documents.jsonl"
    documents = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    layouts = [lay_out(document) for document in documents]
    with tempfile.TemporaryDirectory() as temporary:
        folder = arguments.keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        source = write_rows(folder / "ecbplus.in.jsonl",
                            [{"id": document["doc"], "text": text} for document, (text, _) in zip(documents, layouts)])
        events = run(arguments, source, "events", folder / "ecbplus.events.jsonl")
        mentions = run(arguments, source, "mentions", folder / "ecbplus.mentions.jsonl")
        lemmas = run(arguments, source, "conllu", folder / "ecbplus.conllu", read_lemmas)
        reading = Reading(documents, layouts, events, mentions, lemmas, read_classes(arguments.data or ROOT / "data"))
        print("types   chains                   MUC    B3     CEAFe  CoNLL  mentions P/R")
        for kind in TYPES:
            def base(document, mention, key):
                return f"{document.get(key, '')}|{stem(document['tokens'][head_of(document, mention)])}"

            def ours(document, mention, chain_of=reading.event_chain if kind == "ACTION" else reading.actor_chain):
                return chain_of(document["doc"], mention["tokens"], head_of(document, mention))

            for label, key in (("same stem", ""), ("same stem, gold topics", "topic"), ("same stem, subtopics", "subtopic")):
                rows = with_chains(documents, kind, lambda d, m, key=key: base(d, m, key))
                score(arguments, folder, label, kind, gold, rows)
            score(arguments, folder, "ours, gold mentions", kind, gold, with_chains(documents, kind, ours))
            if kind in ("ACTION", "HUMAN"):
                score(arguments, folder, "ours, own mentions", kind, gold, own_rows(documents, kind, reading))


if __name__ == "__main__":
    main()
