#include "graph/wholes.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <tuple>
#include <utility>

#include "graph/country_words.hpp"
#include "graph/string_table.hpp"

namespace actorgraph {
namespace {

void add_name(std::unordered_map<std::string, std::uint32_t>& names, const std::string& key,
              std::uint32_t root) {
  const auto [at, is_new] = names.try_emplace(key, root);
  if (!is_new && at->second != root) at->second = OwnerIndex::kNone;
}

PartKind part_kind(HeadKind kind) {
  switch (kind) {
    case HeadKind::Seat:
      return PartKind::Place;
    case HeadKind::Body:
      return PartKind::Part;
    default:
      return PartKind::Member;
  }
}

/// What a person has that acts for him or her: relatives, teams and lawyers do not.
bool acts_for_person(std::string_view head) {
  static constexpr auto kHeads = std::to_array<std::string_view>(
      {"administration", "army", "cabinet", "fighters", "force", "government", "gunmen", "men", "militia",
       "militiamen", "office", "regime", "soldiers", "troop", "troops"});
  const std::size_t space = head.rfind(' ');
  return std::ranges::binary_search(kHeads, space == std::string_view::npos ? head : head.substr(space + 1));
}

bool has_capital(std::string_view text) {
  return std::ranges::any_of(text, [](char c) { return c >= 'A' && c <= 'Z'; });
}

}  // namespace

OwnerIndex::OwnerIndex(const ActorTable& table, const ActorClasses& classes) {
  const auto& profiles = table.profiles;
  const auto may_own = [](const ActorProfile& profile) {
    return profile.key.form == NameForm::Land || profile.key.form == NameForm::Company ||
           profile.key.form == NameForm::Name || profile.key.form == NameForm::Part;
  };
  std::unordered_map<std::string, std::size_t> most;
  for (std::uint32_t i = 0; i < profiles.size(); ++i) {
    const ActorProfile& profile = profiles[i];
    if (!may_own(profile)) continue;
    const std::uint32_t root = classes.root_of(i);
    add_name(names_, fold_name_words(profile.key.key, ActorKind::Unknown), root);
    const std::string_view code = find_country_code(profile.key.key);
    if (profile.kind != ActorKind::Country || code.empty() || code != profile.country) continue;
    // Of several names of a country, the one in most documents; ties go to the lesser id.
    std::size_t& count = most[std::string(code)];
    if (profile.documents.size() <= count) continue;
    count = profile.documents.size();
    countries_[std::string(code)] = root;
  }
  // Other words for an actor, where they name no actor of their own.
  std::unordered_map<std::string, std::uint32_t> others;
  std::vector<std::string> keys(table.texts.size());
  for (const ActorTable::Row& row : table.rows) {
    if (row.text == row.name || !may_own(profiles[row.actor]) || profiles[row.actor].is_person()) continue;
    const std::string_view text = table.texts[row.text];
    if (text.size() > 40 || !has_capital(text)) continue;
    std::string& key = keys[row.text];
    if (key.empty())
      key = is_description(text) ? " " : fold_name_words(normalise_name(text), ActorKind::Unknown);
    if (key != " " && !names_.contains(key)) add_name(others, key, classes.root_of(row.actor));
  }
  names_.merge(others);
}

std::uint32_t OwnerIndex::find(std::string_view key) const {
  const auto at = names_.find(std::string(key));
  return at == names_.end() ? kNone : at->second;
}

std::uint32_t OwnerIndex::find_country(std::string_view code) const {
  const auto at = countries_.find(std::string(code));
  return at == countries_.end() ? kNone : at->second;
}

std::uint32_t OwnerIndex::find_whole(const ComposedName& parts) const {
  if (!parts.country.empty()) return find_country(parts.country);
  return parts.owner.empty() ? kNone : find(fold_name_words(parts.owner, ActorKind::Unknown));
}

void join_parts(const ActorTable& table, const OwnerIndex& owners, ActorClasses& classes) {
  const auto& profiles = table.profiles;
  struct Entry {
    std::uint32_t whole;
    std::string_view head;
    std::string_view place;
    std::uint32_t profile;
  };
  std::vector<Entry> entries;
  for (std::uint32_t i = 0; i < profiles.size(); ++i) {
    const ActorKey& key = profiles[i].key;
    if (key.form != NameForm::Part) continue;
    const std::uint32_t whole = owners.find_whole(*key.parts);
    if (whole != OwnerIndex::kNone) entries.push_back({whole, key.parts->head, key.parts->place, i});
  }
  const auto part = [](const Entry& entry) { return std::tuple(entry.whole, entry.head, entry.place); };
  std::ranges::sort(entries, {}, [&](const Entry& entry) {
    return std::tuple_cat(part(entry), std::tuple(entry.profile));
  });
  for (std::size_t i = 1; i < entries.size(); ++i) {
    if (part(entries[i]) != part(entries[i - 1])) continue;
    const std::uint32_t root = classes.root_of(entries[i].whole);
    classes.join(entries[i].profile, entries[i - 1].profile,
                 {LinkReason::Composition, "both are of " + std::string(profiles[root].name), 0.95});
  }
}

std::vector<ActorIdentity::Part> find_wholes(const ActorTable& table, const OwnerIndex& owners,
                                             const ActorClasses& classes) {
  const auto& profiles = table.profiles;
  std::vector<std::uint32_t> whole(profiles.size(), OwnerIndex::kNone);
  std::vector<PartKind> kinds(profiles.size(), PartKind::Part);
  for (std::uint32_t i = 0; i < profiles.size(); ++i) {
    const ActorKey& key = profiles[i].key;
    if (!key.parts) continue;
    const std::uint32_t root = classes.root_of(i);
    if (whole[root] != OwnerIndex::kNone) continue;
    std::uint32_t found = owners.find_whole(*key.parts);
    if (found == OwnerIndex::kNone) continue;
    found = classes.root_of(found);
    if (profiles[found].is_person() && !acts_for_person(key.parts->head)) continue;
    // A name holds its owner's, so circles can come only from other names of the two.
    std::uint32_t up = found;
    while (up != OwnerIndex::kNone && up != root) up = whole[up];
    if (up == root) continue;
    whole[root] = found;
    kinds[root] = part_kind(key.parts->kind);
  }
  std::vector<ActorIdentity::Part> made;
  for (std::uint32_t i = 0; i < profiles.size(); ++i) {
    if (whole[i] != OwnerIndex::kNone) made.push_back({profiles[i].id, {profiles[whole[i]].id, kinds[i]}});
  }
  return made;
}

}  // namespace actorgraph
