#include "cli/show_command.hpp"

#include <boost/graph/graph_traits.hpp>
#include <ostream>

#include "cli/data_folder.hpp"
#include "cli/event_set.hpp"
#include "cli/evidence.hpp"
#include "cli/graph_file.hpp"
#include "cli/text_layout.hpp"
#include "export/claims_json.hpp"
#include "records/error.hpp"

namespace actorgraph {
namespace {

constexpr std::size_t kMostCandidates = 10;

/// "A attack B", for the heading and the list of candidates.
std::string edge_as_text(const KnowledgeGraph& graph, KnowledgeGraph::Edge edge) {
  const auto& g = graph.graph();
  return make_harmless(g[boost::source(edge, g)].name + "  " + edge_label(g[edge]) + "  " +
                       g[boost::target(edge, g)].name);
}

[[noreturn]] void fail_ambiguous(const std::string& id, std::size_t count,
                                 const std::vector<std::string>& candidates) {
  std::string message = "'" + id + "' begins " + group_digits(count) + " ids; give more digits:";
  for (std::size_t i = 0; i < candidates.size() && i < kMostCandidates; ++i)
    message += "\n  " + candidates[i];
  if (count > kMostCandidates) message += "\n  ...";
  throw Error(message);
}

[[noreturn]] void fail_unknown(const std::string& id, const Console& console) {
  throw Error("no edge, event or claim has the id '" + id +
              "'; expected an id such as r3f1, e3f1 or c3f1, as `" + console.program +
              " query`, `events` and `extract` print them");
}

/// The claims of one edge, or one claim, whose id begins with the user's text.
struct Evidence {
  std::string heading;
  std::vector<ClaimId> claims;
};

Evidence find_edge(const Store& store, const std::string& id, const Console& console) {
  const KnowledgeGraph graph = load_graph(store);
  const std::vector<KnowledgeGraph::Edge> edges = graph.find_edges(id);
  if (edges.empty()) fail_unknown(id, console);
  if (edges.size() > 1) {
    const ShortIds short_ids = shorten_edge_ids(graph);
    std::vector<std::string> candidates;
    for (const auto edge : edges) {
      candidates.push_back(short_ids(graph.graph()[edge].id) + "  " + edge_as_text(graph, edge));
    }
    fail_ambiguous(id, edges.size(), candidates);
  }
  const RelationEdge& relation = graph.graph()[edges.front()];
  Evidence evidence{.heading = edge_as_text(graph, edges.front()), .claims = relation.evidence};
  for (const std::string& part :
       {relation.event, period_as_text(relation.first, relation.last), count_of(relation.weight, "claim"),
        count_of(relation.documents, "article")}) {
    if (!part.empty()) evidence.heading += " · " + part;
  }
  return evidence;
}

Evidence find_event(const Store& store, const std::string& id, const std::string& data_folder) {
  const EventSet set = load_events(store, data_folder);
  const Event event = set.events.make_event(choose_event(set, id));
  const auto name = [&](ActorId actor) {
    const auto vertex = set.graph.find_actor(actor);
    return vertex ? set.graph.graph()[*vertex].name : std::string();
  };
  Evidence evidence{.heading = name(event.source) + "  " + event.relation + "  " + name(event.target),
                    .claims = event.claims};
  evidence.heading = make_harmless(evidence.heading);
  const std::string place = event.place.empty() ? event.country : event.place;
  for (const std::string& part :
       {event.type, event.cameo, period_as_text(event.time.start, event.time.end), place,
        count_of(event.claims.size(), "claim"), count_of(event.reports.size(), "article"),
        count_of(event.sources, "independent source")}) {
    if (!part.empty()) evidence.heading += " · " + part;
  }
  return evidence;
}

Evidence find_claim(const Store& store, const std::string& id, IdRange range, const Console& console) {
  const std::vector<ClaimId> ids = store.find_claims({range.first}, {range.last}, kMostCandidates + 1);
  if (ids.empty()) fail_unknown(id, console);
  if (ids.size() > 1) {
    std::vector<std::string> candidates;
    for (const ClaimId candidate : ids) candidates.push_back(to_string(candidate));
    fail_ambiguous(id, ids.size(), candidates);
  }
  return {.heading = "", .claims = ids};
}

}  // namespace

void ShowCommand::setup(CLI::App& app) {
  app.description(
      "Shows the sentences behind an edge, an event or a claim, with the words that say it in brackets.");
  app.add_option("GRAPH", store_, "The graph file")->required();
  app.add_option("ID", id_, "An edge (r...), event (e...) or claim (c...); the first digits are enough")
      ->required();
  app.add_option("-f,--format", format_, "text, or jsonl (default: text on a terminal, JSON lines in a pipe)")
      ->type_name("FORMAT")
      ->check(CLI::IsMember({"text", "jsonl"}));
  app.add_option("--data", data_, "Folder of the models and lexicons")->type_name("DIR");
  app.footer(
      "Examples:\n"
      "  actorgraph show story.db r3f1a\n"
      "  actorgraph show story.db e77a0\n"
      "  actorgraph show story.db c90d2 -f jsonl");
}

int ShowCommand::run(Console& console) {
  const Store store = Store::open_read_only(store_);
  const auto claim_range = parse_id_prefix(id_, ClaimTag::kLetter);
  const bool is_event = parse_id_prefix(id_, EventTag::kLetter).has_value();
  if (!claim_range && !is_event && !parse_id_prefix(id_, EdgeTag::kLetter)) fail_unknown(id_, console);
  const Evidence evidence = claim_range ? find_claim(store, id_, *claim_range, console)
                            : is_event  ? find_event(store, id_, find_data_folder(data_))
                                        : find_edge(store, id_, console);

  const bool text = format_ == "text" || (format_.empty() && console.out_is_terminal);
  if (text && !evidence.heading.empty()) {
    console.out << ' ' << console.paint(Colour::Bold, evidence.heading) << '\n';
  }
  std::size_t number = 0;
  for (const ClaimId id : evidence.claims) {
    const auto document = store.find_document_of(id);
    const auto stored = document ? store.find_document(*document) : std::nullopt;
    if (!stored) continue;
    for (const Claim& claim : stored->claims) {
      if (claim.id != id) continue;
      if (text) {
        write_evidence(++number, claim, stored->doc, to_string(id), console);
      } else {
        write_claim(claim, stored->doc, console.out);
      }
    }
  }
  console.flush_out();
  return kDone;
}

}  // namespace actorgraph
