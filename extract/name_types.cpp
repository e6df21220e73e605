#include "extract/name_types.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>

#include "extract/mention_kind.hpp"
#include "extract/name_matching.hpp"

namespace actorgraph {
namespace {

// Words that end the names of companies.
constexpr auto kCompanyWords = std::to_array<std::string_view>(
    {"ag",        "airlines", "airways",  "co",      "company",    "corp",    "corporation",
     "gmbh",      "holding",  "holdings", "inc",     "industries", "lines",   "llc",
     "logistics", "ltd",      "motors",   "nv",      "partners",   "plc",     "rail",
     "railways",  "sa",       "shipping", "systems", "trading",    "ventures"});
static_assert(std::is_sorted(kCompanyWords.begin(), kCompanyWords.end()));

// Words that end the names of other bodies and are not in the table of nouns, or stand there as a person.
constexpr auto kBodyWords = std::to_array<std::string_view>(
    {"associates", "brigades", "brothers", "corps", "front", "guard", "guards", "line", "trust"});
static_assert(std::is_sorted(kBodyWords.begin(), kBodyWords.end()));

struct DistinctName {
  std::string_view written;
  std::span<const std::string> words;
  const WorldActor* listed = nullptr;
  bool acronym = false;
  std::array<std::uint32_t, kNameTypeCount> votes{};
  std::optional<NameType> type;  // the settled one
};

bool is_person(const DistinctName& name) {
  return name.type == NameType::Person;
}

std::optional<NameType> most_votes(const DistinctName& name) {
  std::optional<NameType> best;
  for (std::size_t i = 0; i < kNameTypeCount; ++i) {
    if (name.votes[i] == 0) continue;
    if (!best || name.votes[i] > name.votes[static_cast<std::size_t>(*best)]) best = static_cast<NameType>(i);
  }
  return best;
}

bool is_body(std::optional<NameType> type) {
  return type == NameType::Org || type == NameType::Fac;
}

std::optional<NameType> type_of_listed(const DistinctName& name, const World& world) {
  if (name.listed == nullptr) {
    const bool capital = world.find_capital(name.written) != nullptr;
    return capital ? std::optional(NameType::Gpe) : std::nullopt;
  }
  switch (name.listed->kind) {
    case ActorKind::Country:
    case ActorKind::Place:
      return NameType::Gpe;
    case ActorKind::Government:
    case ActorKind::Organization:
    case ActorKind::ArmedGroup:
    case ActorKind::Party:
      return NameType::Org;
    case ActorKind::Company:
    case ActorKind::Media:  // "Ford", "Wells": as often people
      return name.words.size() > 1 || name.acronym ? std::optional(NameType::Org) : std::nullopt;
    default:
      return std::nullopt;
  }
}

bool begins(const DistinctName& name, const DistinctName& longer) {
  return longer.words.size() > name.words.size() && !name.words.empty() && name.words.front().size() > 3 &&
         std::equal(name.words.begin(), name.words.end(), longer.words.begin());
}

}  // namespace

bool ends_with_body_noun(std::span<const std::string> words, const World& world) {
  if (words.size() < 2 || world.find_gender(words.front()) != Gender::Unknown) return false;
  const std::string_view last = words.back();
  if (is_company_name(words) || std::binary_search(kBodyWords.begin(), kBodyWords.end(), last)) return true;
  const auto noun = world.find_noun(words.back());
  return noun && is_body_kind(noun->kind);
}

bool is_company_name(std::span<const std::string> words) {
  return words.size() > 1 &&
         std::binary_search(kCompanyWords.begin(), kCompanyWords.end(), std::string_view(words.back()));
}

std::vector<std::optional<NameType>> settle_name_types(std::span<const NameOccurrence> occurrences,
                                                       const World& world) {
  std::map<std::vector<std::string>, std::size_t> index;
  std::vector<DistinctName> names;
  std::vector<std::size_t> name_of;
  for (const NameOccurrence& occurrence : occurrences) {
    std::vector<std::string> words(occurrence.words.begin(), occurrence.words.end());
    const auto [at, added] = index.try_emplace(std::move(words), names.size());
    if (added) {
      names.emplace_back();
      names.back().written = occurrence.name;
      names.back().words = at->first;
      names.back().listed = world.find(occurrence.name);
      names.back().acronym = looks_like_acronym(occurrence.name);
    }
    DistinctName& name = names[at->second];
    name.acronym = name.acronym && looks_like_acronym(occurrence.name);
    if (occurrence.type) ++name.votes[static_cast<std::size_t>(*occurrence.type)];
    name_of.push_back(at->second);
  }

  for (DistinctName& name : names) {
    name.type = most_votes(name);
    // "Ingrid Solberg": a given name and one word more.
    const bool full = name.words.size() == 2 && (!name.type || name.type == NameType::Org) &&
                      name.listed == nullptr && world.find_gender(name.words.front()) != Gender::Unknown;
    if (full && !world.find_noun(name.words.back())) name.type = NameType::Person;
    if (!is_person(name)) continue;
    if (name.words.size() > 1 && ends_with_body_noun(name.words, world)) name.type = NameType::Org;
    if (name.acronym) name.type = NameType::Org;
  }
  for (DistinctName& name : names) {
    const bool person = is_person(name);
    if (name.words.empty() || (!person && name.words.size() > 1)) continue;
    bool surname = false;
    const DistinctName* body = nullptr;
    for (const DistinctName& other : names) {
      if (other.words.size() <= name.words.size()) continue;
      surname = surname || (is_person(other) && is_short_person(name.words, other.words));
      if (begins(name, other) && is_body(other.type)) body = &other;
    }
    if (surname && !name.acronym) {
      const bool place = name.listed != nullptr && name.listed->kind == ActorKind::Country;
      if (!place || person) name.type = NameType::Person;
      continue;
    }
    if (person || !name.type) {
      if (const auto listed = type_of_listed(name, world)) {
        name.type = listed;
      } else if (body != nullptr && world.find_gender(name.words.front()) == Gender::Unknown) {
        name.type = body->type;
      }
    }
  }

  std::vector<std::optional<NameType>> types;
  types.reserve(occurrences.size());
  for (const std::size_t name : name_of) types.push_back(names[name].type);
  return types;
}

}  // namespace actorgraph
