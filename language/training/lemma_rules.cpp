#include "language/training/lemma_rules.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace actorgraph {
namespace {

struct Counts {
  std::map<LemmaRule, std::uint32_t> of_rule;

  /// Of rules with as many votes the one whose case comes first.
  [[nodiscard]] const LemmaRule& best() const {
    return std::max_element(of_rule.begin(), of_rule.end(),
                            [](const auto& a, const auto& b) { return a.second < b.second; })
        ->first;
  }
  [[nodiscard]] std::uint32_t most_votes() const { return of_rule.at(best()); }
};

std::string lower_text(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  }
  return text;
}

/// A listed exception outweighs a slip that a treebank repeats, but not its usual annotation.
constexpr std::uint32_t kExceptionVotes = 4;
/// A regular form outweighs what a treebank says but once.
constexpr std::uint32_t kRegularVotes = 2;

using FormTag = std::pair<std::string, std::uint16_t>;

}  // namespace

LemmaTable learn_lemma_rules(const std::vector<TrainingSentence>& sentences,
                             const std::vector<Inflection>& more) {
  // Every rule that makes the lemma gets a vote: of "I" and "i" together that wins which is right for both.
  const auto vote = [&](Counts& counts, const std::string& form, const std::string& lemma,
                        std::uint32_t votes) {
    for (const LemmaRule& rule : make_lemma_rules(form, lemma)) counts.of_rule[rule] += votes;
  };
  std::map<FormTag, Counts> forms;
  for (const TrainingSentence& sentence : sentences) {
    for (std::size_t i = 0; i < sentence.lemmas.size(); ++i) {
      if (sentence.lemmas[i].empty() || sentence.xpos[i] == kNoLabel) continue;
      Counts& counts = forms[{lower_text(sentence.forms[i]), sentence.xpos[i]}];
      vote(counts, sentence.forms[i], sentence.lemmas[i], 1);
    }
  }
  std::map<FormTag, Counts> unseen;
  std::set<FormTag> listed;  // exceptions stand in the table as whole forms, whatever their endings say
  for (const Inflection& word : more) {
    const FormTag key{word.form, static_cast<std::uint16_t>(word.xpos)};
    const bool irregular = word.regularity == Regularity::Irregular;
    const auto seen = forms.find(key);
    if (!irregular && seen != forms.end()) {
      // What a treebank says but once may be a slip.
      if (seen->second.most_votes() == 1) vote(seen->second, word.form, word.lemma, kRegularVotes);
      continue;
    }
    if (irregular) listed.insert(key);
    vote((irregular ? forms : unseen)[key], word.form, word.lemma, irregular ? kExceptionVotes : 1);
  }
  forms.merge(unseen);
  // Each form votes once for its endings, so that frequent irregular forms do not spread.
  std::map<FormTag, Counts> endings;
  for (const auto& [key, counts] : forms) {
    const LemmaRule& rule = counts.best();
    for (std::size_t length = 0; length <= std::min(kMaxEndingBytes, key.first.size()); ++length) {
      ++endings[{key.first.substr(key.first.size() - length), key.second}].of_rule[rule];
    }
  }
  std::map<FormTag, LemmaRule> kept;
  const auto implied = [&](const std::string& text, std::uint16_t tag,
                           std::size_t longest) -> std::optional<LemmaRule> {
    for (std::size_t length = std::min(longest, text.size()) + 1; length-- > 0;) {
      const auto it = kept.find({text.substr(text.size() - length), tag});
      if (it != kept.end()) return it->second;
    }
    return {};
  };
  std::map<std::uint64_t, LemmaRule> entries;
  for (std::size_t length = 0; length <= kMaxEndingBytes; ++length) {
    for (const auto& [key, counts] : endings) {
      if (key.first.size() != length) continue;
      std::uint32_t total = 0;
      for (const auto& [rule, count] : counts.of_rule) total += count;
      const LemmaRule& rule = counts.best();
      if ((total < 2 && length > 0) || (length > 0 && implied(key.first, key.second, length - 1) == rule))
        continue;
      kept[key] = rule;
      entries[lemma_key(LemmaKey::Ending, key.first, static_cast<Xpos>(key.second))] = rule;
    }
  }
  for (const auto& [key, counts] : forms) {
    const LemmaRule& rule = counts.best();
    if (!listed.contains(key) && implied(key.first, key.second, kMaxEndingBytes) == rule) continue;
    entries[lemma_key(LemmaKey::Form, key.first, static_cast<Xpos>(key.second))] = rule;
  }
  LemmaTable table;
  std::map<LemmaRule, std::uint16_t> numbers;
  for (const auto& [key, rule] : entries) {
    const auto [number, added] = numbers.emplace(rule, static_cast<std::uint16_t>(numbers.size()));
    if (added) table.rules.push_back(rule);
    table.keys.push_back(key);
    table.rule_of_key.push_back(number->second);
  }
  return table;
}

}  // namespace actorgraph
