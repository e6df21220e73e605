#include "cli/event_set.hpp"

#include <algorithm>
#include <utility>

#include "cli/short_id.hpp"
#include "cli/text_layout.hpp"
#include "graph/document_words.hpp"
#include "graph/graph_builder.hpp"
#include "graph/near_copies.hpp"
#include "graph/relation_classes.hpp"
#include "graph/story_finder.hpp"
#include "records/error.hpp"

namespace actorgraph {
namespace {

constexpr std::size_t kMostCandidates = 10;

/// The node that a participant's id leads to.
void lead_to_node(const KnowledgeGraph& graph, Participant& participant) {
  if (participant.id.is_none()) return;
  const auto vertex = graph.find_actor(participant.id);
  if (vertex) participant.id = graph.graph()[*vertex].id;
}

Claim with_nodes(Claim claim, const KnowledgeGraph& graph) {
  lead_to_node(graph, claim.subject);
  if (claim.object) lead_to_node(graph, *claim.object);
  if (claim.attributed_to) lead_to_node(graph, *claim.attributed_to);
  if (claim.event && claim.event->recipient) lead_to_node(graph, *claim.event->recipient);
  return claim;
}

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
  for_each([&](const Document& doc, std::span<const Claim> claims) {
    const std::string& name = doc.article.name;
    set.reports.push_back(
        {doc.id, name.empty() ? to_string(doc.id) : name, told.at(doc.id), groups.at(doc.id)});
    merger.add_document({doc.id, doc.article.published, told.at(doc.id), groups.at(doc.id)});
    for (const Claim& claim : claims) {
      merger.add(with_nodes(claim, set.graph));
      set.evidence.push_back({claim.id, claim.document, claim.span, claim.relation.span});
    }
  });
  std::ranges::sort(set.reports, {}, &EventReport::id);
  std::ranges::sort(set.evidence, {}, &EventEvidence::claim);
  set.events = std::move(merger).finish();
  return set;
}

EventSet load_events(const Store& store, const std::string& data_folder) {
  const auto for_each = [&store](const DocumentVisit& visit) {
    store.for_each([&visit](const StoredDocument& stored) { visit(stored.doc, stored.claims); });
  };
  return merge_events(for_each, data_folder, store.corrections());
}

EventSet save_events(Store& store, const std::string& data_folder) {
  EventSet set = load_events(store, data_folder);
  std::vector<EventLink> links;
  for (std::size_t event = 0; event < set.events.size(); ++event) {
    for (EventLink& link : set.events.links(event)) links.push_back(std::move(link));
  }
  store.save_ledger(set.graph.links(), links);
  store.commit();
  return set;
}

std::size_t choose_event(const EventSet& set, const std::string& id) {
  const auto range = parse_id_prefix(id, EventTag::kLetter);
  std::vector<std::size_t> found;
  for (std::size_t event = 0; range && event < set.events.size(); ++event) {
    const std::uint64_t value = set.events.id(event).value;
    if (value >= range->first && value <= range->last) found.push_back(event);
  }
  if (found.size() == 1) return found.front();
  if (found.empty())
    throw Error("no event has the id '" + id +
                "'; expected an id such as e3f1, as `actorgraph events` prints them");
  std::string message = "'" + id + "' begins " + group_digits(found.size()) + " ids; give more digits:";
  for (std::size_t i = 0; i < found.size() && i < kMostCandidates; ++i)
    message += "\n  " + to_string(set.events.id(found[i]));
  if (found.size() > kMostCandidates) message += "\n  ...";
  throw Error(message);
}

void write_event(const EventSet& set, std::size_t event, std::ostream& out) {
  write_event(set.events.make_event(event), set.events.links(event), {set.graph, set.reports, set.evidence},
              out);
}

void write_events(const EventSet& set, std::ostream& out) {
  for (std::size_t event = 0; event < set.events.size(); ++event) write_event(set, event, out);
}

}  // namespace actorgraph
