// Cuts an article into sentences of words. The first stage of the analyser.
// Source: D. Gillick 2009, "Sentence boundary detection and the problem with the U.S."; differs in: logistic
// regression, and places without a full stop are looked at too.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "language/segmenter_model.hpp"
#include "language/tokenizer.hpp"
#include "records/document.hpp"

namespace actorgraph {

/// A longer sentence is cut at a semicolon, a comma or a conjunction, so that parsing stays linear.
inline constexpr std::size_t kMaxSentenceTokens = 400;

/// Buffers of one thread, kept between articles.
struct SegmenterScratch {
  std::vector<TokenPiece> pieces;
  std::vector<std::uint32_t> features;
};

/// Fills `out` with the sentences of the Title and Body blocks of `article`: span, kind, block, the words'
/// forms and spans, multiword tokens. The end of a block and a blank line end a sentence; a headline is one
/// sentence, or several where a full stop, question or exclamation mark divides it.
///
/// Out:      in text order; every character of those blocks that is no white space is in one word of one
///           sentence; no sentence is empty or longer than kMaxSentenceTokens; heads are not set.
/// Requires: article.text is valid UTF-8; blocks are ordered and begin and end between characters.
/// Cost:     O(bytes).
void segment(const Article& article, const SegmenterModel& model, SegmenterScratch& scratch,
             std::vector<Sentence>& out);

/// The same with buffers of its own.
void segment(const Article& article, const SegmenterModel& model, std::vector<Sentence>& out);

}  // namespace actorgraph
