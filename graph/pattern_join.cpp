#include "graph/pattern_join.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace actorgraph {

PatternJoin::PatternJoin(const Query& query, std::vector<std::vector<MatchedEdge>> found,
                         std::vector<std::size_t> order)
    : query_(query),
      order_(std::move(order)),
      hops_(found.size()),
      filled_(query.terms.size()),
      chosen_(found.size()) {
  for (std::size_t h = 0; h < found.size(); ++h) {
    Hop& hop = hops_[h];
    hop.edges = std::move(found[h]);
    std::ranges::sort(hop.edges, {}, [](const MatchedEdge& matched) {
      return std::tuple(matched.edge.source, matched.edge.target, matched.edge.number);
    });
    for (std::size_t i = 0; i < hop.edges.size(); ++i) {
      const EdgeRow& edge = hop.edges[i].edge;
      if (hop.groups.empty() || hop.groups.back().source != edge.source ||
          hop.groups.back().target != edge.target) {
        hop.groups.push_back({edge.source, edge.target, i, i});
      }
      hop.groups.back().end = i + 1;
    }
    hop.by_target.resize(hop.groups.size());
    std::iota(hop.by_target.begin(), hop.by_target.end(), std::size_t{0});
    std::ranges::sort(hop.by_target, {}, [&hop](std::size_t group) {
      return std::pair(hop.groups[group].target, hop.groups[group].source);
    });
  }
}

bool PatternJoin::run(PatternMatches& matches) {
  if (!extend(0)) return false;
  matches.matches = std::move(matches_);
  matches.edges = std::move(edges_);
  return true;
}

bool PatternJoin::is_taken(std::size_t term, ActorNumber actor) const {
  for (std::size_t other = 0; other < filled_.size(); ++other) {
    if (other != term && filled_[other] == actor) return true;
  }
  return false;
}

bool PatternJoin::try_group(std::size_t step, const Group& group) {
  const QueryHop& hop = query_.hops[order_[step]];
  const auto source_before = filled_[hop.source];
  const auto target_before = filled_[hop.target];
  const bool fits = (!source_before || *source_before == group.source) &&
                    (!target_before || *target_before == group.target) &&
                    !is_taken(hop.source, group.source) && !is_taken(hop.target, group.target);
  if (!fits) return true;
  filled_[hop.source] = group.source;
  filled_[hop.target] = group.target;
  chosen_[order_[step]] = &group;
  const bool done = extend(step + 1);
  filled_[hop.source] = source_before;
  filled_[hop.target] = target_before;
  return done;
}

bool PatternJoin::extend(std::size_t step) {
  if (step == order_.size()) return add_match();
  const QueryHop& wanted = query_.hops[order_[step]];
  const Hop& hop = hops_[order_[step]];
  const auto& source = filled_[wanted.source];
  const auto& target = filled_[wanted.target];
  if (source) {
    auto group = std::ranges::lower_bound(hop.groups, std::pair(*source, target.value_or(0)), {},
                                          [](const Group& g) { return std::pair(g.source, g.target); });
    for (; group != hop.groups.end() && group->source == *source; ++group) {
      if (target && group->target != *target) break;
      if (!try_group(step, *group)) return false;
    }
    return true;
  }
  if (target) {
    auto at = std::ranges::lower_bound(hop.by_target, *target, {},
                                       [&hop](std::size_t group) { return hop.groups[group].target; });
    for (; at != hop.by_target.end() && hop.groups[*at].target == *target; ++at) {
      if (!try_group(step, hop.groups[*at])) return false;
    }
    return true;
  }
  return std::ranges::all_of(hop.groups, [&](const Group& group) { return try_group(step, group); });
}

bool PatternJoin::add_match() {
  if (matches_.size() == kMostMatches) return false;
  PatternMatch match;
  for (const auto& actor : filled_) match.actors.push_back(*actor);
  for (std::size_t h = 0; h < hops_.size(); ++h) {
    match.edges.emplace_back();
    for (std::size_t i = chosen_[h]->begin; i < chosen_[h]->end; ++i) {
      const MatchedEdge& edge = hops_[h].edges[i];
      const auto [at, is_new] = numbers_.emplace(edge.edge.number, edges_.size());
      if (is_new) edges_.push_back(edge);
      match.edges.back().push_back(at->second);
    }
  }
  matches_.push_back(std::move(match));
  return true;
}

}  // namespace actorgraph
