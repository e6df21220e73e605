#include "cli/actors_command.hpp"

#include <algorithm>
#include <boost/range/iterator_range.hpp>
#include <ostream>
#include <set>
#include <span>
#include <tuple>

#include "cli/graph_file.hpp"
#include "cli/level_option.hpp"
#include "cli/table_option.hpp"
#include "cli/text_layout.hpp"
#include "graph/identity.hpp"
#include "records/error.hpp"
#include "store/graph_reader.hpp"

namespace actorgraph {
namespace {

std::string all_kinds() {
  std::string names;
  for (int i = 0; i <= static_cast<int>(ActorKind::Thing); ++i) {
    names += (i == 0 ? "" : ", ") + std::string(to_string(static_cast<ActorKind>(i)));
  }
  return names;
}

bool has_words(const ActorNode& actor, const std::string& words) {
  const auto matches = [&words](const std::string& name) {
    return normalise_name(name).find(words) != std::string::npos;
  };
  return matches(actor.name) || std::ranges::any_of(actor.aliases, matches);
}

struct ListedActor {
  ActorNode node;
  std::optional<ActorNumber> number;  // whose aliases are still to be read
};

struct ActorList {
  std::vector<ListedActor> actors;
  std::vector<std::uint64_t> all_ids;  ///< of those left out, too
};

/// All actors of a coarser level, with these words in a name.
ActorList rolled_up(const Store& store, const std::string& level, const std::string& words) {
  const KnowledgeGraph graph = load_graph(store, level, GraphParts::WithoutQuotes);
  ActorList list;
  for (const auto vertex : boost::make_iterator_range(boost::vertices(graph.graph()))) {
    const ActorNode& actor = graph.graph()[vertex];
    list.all_ids.push_back(actor.id.value);
    if (words.empty() || has_words(actor, words)) list.actors.push_back({actor, {}});
  }
  return list;
}

/// All actors by themselves, with these words in a name.
ActorList of_file(const GraphReader& reader, const std::string& words) {
  std::set<ActorNumber> named;
  if (!words.empty()) {
    reader.for_each_name([&](const NameRow& row) {
      if (row.key.find(words) != std::string::npos) named.insert(row.actor);
    });
  }
  ActorList list;
  reader.for_each_actor([&](const ActorRow& row) {
    list.all_ids.push_back(row.id.value);
    if (words.empty() || named.contains(row.number)) list.actors.push_back({make_node(row), row.number});
  });
  return list;
}

}  // namespace

void ActorsCommand::setup(CLI::App& app) {
  app.description("Lists the actors of a graph file with their other names, the most mentioned first.");
  app.add_option("GRAPH", store_, "The graph file")->required();
  app.add_option("NAME", words_, "Only those with these words in a name");
  app.add_option("--kind", kind_, "Only those of this kind, such as person, country, \"armed group\"")
      ->type_name("KIND");
  limit_.add_to(app);
  add_level_option(app, level_);
  add_table_option(app, format_);
  app.footer(
      "Examples:\n"
      "  actorgraph actors story.db\n"
      "  actorgraph actors story.db embassy\n"
      "  actorgraph actors story.db --kind country -n 10 -f csv");
}

int ActorsCommand::run(Console& console) {
  std::optional<ActorKind> kind;
  if (!kind_.empty()) {
    kind = parse_actor_kind(kind_);
    if (!kind) throw ConfigError("--kind is '" + kind_ + "'; expected one of " + all_kinds());
  }
  const Store store = open_graph(store_, console);
  const GraphReader reader(store);
  const std::string words = normalise_name(words_);
  const bool rolls_up = !level_.empty() && level_ != "part";
  ActorList list = rolls_up ? rolled_up(store, level_, words) : of_file(reader, words);
  std::vector<ListedActor>& actors = list.actors;
  if (kind) std::erase_if(actors, [&](const ListedActor& actor) { return actor.node.kind != *kind; });
  std::ranges::sort(actors, [](const ListedActor& a, const ListedActor& b) {
    return std::tie(b.node.mentions, a.node.name, a.node.id) <
           std::tie(a.node.mentions, b.node.name, b.node.id);
  });

  const TableFormat format = chosen_table_format(format_, console);
  const bool aligned = format == TableFormat::Table;
  const std::size_t shown = limit_.count(format, actors.size());
  const ShortIds short_ids(std::move(list.all_ids));
  TableWriter table(console, format,
                    {{.name = "actor"},
                     {.name = "kind"},
                     {.name = "mentions"},
                     {.name = "documents"},
                     {.name = "first_seen"},
                     {.name = "last_seen"},
                     {.name = "aliases"},
                     {.name = "id"}});
  for (const ListedActor& listed : std::span(actors).first(shown)) {
    const ActorNode& actor = listed.node;
    table.add({text_cell(actor.name), text_cell(std::string(to_string(actor.kind))),
               std::int64_t{actor.mentions}, std::int64_t{actor.documents},
               text_cell(actor.first_seen ? to_string(*actor.first_seen) : ""),
               text_cell(actor.last_seen ? to_string(*actor.last_seen) : ""),
               listed.number ? reader.aliases(*listed.number) : actor.aliases,
               text_cell(aligned ? short_ids(actor.id) : to_string(actor.id))});
  }
  table.finish();
  if (aligned && actors.empty()) console.out << " no actor matches\n";
  if (aligned && !actors.empty()) {
    console.out << ' ' << (shown < actors.size() ? group_digits(shown) + " of " : "")
                << count_of(actors.size(), "actor")
                << (shown < actors.size() ? "; all of them: --limit 0." : ".")
                << " What one did: " << console.program << " query " << shell_word(store_) << ' '
                << shell_word(pattern_term(actors.front().node.name, actors.front().node.id) + " -> ?")
                << '\n';
  }
  console.flush_out();
  return kDone;
}

}  // namespace actorgraph
