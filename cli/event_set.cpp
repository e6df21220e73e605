#include "cli/event_set.hpp"

#include <algorithm>
#include <utility>

#include "graph/document_words.hpp"
#include "graph/graph_builder.hpp"
#include "graph/near_copies.hpp"
#include "graph/relation_classes.hpp"
#include "graph/story_finder.hpp"

namespace actorgraph {
namespace {

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

}  // namespace

EventSet merge_events(const std::function<void(const DocumentVisit&)>& for_each,
                      const std::string& data_folder, std::span<const EventCorrection> corrections) {
  EventSet set;
  GraphBuilder builder;
  NearCopies copies;
  StoryFinder stories;
  for_each([&](const Document& doc, std::span<const Claim> claims) {
    for (const Claim& claim : claims) builder.add(claim, make_claim_source(claim, doc));
    const std::string text = plain_text(doc.article);
    copies.add(doc.id, text);
    stories.add(doc.id, text, doc.article.published);
  });
  set.graph = std::move(builder).finish();
  const CopyGroups groups = std::move(copies).finish();
  const Stories told = std::move(stories).finish();

  const RelationClasses classes = RelationClasses::load(data_folder);
  EventMerger merger(classes);
  merger.correct(corrections);
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

void write_events(const EventSet& set, std::ostream& out) {
  const EventSources sources{set.graph, set.reports, set.evidence};
  for (std::size_t event = 0; event < set.events.size(); ++event) {
    write_event(set.events.make_event(event), set.events.links(event), sources, out);
  }
}

}  // namespace actorgraph
