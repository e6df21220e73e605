#include "language/hyphens.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>

#include "language/conllu_reader.hpp"
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

}  // namespace

TEST_CASE("a hyphenated compound becomes one word with the attributes of its head") {
  Document doc = read_rows(
      "1 A a DET DT _ 6 det _ _\n"
      "2 U.S. U.S. PROPN NNP _ 4 obl _ SpaceAfter=No|Name=B-GPE\n"
      "3 - - PUNCT HYPH _ 4 punct _ SpaceAfter=No\n"
      "4 led lead VERB VBN _ 6 amod _ _\n"
      "5 air air NOUN NN _ 6 compound _ _\n"
      "6 raid raid NOUN NN _ 0 root _ _\n");
  join_hyphens(doc);
  CHECK(dump(doc) == "A/DET<det:raid U.S.-led/VERB<amod:raid air/NOUN<compound:raid raid/NOUN<root\n");
  CHECK(doc.sentences[0].tokens[1].lemma == "U.S.-lead");
  CHECK(slice(doc.article.text, doc.sentences[0].tokens[1].span) == "U.S.-led");
}

TEST_CASE("a chain before a possessive joins into its multiword token, and its name stays") {
  Document doc = read_rows(
      "1 hit hit VERB VB _ 6 compound _ SpaceAfter=No\n"
      "2 - - PUNCT HYPH _ 3 punct _ SpaceAfter=No\n"
      "3 and and CCONJ CC _ 5 cc _ SpaceAfter=No\n"
      "4 - - PUNCT HYPH _ 5 punct _ SpaceAfter=No\n"
      "5 run run VERB VB _ 1 conj _ _\n"
      "6 men man NOUN NNS _ 0 root _ _\n"
      "7 Al al PROPN NNP _ 9 compound _ SpaceAfter=No|Name=B-ORG\n"
      "8 - - PUNCT HYPH _ 9 punct _ SpaceAfter=No|Name=I-ORG\n"
      "9-10 Shira's _ _ _ _ _ _ _ _\n"
      "9 Shira Shira PROPN NNP _ 6 nmod _ Name=I-ORG\n"
      "10 's 's PART POS _ 9 case _ _\n");
  join_hyphens(doc);
  CHECK(dump(doc) ==
        "hit-and-run/VERB<compound:men men/NOUN<root Al-Shira/PROPN<nmod:men 's/PART<case:Al-Shira [Al-Shira "
        "ORG]\n");
  const Sentence& sent = doc.sentences[0];
  REQUIRE(sent.multiword.size() == 1);
  CHECK(slice(doc.article.text, sent.multiword[0].span) == "Al-Shira's");
  CHECK(sent.multiword[0].tokens == TokenRange{2, 4});
}

TEST_CASE("ranges of words, dashes with spaces and hyphens at an edge stay apart") {
  const char* kRows =
      "1 - - PUNCT HYPH _ 2 punct _ SpaceAfter=No\n"
      "2 five five NUM CD _ 0 root _ SpaceAfter=No\n"
      "3 - - SYM SYM _ 4 case _ SpaceAfter=No\n"
      "4 six six NUM CD _ 2 nmod _ _\n"
      "5 - - PUNCT HYPH _ 2 punct _ _\n"
      "6 men man NOUN NNS _ 2 dep _ SpaceAfter=No\n"
      "7 - - PUNCT HYPH _ 6 punct _ _\n";
  Document doc = read_rows(kRows);
  const std::string before = dump(doc);
  join_hyphens(doc);
  CHECK(dump(doc) == before);
}

TEST_CASE("a chain that is no subtree still gives a tree") {
  Document doc = read_rows(
      "1 a a NOUN NN _ 4 nmod _ SpaceAfter=No\n"
      "2 - - PUNCT HYPH _ 4 punct _ SpaceAfter=No\n"
      "3 b b NOUN NN _ 5 nmod _ _\n"
      "4 c c NOUN NN _ 0 root _ _\n"
      "5 d d NOUN NN _ 1 nmod _ _\n");
  join_hyphens(doc);
  CHECK(dump(doc) == "a-b/NOUN<nmod:c c/NOUN<root d/NOUN<nmod:a-b\n");
}

TEST_CASE("a range of numbers becomes one number") {
  Document doc = read_rows(
      "1 5 5 NUM CD _ 4 nummod _ SpaceAfter=No\n"
      "2 - - SYM SYM _ 3 case _ SpaceAfter=No\n"
      "3 10 10 NUM CD _ 1 nmod _ _\n"
      "4 men man NOUN NNS _ 0 root _ _\n");
  join_hyphens(doc);
  CHECK(dump(doc) == "5-10/NUM<nummod:men men/NOUN<root\n");
}

TEST_CASE("given tokens are joined by their forms alone, and what was joined is told") {
  Document doc = read_rows(
      "1 A _ X _ _ 0 root _ _\n"
      "2 U.S. _ X _ _ 1 dep _ SpaceAfter=No\n"
      "3 - _ X _ _ 1 dep _ SpaceAfter=No\n"
      "4 led _ X _ _ 1 dep _ _\n"
      "5 5 _ X _ _ 1 dep _ SpaceAfter=No\n"
      "6 - _ X _ _ 1 dep _ SpaceAfter=No\n"
      "7 10 _ X _ _ 1 dep _ SpaceAfter=No\n"
      "8 - _ X _ _ 1 dep _ _\n"
      "9 raid _ X _ _ 1 dep _ _\n");
  const std::vector<Compound> compounds = join_given_hyphens(doc);
  std::string forms;
  for (const Token& tok : doc.sentences[0].tokens) forms += tok.form + " ";
  CHECK(forms == "A U.S.-led 5-10 - raid ");
  REQUIRE(compounds.size() == 2);
  CHECK(compounds[0].token == 1);
  CHECK(compounds[1].token == 2);
  REQUIRE(compounds[1].parts.size() == 3);
  CHECK(compounds[1].parts[2].form == "10");
  CHECK(slice(doc.article.text, compounds[1].parts[2].span) == "10");
}

TEST_CASE("the compounds that treebanks split are found, and no others") {
  const auto parts_of = [](const std::string& form, const char* tag) {
    const Document doc = read_rows("1 " + form + " _ X " + tag + " _ 0 root _ _\n");
    std::string parts;
    for (const Compound& compound : find_compounds(doc)) {
      for (const Compound::Part& part : compound.parts) {
        parts += part.form + " ";
        CHECK(slice(doc.article.text, part.span) == part.form);
      }
    }
    return parts;
  };
  const std::pair<const char*, const char*> split[] = {
      {"U.S.-led", "U.S. - led "},
      {"hit-and-run", "hit - and - run "},
      {"al-Qaeda", "al - Qaeda "},
      {"1999-2000", "1999 - 2000 "},
      {"5-10", "5 - 10 "},
      {"F-16", "F - 16 "},
      {"12-year-old", "12 - year - old "},
      {"Bosnia-Herzegovina", "Bosnia - Herzegovina "},
  };
  for (const auto& [form, parts] : split) CHECK(parts_of(form, "NN") == parts);
  for (const char* form :
       {"e-mail", "pro-Russian", "Co-founder", "713-853-1696", "345-9945", "2004-12-01", "-", "a--b", "-5",
        "user@news-site.org", "http://a-b.org", "word", "child-like-", "24/7-ish"}) {
    CAPTURE(form);
    CHECK(parts_of(form, "NN").empty());
  }
  CHECK(parts_of("Min-woo", "NNP").empty());
  CHECK(parts_of("Kim-led", "VBN") == "Kim - led ");
}
