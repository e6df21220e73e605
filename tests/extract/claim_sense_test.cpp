#include "extract/claim_sense.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/extract/sentence_notation.hpp"

using namespace actorgraph;

TEST_CASE("what only points says nothing, what is described does") {
  CHECK(claims_of("Lind/NNP<nsubj:2@PERSON saw/VBD/see<root:0 that/DT<obj:2").empty());
  CHECK(claims_of(
            "Lind/NNP<nsubj:2@PERSON saw/VBD/see<root:0 those/DT<obj:2 in/IN<case:5 Zenda/NNP<nmod:3@GPE") ==
        "Lind -[see]-> those in Zenda | place: in Zenda\n");
  CHECK(claims_of("This/DT<nsubj:4 is/VBZ/be<cop:4 a/DT<det:4 risk/NN<root:0").empty());
}

TEST_CASE("an object that repeats the subject says nothing") {
  Document doc;
  add_sentence(doc, "Lind/NNP<nsubj:2@PERSON left/VBD/leave<root:0");
  const DependencyTree tree(doc.sentences.front());
  const auto nothing = [&tree](const std::string& subject, const std::string& relation,
                               const std::string& object) {
    Claim claim;
    claim.subject.text = subject;
    claim.relation.lemma = relation;
    claim.object.emplace().text = object;
    return says_nothing(claim, tree, std::nullopt, std::nullopt);
  };
  CHECK(nothing("Ana Lind", "be", "judges Ana Lind and Ben Moe"));
  CHECK_FALSE(nothing("Ana Lind", "be", "judge"));
}

TEST_CASE("the head of a page ends behind its addresses and time stamps") {
  const auto end_of = [](const std::vector<std::string>& forms) {
    Sentence sent;
    for (const std::string& form : forms) sent.tokens.emplace_back().form = form;
    return find_headline_end(sent);
  };
  CHECK(end_of({"news", "/", "17", "/", "Lind", "left"}) == 5);
  CHECK(end_of({"Fire", "Posted", ":", "Lind", "left"}) == 2);
  CHECK(end_of({"9:05", "PM", "GMT", "Lind", "left"}) == 3);
  CHECK(end_of({"Lind", "left", "Zenda"}) == 0);
  CHECK(joins_headline(4, {5}, 2, std::nullopt));
  CHECK_FALSE(joins_headline(4, {5}, 4, std::nullopt));
}

TEST_CASE("a claim about the address of a page is none") {
  CHECK(claims_of("mayor-opens-new-bridge-near-zenda-17/NN<nsubj:2 helped/VBD/help<root:0 Chad/NNP<obj:2@GPE")
            .empty());
}

TEST_CASE("a verb or an adjective that says nothing by itself makes no claim without a phrase beside it") {
  CHECK(claims_of("Lind/NNP<nsubj:2@PERSON lives/VBZ/live<root:0").empty());
  CHECK(claims_of("Lind/NNP<nsubj:2@PERSON lives/VBZ/live<root:0 in/IN<case:4 Zenda/NNP<obl:2@GPE") ==
        "Lind -[live in]-> Zenda\n");
  CHECK(claims_of("Lind/NNP<nsubj:2@PERSON fled/VBD/flee<root:0") == "Lind -[flee]-> -\n");
  CHECK(claims_of("The/DT<det:2 road/NN<nsubj:4 is/VBZ/be<cop:4 ready/JJ<root:0").empty());
  CHECK(claims_of("The/DT<det:2 road/NN<nsubj:4 is/VBZ/be<cop:4 wet/JJ<root:0") == "road -[be]-> wet\n");
}
