#!/usr/bin/env python3
"""Reports of one event, the samples' and some written for this test, give one event; others stay apart.

    same_events_test.py --actorgraph BINARY
"""
import argparse
import json
import subprocess
import unittest
from pathlib import Path

SAMPLES = Path(__file__).resolve().parent.parent.parent / "samples"
STORIES = [
    {"burkina-post-attack-wire", "burkina-post-attack-reprint", "burkina-post-attack-statement"},
    {"philippines-typhoon-wire", "philippines-typhoon-bulletin"},
    {"yemen-ceasefire-agency", "yemen-ceasefire-violation"},
]
RAID = [
    {"id": "wire", "published": "2024-05-02",
     "text": "Rebels of the Red Band attacked the army barracks in Zenda on Wednesday, killing 12 soldiers, police said.\n\n"
             "The attackers came by boat across the Ruri river shortly before dawn and burned two trucks. General Rudolf "
             "Lind, who commands the garrison of Zenda, said that the army had pursued them into the hills of Hentzau.\n\n"
             "The Red Band, which was founded in 2011, wants the north of Ruritania to be a state of its own."},
    {"id": "reprint", "published": "2024-05-03",
     "text": "Rebels of the Red Band attacked the army barracks in Zenda on Wednesday, killing 12 soldiers, police said.\n\n"
             "The attackers came by boat across the Ruri river shortly before dawn and burned two trucks. General Rudolf "
             "Lind, who commands the garrison of Zenda, said that the army had pursued them into the hills of Hentzau."},
    {"id": "other-words", "published": "2024-05-03",
     "text": "A raid by the Red Band on the barracks in Zenda left 15 soldiers dead on Wednesday, a doctor in the Ruritanian "
             "town said. General Rudolf Lind spoke of a cowardly act. The gunmen of the Red Band stormed the barracks in "
             "Zenda after they had crossed the Ruri, and then fled towards Hentzau."},
    {"id": "another-town", "published": "2024-05-03",
     "text": "Farmers in Altmark attacked a tax office in Strelsau on Thursday and threw eggs at its windows. Nobody was "
             "hurt. Karl Kern, the mayor, called for calm and promised talks about the price of milk."},
]


class SameEvents(unittest.TestCase):
    program = None

    def extract(self, *arguments, text=""):
        ended = subprocess.run([self.program, "extract", *map(str, arguments), "-q"], input=text, capture_output=True,
                               text=True, check=True)
        return [json.loads(line) for line in ended.stdout.splitlines()]

    def test_samples_are_sorted_into_stories(self):
        names = {}
        for path in sorted(SAMPLES.glob("*.txt")):
            names[self.extract(path)[0]["document"]] = path.stem
        stories = {}
        copies = {}
        for event in self.extract(SAMPLES, "-f", "events"):
            for row in event["documents"]:
                name = names.get(row["document"], row["document"])
                stories.setdefault(row["story"], set()).add(name)
                copies[name] = names.get(row["copy_of"], row["copy_of"])
        self.assertEqual(19, len(copies))
        several = sorted(sorted(story) for story in stories.values() if len(story) > 1)
        self.assertEqual(sorted(sorted(story) for story in STORIES), several)
        self.assertEqual({"burkina-post-attack-reprint": "burkina-post-attack-wire"},
                         {name: origin for name, origin in copies.items() if name != origin})

    def test_the_attack_of_three_samples_is_one_event(self):
        events = self.extract(*SAMPLES.glob("burkina-*.txt"), "-f", "events")
        raids = [event for event in events if event["plover"] == "ASSAULT" and event["document_count"] == 3
                 and event["target"] and "post" in event["target"]["name"]]
        self.assertEqual(1, len(raids), [event["relation"] for event in events if event["document_count"] == 3])
        self.assertEqual(2, raids[0]["source_count"])
        self.assertEqual("2025-03-11", raids[0]["time"]["start"])

    def test_one_raid_in_other_words_and_a_reprint(self):
        text = "".join(json.dumps(article) + "\n" for article in RAID)
        events = self.extract("-", "-f", "events", text=text)
        raids = [event for event in events if event["plover"] == "ASSAULT" and event["target"]
                 and "barracks" in event["target"]["name"] and event["document_count"] > 1]
        self.assertEqual(1, len(raids), [(event["relation"], event["document_count"]) for event in events])
        self.assertEqual({"wire", "reprint", "other-words"}, {row["document"] for row in raids[0]["documents"]})
        self.assertEqual(2, raids[0]["source_count"])
        self.assertIn("Red Band", raids[0]["source"]["name"])
        self.assertEqual("2024-05-01", raids[0]["time"]["start"])
        for event in events:
            documents = {row["document"] for row in event["documents"]}
            self.assertFalse("another-town" in documents and len(documents) > 1, event["relation"])

    def test_order_and_threads_change_nothing(self):
        lines = [json.dumps(article) + "\n" for article in RAID]
        first = self.extract("-", "-f", "events", "-j", "1", text="".join(lines))
        self.assertEqual(first, self.extract("-", "-f", "events", "-j", "3", text="".join(reversed(lines))))


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--actorgraph", required=True)
    arguments, rest = parser.parse_known_args()
    SameEvents.program = arguments.actorgraph
    unittest.main(argv=[__file__, *rest])
