#include "graph/query.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "graph/country_words.hpp"
#include "graph/identity.hpp"
#include "graph/query_scanner.hpp"

namespace actorgraph {
namespace {

constexpr std::size_t kCountryCodeLetters = 3;

/// Capitals and digits in blocks of three letters.
bool is_code(std::string_view text) {
  return !text.empty() && text.size() % 3 == 0 &&
         std::ranges::all_of(text, [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); });
}

/// The country of "of Russia" or "GOV of RUS", which is taken off `text`.
std::string take_country(std::string_view& text, const QueryWord& word) {
  const bool alone = text.starts_with("of ");
  const std::size_t of = alone ? 0 : text.find(" of ");
  if (of == std::string_view::npos) return {};
  const std::string_view country = trim_query(text.substr(of + (alone ? 3 : 4)));
  text = trim_query(text.substr(0, of));
  if (is_code(country) && country.size() == kCountryCodeLetters) return std::string(country);
  std::string code(find_country_code(normalise_name(country)));
  if (code.empty()) {
    throw QuerySyntaxError{word.column - 1, "no country is called \"" + std::string(country) +
                                                "\"; expected a name such as Russia or a code such as RUS"};
  }
  return code;
}

ActorGroup read_group(const QueryWord& word) {
  std::string_view text = word.text;
  ActorGroup group;
  group.country = take_country(text, word);
  if (is_code(text)) {
    group.code = text;
  } else if (!text.empty()) {
    group.kind = parse_actor_kind(text);
    if (!group.kind) {
      throw QuerySyntaxError{word.column - 1,
                             '"' + std::string(text) +
                                 "\" is no class of actors; expected a kind (person, group, armed group, "
                                 "government, organization, company, party, media, country, place, facility, "
                                 "event, thing) or a code such as GOV or AFGREB"};
    }
  }
  return group;
}

class QueryParser {
 public:
  explicit QueryParser(std::string_view text) : scanner_(text) {}

  Query parse() {
    do parse_chain();
    while (scanner_.take(";"));
    for (scanner_.skip_space(); !scanner_.is_at_end(); scanner_.skip_space()) {
      parse_filter(scanner_, query_.filter);
    }
    return std::move(query_);
  }

 private:
  void parse_chain() {
    std::size_t left = parse_term();
    do {
      QueryHop hop;
      const bool forward = parse_arrow(hop.relations);
      const std::size_t right = parse_term();
      hop.source = forward ? left : right;
      hop.target = forward ? right : left;
      query_.hops.push_back(std::move(hop));
      left = right;
      scanner_.skip_space();
    } while (scanner_.is_at_arrow());
  }

  /// The number of a term: that of an earlier one with the same name or variable.
  std::size_t parse_term() {
    scanner_.skip_space();
    QueryTerm term;
    term.column = scanner_.at() + 1;
    const bool open = scanner_.take("?");
    if (open) {
      term.variable = scanner_.take_letters();
      scanner_.skip_space();
    }
    if (scanner_.is_at("(")) {
      scanner_.move(1);
      for (const QueryWord& word : scanner_.parse_list(')', "class", "a kind of actor or a code")) {
        term.groups.push_back(read_group(word));
      }
    } else if (!open) {
      term.name = scanner_.is_at("\"") ? scanner_.parse_quoted()
                                       : scanner_.parse_name("an actor's name, ? or a variable such as ?x");
    }
    return place_term(std::move(term));
  }

  std::size_t place_term(QueryTerm term) {
    const auto same = std::ranges::find_if(query_.terms, [&](const QueryTerm& other) {
      return term.is_open() ? !term.variable.empty() && other.variable == term.variable
                            : other.name == term.name;
    });
    if (same == query_.terms.end()) {
      query_.terms.push_back(std::move(term));
      return query_.terms.size() - 1;
    }
    if (!term.groups.empty()) {
      if (!same->groups.empty()) {
        throw QuerySyntaxError{term.column - 1,
                               '?' + term.variable + " has a class already: leave one of the two out"};
      }
      same->groups = std::move(term.groups);
    }
    return static_cast<std::size_t>(same - query_.terms.begin());
  }

  /// True for an arrow to the right.
  bool parse_arrow(std::vector<QueryWord>& relations) {
    constexpr const char* kExpected = "a relation such as attack or ASSAULT";
    scanner_.skip_space();
    if (scanner_.take("->")) return true;
    if (scanner_.take("-[")) {
      relations = scanner_.parse_list(']', "relation", kExpected);
      if (!scanner_.is_at("->")) scanner_.fail("-> after the relations");
      scanner_.move(2);
      return true;
    }
    if (scanner_.take("<-[")) {
      relations = scanner_.parse_list(']', "relation", kExpected);
      if (!scanner_.is_at("-")) scanner_.fail("- after the relations");
      scanner_.move(1);
    } else if (!scanner_.take("<-")) {
      scanner_.fail("an arrow: ->, <-, -[attack]-> or <-[attack]-");
    }
    if (scanner_.is_at(">")) scanner_.fail("an arrow of one direction");
    return false;
  }

  QueryScanner scanner_;
  Query query_;
};

}  // namespace

Result<Query> parse_query(std::string_view text) {
  try {
    return QueryParser(text).parse();
  } catch (const QuerySyntaxError& error) {
    return Issue{.source = "query",
                 .line = 1,
                 .column = error.at + 1,
                 .message = show_place(text, error.at, error.message)};
  }
}

}  // namespace actorgraph
