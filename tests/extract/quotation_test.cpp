#include "extract/quotation.hpp"

#include <doctest/doctest.h>

#include "tests/extract/sentence_notation.hpp"

using namespace actorgraph;

namespace {

/// A document whose sentences are paragraphs.
Document paragraphs(const std::vector<std::string>& notations) {
  Document doc;
  for (const std::string& notation : notations) {
    add_sentence(doc, notation);
    doc.sentences.back().block = static_cast<std::uint32_t>(doc.sentences.size() - 1);
  }
  return doc;
}

/// The speaker of each sentence's first word that is no mark: "-" outside of quotations, "?" where unknown.
std::string speakers(const Document& doc) {
  std::vector<DependencyTree> trees;
  for (const Sentence& sent : doc.sentences) trees.emplace_back(sent);
  const Quotations quotations = find_quotations(doc, trees);
  std::string text;
  for (std::size_t s = 0; s < doc.sentences.size(); ++s) {
    const std::vector<Token>& tokens = doc.sentences[s].tokens;
    std::size_t word = 0;
    while (word + 1 < tokens.size() && tokens[word].upos == Upos::Punct) ++word;
    const std::uint32_t quote = quotations.quote_of[s][word];
    const auto& speaker = quotations.speakers[quote];
    if (s > 0) text += ' ';
    text += quote == 0 ? "-" : speaker ? doc.sentences[speaker->sentence].tokens[speaker->tok].form : "?";
  }
  return text;
}

constexpr const char* kAnnounced = "Lind/NNP<nsubj:2@PERSON said/VBD/say<root:0 :/:<punct:2";
constexpr const char* kWe = "We/PRP<nsubj:2 support/VBP<root:0 Peru/NNP<obj:2@GPE ./.<punct:2";
constexpr const char* kI = "I/PRP<nsubj:3 will/MD<aux:3 stay/VB<root:0 ./.<punct:3";
constexpr const char* kRebels = "Rebels/NNS/rebel<nsubj:2 fled/VBD/flee<root:0 ./.<punct:2";

}  // namespace

TEST_CASE("an announced speech goes on while its paragraphs speak in person") {
  CHECK(speakers(paragraphs({kAnnounced, kRebels, kWe, kI, kRebels, kWe})) == "- Lind Lind Lind - -");
}

TEST_CASE("a speech in quotation marks is no speech without them") {
  const std::string quoted = "``/``<punct:3 We/PRP<nsubj:3 agree/VBP<root:0 ''/''<punct:3";
  CHECK(speakers(paragraphs({kAnnounced, quoted, kWe})) == "- Lind -");
  CHECK(speakers(paragraphs({kRebels, kWe})) == "- -");
}

TEST_CASE("a quotation that a paragraph leaves open goes on in the next that opens with a mark") {
  const std::string opened =
      "``/``<punct:3 Rebels/NNS/rebel<nsubj:3 fled/VBD/flee<ccomp:6 ,/,<punct:6 Lind/NNP<nsubj:6@PERSON "
      "said/VBD/say<root:0";
  const std::string open = "``/``<punct:3 Rebels/NNS/rebel<nsubj:3 fled/VBD/flee<root:0";
  const std::string said =
      "``/``<punct:3 Rebels/NNS/rebel<nsubj:3 fled/VBD/flee<ccomp:7 ''/''<punct:3 ,/,<punct:7 "
      "Lind/NNP<nsubj:7@PERSON said/VBD/say<root:0 ``/``<punct:10 They/PRP<nsubj:10 left/VBD/leave<ccomp:7";
  CHECK(speakers(paragraphs({said, open, kRebels})) == "Lind Lind -");
  CHECK(speakers(paragraphs({open, opened})) == "? ?");
}
