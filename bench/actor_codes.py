#!/usr/bin/env python3
"""Writes who acts on whom, in actor codes, for the scorers of event data.

    bench/actor_codes.py SENTENCES.jsonl [--program build/actorgraph] [--data DIR] [--actors FILE]...
                         [--codes cameo|plover] > ROWS.jsonl

SENTENCES: {"id", "text", "date"} a line, the date as 19950103 or 1995-01-03; of two rows of one id the later counts.
A row: {"id", "subject", "relation", "objects": [...], "source", "target"}, one for each pair of coded actors that a
verb joins:
  - the source is the claim's subject, the target its object; where that is no actor, the first coded actor in the
    object's whole phrase ("roads leading into Zenda"), then in the phrases around the verb, places last;
  - several subjects of a verb without a target act on one another ("Lind and Berg delayed their meeting"), and so do
    those that a verb joins ("Lind and Berg agreed"); of one subject without a target it is the first coded actor behind
    the verb, and of who says something the first of what is said,
    where nobody does anything to another in it;
  - who receives from another is the target;
  - copulas, and claims of what something is, are no events. Source and target differ, and the source is of a country or
    a body: "police" alone are nobody's; such a target is written ---COP, as PETRARCH does.
"""
import argparse
import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ROLES = {"AGR", "BUS", "COP", "CRM", "CVL", "EDU", "ELI", "GOV", "HLH", "JUD", "LAB", "LEG", "MED", "MIL", "OPP", "PTY",
         "REB", "REF", "REL", "SEP", "SPY", "UAF"}
PLOVER = {"MED": "JRN", "HLH": "MED", "SEP": "REB", "RAD": "UAF", "SET": "CVL", "MOD": "OPP", "HRI": "SOC", "ENV": "SOC",
          "DEV": "SOC", "PKO": "MIL"}
SECTORS = ROLES | set(PLOVER) | {"UIS", "SOC", "PRM", "PRE"}
BEYOND_STATES = {"IGO", "NGO", "NGM", "IMG", "MNC"}
PARTLY_READ = 3  # exit code of a run that could not read some of the sentences, and has said which
RECEIVING = {"receive", "get", "obtain", "accept", "borrow", "inherit"}


def run(arguments, sentences, form):
    command = [arguments.program, "extract", "-", "-q", "-f", form]
    if arguments.data:
        command += ["--data", arguments.data]
    for path in arguments.actors:
        command += ["--actors", path]
    lines = []
    for row in sentences.values():
        digits = row["date"].replace("-", "")
        date = f"{digits[:4]}-{digits[4:6]}-{digits[6:8]}"
        lines.append(json.dumps({"id": row["id"], "text": row["text"], "published": date}))
    result = subprocess.run(command, input="\n".join(lines) + "\n", stdout=subprocess.PIPE, text=True, check=False)
    if result.returncode not in (0, PARTLY_READ):
        sys.exit(result.returncode)
    return [json.loads(line) for line in result.stdout.splitlines()]


def inside(span, outer):
    return outer[0] <= span[0] and span[1] <= outer[1]


def phrase_of(node, mentions):
    """The whole phrase of a slot: that of the longest mention that begins it."""
    phrases = [m["phrase"] for m in mentions if inside(m["head"], node["span"]) and m["span"][0] <= node["span"][0]
               and m["span"][1] >= node["span"][1]]
    return max(phrases, key=lambda span: span[1] - span[0], default=node["span"])


def plover_form(code):
    """Country, or the kind of international body, and sector."""
    blocks = [code[at:at + 3] for at in range(0, len(code), 3)]
    sector = next((PLOVER.get(block, block) for block in blocks if block in SECTORS), "")
    if blocks[0] in BEYOND_STATES:
        return blocks[0] + (sector if sector in {"MIL", "COP"} else "")
    return (blocks[0] if blocks[0] not in SECTORS else "") + sector


def is_role(code):
    """Whether a code is a role without a country or a body."""
    return code[:3] in ROLES


def is_event(claim):
    return claim["subject"] is not None and claim["subject"]["code"] and claim["relation"]["lemma"].split()[0] != "be"


def first_coded(mentions, spans, source):
    """The first coded mention in one of the spans, which are tried in their order; no part of a longer one, nor of the
    source."""
    for span in spans:
        found = [m for m in mentions if m["code"] and m["code"] != source["code"] and not is_role(m["code"])
                 and inside(m["head"], span) and not inside(m["head"], source["span"])]
        for mention in found:
            if not any(m is not mention and m["span"] != mention["span"] and inside(mention["span"], m["span"])
                       for m in found):
                return mention
    return None


def find_object(group, mentions):
    """The target that the claims of a verb and a subject name."""
    source = group[0]["subject"]
    named = [claim["object"] for claim in group if claim["object"] and claim["object"]["code"]]
    for node in sorted(named, key=lambda node: is_role(node["code"])):
        if node["code"] != source["code"]:
            return node
    objects = [phrase_of(claim["object"], mentions) for claim in group if claim["object"]]
    around = [a for claim in group for a in claim["arguments"] if a["role"] != "time"]
    around.sort(key=lambda a: a["role"] == "place")
    return first_coded(mentions, objects + [a["span"] for a in around], source)


def pairs_of_verb(subjects, mentions):
    """Claims with their targets, of the claims of one verb by their subjects."""
    found = []
    for group in subjects:
        target = find_object(group, mentions)
        if target:
            found.append((group[0]["subject"], group[0], target))
            if group[0]["subject"]["span"][1] <= target["span"][0] <= group[0]["relation"]["span"][0]:
                found.append((target, group[0], group[0]["subject"]))
    if found:
        return found
    if len(subjects) > 1:
        return [(a[0]["subject"], a[0], b[0]["subject"]) for a in subjects for b in subjects]
    behind = [max(claim["relation"]["span"][1] for claim in subjects[0]), subjects[0][0]["span"][1]]
    target = first_coded(mentions, [behind], subjects[0][0]["subject"])
    return [(subjects[0][0]["subject"], subjects[0][0], target)] if target else []


def pairs_of(claims, mentions):
    verbs = {}  # the claims of one verb, by their subject
    for claim in claims:
        if is_event(claim):
            key = (claim["span"][0], claim["relation"]["span"][0])
            verbs.setdefault(key, {}).setdefault(claim["subject"]["span"][0], []).append(claim)
    told = set()  # subjects whose claims have targets
    for subjects in verbs.values():
        for source, claim, target in pairs_of_verb(list(subjects.values()), mentions):
            told.add(claim["subject"]["span"][0])
            verb, _, preposition = claim["relation"]["lemma"].partition(" ")
            if verb in RECEIVING and preposition == "from":
                source, target = target, source
            yield source, claim, target
    speaking = {claim["subject"]["span"][0] for claim in claims if is_event(claim)}
    for claim in claims:
        speaker, said = claim["attributed_to"], claim["subject"]
        if speaker and said and speaker["code"] and said["code"] and speaker["span"][0] not in speaking \
                and said["span"][0] not in told:
            speaking.add(speaker["span"][0])
            yield speaker, claim, said


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sentences")
    parser.add_argument("--program", default=str(ROOT / "build" / "actorgraph"))
    parser.add_argument("--data", default="")
    parser.add_argument("--codes", choices=["cameo", "plover"], default="cameo",
                        help="plover: country, or IGO and the like, and sector alone")
    parser.add_argument("--actors", action="append", default=[])
    arguments = parser.parse_args()
    with open(arguments.sentences, encoding="utf-8") as lines:
        sentences = {row["id"]: row for row in map(json.loads, filter(str.strip, lines))}
    claims, mentions = {}, {}
    for claim in run(arguments, sentences, "jsonl"):
        claims.setdefault(claim["document"], []).append(claim)
    for document in run(arguments, sentences, "mentions"):
        mentions[document["document"]] = document["mentions"]
    for name, found in claims.items():
        written = set()
        for source, claim, target in pairs_of(found, mentions.get(name, [])):
            if is_role(source["code"]) or source["code"] == target["code"]:
                continue
            pair = (source["code"], "---" * is_role(target["code"]) + target["code"])
            if arguments.codes == "plover":
                pair = (plover_form(source["code"]), plover_form(target["code"]))
            if pair in written:
                continue
            written.add(pair)
            json.dump({"id": name, "subject": source["text"], "relation": claim["relation"]["text"],
                       "objects": [target["text"]], "source": pair[0], "target": pair[1]}, sys.stdout)
            print()


if __name__ == "__main__":
    main()
