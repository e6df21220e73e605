// The words of a phrase as actor_phrase asks for them: where its front ends, which nouns, names and peoples
// stand at a word. Used by actor_phrase alone.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "extract/actor_phrase.hpp"

namespace actorgraph {

/// Whether a word links what follows to the noun before it: a preposition, or "who".
[[nodiscard]] bool is_linking_word(std::string_view lower_form);

/// Views a phrase and a context that outlive it.
class ActorPhraseView {
 public:
  ActorPhraseView(const ActorPhrase& phrase, const ActorContext& context);

  /// The noun that is meant: of "hundreds of people" the people.
  [[nodiscard]] std::size_t head() const { return head_; }
  /// One past the words before the first preposition behind the head.
  [[nodiscard]] std::size_t front_end() const { return front_end_; }
  /// Whether the front says that an office is over: "former", "ousted".
  [[nodiscard]] bool former() const { return former_; }
  [[nodiscard]] std::span<const std::string_view> forms() const { return forms_; }

  /// Whether the preposition before `word` says whose or where.
  [[nodiscard]] bool links(std::size_t word) const;

  /// The class of the noun that ends at `last`, compounds first; `first` becomes its first word.
  [[nodiscard]] std::optional<NounClass> noun_at(std::size_t last, std::size_t* first = nullptr) const;

  /// The longest listed name at a word. Within a person's name only a person is one.
  [[nodiscard]] std::optional<World::Match> match_at(std::size_t at) const;

  /// The country whose people or adjective stands at a word: "Danish", "North Korean".
  [[nodiscard]] const WorldActor* find_people(std::size_t at) const;

  /// The office holder whose surname alone is the name at a word.
  [[nodiscard]] const WorldActor* surname_at(std::size_t at) const;

  [[nodiscard]] bool in_person_name(std::size_t word) const {
    return words_[word].name_type == NameType::Person;
  }

 private:
  [[nodiscard]] bool same_name(std::size_t a, std::size_t b) const;

  const std::vector<PhraseWord>& words_;
  const ActorContext& context_;
  const World& world_;
  std::vector<std::string_view> forms_;
  std::size_t head_;
  std::size_t front_end_ = 0;
  bool former_ = false;
};

}  // namespace actorgraph
