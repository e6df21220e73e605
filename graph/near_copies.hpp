// Which documents copy one another: reprints, shortened and lightly edited ones, texts of one agency.
// Source: A. Z. Broder, On the resemblance and containment of documents, 1997; samples by value (mod), so
// that containment can be judged, and an exact check of each candidate.
// The result is a function of the set of documents.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <unordered_map>

#include "records/id.hpp"

namespace actorgraph {

struct NearCopyOptions {
  std::uint32_t shingle_words = 5;
  double containment = 0.6;  ///< share of the shorter text's shingles that the longer one has
  double shortest = 0.25;    ///< a text below this share of the other's length is no copy but a quotation
  std::uint32_t least_shingles = 20;  ///< shorter texts are copies only where they are equal
};

/// The group of each document: the longest text of those that copy one another (the smallest id among
/// equals). Every member copies that one, so copies of different parts of a round-up never meet by a chain.
using CopyGroups = std::unordered_map<DocumentId, DocumentId>;

class NearCopies {
 public:
  explicit NearCopies(NearCopyOptions options = {});
  ~NearCopies();
  NearCopies(NearCopies&&) noexcept;
  NearCopies& operator=(NearCopies&&) noexcept;

  /// Adds the text of a document, without its furniture. Words are compared in lower case.
  /// Cost: O(text); 8 bytes a word are kept.
  void add(DocumentId document, std::string_view text);

  /// Cost: near-linear in the words: a candidate shares a sampled shingle; of shingles in many documents only
  ///       neighbours in order are candidates.
  [[nodiscard]] CopyGroups finish() &&;

 private:
  struct Texts;
  std::unique_ptr<Texts> texts_;
};

}  // namespace actorgraph
