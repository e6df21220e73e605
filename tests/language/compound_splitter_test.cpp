#include "language/compound_splitter.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>

#include "language/conllu_reader.hpp"
#include "language/token_features.hpp"
#include "records/dump.hpp"

using namespace actorgraph;

namespace {

Document read_rows(std::string rows) {
  std::replace(rows.begin(), rows.end(), ' ', '\t');
  std::istringstream in(rows);
  auto result = ConlluReader(in, "-").read();
  REQUIRE(result);
  REQUIRE_MESSAGE(result->has_value(), to_string(result->error()));
  return std::move(result->value());
}

WordTagger make_tagger() {
  const std::vector<std::uint64_t> keys = {word_hash("state"), word_hash("owned"), word_hash("year"),
                                           word_hash("old"),   word_hash("well"),  word_hash("of"),
                                           word_hash("the"),   word_hash("or"),    word_hash("us")};
  const std::vector<WordTags> tags = {
      {Upos::Noun, Xpos::Nn, 1}, {Upos::Verb, Xpos::Vbn, 0}, {Upos::Noun, Xpos::Nn, 1},
      {Upos::Adj, Xpos::Jj, 0},  {Upos::Adv, Xpos::Rb, 0},   {Upos::Adp, Xpos::In, 0},
      {Upos::Det, Xpos::Dt, 0},  {Upos::Cconj, Xpos::Cc, 0}, {Upos::Pron, Xpos::Prp, 0}};
  return {keys, tags, {"", "Number=Sing"}};
}

/// The dump of the document after its compounds are split.
std::string split(Document doc) {
  split_compounds(doc, find_compounds(doc), make_tagger(), Lemmatizer(), Feats::Predict);
  return dump(doc);
}

}  // namespace

TEST_CASE("the last word heads a compound, and the others modify it by their tags") {
  CHECK(split(read_rows("1 a a DET DT _ 3 det _ _\n"
                        "2 state-owned state-own VERB VBN _ 3 amod _ _\n"
                        "3 bank bank NOUN NN _ 0 root _ _\n")) ==
        "a/DET<det:bank state/NOUN<compound:owned -/PUNCT<punct:state owned/VERB<amod:bank bank/NOUN<root\n");
  CHECK(split(read_rows("1 well-armed well-arm VERB VBN _ 2 amod _ _\n"
                        "2 men man NOUN NNS _ 0 root _ _\n")) ==
        "well/ADV<advmod:armed -/PUNCT<punct:well armed/VERB<amod:men men/NOUN<root\n");
  CHECK(split(read_rows("1 12-year-old _ ADJ JJ _ 2 amod _ _\n"
                        "2 boy boy NOUN NN _ 0 root _ _\n")) ==
        "12/NUM<nummod:year -/PUNCT<punct:12 year/NOUN<compound:old -/PUNCT<punct:year old/ADJ<amod:boy "
        "boy/NOUN<root\n");
}

TEST_CASE("the first word heads a name, a range and a verb with its particle") {
  CHECK(split(read_rows("1 al-Shira _ PROPN NNP _ 0 root _ Name=B-ORG\n"
                        "2 men man NOUN NNS _ 1 dep _ _\n")) ==
        "al/PROPN<root -/PUNCT<punct:al Shira/PROPN<flat:al men/NOUN<dep:al [al - Shira ORG]\n");
  CHECK(split(read_rows("1 5-10 _ NUM CD _ 2 nummod _ _\n"
                        "2 men man NOUN NNS _ 0 root _ _\n")) ==
        "5/NUM<nummod:men -/SYM<case:10 10/NUM<nmod:5 men/NOUN<root\n");
  CHECK(split(read_rows("1 shut-down _ VERB VB _ 0 root _ _\n")) ==
        "shut/VERB<root -/PUNCT<punct:down down/NOUN<compound:prt:shut\n");
}

TEST_CASE("a verb with its particle that is an adjective stays a verb") {
  CHECK(split(read_rows("1 armed-up _ ADJ JJ _ 2 amod _ _\n"
                        "2 men man NOUN NNS _ 0 root _ _\n")) ==
        "armed/VERB<amod:men -/PUNCT<punct:up up/NOUN<compound:prt:armed men/NOUN<root\n");
}

TEST_CASE("a preposition or conjunction within a compound links the last word to the first") {
  CHECK(split(read_rows("1 state-of-the-art _ ADJ JJ _ 2 amod _ _\n"
                        "2 drones drone NOUN NNS _ 0 root _ _\n")) ==
        "state/NOUN<amod:drones -/PUNCT<punct:art of/ADP<case:art -/PUNCT<punct:of the/DET<det:art "
        "-/PUNCT<punct:the art/NOUN<nmod:state drones/NOUN<root\n");
  CHECK(split(read_rows("1 truce-or-war _ NOUN NN _ 2 compound _ _\n"
                        "2 vote vote NOUN NN _ 0 root _ _\n")) ==
        "truce/NOUN<compound:vote -/PUNCT<punct:war or/CCONJ<cc:war -/PUNCT<punct:or war/NOUN<conj:truce "
        "vote/NOUN<root\n");
}

TEST_CASE("the last word heads two names, the first one of a person's") {
  CHECK(
      split(read_rows("1 Ruritania-Zenda _ PROPN NNP _ 2 compound _ _\n"
                      "2 talks talk NOUN NNS _ 0 root _ _\n")) ==
      "Ruritania/PROPN<compound:Zenda -/PUNCT<punct:Ruritania Zenda/PROPN<compound:talks talks/NOUN<root\n");
  CHECK(split(read_rows("1 Rassen-Dyll _ PROPN NNP _ 2 nsubj _ Name=B-PERSON\n"
                        "2 spoke speak VERB VBD _ 0 root _ _\n")) ==
        "Rassen/PROPN<nsubj:spoke -/PUNCT<punct:Dyll Dyll/PROPN<flat:Rassen spoke/VERB<root "
        "[Rassen - Dyll PERSON]\n");
  CHECK(split(read_rows("1 Fritz _ PROPN NNP _ 3 nsubj _ Name=B-PERSON\n"
                        "2 al-Shira _ PROPN NNP _ 1 flat _ Name=I-PERSON\n"
                        "3 spoke speak VERB VBD _ 0 root _ _\n")) ==
        "Fritz/PROPN<nsubj:spoke al/PROPN<flat:Fritz -/PUNCT<punct:Shira Shira/PROPN<flat:Fritz "
        "spoke/VERB<root [Fritz al - Shira PERSON]\n");
  CHECK(split(read_rows("1 US-trained _ VERB VBN _ 2 amod _ _\n"
                        "2 men man NOUN NNS _ 0 root _ _\n")) ==
        "US/PROPN<obl:unmarked:trained -/PUNCT<punct:US trained/VERB<amod:men men/NOUN<root\n");
}

TEST_CASE("dependents of later words, names and multiword tokens move with their words") {
  Document doc = read_rows(
      "1 Al-Shira _ PROPN NNP _ 4 nmod:poss _ Name=B-ORG\n"
      "2-3 state-owned's _ _ _ _ _ _ _ _\n"
      "2 state-owned _ VERB VBN _ 4 amod _ SpaceAfter=No\n"
      "3 's _ PART POS _ 2 case _ _\n"
      "4 bank bank NOUN NN _ 0 root _ _\n");
  split_compounds(doc, find_compounds(doc), make_tagger(), Lemmatizer(), Feats::Leave);
  CHECK(dump(doc) ==
        "Al/PROPN<nmod:poss:bank -/PUNCT<punct:Al Shira/PROPN<flat:Al state/NOUN<compound:owned "
        "-/PUNCT<punct:state owned/VERB<amod:bank 's/PART<case:owned bank/NOUN<root [Al - Shira ORG]\n");
  const Sentence& sent = doc.sentences[0];
  REQUIRE(sent.multiword.size() == 1);
  CHECK(sent.multiword[0].tokens == TokenRange{5, 7});
}

TEST_CASE("splitting and joining again gives the words back") {
  Document doc = read_rows(
      "1 a a DET DT _ 3 det _ _\n"
      "2 U.S.-led _ VERB VBN _ 3 amod _ _\n"
      "3 raid raid NOUN NN _ 0 root _ _\n"
      "4 near near ADP IN _ 5 case _ _\n"
      "5 Al-Shira _ PROPN NNP _ 3 nmod _ Name=B-GPE\n");
  const std::string before = dump(doc);
  split_compounds(doc, find_compounds(doc), make_tagger(), Lemmatizer(), Feats::Leave);
  CHECK(dump(doc) != before);
  join_hyphens(doc);
  CHECK(dump(doc) == before);
}

TEST_CASE("the tags of words that no treebank has come from their shape") {
  const WordTagger tagger = make_tagger();
  const std::pair<const char*, Xpos> rows[] = {
      {"12", Xpos::Cd},      {"Zenda", Xpos::Nnp}, {"quickly", Xpos::Rb}, {"looting", Xpos::Vbg},
      {"looted", Xpos::Vbn}, {"loot", Xpos::Nn},   {"state", Xpos::Nn}};
  for (const auto& [form, xpos] : rows) {
    Token tok;
    tok.form = form;
    tagger.tag(tok, Feats::Predict);
    CAPTURE(form);
    CHECK(tok.xpos == xpos);
    CHECK(tok.feats == (tok.form == "state" ? "Number=Sing" : ""));
  }
}
