#include "extract/actor_phrase_view.hpp"

#include <algorithm>
#include <initializer_list>
#include <string>

#include "extract/string_map.hpp"
#include "extract/word_list.hpp"

namespace actorgraph {
namespace {

bool is_former(std::string_view word) {
  return among(word,
               {"former", "ex", "ousted", "deposed", "toppled", "onetime", "outgone", "late", "exiled"});
}

bool is_quantity(std::string_view lemma) {
  static const StringSet words = make_string_set(
      {"hundred",  "thousand", "million", "dozen",    "score",     "ten",   "number", "handful",
       "majority", "most",     "many",    "some",     "several",   "few",   "all",    "half",
       "rest",     "both",     "lot",     "one",      "two",       "three", "four",   "five",
       "none",     "each",     "any",     "hundreds", "thousands", "tens",  "dozens", "scores"});
  return words.contains(lemma);
}

}  // namespace

bool is_linking_word(std::string_view lower_form) {
  static const StringSet words =
      make_string_set({"of",   "from",  "in",      "at",      "for",     "inside", "near",   "on",
                       "to",   "with",  "by",      "against", "outside", "within", "behind", "under",
                       "over", "about", "between", "who",     "which",   "that"});
  return words.contains(lower_form);
}

ActorPhraseView::ActorPhraseView(const ActorPhrase& phrase, const ActorContext& context)
    : words_(phrase.words), context_(context), world_(context.world), head_(phrase.head) {
  forms_.reserve(words_.size());
  for (const PhraseWord& word : words_) forms_.emplace_back(word.form);
  while (is_quantity(words_[head_].lemma) && head_ + 2 < words_.size() && words_[head_ + 1].lemma == "of") {
    head_ += 2;
    while (head_ + 1 < words_.size() && !is_linking_word(words_[head_ + 1].lower)) ++head_;
  }
  front_end_ = head_ + 1;
  while (front_end_ < words_.size() && !is_linking_word(words_[front_end_].lower)) ++front_end_;
  for (std::size_t at = 0; at < front_end_; ++at) {
    former_ = former_ || is_former(words_[at].lower) || words_[at].lower.starts_with("ex-");
  }
}

bool ActorPhraseView::links(std::size_t word) const {
  for (std::size_t at = word; at-- > front_end_;) {
    const std::string form = words_[at].lower;
    if (!is_linking_word(form)) continue;
    return among(form, {"of", "from", "in", "at", "for", "inside", "within"});
  }
  return false;
}

std::optional<NounClass> ActorPhraseView::noun_at(std::size_t last, std::size_t* first) const {
  const PhraseWord& word = words_[last];
  for (std::size_t before = std::min<std::size_t>(last, 2) + 1; before-- > 0;) {
    std::string prefix;
    for (std::size_t at = last - before; at < last; ++at) (prefix += words_[at].lower) += ' ';
    auto noun = world_.find_noun(prefix + word.lower);
    if (!noun && word.lemma != word.lower) noun = world_.find_noun(prefix + word.lemma);
    if (!noun && word.lower.ends_with("men")) {
      noun = world_.find_noun(prefix + word.lower.substr(0, word.lower.size() - 2) + "an");
    }
    if (!noun) continue;
    if (first != nullptr) *first = last - before;
    return noun;
  }
  return std::nullopt;
}

const WorldActor* ActorPhraseView::find_people(std::size_t at) const {
  if (!words_[at].capital) return nullptr;
  if (at + 1 < front_end_ && words_[at + 1].capital) {
    const std::string two = words_[at].form + ' ' + words_[at + 1].form;
    if (const WorldActor* people = world_.find_demonym(two)) return people;
  }
  return world_.find_demonym(forms_[at]);
}

std::optional<World::Match> ActorPhraseView::match_at(std::size_t at) const {
  if (!words_[at].capital && !words_[at].name_type) return std::nullopt;
  auto match = world_.find_longest(std::span(forms_).subspan(at), context_.when, context_.country);
  if (!match) return match;
  // "New Mexico" is not Mexico.
  if (at > 0 && words_[at - 1].lower == "new" && same_name(at - 1, at)) return std::nullopt;
  const std::size_t end = at + match->words;
  for (std::size_t word = at; word < end; ++word) {
    if (!in_person_name(word)) {
      const bool product = match->actor->kind == ActorKind::Media || match->actor->kind == ActorKind::Company;
      // "Zenda Times University" is not the paper: a part of a longer name.
      if (product && end < words_.size() && same_name(end - 1, end)) return std::nullopt;
      continue;
    }
    const bool whole = match->actor->kind == ActorKind::Person && (at == 0 || !same_name(at - 1, at)) &&
                       (end == words_.size() || !same_name(end - 1, end));
    if (!whole) return std::nullopt;
  }
  return match;
}

bool ActorPhraseView::same_name(std::size_t a, std::size_t b) const {
  return words_[a].name_type && words_[b].name_type && words_[a].name == words_[b].name;
}

const WorldActor* ActorPhraseView::surname_at(std::size_t at) const {
  const bool part = (at > 0 && same_name(at - 1, at)) || (at + 1 < words_.size() && same_name(at, at + 1));
  return part || !in_person_name(at) ? nullptr : world_.find_surname(forms_[at], context_.when);
}

}  // namespace actorgraph
