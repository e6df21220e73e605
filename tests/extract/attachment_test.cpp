#include "extract/attachment.hpp"

#include <doctest/doctest.h>

#include "tests/extract/sentence_notation.hpp"

using namespace actorgraph;

TEST_CASE("a phrase behind an object belongs to a verb that takes its preposition") {
  CHECK(claims_of("Ruritania/NNP<nsubj:2@GPE promised/VBD/promise<root:0 grain/NN<obj:2 "
                  "to/IN<case:5 Chad/NNP<nmod:3@GPE") ==
        "Ruritania -[promise]-> grain | place: to Chad\nRuritania -[promise grain to]-> Chad\n");
}

TEST_CASE("an appositive explains the last of coordinated names") {
  CHECK(claims_of("Lind/NNP<nsubj:2@PERSON met/VBD/meet<root:0 Ana/NNP<obj:2@PERSON "
                  "Berg/NNP<flat:3@PERSON ,/,<punct:7 the/DT<det:7 envoy/NN<appos:3 to/IN<case:9 "
                  "Chad/NNP<nmod:7@GPE ,/,<punct:12 and/CC<cc:12 Olga/NNP<conj:3@PERSON "
                  "Dahl/NNP<flat:12@PERSON ,/,<punct:16 the/DT<det:16 mayor/NN<appos:3 "
                  "of/IN<case:18 Zenda/NNP<nmod:16@GPE") ==
        "Lind -[meet]-> Ana Berg\nLind -[meet]-> Olga Dahl\nAna Berg -[be]-> envoy to Chad\nOlga Dahl -[be "
        "mayor of]-> Zenda\n");
}

TEST_CASE("where something is, it exists") {
  CHECK(claims_of("There/EX<expl:2 are/VBP/be<root:0 troops/NNS<nsubj:2 in/IN<case:5 "
                  "Zenda/NNP<nmod:3@GPE") == "troops -[be in]-> Zenda\n");
}

TEST_CASE("a deed is done by whom it is by, not the thing to which it is done") {
  CHECK(claims_of("Lind/NNP<nsubj:2@PERSON condemned/VBD/condemn<root:0 the/DT<det:4 destruction/NN<obj:2 "
                  "of/IN<case:7 the/DT<det:7 temple/NN<nmod:4 by/IN<case:9 rebels/NNS/rebel<nmod:7") ==
        "Lind -[condemn]-> destruction of the temple by rebels\nrebels -[destroy]-> temple\n");
}

TEST_CASE("a clause behind a coordinated phrase has its own subject") {
  CHECK(claims_of("Zenda/NNP<nsubj:4@GPE is/VBZ/be<cop:4 a/DT<det:4 joy/NN<root:0 for/IN<case:6 "
                  "tourists/NNS<nmod:4 and/CC<cc:9 its/PRP$<nmod:poss:9 ruin/NN<conj:6 would/MD<aux:13 "
                  "be/VB<cop:13 a/DT<det:13 blow/NN<conj:4")
            .find("ruin -[be]-> blow") != std::string::npos);
}

TEST_CASE("a name before a verb without subject is its subject") {
  CHECK(
      claims_of("After/IN<case:3 the/DT<det:3 fire/NN<obl:8 ,/,<punct:5 Lind/NNP<appos:3@PERSON ,/,<punct:5 "
                "then/RB<advmod:8 left/VBD/leave<root:0 Zenda/NNP<obj:8@GPE")
          .find("Lind -[leave]-> Zenda") != std::string::npos);
}

TEST_CASE("a verb goes on with one of its own form, not with the gerund between") {
  CHECK(claims_of("Ruritania/NNP<nsubj:2@GPE acted/VBD/act<root:0 to/TO<mark:4 keep/VB<xcomp:2 "
                  "Chad/NNP<obj:4@GPE from/IN<mark:7 growing/VBG/grow<advcl:4 and/CC<cc:10 to/TO<mark:10 "
                  "save/VB<conj:7 Zenda/NNP<obj:10@GPE")
            .find("Ruritania -[save]-> Zenda") != std::string::npos);
}

TEST_CASE("another name is that of what stands before it") {
  CHECK(
      claims_of(
          "Lind/NNP<nsubj:2@PERSON visited/VBD/visit<root:0 Zenda/NNP<obj:2@GPE ,/,<punct:6 also/RB<advmod:6 "
          "called/VBN/call<advcl:2 Gate/NNP<obj:6@GPE")
          .find("Lind -[be called]->") == std::string::npos);
}

TEST_CASE("somebody named right before an infinitive does what it says") {
  CHECK(claims_of("Lind/NNP<nsubj:2@PERSON left/VBD/leave<root:0 time/NN<obj:2 for/IN<case:5 "
                  "Moe/NNP<nmod:3@PERSON to/TO<mark:7 seize/VB/seize<advcl:2 Zenda/NNP<obj:7@GPE")
            .find("Moe -[seize]-> Zenda") != std::string::npos);
}
