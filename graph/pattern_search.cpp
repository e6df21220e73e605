#include "graph/pattern_search.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <optional>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

#include "graph/actor_suggestions.hpp"
#include "graph/pattern_join.hpp"

namespace actorgraph {
namespace {

constexpr std::size_t kUsualDegree = 10;        // edges that an actor is thought to have on a side
constexpr std::size_t kUsualRelation = 20'000;  // edges that a relation is thought to have
constexpr std::size_t kUnknown = std::numeric_limits<std::size_t>::max();

Issue make_issue(std::uint64_t column, std::string message) {
  return {.source = "query", .line = 1, .column = column, .message = std::move(message)};
}

/// Actors' rows, each read once.
class ActorRows {
 public:
  explicit ActorRows(const EdgeSource& graph) : graph_(graph) {}

  const ActorRow& operator()(ActorNumber number) {
    auto at = rows_.find(number);
    if (at == rows_.end()) at = rows_.emplace(number, graph_.actor(number)).first;
    return at->second;
  }

 private:
  const EdgeSource& graph_;
  std::unordered_map<ActorNumber, ActorRow> rows_;
};

/// Who may fill a term, as far as it is known.
struct Candidates {
  bool are_known = false;
  std::vector<ActorNumber> actors;  // in order
  std::size_t out_edges = 0;        // of them all, about
  std::size_t in_edges = 0;

  [[nodiscard]] bool hold(ActorNumber actor) const {
    return !are_known || std::ranges::binary_search(actors, actor);
  }
  void set(std::vector<ActorNumber> numbers) {
    std::ranges::sort(numbers);
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    actors = std::move(numbers);
    out_edges = in_edges = actors.size() * kUsualDegree;
    are_known = true;
  }
};

/// The lemmas and types of events that a hop's relations stand for.
struct RelationWords {
  std::vector<std::string> lemmas;
  std::vector<std::string> types;
};

class PatternSearch {
 public:
  PatternSearch(const EdgeSource& graph, const Query& query)
      : graph_(graph), query_(query), rows_(graph), terms_(query.terms.size()) {}

  Result<PatternMatches> run() {
    std::vector<ActorNumber> speakers;
    if (auto issue = resolve(speakers)) return *std::move(issue);
    const EdgeFilter filter(query_.filter, std::move(speakers));
    std::vector<std::vector<MatchedEdge>> found(query_.hops.size());
    std::vector<std::size_t> order;
    while (order.size() < query_.hops.size()) {
      const std::size_t hop = choose_hop(order);
      found[hop] = read_hop(hop, filter);
      order.push_back(hop);
    }
    if (query_.hops.size() == 1) return list_edges(std::move(found.front()));
    PatternJoin join(query_, std::move(found), order);
    PatternMatches matches;
    if (!join.run(matches)) {
      return make_issue(1, "this pattern has more than " + std::to_string(kMostMatches) +
                               " matches: name one of its actors, or add a relation or a filter");
    }
    sort_matches(matches);
    return matches;
  }

 private:
  /// What stands in the way of the query's names and relations.
  std::optional<Issue> resolve(std::vector<ActorNumber>& speakers) {
    for (std::size_t i = 0; i < query_.terms.size(); ++i) {
      const QueryTerm& term = query_.terms[i];
      if (term.is_open()) continue;
      const std::vector<ActorRow> actors = graph_.find_actors(term.name);
      if (actors.empty()) return unknown_actor(term.name, term.column);
      std::vector<ActorNumber> numbers;
      for (const ActorRow& actor : actors) numbers.push_back(actor.number);
      terms_[i].set(std::move(numbers));
      terms_[i].out_edges = terms_[i].in_edges = 0;
      for (const ActorRow& actor : actors) {
        terms_[i].out_edges += actor.out_edges;
        terms_[i].in_edges += actor.in_edges;
      }
    }
    for (const QueryWord& speaker : query_.filter.speakers) {
      const std::vector<ActorRow> actors = graph_.find_actors(speaker.text);
      if (actors.empty()) return unknown_actor(speaker.text, speaker.column);
      for (const ActorRow& actor : actors) speakers.push_back(actor.number);
    }
    std::ranges::sort(speakers);
    for (const QueryHop& hop : query_.hops) {
      words_.emplace_back();
      for (const QueryWord& relation : hop.relations) {
        if (auto issue = resolve_relation(relation, words_.back())) return issue;
      }
    }
    return std::nullopt;
  }

  Issue unknown_actor(const std::string& name, std::uint64_t column) const {
    const std::string meant = did_you_mean(suggest_actors(graph_, name));
    return make_issue(column, "no actor is called \"" + name + "\". " +
                                  (meant.empty() ? "The names are listed by: actorgraph actors" : meant));
  }

  std::optional<Issue> resolve_relation(const QueryWord& word, RelationWords& words) {
    if (all_.lemmas.empty()) all_ = {graph_.relations(), graph_.types()};
    const std::size_t before = words.lemmas.size() + words.types.size();
    EdgeRow edge;
    for (const std::string& lemma : all_.lemmas) {
      edge.relation = lemma;
      if (says(edge, word.text)) words.lemmas.push_back(lemma);
    }
    if (is_event_type(word.text) && std::ranges::binary_search(all_.types, word.text)) {
      words.types.push_back(word.text);
    }
    if (words.lemmas.size() + words.types.size() > before) return std::nullopt;
    const std::string meant = did_you_mean(word.text, is_event_type(word.text) ? all_.types : all_.lemmas);
    return make_issue(word.column, "no edge says \"" + word.text + "\". " +
                                       (meant.empty() ? "Leave the relation out to see all" : meant));
  }

  /// How many edges are to be read for a hop, about: from its sources, its targets, by its relations.
  [[nodiscard]] std::array<std::size_t, 3> costs(std::size_t hop) const {
    const Candidates& sources = terms_[query_.hops[hop].source];
    const Candidates& targets = terms_[query_.hops[hop].target];
    return {sources.are_known ? sources.out_edges : kUnknown, targets.are_known ? targets.in_edges : kUnknown,
            query_.hops[hop].relations.empty() ? kUnknown : kUsualRelation};
  }

  [[nodiscard]] std::size_t choose_hop(const std::vector<std::size_t>& done) const {
    std::size_t best = kUnknown;
    std::size_t least = kUnknown;
    for (std::size_t hop = 0; hop < query_.hops.size(); ++hop) {
      if (std::ranges::find(done, hop) != done.end()) continue;
      const std::size_t cost = std::ranges::min(costs(hop));
      if (best == kUnknown || cost < least) {
        best = hop;
        least = cost;
      }
    }
    return best;
  }

  /// Candidates of the classes of a term that nothing else bounds.
  void list_group(std::size_t term) {
    std::vector<ActorNumber> numbers;
    graph_.for_each_actor([&](const ActorRow& actor) {
      if (is_of_groups(actor, query_.terms[term])) numbers.push_back(actor.number);
    });
    terms_[term].set(std::move(numbers));
  }

  static bool is_of_groups(const ActorRow& actor, const QueryTerm& term) {
    return term.groups.empty() ||
           std::ranges::any_of(term.groups, [&](const ActorGroup& group) { return is_of(actor, group); });
  }

  std::vector<MatchedEdge> read_hop(std::size_t number, const EdgeFilter& filter) {
    const QueryHop& hop = query_.hops[number];
    if (std::ranges::min(costs(number)) == kUnknown) {
      if (!query_.terms[hop.source].groups.empty()) {
        list_group(hop.source);
      } else if (!query_.terms[hop.target].groups.empty()) {
        list_group(hop.target);
      }
    }
    std::vector<MatchedEdge> found;
    const auto offer = [&](EdgeRow&& edge) {
      if (!fits(edge, hop) || !filter.could_be_in_scope(edge)) return;
      const bool is_shown = filter.is_in_scope(edge);
      if (!is_shown && query_.hops.size() > 1) return;
      auto support = filter.find_support(edge, graph_);
      if (!support) return;
      if (is_shown) {
        found.push_back({std::move(edge), *support});
      } else {
        ++hidden_[edge.modality != Modality::Asserted ? std::string(to_string(edge.modality)) : "negated"];
      }
    };
    const auto offer_all = [&](std::vector<EdgeRow> edges) {
      for (EdgeRow& edge : edges) offer(std::move(edge));
    };
    const auto cost = costs(number);
    const std::size_t least = std::ranges::min(cost);
    const Candidates& sources = terms_[hop.source];
    const Candidates& targets = terms_[hop.target];
    if (least == kUnknown) {
      graph_.for_each_edge([&](const EdgeRow& edge) { offer(EdgeRow(edge)); });
    } else if (cost[2] == least) {
      read_relations(number, offer);
    } else if (sources.are_known && targets.are_known && sources.actors.size() * targets.actors.size() <= 4) {
      for (const ActorNumber source : sources.actors) {
        for (const ActorNumber target : targets.actors) offer_all(graph_.edges_between(source, target));
      }
    } else if (cost[0] == least) {
      for (const ActorNumber source : sources.actors) offer_all(graph_.edges_out(source));
    } else {
      for (const ActorNumber target : targets.actors) offer_all(graph_.edges_in(target));
    }
    narrow(hop, found);
    return found;
  }

  template <class Offer>
  void read_relations(std::size_t number, const Offer& offer) {
    std::unordered_set<EdgeNumber> seen;  // "kill" and KILL may both be asked for
    const auto offer_new = [&](std::vector<EdgeRow> edges) {
      for (EdgeRow& edge : edges) {
        if (seen.insert(edge.number).second) offer(std::move(edge));
      }
    };
    for (const std::string& lemma : words_[number].lemmas) offer_new(graph_.edges_of_relation(lemma));
    for (const std::string& type : words_[number].types) offer_new(graph_.edges_of_type(type));
  }

  bool fits(const EdgeRow& edge, const QueryHop& hop) {
    if (hop.source == hop.target && edge.source != edge.target) return false;
    if (hop.source != hop.target && edge.source == edge.target && query_.hops.size() > 1) return false;
    if (!terms_[hop.source].hold(edge.source) || !terms_[hop.target].hold(edge.target)) return false;
    const bool is_said =
        hop.relations.empty() ||
        std::ranges::any_of(hop.relations, [&](const QueryWord& word) { return says(edge, word.text); });
    if (!is_said) return false;
    const QueryTerm& source = query_.terms[hop.source];
    const QueryTerm& target = query_.terms[hop.target];
    return (source.groups.empty() || is_of_groups(rows_(edge.source), source)) &&
           (target.groups.empty() || is_of_groups(rows_(edge.target), target));
  }

  /// From now on only who stands in `found` can fill the hop's terms.
  void narrow(const QueryHop& hop, const std::vector<MatchedEdge>& found) {
    if (query_.hops.size() == 1) return;
    std::vector<ActorNumber> sources;
    std::vector<ActorNumber> targets;
    for (const MatchedEdge& matched : found) {
      sources.push_back(matched.edge.source);
      targets.push_back(matched.edge.target);
    }
    terms_[hop.source].set(std::move(sources));
    if (hop.source != hop.target) terms_[hop.target].set(std::move(targets));
  }

  PatternMatches list_edges(std::vector<MatchedEdge> edges) {
    const auto key = [&](const MatchedEdge& matched) {
      const EdgeRow& edge = matched.edge;
      return std::tuple(!matched.support.first, matched.support.first.value_or(Date()),
                        std::string_view(rows_(edge.source).name), std::string_view(edge.relation),
                        std::string_view(rows_(edge.target).name), edge.id);
    };
    // Names are looked at where dates are the same.
    std::ranges::sort(edges, [&](const MatchedEdge& a, const MatchedEdge& b) {
      const std::tuple date_a(!a.support.first, a.support.first.value_or(Date()));
      const std::tuple date_b(!b.support.first, b.support.first.value_or(Date()));
      return date_a != date_b ? date_a < date_b : key(a) < key(b);
    });
    return {.edges = std::move(edges), .matches = {}, .hidden = {hidden_.begin(), hidden_.end()}};
  }

  void sort_matches(PatternMatches& found) {
    struct Key {
      std::uint64_t weakest = std::numeric_limits<std::uint64_t>::max();
      std::uint64_t total = 0;
      std::size_t number = 0;
    };
    std::vector<Key> keys(found.matches.size());
    for (std::size_t i = 0; i < keys.size(); ++i) {
      keys[i].number = i;
      for (const auto& hop : found.matches[i].edges) {
        std::uint64_t claims = 0;
        for (const std::size_t edge : hop) claims += found.edges[edge].support.claims;
        keys[i].weakest = std::min(keys[i].weakest, claims);
        keys[i].total += claims;
      }
    }
    std::ranges::sort(keys, [&](const Key& a, const Key& b) {
      if (a.weakest != b.weakest) return a.weakest > b.weakest;
      if (a.total != b.total) return a.total > b.total;
      const auto& left = found.matches[a.number].actors;
      const auto& right = found.matches[b.number].actors;
      for (std::size_t term = 0; term < left.size(); ++term) {
        if (left[term] == right[term]) continue;
        const ActorRow& one = rows_(left[term]);
        const ActorRow& other = rows_(right[term]);
        return std::tie(one.name, one.number) < std::tie(other.name, other.number);
      }
      return false;
    });
    std::vector<PatternMatch> sorted;
    for (const Key& key : keys) sorted.push_back(std::move(found.matches[key.number]));
    found.matches = std::move(sorted);
  }

  const EdgeSource& graph_;
  const Query& query_;
  ActorRows rows_;
  std::vector<Candidates> terms_;
  RelationWords all_;                 // of the graph; read where a relation is asked for
  std::vector<RelationWords> words_;  // by hop
  std::map<std::string, std::size_t> hidden_;
};

}  // namespace

Result<PatternMatches> find_matches(const EdgeSource& graph, const Query& query) {
  return PatternSearch(graph, query).run();
}

}  // namespace actorgraph
