#include "language/training/word_tags.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace actorgraph {
namespace {

constexpr std::uint32_t kLeastCount = 3;
constexpr std::uint32_t kCompoundWeight = 10;

using TagCounts = std::map<std::tuple<Upos, Xpos, std::uint16_t>, std::uint32_t>;

bool touches_hyphen(const Sentence& sent, std::size_t i) {
  const auto is_hyphen = [&](std::size_t at) { return sent.tokens[at].form == "-"; };
  const auto touch = [&](std::size_t left) {
    return sent.tokens[left].span.end == sent.tokens[left + 1].span.begin;
  };
  return (i > 0 && is_hyphen(i - 1) && touch(i - 1)) ||
         (i + 1 < sent.tokens.size() && is_hyphen(i + 1) && touch(i));
}

}  // namespace

WordTagTable count_word_tags(const std::vector<Treebank>& banks, const FeatsTable& feats) {
  std::map<std::uint64_t, TagCounts> counts;
  for (const Treebank& bank : banks) {
    for (const Document& doc : bank.documents) {
      for (const Sentence& sent : doc.sentences) {
        for (std::size_t i = 0; i < sent.tokens.size(); ++i) {
          const Token& tok = sent.tokens[i];
          const std::uint16_t bundle = feats.find(tok.feats);
          if (bundle == kNoLabel || tok.xpos == Xpos::None) continue;
          counts[word_hash(tok.form)][{tok.upos, tok.xpos, bundle}] +=
              touches_hyphen(sent, i) ? kCompoundWeight : 1;
        }
      }
    }
  }
  WordTagTable table;
  for (const auto& [word, tags] : counts) {
    std::uint32_t total = 0;
    for (const auto& [tag, count] : tags) total += count;
    if (total < kLeastCount) continue;
    const auto best = std::max_element(tags.begin(), tags.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    table.keys.push_back(word);
    table.tags.push_back({std::get<0>(best->first), std::get<1>(best->first), std::get<2>(best->first)});
  }
  return table;
}

}  // namespace actorgraph
