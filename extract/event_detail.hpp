// What more a coded event says: how (mode, by the weapon), in which context, how many people. Read by
// event_coder.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "extract/event_lexicon.hpp"
#include "extract/proposition.hpp"
#include "records/claim.hpp"

namespace actorgraph {

class EventDetail {
 public:
  EventDetail(const SentenceView& view, const EventLexicon& lexicon) : view_(view), lexicon_(lexicon) {}

  /// Refines an assault's code by its weapon, and says the weapon's mode.
  void set_mode(const Proposition& fact, EventCode& code) const;

  /// The contexts that the words of the sentence call up, in order of their names.
  [[nodiscard]] const std::vector<std::string>& contexts();

  /// Numbers of people, where the clause or one that hangs from it states them.
  [[nodiscard]] EventSize size_of(const Proposition& fact) const;

 private:
  [[nodiscard]] const std::string* find_weapon(const Proposition& fact) const;
  void count(const std::string& verb, std::uint32_t tok, EventSize& size) const;
  void count_clause(const Clause& clause, EventSize& size) const;

  const SentenceView& view_;
  const EventLexicon& lexicon_;
  std::optional<std::vector<std::string>> contexts_;
};

}  // namespace actorgraph
