#!/usr/bin/env python3
"""The expected claims of samples/ hold together, and the scorer tells good claims from bad ones.

    score_samples_test.py SAMPLES
"""
import contextlib
import io
import pathlib
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import score_samples

SAMPLES = pathlib.Path(sys.argv.pop(1))


def as_written(cell):
    """A slot as the extractor would write it, by the first accepted phrase."""
    first = cell.split(score_samples.ALTERNATIVE)[0]
    return {"text": first} if first not in ("", score_samples.NONE) else None


def perfect_claims(article):
    return [{"document": article.name, "sentence": article.stretch(c["sentence"]).strip(),
             "subject": as_written(c["subject"]), "relation": {"lemma": c["relation"].split(score_samples.ALTERNATIVE)[0]},
             "object": as_written(c["object"]), "negated": c["negated"] == "1", "modality": c["modality"],
             "attributed_to": as_written(c["speaker"]), "time": {"text": c["time"]}, "place": {"text": c["place"]}}
            for c in article.claims]


class Samples(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.articles = [article for article, _ in score_samples.load_articles(SAMPLES)]

    def score(self, change):
        scorer = score_samples.Scorer(False)
        given = score_samples.by_article(self.articles, [c for a in self.articles for c in change(perfect_claims(a))])
        for article in self.articles:
            scorer.add(article, given[article.name])
        return scorer

    def test_every_expected_file_agrees_with_its_article(self):
        self.assertEqual([p for article in self.articles for p in article.check()], [])

    def test_each_fault_of_an_expected_file_is_found(self):
        source = SAMPLES / "expected"
        name = "comoros-coup"
        text = (SAMPLES / f"{name}.txt").read_text(encoding="utf-8")
        claims = (source / f"{name}.claims.tsv").read_text(encoding="utf-8")
        actors = (source / f"{name}.actors.tsv").read_text(encoding="utf-8")
        row = "Madagascar\trecall\tits ambassador\t0\tasserted\t\t\t\t0"
        self.assertEqual(claims.count(row + "\n"), 1)
        for bad, fault in [
                (row.replace("ambassador", "consul"), "object \"its consul\" has ['consul'], which the sentence lacks"),
                (row.replace("its ambassador", "its ambassador / envoy"), "object \"envoy\" has ['envoy'], which the article lacks"),
                (row.replace("recall", "welcome"), "no word of the sentence looks like \"welcome\""),
                (row.replace("asserted", "certain"), "no modality is called \"certain\""),
                (row.replace("\t0\tasserted", "\tno\tasserted"), "negated is \"no\", expected 0 or 1"),
                (row + "\n" + row, "the claim of line"),
                (row + "\textra", "10 columns, expected 9"),
                ("# A sentence of another paper\n" + row, "the article does not go on with")]:
            with self.subTest(fault), tempfile.TemporaryDirectory() as folder:
                folder = pathlib.Path(folder)
                (folder / f"{name}.actors.tsv").write_text(actors, encoding="utf-8")
                (folder / f"{name}.claims.tsv").write_text(claims.replace(row, bad), encoding="utf-8")
                try:
                    found = score_samples.Article(name, text, folder).check()
                except SystemExit as error:
                    found = [str(error)]
                self.assertEqual(len(found), 1, found)
                self.assertIn(fault, found[0])

    def test_an_unknown_column_is_refused(self):
        name = "comoros-coup"
        text = (SAMPLES / f"{name}.txt").read_text(encoding="utf-8")
        for kind, columns in [("claims", score_samples.COLUMNS), ("actors", score_samples.ACTOR_COLUMNS)]:
            with self.subTest(kind), tempfile.TemporaryDirectory() as folder:
                folder = pathlib.Path(folder)
                for file in ("claims", "actors"):
                    content = (SAMPLES / "expected" / f"{name}.{file}.tsv").read_text(encoding="utf-8")
                    if file == kind:
                        content = content.replace("\t".join(columns), "\t".join(columns[:-1] + ["colour"]), 1)
                    (folder / f"{name}.{file}.tsv").write_text(content, encoding="utf-8")
                with self.assertRaises(SystemExit) as error:
                    score_samples.Article(name, text, folder)
                self.assertIn("the first line is not the columns", str(error.exception))

    def test_there_are_enough_articles_of_the_right_length(self):
        self.assertGreaterEqual(len(self.articles), 16)
        lengths = {article.name: len(article.text.split()) for article in self.articles}
        self.assertEqual([name for name, length in lengths.items() if not 150 <= length <= 600], [])

    def test_every_expected_file_belongs_to_an_article(self):
        names = {article.name for article in self.articles}
        files = {path.name.split(".")[0] for path in (SAMPLES / "expected").glob("*.tsv")}
        self.assertEqual(files, names)

    def test_the_expected_claims_score_one(self):
        scorer = self.score(lambda claims: claims)
        self.assertEqual(scorer.total["right"], scorer.total["gold"])
        self.assertEqual(scorer.total["system"], scorer.total["gold"])
        for name, results in scorer.attributes.items():
            with self.subTest(name):
                self.assertEqual(results.count(False), 0)

    def test_every_second_claim_costs_recall_alone(self):
        scorer = self.score(lambda claims: claims[::2])
        self.assertLess(scorer.total["right"], 0.6 * scorer.total["gold"])
        self.assertEqual(scorer.total["right"], scorer.total["system"])

    def test_swapped_slots_are_errors(self):
        def swap(claims):
            return [dict(c, subject=c["object"], object=c["subject"]) for c in claims]
        scorer = self.score(swap)
        self.assertLess(scorer.total["right"], 0.05 * scorer.total["system"])

    def test_a_lost_negation_is_counted(self):
        scorer = self.score(lambda claims: [dict(c, negated=False) for c in claims])
        self.assertGreater(scorer.attributes["negation"].count(False), 20)

    def test_an_unresolved_description_is_a_miss_until_it_carries_its_actor(self):
        article = next(a for a in self.articles if a.name == "burkina-post-attack-wire")
        claim = next(c for c in perfect_claims(article) if c["relation"]["lemma"] == "capture")
        for subject, right in (({"text": "the group"}, 0), ({"text": "the group", "actor": "SCF"}, 1), ({"text": "SCF"}, 1)):
            with self.subTest(subject):
                scorer = score_samples.Scorer(False)
                self.assertEqual(scorer.add(article, [dict(claim, subject=subject)])["right"], right)
        scorer = score_samples.Scorer(True)
        self.assertEqual(scorer.add(article, [dict(claim, subject={"text": "the group"})])["right"], 1)

    def test_a_claim_counts_only_in_its_own_sentence(self):
        article = self.articles[0]
        claims = [c for c in perfect_claims(article) if c["sentence"] != article.stretch(1).strip()]
        moved = [dict(c, sentence=article.stretch(1).strip()) for c in claims]
        count = score_samples.Scorer(False).add(article, moved)
        self.assertLess(count["right"], 3)

    def test_a_report_has_a_line_for_every_article(self):
        out = io.StringIO()
        with contextlib.redirect_stdout(out):
            score_samples.line("all", 3, 4, 6)
        self.assertEqual(out.getvalue().split(), "all P 0.750 R 0.500 F1 0.600 (4 claims, 6 expected)".split())


if __name__ == "__main__":
    unittest.main()
