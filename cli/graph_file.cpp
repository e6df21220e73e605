#include "cli/graph_file.hpp"

#include <algorithm>
#include <boost/range/iterator_range.hpp>
#include <ostream>

#include "cli/data_folder.hpp"
#include "cli/graph_saver.hpp"
#include "graph/graph_loader.hpp"
#include "graph/identity.hpp"
#include "records/error.hpp"
#include "store/graph_reader.hpp"

namespace actorgraph {
namespace {

bool is_plain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// Whether a query may name the actor without quotes, and a shell's single quotes can hold it.
bool is_easy_name(const std::string& name) {
  return !name.empty() && is_plain(name.front()) && std::ranges::all_of(name, [](char c) {
    return is_plain(c) || c == ' ' || c == '-' || c == '.' || static_cast<unsigned char>(c) >= 0x80U;
  });
}

bool is_first_day_of_year(Date date) {
  return date.month() == std::chrono::January && date.day() == std::chrono::day{1};
}
bool is_last_day_of_year(Date date) {
  return date.month() == std::chrono::December && date.day() == std::chrono::day{31};
}
bool is_last_day_of_month(Date date) {
  return add_days(date, 1).month() != date.month();
}

}  // namespace

Store open_documents(const std::string& path) {
  if (Store::is_of_earlier_version(path)) static_cast<void>(Store::open(path));
  return Store::open_read_only(path);
}

Store open_graph(const std::string& path, const Console& console, const std::string& data) {
  if (!Store::is_of_earlier_version(path)) {
    Store store = Store::open_read_only(path);
    if (store.has_current_graph()) return store;
  }
  try {
    static_cast<void>(open_graph_to_write(path, console, data));
    return Store::open_read_only(path);
  } catch (const IoError& error) {
    throw StoreError(path +
                     ": the graph in this file is behind its articles and must be brought up to date (" +
                     error.what() +
                     "); copy the file to where it can be written, or ask again with its "
                     "permissions changed");
  }
}

Store open_graph_to_write(const std::string& path, const Console& console, const std::string& data) {
  const bool is_earlier = Store::is_of_earlier_version(path);
  Store store = Store::open(path);
  if (store.has_current_graph()) return store;
  if (!console.quiet) {
    console.err << path << ": "
                << (is_earlier ? "an earlier version of the program wrote this file"
                               : "the graph in this file is behind its articles")
                << "; bringing it up to date\n";
  }
  static_cast<void>(save_graph(store, find_data_folder(data)));
  return store;
}

KnowledgeGraph load_graph(const Store& store, GraphParts parts) {
  const GraphReader reader(store);
  GraphLoader loader(reader.actor_count());
  reader.for_each_actor([&](const ActorRow& row) { loader.add_actor(make_node(row)); });
  std::optional<ActorNumber> named;
  reader.for_each_name([&](const NameRow& row) {
    // The first name of each is its own.
    if (named == row.actor) loader.add_alias(row.actor, row.name);
    named = row.actor;
  });
  reader.for_each_edge([&](const EdgeRow& row) {
    RelationEdge edge;
    edge.id = row.id;
    edge.relation = row.relation;
    edge.event = row.event;
    edge.negated = row.negated;
    edge.modality = row.modality;
    edge.weight = row.claims;
    edge.documents = row.documents;
    edge.first = row.first;
    edge.last = row.last;
    edge.polarity = row.polarity;
    edge.confidence = row.confidence;
    edge.quoted = row.quoted;
    loader.add_edge(row.source, row.target, std::move(edge));
  });
  reader.for_each_edge_claim([&](EdgeNumber edge, ClaimId claim, const DateInterval& time) {
    loader.add_evidence(edge, claim, time);
  });
  if (parts == GraphParts::All) {
    reader.for_each_quote([&](EdgeNumber edge, std::string_view text, std::string_view url) {
      loader.set_quote(edge, text, url);
    });
  }
  return std::move(loader).finish(reader.links(), reader.refusals());
}

ActorNode make_node(const ActorRow& row) {
  ActorNode node;
  node.id = row.id;
  node.name = row.name;
  node.kind = row.kind;
  node.code = row.code;
  node.mentions = row.mentions;
  node.documents = row.documents;
  node.first_seen = row.first_seen;
  node.last_seen = row.last_seen;
  node.part_of = row.part_of;
  return node;
}

std::string period_as_text(const std::optional<Date>& first, const std::optional<Date>& last) {
  if (!first && !last) return {};
  if (!first) return ".." + to_string(*last);
  if (!last) return to_string(*first) + "..";
  if (*first == *last) return to_string(*first);
  std::string begin = to_string(*first);
  std::string end = to_string(*last);
  if (is_first_day_of_year(*first) && is_last_day_of_year(*last)) {
    begin.resize(4);
    end.resize(4);
  } else if (first->day() == std::chrono::day{1} && is_last_day_of_month(*last)) {
    begin.resize(7);
    end.resize(7);
  }
  return begin == end ? begin : begin + ".." + end;
}

std::string shell_word(const std::string& text) {
  const bool plain = !text.empty() && std::ranges::all_of(text, [](char c) {
    return is_plain(c) || c == '.' || c == '/' || c == '-' || c == '_' || c == ',' || c == '+';
  });
  if (plain) return text;
  std::string quoted = "'";
  for (const char c : text) {
    if (c == '\'') {
      quoted += "'\\''";
    } else {
      quoted += c;
    }
  }
  return quoted + "'";
}

std::string pattern_term(const std::string& name, ActorId id) {
  return is_easy_name(name) && !is_description(name) ? name : to_string(id);
}

std::string suggest_query(const GraphReader& reader) {
  std::vector<std::uint64_t> deeds(reader.actor_count());
  for (const EdgeEnds& edge : reader.edge_ends()) {
    if (edge.is_asserted && edge.source < deeds.size()) deeds[edge.source] += edge.claims;
  }
  std::string best;
  std::uint64_t most = 0;
  reader.for_each_actor([&](const ActorRow& actor) {
    const std::uint64_t own = deeds[actor.number];
    if (own < most || own == 0 || !is_easy_name(actor.name) || is_description(actor.name)) return;
    if (own > most || actor.name < best) {
      most = own;
      best = actor.name;
    }
  });
  return best.empty() ? best : best + " -> ?";
}

}  // namespace actorgraph
