// Which documents tell the same story: they have in common so many rare words and names that what they say
// of one act is of one event. Read by EventMerger.
// Source: tf-idf weights and cosine after G. Salton, C. Buckley, Term-weighting approaches in automatic text
// retrieval, 1988. The result is a function of the set of documents.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <unordered_map>

#include "records/date.hpp"
#include "records/id.hpp"

namespace actorgraph {

struct StoryOptions {
  double similarity = 0.18;   ///< least cosine of two documents of one story
  std::uint32_t days = 14;    ///< documents published further apart tell different stories
  std::uint32_t terms = 100;  ///< of greatest weight that are kept of a document
};

/// The story of each document, named by one of its documents.
using Stories = std::unordered_map<DocumentId, DocumentId>;

class StoryFinder {
 public:
  explicit StoryFinder(StoryOptions options = {});
  ~StoryFinder();
  StoryFinder(StoryFinder&&) noexcept;
  StoryFinder& operator=(StoryFinder&&) noexcept;

  /// Cost: O(text).
  void add(DocumentId document, std::string_view text, std::optional<Date> published);

  /// Cost: near-linear: documents are compared where they share a rare term.
  [[nodiscard]] Stories finish() &&;

 private:
  struct Texts;
  std::unique_ptr<Texts> texts_;
};

}  // namespace actorgraph
