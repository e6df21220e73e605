#include "graph/graph_builder.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <numeric>
#include <set>
#include <span>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "graph/actor_merger.hpp"
#include "graph/identity.hpp"
#include "graph/string_table.hpp"
#include "records/hash.hpp"

namespace actorgraph {
namespace {

/// One participant of one claim. All but `claim` are numbers in the builder's tables.
struct Participation {
  ClaimId claim;
  std::uint32_t actor = 0;
  std::uint32_t document = 0;
  std::uint32_t name = 0;
  std::uint32_t text = 0;
  std::uint32_t code = 0;
  ActorKind kind = ActorKind::Unknown;
};

/// One claim between two actors.
struct Link {
  ClaimId claim;
  std::uint32_t source = 0;
  std::uint32_t target = 0;
  std::uint32_t relation = 0;
  std::uint32_t event = 0;
  std::uint32_t document = 0;
  std::uint32_t sentence = 0;
  std::uint32_t url = 0;
  DateInterval time;
  Modality modality = Modality::Asserted;
  bool negated = false;
  bool coded = false;
  double goldstein = 0;
  double confidence = 0;
};

/// Counts strings by number. The winner does not depend on the numbers.
class Votes {
 public:
  explicit Votes(const StringTable& texts) : texts_(texts) {}

  void add(std::uint32_t number) { ballots_.push_back(number); }

  /// Distinct strings, most frequent first, ties in byte order; the empty string is left out.
  [[nodiscard]] const std::vector<std::uint32_t>& rank() {
    std::ranges::sort(ballots_);
    counts_.clear();
    for (std::size_t i = 0, next = 0; i < ballots_.size(); i = next) {
      while (next < ballots_.size() && ballots_[next] == ballots_[i]) ++next;
      if (!texts_[ballots_[i]].empty()) counts_.emplace_back(next - i, ballots_[i]);
    }
    std::ranges::sort(counts_, [&](const auto& a, const auto& b) {
      return a.first != b.first ? a.first > b.first : texts_[a.second] < texts_[b.second];
    });
    ranked_.clear();
    for (const auto& [count, number] : counts_) ranked_.push_back(number);
    return ranked_;
  }

  /// The first of rank(), else the empty string.
  [[nodiscard]] std::string winner() {
    const std::vector<std::uint32_t>& ranked = rank();
    return ranked.empty() ? std::string() : texts_[ranked.front()];
  }

 private:
  const StringTable& texts_;
  std::vector<std::uint32_t> ballots_;
  std::vector<std::pair<std::size_t, std::uint32_t>> counts_;
  std::vector<std::uint32_t> ranked_;
};

std::size_t count_distinct(std::vector<std::uint32_t>& numbers) {
  std::ranges::sort(numbers);
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  return numbers.size();
}

/// Where each of `numbers` numbers stands when the things are in order; 0 for those left out.
std::vector<std::uint32_t> places_of(const std::vector<std::uint32_t>& order, std::size_t numbers) {
  std::vector<std::uint32_t> places(numbers);
  for (std::uint32_t i = 0; i < order.size(); ++i) places[order[i]] = i;
  return places;
}

/// Rows gathered by the number of their group: those of group g are [offsets[g], offsets[g + 1]).
template <class Row>
struct GroupedRows {
  std::vector<Row> rows;
  std::vector<std::size_t> offsets;

  [[nodiscard]] std::span<Row> of(std::size_t group) {
    return std::span(rows).subspan(offsets[group], offsets[group + 1] - offsets[group]);
  }
};

/// Gathers rows by `group_of`, whose numbers are below `groups`. Cost: O(rows + groups).
template <class Row, class Group>
GroupedRows<Row> group_rows(std::vector<Row>&& rows, std::size_t groups, const Group& group_of) {
  GroupedRows<Row> grouped{std::vector<Row>(rows.size()), std::vector<std::size_t>(groups + 1)};
  for (const Row& row : rows) ++grouped.offsets[group_of(row) + 1];
  std::partial_sum(grouped.offsets.begin(), grouped.offsets.end(), grouped.offsets.begin());
  std::vector<std::size_t> next(grouped.offsets.begin(), grouped.offsets.end() - 1);
  for (Row& row : rows) grouped.rows[next[group_of(row)]++] = std::move(row);
  std::vector<Row>().swap(rows);
  return grouped;
}

/// Calls the actor by one of its names.
void name_in_full(ActorNode& node, const std::string& name) {
  if (node.name == name) return;
  const std::string key = normalise_name(name);
  std::erase_if(node.aliases, [&](const std::string& alias) { return normalise_name(alias) == key; });
  if (normalise_name(node.name) == key) {
    node.name = name;
  } else {
    node.rename(name);
  }
}

}  // namespace

ClaimSource make_claim_source(const Claim& claim, const Document& doc) {
  return {slice(doc.article.text, claim.span), doc.article.published, doc.article.url};
}

DateInterval make_claim_time(const Claim& claim, const std::optional<Date>& published) {
  if (!claim.time || (!claim.time->interval.start && !claim.time->interval.end)) {
    return published ? make_day(*published) : DateInterval{};
  }
  DateInterval time = claim.time->interval;
  if (!time.end && published && *time.start <= *published) time.end = published;
  return time;
}

ActorId make_divided_id(ActorId actor, DocumentId document) {
  return {Hasher().add("divided").add(actor.value).add(document.value).finish()};
}

struct GraphBuilder::Rows {
  StringTable texts;
  std::vector<ActorId> actors;
  std::unordered_map<ActorId, std::uint32_t> actor_numbers;
  std::vector<DocumentId> document_ids;
  std::vector<std::optional<Date>> documents;  // when published
  std::unordered_map<DocumentId, std::uint32_t> document_numbers;
  std::unordered_set<ClaimId> claims;
  std::vector<Participation> participations;
  std::vector<Link> links;
  std::vector<ActorCorrection> corrections;                // of the merge
  std::vector<std::pair<ActorId, std::string>> new_names;  // later ones count
  std::set<std::pair<ActorId, DocumentId>> divided;

  std::uint32_t add_actor(const Participant& participant, ClaimId claim, std::uint32_t document);
  [[nodiscard]] ActorId divide(ActorId actor, DocumentId document) const;
  std::uint32_t add_document(DocumentId id, const std::optional<Date>& published);
  [[nodiscard]] ActorNode make_node(ActorId id, std::span<const Participation> rows) const;
  [[nodiscard]] RelationEdge make_edge(std::span<const Link> rows) const;
  ActorIdentity merge_actors();
  [[nodiscard]] std::vector<std::string> make_aliases(const std::string& name, Votes& names) const;
};

std::uint32_t GraphBuilder::Rows::add_actor(const Participant& participant, ClaimId claim,
                                            std::uint32_t document) {
  const ActorId id = divide(participant.id, document_ids[document]);
  const auto [at, is_new] = actor_numbers.try_emplace(id, static_cast<std::uint32_t>(actors.size()));
  if (is_new) actors.push_back(id);
  participations.push_back({claim, at->second, document, texts.add(name_of(participant)),
                            texts.add(participant.text), texts.add(participant.code), participant.kind});
  return at->second;
}

/// The actor's id, or the one that it has in a document whose bearer of the name is another.
ActorId GraphBuilder::Rows::divide(ActorId actor, DocumentId document) const {
  if (divided.empty() || !divided.contains({actor, document})) return actor;
  return make_divided_id(actor, document);
}

std::uint32_t GraphBuilder::Rows::add_document(DocumentId id, const std::optional<Date>& published) {
  const auto [at, is_new] = document_numbers.try_emplace(id, static_cast<std::uint32_t>(documents.size()));
  if (is_new) {
    document_ids.push_back(id);
    documents.push_back(published);
  }
  std::optional<Date>& known = documents[at->second];
  if (published && (!known || *published < *known)) known = published;
  return at->second;
}

std::vector<std::string> GraphBuilder::Rows::make_aliases(const std::string& name, Votes& names) const {
  std::unordered_set<std::string> keys{normalise_name(name)};
  std::vector<std::string> aliases;
  for (const std::uint32_t number : names.rank()) {
    if (keys.insert(normalise_name(texts[number])).second) aliases.push_back(texts[number]);
  }
  std::ranges::sort(aliases);
  return aliases;
}

// Requires: `rows` are those of the actor, in claim order.
ActorNode GraphBuilder::Rows::make_node(ActorId id, std::span<const Participation> rows) const {
  ActorNode node;
  node.id = id;
  Votes names(texts);
  Votes codes(texts);
  std::vector<std::uint32_t> kinds(static_cast<std::size_t>(ActorKind::Thing) + 1);
  std::vector<std::uint32_t> docs;
  ClaimId last_claim;
  for (const Participation& row : rows) {
    names.add(row.name);
    codes.add(row.code);
    ++kinds[static_cast<std::size_t>(row.kind)];
    docs.push_back(row.document);
    if (row.claim != last_claim) ++node.mentions;
    last_claim = row.claim;
    const std::optional<Date>& published = documents[row.document];
    if (published && (!node.first_seen || *published < *node.first_seen)) node.first_seen = published;
    if (published && (!node.last_seen || *published > *node.last_seen)) node.last_seen = published;
  }
  node.documents = static_cast<std::uint32_t>(count_distinct(docs));
  node.name = names.winner();
  node.code = codes.winner();
  kinds[static_cast<std::size_t>(ActorKind::Unknown)] = 0;
  const auto commonest = std::ranges::max_element(kinds);
  if (*commonest > 0) node.kind = static_cast<ActorKind>(commonest - kinds.begin());
  // Words that stand for a named actor are its names too ("Putin"), but descriptions and pronouns are not.
  for (const Participation& row : rows) {
    if (row.text != row.name && !is_description(texts[row.text])) names.add(row.text);
  }
  node.aliases = make_aliases(node.name, names);
  return node;
}

// Requires: `rows` are those of one edge, in claim order.
RelationEdge GraphBuilder::Rows::make_edge(std::span<const Link> rows) const {
  RelationEdge edge;
  edge.relation = texts[rows[0].relation];
  edge.negated = rows[0].negated;
  edge.modality = rows[0].modality;
  edge.weight = static_cast<std::uint32_t>(rows.size());
  edge.evidence.reserve(rows.size());
  Votes events(texts);
  std::vector<std::uint32_t> docs;
  const Link* earliest = rows.data();
  double goldstein = 0;
  std::uint32_t coded = 0;
  for (const Link& row : rows) {
    edge.evidence.push_back(row.claim);
    events.add(row.event);
    docs.push_back(row.document);
    if (row.coded) {
      goldstein += row.goldstein;
      ++coded;
    }
    if (std::isfinite(row.confidence)) edge.confidence = std::max(edge.confidence, row.confidence);
    if (row.time.start || row.time.end) edge.times.push_back(row.time);
    const Date first = row.time.start ? *row.time.start : row.time.end.value_or(Date{});
    const Date last = row.time.end ? *row.time.end : row.time.start.value_or(Date{});
    if (row.time.start || row.time.end) {
      if (!edge.first || first < *edge.first) edge.first = first;
      if (!edge.last || last > *edge.last) edge.last = last;
    }
    const std::optional<Date>& published = documents[row.document];
    const std::optional<Date>& known = documents[earliest->document];
    if (published && (!known || *published < *known)) earliest = &row;
  }
  const auto time_key = [](const DateInterval& time) {
    return std::tuple(time.start, time.end, time.precision);
  };
  std::ranges::sort(edge.times, {}, time_key);
  edge.times.erase(std::unique(edge.times.begin(), edge.times.end()), edge.times.end());
  edge.times.shrink_to_fit();
  edge.documents = static_cast<std::uint32_t>(count_distinct(docs));
  edge.event = events.winner();
  if (coded > 0) edge.polarity = goldstein / coded;
  edge.quoted = earliest->claim;
  edge.quote = texts[earliest->sentence];
  edge.url = texts[earliest->url];
  return edge;
}

GraphBuilder::GraphBuilder() : rows_(std::make_unique<Rows>()) {}
GraphBuilder::~GraphBuilder() = default;
GraphBuilder::GraphBuilder(GraphBuilder&&) noexcept = default;
GraphBuilder& GraphBuilder::operator=(GraphBuilder&&) noexcept = default;

void GraphBuilder::add(const Claim& claim, const ClaimSource& source) {
  assert(!claim.id.is_none());
  Rows& rows = *rows_;
  if (!rows.claims.insert(claim.id).second) return;
  const std::uint32_t document = rows.add_document(claim.document, source.published);
  const bool has_subject = !claim.subject.id.is_none();
  const bool has_object = claim.object && !claim.object->id.is_none();
  if (claim.attributed_to && !claim.attributed_to->id.is_none()) {
    rows.add_actor(*claim.attributed_to, claim.id, document);
  }
  std::uint32_t from = 0;
  std::uint32_t to = 0;
  if (has_subject) from = rows.add_actor(claim.subject, claim.id, document);
  if (has_object) to = rows.add_actor(*claim.object, claim.id, document);
  if (!has_subject || !has_object) return;
  const bool coded = claim.event && !claim.event->plover.empty() && std::isfinite(claim.event->goldstein);
  rows.links.push_back({.claim = claim.id,
                        .source = from,
                        .target = to,
                        .relation = rows.texts.add(claim.relation.lemma),
                        .event = rows.texts.add(claim.event ? claim.event->plover : std::string()),
                        .document = document,
                        .sentence = rows.texts.add(source.sentence),
                        .url = rows.texts.add(source.url),
                        .time = make_claim_time(claim, source.published),
                        .modality = claim.modality,
                        .negated = claim.negated,
                        .coded = coded,
                        .goldstein = coded ? claim.event->goldstein : 0,
                        .confidence = claim.confidence});
}

void GraphBuilder::correct(std::span<const Correction> corrections) {
  for (const Correction& correction : corrections) {
    switch (correction.kind) {
      case CorrectionKind::JoinActors:
        rows_->corrections.push_back({ActorCorrection::Kind::Join, correction.actor, correction.other_actor});
        break;
      case CorrectionKind::SplitActors:
        rows_->corrections.push_back(
            {ActorCorrection::Kind::Split, correction.actor, correction.other_actor});
        break;
      case CorrectionKind::DivideActor:
        rows_->divided.emplace(correction.actor, correction.document);
        rows_->corrections.push_back({ActorCorrection::Kind::Split, correction.actor,
                                      rows_->divide(correction.actor, correction.document)});
        break;
      case CorrectionKind::RenameActor:
        rows_->new_names.emplace_back(correction.actor, correction.name);
        break;
      case CorrectionKind::JoinEvents:
      case CorrectionKind::SplitEvents:
        break;
    }
  }
}

ActorIdentity GraphBuilder::Rows::merge_actors() {
  ActorMerger merger;
  for (const auto& [id, number] : document_numbers) {
    if (documents[number]) merger.add_document(id, *documents[number]);
  }
  ActorMentions mentions;
  mentions.actors = actors;
  mentions.documents = document_ids;
  mentions.texts.reserve(texts.size());
  for (std::uint32_t i = 0; i < texts.size(); ++i) mentions.texts.emplace_back(texts[i]);
  mentions.rows.reserve(participations.size());
  for (const Participation& row : participations) {
    mentions.rows.push_back({row.actor, row.document, row.name, row.text, row.code, row.kind});
  }
  merger.add(std::move(mentions));
  merger.correct(corrections);
  ActorIdentity identity = std::move(merger).finish();
  // From here on an actor's number is that of its node.
  std::vector<std::uint32_t> node(actors.size());
  for (std::uint32_t i = 0; i < actors.size(); ++i) node[i] = actor_numbers.at(identity.node_of(actors[i]));
  for (Participation& row : participations) row.actor = node[row.actor];
  for (Link& row : links) {
    row.source = node[row.source];
    row.target = node[row.target];
  }
  return identity;
}

KnowledgeGraph GraphBuilder::finish() && {
  Rows& rows = *rows_;
  std::unordered_set<ClaimId>().swap(rows.claims);
  ActorIdentity identity = rows.merge_actors();
  std::vector<std::uint32_t> actor_order;
  for (std::uint32_t i = 0; i < rows.actors.size(); ++i) {
    if (identity.node_of(rows.actors[i]) == rows.actors[i]) actor_order.push_back(i);
  }
  std::ranges::sort(actor_order, {}, [&](std::uint32_t number) { return rows.actors[number]; });
  const std::vector<std::uint32_t> vertex_of = places_of(actor_order, rows.actors.size());
  std::vector<std::uint32_t> relations;
  for (const Link& row : rows.links) relations.push_back(row.relation);
  std::ranges::sort(relations);
  relations.erase(std::unique(relations.begin(), relations.end()), relations.end());
  std::ranges::sort(relations, {},
                    [&](std::uint32_t number) -> const std::string& { return rows.texts[number]; });
  const std::vector<std::uint32_t> relation_place = places_of(relations, rows.texts.size());

  KnowledgeGraph merged;
  KnowledgeGraph::Graph& graph =
      *(merged.graph_ = std::make_unique<KnowledgeGraph::Graph>(actor_order.size()));
  auto participations = group_rows(std::move(rows.participations), actor_order.size(),
                                   [&](const Participation& row) { return vertex_of[row.actor]; });
  for (std::size_t vertex = 0; vertex < actor_order.size(); ++vertex) {
    const std::span<Participation> own = participations.of(vertex);
    std::ranges::sort(own, {}, &Participation::claim);
    graph[vertex] = rows.make_node(rows.actors[actor_order[vertex]], own);
  }
  participations = {};
  merged.links_ = std::move(identity.links);
  merged.refusals_ = std::move(identity.refusals);
  merged.nodes_ = std::move(identity.nodes);
  for (const ActorLink& link : merged.links_) {
    // A short form may be the commonest name, but does not tell who it is.
    if (const auto vertex = merged.find_actor(link.into)) name_in_full(graph[*vertex], link.into_name);
  }
  for (const ActorIdentity::Part& part : identity.parts) {
    if (const auto vertex = merged.find_actor(part.part)) graph[*vertex].part_of = part.of;
  }
  for (const auto& [actor, name] : rows.new_names) {
    if (const auto vertex = merged.find_actor(actor)) graph[*vertex].rename(name);
  }

  const auto edge_key = [&](const Link& row) {
    return std::tuple(vertex_of[row.target], relation_place[row.relation], row.negated, row.modality);
  };
  auto links = group_rows(std::move(rows.links), actor_order.size(),
                          [&](const Link& row) { return vertex_of[row.source]; });
  for (std::size_t source = 0; source < actor_order.size(); ++source) {
    const std::span<Link> own = links.of(source);
    std::ranges::sort(own, {},
                      [&](const Link& row) { return std::tuple_cat(edge_key(row), std::tuple(row.claim)); });
    for (std::size_t i = 0, next = 0; i < own.size(); i = next) {
      while (next < own.size() && edge_key(own[next]) == edge_key(own[i])) ++next;
      RelationEdge edge = rows.make_edge(own.subspan(i, next - i));
      const std::uint32_t target = vertex_of[own[i].target];
      edge.id = make_edge_id(graph[source].id, graph[target].id, edge);
      graph[boost::add_edge(source, target, graph).first] = std::move(edge);
    }
  }
  rows_.reset();
  return merged;
}

}  // namespace actorgraph
