#include "extract/world_table.hpp"

#include <algorithm>
#include <array>

#include "extract/fold_name.hpp"
#include "records/error.hpp"

namespace actorgraph {
namespace {

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  std::size_t begin = 0;
  while (begin <= text.size()) {
    const std::size_t end = std::min(text.find(separator, begin), text.size());
    parts.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

std::uint32_t count_words(std::string_view folded) {
  return static_cast<std::uint32_t>(std::count(folded.begin(), folded.end(), ' ')) + 1;
}

// "2021-01-20", "2021-01", "2021": the first or the last day that is meant.
std::optional<Date> parse_bound(std::string_view text, const std::string& place, std::string_view month_day) {
  if (text.empty()) return std::nullopt;
  std::string full(text);
  if (full.size() == 4) full += month_day;
  if (full.size() == 7) full += month_day == "-01-01" ? "-01" : "-28";
  const auto date = parse_date(full);
  if (!date) {
    throw FormatError(place + ": \"" + std::string(text) +
                      "\" is no date; expected 2021, 2021-01 or 2021-01-20");
  }
  return date;
}

bool is_acronym(std::string_view name) {
  const auto letters = std::count_if(name.begin(), name.end(), [](char c) { return c != '.' && c != '-'; });
  return letters >= 2 && count_capitals(name) >= 2 && name.find(' ') == std::string_view::npos &&
         std::none_of(name.begin(), name.end(),
                      [](char c) { return (c >= 'a' && c <= 'z') || (c & 0x80) != 0; });
}

}  // namespace

std::uint32_t count_capitals(std::string_view text) {
  std::uint32_t capitals = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x80) {
      capitals += byte >= 'A' && byte <= 'Z' ? 1U : 0U;
      continue;
    }
    if (byte == 0xC3 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0x9F) ++capitals;
    if (byte == 0xC4 || byte == 0xC5) ++capitals;  // accented capitals and small letters lie mixed here
  }
  return capitals;
}

void World::Index::add_alias(std::string_view name, std::uint32_t actor) {
  const std::string key = fold_name(name);
  if (key.empty()) return;
  std::uint32_t& longest_name = longest[std::string_view(key).substr(0, key.find(' '))];
  longest_name = std::max(longest_name, count_words(key));
  auto& found = aliases[key];
  const bool known = std::any_of(found.begin(), found.end(), [&](Alias a) { return a.actor == actor; });
  if (known) return;
  const Alias alias{actor, is_acronym(name), count_capitals(name) == 0};
  found.insert(order == Order::First ? found.begin() : found.end(), alias);
}

void World::Index::add_country(const std::vector<std::string_view>& columns, const std::string& place) {
  if (columns.size() < 6 || columns[0].size() != 3 || columns[1].empty()) {
    throw FormatError(place +
                      ": expected code, name, adjectives, nouns, capitals, aliases, separated by tabs");
  }
  const auto number = static_cast<std::uint32_t>(actors.size());
  WorldActor actor;
  actor.name = columns[1];
  actor.kind = ActorKind::Country;
  actor.code = columns[0];
  actor.country = columns[0];
  if (columns.size() > 6) actor.from = parse_bound(columns[6], place, "-01-01");
  if (columns.size() > 7) actor.to = parse_bound(columns[7], place, "-12-31");
  country_codes.emplace(fold_name(actor.code), number);
  add_alias(actor.name, number);
  actors.push_back(std::move(actor));
  for (const auto alias : split(columns[5], '|')) add_alias(alias, number);
  for (const std::size_t column : {2U, 3U}) {
    for (const auto word : split(columns[column], '|')) {
      if (!word.empty()) demonyms.emplace(fold_name(word), number);
    }
  }
  for (const auto capital : split(columns[4], '|')) {
    if (!capital.empty()) capitals.emplace(fold_name(capital), number);
  }
}

void World::Index::add_actor(const std::vector<std::string_view>& columns, const std::string& place) {
  if (columns.size() < 4 || columns[0].empty()) {
    throw FormatError(place + ": expected name, kind, code, aliases, from, to, office, separated by tabs");
  }
  const auto kind = parse_actor_kind(columns[1]);
  if (!kind) {
    throw FormatError(place + ": \"" + std::string(columns[1]) +
                      "\" is no kind of actor; expected \"person\", \"armed group\"...");
  }
  const auto number = static_cast<std::uint32_t>(actors.size());
  WorldActor actor;
  actor.name = columns[0];
  actor.kind = *kind;
  actor.code = columns[2];
  if (country_codes.contains(fold_name(actor.code.substr(0, 3)))) actor.country = actor.code.substr(0, 3);
  if (columns.size() > 4) actor.from = parse_bound(columns[4], place, "-01-01");
  if (columns.size() > 5) actor.to = parse_bound(columns[5], place, "-12-31");
  if (columns.size() > 6) actor.office = columns[6];
  add_alias(actor.name, number);
  for (const auto alias : split(columns[3], '|')) add_alias(alias, number);
  if (*kind == ActorKind::Person) {
    const std::string folded = fold_name(actor.name);
    surnames[std::string_view(folded).substr(folded.rfind(' ') + 1)].push_back(number);
    for (const auto alias : split(columns[3], '|')) {
      const std::string key = fold_name(alias);
      if (key.empty()) continue;
      auto& people = surnames[std::string_view(key).substr(key.rfind(' ') + 1)];
      if (people.empty() || people.back() != number) people.push_back(number);
    }
    if (!actor.office.empty()) offices[actor.country + ' ' + actor.office].push_back(number);
  }
  actors.push_back(std::move(actor));
}

void World::Index::add_noun(const std::vector<std::string_view>& columns, const std::string& place) {
  const auto kind = columns.size() < 2 ? std::nullopt : parse_actor_kind(columns[1]);
  if (!kind) throw FormatError(place + ": expected nouns, kind, sector, gender, separated by tabs");
  NounClass noun;
  noun.kind = *kind;
  if (columns.size() > 2 && !columns[2].empty()) {
    sectors.push_back(std::make_unique<const std::string>(columns[2]));
    noun.sector = *sectors.back();
  }
  if (columns.size() > 3 && columns[3] == "m") noun.gender = Gender::Male;
  if (columns.size() > 3 && columns[3] == "f") noun.gender = Gender::Female;
  for (const auto word : split(columns[0], '|')) {
    if (!nouns.emplace(word, noun) && order == Order::First) nouns[word] = noun;
  }
}

void World::Index::add_modifiers(const std::vector<std::string_view>& columns, const std::string& place) {
  if (columns.size() != 2 || columns[1].empty()) {
    throw FormatError(place + ": expected words, and the role that they give, separated by a tab");
  }
  for (const auto word : split(columns[0], '|')) {
    std::string role(columns[1]);
    if (!modifiers.emplace(word, role) && order == Order::First) modifiers[word] = role;
  }
}

void World::Index::add_genders(const std::vector<std::string_view>& columns, const std::string& place) {
  if (columns.size() != 2) throw FormatError(place + ": expected m or f, and names, separated by a tab");
  const Gender gender = columns[0] == "m" ? Gender::Male : Gender::Female;
  for (const auto name : split(columns[1], ' ')) {
    const std::string key = fold_name(name);
    if (!genders.emplace(key, gender) && genders[key] != gender) genders[key] = Gender::Unknown;
  }
}

void World::Index::add_table(const std::string& file_name, std::string_view text) {
  std::uint64_t line_number = 0;
  for (auto line : split(text, '\n')) {
    ++line_number;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty() || line[0] == '#') continue;
    const std::string place = file_name + ":" + std::to_string(line_number);
    const auto columns = split(line, '\t');
    if (file_name.ends_with("countries.tsv")) {
      add_country(columns, place);
    } else if (file_name.ends_with("nouns.tsv")) {
      add_noun(columns, place);
    } else if (file_name.ends_with("genders.tsv")) {
      add_genders(columns, place);
    } else if (file_name.ends_with("modifiers.tsv")) {
      add_modifiers(columns, place);
    } else {
      add_actor(columns, place);
    }
  }
}

}  // namespace actorgraph
