#include "extract/event_realm.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "extract/word_list.hpp"

namespace actorgraph {

// Two words of sport in a sentence: it is about a match.
bool EventRealm::is_sport() {
  if (sport_) return *sport_;
  int words = 0;
  for (std::uint32_t tok = 0; tok < view_.tree.size(); ++tok) {
    const Token& word = view_.tree[tok];
    if (word.upos == Upos::Noun || word.upos == Upos::Propn) {
      words += lexicon_.is_of_class(lemma_of(word), "sport") ? 1 : 0;
    } else if (word.form.ends_with("-seeded")) {
      words += 2;
    }
  }
  sport_ = words > 1;
  return *sport_;
}

// "were killed after an earthquake": a disaster, and no weapon, in the sentence.
bool EventRealm::is_disaster() const {
  bool disaster = false;
  for (std::uint32_t tok = 0; tok < view_.tree.size(); ++tok) {
    const Token& word = view_.tree[tok];
    if (word.upos != Upos::Noun && word.upos != Upos::Propn) continue;
    if (lexicon_.find_weapon(lemma_of(word)) != nullptr) return false;
    disaster = disaster || patterns_.is_of_class(tok, "disaster");
  }
  return disaster;
}

bool EventRealm::is_of(std::uint32_t tok, std::initializer_list<std::string_view> classes) const {
  return std::any_of(classes.begin(), classes.end(),
                     [&](std::string_view name) { return patterns_.is_of_class(tok, name); });
}

bool EventRealm::is_foreign(const Proposition& fact, std::string_view cameo) {
  if (is_sport()) return true;
  const bool hostile = cameo.starts_with("13") || (cameo >= "14" && cameo < "21");
  if (!hostile) return false;
  if (fact.subject) {
    if (is_of(fact.subject->tok, {"disaster", "sport", "market"})) return true;
    const auto name = view_.tree.name_of(fact.subject->tok);  // "Katrina"
    if (name && view_.tree.sentence().names[*name].type == NameType::Event) return true;
  }
  if (!fact.subject && cameo.starts_with("180") && is_disaster()) return true;
  if (cameo.starts_with("17")) return false;  // "imposed controls on the market"
  if (fact.object && is_of(fact.object->tok, {"sport", "market"})) return true;
  if (fact.clause == kNoClause) return false;
  const std::vector<std::uint32_t>& obliques = view_.clauses[fact.clause].obliques;
  return std::any_of(obliques.begin(), obliques.end(), [&](std::uint32_t tok) {  // "were killed in the crash"
    const std::string preposition = preposition_of(view_.tree, tok);
    const bool cause = preposition == "in" || preposition == "by" || preposition == "from";
    return cause && is_of(tok, {"disaster", "sport"});
  });
}

bool EventRealm::may_do(std::uint32_t subject, std::string_view cameo) const {
  constexpr std::array<std::string_view, 9> kDone = {"02", "03", "05", "06", "07", "08", "12", "13", "14"};
  if (!contains(kDone, cameo.substr(0, 2))) return true;
  if (patterns_.is_actor(subject) || view_.tree[subject].upos == Upos::Pron) return true;
  if (patterns_.is_of_class(subject, "speaker")) return true;
  const std::string noun = lemma_of(view_.tree[subject]);
  // "distributors", "organist": somebody, if no list knows them
  constexpr std::array<std::string_view, 6> kOfPeople = {"er", "or", "ist", "ian", "ee", "man"};
  const bool known = lexicon_.is_of_class(noun, {}) || view_.world.find_noun(noun).has_value();
  if (!known && std::any_of(kOfPeople.begin(), kOfPeople.end(), [&](std::string_view end) {
        return noun.size() > end.size() + 2 && noun.ends_with(end);
      })) {
    return true;
  }
  // "protests blocked the road"
  return view_.lexicon.is_speech_noun(noun) ||
         (cameo.starts_with("14") && lexicon_.find_noun(noun) != nullptr);
}

}  // namespace actorgraph
