#include "extract/context.hpp"

#include <doctest/doctest.h>

#include "tests/extract/sentence_notation.hpp"

using namespace actorgraph;

TEST_CASE("negation comes from words around the verb, its subject and its object") {
  CHECK(claims_of("Chad/NNP<nsubj:4@GPE did/VBD/do<aux:4 not/RB<advmod:4 sign/VB<root:0 the/DT<det:6 "
                  "treaty/NN<obj:4") == "Chad -[sign]-> treaty | negated\n");
  CHECK(claims_of(
            "No/DT<det:2 country/NN<nsubj:4 has/VBZ/have<aux:4 recognized/VBN/recognize<root:0 the/DT<det:6 "
            "junta/NN<obj:4") == "country -[recognize]-> junta | negated\n");
  CHECK(claims_of("Chad/NNP<nsubj:2@GPE failed/VBD/fail<root:0 to/TO<mark:4 sign/VB<xcomp:2 the/DT<det:6 "
                  "treaty/NN<obj:4") == "Chad -[sign]-> treaty | negated\n");
}

TEST_CASE("two negations cancel out") {
  CHECK(
      claims_of(
          "Chad/NNP<nsubj:4@GPE did/VBD/do<aux:4 not/RB<advmod:4 fail/VB<root:0 to/TO<mark:6 sign/VB<xcomp:4 "
          "the/DT<det:8 treaty/NN<obj:6") == "Chad -[sign]-> treaty\n");
}

TEST_CASE("auxiliaries set the modality") {
  const auto with = [](const std::string& aux) {
    return claims_of("Chad/NNP<nsubj:3@GPE " + aux + "/MD<aux:3 sign/VB<root:0 the/DT<det:5 treaty/NN<obj:3");
  };
  CHECK(with("will") == "Chad -[sign]-> treaty | planned\n");
  CHECK(with("may") == "Chad -[sign]-> treaty | possible\n");
  CHECK(with("must") == "Chad -[sign]-> treaty | demanded\n");
}

TEST_CASE("a condition and a question are no facts") {
  CHECK(claims_of("Peru/NNP<nsubj:2@GPE retaliates/VBZ/retaliate<root:0 if/IN<mark:5 Chad/NNP<nsubj:5@GPE "
                  "violates/VBZ/violate<advcl:2 the/DT<det:7 treaty/NN<obj:5") ==
        "Peru -[retaliate]-> -\nChad -[violate]-> treaty | possible\n");
  CHECK(
      claims_of(
          "Did/VBD/do<aux:3 Chad/NNP<nsubj:3@GPE sign/VB<root:0 the/DT<det:5 treaty/NN<obj:3 ?/.<punct:3") ==
      "Chad -[sign]-> treaty | possible\n");
}

TEST_CASE("the innermost speaker answers for a claim") {
  CHECK(claims_of("Peru/NNP<nsubj:2@GPE said/VBD/say<root:0 that/IN<mark:5 police/NNS<nsubj:5 "
                  "claimed/VBD/claim<ccomp:2 rebels/NNS/rebel<nsubj:7 fled/VBD/flee<ccomp:5") ==
        "rebels -[flee]-> - | by: police\n");
  CHECK(claims_of("Rebels/NNS/rebel<nsubj:2 fled/VBD/flee<root:0 ,/,<punct:2 according/VBG/accord<case:6 "
                  "to/IN<fixed:4 police/NNS<obl:2") == "Rebels -[flee]-> - | by: police\n");
  CHECK(claims_of(
            "Rebels/NNS/rebel<nsubj:2 fled/VBD/flee<root:0 ,/,<punct:2 said/VBD/say<parataxis:2 the/DT<det:6 "
            "minister/NN<nsubj:4") == "Rebels -[flee]-> - | by: minister\n");
}

TEST_CASE("what is denied is negated and attributed to who denies it") {
  CHECK(claims_of("Chad/NNP<nsubj:2@GPE denied/VBD/deny<root:0 that/IN<mark:5 rebels/NNS/rebel<nsubj:5 "
                  "fled/VBD/flee<ccomp:2") == "rebels -[flee]-> - | negated | denied | by: Chad\n");
}

TEST_CASE("the content of a noun is as real as the noun says") {
  CHECK(claims_of("Rebels/NNS/rebel<nsubj:2 made/VBD/make<root:0 an/DT<det:4 attempt/NN<obj:2 to/TO<mark:6 "
                  "bomb/VB<acl:4 a/DT<det:8 refinery/NN<obj:6") ==
        "Rebels -[make]-> attempt\nRebels -[bomb]-> refinery | attempted\n");
}
