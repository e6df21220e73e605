#include "cli/graph_file.hpp"

#include <algorithm>
#include <boost/range/iterator_range.hpp>

#include "graph/graph_builder.hpp"
#include "graph/identity.hpp"

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

KnowledgeGraph load_graph(const Store& store) {
  GraphBuilder builder;
  builder.correct(store.corrections());
  store.for_each([&builder](const StoredDocument& stored) {
    for (const Claim& claim : stored.claims) builder.add(claim, make_claim_source(claim, stored.doc));
  });
  return std::move(builder).finish();
}

ShortIds shorten_edge_ids(const KnowledgeGraph& graph) {
  std::vector<std::uint64_t> ids;
  for (const auto edge : boost::make_iterator_range(boost::edges(graph.graph()))) {
    ids.push_back(graph.graph()[edge].id.value);
  }
  return ShortIds(std::move(ids));
}

ShortIds shorten_actor_ids(const KnowledgeGraph& graph) {
  std::vector<std::uint64_t> ids;
  for (const auto vertex : boost::make_iterator_range(boost::vertices(graph.graph()))) {
    ids.push_back(graph.graph()[vertex].id.value);
  }
  return ShortIds(std::move(ids));
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

std::string suggest_query(const KnowledgeGraph& graph) {
  const auto& g = graph.graph();
  std::string best;
  std::uint64_t most = 0;
  for (const auto vertex : boost::make_iterator_range(boost::vertices(g))) {
    const std::string& name = g[vertex].name;
    if (!is_easy_name(name) || is_description(name)) continue;
    std::uint64_t deeds = 0;
    for (const auto edge : boost::make_iterator_range(boost::out_edges(vertex, g))) {
      if (!g[edge].negated && g[edge].modality == Modality::Asserted) deeds += g[edge].weight;
    }
    if (deeds > most || (deeds == most && deeds > 0 && name < best)) {
      most = deeds;
      best = name;
    }
  }
  return best.empty() ? best : best + " -> ?";
}

}  // namespace actorgraph
