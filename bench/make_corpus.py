#!/usr/bin/env python3
"""Makes a large corpus by repeating the samples with the names in them changed.

    bench/make_corpus.py FOLDER [--articles 5000] [--seed 1]

A name is a capitalised word that is seen inside a sentence and in at most three of the samples; countries, months
and days stay. Every copy of the samples gives each name another one, the same in all articles of the copy, so that
a story told twice still is, and draws it from a pool that grows with the corpus, so that actors meet again in
other stories. The same arguments give the same bytes. Plain texts become plain texts, JSON lines JSON lines.
"""
import argparse
import calendar
import json
import random
import re
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = ROOT / "samples"
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
INSIDE_SENTENCE = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+\b")
ONSETS = "b d f g h k l m n p r s t v z br dr kh mb sh tr".split()
VOWELS = "a e i o u ai ou".split()
ENDINGS = ["", "n", "r", "s", "l", "ko", "ra", "ni", "dov", "ma"]


def read_samples():
    """(name, text, record or None) of every sample; of a JSON record the text is its title and its text."""
    samples = [(path.stem, path.read_text(encoding="utf-8"), None) for path in sorted(SAMPLES.glob("*.txt"))]
    for path in sorted(SAMPLES.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            samples.append((record["id"], record["title"] + "\n\n" + record["text"], record))
    return samples


def find_names(samples):
    """The words that are changed, in order."""
    kept = set(WORD.findall((ROOT / "data/actors/countries.tsv").read_text(encoding="utf-8")))
    kept.update(calendar.month_name, calendar.day_name)
    seen = Counter()
    inside = set()
    for _, text, _ in samples:
        inside.update(INSIDE_SENTENCE.findall(text))
        seen.update(set(WORD.findall(text)))
    return sorted(word for word in inside - kept if seen[word] <= 3)


def make_name(number):
    """The name of that number in an endless list; always the same one."""
    draw = random.Random(f"name {number}")
    syllables = [draw.choice(ONSETS) + draw.choice(VOWELS) for _ in range(draw.choice((1, 2, 2, 3)))]
    return ("".join(syllables) + draw.choice(ENDINGS)).capitalize()


def replace(text, names):
    return WORD.sub(lambda match: names.get(match[0], match[0]), text)


def main():
    parser = argparse.ArgumentParser(description="Makes a corpus by repeating the samples with other names.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--articles", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()

    samples = read_samples()
    names = find_names(samples)
    args.folder.mkdir(parents=True, exist_ok=True)
    words = 0
    records = []
    for number in range(args.articles):
        copy, index = divmod(number, len(samples))
        name, text, record = samples[index]
        if index == 0:
            draw = random.Random(f"{args.seed} {copy}")
            changed = {word: make_name(draw.randrange(1000 + 20 * copy)) for word in names if copy > 0}
        words += len(text.split())
        if record is None:
            folder = args.folder / f"{copy:04d}"
            folder.mkdir(exist_ok=True)
            (folder / f"{name}.txt").write_text(replace(text, changed), encoding="utf-8")
        else:
            fields = {key: replace(record[key], changed) for key in ("title", "text")}
            records.append(json.dumps({**record, **fields, "id": f"{name}-{copy:04d}"}, ensure_ascii=False))
    (args.folder / "records.jsonl").write_text("".join(line + "\n" for line in records), encoding="utf-8")
    print(json.dumps({"articles": args.articles, "words": words}))


if __name__ == "__main__":
    main()
