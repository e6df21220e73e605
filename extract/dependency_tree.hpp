// The children of every token of one sentence. Built once a sentence, read by every step of extract.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <limits>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "records/document.hpp"

namespace actorgraph {

/// A view of a sentence's tree; lives no longer than the sentence.
class DependencyTree {
 public:
  /// Cost:     O(tokens).
  explicit DependencyTree(const Sentence& sent);

  [[nodiscard]] const Sentence& sentence() const { return *sent_; }
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(sent_->tokens.size()); }
  [[nodiscard]] const Token& operator[](std::uint32_t tok) const { return sent_->tokens[tok]; }

  /// The children of `tok`, in text order.
  [[nodiscard]] std::span<const std::uint32_t> children(std::uint32_t tok) const {
    return std::span(children_).subspan(begin_[tok], begin_[tok + 1] - begin_[tok]);
  }
  /// The first child of `tok` with one of `relations`.
  [[nodiscard]] std::optional<std::uint32_t> find_child(std::uint32_t tok,
                                                        std::initializer_list<Deprel> relations) const {
    for (const std::uint32_t child : children(tok)) {
      for (const Deprel relation : relations) {
        if (sent_->tokens[child].deprel == relation) return child;
      }
    }
    return std::nullopt;
  }
  [[nodiscard]] bool has_child(std::uint32_t tok, std::initializer_list<Deprel> relations) const {
    return find_child(tok, relations).has_value();
  }
  /// The first and one past the last token of the subtree of `tok`.
  [[nodiscard]] TokenRange subtree(std::uint32_t tok) const { return {low_[tok], high_[tok]}; }
  /// The index in Sentence::names of the name that holds `tok`.
  [[nodiscard]] std::optional<std::uint32_t> name_of(std::uint32_t tok) const {
    return name_[tok] == kNoName ? std::nullopt : std::optional(name_[tok]);
  }

 private:
  static constexpr std::uint32_t kNoName = std::numeric_limits<std::uint32_t>::max();

  const Sentence* sent_;
  std::vector<std::uint32_t> begin_;     // where the children of a token begin in children_
  std::vector<std::uint32_t> children_;  // all children, grouped by head
  std::vector<std::uint32_t> low_;
  std::vector<std::uint32_t> high_;
  std::vector<std::uint32_t> name_;  // of every token
};

}  // namespace actorgraph
