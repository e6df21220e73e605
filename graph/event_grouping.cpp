#include "graph/event_grouping.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <tuple>
#include <utility>

#include "graph/event_agreement.hpp"
#include "graph/threads.hpp"

namespace actorgraph {
namespace {

/// A claim is compared with so many groups of its story and act; more make a story too wide to tell apart.
constexpr std::size_t kGroupsCompared = 512;
/// Of a group so many claims are looked at for one of the same document.
constexpr std::size_t kMembersCompared = 64;
/// Across stories, times that are wider say too little to make two facts one.
constexpr std::int32_t kNearDays = 7;

/// In one story dates are told a day off: "on Tuesday" is read from the day of another time zone, or of
/// print.
constexpr std::int32_t kSlackDays = 1;

class Grouping {
 public:
  Grouping(EventTables& tables, const RelationClasses& classes)
      : tables_(tables), classes_(classes), agreement_(tables) {}

  void run() {
    number_classes();
    group_stories();
    merge_types();
    merge_facts();
    for (EventRow& row : tables_.rows) {
      const EventGroup& group = groups_[root(row.group)];
      row.group = group.first_row;
    }
    // The smallest claim of a group gives it its name.
    std::vector<std::uint32_t> smallest(tables_.rows.size(), static_cast<std::uint32_t>(tables_.rows.size()));
    for (std::uint32_t i = 0; i < tables_.rows.size(); ++i) {
      std::uint32_t& known = smallest[tables_.rows[i].group];
      known = std::min(known, i);
    }
    for (EventRow& row : tables_.rows) row.group = smallest[row.group];
  }

 private:
  void number_classes() {
    const std::size_t count = tables_.texts.size();
    class_of_.assign(count, 0);
    kinds_.assign(count, RelationKind::Act);
    std::vector<bool> is_lemma(count);
    for (const EventRow& row : tables_.rows) is_lemma[row.lemma] = true;
    for (std::uint32_t lemma = 0; lemma < count; ++lemma) {
      if (!is_lemma[lemma]) continue;
      const RelationClass found = classes_.find(tables_.texts[lemma]);
      class_of_[lemma] = tables_.texts.add(found.name);
      kinds_[lemma] = found.kind;
    }
  }

  [[nodiscard]] std::uint32_t root(std::uint32_t group) const {
    while (groups_[group].into != group) group = groups_[group].into;
    return group;
  }

  [[nodiscard]] EventGroup make_group(std::uint32_t at) const {
    const EventRow& row = tables_.rows[at];
    const EventDocumentRow& document = tables_.documents[row.document];
    EventGroup group;
    group.story = document.story;
    group.type = row.type;
    group.cls = class_of_[row.lemma];
    group.source = row.source;
    group.target = row.target;
    group.kind = kinds_[row.lemma];
    if (group.kind == RelationKind::Mutual && group.target != 0 &&
        tables_.actors[group.target] < tables_.actors[group.source]) {
      std::swap(group.source, group.target);
    }
    group.begin = row.begin == kOpenBegin ? kOpenBegin : row.begin - kSlackDays;
    group.end = row.end == kOpenEnd ? kOpenEnd : row.end + kSlackDays;
    if (document.published != kOpenBegin) group.published = document.published;
    group.place = tables_.places[row.place];
    group.first_row = at;
    group.size = 1;
    return group;
  }

  /// Smaller is more exact: parties that are named, then the length of the time. Of equal claims the one with
  /// the smaller id goes first.
  [[nodiscard]] std::uint32_t vagueness(const EventRow& row) const {
    std::uint32_t vague = 0;
    for (const std::uint32_t party : {row.target, row.source}) {
      vague = vague * 3 + (party == 0 ? 2U : tables_.is_named(party) ? 0U : 1U);
    }
    constexpr std::uint32_t kWidest = 0xFFFF;
    std::uint32_t width = kWidest;
    if (row.begin != kOpenBegin && row.end != kOpenEnd) {
      width = static_cast<std::uint32_t>(
          std::clamp<std::int64_t>(std::int64_t{row.end} - row.begin, 0, kWidest - 1));
    }
    return vague << 16U | width;
  }

  /// Claims of one story and one class of relations.
  void group_stories() {
    struct Key {
      std::uint64_t block;
      std::uint32_t vagueness;
      std::uint32_t row;
      auto operator<=>(const Key&) const = default;
    };
    std::vector<Key> keys;
    keys.reserve(tables_.rows.size());
    for (std::uint32_t i = 0; i < tables_.rows.size(); ++i) {
      const EventRow& row = tables_.rows[i];
      const std::uint64_t story = tables_.documents[row.document].story;
      keys.push_back({story << 32U | class_of_[row.lemma], vagueness(row), i});
    }
    sort_in_threads(keys);
    next_in_group_.resize(tables_.rows.size());
    for (std::uint32_t i = 0; i < next_in_group_.size(); ++i) next_in_group_[i] = i;
    std::vector<std::size_t> blocks;  // where each begins
    for (std::size_t i = 0; i < keys.size(); ++i) {
      if (i == 0 || keys[i].block != keys[i - 1].block) blocks.push_back(i);
    }
    blocks.push_back(keys.size());
    std::vector<std::vector<EventGroup>> found(count_parts(blocks.size() - 1));
    for_each_part(blocks.size() - 1, [&](std::size_t part, std::size_t begin, std::size_t end) {
      for (std::size_t block = begin; block < end; ++block) {
        const std::size_t first_group = found[part].size();
        for (std::size_t i = blocks[block]; i < blocks[block + 1]; ++i)
          place(keys[i].row, found[part], first_group);
      }
    });
    for (std::vector<EventGroup>& groups : found) take(std::move(groups));
  }

  /// Numbers the groups of one part behind those that there are.
  void take(std::vector<EventGroup> groups) {
    const auto offset = static_cast<std::uint32_t>(groups_.size());
    for (EventGroup& group : groups) {
      std::uint32_t at = group.first_row;
      do {
        tables_.rows[at].group += offset;
        at = next_in_group_[at];
      } while (at != group.first_row);
      group.into += offset;
      groups_.push_back(group);
    }
  }

  /// Adds a claim to the group of its block that it agrees with best, else to one of its own.
  void place(std::uint32_t at, std::vector<EventGroup>& groups, std::size_t first_group) {
    EventRow& row = tables_.rows[at];
    EventGroup single = make_group(at);
    std::size_t best = groups.size();
    Agreement best_agreement;
    const std::size_t end = std::min(groups.size(), first_group + kGroupsCompared);
    for (std::size_t i = first_group; i < end; ++i) {
      const std::optional<Agreement> agreement = agreement_.compare(groups[i], single);
      if (!agreement || tells_apart(groups[i], row)) continue;
      const bool better = best == groups.size() || agreement->score > best_agreement.score ||
                          (agreement->score == best_agreement.score && groups[i].size > groups[best].size);
      if (better) {
        best = i;
        best_agreement = *agreement;
      }
    }
    row.group = static_cast<std::uint32_t>(best);
    if (best == groups.size()) {
      single.into = row.group;
      groups.push_back(single);
      return;
    }
    EventGroup& group = groups[best];
    next_in_group_[at] = next_in_group_[group.first_row];
    next_in_group_[group.first_row] = at;
    const EventRow& first = tables_.rows[group.first_row];
    const EventDocumentRow& here = tables_.documents[row.document];
    const EventDocumentRow& there = tables_.documents[first.document];
    row.reason = best_agreement.reason;
    if (row.document != first.document && here.source_group == there.source_group &&
        row.lemma == first.lemma) {
      row.reason = EventReason::SameReport;
    }
    agreement_.take_in(group, single);
  }

  /// Whether the author of the claim tells it apart from one of the group.
  [[nodiscard]] bool tells_apart(const EventGroup& group, const EventRow& row) const {
    if (!tables_.is_party[row.target] && row.size == 0) return false;
    std::uint32_t at = group.first_row;
    for (std::size_t seen = 0; seen < kMembersCompared; ++seen) {
      if (agreement_.tells_apart(tables_.rows[at], row)) return true;
      at = next_in_group_[at];
      if (at == group.first_row) break;
    }
    return false;
  }

  /// Joins `from` to `into`, which goes before it.
  void join(std::uint32_t into, std::uint32_t from, EventReason reason) {
    agreement_.take_in(groups_[into], groups_[from]);
    groups_[from].into = into;
    tables_.rows[groups_[from].first_row].reason = reason;
  }

  /// Goes through groups of one key, each of which joins the first before it that agrees.
  template <class Agree>
  void merge_block(std::span<const std::uint32_t> block, EventReason reason, Agree agree) {
    std::vector<std::uint32_t> heads;
    for (const std::uint32_t at : block) {
      const auto head =
          std::ranges::find_if(heads, [&](std::uint32_t h) { return agree(groups_[h], groups_[at]); });
      if (head != heads.end()) {
        join(*head, at, reason);
      } else if (heads.size() < kGroupsCompared) {
        heads.push_back(at);
      }
    }
  }

  template <class Key, class Agree>
  void merge_by(std::vector<std::uint32_t> chosen, Key key, EventReason reason, Agree agree) {
    std::ranges::sort(chosen, [&](std::uint32_t a, std::uint32_t b) {
      const EventGroup& x = groups_[a];
      const EventGroup& y = groups_[b];
      return std::tuple(key(x), x.begin, x.end, x.first_row) <
             std::tuple(key(y), y.begin, y.end, y.first_row);
    });
    for (std::size_t begin = 0, end = 0; begin < chosen.size(); begin = end) {
      while (end < chosen.size() && key(groups_[chosen[end]]) == key(groups_[chosen[begin]])) ++end;
      merge_block(std::span(chosen).subspan(begin, end - begin), reason, agree);
    }
  }

  /// Groups of one story, type and target in different words.
  void merge_types() {
    std::vector<std::uint32_t> chosen;
    for (std::uint32_t i = 0; i < groups_.size(); ++i) {
      if (groups_[i].into == i && groups_[i].type != 0 && groups_[i].target != 0) chosen.push_back(i);
    }
    merge_by(
        std::move(chosen),
        [](const EventGroup& group) { return std::tuple(group.story, group.type, group.target); },
        EventReason::SameType,
        [this](const EventGroup& a, const EventGroup& b) { return agreement_.compare(a, b).has_value(); });
  }

  /// The days of a group that are sure enough to be compared across stories.
  [[nodiscard]] static std::optional<std::pair<std::int32_t, std::int32_t>> days_of(const EventGroup& group) {
    if (group.begin != kOpenBegin && group.end != kOpenEnd) {
      const std::int32_t begin = group.begin + kSlackDays;
      const std::int32_t end = group.end - kSlackDays;
      return std::pair(std::min(begin, end), std::max(begin, end));
    }
    if (group.begin != kOpenBegin || group.end != kOpenEnd || group.published == kOpenEnd)
      return std::nullopt;
    return std::pair(group.published - 1, group.published);
  }

  /// Groups of different stories with the same named parties, act and day.
  void merge_facts() {
    std::vector<std::uint32_t> chosen;
    for (std::uint32_t i = 0; i < groups_.size(); ++i) {
      const EventGroup& group = groups_[i];
      if (group.into != i || group.source == 0 || group.target == 0) continue;
      if (!tables_.is_named(group.source) || !tables_.is_named(group.target)) continue;
      const auto days = days_of(group);
      if (days) chosen.push_back(i);
    }
    for (const std::uint32_t at : chosen) {
      EventGroup& group = groups_[at];
      std::tie(group.begin, group.end) = *days_of(group);
    }
    merge_by(
        std::move(chosen),
        [](const EventGroup& group) {
          return std::tuple(group.source, group.target, group.type, group.type == 0 ? group.cls : 0U);
        },
        EventReason::SameFact,
        [](const EventGroup& a, const EventGroup& b) {
          if (a.begin > b.end || b.begin > a.end || !EventAgreement::meet(a.place, b.place)) return false;
          const bool near = a.end - a.begin <= kNearDays && b.end - b.begin <= kNearDays;
          return near || (a.begin == b.begin && a.end == b.end);
        });
  }

  EventTables& tables_;
  const RelationClasses& classes_;
  EventAgreement agreement_;
  std::vector<std::uint32_t> class_of_;       // by lemma
  std::vector<RelationKind> kinds_;           // by lemma
  std::vector<std::uint32_t> next_in_group_;  // by row: a ring of the rows of one group
  std::vector<EventGroup> groups_;
};

std::optional<std::uint32_t> find_row(const std::vector<EventRow>& rows, ClaimId claim) {
  const auto at = std::ranges::lower_bound(rows, claim, {}, &EventRow::claim);
  if (at == rows.end() || at->claim != claim) return std::nullopt;
  return static_cast<std::uint32_t>(at - rows.begin());
}

}  // namespace

void group_claims(EventTables& tables, const RelationClasses& classes) {
  Grouping(tables, classes).run();
}

void correct_groups(EventTables& tables, std::span<const EventCorrection> corrections) {
  std::vector<EventRow>& rows = tables.rows;
  // A group is named by its smallest row; changed groups are named anew.
  const auto regroup = [&](auto belongs) {
    std::optional<std::uint32_t> name;
    for (std::uint32_t i = 0; i < rows.size(); ++i) {
      if (!belongs(i)) continue;
      if (!name) name = i;
      rows[i].group = *name;
    }
  };
  for (const EventCorrection& correction : corrections) {
    const auto one = find_row(rows, correction.one);
    const auto other = find_row(rows, correction.other);
    if (!one || !other) continue;
    const std::uint32_t kept = rows[*one].group;
    const std::uint32_t moved = rows[*other].group;
    if (correction.kind == EventCorrection::Kind::Join) {
      if (kept == moved) continue;
      rows[moved].reason = EventReason::Corrected;
      regroup([&](std::uint32_t i) { return rows[i].group == kept || rows[i].group == moved; });
      continue;
    }
    if (kept != moved) continue;
    // With `other` goes what its document and the copies of it say, unless `one` is of these too.
    const auto copies = [&](std::uint32_t i) { return tables.documents[rows[i].document].source_group; };
    const bool together = copies(*one) == copies(*other);
    std::vector<bool> leaves(rows.size());
    for (std::uint32_t i = 0; i < rows.size(); ++i) {
      leaves[i] = rows[i].group == kept && (together ? i == *other : copies(i) == copies(*other));
    }
    rows[*other].reason = EventReason::Corrected;
    regroup([&](std::uint32_t i) { return rows[i].group == kept && !leaves[i]; });
    regroup([&](std::uint32_t i) { return leaves[i]; });
  }
}

}  // namespace actorgraph
