// Queries and their faults as text.
#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

#include "graph/query.hpp"

namespace actorgraph {
namespace {

/// Columns that `text` takes on a terminal: characters, not bytes.
std::size_t count_columns(std::string_view text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::string quote(const std::string& name) {
  return '"' + name + '"';
}

std::string number_text(double number) {
  std::array<char, 32> digits{};
  const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), number);
  return {digits.data(), end};
}

template <class List, class Text>
std::string with_bars(const List& list, const Text& text_of) {
  std::string text;
  for (const auto& item : list) text += (text.empty() ? "" : "|") + text_of(item);
  return text;
}

std::string dump_group(const ActorGroup& group) {
  std::string text = group.kind ? std::string(to_string(*group.kind)) : group.code;
  if (!group.country.empty()) text += (text.empty() ? "of " : " of ") + group.country;
  return text;
}

std::string dump_term(const QueryTerm& term) {
  if (!term.is_open()) return quote(term.name);
  std::string text = '?' + term.variable;
  if (!term.groups.empty()) text += " (" + with_bars(term.groups, dump_group) + ')';
  return text;
}

std::string dump_range(const char* what, const CountRange& range) {
  if (range == CountRange()) return {};
  const std::string name = std::string(" ") + what;
  if (range.least == range.most) return name + " = " + std::to_string(range.least);
  if (range.most == UINT32_MAX) return name + " >= " + std::to_string(range.least);
  return name + " <= " + std::to_string(range.most);
}

std::string dump_confidence(const ClaimFilter& filter) {
  if (filter.least_confidence == filter.most_confidence) {
    return " confidence = " + number_text(filter.least_confidence);
  }
  if (filter.least_confidence > 0) return " confidence >= " + number_text(filter.least_confidence);
  if (filter.most_confidence < 1) return " confidence <= " + number_text(filter.most_confidence);
  return {};
}

}  // namespace

std::string show_place(std::string_view query, std::size_t at, const std::string& message) {
  std::string shown(query);
  std::ranges::replace_if(
      shown, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }, ' ');
  return message + "\n  " + shown + "\n  " + std::string(count_columns(query.substr(0, at)), ' ') + '^';
}

std::string dump(const Query& query) {
  const auto word_text = [](const QueryWord& word) { return word.text; };
  const auto quoted_text = [](const QueryWord& word) { return quote(word.text); };
  std::string text;
  std::vector<bool> shown(query.terms.size());
  const auto term_text = [&](std::size_t number) {
    const QueryTerm& term = query.terms[number];
    const bool again = shown[number];
    shown[number] = true;
    return again && term.is_open() ? '?' + term.variable : dump_term(term);
  };
  std::size_t last = query.terms.size();  // the chain's last term: ? without a name is joined by its place
  for (std::size_t i = 0; i < query.hops.size(); ++i) {
    const QueryHop& hop = query.hops[i];
    const auto goes_on_from = [&](std::size_t term) {
      if (i + 1 == query.hops.size()) return false;
      return query.hops[i + 1].source == term || query.hops[i + 1].target == term;
    };
    const bool begins = hop.source != last && hop.target != last;
    const bool backward = begins ? goes_on_from(hop.source) && !goes_on_from(hop.target) : hop.source != last;
    if (begins) text += (text.empty() ? "" : "; ") + term_text(backward ? hop.target : hop.source);
    const std::string relations =
        hop.relations.empty() ? "-" : "-[" + with_bars(hop.relations, word_text) + "]-";
    last = backward ? hop.source : hop.target;
    text += (backward ? " <" : " ") + relations + (backward ? " " : "> ") + term_text(last);
  }
  const ClaimFilter& filter = query.filter;
  if (filter.since) text += " since " + to_string(*filter.since);
  if (filter.until) text += " until " + to_string(*filter.until);
  if (!filter.places.empty()) text += " in " + with_bars(filter.places, quoted_text);
  if (filter.negated) text += " negated";
  if (!filter.modalities.empty()) {
    text += " modality " +
            with_bars(filter.modalities, [](Modality modality) { return std::string(to_string(modality)); });
  }
  if (!filter.speakers.empty()) text += " said by " + with_bars(filter.speakers, quoted_text);
  text += dump_confidence(filter);
  text += dump_range("claims", filter.claims);
  text += dump_range("articles", filter.articles);
  text += dump_range("sources", filter.sources);
  if (filter.scope == QueryScope::All) text += " --all";
  return text;
}

}  // namespace actorgraph
