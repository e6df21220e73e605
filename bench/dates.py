#!/usr/bin/env python3
"""Measures the dates that the program finds and their values.

    bench/dates.py DATES.jsonl [--program build/actorgraph] [--data DIR] [--errors]

DATES.jsonl: one document a line, {"doc_id", "doc_date", "sentences": [{"text", "dates": [{"begin", "end", "text",
"when" | "from", "to" | "notBefore", "notAfter"}]}]}, spans in characters of the sentence, values in ISO 8601 ("2015",
"2015-03", "--09" for September of any year, "-0776" for 776 BC, "08:30:00").

A date counts as found where an expression of the program overlaps it; of several the one that overlaps most, then the
tightest. Its value is right where each bound that the corpus gives agrees with the program's to the precision of the
corpus, taking either the calendar unit (`value`: "199" for "the early 1990s") or the interval (`start`, `end`); of a range the end that the corpus marks; of a
season its name, as the corpus ends it a month later. The corpus rounds some bounds, so the second figure lets a bound
of a period differ by one unit of the precision in which it is given.
"""
import argparse
import datetime
import json
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}


def parse_gold(text):
    """(year, month, day) of an ISO value, None for what it leaves open; None where it is no date."""
    if text.startswith("--"):
        parts = text[2:].split("-")
        return (None, int(parts[0]), int(parts[1]) if len(parts) > 1 else None)
    match = re.fullmatch(r"(-?\d{3,5}|xxxx)(?:-(\d\d?))?(?:-(\d\d?))?", text)
    if not match:
        return None
    year = None if match[1] == "xxxx" else int(match[1])
    if year is not None and year < 0:
        year += 1  # the corpus writes 776 BC as -0776; ISO 8601 as -0775
    return (year, *(int(part) if part else None for part in match.groups()[1:]))


def parse_day(text):
    match = re.fullmatch(r"(-?\d+)-(\d\d)-(\d\d)", text or "")
    return tuple(map(int, match.groups())) if match else None


def last_day(year, month):
    following = datetime.date(2000 + year % 400 + month // 12, month % 12 + 1, 1)
    return (following - datetime.timedelta(days=1)).day


def whole(value):
    """The first and the last day of the calendar unit that a value of the program names."""
    if value is None:
        return None
    if "/" in value:
        first, _, last = value.partition("/")
        first, last = whole(first), whole(last)
        return (first and first[0], last and last[1])
    for pattern, length in ((r"-?\d{4}", 1), (r"-?\d{3}", 10), (r"-?\d{2}", 100)):
        if re.fullmatch(pattern, value):
            year = int(value) * length
            return ((year, 1, 1), (year + length - 1, 12, 31))
    match = re.fullmatch(r"(-?\d{4}|XXXX)-(\d\d)(?:-(\d\d))?(?:T.*)?", value)
    if match:
        year = None if match[1] == "XXXX" else int(match[1])
        month = int(match[2])
        if match[3]:
            return ((year, month, int(match[3])),) * 2
        return ((year, month, 1), (year, month, last_day(year or 2000, month)))
    match = re.fullmatch(r"XXXX-(SP|SU|FA|WI)", value)
    if match:
        first, last = SEASONS[match[1]]
        return ((None, first, 1), (None, last, last_day(2001, last)))
    return None


def agrees(gold, ours, slack):
    """Whether `ours` (year, month, day) lies within `gold`, or at most `slack` of its units beside it."""
    if ours is None or gold is None:
        return False
    if gold[0] is None or ours[0] is None:
        months = (ours[1] - gold[1]) % 12
        if gold[0] != ours[0] and gold[0] is not None:
            return False
        return min(months, 12 - months) <= (slack if gold[2] is None else 0) and (gold[2] is None or gold[2] == ours[2])
    if gold[1] is None:
        return abs(gold[0] - ours[0]) <= slack
    if gold[2] is None:
        return abs((gold[0] - ours[0]) * 12 + gold[1] - ours[1]) <= slack
    if slack == 0:
        return gold == ours
    number = lambda date: date[0] * 365.2425 + date[1] * 30.44 + date[2]
    return abs(number(gold) - number(ours)) <= 1.7


def season_of(gold):
    """The season that a span of three or four months is: the corpus has summers from June to September."""
    first, last = parse_gold(gold.get("from", gold.get("notBefore", ""))), parse_gold(gold.get("to", gold.get("notAfter", "")))
    if not first or not last or first[2] or last[2]:
        return None
    for code, (begin, end) in SEASONS.items():
        if first[1] == begin and last[1] in (end, end % 12 + 1):
            return f"{first[0] or 'XXXX'}-{code}"
    return None


def is_right(gold, found, side_of_range, slack):
    if season_of(gold) and season_of(gold) == found["value"]:
        return True
    if "when" in gold and re.fullmatch(r"\d\d:\d\d(:\d\d)?", gold["when"]):
        return (found["value"] or "").partition("T")[2] == gold["when"][:5]
    if "when" in gold and "/" not in gold["when"]:
        date = parse_gold(gold["when"])
        bounds, slack = [(0, date), (1, date)], 0
    else:
        bounds = [(side, parse_gold(gold[name])) for side, name in
                  ((0, "from"), (1, "to"), (0, "notBefore"), (1, "notAfter")) if name in gold]
    start, end = parse_day(found["start"]), parse_day(found["end"])
    readings = [(start, end), whole(found["value"])]
    if "/" in (found["value"] or ""):  # the corpus marks each end of a range, and "2021" of "since 2021"
        parts = found["value"].split("/")
        side = 0 if parts[1] == ".." else 1 if parts[0] == ".." else side_of_range
        readings += [whole(parts[side]), ((start, end)[side],) * 2]
    return any(reading and all(agrees(date, reading[side], slack) for side, date in bounds) for reading in readings)


def read_documents(path):
    """Each document with its text, and its dates with spans in bytes of that text."""
    documents = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        text, dates = "", []
        for sentence in row["sentences"]:
            for date in sentence["dates"]:
                span = [len((text + sentence["text"][:date[side]]).encode()) for side in ("begin", "end")]
                dates.append({**date, "span": span, "context": sentence["text"]})
            text += sentence["text"] + "\n\n"
        documents.append({"id": row["doc_id"], "published": row["doc_date"], "text": text, "dates": dates})
    return documents


def run(program, data, documents):
    rows = "".join(json.dumps({"id": d["id"], "published": d["published"], "text": d["text"]}) + "\n" for d in documents)
    command = [str(program), "extract", "-", "-f", "times", "-q", *(["--data", str(data)] if data else [])]
    result = subprocess.run(command, input=rows.encode(), capture_output=True, check=False)
    if result.returncode != 0:
        sys.exit(f"error: {' '.join(command)} ended with {result.returncode}: {result.stderr.decode()}")
    found = {}
    for line in result.stdout.decode().splitlines():
        time = json.loads(line)
        found.setdefault(time["document"], []).append(time)
    return found


def best_match(date, times):
    def overlap(time):
        return min(date["span"][1], time["span"][1]) - max(date["span"][0], time["span"][0])
    times = [time for time in times if overlap(time) > 0]
    return max(times, key=lambda t: (overlap(t), -(t["span"][1] - t["span"][0])), default=None)


def main():
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("dates", type=Path)
    args.add_argument("--program", type=Path, default=ROOT / "build/actorgraph")
    args.add_argument("--data", type=Path)
    args.add_argument("--errors", action="store_true", help="list what was missed and what has another value")
    args = args.parse_args()
    documents = read_documents(args.dates)
    times = run(args.program, args.data, documents)
    counts = Counter()
    for doc in documents:
        counts["expressions"] += len(times.get(doc["id"], []))
        for date in doc["dates"]:
            counts["dates"] += 1
            time = best_match(date, times.get(doc["id"], []))
            gold = {k: v for k, v in date.items() if k in ("when", "from", "to", "notBefore", "notAfter")}
            side = time is not None and date["span"][1] >= time["span"][1] - 1  # the range's last end
            exact = time is not None and is_right(gold, time, side, 0)
            near = time is not None and is_right(gold, time, side, 1)
            counts["found"] += time is not None
            counts["right"] += exact
            counts["near"] += near
            if args.errors and not exact:
                kind = "missed" if time is None else "near  " if near else "wrong "
                print(f"{kind} {date['text']!r} {gold} | {doc['published']} | "
                      f"{time and (time['text'], time['value'], time['start'], time['end'])} | {date['context'][:100]}")
    print(f"{counts['dates']} dates, {counts['expressions']} expressions")
    print(f"recall                      {counts['found'] / counts['dates']:.3f}")
    found = max(counts["found"], 1)
    print(f"values right                {counts['right'] / found:.3f}")
    print(f"right, within a unit        {counts['near'] / found:.3f}")


if __name__ == "__main__":
    main()
