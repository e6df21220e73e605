#include "graph/event_grouping.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "graph/document_words.hpp"

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
/// Country, region and city; what is narrower goes by too many names ("the prison", "a medical center").
constexpr std::size_t kTellingLevels = 3;

/// The word that a description turns on, in the singular: "soldier" of "at least 23 soldiers of the army".
std::string head_word(std::string_view description) {
  constexpr auto kLinks =
      std::to_array<std::string_view>({"of", "in", "at", "on", "for", "from", "with", "to", "near", "by"});
  std::string head;
  bool is_over = false;
  for_each_word(description, [&](std::string_view word, WordKind) {
    is_over = is_over || (!head.empty() && std::ranges::find(kLinks, word) != kLinks.end());
    if (!is_over && word != "s") head = word;
  });
  if (head.size() > 3 && head.back() == 's') head.pop_back();
  return head;
}

/// How well a claim agrees with a group that it does not contradict.
struct Agreement {
  EventReason reason = EventReason::SameAct;
  int score = 0;
};

class Grouping {
 public:
  Grouping(EventTables& tables, const RelationClasses& classes) : tables_(tables), classes_(classes) {}

  void run() {
    number_classes();
    number_words();
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
    assault_ = tables_.texts.add("ASSAULT");
    coerce_ = tables_.texts.add("COERCE");
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

  /// Unlike where names differ; Different where descriptions do, which may still be of one; Open where one is
  /// not told, or one is a name and one a description.
  enum class Parties : std::uint8_t { Same, Unlike, Different, Open };

  [[nodiscard]] Parties compare(std::uint32_t a, std::uint32_t b) const {
    if (a == 0 || b == 0) return Parties::Open;
    if (a == b) return Parties::Same;
    if (!tables_.is_named(a) && !tables_.is_named(b)) {
      return heads_[a] == heads_[b] ? Parties::Open : Parties::Different;
    }
    if (!tables_.is_named(a) || !tables_.is_named(b)) return Parties::Open;
    return holds(a, b) || holds(b, a) || share_surname(a, b) ? Parties::Open : Parties::Unlike;
  }

  /// Whether what is done to one target in one story is done by one side: reports that name others dispute
  /// it.
  [[nodiscard]] bool is_done_once(std::uint32_t type) const { return type == assault_ || type == coerce_; }

  /// Whether all words of the name of `b` are in that of `a`: "Los Angeles Angels" and "Angels".
  [[nodiscard]] bool holds(std::uint32_t a, std::uint32_t b) const {
    return std::ranges::includes(words_of(a), words_of(b));
  }

  /// Whether two names differ in what stands before the last word, but begin alike: "Fred Lind", "Frederick
  /// A. Lind".
  [[nodiscard]] bool share_surname(std::uint32_t a, std::uint32_t b) const {
    return last_words_[a] == last_words_[b] && first_letters_[a] == first_letters_[b] &&
           words_of(a).size() > 1 && words_of(b).size() > 1;
  }

  [[nodiscard]] std::span<const std::uint32_t> words_of(std::uint32_t actor) const {
    return std::span(words_).subspan(word_offsets_[actor], word_offsets_[actor + 1] - word_offsets_[actor]);
  }

  void number_words() {
    StringTable seen;
    std::vector<std::uint32_t> words;
    for (std::uint32_t actor = 0; actor < tables_.actors.size(); ++actor) {
      word_offsets_.push_back(static_cast<std::uint32_t>(words_.size()));
      words.clear();
      for_each_word(tables_.texts[tables_.names[actor]],
                    [&](std::string_view word, WordKind) { words.push_back(seen.add(word)); });
      heads_.push_back(seen.add(head_word(tables_.texts[tables_.labels[actor]])));
      last_words_.push_back(words.empty() ? 0 : words.back());
      first_letters_.push_back(words.empty() ? '\0' : seen[words.front()].front());
      std::ranges::sort(words);
      words_.insert(words_.end(), words.begin(), words.end());
    }
    word_offsets_.push_back(static_cast<std::uint32_t>(words_.size()));
  }

  [[nodiscard]] static bool meet(const EventPlace& a, const EventPlace& b) {
    for (std::size_t i = 0; i < kTellingLevels; ++i) {
      if (a.levels.at(i) != 0 && b.levels.at(i) != 0 && a.levels.at(i) != b.levels.at(i)) return false;
    }
    return true;
  }

  /// Nothing where they contradict one another.
  [[nodiscard]] std::optional<Agreement> compare(const EventGroup& a, const EventGroup& b) const {
    const Parties targets = compare(a.target, b.target);
    const Parties sources = compare(a.source, b.source);
    // What befalls somebody but once needs no agreement on time and place.
    const bool once = a.kind == b.kind && ((a.kind == RelationKind::Once && sources == Parties::Same) ||
                                           (a.kind == RelationKind::OnceOf && targets == Parties::Same));
    if (!once && (a.begin > b.end || b.begin > a.end || !meet(a.place, b.place))) return std::nullopt;
    if (targets == Parties::Unlike && !(once && a.kind == RelationKind::Once)) return std::nullopt;
    // Each offers its own condolences, but one side attacks, though it goes by many descriptions.
    const bool once_by_one = is_done_once(a.type) && is_done_once(b.type);
    if (sources == Parties::Different && targets != Parties::Same && !once_by_one) return std::nullopt;
    if (sources == Parties::Different && targets == Parties::Different) return std::nullopt;
    Agreement agreement;
    if (targets == Parties::Same) agreement.score += 4;
    if (sources == Parties::Same) agreement.score += 4;
    if (agreement.score > 0) agreement.reason = EventReason::SameParties;
    if (sources == Parties::Unlike) {
      if (targets != Parties::Same || !once_by_one) return std::nullopt;
      agreement.reason = EventReason::SameVictim;
    }
    if ((a.begin != kOpenBegin || a.end != kOpenEnd) && a.begin == b.begin && a.end == b.end)
      ++agreement.score;
    if (a.place != EventPlace{} && a.place == b.place) ++agreement.score;
    return agreement;
  }

  /// A fuller name says more than a part of it, a name more than a description, that more than nothing.
  void take_party(std::uint32_t& known, std::uint32_t added) const {
    if (added == 0 || known == added) return;
    const bool fuller = tables_.is_named(added) && (!tables_.is_named(known) || holds(added, known));
    if (known == 0 || fuller) known = added;
  }

  void take_in(EventGroup& group, const EventGroup& added) const {
    take_party(group.source, added.source);
    take_party(group.target, added.target);
    if (group.begin <= added.end && added.begin <= group.end) {
      group.begin = std::max(group.begin, added.begin);
      group.end = std::min(group.end, added.end);
    }
    group.published = std::min(group.published, added.published);
    for (std::size_t i = 0; i < group.place.levels.size(); ++i) {
      if (group.place.levels[i] == 0) group.place.levels[i] = added.place.levels[i];
    }
    if (group.type == 0) group.type = added.type;
    group.size += added.size;
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
    std::ranges::sort(keys);
    next_in_group_.resize(tables_.rows.size());
    for (std::uint32_t i = 0; i < next_in_group_.size(); ++i) next_in_group_[i] = i;
    std::size_t block_begin = 0;
    for (std::size_t i = 0; i < keys.size(); ++i) {
      if (i == 0 || keys[i].block != keys[i - 1].block) block_begin = groups_.size();
      place(keys[i].row, block_begin);
    }
  }

  void place(std::uint32_t at, std::size_t block_begin) {
    EventRow& row = tables_.rows[at];
    EventGroup single = make_group(at);
    std::size_t best = groups_.size();
    Agreement best_agreement;
    const std::size_t end = std::min(groups_.size(), block_begin + kGroupsCompared);
    for (std::size_t i = block_begin; i < end; ++i) {
      const std::optional<Agreement> agreement = compare(groups_[i], single);
      if (!agreement || tells_apart(groups_[i], row)) continue;
      const bool better = best == groups_.size() || agreement->score > best_agreement.score ||
                          (agreement->score == best_agreement.score && groups_[i].size > groups_[best].size);
      if (better) {
        best = i;
        best_agreement = *agreement;
      }
    }
    row.group = static_cast<std::uint32_t>(best);
    if (best == groups_.size()) {
      single.into = row.group;
      groups_.push_back(single);
      return;
    }
    EventGroup& group = groups_[best];
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
    take_in(group, single);
  }

  /// Whether the claim's own document says the same of another target or with another number: what one author
  /// calls "four soldiers" and "a school" are two, and so are 23 dead and 40 dead by one speaker.
  [[nodiscard]] bool tells_apart(const EventGroup& group, const EventRow& row) const {
    if (!tables_.is_party[row.target] && row.size == 0) return false;
    std::uint32_t at = group.first_row;
    for (std::size_t seen = 0; seen < kMembersCompared; ++seen) {
      const EventRow& member = tables_.rows[at];
      if (member.document == row.document && (other_target(member, row) || other_numbers(member, row))) {
        return true;
      }
      at = next_in_group_[at];
      if (at == group.first_row) break;
    }
    return false;
  }

  [[nodiscard]] bool other_target(const EventRow& a, const EventRow& b) const {
    return a.target != b.target && tables_.is_party[a.target] && tables_.is_party[b.target] &&
           heads_[a.target] != heads_[b.target] && !tables_.is_named(a.target) && !tables_.is_named(b.target);
  }

  [[nodiscard]] bool other_numbers(const EventRow& a, const EventRow& b) const {
    const auto differ = [](const auto& x, const auto& y) { return x && y && *x != *y; };
    const EventSize& x = tables_.sizes[a.size];
    const EventSize& y = tables_.sizes[b.size];
    return a.speaker == b.speaker && (differ(x.dead, y.dead) || differ(x.injured, y.injured) ||
                                      differ(x.arrested, y.arrested) || differ(x.protesters, y.protesters));
  }

  /// Joins `from` to `into`, which goes before it.
  void join(std::uint32_t into, std::uint32_t from, EventReason reason) {
    take_in(groups_[into], groups_[from]);
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
        [this](const EventGroup& a, const EventGroup& b) { return compare(a, b).has_value(); });
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
          if (a.begin > b.end || b.begin > a.end || !meet(a.place, b.place)) return false;
          const bool near = a.end - a.begin <= kNearDays && b.end - b.begin <= kNearDays;
          return near || (a.begin == b.begin && a.end == b.end);
        });
  }

  EventTables& tables_;
  const RelationClasses& classes_;
  std::vector<std::uint32_t> class_of_;  // by lemma
  std::vector<RelationKind> kinds_;      // by lemma
  std::uint32_t assault_ = 0;
  std::uint32_t coerce_ = 0;
  std::vector<std::uint32_t> words_;         // of names, sorted
  std::vector<std::uint32_t> word_offsets_;  // by actor, as are the next three
  std::vector<std::uint32_t> heads_;
  std::vector<std::uint32_t> last_words_;
  std::vector<char> first_letters_;
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
