// Whether an act is one between actors at all: storms, teams and markets "attack" and "hit" too. Read by
// event_coder.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string_view>

#include "extract/event_lexicon.hpp"
#include "extract/event_pattern.hpp"
#include "extract/proposition.hpp"

namespace actorgraph {

class EventRealm {
 public:
  /// Requires: all outlive the realm.
  EventRealm(const SentenceView& view, const EventLexicon& lexicon, const EventPatterns& patterns)
      : view_(view), lexicon_(lexicon), patterns_(patterns) {}

  /// Whether `fact`, coded as `cameo`, tells of a disaster, a match or a market.
  [[nodiscard]] bool is_foreign(const Proposition& fact, std::string_view cameo);

  /// Whether `subject` can do what is coded as `cameo`: only actors, and what they write, ask, give and
  /// refuse; not "the money will fund", "the rise threatens".
  [[nodiscard]] bool may_do(std::uint32_t subject, std::string_view cameo) const;

 private:
  [[nodiscard]] bool is_sport();
  [[nodiscard]] bool is_disaster() const;
  [[nodiscard]] bool is_of(std::uint32_t tok, std::initializer_list<std::string_view> classes) const;

  const SentenceView& view_;
  const EventLexicon& lexicon_;
  const EventPatterns& patterns_;
  std::optional<bool> sport_;  // once asked
};

}  // namespace actorgraph
