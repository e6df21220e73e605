#include "cli/communities_command.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <ostream>

#include "cli/graph_file.hpp"
#include "cli/row_ids.hpp"
#include "cli/table_option.hpp"
#include "cli/text_layout.hpp"
#include "graph/communities.hpp"
#include "store/graph_reader.hpp"

namespace actorgraph {
namespace {

constexpr std::size_t kNamed = 4;

/// One community: who belongs to it, the one with most claims to others of it first.
struct Members {
  std::vector<ActorNumber> actors;
  std::uint64_t within = 0;  // claims between members
  std::uint64_t across = 0;  // claims between members and others
};

std::vector<Members> list_members(const ActorNetwork& network, const Communities& found) {
  std::vector<Members> members(found.count);
  std::vector<std::uint64_t> own(network.size());  // claims of an actor within its community
  for (ActorNetwork::Vertex actor = 0; actor < network.size(); ++actor) {
    Members& community = members[found.of[actor]];
    community.actors.push_back(actor);
    network.for_each_link(actor, [&](ActorNetwork::Vertex other, std::uint32_t claims) {
      const bool is_within = found.of[other] == found.of[actor];
      if (is_within) own[actor] += claims;
      // Links within are met from both sides.
      if (!is_within) community.across += claims;
      if (is_within && actor < other) community.within += claims;
    });
  }
  for (Members& community : members) {
    std::ranges::stable_sort(community.actors, std::ranges::greater(),
                             [&](ActorNumber actor) { return own[actor]; });
  }
  return members;
}

std::string three_digits(double value) {
  std::array<char, 32> text{};
  const auto [end, error] =
      std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed, 3);
  return {text.data(), end};
}

}  // namespace

void CommunitiesCommand::setup(CLI::App& app) {
  app.description(
      "Finds groups of actors that have more to do with one another than with others (communities of the\n"
      "Leiden kind, by claims). A group is shown by those of its actors of whom most is said within it.");
  app.add_option("GRAPH", store_, "The graph file")->required();
  app.add_flag("--members", members_, "One row for each actor of a group");
  app.add_flag("--all", all_, "By all claims, also those that are not stated as fact");
  limit_.add_to(app);
  add_table_option(app, format_);
  app.footer(
      "Examples:\n"
      "  actorgraph communities story.db\n"
      "  actorgraph communities story.db --members -f csv > groups.csv");
}

int CommunitiesCommand::run(Console& console) {
  const Store store = open_graph(store_, console);
  const GraphReader reader(store);
  const ActorNetwork network =
      ActorNetwork::make_undirected(reader.actor_count(), reader.edge_ends(),
                                    all_ ? ActorNetwork::Scope::All : ActorNetwork::Scope::Asserted);
  const Communities found = find_communities(network);
  std::vector<Members> groups = list_members(network, found);
  const auto alone = static_cast<std::size_t>(
      std::ranges::count_if(groups, [](const Members& group) { return group.actors.size() == 1; }));
  std::erase_if(groups, [](const Members& group) { return group.actors.size() == 1; });

  const TableFormat format = chosen_table_format(format_, console);
  const bool aligned = format == TableFormat::Table;
  const std::size_t shown = limit_.count(format, groups.size());
  std::vector<Column> columns = {{.name = "community"}};
  if (members_) {
    for (const char* name : {"actor", "kind", "mentions", "id"}) columns.push_back({.name = name});
  } else {
    for (const char* name : {"actors", "claims_within", "claims_across", "most_of_all"}) {
      columns.push_back({.name = name});
    }
  }
  TableWriter table(console, format, std::move(columns));
  std::string first;
  for (std::size_t i = 0; i < shown; ++i) {
    const Members& group = groups[i];
    const auto number = static_cast<std::int64_t>(i) + 1;
    if (i == 0) first = reader.actor(group.actors.front()).name;
    if (members_) {
      for (const ActorNumber member : group.actors) {
        const ActorRow actor = reader.actor(member);
        table.add({number, text_cell(actor.name), text_cell(std::string(to_string(actor.kind))),
                   std::int64_t{actor.mentions},
                   text_cell(aligned ? short_id(reader, actor.id) : to_string(actor.id))});
      }
      continue;
    }
    std::vector<std::string> names;
    for (const ActorNumber member : std::span(group.actors).first(std::min(kNamed, group.actors.size()))) {
      names.push_back(reader.actor(member).name);
    }
    table.add({number, static_cast<std::int64_t>(group.actors.size()),
               static_cast<std::int64_t>(group.within), static_cast<std::int64_t>(group.across), names});
  }
  table.finish();
  if (aligned) {
    console.out << ' ';
    if (shown < groups.size()) console.out << group_digits(shown) << " of ";
    console.out << count_of(groups.size(), "community", "communities") << ", modularity "
                << three_digits(found.modularity);
    if (alone > 0) console.out << "; " << count_of(alone, "actor") << " in none";
    console.out << '.';
    if (!first.empty()) {
      console.out << " Who is in them: " << console.program << " communities " << shell_word(store_)
                  << " --members";
    }
    console.out << '\n';
  }
  console.flush_out();
  return kDone;
}

}  // namespace actorgraph
