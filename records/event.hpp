// What happened in the world, however often it is reported: the second layer above claims. Made by
// EventMerger, read by commands and exports.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "records/claim.hpp"
#include "records/date.hpp"
#include "records/id.hpp"

namespace actorgraph {

/// Why a claim belongs to its event; in order of strength.
enum class EventReason : std::uint8_t {
  Alone,        ///< the first of its event
  Corrected,    ///< a user said so
  SameReport,   ///< a near-copy of a document says it in the same words
  SameFact,     ///< the same actors, act and day, in whatever story
  SameParties,  ///< the same story, act and a party in common; time and place agree
  SameAct,      ///< the same story and act; nothing of parties, time and place disagrees
  SameType,     ///< the same story, type and parties, in other words
  SameVictim,   ///< the same story and violent act on the same target; who did it is disputed
};

/// "alone", "the same report"...
[[nodiscard]] std::string_view to_string(EventReason reason);

/// How far the reason carries, 0 to 1.
[[nodiscard]] double strength_of(EventReason reason);

/// One row of the ledger: why a claim is in its event.
struct EventLink {
  ClaimId claim;
  EventId event;
  std::string relation;  ///< the claim's own lemma
  EventReason reason = EventReason::Alone;

  friend bool operator==(const EventLink&, const EventLink&) = default;
};

/// What is counted in an event.
enum class CountKind : std::uint8_t { Dead, Injured, Arrested, Protesters };

/// "dead", "injured", "arrested", "protesters".
[[nodiscard]] std::string_view to_string(CountKind kind);

/// One number that reports give; reports that differ give several of one kind.
struct EventNumber {
  CountKind kind = CountKind::Dead;
  std::uint32_t value = 0;
  std::vector<ClaimId> claims;  ///< that give it, in order
  std::uint32_t sources = 0;    ///< independent ones

  friend bool operator==(const EventNumber&, const EventNumber&) = default;
};

/// Who is said to have done it.
struct EventAgent {
  ActorId actor;
  bool is_named = false;        ///< and not only described ("gunmen")
  std::vector<ClaimId> claims;  ///< that say so, in order
  std::vector<ActorId>
      speakers;               ///< to whom these attribute it, in order; the authors themselves are left out
  std::uint32_t sources = 0;  ///< independent ones

  friend bool operator==(const EventAgent&, const EventAgent&) = default;
};

/// What is denied, planned or threatened is an event of its own, never the act itself.
struct Event {
  EventId id;            ///< a hash of its smallest claim id: it stays when evidence is added, as a rule
  EventId act;           ///< shared by what is said of one act: that it happened, was denied, planned...
  std::string type;      ///< PLOVER; empty where no claim is coded
  std::string cameo;     ///< most frequent code
  std::string relation;  ///< most frequent lemma: "attack"
  ActorId source;        ///< who did it: the actor that most independent sources give; none where unknown
  ActorId target;        ///< to whom; none where unknown
  std::vector<ActorId> others;     ///< further participants and recipients, in order
  std::vector<EventAgent> agents;  ///< all who are said to have done it, best supported first
  DateInterval time;               ///< the days on which all claims that tell a time agree; may be open
  bool time_inferred = false;      ///< from the day of publication alone
  std::string place;               ///< most exact name
  std::string country;             ///< ISO 3166-1 alpha-3
  bool negated = false;
  Modality modality = Modality::Asserted;
  std::vector<ClaimId> claims;       ///< in order
  std::vector<DocumentId> reports;   ///< documents, in order
  std::uint32_t sources = 0;         ///< independent ones: a reprint is not a second source
  bool agents_differ = false;        ///< reports, or speakers of one report, name different ones
  std::vector<EventNumber> numbers;  ///< by kind, best supported first

  friend bool operator==(const Event&, const Event&) = default;
};

/// Whether reports contradict one another: several numbers of one kind, or several named agents that no one
/// report names together.
[[nodiscard]] bool is_disputed(const Event& event);

/// "attack | ASSAULT 180 | a1 -> a2 | 2024-03-22 Moscow, RUS | 3 claims, 2 documents, 1 source", one line.
[[nodiscard]] std::string dump(const Event& event);

}  // namespace actorgraph
