// Which of a verb's uses a clause shows: "cut ties", "cut aid". Read by event_coder.
// Thread-safety: belongs to one sentence and one thread; what it found of a word it keeps.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/event_lexicon.hpp"
#include "extract/proposition.hpp"

namespace actorgraph {

/// The slots of a verb as tokens.
struct ActionSlots {
  std::vector<std::uint32_t> subjects;  ///< who acts
  std::vector<std::uint32_t> objects;   ///< who or what is acted on
  std::vector<std::uint32_t> obliques;  ///< heads of phrases with prepositions
  std::vector<std::uint32_t> recipients;
};

class EventPatterns {
 public:
  EventPatterns(const SentenceView& view, const EventLexicon& lexicon)
      : view_(view), lexicon_(lexicon), nouns_(view.tree.size()), actors_(view.tree.size()) {}

  /// The use that fits best: that which asks for most; of equals the first. Null where none fits.
  /// Cost:     O(patterns x slots).
  [[nodiscard]] const ActionPattern* find(std::string_view verb, const ActionSlots& slots) const;

  /// A noun's lemma behind the words before it, most specific first: "peace talk", "talk".
  [[nodiscard]] const std::vector<std::string>& noun_names(std::uint32_t tok) const {
    return noun_at(tok).names;
  }

  [[nodiscard]] bool is_actor(std::uint32_t tok) const;
  [[nodiscard]] bool is_of_class(std::uint32_t tok, std::string_view name) const;

 private:
  struct Noun {
    std::vector<std::string> names;
    std::vector<std::string_view> classes;  // of all its names
  };

  [[nodiscard]] const Noun& noun_at(std::uint32_t tok) const;
  [[nodiscard]] bool names_actor(std::uint32_t tok) const;
  [[nodiscard]] bool fits(const Slot& slot, std::uint32_t tok) const;
  [[nodiscard]] bool fits_any(const Slot& slot, std::span<const std::uint32_t> toks) const;
  [[nodiscard]] bool fits_oblique(const ActionPattern& pattern, const ActionSlots& slots) const;

  const SentenceView& view_;
  const EventLexicon& lexicon_;
  mutable std::vector<std::optional<Noun>> nouns_;   // of every token, once asked
  mutable std::vector<std::optional<bool>> actors_;  // the same
};

}  // namespace actorgraph
