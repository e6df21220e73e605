#include "cli/actor_choice.hpp"

#include <boost/range/iterator_range.hpp>

#include "cli/graph_file.hpp"
#include "cli/short_id.hpp"
#include "cli/text_layout.hpp"
#include "records/error.hpp"

namespace actorgraph {
namespace {

constexpr std::size_t kMostCandidates = 10;

std::vector<KnowledgeGraph::Vertex> find_by_id(const KnowledgeGraph& graph, IdRange range) {
  std::vector<KnowledgeGraph::Vertex> found;
  for (const auto vertex : boost::make_iterator_range(boost::vertices(graph.graph()))) {
    const std::uint64_t id = graph.graph()[vertex].id.value;
    if (id >= range.first && id <= range.last) found.push_back(vertex);
  }
  return found;
}

}  // namespace

KnowledgeGraph::Vertex choose_actor(const KnowledgeGraph& graph, const ActorIndex& index,
                                    const std::string& words) {
  std::vector<KnowledgeGraph::Vertex> found = index.find(words);
  if (found.empty()) {
    if (const auto id = parse_id<ActorTag>(words)) {
      if (const auto vertex = graph.find_actor(*id)) found = {*vertex};
    } else if (const auto range = parse_id_prefix(words, ActorTag::kLetter)) {
      found = find_by_id(graph, *range);
    }
  }
  if (found.size() == 1) return found.front();
  if (found.empty()) {
    const std::string meant = did_you_mean(index.suggest(words));
    throw Error("no actor is called \"" + words + "\". " +
                (meant.empty() ? "The names are listed by: actorgraph actors" : meant));
  }
  const ShortIds short_ids = shorten_actor_ids(graph);
  std::string message =
      count_of(found.size(), "actor") + " are called \"" + words + "\"; give the id of one:";
  for (std::size_t i = 0; i < found.size() && i < kMostCandidates; ++i) {
    const ActorNode& actor = graph.graph()[found[i]];
    message += "\n  " + short_ids(actor.id) + "  " + make_harmless(actor.name);
    for (const std::string& part :
         {std::string(to_string(actor.kind)), actor.code, count_of(actor.mentions, "mention"),
          period_as_text(actor.first_seen, actor.last_seen)}) {
      if (!part.empty()) message += " · " + part;
    }
  }
  if (found.size() > kMostCandidates) message += "\n  ...";
  throw Error(message);
}

}  // namespace actorgraph
