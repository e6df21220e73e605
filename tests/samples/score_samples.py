#!/usr/bin/env python3
"""Score the claims that `actorgraph extract` draws from samples/ against samples/expected/.

    score_samples.py SAMPLES --actorgraph BINARY      run the extractor over every article
    score_samples.py SAMPLES --claims FILE...         read claims that it wrote before (JSON lines)
    score_samples.py SAMPLES --check                  only check the expected files against the texts

The columns of the expected files are described in SAMPLES/README.md. Of a claim are read: sentence, span,
subject, object and attributed_to (text, actor), relation.lemma, negated, modality, time.text, place.text.
A claim belongs to the article and the stretch of text in which its sentence stands.

A slot matches an accepted phrase when it holds the phrase's head word and their words overlap with F1 >= 0.5.
Where the accepted phrase is a name of an actor, every name of that actor is accepted, in `text` or `actor`;
with --descriptions also "the group" and the like, which otherwise count only once they are resolved.
A relation matches when it shares the stem of a content word. Each expected claim is found once; a claim that
repeats a found one or meets an optional one is no error.
Prints precision, recall and F1 for each article and overall; how often negation, modality, speaker, time and
place are right on the claims found; and B-cubed F1 of the actors' names where the claims carry `actor`.
"""
import argparse
import collections
import json
import pathlib
import re
import subprocess
import sys

COLUMNS = ["subject", "relation", "object", "negated", "modality", "speaker", "time", "place", "optional"]
ACTOR_COLUMNS = ["kind", "name", "names", "descriptions"]
MODALITIES = {"asserted", "attempted", "threatened", "planned", "possible", "demanded", "denied"}
KINDS = {"person", "group", "armed group", "government", "organization", "company", "party", "media", "country",
         "place", "facility", "event", "thing"}
ARTICLES = {"the", "a", "an", "s", "its", "their", "his", "her", "this", "that", "these", "those"}
PREPOSITIONS = {"of", "in", "for", "on", "at", "from", "to", "with", "by", "against", "near", "into", "about", "over",
                "after", "before", "during", "between", "among", "under", "through", "as", "across", "toward",
                "towards", "outside", "inside", "within", "without", "around", "behind", "until", "since"}
LIGHT = PREPOSITIONS | {"be", "have", "do", "not", "out", "up", "down", "off", "away", "back"}
APPROXIMATE = re.compile(r"^(?:up to|more than|less than|fewer than|at least|at most|as many as|about|some|around)\s+",
                         re.IGNORECASE)
ALTERNATIVE = " / "
NONE = "-"


def all_words(text):
    return re.findall(r"[\w.'-]*\w", (text or "").lower().replace("’", "'").replace("'s", " "))


def words(text):
    """Lower-case words without articles and possessives, unless there are no others ("those")."""
    every = all_words(text)
    return [w for w in every if w not in ARTICLES] or every


def head(text):
    """The last word before the first preposition: "sailors" of "two sailors from Java"."""
    row = words(APPROXIMATE.sub("", text.strip()))
    cut = next((i for i, w in enumerate(row) if i and w in PREPOSITIONS), len(row))
    return row[cut - 1] if row else None


def stem(word):
    """A rough stem, enough to bring "arrested", "arresting" and "arrest" together."""
    for ending in ("ies", "ied", "ing", "ed", "es", "s", "e", "y"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[:-len(ending)]
            break
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] else word


def overlap(one, other):
    a, b = words(one), words(other)
    both = sum((collections.Counter(a) & collections.Counter(b)).values())
    return 2 * both / (len(a) + len(b)) if a and b else 0.0


def same_phrase(wanted, got):
    return bool(got) and head(wanted) in words(got) and overlap(wanted, got) >= 0.5


def key(name):
    return " ".join(words(name))


def rows_of(path, columns):
    """Yields (line number, anchor, row); `row` is None on a line that starts a new sentence."""
    anchor = None
    lines = path.read_text(encoding="utf-8").splitlines()
    if not lines or lines[0].split("\t") != columns:
        raise SystemExit(f"{path}:1: the first line is not the columns \"{' '.join(columns)}\"")
    for number, line in enumerate(lines, 1):
        if line.startswith("# "):
            anchor = line[2:]
            yield number, anchor, None
        elif line.strip() and number > 1:
            cells = line.split("\t")
            if len(cells) != len(columns):
                raise SystemExit(f"{path}:{number}: {len(cells)} columns, expected {len(columns)}")
            yield number, anchor, dict(zip(columns, cells))


class Article:
    """One sample with its expected claims and actors."""

    def __init__(self, name, text, folder):
        self.name = name
        self.text = " ".join(text.split())
        self.claims, self.starts, self.problems = [], [], []
        self.actors = {}
        self.names = {}
        self.path = folder / f"{name}.claims.tsv"
        for number, _, row in rows_of(folder / f"{name}.actors.tsv", ACTOR_COLUMNS):
            self.add_actor(number, row)
        position = -1
        for number, anchor, row in rows_of(self.path, COLUMNS):
            if row is None:
                position = self.text.find(anchor, position + 1)
                if position < 0:
                    raise SystemExit(f"{self.path}:{number}: the article does not go on with \"{anchor}\"")
                self.starts.append(position)
            elif anchor is None:
                raise SystemExit(f"{self.path}:{number}: a claim stands before the first sentence")
            else:
                row["line"], row["sentence"] = number, len(self.starts) - 1
                self.claims.append(row)

    def add_actor(self, number, row):
        actor = len(self.actors)
        names = [row["name"]] + [n for n in row["names"].split("; ") if n]
        descriptions = [d for d in row["descriptions"].split("; ") if d]
        self.actors[actor] = (names, descriptions)
        if row["kind"] not in KINDS:
            self.problems.append(f"{self.name}.actors.tsv:{number}: no kind is called \"{row['kind']}\"")
        for name in names:
            if self.names.setdefault(key(name), actor) != actor:
                self.problems.append(f"{self.name}.actors.tsv:{number}: \"{name}\" names two actors")

    def stretch(self, sentence):
        """The text from one anchor to the next."""
        end = self.starts[sentence + 1] if sentence + 1 < len(self.starts) else len(self.text)
        return self.text[self.starts[sentence]:end]

    def sentence_of(self, text):
        """Index of the stretch that a claim's sentence overlaps most, or None."""
        text = " ".join((text or "").split())
        found = []
        at = self.text.find(text) if text else -1
        while at >= 0:
            found.append((at, at + len(text)))
            at = self.text.find(text, at + 1)
        best, most = None, 0
        for begin, end in found:
            for i, start in enumerate(self.starts):
                stop = self.starts[i + 1] if i + 1 < len(self.starts) else len(self.text)
                shared = min(end, stop) - max(begin, start)
                if shared > most:
                    best, most = i, shared
        return best

    def accepted(self, cell, descriptions):
        """All phrases that fill the slot; None stands for an empty slot."""
        phrases = []
        for part in cell.split(ALTERNATIVE):
            if part in ("", NONE):
                phrases.append(None)
                continue
            phrases.append(part)
            actor = self.names.get(key(part))
            if actor is not None:
                phrases += self.actors[actor][0] + (self.actors[actor][1] if descriptions else [])
        return phrases

    def check(self):
        """Problems of the expected files: words that neither the sentence nor a name of an actor holds."""
        vocabulary = {w for names, _ in self.actors.values() for n in names for w in words(n)}
        for names, descriptions in self.actors.values():
            for phrase in names + descriptions:
                missing = set(words(phrase)) - set(all_words(self.text))
                if missing:
                    self.problems.append(f"{self.name}.actors.tsv: the article lacks {sorted(missing)} of \"{phrase}\"")
        everywhere = set(all_words(self.text)) | vocabulary
        seen = {}
        for claim in self.claims:
            here = set(all_words(self.stretch(claim["sentence"])))
            where = f"{self.path.name}:{claim['line']}"
            same = seen.setdefault((claim["sentence"], claim["subject"], claim["relation"], claim["object"],
                                    claim["negated"], claim["place"]), claim["line"])
            if same != claim["line"]:
                self.problems.append(f"{where}: the claim of line {same} again")
            for slot in ("subject", "object", "speaker"):
                for phrase in claim[slot].split(ALTERNATIVE)[1:]:
                    missing = set(words(phrase)) - everywhere
                    if phrase != NONE and missing:
                        self.problems.append(f"{where}: {slot} \"{phrase}\" has {sorted(missing)}, which the article lacks")
            for slot in ("subject", "object", "speaker"):
                cell = claim[slot].split(ALTERNATIVE)[0]
                missing = set(words(cell)) - here - vocabulary
                if missing:
                    self.problems.append(f"{where}: {slot} \"{cell}\" has {sorted(missing)}, which the sentence lacks")
            for slot in ("time", "place"):
                if claim[slot] and set(words(claim[slot])) - here:
                    self.problems.append(f"{where}: {slot} \"{claim[slot]}\" is not in the sentence")
            relations = [[w for w in words(r) if w not in LIGHT] for r in claim["relation"].split(ALTERNATIVE)]
            letters = {w[0] for w in here} | ({"g"} if "went" in here else set())
            if all(relations) and not any(w[0] in letters for parts in relations for w in parts):
                self.problems.append(f"{where}: no word of the sentence looks like \"{claim['relation']}\"")
            if claim["modality"] not in MODALITIES:
                self.problems.append(f"{where}: no modality is called \"{claim['modality']}\"")
            for flag in ("negated", "optional"):
                if claim[flag] not in ("0", "1"):
                    self.problems.append(f"{where}: {flag} is \"{claim[flag]}\", expected 0 or 1")
            if not claim["subject"] and not claim["object"]:
                self.problems.append(f"{where}: neither subject nor object")
        return self.problems


def same_relation(wanted, claim_object, got, got_object):
    """Compares one accepted relation with the system's lemma."""
    a = {w for w in words(wanted)}
    b = {w for w in words(got)}
    content = {stem(w) for w in a - LIGHT}
    if content & {stem(w) for w in b - LIGHT}:
        return True
    if not content:
        return bool(a & b)
    # "be director of | X" and "be | director of X" say the same.
    return "be" in a and "be" in b and bool(content & {stem(w) for w in words(got_object)})


class Scorer:
    def __init__(self, descriptions):
        self.descriptions = descriptions
        self.total = collections.Counter()
        self.attributes = collections.defaultdict(list)
        self.missed, self.extra = [], []

    def slot(self, article, cell, node):
        node = node or {}
        got = [t for t in (node.get("actor"), node.get("text")) if t]
        for phrase in article.accepted(cell, self.descriptions):
            if phrase is None:
                if not got:
                    return True
            elif any(same_phrase(phrase, t) for t in got):
                return True
        return False

    def object_matches(self, article, claim, got):
        if self.slot(article, claim["object"], got.get("object")):
            return True
        # "be director of | X" and "be | director of X" say the same.
        node = got.get("object") or {}
        first = claim["relation"].split(ALTERNATIVE)[0]
        noun = [stem(w) for w in words(first) if w not in LIGHT]
        return bool(noun) and first.startswith("be ") and head(node.get("text") or "") is not None \
            and stem(head(node["text"])) in noun

    def matches(self, article, claim, got):
        if not self.slot(article, claim["subject"], got.get("subject")):
            return False
        relation = (got.get("relation") or {}).get("lemma") or (got.get("relation") or {}).get("text") or ""
        got_object = (got.get("object") or {}).get("text")
        if not any(same_relation(r, claim["object"], relation, got_object)
                   for r in claim["relation"].split(ALTERNATIVE)):
            return False
        return self.object_matches(article, claim, got)

    def add(self, article, claims):
        """Scores one article and returns its counts."""
        count, found = collections.Counter(), set()
        count["gold"] = sum(c["optional"] == "0" for c in article.claims)
        clusters = []
        for got in claims:
            sentence = article.sentence_of(got.get("sentence"))
            hits = [i for i, c in enumerate(article.claims)
                    if c["sentence"] == sentence and self.matches(article, c, got)]
            if not hits:
                count["system"] += 1
                self.extra.append((article.name, got))
                continue
            clusters += self.actor_pairs(article, article.claims[hits[0]], got)
            fresh = [i for i in hits if article.claims[i]["optional"] == "0" and i not in found]
            if not fresh:
                continue
            found.add(fresh[0])
            count["system"] += 1
            count["right"] += 1
            self.compare_attributes(article, article.claims[fresh[0]], got)
        self.missed += [(article.name, c) for i, c in enumerate(article.claims) if c["optional"] == "0" and i not in found]
        self.total.update(count)
        self.b_cubed(clusters)
        return count

    def compare_attributes(self, article, claim, got):
        self.attributes["negation"].append(bool(got.get("negated")) == (claim["negated"] == "1"))
        modality = got.get("modality") or "asserted"
        self.attributes["modality"].append(modality == claim["modality"])
        self.attributes["realised or not"].append((modality == "asserted") == (claim["modality"] == "asserted"))
        if claim["speaker"]:
            self.attributes["speaker"].append(self.slot(article, claim["speaker"], got.get("attributed_to")))
        elif got.get("attributed_to"):
            self.attributes["no speaker"].append(False)
        else:
            self.attributes["no speaker"].append(True)
        for slot in ("time", "place"):
            if claim[slot]:
                node = got.get(slot) or {}
                text = node.get("text") or ""
                self.attributes[slot].append(bool(set(words(text)) & (set(words(claim[slot])) - PREPOSITIONS)))

    def actor_pairs(self, article, claim, got):
        """(expected actor, system's name) of the slots of a claim that was found."""
        pairs = []
        for slot, node in (("subject", got.get("subject")), ("object", got.get("object"))):
            actor = article.names.get(key(claim[slot].split(ALTERNATIVE)[0]))
            name = (node or {}).get("id") or (node or {}).get("actor")
            if actor is not None and name:
                pairs.append((actor, name))
        return pairs

    def b_cubed(self, pairs):
        by_gold, by_name = collections.Counter(a for a, _ in pairs), collections.Counter(n for _, n in pairs)
        both = collections.Counter(pairs)
        for (actor, name), n in both.items():
            self.total["mentions"] += n
            self.total["b precision"] += n * n / by_name[name]
            self.total["b recall"] += n * n / by_gold[actor]


def line(name, right, system, gold):
    p, r = right / system if system else 0.0, right / gold if gold else 0.0
    f = 2 * p * r / (p + r) if p + r else 0.0
    print(f"{name:34s} P {p:.3f}  R {r:.3f}  F1 {f:.3f}   ({system} claims, {gold} expected)")
    return f


def load_articles(samples):
    """Every article that has expected claims, and the sample file that it stands in."""
    expected = samples / "expected"
    articles = []
    for path in sorted(samples.glob("*.txt")):
        articles.append((Article(path.stem, path.read_text(encoding="utf-8"), expected), path))
    for path in sorted(samples.glob("*.jsonl")):
        for text in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(text)
            articles.append((Article(row["id"], row["title"] + "\n\n" + row["text"], expected), path))
    return articles


def by_article(articles, claims):
    """Gives each document's claims to the article that holds most of its sentences."""
    documents = collections.defaultdict(list)
    for claim in claims:
        documents[claim.get("document")].append(claim)
    given = {article.name: [] for article in articles}
    for rows in documents.values():
        holds = collections.Counter()
        for text in {" ".join((r.get("sentence") or "").split()) for r in rows}:
            holds.update(a.name for a in articles if text and text in a.text)
        if holds:
            given[max(sorted(holds), key=holds.get)] += rows
    return given


def run_extractor(binary, path):
    got = subprocess.run([binary, "extract", "-f", "jsonl", str(path)], capture_output=True, text=True, check=False)
    if got.returncode != 0:
        raise SystemExit(f"{binary} extract {path} ended with {got.returncode}:\n{got.stderr}")
    return [json.loads(text) for text in got.stdout.splitlines() if text]


def main():
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("samples", type=pathlib.Path)
    args.add_argument("--actorgraph", metavar="BINARY")
    args.add_argument("--claims", nargs="+", type=pathlib.Path, metavar="FILE")
    args.add_argument("--check", action="store_true")
    args.add_argument("--descriptions", action="store_true", help="accept unresolved descriptions such as \"the group\"")
    args.add_argument("--floor", type=float, help="exit with 1 where the overall F1 is lower")
    args.add_argument("--misses", action="store_true")
    args.add_argument("--extras", action="store_true")
    args.add_argument("--article", help="only the article of this name")
    args = args.parse_args()

    loaded = load_articles(args.samples)
    if args.article:
        loaded = [pair for pair in loaded if pair[0].name == args.article]
        if not loaded:
            raise SystemExit(f"no article is called \"{args.article}\"")
    articles = [article for article, _ in loaded]
    problems = [p for article in articles for p in article.check()]
    if args.check:
        print("\n".join(problems + [f"{len(articles)} articles, {sum(len(a.claims) for a in articles)} claims, "
                                    f"{sum(len(a.actors) for a in articles)} actors, {len(problems)} problems"]))
        return 1 if problems else 0

    given = {article.name: [] for article in articles}
    if args.actorgraph:
        for path in sorted({path for _, path in loaded}):
            here = [article for article, p in loaded if p == path]
            for name, claims in by_article(here, run_extractor(args.actorgraph, path)).items():
                given[name] += claims
    elif args.claims:
        claims = [json.loads(t) for p in args.claims for t in p.read_text(encoding="utf-8").splitlines() if t]
        given = by_article(articles, claims)
    else:
        raise SystemExit("give --actorgraph BINARY, --claims FILE or --check")

    scorer = Scorer(args.descriptions)
    for article in articles:
        count = scorer.add(article, given[article.name])
        line(article.name, count["right"], count["system"], count["gold"])
    total = scorer.total
    overall = line("all", total["right"], total["system"], total["gold"])
    for name, results in scorer.attributes.items():
        print(f"  {name:16s} {sum(results)}/{len(results)}")
    if total["mentions"]:
        p, r = total["b precision"] / total["mentions"], total["b recall"] / total["mentions"]
        print(f"  actors (B-cubed) P {p:.3f}  R {r:.3f}  F1 {2 * p * r / (p + r):.3f}")
    for name, claim in scorer.missed if args.misses else []:
        print(f"  miss   {name}: {claim['subject']} | {claim['relation']} | {claim['object']}")
    for name, got in scorer.extra if args.extras else []:
        texts = [(got.get(slot) or {}).get(part) or "" for slot, part in
                 (("subject", "text"), ("relation", "lemma"), ("object", "text"))]
        print(f"  extra  {name}: {' | '.join(texts)}   << {got.get('sentence')}")
    return 1 if args.floor is not None and overall < args.floor else 0


if __name__ == "__main__":
    sys.exit(main())
