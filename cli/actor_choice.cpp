#include "cli/actor_choice.hpp"

#include <vector>

#include "cli/graph_file.hpp"
#include "cli/short_id.hpp"
#include "cli/text_layout.hpp"
#include "graph/actor_suggestions.hpp"
#include "records/error.hpp"

namespace actorgraph {
namespace {

constexpr std::size_t kMostCandidates = 10;

}  // namespace

ActorRow choose_actor(const EdgeSource& graph, const std::string& words) {
  std::vector<ActorRow> found = graph.find_actors(words);
  if (found.empty()) {
    if (const auto range = parse_id_prefix(words, ActorTag::kLetter)) {
      found = graph.find_actors({range->first}, {range->last}, kMostCandidates + 1);
    }
  }
  if (found.size() == 1) return std::move(found.front());
  if (found.empty()) {
    const std::string meant = did_you_mean(suggest_actors(graph, words));
    throw Error("no actor is called \"" + words + "\". " +
                (meant.empty() ? "The names are listed by: actorgraph actors" : meant));
  }
  const auto id_of = [&](const ActorRow& actor) {
    return shorten_id(actor.id,
                      [&](ActorId first, ActorId last) { return graph.find_actors(first, last, 2); });
  };
  std::string message =
      count_of(found.size(), "actor") + " are called \"" + words + "\"; give the id of one:";
  for (std::size_t i = 0; i < found.size() && i < kMostCandidates; ++i) {
    const ActorRow& actor = found[i];
    message += "\n  " + id_of(actor) + "  " + make_harmless(actor.name);
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
