#include "cli/evidence.hpp"

#include <doctest/doctest.h>

#include <sstream>
#include <vector>

using namespace actorgraph;

namespace {

struct Row {
  std::vector<ByteSpan> marks;
  const char* expected;
};

}  // namespace

TEST_CASE("marks are put in brackets") {
  // clang-format off
  const std::vector<Row> rows = {
      {{}, "rebels gave it aid"},
      {{{4, 10}, {11, 15}}, "[rebels] [gave] it aid"},
      {{{11, 22}, {16, 18}}, "rebels [gave [it] aid]"},
      {{{16, 18}, {11, 22}}, "rebels [gave [it] aid]"},
      {{{4, 15}, {11, 22}}, "[rebels gave] it aid"},
      {{{4, 10}, {4, 10}}, "[rebels] gave it aid"},
      {{{0, 10}}, "rebels gave it aid"},
      {{{10, 10}}, "rebels gave it aid"},
  };
  // clang-format on
  for (const Row& row : rows) {
    CAPTURE(row.expected);
    CHECK(mark_words("The rebels gave it aid.", {4, 22}, row.marks) == row.expected);
  }
}

TEST_CASE("evidence says what limits the claim, and where it stands") {
  Document doc;
  doc.article.text = "Blast\n\nThey did not raid Kabul, police said.";
  doc.article.blocks = {{BlockKind::Title, {0, 5}}};
  doc.article.source = "The Example";
  doc.article.published = parse_date("2024-03-25");
  doc.article.url = "https://example.org/\033[31m";
  Claim claim;
  claim.sentence = 4;
  claim.span = {7, 44};
  claim.subject.text = "They";
  claim.subject.span = {7, 11};
  claim.subject.actor = "Rebels";
  claim.relation = {"raid", "raid", {20, 24}};
  claim.object = Participant{};
  claim.object->text = "Kabul";
  claim.object->span = {25, 30};
  claim.negated = true;
  claim.modality = Modality::Denied;
  claim.attributed_to = Participant{};
  claim.attributed_to->text = "police";
  claim.confidence = 0.705;
  claim.inferred = {"subject of the sentence before"};
  std::istringstream in;
  std::ostringstream out;
  std::ostringstream err;
  const Console console{.in = in, .out = out, .err = err};
  write_evidence(2, claim, doc, "c12", console);
  CHECK(out.str() ==
        " 2  “[They] did not [raid] [Kabul], police said.”\n"
        "    negated · denied · says police · They = Rebels · subject of the sentence before\n"
        "    The Example, 2024-03-25, sentence 5, confidence 0.71, c12\n"
        "    Blast\n"
        "    https://example.org/\xEF\xBF\xBD[31m\n");
}

TEST_CASE("on a terminal with colours marks are painted, also where a line is broken in them") {
  std::istringstream in;
  std::ostringstream out;
  std::ostringstream err;
  const Console console{
      .in = in, .out = out, .err = err, .out_is_terminal = true, .colours = true, .width_columns = 40};
  const std::string sentence = "The rebels gave the town of Zenda some aid.";
  const std::vector<ByteSpan> marks = {{4, 10}, {16, 42}, {28, 33}};
  write_sentence(1, sentence, marks, console);
  CHECK(out.str() ==
        " 1  “The \033[33mrebels\033[0m gave \033[33mthe town of\033[0m\n"
        "    \033[33mZenda\033[0m\033[33m some aid\033[0m.”\n");
}
