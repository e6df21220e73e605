#include "extract/quotation.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace actorgraph {
namespace {

enum class Mark { None, Open, Close, Either };

Mark mark_of(std::string_view form) {
  if (form == "\u201C" || form == "``" || form == "\u201E" || form == "\u00AB") return Mark::Open;
  if (form == "\u201D" || form == "''" || form == "\u00BB") return Mark::Close;
  return form == "\"" ? Mark::Either : Mark::None;
}

// The subject of the speech verb that stands outside of the quotation, nearest to its first word here.
std::optional<std::uint32_t> find_speaker(const DependencyTree& tree,
                                          const std::vector<std::uint32_t>& quotes, std::uint32_t quote) {
  std::optional<std::uint32_t> best;
  std::uint32_t best_distance = 0;
  std::uint32_t first = 0;
  while (first < tree.size() && quotes[first] != quote) ++first;
  std::uint32_t last = tree.size();
  while (last > first && quotes[last - 1] != quote) --last;
  for (std::uint32_t tok = 0; tok < tree.size(); ++tok) {
    if (quotes[tok] != 0 || tree[tok].upos != Upos::Verb || !is_speech_verb(tree[tok].lemma)) continue;
    const auto subject = tree.find_child(tok, {Deprel::Nsubj});
    if (!subject || quotes[*subject] != 0) continue;
    const std::uint32_t distance = tok < first ? first - tok : tok - std::min(tok, last);
    if (!best || distance < best_distance) {
      best = subject;
      best_distance = distance;
    }
  }
  return best;
}

}  // namespace

bool is_speech_verb(std::string_view lemma) {
  constexpr std::array<std::string_view, 44> kVerbs = {
      "accuse",  "acknowledge", "add",      "admit",    "advise",   "announce", "argue",    "ask",
      "assert",  "claim",       "comment",  "complain", "conclude", "confirm",  "continue", "declare",
      "demand",  "deny",        "disclose", "explain",  "insist",   "joke",     "note",     "observe",
      "order",   "pledge",      "promise",  "recall",   "remark",   "repeat",   "reply",    "report",
      "respond", "reveal",      "say",      "state",    "stress",   "suggest",  "tell",     "testify",
      "tweet",   "urge",        "warn",     "write"};
  return std::binary_search(kVerbs.begin(), kVerbs.end(), lemma);
}

Quotations find_quotations(const Document& doc, const std::vector<DependencyTree>& trees) {
  Quotations result;
  result.speakers.emplace_back();
  bool open = false;
  std::uint32_t block = 0;
  for (std::uint32_t s = 0; s < doc.sentences.size(); ++s) {
    const Sentence& sent = doc.sentences[s];
    if (s > 0 && sent.block != block) open = false;
    block = sent.block;
    auto& quotes = result.quote_of.emplace_back(sent.tokens.size(), 0);
    for (std::uint32_t tok = 0; tok < sent.tokens.size(); ++tok) {
      const Mark mark = mark_of(sent.tokens[tok].form);
      if (mark == Mark::Open || (mark == Mark::Either && !open)) {
        open = true;
        result.speakers.emplace_back();
      } else if (mark == Mark::Close || mark == Mark::Either) {
        open = false;
      } else if (open) {
        quotes[tok] = static_cast<std::uint32_t>(result.speakers.size() - 1);
      }
    }
    for (std::uint32_t tok = 0; tok < quotes.size(); ++tok) {
      const std::uint32_t quote = quotes[tok];
      if (quote == 0 || result.speakers[quote]) continue;
      if (const auto speaker = find_speaker(trees[s], quotes, quote)) {
        result.speakers[quote] = TokenPlace{s, *speaker};
      } else if (quote > 1 && result.speakers[quote - 1] && s > 0 && doc.sentences[s - 1].block == block) {
        // A quotation without a verb of its own goes on from the one before in the same paragraph.
        const bool alone =
            std::none_of(quotes.begin(), quotes.end(), [&](auto q) { return q != 0 && q != quote; });
        const auto& before = *result.speakers[quote - 1];
        if (alone && before.sentence + 2 >= s) result.speakers[quote] = before;
      }
    }
  }
  return result;
}

}  // namespace actorgraph
