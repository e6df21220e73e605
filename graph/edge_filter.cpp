#include "graph/edge_filter.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "graph/country_words.hpp"
#include "graph/identity.hpp"
#include "records/actor_code.hpp"

namespace actorgraph {
namespace {

constexpr std::size_t kBlock = 3;  // letters

template <class Value>
std::uint32_t count_distinct(std::vector<Value>& values) {
  std::ranges::sort(values);
  return static_cast<std::uint32_t>(std::unique(values.begin(), values.end()) - values.begin());
}

}  // namespace

bool is_event_type(std::string_view relation) {
  return std::ranges::all_of(relation, [](char c) { return (c >= 'A' && c <= 'Z') || c == '_'; });
}

bool says(const EdgeRow& edge, std::string_view relation) {
  if (is_event_type(relation) && edge.event == relation) return true;
  const std::string_view lemma = edge.relation;
  return lemma.starts_with(relation) && (lemma.size() == relation.size() || lemma[relation.size()] == ' ');
}

bool is_of(const ActorRow& actor, const ActorGroup& group) {
  if (group.kind && actor.kind != *group.kind) return false;
  const ActorCodeParts parts = split_actor_code(actor.code);
  if (!group.country.empty() && parts.country != group.country) return false;
  if (group.code.empty()) return true;
  if (group.code.size() > kBlock) return actor.code.starts_with(group.code);
  if (parts.sector == group.code) return true;
  for (std::size_t at = 0; at + kBlock <= actor.code.size(); at += kBlock) {
    if (actor.code.compare(at, kBlock, group.code) == 0) return true;
  }
  return false;
}

EdgeFilter::EdgeFilter(const ClaimFilter& filter, std::vector<ActorNumber> speakers)
    : filter_(filter), speakers_(std::move(speakers)) {
  for (const QueryWord& place : filter.places) {
    std::string key = normalise_name(place.text);
    std::string country(find_country_code(key));
    if (country.empty()) country = place.text;  // a code by itself
    places_.push_back({std::move(key), std::move(country)});
  }
}

bool EdgeFilter::is_in_scope(const EdgeRow& edge, QueryScope scope) const {
  if (filter_.negated ? !edge.negated : edge.negated && scope == QueryScope::Asserted) return false;
  if (!filter_.modalities.empty()) return std::ranges::binary_search(filter_.modalities, edge.modality);
  return scope == QueryScope::All || edge.modality == Modality::Asserted;
}

bool EdgeFilter::lies_in_time(const std::optional<Date>& start, const std::optional<Date>& end) const {
  if (!filter_.since && !filter_.until) return true;
  if (!start && !end) return false;
  const bool too_early = filter_.since && end && *end < *filter_.since;
  const bool too_late = filter_.until && start && *start > *filter_.until;
  return !too_early && !too_late;
}

bool EdgeFilter::is_sure(double confidence) const {
  return confidence >= filter_.least_confidence && confidence <= filter_.most_confidence;
}

bool EdgeFilter::lies_in_place(const EdgeClaim& claim) const {
  return std::ranges::any_of(places_, [&](const Place& place) {
    if (!claim.country.empty() && claim.country == place.country) return true;
    if (!claim.place.empty() && normalise_name(claim.place) == place.key) return true;
    return !claim.region.empty() && normalise_name(claim.region) == place.key;
  });
}

bool EdgeFilter::passes(const EdgeClaim& claim) const {
  if (!is_sure(claim.confidence) || !lies_in_time(claim.time.start, claim.time.end)) return false;
  if (!speakers_.empty() &&
      (!claim.speaker_actor || !std::ranges::binary_search(speakers_, *claim.speaker_actor))) {
    return false;
  }
  return places_.empty() || lies_in_place(claim);
}

EdgeSupport EdgeFilter::count(const EdgeRow& edge, const EdgeSource& graph) const {
  EdgeSupport support;
  std::vector<DocumentId> documents;
  std::vector<DocumentId> groups;
  std::optional<std::tuple<bool, Date, ClaimId>> earliest;
  for (const EdgeClaim& claim : graph.claims_of_edge(edge.number)) {
    if (!passes(claim)) continue;
    ++support.claims;
    documents.push_back(claim.document);
    groups.push_back(claim.source_group);
    const std::optional<Date> start = claim.time.start ? claim.time.start : claim.time.end;
    const std::optional<Date> end = claim.time.end ? claim.time.end : claim.time.start;
    if (start && (!support.first || *start < *support.first)) support.first = start;
    if (end && (!support.last || *end > *support.last)) support.last = end;
    support.confidence = std::max(support.confidence, claim.confidence);
    const std::tuple<bool, Date, ClaimId> time(!start, start.value_or(Date()), claim.claim);
    if (!earliest || time < *earliest) earliest = time;
  }
  support.documents = count_distinct(documents);
  support.sources = count_distinct(groups);
  if (earliest) support.quoted = std::get<ClaimId>(*earliest);
  return support;
}

std::optional<EdgeSupport> EdgeFilter::find_support(const EdgeRow& edge, const EdgeSource& graph) const {
  const bool by_time = filter_.since || filter_.until;
  const bool by_confidence = filter_.least_confidence > 0 || filter_.most_confidence < 1;
  const bool by_claim = !places_.empty() || !speakers_.empty();
  if (edge.claims < filter_.claims.least || edge.documents < filter_.articles.least ||
      edge.documents < filter_.sources.least || edge.confidence < filter_.least_confidence ||
      (!edge.is_open && !lies_in_time(edge.first, edge.last))) {
    return std::nullopt;
  }
  // The row tells all of an edge with one claim, and the number of claims and articles of any.
  const bool is_single = edge.claims == 1 && !edge.is_open;
  const bool must_count_sources = filter_.sources != CountRange() && edge.claims > 1;
  EdgeSupport support;
  if (by_claim || must_count_sources || ((by_time || by_confidence) && !is_single)) {
    support = count(edge, graph);
  } else {
    if (!is_sure(edge.confidence) && by_confidence) return std::nullopt;
    support = {.claims = edge.claims,
               .documents = edge.documents,
               .sources = is_single ? 1U : 0U,
               .first = edge.first,
               .last = edge.last,
               .confidence = edge.confidence,
               .quoted = edge.quoted};
  }
  const bool counts = support.claims > 0 && filter_.claims.holds(support.claims) &&
                      filter_.articles.holds(support.documents) && filter_.sources.holds(support.sources);
  return counts ? std::optional(support) : std::nullopt;
}

}  // namespace actorgraph
