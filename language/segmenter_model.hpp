// The weights that decide where a sentence ends: a logistic regression over hashed features of the words
// around a place. Trained by language/training/train_segmenter.cpp, read by the sentence splitter.
// Thread-safety: const, shared by all threads.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace actorgraph {

class SegmenterModel {
 public:
  struct Weight {
    std::uint32_t feature = 0;
    std::int32_t value = 0;  ///< hundredths
  };

  /// A model without weights: the rules decide alone, and a full stop before a capital ends a sentence.
  SegmenterModel() = default;
  /// Requires: no feature twice.
  explicit SegmenterModel(const std::vector<Weight>& weights);

  /// Reads "actorgraph-segmenter 1" and a line "feature weight" for each, in hexadecimal and decimal.
  /// Errors: throws IoError where the file cannot be read, FormatError where it is no such table.
  [[nodiscard]] static SegmenterModel load(const std::string& path);

  [[nodiscard]] bool empty() const { return slots_.empty(); }

  /// The weight of `feature`, 0 where it has none. Cost: O(1).
  [[nodiscard]] std::int32_t weight(std::uint32_t feature) const {
    if (slots_.empty()) return 0;
    for (std::size_t i = feature & mask_; slots_[i].value != 0; i = (i + 1) & mask_) {
      if (slots_[i].feature == feature) return slots_[i].value;
    }
    return 0;
  }

 private:
  std::vector<Weight> slots_;  ///< open addressing; a value of 0 marks a free slot
  std::size_t mask_ = 0;
};

/// The table as load() reads it, in order of feature.
[[nodiscard]] std::string to_table(std::vector<SegmenterModel::Weight> weights);

}  // namespace actorgraph
