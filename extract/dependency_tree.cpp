#include "extract/dependency_tree.hpp"

#include <algorithm>

namespace actorgraph {

DependencyTree::DependencyTree(const Sentence& sent) : sent_(&sent) {
  const auto count = static_cast<std::uint32_t>(sent.tokens.size());
  begin_.assign(count + 2, 0);
  for (const Token& tok : sent.tokens) {
    if (tok.head != kRootHead) ++begin_[tok.head + 2];
  }
  for (std::uint32_t i = 2; i < begin_.size(); ++i) begin_[i] += begin_[i - 1];
  children_.resize(count == 0 ? 0 : begin_.back());
  for (std::uint32_t i = 0; i < count; ++i) {
    if (sent.tokens[i].head != kRootHead) children_[begin_[sent.tokens[i].head + 1]++] = i;
  }
  begin_.pop_back();

  // From the leaves up: the tokens in the order of a walk from the root, read backwards.
  low_.resize(count);
  high_.resize(count);
  std::vector<std::uint32_t> order;
  order.reserve(count);
  for (std::uint32_t i = 0; i < count; ++i) {
    low_[i] = i;
    high_[i] = i + 1;
    if (sent.tokens[i].head == kRootHead) order.push_back(i);
  }
  for (std::uint32_t next = 0; next < order.size(); ++next) {
    for (const std::uint32_t child : children(order[next])) order.push_back(child);
  }
  for (std::size_t i = order.size(); i > 0; --i) {
    const std::uint32_t head = sent.tokens[order[i - 1]].head;
    if (head == kRootHead) continue;
    low_[head] = std::min(low_[head], low_[order[i - 1]]);
    high_[head] = std::max(high_[head], high_[order[i - 1]]);
  }

  name_.assign(count, kNoName);
  for (std::uint32_t i = 0; i < sent.names.size(); ++i) {
    const TokenRange range = sent.names[i].tokens;
    std::fill(name_.begin() + range.begin, name_.begin() + std::min(range.end, count), i);
  }
}

}  // namespace actorgraph
