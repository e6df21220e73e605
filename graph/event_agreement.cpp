#include "graph/event_agreement.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "graph/document_words.hpp"
#include "graph/string_table.hpp"

namespace actorgraph {
namespace {

/// Country, region and city; what is narrower goes by too many names ("the prison", "a medical center").
constexpr std::size_t kTellingLevels = 3;

/// Reports of one event give numbers that differ by less: first and last tolls do, but not 2 and 400.
constexpr std::uint64_t kWidestRatio = 20;

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

}  // namespace

EventAgreement::EventAgreement(EventTables& tables)
    : tables_(tables), assault_(tables.texts.add("ASSAULT")), coerce_(tables.texts.add("COERCE")) {
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

EventAgreement::Parties EventAgreement::compare(std::uint32_t a, std::uint32_t b) const {
  if (a == 0 || b == 0) return Parties::Open;
  if (a == b) return Parties::Same;
  if (!tables_.is_named(a) && !tables_.is_named(b)) {
    return heads_[a] == heads_[b] ? Parties::Alike : Parties::Different;
  }
  if (!tables_.is_named(a) || !tables_.is_named(b)) return Parties::Open;
  return holds(a, b) || holds(b, a) || share_surname(a, b) ? Parties::Alike : Parties::Unlike;
}

/// Whether what is done to one target in one story is done by one side: reports that name others dispute
/// it.
bool EventAgreement::is_done_once(std::uint32_t type) const {
  return type == assault_ || type == coerce_;
}

/// Whether all words of the name of `b` are in that of `a`: "Hentzau Rovers" and "Rovers".
bool EventAgreement::holds(std::uint32_t a, std::uint32_t b) const {
  return std::ranges::includes(words_of(a), words_of(b));
}

/// Whether two names differ in what stands before the last word, but begin alike: "Fred Lind", "Frederick
/// A. Lind".
bool EventAgreement::share_surname(std::uint32_t a, std::uint32_t b) const {
  return last_words_[a] == last_words_[b] && first_letters_[a] == first_letters_[b] &&
         words_of(a).size() > 1 && words_of(b).size() > 1;
}

std::span<const std::uint32_t> EventAgreement::words_of(std::uint32_t actor) const {
  return std::span(words_).subspan(word_offsets_[actor], word_offsets_[actor + 1] - word_offsets_[actor]);
}

bool EventAgreement::meet(const EventPlace& a, const EventPlace& b) {
  for (std::size_t i = 0; i < kTellingLevels; ++i) {
    if (a.levels.at(i) != 0 && b.levels.at(i) != 0 && a.levels.at(i) != b.levels.at(i)) return false;
  }
  return true;
}

std::optional<Agreement> EventAgreement::compare(const EventGroup& a, const EventGroup& b) const {
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
  const bool all_told = a.source != 0 && b.source != 0 && a.target != 0 && b.target != 0;
  if (all_told && !once_by_one && sources == Parties::Open && targets == Parties::Open) return std::nullopt;
  Agreement agreement;
  if (targets == Parties::Same) agreement.score += 4;
  if (sources == Parties::Same) agreement.score += 4;
  if (agreement.score > 0) agreement.reason = EventReason::SameParties;
  if (sources == Parties::Unlike) {
    if (targets != Parties::Same || !once_by_one) return std::nullopt;
    agreement.reason = EventReason::SameVictim;
  }
  if ((a.begin != kOpenBegin || a.end != kOpenEnd) && a.begin == b.begin && a.end == b.end) ++agreement.score;
  if (a.place != EventPlace{} && a.place == b.place) ++agreement.score;
  return agreement;
}

/// A fuller name says more than a part of it, a name more than a description, that more than nothing.
void EventAgreement::take_party(std::uint32_t& known, std::uint32_t added) const {
  if (added == 0 || known == added) return;
  const bool fuller = tables_.is_named(added) && (!tables_.is_named(known) || holds(added, known));
  if (known == 0 || fuller) known = added;
}

void EventAgreement::take_in(EventGroup& group, const EventGroup& added) const {
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

bool EventAgreement::tells_apart(const EventRow& a, const EventRow& b) const {
  const bool one_author = a.document == b.document;
  if (one_author && a.target != b.target && tables_.is_party[a.target] && tables_.is_party[b.target] &&
      heads_[a.target] != heads_[b.target] && !tables_.is_named(a.target) && !tables_.is_named(b.target)) {
    return true;
  }
  const bool one_speaker = one_author && a.speaker == b.speaker;
  const auto differ = [&](const std::optional<std::uint32_t>& x, const std::optional<std::uint32_t>& y) {
    if (!x || !y || *x == *y) return false;
    const std::uint64_t least = std::max<std::uint64_t>(1, std::min(*x, *y));
    return one_speaker || std::max(*x, *y) > kWidestRatio * least;
  };
  const EventSize& x = tables_.sizes[a.size];
  const EventSize& y = tables_.sizes[b.size];
  return differ(x.dead, y.dead) || differ(x.injured, y.injured) || differ(x.arrested, y.arrested) ||
         differ(x.protesters, y.protesters);
}

}  // namespace actorgraph
