// From the highest-scoring tree of heads to a better tree of heads and labels: words take another head or
// label where the two together, and those of the words beside them, score higher.
// Source: local search over arc-factored scores, after R. McDonald and F. Pereira, Online learning of
//         approximate dependency parsing algorithms (EACL 2006). Differs in: labels are searched too, and the
//         factors beside the arcs are charges for what trees hardly ever have.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "records/labels.hpp"

namespace actorgraph {

/// One way to attach a word.
struct Attachment {
  std::uint32_t head = 0;  ///< kRootHead for the root
  Deprel deprel = Deprel::Dep;
  float score = 0;  ///< compared with the word's other ways only
};

/// The ways to attach the words of a sentence, the one to begin with first; a word has at least one.
struct AttachmentChoices {
  std::vector<Attachment> all;       ///< word by word
  std::vector<std::uint32_t> begin;  ///< first way of each word, and the number of ways at the end

  [[nodiscard]] std::size_t words() const { return begin.size() - 1; }
  [[nodiscard]] std::span<const Attachment> of(std::size_t word) const {
    return {all.data() + begin[word], begin[word + 1] - begin[word]};
  }
};

/// Out:      tree[i] is one of the ways of word i, such that no word alone gains by another. Counted are the
///           scores, less a charge for two subjects, objects or copulas of one head, less a smaller charge
///           for two arcs that cross.
/// Requires: the first ways form a tree; the root has no other way, and no other word may be the root.
/// Cost:     O(words x depth + ways of ambiguous words x words) a round, three rounds at most.
void refine_tree(const AttachmentChoices& choices, std::vector<Attachment>& tree);

}  // namespace actorgraph
