#include "language/attachment_rules.hpp"

#include <doctest/doctest.h>

#include <sstream>
#include <string>

#include "language/conllu_reader.hpp"

using namespace actorgraph;

namespace {

/// Rows "form UPOS head deprel [Name]", one word a line; ids are counted.
Sentence parse_rows(const std::string& rows) {
  std::istringstream in(rows);
  std::string conllu;
  std::string line;
  for (int id = 1; std::getline(in, line);) {
    std::istringstream fields(line);
    std::string form, upos, head, deprel, name;
    if (!(fields >> form >> upos >> head >> deprel)) continue;
    fields >> name;
    conllu += std::to_string(id++) + '\t' + form + "\t_\t" + upos + "\t_\t_\t" + head + '\t' + deprel +
              "\t_\t" + (name.empty() ? "_" : "Name=" + name) + '\n';
  }
  std::istringstream text(conllu + '\n');
  ConlluReader reader(text, "test");
  auto doc = reader.read();
  REQUIRE(doc);
  REQUIRE(doc->has_value());
  return (*doc)->sentences.at(0);
}

}  // namespace

TEST_CASE("an indefinite noun is coordinated with what the place belongs to") {
  Sentence sent = parse_rows(R"(raids NOUN 0 root
      on ADP 3 case
      embassies NOUN 1 nmod
      in ADP 5 case
      Velmora PROPN 3 nmod B-GPE
      and CCONJ 8 cc
      a DET 8 det
      market NOUN 5 conj)");
  mend_attachments(sent);
  CHECK(sent.tokens[7].head == 2);
}

TEST_CASE("places stay coordinated, and so does a noun without article") {
  for (const std::string last : {"Tarsk PROPN 5 conj B-GPE", "markets NOUN 5 conj"}) {
    CAPTURE(last);
    Sentence sent = parse_rows(
        "raids NOUN 0 root\non ADP 3 case\nembassies NOUN 1 nmod\nin ADP 5 case\n"
        "Velmora PROPN 3 nmod B-GPE\nand CCONJ 7 cc\n" +
        last);
    mend_attachments(sent);
    CHECK(sent.tokens[6].head == 4);
  }
}

TEST_CASE("an appositive behind a person's name is that person's") {
  const std::string rows = R"(After ADP 3 case
      the DET 3 det
      raid NOUN 11 obl
      in ADP 5 case
      Velmora PROPN 3 nmod B-GPE
      , PUNCT 3 punct
      Ana PROPN 11 nsubj B-PERSON
      , PUNCT 10 punct
      a DET 10 det
      spokeswoman NOUN 3 appos
      spoke VERB 0 root)";
  Sentence sent = parse_rows(rows);
  mend_attachments(sent);
  CHECK(sent.tokens[9].head == 6);

  Sentence other = parse_rows(std::string(rows).replace(rows.find("B-PERSON"), 8, "B-ORG"));
  mend_attachments(other);
  CHECK(other.tokens[9].head == 2);
}
