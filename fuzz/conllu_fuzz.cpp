// Any bytes as CoNLL-U: what is read is a document, and what is written of it is read the same.
#include <cstddef>
#include <cstdint>
#include <sstream>
#include <string>

#include "fuzz/expect.hpp"
#include "language/characters.hpp"
#include "language/conllu_reader.hpp"
#include "language/conllu_writer.hpp"
#include "language/hyphens.hpp"
#include "records/dump.hpp"

namespace {

using namespace actorgraph;

void expect_tree(const Sentence& sent) {
  std::size_t roots = 0;
  for (const Token& tok : sent.tokens) {
    std::size_t steps = 0;
    const Token* at = &tok;
    for (; at->head != kRootHead; at = &sent.tokens[at->head]) {
      expect(at->head < sent.tokens.size(), "heads are words of the sentence");
      expect(++steps <= sent.tokens.size(), "heads lead to the root");
    }
    if (tok.head == kRootHead) ++roots;
  }
  expect(roots == 1, "a tree has one root");
}

void expect_promises(const Document& doc) {
  const std::string& text = doc.article.text;
  expect(find_utf8_fault(text) == text.size(), "the text is UTF-8");
  for (const Sentence& sent : doc.sentences) {
    expect(!sent.tokens.empty(), "a sentence has words");
    expect(sent.block < doc.article.blocks.size(), "a sentence is in a block");
    expect(doc.article.blocks[sent.block].span.contains(sent.span), "a sentence is within its block");
    for (const Token& tok : sent.tokens)
      expect(sent.span.contains(tok.span), "a word is within its sentence");
    for (const MultiwordToken& token : sent.multiword) {
      expect(sent.span.contains(token.span), "a multiword token is within its sentence");
      expect(token.tokens.end <= sent.tokens.size(), "a multiword token has words of the sentence");
    }
    std::uint32_t end = 0;
    for (const Name& name : sent.names) {
      expect(name.tokens.begin >= end && name.tokens.end <= sent.tokens.size(),
             "names are ordered, disjoint");
      expect(!name.tokens.empty(), "a name has words");
      end = name.tokens.end;
    }
    expect_tree(sent);
  }
}

std::string written(const Document& doc) {
  std::ostringstream out;
  write_conllu(doc, out);
  return out.str();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::istringstream in(std::string(data, data + size));
  ConlluReader reader(in, "fuzz.conllu");
  while (auto result = reader.read()) {
    if (!result->has_value()) {
      expect(result->error().line > 0 && !result->error().message.empty(), "an issue says what and where");
      continue;
    }
    Document& doc = result->value();
    expect_promises(doc);
    const std::string once = written(doc);
    std::istringstream again(once);
    auto copy = ConlluReader(again, "copy.conllu").read();
    expect(copy && copy->has_value(), "what is written is read");
    expect(dump(copy->value()) == dump(doc), "what is written is read the same");
    expect(written(copy->value()) == once, "what is read is written the same");
    join_hyphens(doc);
    expect_promises(doc);
  }
  return 0;
}
