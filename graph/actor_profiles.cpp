#include "graph/actor_profiles.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <map>
#include <numeric>
#include <span>
#include <tuple>

#include "graph/grouped_rows.hpp"
#include "graph/threads.hpp"
#include "records/actor_code.hpp"

namespace actorgraph {
namespace {

/// The string of most votes, ties in byte order, and how many of all it has.
class StringVotes {
 public:
  void add(std::string_view text) { ++counts_[text]; }

  [[nodiscard]] std::pair<std::string_view, std::size_t> winner() const {
    std::pair<std::string_view, std::size_t> best;
    for (const auto& [text, count] : counts_) {
      if (count > best.second) best = {text, count};
    }
    return best;
  }
  [[nodiscard]] std::size_t total() const {
    std::size_t sum = 0;
    for (const auto& [text, count] : counts_) sum += count;
    return sum;
  }

 private:
  std::map<std::string_view, std::size_t> counts_;
};

std::string_view words_for(NameClass name_class) {
  switch (name_class) {
    case NameClass::Person:
      return "a person";
    case NameClass::Land:
      return "a place";
    case NameClass::Company:
      return "a company";
    case NameClass::Body:
      return "a body";
    case NameClass::Other:
      break;
  }
  return "a thing";
}

/// A person is nothing else, and a place no company.
bool may_be_one(NameClass a, NameClass b) {
  if (a == b || a == NameClass::Other || b == NameClass::Other) return true;
  if (a == NameClass::Person || b == NameClass::Person) return false;
  const bool company = a == NameClass::Company || b == NameClass::Company;
  const bool land = a == NameClass::Land || b == NameClass::Land;
  return !(company && land);
}

}  // namespace

std::uint32_t ActorTable::number_of(std::string_view text) {
  const auto [at, is_new] = text_numbers_.try_emplace(text, static_cast<std::uint32_t>(texts.size()));
  if (is_new) texts.push_back(text);
  return at->second;
}

void ActorTable::add(const ActorMention& mention) {
  const auto [actor, new_actor] =
      actor_numbers_.try_emplace(mention.id, static_cast<std::uint32_t>(actors_.size()));
  if (new_actor) actors_.push_back(mention.id);
  const auto [document, new_document] =
      document_numbers_.try_emplace(mention.document, static_cast<std::uint32_t>(documents.size()));
  if (new_document) documents.push_back(mention.document);
  rows.push_back({actor->second, document->second, number_of(mention.name), number_of(mention.text),
                  number_of(mention.code), mention.kind});
}

void ActorTable::take(ActorMentions mentions) {
  assert(rows.empty());
  actors_ = std::move(mentions.actors);
  documents = std::move(mentions.documents);
  texts = std::move(mentions.texts);
  rows = std::move(mentions.rows);
}

void ActorTable::finish() {
  std::vector<std::uint32_t> order(actors_.size());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::sort(order, {}, [&](std::uint32_t number) { return actors_[number]; });
  std::vector<std::uint32_t> place(order.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) place[order[i]] = i;
  for (Row& row : rows) row.actor = place[row.actor];
  auto grouped = group_rows(std::move(rows), order.size(), [](const Row& row) { return row.actor; });
  profiles.resize(order.size());
  std::vector<std::size_t> distinct(order.size());
  for_each_part(order.size(), [&](std::size_t, std::size_t begin, std::size_t end) {
    for (std::size_t actor = begin; actor < end; ++actor) {
      const std::span<Row> own = grouped.of(actor);
      std::ranges::sort(own);
      distinct[actor] = static_cast<std::size_t>(std::unique(own.begin(), own.end()) - own.begin());
      profiles[actor].id = actors_[order[actor]];
      make_profile(profiles[actor], own.first(distinct[actor]));
    }
  });
  for (std::size_t actor = 0; actor < order.size(); ++actor) {
    const std::span<Row> own = grouped.of(actor).first(distinct[actor]);
    rows.insert(rows.end(), own.begin(), own.end());
  }
  std::unordered_map<std::string_view, std::uint32_t>().swap(text_numbers_);
  std::unordered_map<ActorId, std::uint32_t>().swap(actor_numbers_);
}

void ActorTable::make_profile(ActorProfile& profile, std::span<const Row> mentions) const {
  StringVotes names;
  StringVotes codes;
  StringVotes countries;
  std::array<std::size_t, static_cast<std::size_t>(ActorKind::Thing) + 1> kinds{};
  for (const Row& row : mentions) {
    names.add(texts[row.name]);
    if (!texts[row.code].empty()) codes.add(texts[row.code]);
    const std::string_view country = split_actor_code(texts[row.code]).country;
    if (!country.empty()) countries.add(country);
    ++kinds[static_cast<std::size_t>(row.kind)];
    if (profile.documents.empty() || profile.documents.back() != row.document) {
      profile.documents.push_back(row.document);
    }
  }
  profile.name = names.winner().first;
  kinds[0] = 0;
  const auto commonest = std::ranges::max_element(kinds);
  if (*commonest > 0) profile.kind = static_cast<ActorKind>(commonest - kinds.begin());
  // Forms that differ by kind or country have ids of their own, so any mention tells the form.
  const Row& first = mentions.front();
  profile.key = make_actor_key(profile.name, profile.kind, texts[first.code]);
  if (profile.key.form == NameForm::None)
    profile.key = make_actor_key(texts[first.name], first.kind, texts[first.code]);
  const auto [country, count] = countries.winner();
  if (count * 3 >= countries.total() * 2) profile.country = country;
}

std::uint32_t ActorTable::find(ActorId id) const {
  const auto at = std::ranges::lower_bound(profiles, id, {}, &ActorProfile::id);
  const auto index = static_cast<std::uint32_t>(at - profiles.begin());
  return at != profiles.end() && at->id == id ? index : static_cast<std::uint32_t>(profiles.size());
}

ActorClasses::ActorClasses(const std::vector<ActorProfile>& profiles,
                           std::vector<std::pair<std::uint32_t, std::uint32_t>> splits)
    : profiles_(profiles), splits_(std::move(splits)), parent_(profiles.size()) {
  std::iota(parent_.begin(), parent_.end(), 0U);
  country_.reserve(profiles.size());
  class_.reserve(profiles.size());
  for (const ActorProfile& profile : profiles) {
    country_.push_back(profile.country);
    class_.push_back(class_of(profile.kind));
  }
}

std::uint32_t ActorClasses::root_of(std::uint32_t profile) const {
  while (parent_[profile] != profile) {
    parent_[profile] = parent_[parent_[profile]];
    profile = parent_[profile];
  }
  return profile;
}

bool ActorClasses::is_split(std::uint32_t a, std::uint32_t b) const {
  return std::ranges::any_of(splits_, [&](const auto& split) {
    const std::uint32_t one = root_of(split.first);
    const std::uint32_t other = root_of(split.second);
    return (one == a && other == b) || (one == b && other == a);
  });
}

std::string ActorClasses::obstacle(std::uint32_t a, std::uint32_t b) const {
  a = root_of(a);
  b = root_of(b);
  if (is_split(a, b)) return "split by a user";
  if (!may_be_one(class_[a], class_[b])) {
    const auto [first, second] = std::minmax({words_for(class_[a]), words_for(class_[b])});
    return std::string(first) + " and " + std::string(second);
  }
  if (!country_[a].empty() && !country_[b].empty() && country_[a] != country_[b]) {
    const auto [first, second] = std::minmax({country_[a], country_[b]});
    return "of " + first + " and of " + second;
  }
  return {};
}

bool ActorClasses::join(std::uint32_t a, std::uint32_t b, Reason reason) {
  a = root_of(a);
  b = root_of(b);
  const auto rank = [&](std::uint32_t i) { return std::tuple(-std::ssize(profiles_[i].documents), i); };
  return rank(a) < rank(b) ? join_into(b, a, std::move(reason)) : join_into(a, b, std::move(reason));
}

bool ActorClasses::join_into(std::uint32_t from, std::uint32_t into, Reason reason) {
  from = root_of(from);
  into = root_of(into);
  if (from == into) return false;
  if (std::string why = obstacle(from, into); !why.empty() && reason.reason != LinkReason::Corrected) {
    refuse(from, into, reason.reason, std::move(why));
    return false;
  }
  parent_[from] = into;
  if (country_[into].empty()) country_[into] = country_[from];
  if (class_[into] == NameClass::Other) class_[into] = class_[from];
  reasons_.emplace(from, std::move(reason));
  return true;
}

void ActorClasses::refuse(std::uint32_t a, std::uint32_t b, LinkReason reason, std::string obstacle) {
  refusals_.push_back({a, b, reason, std::move(obstacle)});
}

std::vector<ActorLink> ActorClasses::links() const {
  std::vector<ActorLink> made;
  made.reserve(reasons_.size());
  for (std::uint32_t from = 0; from < profiles_.size(); ++from) {
    const std::uint32_t into = root_of(from);
    if (into == from) continue;
    const Reason& why = reasons_.at(from);
    made.push_back({profiles_[from].id, std::string(profiles_[from].name), profiles_[into].id,
                    std::string(profiles_[into].name), why.reason, why.detail, why.strength});
  }
  std::ranges::sort(made, {}, [](const ActorLink& link) { return std::tuple(link.into, link.from); });
  return made;
}

std::vector<RefusedLink> ActorClasses::refusals() const {
  std::vector<RefusedLink> made;
  for (const Refusal& refusal : refusals_) {
    const auto [from, into] = std::minmax({root_of(refusal.a), root_of(refusal.b)});
    if (from == into) continue;
    made.push_back({profiles_[from].id, std::string(profiles_[from].name), profiles_[into].id,
                    std::string(profiles_[into].name), refusal.reason, refusal.obstacle});
  }
  const auto key = [](const RefusedLink& link) {
    return std::tuple(link.from, link.into, link.reason, std::string_view(link.obstacle));
  };
  std::ranges::sort(made, {}, key);
  const auto same_pair = [](const RefusedLink& x, const RefusedLink& y) {
    return x.from == y.from && x.into == y.into;
  };
  made.erase(std::unique(made.begin(), made.end(), same_pair), made.end());
  return made;
}

}  // namespace actorgraph
