// What one sentence of one document says: subject, relation, object and their context.
// Made by extract, resolved by graph, kept by store, written by cli and export.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "records/date.hpp"
#include "records/id.hpp"
#include "records/span.hpp"

namespace actorgraph {

enum class ActorKind : std::uint8_t {
  Unknown,
  Person,
  Group,
  ArmedGroup,
  Government,
  Organization,
  Company,
  Party,
  Media,
  Country,
  Place,
  Facility,
  Event,
  Thing,
};

/// "armed group", "country"...
[[nodiscard]] std::string_view to_string(ActorKind kind);
[[nodiscard]] std::optional<ActorKind> parse_actor_kind(std::string_view text);

/// A filler of a slot: the words of the sentence and the node that they stand for.
struct Participant {
  std::string text;   ///< as written, without leading article, relative clause or appositive
  ByteSpan span;      ///< of the document's text; the whole phrase where `text` is composed of parts of it
  std::string actor;  ///< the document's name for the node: "ISIS-K" for "the group"
  ActorId id;         ///< none until graph resolves it
  ActorKind kind = ActorKind::Unknown;
  std::string code;  ///< CAMEO actor code such as AFGREB, else empty

  friend bool operator==(const Participant&, const Participant&) = default;
};

struct Relation {
  std::string text;   ///< as written: "carried out attacks on"
  std::string lemma;  ///< verb lemma with particle and linking preposition: "attack", "intervene in"
  ByteSpan span;      ///< from its first to its last word

  friend bool operator==(const Relation&, const Relation&) = default;
};

enum class Role : std::uint8_t {
  Time,
  Place,
  Instrument,
  Purpose,
  Recipient,
  Source,
  Topic,
  Manner,
  Amount,
  Cause,
  Other
};

[[nodiscard]] std::string_view to_string(Role role);
[[nodiscard]] std::optional<Role> parse_role(std::string_view text);

struct Argument {
  Role role = Role::Other;
  std::string text;  ///< with its preposition: "in Kabul"
  ByteSpan span;

  friend bool operator==(const Argument&, const Argument&) = default;
};

/// How far the sentence commits to the claim. Only Asserted becomes an edge by default.
enum class Modality : std::uint8_t { Asserted, Attempted, Threatened, Planned, Possible, Demanded, Denied };

[[nodiscard]] std::string_view to_string(Modality modality);
[[nodiscard]] std::optional<Modality> parse_modality(std::string_view text);

/// Numbers of people that the sentence states.
struct EventSize {
  std::optional<std::uint32_t> dead;
  std::optional<std::uint32_t> injured;
  std::optional<std::uint32_t> arrested;
  std::optional<std::uint32_t> protesters;

  [[nodiscard]] bool empty() const { return !dead && !injured && !arrested && !protesters; }
  friend bool operator==(const EventSize&, const EventSize&) = default;
};

/// Codes of an event between actors (PLOVER and CAMEO).
struct EventCode {
  std::string plover;                 ///< "ASSAULT"; empty where there is a statement and no act
  std::string mode;                   ///< "explosives", else empty
  std::vector<std::string> contexts;  ///< "terrorism", ...
  std::string cameo;                  ///< a string: "010" is not "10"
  double goldstein = 0;
  int quad = 0;  ///< 1 to 4; 0 where unknown
  EventSize size;
  std::optional<Participant>
      recipient;  ///< whom it is directed at: often, but not always, the claim's object

  friend bool operator==(const EventCode&, const EventCode&) = default;
};

/// What a time expression tells, after TIMEX3: a day or period of the calendar ("date"), a time of day
/// ("time"), a length, or something repeated.
enum class TimeType : std::uint8_t { Calendar, Clock, Duration, Set };

/// "date", "time", "duration", "set".
[[nodiscard]] std::string_view to_string(TimeType type);
[[nodiscard]] std::optional<TimeType> parse_time_type(std::string_view text);

struct TimeReference {
  std::string text;       ///< as written: "last year"
  DateInterval interval;  ///< open on both sides where it is not known
  TimeType type = TimeType::Calendar;
  std::string value;  ///< in the notation of ISO 8601 and TIMEX3, "2021-W12", "P3D"; empty where not known

  friend bool operator==(const TimeReference&, const TimeReference&) = default;
};

enum class PlaceKind : std::uint8_t {
  Unknown,
  Country,
  Region,  ///< of first order: a province, a state
  City,
  Area,  ///< without government of its own, or of several countries: "Darfur", "the Balkans"
  Water,
  River,
  Mountains,
  Desert,
  Island,
  Continent,
  Facility
};

[[nodiscard]] std::string_view to_string(PlaceKind kind);
[[nodiscard]] std::optional<PlaceKind> parse_place_kind(std::string_view text);

struct PlaceReference {
  std::string text;     ///< as written
  std::string name;     ///< resolved name, else the text
  std::string country;  ///< ISO 3166-1 alpha-3, else empty
  std::string region;   ///< name of the first-order region, else empty
  PlaceKind kind = PlaceKind::Unknown;
  std::optional<double> latitude;   ///< degrees
  std::optional<double> longitude;  ///< degrees

  friend bool operator==(const PlaceReference&, const PlaceReference&) = default;
};

struct Claim {
  ClaimId id;
  DocumentId document;
  std::uint32_t sentence = 0;  ///< index in Document::sentences
  ByteSpan span;               ///< the sentence: the claim's evidence
  Participant subject;         ///< empty text where the sentence names no agent
  Relation relation;
  std::optional<Participant> object;
  std::vector<Argument> arguments;
  std::optional<EventCode> event;
  bool negated = false;
  Modality modality = Modality::Asserted;
  std::optional<Participant> attributed_to;  ///< the innermost speaker, empty where the author speaks
  std::optional<TimeReference> time;
  std::optional<PlaceReference> place;
  double confidence = 0;              ///< 0 to 1
  std::vector<std::string> inferred;  ///< what was not stated in the clause, each with its reason

  friend bool operator==(const Claim&, const Claim&) = default;
};

/// A hash of the document and all that the sentence states; resolution (ids, codes) does not change it.
[[nodiscard]] ClaimId make_claim_id(const Claim& claim);

}  // namespace actorgraph
