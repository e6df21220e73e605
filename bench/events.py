#!/usr/bin/env python3
"""Codes the sentences of event-coding benchmarks and scores the codes.

    bench/events.py BENCH [SET...] [--program build/actorgraph] [--data DIR] [--rows DIR] [--misses N]

BENCH: the folder with events/, restricted/ and tools/score_events.py. SET: any of
  gsr        events/plover_gsr: PLOVER type, and who does it to whom, of the sentence's main event
  plv        restricted/plv_train: PLOVER type of what one given actor does to another
  sentences  restricted/cameo_sentences: quad class of what one given actor does to another
  manual     restricted/cameo_manual: CAMEO root of the sentence's main event
All of them by default. The sentences go through `actorgraph extract` as they are; nothing else is learned from the
sets. Where the pair is given, the event whose actors share most words with it counts, else the main one.

Names are made equal where the sets use those of other years: DISAPPROVE, INVESTIGATE: ACCUSE; DEMAND: REQUEST; FIGHT:
ASSAULT; CONCEDE, RETREAT: YIELD and attacks on computers: ASSAULT (plv).
"""
import argparse
import collections
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OLD_NAMES = {"DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "DEMAND": "REQUEST", "FIGHT": "ASSAULT"}
SMALL = {"the", "a", "an", "of", "and", "to", "in", "on", "for", "s", "at", "by", "with", "from", "its", "his"}
QUADS = [("01", "02"), ("03", "04", "05"), ("06", "07", "08"), ("09", "10", "11", "12", "13", "16"),
         ("14", "15", "17", "18", "19", "20")]
FILES = {"gsr": "events/plover_gsr.jsonl", "plv": "restricted/plv_train.jsonl",
         "sentences": "restricted/cameo_sentences.jsonl", "manual": "restricted/cameo_manual.jsonl"}


def words(text):
    return [word for word in re.findall(r"[a-z0-9]+", (text or "").lower()) if word not in SMALL]


def overlap(first, second):
    one, other = collections.Counter(words(first)), collections.Counter(words(second))
    both = sum((one & other).values())
    return 2 * both / (sum(one.values()) + sum(other.values())) if both else 0.0


def read(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def detokenised(text):
    """`` '' and blanks before marks as a newspaper prints them."""
    text = re.sub(r"\s*``\s*", ' "', text).replace("''", '"')
    text = re.sub(r"\s+([,.;:!?%)\]])", r"\1", text)
    text = re.sub(r"([(\[$])\s+", r"\1", text)
    text = re.sub(r"(\w) (['’]) ?(s|t|re|ve|ll|d)\b", r"\1\2\3", text)
    text = re.sub(r"(\w) - (\w)", r"\1-\2", text)
    text = re.sub(r"(\d), (\d{3})\b", r"\1,\2", text)
    return text.strip()


class Coder:
    """The program, run once over all sentences of a set."""

    def __init__(self, options):
        self.command = [str(options.program), "extract", "-", "-q"]
        if options.data:
            self.command += ["--data", str(options.data)]

    def run(self, form, gold):
        text = "".join(json.dumps({"id": row["id"], "text": detokenised(row["text"]),
                                   "published": row.get("date") or "2000-01-01"}) + "\n" for row in gold)
        done = subprocess.run(self.command + ["-f", form], input=text.encode(), stdout=subprocess.PIPE, check=False)
        if done.returncode != 0:
            sys.exit(f"error: {' '.join(self.command)} ended with {done.returncode}")
        return done.stdout.decode().splitlines()

    def records(self, gold):
        """The events of each sentence: type, quad class, CAMEO code, actors and recipients."""
        found = collections.defaultdict(list)
        for line in self.run("plover", gold):
            row = json.loads(line)
            found[row["document"]].append({
                "type": row["event"][0], "mode": row["mode"], "quad": row["quad_code"], "code": row["cameo"],
                "actors": row["actor"], "recipients": row["recipient"]})
        return found

    def codes(self, gold):
        """The CAMEO codes of each sentence with one source and target each, statements included."""
        found = collections.defaultdict(list)
        for line in self.run("cameo", gold):
            cells = line.split("\t")
            found[cells[4].rpartition("_")[0]].append({
                "code": cells[2], "actors": [{"text": t} for t in cells[5:6] if t != "---"],
                "recipients": [{"text": t} for t in cells[6:7] if t != "---"]})
        return found


def main_event(records):
    """The first act that names who acts, else the first act, else the first statement."""
    return max(records, default=None, key=lambda record: (
        not record["code"].startswith("01"), bool(record["actors"])))


def best_for_pair(records, source, target):
    def fit(record):
        one = max((overlap(source, who["text"]) for who in record["actors"]), default=0)
        other = max((overlap(target, who["text"]) for who in record["recipients"]), default=0)
        return one + other + (1 if one and other else 0)
    best = max(records, key=fit, default=None)
    return best if best and fit(best) > 0 else main_event(records)


def without_number(text):
    """The coders of the records leave numbers out: "more than 100 students" is "students"."""
    return re.sub(r"^(?:(?:at least|more than|up to|about|some|nearly|around|almost|over) )?"
                  r"(?:[\d,.]+|one|two|three|four|five|six|seven|eight|nine|ten|dozens of|hundreds of|thousands of) ", "",
                  text)


def gsr_rows(gold, coder):
    found = coder.records(gold)
    for row in gold:
        record = main_event(found[row["id"]])
        if record is None:
            continue
        nobody = [{"text": "", "code": None}]
        pairs = [(a, b) for a in record["actors"] or nobody for b in record["recipients"] or nobody
                 if a["text"] != b["text"] or not a["text"]]
        for source, target in pairs:
            yield {"id": row["id"], "subject": without_number(source["text"]), "relation": record["type"],
                   "objects": [without_number(target["text"])] if target["text"] else [], "root": record["type"],
                   "code": record["code"], "source": source["code"], "target": target["code"]}


def pair_rows(gold, found, name):
    for row in gold:
        for event in row["events"]:
            record = best_for_pair(found[row["id"]], event["source_text"], event["target_text"])
            if record is None:
                continue
            yield {"id": row["id"], "subject": event["source_text"], "relation": "", "objects": [event["target_text"]],
                   "pair": event.get("pair"), "root": name(record)}


def plv_name(record):
    if record["type"] in ("CONCEDE", "RETREAT"):
        return "YIELD"
    return "ASSAULT" if "cyber" in record["mode"] else record["type"]


def quad_name(record):
    """The classes of cameo_sentences: statements and appeals, verbal and material cooperation, verbal and material
    conflict."""
    root = record["code"][:2]
    return "Q" + str(next(i for i, roots in enumerate(QUADS) if root in roots))


def manual_rows(gold, coder):
    found = coder.codes(gold)
    for row in gold:
        codes = found[row["id"]]
        code = main_event(codes)["code"] if codes else None
        if code:
            yield {"id": row["id"], "subject": "", "relation": "", "objects": [], "code": code, "root": code[:2]}


def normalised(gold, name):
    for row in gold:
        for event in row["events"]:
            if name == "gsr":
                event["root"] = OLD_NAMES.get(event["root"], event["root"])
        if name == "sentences":
            row["events"] = [e for e in row["events"] if e["root"]]
    return [row for row in gold if row["events"]] if name == "sentences" else gold


def show_misses(gold, rows, most):
    got = collections.defaultdict(list)
    for row in rows:
        got[row["id"]].append(row)
    shown = 0
    for row in gold:
        wanted = sorted({str(e.get("code") or e["root"]) for e in row["events"]})
        roots = {e["root"] for e in row["events"]}
        if {r["root"] for r in got[row["id"]]} != roots and shown < most:
            shown += 1
            print("  ", wanted, [(r["root"], r.get("code"), r["subject"], r["objects"]) for r in got[row["id"]]][:2], "<<",
                  row["text"])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bench", type=Path)
    parser.add_argument("sets", nargs="*", metavar="SET", help=", ".join(FILES))
    parser.add_argument("--program", type=Path, default=ROOT / "build" / "actorgraph")
    parser.add_argument("--data", type=Path, help="folder of the models and lexicons")
    parser.add_argument("--rows", type=Path, help="a folder to keep the scored rows in")
    parser.add_argument("--misses", type=int, default=0, help="how many sentences with another type to show")
    options = parser.parse_args()
    unknown = [name for name in options.sets if name not in FILES]
    if unknown:
        parser.error(f"{unknown[0]} is none of {', '.join(FILES)}")
    coder = Coder(options)
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.rows or Path(scratch)
        for name in options.sets or FILES:
            gold = normalised(read(options.bench / FILES[name]), name)
            if name == "gsr":
                rows = list(gsr_rows(gold, coder))
            elif name == "plv":
                rows = list(pair_rows(gold, coder.records(gold), plv_name))
            elif name == "sentences":
                rows = list(pair_rows(gold, coder.codes(gold), quad_name))
            else:
                rows = list(manual_rows(gold, coder))
            for part, content in (("gold", gold), ("rows", rows)):
                (folder / f"{name}.{part}.jsonl").write_text(
                    "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in content), encoding="utf-8")
            print(f"{name}:", flush=True)
            command = [sys.executable, str(options.bench / "tools" / "score_events.py"), "--gold",
                       str(folder / f"{name}.gold.jsonl"), "--system", str(folder / f"{name}.rows.jsonl")]
            subprocess.run(command + (["--given-pair"] if name in ("plv", "sentences") else []), check=True)
            show_misses(gold, rows, options.misses)


if __name__ == "__main__":
    main()
