#!/usr/bin/env python3
"""The tables of names are well formed, and say what they should of names that everybody knows.

    data_files_test.py GAZETTEER

Form: UTF-8, normalised (NFC), ends in a newline; comment lines "# ..." come first and give source and licence; then
rows of tab-separated columns, sorted by code point, none twice, no cell with blanks at its ends.
"""
import pathlib
import re
import sys
import unicodedata
import unittest

GAZETTEER = pathlib.Path(sys.argv.pop(1))
NAME = re.compile(r"^[\w'(][^\t]*$")
CODE = re.compile(r"^[A-Z]{3}$")
CODE_OR_NONE = re.compile(r"^(?:[A-Z]{3})?$")


def one_of(*values):
    return re.compile("^(?:" + "|".join(values) + ")$")


GENDER = one_of("m", "f", "u")
# Each file's columns; a key is the number of leading columns that no two rows share.
FILES = {
    "given_names.tsv": ([NAME, GENDER], 1, 6000),
    "surnames.tsv": ([NAME], 1, 8000),
    "cities.tsv": ([NAME, CODE, one_of("capital", "seat", "city")], 2, 8000),
    "regions.tsv": ([NAME, CODE_OR_NONE, re.compile(r"^[a-z]+$")], 2, 1500),
    "organisations.tsv": ([NAME, one_of("company", "media", "party", "government", "armed group", "organization",
                                        "education", "sports", "facility"), CODE_OR_NONE], 2, 6000),
    "other_names.tsv": ([NAME, one_of("event", "holiday", "treaty", "law", "award", "work", "product", "technology",
                                      "disease", "language", "religion", "ideology", "currency", "programme",
                                      "period", "celestial body", "abbreviation")], 2, 3000),
    "org_words.tsv": ([NAME, re.compile(r"^[a-z ]+$")], 2, 500),
    "titles.tsv": ([NAME, GENDER, one_of("honorific", "office", "military", "police", "royal", "religious", "profession",
                                         "relation")], 1, 400),
}
CITIES_MOST_BYTES = 600_000


def problems(text, columns, key):
    """What is wrong with a table, one line each, at most twenty."""
    found = []
    if not text.endswith("\n"):
        found.append("the last line has no newline")
    if text != unicodedata.normalize("NFC", text):
        found.append("the text is not in normal form C")
    lines = text.splitlines()
    head = [line for line in lines if line.startswith("#")]
    if lines[:len(head)] != head:
        found.append("a comment stands between the rows")
    for word in ("Source:", "Licence:"):
        if not any(word in line for line in head):
            found.append(f"the head has no \"{word}\"")
    rows = lines[len(head):]
    if rows != sorted(rows, key=lambda line: line.split("\t")):
        found.append("the rows are not sorted")
    seen = set()
    for number, line in enumerate(rows, len(head) + 1):
        cells = line.split("\t")
        if len(cells) != len(columns):
            found.append(f"{number}: {len(cells)} columns, expected {len(columns)}")
            continue
        for cell, pattern in zip(cells, columns):
            if cell != cell.strip() or "  " in cell or not pattern.match(cell):
                found.append(f"{number}: \"{cell}\" does not fit its column")
        if tuple(cells[:key]) in seen:
            found.append(f"{number}: \"{' '.join(cells[:key])}\" stands twice")
        seen.add(tuple(cells[:key]))
    return found[:20]


def rows_of(name):
    text = (GAZETTEER / name).read_text(encoding="utf-8")
    return [tuple(line.split("\t")) for line in text.splitlines() if not line.startswith("#")]


class Form(unittest.TestCase):
    def test_every_file_is_described_here(self):
        self.assertEqual({path.name for path in GAZETTEER.iterdir()}, set(FILES))

    def test_every_file_is_well_formed(self):
        for name, (columns, key, fewest) in FILES.items():
            with self.subTest(name):
                self.assertEqual(problems((GAZETTEER / name).read_bytes().decode("utf-8"), columns, key), [])
                self.assertGreater(len(rows_of(name)), fewest)

    def test_the_cities_stay_small(self):
        self.assertLess((GAZETTEER / "cities.tsv").stat().st_size, CITIES_MOST_BYTES)

    def test_each_fault_is_found(self):
        head = "# Source: us.\n# Licence: CC0 1.0.\n"
        for text, fault in [
                (head + "Ann\tf\nBob\tm\n", []),
                (head + "Ann\tf\nBob\tm", ["the last line has no newline"]),
                (head + "Bob\tm\nAnn\tf\n", ["the rows are not sorted"]),
                (head + "Ann\tf\nAnn\tm\n", ["4: \"Ann\" stands twice"]),
                (head + "Ann\n", ["3: 1 columns, expected 2"]),
                (head + "Ann\tx\n", ["3: \"x\" does not fit its column"]),
                (head + "Ann \tf\n", ["3: \"Ann \" does not fit its column"]),
                (head + "Jose\u0301\tm\n", ["the text is not in normal form C"]),
                ("# Source: us.\nAnn\tf\n", ["the head has no \"Licence:\""]),
                (head + "Ann\tf\n# more\n", ["a comment stands between the rows"])]:
            with self.subTest(text):
                self.assertEqual(problems(text, [NAME, GENDER], 1)[:1], fault)


class Content(unittest.TestCase):
    def test_given_names_have_their_gender(self):
        gender = dict(rows_of("given_names.tsv"))
        for name, expected in [("Fatima", "f"), ("Vladimir", "m"), ("Andrea", "u"), ("Ngozi", "f"), ("Recep", "m"),
                               ("Mehmet", "m"), ("Aung", "m"), ("Yuriko", "f"), ("Nguema", None), ("José", "m"),
                               ("Jose", "m"), ("Juan", "m"), ("Siobhán", "f"), ("Tamar", "f"), ("Zebari", None)]:
            with self.subTest(name):
                self.assertEqual(gender.get(name), expected)

    def test_words_of_the_language_are_no_given_names(self):
        gender = dict(rows_of("given_names.tsv"))
        for word in ("The", "An", "In", "Can", "Than", "May", "Monday", "General", "So", "My"):
            with self.subTest(word):
                self.assertNotIn(word, gender)

    def test_surnames_cover_the_world(self):
        surnames = {row[0] for row in rows_of("surnames.tsv")}
        for name in ("Smith", "McDonald", "O'Connor", "Nguyen", "Erdoğan", "Erdogan", "Yatsenyuk", "Müller", "Muller",
                     "Okonkwo", "Rajapaksa", "Kaczyński", "Netanyahu", "Kobayashi", "Hernández", "De Gaulle"):
            with self.subTest(name):
                self.assertIn(name, surnames)

    def test_cities_have_country_and_rank(self):
        cities = {row[:2]: row[2] for row in rows_of("cities.tsv")}
        for name, code, rank in [("Kyiv", "UKR", "capital"), ("Mosul", "IRQ", "seat"), ("Fallujah", "IRQ", "city"),
                                 ("Birmingham", "GBR", "city"), ("Birmingham", "USA", "city"), ("Bogota", "COL", "capital"),
                                 ("Springfield", "USA", "seat"), ("Hong Kong", "HKG", "city")]:
            with self.subTest(name):
                self.assertEqual(cities.get((name, code)), rank)

    def test_organisations_have_kind_and_country(self):
        organisations = {row[:2]: row[2] for row in rows_of("organisations.tsv")}
        for name, kind, code in [("Daily Nation", "media", "KEN"), ("Petrobras", "company", "BRA"),
                                 ("African National Congress", "party", "ZAF"), ("Bundestag", "government", "DEU"),
                                 ("Makerere University", "education", "UGA"), ("Boko Haram", "armed group", "NGA")]:
            with self.subTest(name):
                self.assertEqual(organisations.get((name, kind)), code)

    def test_every_country_has_one_capital_or_more(self):
        capitals = {code for _, code, rank in rows_of("cities.tsv") if rank == "capital"}
        self.assertGreaterEqual(len(capitals), 195)

    def test_regions_titles_and_words_of_organisations(self):
        self.assertIn(("Anbar", "IRQ", "governorate"), rows_of("regions.tsv"))
        self.assertIn(("South China Sea", "", "sea"), rows_of("regions.tsv"))
        self.assertIn(("Ayatollah", "m", "religious"), rows_of("titles.tsv"))
        self.assertIn(("Lt. Gen.", "u", "military"), rows_of("titles.tsv"))
        self.assertIn(("ministry", "government"), rows_of("org_words.tsv"))
        self.assertIn(("front", "armed group"), rows_of("org_words.tsv"))

    def test_words_of_organisations_are_lower_case(self):
        self.assertEqual([row for row in rows_of("org_words.tsv") if row[0] != row[0].lower()], [])


if __name__ == "__main__":
    unittest.main()
