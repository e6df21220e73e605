#!/usr/bin/env python3
"""Writes who did what to whom in reports of attacks, as the role fillers that MUC-3/4 asks for.

    bench/muc.py DOCUMENTS.jsonl [--program build/actorgraph] [--data DIR] > ROLES.jsonl

DOCUMENTS: {"docid", "text"} a line. A row: {"docid", "roles": {"PerpInd": [[name]], ...}}.

Read are the claims whose event is an ASSAULT and that are not negated, demanded or merely possible:
    PerpOrg  a subject that is an organisation, an armed group or a party
    PerpInd  a subject that is a person or a group
    Victim   an object that is a person or a group
    Target   an object that is a place, a facility or a thing
    Weapon   a word of weapons (data/events/weapons.tsv) in a slot or argument of such a claim
One entry an actor; of its names the one that is written most often.
"""
import argparse
import collections
import json
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ORGANISATIONS = {"armed group", "organization", "party", "government"}
PEOPLE = {"person", "group"}


def weapons(data):
    rows = (Path(data) / "events/weapons.tsv").read_text(encoding="utf-8").splitlines()
    return {row.split("\t")[0].lower() for row in rows if row and not row.startswith("#")}


def weapon_in(text, known):
    for word in re.findall(r"[A-Za-z][\w-]*", text or ""):
        low = word.lower()
        if low in known or (low.endswith("s") and low[:-1] in known):
            return word
    return None


def roles_of(claims, known):
    names = {role: collections.defaultdict(collections.Counter)
             for role in ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")}
    for claim in claims:
        event = claim.get("event")
        if not event or event.get("plover") != "ASSAULT" or claim["negated"]:
            continue
        if claim["modality"] in ("denied", "possible", "demanded", "threatened"):
            continue
        who, whom = claim.get("subject"), claim.get("object")
        if who:
            role = "PerpOrg" if who["kind"] in ORGANISATIONS else "PerpInd" if who["kind"] in PEOPLE else None
            if role:
                names[role][who["id"]][who["text"]] += 1
        if whom and not weapon_in(whom["text"], known):
            role = "Victim" if whom["kind"] in PEOPLE | {"armed group"} else "Target"
            names[role][whom["id"]][whom["text"]] += 1
        texts = [(who or {}).get("text")] + [a["text"] for a in claim["arguments"]]
        for weapon in filter(None, (weapon_in(text, known) for text in texts)):
            names["Weapon"][weapon.lower()][weapon] += 1
    return {role: [[count.most_common(1)[0][0]] for count in found.values()] for role, found in names.items()}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("documents", type=Path)
    parser.add_argument("--program", default=str(ROOT / "build/actorgraph"))
    parser.add_argument("--data", default=str(ROOT / "data"))
    args = parser.parse_args()
    documents = [json.loads(line) for line in args.documents.open(encoding="utf-8")]
    lines = "".join(json.dumps({"id": d["docid"], "text": d["text"]}) + "\n" for d in documents)
    run = subprocess.run([args.program, "extract", "-", "-q", "--data", args.data], input=lines, text=True,
                         capture_output=True, check=True)
    claims = collections.defaultdict(list)
    for line in run.stdout.splitlines():
        claim = json.loads(line)
        claims[claim["document"]].append(claim)
    known = weapons(args.data)
    for document in documents:
        roles = roles_of(claims[document["docid"]], known)
        print(json.dumps({"docid": document["docid"], "roles": roles}, ensure_ascii=False))


if __name__ == "__main__":
    sys.exit(main())
