#include "extract/attachment.hpp"

#include <doctest/doctest.h>

#include "tests/extract/sentence_notation.hpp"

using namespace actorgraph;

TEST_CASE("a phrase behind an object belongs to a verb that takes its preposition") {
  CHECK(claims_of("Ruritania/NNP<nsubj:2@GPE promised/VBD/promise<root:0 grain/NN<obj:2 "
                  "to/IN<case:5 Chad/NNP<nmod:3@GPE") ==
        "Ruritania -[promise]-> grain | place: to Chad\nRuritania -[promise to]-> Chad\n");
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
