#!/usr/bin/env python3
"""Writes the claims of documents as typed relations between actors, for the scorer of re3d.

    bench/relations.py DOCUMENTS.jsonl [--program build/actorgraph] [--data DIR] > ROWS.jsonl

DOCUMENTS: {"id", "text"} a line. A row: {"id", "confidence", "subject", "relation", "objects": [object], "type"}.

The types are those of https://github.com/dstl/re3d. A claim's type comes from the code of its event, else from its
relation, else from its slots:

    FightingAgainst   ASSAULT, COERCE, MOBILIZE, THREATEN; fight, combat, counter, defeat, target, strike, oppose ...
    CommWith          CONSULT, REQUEST; tell, speak to, meet, urge, thank, welcome ...
    Dislikes          ACCUSE, REJECT, SANCTION, PROTEST; condemn, criticize, fear ...
    Likes             SUPPORT, CONCEDE; praise, respect, value, commend ...
    AlliesOf          AGREE, COOPERATE, AID; work with, join, support, help, protect, train ...
    InChargeOf        be head, commander, minister ... of; lead, control, run, conduct, own, hold
    BelongsTo         be part of, be member of, belong to, include (turned round), serve in, be from
    IsSynonymOf       be, be known as, be called
    CoLocated         be in, live in, arrive in ...; and the subject and object of a claim with its place

Denied and demanded claims are left out: they do not say that the relation holds.
"""
import argparse
import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OF_EVENT = {"ASSAULT": "FightingAgainst", "COERCE": "FightingAgainst", "MOBILIZE": "FightingAgainst",
            "THREATEN": "FightingAgainst", "CONSULT": "CommWith", "REQUEST": "CommWith", "ACCUSE": "Dislikes",
            "REJECT": "Dislikes", "SANCTION": "Dislikes", "PROTEST": "Dislikes", "SUPPORT": "Likes",
            "CONCEDE": "Likes", "AGREE": "AlliesOf", "COOPERATE": "AlliesOf", "AID": "AlliesOf"}
OF_VERB = {
    "FightingAgainst": "attack fight combat counter defeat target strike oppose destroy kill bomb raid capture seize "
                       "liberate degrade confront battle clash resist repel hit engage retake invade assault clear",
    "CommWith": "tell speak meet talk urge thank welcome discuss inform brief address call ask congratulate visit "
                "host invite advise greet contact",
    "Dislikes": "condemn criticize criticise deplore denounce accuse blame fear reject oppose hate threaten",
    "Likes": "praise respect value commend applaud admire appreciate endorse encourage favor favour",
    "AlliesOf": "work cooperate coordinate join support help assist aid protect train advise partner ally back "
                "provide defend agree",
    "InChargeOf": "lead control run conduct own hold command head govern manage operate direct launch carry oversee "
                  "establish found create",
    "BelongsTo": "belong serve comprise",
    "CoLocated": "arrive live reside travel deploy remain stay base locate operate return",
}
VERBS = {verb: kind for kind, verbs in OF_VERB.items() for verb in verbs.split()}
HEADS = {"head", "leader", "commander", "minister", "president", "chief", "secretary", "director", "chairman", "king",
         "spokesman", "spokesperson", "spokeswoman", "ambassador", "envoy", "chair", "governor", "general", "owner"}
PLACES = {"in", "at", "near", "on", "inside", "within"}


def type_of(claim):
    """The type of the relation between subject and object, and whether it is turned round."""
    lemma = claim["relation"]["lemma"].split()
    event = claim.get("event")
    if event and event.get("plover") in OF_EVENT:
        return OF_EVENT[event["plover"]], False
    if lemma[0] == "include":
        return "BelongsTo", True
    if lemma[0] == "be":
        if len(lemma) == 1 or lemma[1:] in (["known", "as"], ["called"], ["named"], ["dubbed"]):
            return "IsSynonymOf", False
        if HEADS & set(lemma):
            return "InChargeOf", False
        if lemma[1] in ("part", "member", "one", "from") or lemma[-2:] == ["of", "of"]:
            return "BelongsTo", False
        return ("CoLocated", False) if lemma[-1] in PLACES else ("", False)
    for word in reversed(lemma):
        if word in VERBS:
            return VERBS[word], False
    return "", False


def rows_of(claim):
    text = {slot: (claim.get(slot) or {}).get("text") for slot in ("subject", "object", "place")}
    base = {"id": claim["document"], "confidence": claim["confidence"], "relation": claim["relation"]["text"]}
    if claim["negated"] or claim["modality"] in ("denied", "demanded"):
        return
    if text["subject"] and text["object"]:
        kind, turned = type_of(claim)
        subject, target = (text["object"], text["subject"]) if turned else (text["subject"], text["object"])
        if kind:
            yield {**base, "subject": subject, "objects": [target], "type": kind}
    for slot in ("subject", "object"):
        if text["place"] and text[slot] and text[slot] != text["place"]:
            yield {**base, "subject": text[slot], "objects": [text["place"]], "type": "CoLocated"}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("documents", type=Path)
    parser.add_argument("--program", default=str(ROOT / "build/actorgraph"))
    parser.add_argument("--data", default=str(ROOT / "data"))
    args = parser.parse_args()
    documents = [json.loads(line) for line in args.documents.open(encoding="utf-8")]
    lines = "".join(json.dumps({"id": d["id"], "text": d["text"]}) + "\n" for d in documents)
    run = subprocess.run([args.program, "extract", "-", "-q", "--data", args.data], input=lines, text=True,
                         capture_output=True, check=True)
    seen = set()
    for line in run.stdout.splitlines():
        for row in rows_of(json.loads(line)):
            key = (row["id"], row["subject"], row["objects"][0], row["type"])
            if key not in seen:
                seen.add(key)
                print(json.dumps(row, ensure_ascii=False))


if __name__ == "__main__":
    sys.exit(main())
