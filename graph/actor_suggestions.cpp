#include "graph/actor_suggestions.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

#include "graph/identity.hpp"

namespace actorgraph {
namespace {

std::string without_spaces(std::string_view key) {
  std::string text(key);
  std::erase(text, ' ');
  return text;
}

/// Whether the words of `part` stand in `whole` side by side.
bool holds_words(std::string_view whole, std::string_view part) {
  for (std::size_t at = whole.find(part); at != std::string_view::npos; at = whole.find(part, at + 1)) {
    const std::size_t end = at + part.size();
    if ((at == 0 || whole[at - 1] == ' ') && (end == whole.size() || whole[end] == ' ')) return true;
  }
  return false;
}

constexpr std::size_t kMinPrefix = 3;
constexpr std::size_t kMinWord = 5;

/// Calls `visit` for the words of a key until it says false; whether it never did.
template <class Visit>
bool all_words(std::string_view key, const Visit& visit) {
  for (std::size_t at = 0; at < key.size();) {
    const std::size_t end = std::min(key.find(' ', at), key.size());
    if (!visit(key.substr(at, end - at))) return false;
    at = end + 1;
  }
  return true;
}

/// Whether `key` has all words of `wanted`, long ones but for one letter.
bool has_words_like(std::string_view key, std::string_view wanted) {
  return all_words(wanted, [&](std::string_view word) {
    return !all_words(key, [&](std::string_view other) {
      if (word.size() < kMinWord) return other != word;
      if (other.size() > word.size() + 1 || word.size() > other.size() + 1) return true;
      return edit_distance(other, word, 1) > 1;
    });
  });
}

/// 0 is likest; nothing where the keys have little in common.
std::optional<std::size_t> unlikeness(std::string_view wanted, std::string_view key) {
  const std::string a = without_spaces(wanted);
  const std::string b = without_spaces(key);
  const std::size_t limit = std::min<std::size_t>(3, std::max<std::size_t>(1, a.size() / 4));
  const std::size_t distance = edit_distance(a, b, limit);
  if (distance <= limit && distance < a.size()) return distance;
  if (wanted.empty() || key.empty()) return std::nullopt;
  if (holds_words(key, wanted) || holds_words(wanted, key)) return 2;
  if (wanted.size() >= kMinPrefix && key.starts_with(wanted)) return 3;
  if (has_words_like(key, wanted)) return 4;
  return std::nullopt;
}

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > limit) return limit + 1;
  std::vector<std::size_t> before(a.size() + 1);
  std::vector<std::size_t> last(a.size() + 1);
  std::vector<std::size_t> row(a.size() + 1);
  for (std::size_t i = 0; i <= a.size(); ++i) last[i] = i;
  for (std::size_t j = 1; j <= b.size(); ++j) {
    row[0] = j;
    std::size_t least = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
      row[i] = std::min({last[i] + 1, row[i - 1] + 1, last[i - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[i] = std::min(row[i], before[i - 2] + 1);
      }
      least = std::min(least, row[i]);
    }
    // An exchange may reach back one row further than the others.
    if (least > limit + 1) return limit + 1;
    std::swap(before, last);
    std::swap(last, row);
  }
  return std::min(last[a.size()], limit + 1);
}

std::string did_you_mean(const std::vector<Suggestion>& suggestions) {
  if (suggestions.empty()) return {};
  std::string text = "Did you mean ";
  for (std::size_t i = 0; i < suggestions.size(); ++i) {
    if (i > 0) text += i + 1 == suggestions.size() ? " or " : ", ";
    const std::size_t edges = suggestions[i].edges;
    text += suggestions[i].name + " (" + std::to_string(edges) + (edges == 1 ? " edge)" : " edges)");
  }
  return text + '?';
}

std::string did_you_mean(std::string_view word, const std::vector<std::string>& words) {
  const std::size_t limit = word.size() < 5 ? 1 : 2;
  std::vector<std::pair<std::size_t, std::string_view>> near;
  for (const std::string& other : words) {
    const std::size_t distance = edit_distance(other, word, limit);
    if (distance <= limit) near.emplace_back(distance, other);
  }
  if (near.empty()) return {};
  std::ranges::sort(near);
  std::string text = "Did you mean ";
  text += near.front().second;
  return text + '?';
}

std::vector<Suggestion> suggest_actors(const EdgeSource& graph, std::string_view name, std::size_t limit) {
  constexpr std::size_t kMostCandidates = 200;  // whose rows are read
  const std::string wanted = normalise_name(name);
  std::map<ActorNumber, std::size_t> likeness;  // the least unlikeness of a name of each
  graph.for_each_name([&](const NameRow& row) {
    if (const auto far = unlikeness(wanted, row.key)) {
      const auto [at, is_new] = likeness.emplace(row.actor, *far);
      at->second = std::min(at->second, *far);
    }
  });
  std::vector<std::pair<std::size_t, ActorNumber>> near;
  for (const auto& [actor, far] : likeness) near.emplace_back(far, actor);
  std::ranges::sort(near);
  if (near.size() > kMostCandidates) near.resize(kMostCandidates);
  std::vector<std::pair<std::size_t, Suggestion>> candidates;
  for (const auto& [far, actor] : near) {
    ActorRow row = graph.actor(actor);
    candidates.push_back({far, {std::move(row.name), std::size_t{row.out_edges} + row.in_edges}});
  }
  std::ranges::stable_sort(candidates, [](const auto& a, const auto& b) {
    return std::tie(a.first, b.second.edges, a.second.name) <
           std::tie(b.first, a.second.edges, b.second.name);
  });
  std::vector<Suggestion> suggestions;
  for (auto& [far, candidate] : candidates) {
    if (suggestions.size() == limit) break;
    if (std::ranges::find(suggestions, candidate.name, &Suggestion::name) == suggestions.end()) {
      suggestions.push_back(std::move(candidate));
    }
  }
  return suggestions;
}

}  // namespace actorgraph
