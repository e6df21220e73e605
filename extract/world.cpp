#include "extract/world.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "extract/fold_name.hpp"
#include "extract/word_list.hpp"
#include "extract/world_table.hpp"
#include "records/error.hpp"

namespace actorgraph {
namespace {

bool existed(const WorldActor& actor, Date when) {
  return (!actor.from || *actor.from <= when) && (!actor.to || when <= *actor.to);
}

std::string join_words(std::span<const std::string_view> words) {
  std::string joined;
  for (const auto word : words) {
    if (!joined.empty()) joined += ' ';
    joined += word;
  }
  return joined;
}

std::string lower(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return result;
}

bool ends_head(std::string_view word) {
  constexpr std::array<std::string_view, 12> kEnds = {"of", "in",   "for", "on",  "at", "from",
                                                      "to", "with", "by",  "and", ",",  "who"};
  return contains(kEnds, word);
}

const WorldActor* find_in(const StringMap<std::uint32_t>& numbers, std::string_view key,
                          const std::vector<WorldActor>& actors) {
  const std::uint32_t* number = numbers.find(key);
  return number == nullptr ? nullptr : &actors[*number];
}

}  // namespace

World::World() : index_(std::make_unique<Index>()) {}
World::~World() = default;
World::World(World&&) noexcept = default;
World& World::operator=(World&&) noexcept = default;

World World::parse(std::span<const std::pair<std::string, std::string>> files) {
  World world;
  for (const bool countries : {true, false}) {
    for (const auto& [name, text] : files) {
      if (name.ends_with("countries.tsv") == countries) world.index_->add_table(name, text);
    }
  }
  return world;
}

World World::load(const std::string& data_dir) {
  const std::filesystem::path folder = std::filesystem::path(data_dir) / "actors";
  std::error_code error;
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
    if (entry.path().extension() == ".tsv") names.push_back(entry.path().string());
  }
  if (error || names.empty()) {
    throw IoError(folder.string() + ": cannot read the tables of actors; is the data folder complete?");
  }
  std::sort(names.begin(), names.end());
  std::vector<std::pair<std::string, std::string>> files;
  for (const auto& name : names) {
    std::ifstream in(name, std::ios::binary);
    std::string text(std::istreambuf_iterator<char>(in), {});
    if (!in) throw IoError(name + ": cannot be read");
    files.emplace_back(name, std::move(text));
  }
  return parse(files);
}

void World::add(const std::string& file_name, std::string_view text) {
  index_->order = Index::Order::First;
  index_->add_table(file_name, text);
}

const WorldActor* World::find(std::string_view name, std::optional<Date> when,
                              std::string_view country) const {
  const auto* found = index_->aliases.find(fold_name(name));
  if (found == nullptr) return nullptr;
  const std::uint32_t capitals = count_capitals(name);
  const WorldActor* first = nullptr;
  const WorldActor* existing = nullptr;
  for (const auto& alias : *found) {
    if (capitals < (alias.acronym ? 2U : 1U) && !alias.plain) continue;
    const WorldActor& actor = index_->actors[alias.actor];
    if (first == nullptr) first = &actor;
    if (when && !existed(actor, *when)) continue;
    if (country.empty() || actor.country == country) return &actor;
    if (existing == nullptr) existing = &actor;
  }
  return existing != nullptr ? existing : first;
}

std::optional<World::Match> World::find_longest(std::span<const std::string_view> words,
                                                std::optional<Date> when, std::string_view country) const {
  std::size_t skip = 0;
  if (words.size() > 1 && words[0].size() == 3 && fold_name(words[0]) == "the") skip = 1;
  if (skip >= words.size()) return std::nullopt;
  const std::string first = fold_name(words[skip]);
  const auto* longest = index_->longest.find(std::string_view(first).substr(0, first.find(' ')));
  if (longest == nullptr) return std::nullopt;
  // Hyphens may be words of their own.
  std::size_t count = std::min<std::size_t>(words.size(), skip + std::size_t{2} * *longest);
  for (; count > skip; --count) {
    const auto last = words[count - 1];
    if (last == "'s" || last == "," || last == "." || last == "-") continue;
    if (const auto* actor = find(join_words(words.subspan(skip, count - skip)), when, country)) {
      return Match{static_cast<std::uint32_t>(count), actor};
    }
  }
  return std::nullopt;
}

const WorldActor* World::find_country(std::string_view name_or_code) const {
  const std::string key = fold_name(name_or_code);
  if (name_or_code.size() == 3) {
    if (const auto* country = find_in(index_->country_codes, key, index_->actors)) return country;
  }
  const auto* found = index_->aliases.find(key);
  if (found == nullptr) return nullptr;
  for (const auto& alias : *found) {
    const WorldActor& actor = index_->actors[alias.actor];
    if (actor.kind == ActorKind::Country) return &actor;
  }
  return nullptr;
}

const WorldActor* World::find_demonym(std::string_view word) const {
  if (count_capitals(word) == 0 || (word.size() == 2 && count_capitals(word) < 2)) return nullptr;
  return find_in(index_->demonyms, fold_name(word), index_->actors);
}

const WorldActor* World::find_capital(std::string_view name) const {
  if (count_capitals(name) == 0) return nullptr;
  return find_in(index_->capitals, fold_name(name), index_->actors);
}

std::string_view World::find_country_of(std::string_view name) const {
  const std::uint32_t capitals = count_capitals(name);
  if (capitals == 0 || (name.size() == 2 && capitals < 2)) return {};
  const std::string key = fold_name(name);
  const WorldActor* actor = nullptr;
  if (const auto* found = index_->aliases.find(key)) {
    for (const auto& alias : *found) {
      if (alias.acronym && capitals < 2) continue;
      const WorldActor& known = index_->actors[alias.actor];
      if (actor == nullptr || known.kind == ActorKind::Country) actor = &known;
    }
  }
  if (actor != nullptr && actor->kind == ActorKind::Country) return actor->country;
  if (const auto* people = find_in(index_->demonyms, key, index_->actors)) return people->country;
  if (const auto* capital = find_in(index_->capitals, key, index_->actors)) return capital->country;
  return actor == nullptr ? std::string_view() : std::string_view(actor->country);
}

const WorldActor* World::find_office_holder(std::string_view country, std::string_view office,
                                            Date when) const {
  const auto* found = index_->offices.find(std::string(country) + ' ' + std::string(office));
  if (found == nullptr) return nullptr;
  const WorldActor* holder = nullptr;
  for (const auto number : *found) {  // the latest to begin: on the day of handing over, the new one
    const WorldActor& actor = index_->actors[number];
    if (existed(actor, when) && (holder == nullptr || holder->from <= actor.from)) holder = &actor;
  }
  return holder;
}

const WorldActor* World::find_surname(std::string_view surname, std::optional<Date> when) const {
  const auto* found = index_->surnames.find(fold_name(surname));
  if (found == nullptr || count_capitals(surname) == 0) return nullptr;
  const WorldActor* person = nullptr;
  for (const auto number : *found) {
    const WorldActor& actor = index_->actors[number];
    if (when && !existed(actor, *when)) continue;
    if (person != nullptr && person->name != actor.name) return nullptr;
    person = &actor;
  }
  return person;
}

std::optional<NounClass> World::find_noun(std::string_view lemma) const {
  const NounClass* noun = index_->nouns.find(lemma);
  return noun == nullptr ? std::nullopt : std::optional(*noun);
}

// Regular plurals only; nouns.tsv lists the irregular ones.
std::optional<NounClass> World::find_in_singular(std::string_view noun) const {
  const auto ending_as = [&](std::string_view plural, std::string_view singular) {
    const std::string_view stem = noun.substr(0, noun.size() - plural.size());
    return singular.empty() ? find_noun(stem) : find_noun(std::string(stem) += singular);
  };
  auto found = find_noun(noun);
  if (!found && noun.ends_with("ies") && noun.size() > 4) found = ending_as("ies", "y");
  if (!found && noun.ends_with("es") && noun.size() > 3) found = ending_as("es", "");
  if (!found && noun.ends_with('s') && noun.size() > 2) found = ending_as("s", "");
  if (!found && noun.ends_with("men")) found = ending_as("men", "man");
  return found;
}

std::string_view World::find_modifier(std::string_view lemma) const {
  const std::string* role = index_->modifiers.find(lemma);
  return role == nullptr ? std::string_view() : std::string_view(*role);
}

Gender World::find_gender(std::string_view given_name_or_title) const {
  const Gender* gender = index_->genders.find(fold_name(given_name_or_title));
  return gender == nullptr ? Gender::Unknown : *gender;
}

std::span<const WorldActor> World::actors() const {
  return index_->actors;
}

ActorProfile World::describe(std::span<const std::string_view> words, std::optional<NameType> name_type,
                             std::optional<Date> when) const {
  ActorProfile profile;
  if (words.empty()) return profile;
  const auto whole = find_longest(words, when);
  if (whole && whole->words == words.size()) {
    return {whole->actor->name, whole->actor->kind, whole->actor->code, whole->actor->country};
  }

  std::size_t head_end = 1;
  while (head_end < words.size() && !ends_head(words[head_end])) ++head_end;
  std::optional<NounClass> noun;
  for (const std::size_t length : {3U, 2U, 1U}) {
    if (noun || head_end < length) continue;
    noun = find_in_singular(lower(join_words(words.subspan(head_end - length, length))));
  }
  const WorldActor* listed = nullptr;  // a listed body or group within the phrase: "Taliban fighters"
  const WorldActor* country = nullptr;
  bool capital = false;
  bool next_capital = count_capitals(words[0]) > 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    capital = next_capital;
    next_capital = i + 1 < words.size() && count_capitals(words[i + 1]) > 0;
    const auto match = i == 0 ? whole : find_longest(words.subspan(i), when);
    if (match && match->actor->kind == ActorKind::Country) {
      if (country == nullptr) country = match->actor;
    } else if (match && match->actor->kind == ActorKind::Person) {
      // "President Vladimir Putin": the title before a name of its own.
      if (i > 0 && i + match->words == words.size() && match->words > 1) {
        return {match->actor->name, ActorKind::Person, match->actor->code, match->actor->country};
      }
    } else if (match && listed == nullptr) {
      listed = match->actor;
    }
    if (country == nullptr && i + 1 < words.size() && (capital || next_capital)) {
      country = find_demonym(join_words(words.subspan(i, 2)));
    }
    if (country == nullptr && capital) country = find_demonym(words[i]);
    if (country == nullptr && noun && noun->sector == "GOV" && noun->kind != ActorKind::Facility) {
      country = find_capital(words[i]);
    }
  }

  if (noun) profile.kind = noun->kind;
  if (name_type == NameType::Person) profile.kind = ActorKind::Person;
  if (listed != nullptr && (country == nullptr || listed->country == country->country)) {
    profile.country = listed->country;
    profile.code = listed->code;
    // A people carries its country's code alone: "Rohingya refugees" are MMRREF.
    if (listed->kind == ActorKind::Group && listed->code.size() == 3 && noun) profile.code += noun->sector;
    if (profile.kind == ActorKind::Unknown && words.size() > 1 && whole && whole->actor == listed) {
      profile.kind = listed->kind;
    }
  } else if (country != nullptr) {
    profile.country = country->country;
    profile.code = country->code + std::string(noun ? noun->sector : "");
  } else if (noun) {
    profile.code = noun->sector;
  }
  if (profile.kind != ActorKind::Unknown || !name_type) return profile;
  switch (*name_type) {
    case NameType::Person:
      profile.kind = ActorKind::Person;
      break;
    case NameType::Org:
      profile.kind = ActorKind::Organization;
      break;
    case NameType::Gpe:
    case NameType::Loc:
      profile.kind = ActorKind::Place;
      break;
    case NameType::Fac:
      profile.kind = ActorKind::Facility;
      break;
    case NameType::Norp:
      profile.kind = ActorKind::Group;
      break;
    case NameType::Event:
      profile.kind = ActorKind::Event;
      break;
    case NameType::Misc:
      profile.kind = ActorKind::Thing;
      break;
  }
  return profile;
}

}  // namespace actorgraph
