// An analysed article: sentences of tokens with Universal Dependencies, and names.
// Made by language (or read from CoNLL-U), read by extract.
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "records/article.hpp"
#include "records/id.hpp"
#include "records/labels.hpp"
#include "records/span.hpp"

namespace actorgraph {

/// The head of a sentence's root.
inline constexpr std::uint32_t kRootHead = std::numeric_limits<std::uint32_t>::max();

/// One syntactic word.
struct Token {
  std::string form;  ///< as written, except where a multiword token is split ("don't": do, n't)
  std::string lemma;
  std::string feats;  ///< UD features "Number=Sing|..."; empty where the analyser was not asked for them
  ByteSpan span;      ///< its bytes; words of one multiword token may share its span
  std::uint32_t head = kRootHead;  ///< 0-based index in the sentence
  Upos upos = Upos::X;
  Xpos xpos = Xpos::None;
  Deprel deprel = Deprel::Dep;
};

/// A surface token that stands for several words: "don't", "Russia's".
struct MultiwordToken {
  TokenRange tokens;
  ByteSpan span;
};

/// A named entity.
struct Name {
  TokenRange tokens;
  NameType type = NameType::Misc;

  friend bool operator==(const Name&, const Name&) = default;
};

enum class SentenceKind : std::uint8_t { Prose, Headline };

struct Sentence {
  ByteSpan span;
  SentenceKind kind = SentenceKind::Prose;
  std::uint32_t block = 0;                ///< index in Article::blocks
  std::vector<Token> tokens;              ///< heads form a tree with one root
  std::vector<MultiwordToken> multiword;  ///< ordered, disjoint
  std::vector<Name> names;                ///< ordered, disjoint
  std::string sent_id;                    ///< from CoNLL-U, else empty
};

struct Document {
  DocumentId id;
  Article article;
  std::vector<Sentence> sentences;
};

/// The id of an article: a hash of its text, date, source and address.
[[nodiscard]] DocumentId make_document_id(const Article& article);

}  // namespace actorgraph
