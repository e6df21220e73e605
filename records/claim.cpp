#include "records/claim.hpp"

#include <array>

#include "records/hash.hpp"
#include "records/label_table.hpp"

namespace actorgraph {
namespace {

constexpr std::array<std::string_view, 14> kKinds = {
    "unknown", "person", "group",   "armed group", "government", "organization", "company",
    "party",   "media",  "country", "place",       "facility",   "event",        "thing"};
constexpr std::array<std::string_view, 11> kRoles = {"time",      "place",  "instrument", "purpose",
                                                     "recipient", "source", "topic",      "manner",
                                                     "amount",    "cause",  "other"};
constexpr std::array<std::string_view, 7> kModalities = {"asserted", "attempted", "threatened", "planned",
                                                         "possible", "demanded",  "denied"};

constexpr std::array<std::string_view, 4> kTimeTypes = {"date", "time", "duration", "set"};
constexpr std::array<std::string_view, 12> kPlaceKinds = {"unknown", "country", "region",    "city",
                                                          "area",    "water",   "river",     "mountains",
                                                          "desert",  "island",  "continent", "facility"};

void add_participant(Hasher& hasher, const Participant& participant) {
  hasher.add(participant.text).add(participant.span.begin).add(participant.span.end);
}

}  // namespace

std::string_view to_string(ActorKind kind) {
  return kKinds[static_cast<std::size_t>(kind)];
}
std::string_view to_string(Role role) {
  return kRoles[static_cast<std::size_t>(role)];
}
std::string_view to_string(Modality modality) {
  return kModalities[static_cast<std::size_t>(modality)];
}
std::string_view to_string(TimeType type) {
  return kTimeTypes[static_cast<std::size_t>(type)];
}
std::string_view to_string(PlaceKind kind) {
  return kPlaceKinds[static_cast<std::size_t>(kind)];
}
std::optional<PlaceKind> parse_place_kind(std::string_view text) {
  return find_label<PlaceKind>(kPlaceKinds, text);
}
std::optional<ActorKind> parse_actor_kind(std::string_view text) {
  return find_label<ActorKind>(kKinds, text);
}
std::optional<Role> parse_role(std::string_view text) {
  return find_label<Role>(kRoles, text);
}
std::optional<Modality> parse_modality(std::string_view text) {
  return find_label<Modality>(kModalities, text);
}
std::optional<TimeType> parse_time_type(std::string_view text) {
  return find_label<TimeType>(kTimeTypes, text);
}

ClaimId make_claim_id(const Claim& claim) {
  Hasher hasher;
  hasher.add(claim.document.value).add(claim.span.begin).add(claim.span.end);
  add_participant(hasher, claim.subject);
  hasher.add(claim.relation.lemma).add(claim.relation.span.begin).add(claim.relation.span.end);
  if (claim.object) add_participant(hasher, *claim.object);
  return {hasher.finish()};
}

}  // namespace actorgraph
