#include "extract/noun_phrase.hpp"

#include <doctest/doctest.h>

#include "tests/extract/sentence_notation.hpp"

using namespace actorgraph;

TEST_CASE("a name right behind a noun belongs to its phrase") {
  CHECK(claims_of("Lind/NNP<nsubj:2@PERSON reads/VBZ/read<root:0 the/DT<det:4 newspaper/NN<obj:2 "
                  "Zenda/NNP<compound:6@ORG Herald/NNP<appos:4@ORG") ==
        "Lind -[read]-> newspaper Zenda Herald = Zenda Herald\n");
}

TEST_CASE("people keep their place in the phrase, buildings lend it to the event") {
  CHECK(claims_of("Police/NNS<nsubj:4 in/IN<case:3 Zenda/NNP<nmod:1@GPE searched/VBD/search<root:0 "
                  "the/DT<det:6 embassy/NN<obj:4 in/IN<case:8 Chad/NNP<nmod:6@GPE") ==
        "Police in Zenda -[search]-> embassy = embassy in Chad | place: in Chad\n");
}

TEST_CASE("a quantity is not cut off from what it measures") {
  CHECK(claims_of("The/DT<det:2 gunmen/NNS/gunman<nsubj:3 belonged/VBD/belong<root:0 to/IN<case:5 "
                  "any/DT<obl:3 of/IN<case:9 the/DT<det:9 rebel/NN<compound:9 "
                  "groups/NNS/group<nmod:5 or/CC<cc:12 government/NN<compound:12 "
                  "militias/NNS/militia<conj:9 or/CC<cc:15 bandit/NN<compound:15 "
                  "gangs/NNS/gang<conj:9 or/CC<cc:18 village/NN<compound:18 guards/NNS/guard<conj:9 "
                  "in/IN<case:20 Chad/NNP<nmod:18@GPE") == "gunmen -[belong to]-> any of the rebel groups\n");
}

TEST_CASE("a way is what it leads to") {
  CHECK(claims_of("Envoys/NNS/envoy<nsubj:2 discussed/VBD/discuss<root:0 ways/NNS/way<obj:2 "
                  "to/TO<mark:5 end/VB<acl:3 the/DT<det:7 war/NN<obj:5") ==
        "Envoys -[discuss]-> ways to end the war\n");
}

TEST_CASE("both is no part of what it announces") {
  CHECK(claims_of("Lind/NNP<nsubj:2@PERSON runs/VBZ/run<root:0 camps/NNS/camp<obj:2 of/IN<case:7 "
                  "both/CC<cc:preconj:7 Red/NNP<compound:7 scouts/NNS/scout<nmod:3 and/CC<cc:9 "
                  "guides/NNS/guide<conj:7") == "Lind -[run]-> camps of Red scouts and guides\n");
}
