#include "extract/place_resolver.hpp"

#include <doctest/doctest.h>

#include <string>

#include "tests/extract/sentence_notation.hpp"

using namespace actorgraph;

namespace {

const Extractor& extractor() {
  static const Extractor kExtractor = Extractor::load(ACTORGRAPH_SOURCE_DIR "/data");
  return kExtractor;
}

// "Paris USA Texas city; ..." of the places of a document of one sentence.
std::string places_of(const std::string& notation) {
  Document doc;
  add_sentence(doc, notation);
  std::string text;
  const std::vector<std::vector<PlaceMention>> places = extractor().find_places(doc);
  for (const PlaceMention& mention : places.front()) {
    const PlaceReference& place = mention.reference;
    if (!text.empty()) text += "; ";
    text += place.text + ' ' + place.country + ' ' + place.region + ' ' + std::string(to_string(place.kind));
    if (mention.use == PlaceUse::Government) text += " government";
  }
  return text;
}

// "Kabul AFG" of the place of the first claim of the last sentence, with the reason where it is inferred.
std::string event_place(const std::vector<std::string>& sentences, const std::string& dateline = "") {
  Document doc;
  doc.article.place = dateline;
  for (const std::string& notation : sentences) add_sentence(doc, notation);
  std::string text = "none";
  for (const Claim& claim : extractor().extract(doc)) {
    if (claim.sentence + 1 != doc.sentences.size()) continue;
    if (!claim.place) return text;
    text = claim.place->name + ' ' + claim.place->country;
    for (const std::string& reason : claim.inferred) {
      if (reason.starts_with("place:")) text += " (" + reason + ")";
    }
    return text;
  }
  return text;
}

}  // namespace

TEST_CASE("a container beside it tells which place a name stands for") {
  CHECK(places_of("Lind/NNP<nsubj:2@PERSON left/VBD/leave<root:0 Paris/NNP<obj:2@GPE ,/,<punct:5 "
                  "Texas/NNP<appos:3@GPE ./.<punct:2") == "Paris USA Texas city; Texas USA Texas region");
  CHECK(places_of("Lind/NNP<nsubj:2@PERSON left/VBD/leave<root:0 Paris/NNP<obj:2@GPE ./.<punct:2") ==
        "Paris FRA Île-de-France city");
}

TEST_CASE("the word for its kind tells a region from a town of the same name") {
  CHECK(places_of("Rebels/NNS/rebel<nsubj:2 hold/VBP<root:0 Kandahar/NNP<compound:4@GPE "
                  "province/NN<obj:2 ./.<punct:2") == "Kandahar AFG Kandahar region");
  CHECK(places_of("Rebels/NNS/rebel<nsubj:2 hold/VBP<root:0 Kandahar/NNP<obj:2@GPE ./.<punct:2") ==
        "Kandahar AFG Kandahar city");
}

TEST_CASE("a people of the sentence tells in which country a place lies") {
  CHECK(places_of("Lebanese/JJ<amod:2@NORP troops/NNS/troop<nsubj:3 entered/VBD/enter<root:0 "
                  "Tripoli/NNP<obj:3@GPE ./.<punct:3")
            .starts_with("Tripoli LBN"));
  CHECK(places_of("Libyan/JJ<amod:2@NORP troops/NNS/troop<nsubj:3 entered/VBD/enter<root:0 "
                  "Tripoli/NNP<obj:3@GPE ./.<punct:3")
            .starts_with("Tripoli LBY"));
}

TEST_CASE("a capital that acts stands for its government") {
  CHECK(places_of("Moscow/NNP<nsubj:2@GPE rejected/VBD/reject<root:0 the/DT<det:4 plan/NN<obj:2 ./.<punct:2")
            .ends_with("city government"));
  CHECK_FALSE(places_of("Lind/NNP<nsubj:2@PERSON died/VBD/die<root:0 in/IN<case:4 Moscow/NNP<obl:2@GPE "
                        "./.<punct:2")
                  .ends_with("government"));
}

TEST_CASE("the capital of a country is a place though it is not named") {
  CHECK(places_of("Rebels/NNS/rebel<nsubj:2 left/VBD/leave<root:0 the/DT<det:5 Afghan/JJ<amod:5@NORP "
                  "capital/NN<obj:2 ./.<punct:2") == "Afghan capital AFG Kabul city");
}

TEST_CASE("a person of the name of a place is no place") {
  Document doc;
  add_sentence(doc, "Mina/NNP<nsubj:3@PERSON Jordan/NNP<flat:1@PERSON sang/VBD/sing<root:0 ./.<punct:3");
  add_sentence(doc, "Jordan/NNP<nsubj:2@GPE smiled/VBD/smile<root:0 ./.<punct:2");
  CHECK(extractor().find_places(doc)[1].empty());
}

TEST_CASE("an event is where its clause says, in the narrowest place") {
  CHECK(event_place({"Lind/NNP<nsubj:2@PERSON met/VBD/meet<root:0 Moe/NNP<obj:2@PERSON in/IN<case:5 "
                     "Kabul/NNP<obl:2@GPE ,/,<punct:7 Afghanistan/NNP<appos:5@GPE ./.<punct:2"}) ==
        "Kabul AFG");
  CHECK(event_place({"Lind/NNP<nsubj:2@PERSON attacked/VBD/attack<root:0 Kabul/NNP<obj:2@GPE ./.<punct:2"}) ==
        "Kabul AFG");
}

TEST_CASE("an event is where the raid was that it happened in, and where a clause with where says") {
  CHECK(event_place(
            {"Gunmen/NNS/gunman<nsubj:2 killed/VBD/kill<root:0 Moe/NNP<obj:2@PERSON in/IN<case:6 a/DT<det:6 "
             "raid/NN<obl:2 on/IN<case:9 a/DT<det:9 post/NN<nmod:6 in/IN<case:11 Mali/NNP<nmod:9@GPE "
             "./.<punct:2"}) == "Mali MLI");
  CHECK(event_place(
            {"Moe/NNP<nsubj:2@PERSON died/VBD/die<root:0 near/IN<case:4 Kabul/NNP<obl:2@GPE ,/,<punct:8 "
             "where/WRB<advmod:8 he/PRP<nsubj:8 worked/VBD/work<acl:relcl:4 ./.<punct:2"}) == "Kabul AFG");
}

TEST_CASE("what is said of an event is not where the event was") {
  CHECK(event_place(
            {"Lind/NNP<nsubj:2@PERSON condemned/VBD/condemn<root:0 the/DT<det:4 raid/NN<obj:2 in/IN<case:6 "
             "Mali/NNP<nmod:4@GPE ./.<punct:2"}) == "none");
}

TEST_CASE("where a body comes from and what a country's embassy is are not where the event is") {
  CHECK(
      event_place({"Lind/NNP<nsubj:2@PERSON attacked/VBD/attack<root:0 troops/NNS/troop<obj:2 from/IN<case:5 "
                   "Chad/NNP<nmod:3@GPE ./.<punct:2"}) == "none");
  CHECK(event_place({"Lind/NNP<nsubj:2@PERSON attacked/VBD/attack<root:0 the/DT<det:5 "
                     "Chad/NNP<compound:5@GPE embassy/NN<obj:2 ./.<punct:2"}) == "none");
}

TEST_CASE("a place of another sentence is inferred, with its reason") {
  const std::string before = "Lind/NNP<nsubj:2@PERSON left/VBD/leave<root:0 Kabul/NNP<obj:2@GPE ./.<punct:2";
  CHECK(event_place({before,
                     "Rebels/NNS/rebel<nsubj:2 attacked/VBD/attack<root:0 the/DT<det:4 city/NN<obj:2 "
                     "./.<punct:2"}) == "Kabul AFG (place: \"city\", named before)");
}

TEST_CASE("the dateline places the first sentence alone, and no capital's does") {
  const std::string sentence =
      "Rebels/NNS/rebel<nsubj:2 attacked/VBD/attack<root:0 Moe/NNP<obj:2@PERSON ./.<punct:2";
  CHECK(event_place({sentence}, "Kandahar") == "Kandahar AFG (place: the dateline)");
  CHECK(event_place({sentence}, "Kabul") == "none");
  CHECK(event_place({sentence, sentence}, "Kandahar") == "none");
}
