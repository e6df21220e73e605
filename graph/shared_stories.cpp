#include "graph/shared_stories.hpp"

#include <algorithm>
#include <chrono>
#include <tuple>

namespace actorgraph {
namespace {

constexpr std::chrono::days kStoryDays{4};
constexpr std::size_t kMostDocuments = 200;
constexpr std::size_t kRareDocuments = 20;
// An actor of few documents weighs two, any other one.
constexpr std::size_t kWantedDated = 1;
constexpr std::size_t kWantedUndated = 2;

}  // namespace

SharedStories::SharedStories(const ActorTable& table, const ActorClasses& classes)
    : actors_(table.documents.size()), rare_(table.profiles.size()), ids_(table.documents) {
  const auto& profiles = table.profiles;
  std::vector<std::vector<std::uint32_t>> documents(profiles.size());
  for (std::uint32_t i = 0; i < profiles.size(); ++i) {
    const ActorProfile& profile = profiles[i];
    if (!profile.is_shared() || profile.kind == ActorKind::Country) continue;
    auto& all = documents[classes.root_of(i)];
    if (all.size() <= kMostDocuments)
      all.insert(all.end(), profile.documents.begin(), profile.documents.end());
  }
  for (std::uint32_t root = 0; root < documents.size(); ++root) {
    auto& all = documents[root];
    std::ranges::sort(all);
    all.erase(std::unique(all.begin(), all.end()), all.end());
    if (all.size() < 2 || all.size() > kMostDocuments) continue;
    rare_[root] = all.size() <= kRareDocuments;
    for (const std::uint32_t document : all) actors_[document].push_back(root);
  }
  for (const DocumentId id : table.documents) {
    const auto at = table.published.find(id);
    dates_.push_back(at == table.published.end() ? std::nullopt
                                                 : std::optional(std::chrono::sys_days(at->second)));
  }
}

void SharedStories::sort_by_date(std::vector<std::uint32_t>& documents) const {
  std::ranges::sort(documents, {}, [&](std::uint32_t i) { return std::tuple(dates_[i], ids_[i]); });
  documents.erase(std::unique(documents.begin(), documents.end()), documents.end());
}

bool SharedStories::are_one(std::uint32_t document, const std::vector<std::uint32_t>& others,
                            std::uint32_t actor, std::size_t most) const {
  const auto& date = dates_[document];
  const auto first = std::ranges::partition_point(others, [&](std::uint32_t i) { return !dates_[i]; });
  auto begin = others.begin();
  auto end = others.end();
  if (date) {
    // Those of its days, then those without a date.
    begin = std::lower_bound(first, others.end(), *date - kStoryDays,
                             [&](std::uint32_t i, std::chrono::sys_days day) { return *dates_[i] < day; });
    end = std::upper_bound(begin, others.end(), *date + kStoryDays,
                           [&](std::chrono::sys_days day, std::uint32_t i) { return day < *dates_[i]; });
  }
  std::size_t looks = 0;
  for (auto other = begin; other != end && looks < most; ++other, ++looks) {
    const bool dated = date && dates_[*other];
    if (share(document, *other, actor, dated ? kWantedDated : kWantedUndated)) return true;
  }
  for (auto other = others.begin(); date && other != first && looks < most; ++other, ++looks) {
    if (share(document, *other, actor, kWantedUndated)) return true;
  }
  return false;
}

bool SharedStories::share(std::uint32_t a, std::uint32_t b, std::uint32_t actor, std::size_t wanted) const {
  std::size_t weight = 0;
  for (auto x = actors_[a].begin(), y = actors_[b].begin(); x != actors_[a].end() && y != actors_[b].end();) {
    if (*x == *y && *x != actor) weight += rare_[*x] ? 2 : 1;
    if (weight >= wanted) return true;
    const bool left = *x <= *y;
    const bool right = *y <= *x;
    if (left) ++x;
    if (right) ++y;
  }
  return false;
}

}  // namespace actorgraph
