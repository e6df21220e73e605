#include "cli/event_set.hpp"

#include <algorithm>
#include <initializer_list>
#include <set>
#include <utility>

#include "export/events_json.hpp"
#include "graph/document_words.hpp"
#include "graph/graph_builder.hpp"
#include "graph/near_copies.hpp"
#include "graph/relation_classes.hpp"
#include "graph/story_finder.hpp"

namespace actorgraph {
namespace {

/// Who is called as an actor is, in one document, and is somebody else: by a user's word.
using Divided = std::set<std::pair<ActorId, DocumentId>>;

Divided divided_by(std::span<const Correction> corrections) {
  Divided divided;
  for (const Correction& correction : corrections) {
    if (correction.kind == CorrectionKind::DivideActor)
      divided.emplace(correction.actor, correction.document);
  }
  return divided;
}

/// A claim whose participants have the ids of their nodes.
class NodeFinder {
 public:
  NodeFinder(const KnowledgeGraph& graph, Divided divided) : graph_(graph), divided_(std::move(divided)) {}

  [[nodiscard]] Claim resolve(Claim claim) const {
    lead(claim.subject, claim.document);
    if (claim.object) lead(*claim.object, claim.document);
    if (claim.attributed_to) lead(*claim.attributed_to, claim.document);
    if (claim.event && claim.event->recipient) lead(*claim.event->recipient, claim.document);
    return claim;
  }

  /// Adds where actors take part in `claim`, which resolve() made, beyond being the ends of its edge.
  void add_other_actors(const Claim& claim, std::vector<std::pair<ActorNumber, ClaimId>>& found) const {
    const ActorId subject = claim.subject.id;
    const ActorId object = claim.object ? claim.object->id : ActorId{};
    const ActorId speaker = claim.attributed_to ? claim.attributed_to->id : ActorId{};
    const ActorId recipient = claim.event && claim.event->recipient ? claim.event->recipient->id : ActorId{};
    const bool is_edge = !subject.is_none() && !object.is_none();
    for (const ActorId actor : {subject, object, speaker, recipient}) {
      if (actor.is_none() || (is_edge && (actor == subject || actor == object))) continue;
      if (const auto vertex = graph_.find_actor(actor)) {
        found.emplace_back(static_cast<ActorNumber>(*vertex), claim.id);
      }
    }
  }

 private:
  void lead(Participant& participant, DocumentId document) const {
    if (participant.id.is_none()) return;
    if (!divided_.empty() && divided_.contains({participant.id, document})) {
      participant.id = make_divided_id(participant.id, document);
    }
    const auto vertex = graph_.find_actor(participant.id);
    if (vertex) participant.id = graph_.graph()[*vertex].id;
  }

  const KnowledgeGraph& graph_;
  Divided divided_;
};

std::vector<EventCorrection> of_events(std::span<const Correction> corrections) {
  std::vector<EventCorrection> chosen;
  for (const Correction& correction : corrections) {
    if (correction.kind == CorrectionKind::JoinEvents) {
      chosen.push_back({EventCorrection::Kind::Join, correction.claim, correction.other_claim});
    } else if (correction.kind == CorrectionKind::SplitEvents) {
      chosen.push_back({EventCorrection::Kind::Split, correction.claim, correction.other_claim});
    }
  }
  return chosen;
}

}  // namespace

EventSet merge_events(const std::function<void(const DocumentVisit&)>& for_each,
                      const std::string& data_folder, std::span<const Correction> corrections) {
  EventSet set;
  GraphBuilder builder;
  builder.correct(corrections);
  NearCopies copies;
  StoryFinder stories;
  for_each([&](const Document& doc, std::span<const Claim> claims) {
    for (const Claim& claim : claims) builder.add(claim, make_claim_source(claim, doc));
    const std::string text = plain_text(doc.article);
    copies.add(doc.id, text);
    stories.add(doc.id, text, doc.article.published);
  });
  const CopyGroups groups = std::move(copies).finish();
  for (const auto& [document, original] : groups) {
    if (document != original) builder.add_copy(document, original);
  }
  set.graph = std::move(builder).finish();
  const Stories told = std::move(stories).finish();

  const RelationClasses classes = RelationClasses::load(data_folder);
  EventMerger merger(classes);
  merger.correct(of_events(corrections));
  const NodeFinder nodes(set.graph, divided_by(corrections));
  for_each([&](const Document& doc, std::span<const Claim> claims) {
    const std::string& name = doc.article.name;
    set.reports.push_back(
        {doc.id, name.empty() ? to_string(doc.id) : name, told.at(doc.id), groups.at(doc.id)});
    merger.add_document({doc.id, doc.article.published, told.at(doc.id), groups.at(doc.id)});
    for (const Claim& claim : claims) {
      const Claim resolved = nodes.resolve(claim);
      merger.add(resolved);
      nodes.add_other_actors(resolved, set.actor_claims);
      set.evidence.push_back({claim.id, claim.document, claim.span, claim.relation.span});
      set.times.push_back({claim.id, make_claim_time(claim, doc.article.published)});
    }
  });
  std::ranges::sort(set.reports, {}, &ReportRow::document);
  std::ranges::sort(set.evidence, {}, &ClaimPlace::claim);
  std::ranges::sort(set.times, {}, &ClaimTime::claim);
  std::ranges::sort(set.actor_claims);
  set.actor_claims.erase(std::unique(set.actor_claims.begin(), set.actor_claims.end()),
                         set.actor_claims.end());
  set.events = std::move(merger).finish();
  return set;
}

EventSet merge_events(const Store& store, const std::string& data_folder) {
  const auto for_each = [&store](const DocumentVisit& visit) {
    store.for_each([&visit](const StoredDocument& stored) { visit(stored.doc, stored.claims); });
  };
  return merge_events(for_each, data_folder, store.corrections());
}

void write_events(const EventSet& set, std::ostream& out) {
  const EventSources sources{.name_of =
                                 [&](ActorId id) {
                                   const auto vertex = set.graph.find_actor(id);
                                   return vertex ? set.graph.graph()[*vertex].name : std::string();
                                 },
                             .reports = set.reports,
                             .evidence = set.evidence};
  for (std::size_t event = 0; event < set.events.size(); ++event) {
    write_event(set.events.make_event(event), set.events.links(event), sources, out);
  }
}

}  // namespace actorgraph
