#include "extract/claim_times.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "extract/clause.hpp"
#include "extract/time_value.hpp"
#include "extract/word_list.hpp"

namespace actorgraph {
namespace {

bool says_when(const TimeExpression& time) {
  const TimeType type = time.reference.type;
  return type == TimeType::Calendar || type == TimeType::Clock;
}

// Verbs whose object is what their subject does: the object's time is theirs.
bool is_doing(std::string_view lemma) {
  constexpr std::array<std::string_view, 18> kDoing = {
      "be behind", "carry out", "commit", "conduct", "execute", "hold",   "host",       "launch", "lead",
      "make",      "mount",     "open",   "perform", "stage",   "suffer", "perpetrate", "wage",   "plan"};
  return contains(kDoing, lemma);
}

// Verbs of harm: "in" an event it comes to pass.
bool is_harm(std::string_view lemma) {
  constexpr std::array<std::string_view, 14> kHarm = {"burn", "damage", "destroy", "die",  "displace",
                                                      "hit",  "hurt",   "injure",  "kill", "lose",
                                                      "maim", "perish", "shatter", "wound"};
  return contains(kHarm, lemma);
}

// Participles that tell how the deed around them is done, not what was before it: "shells aimed at the camp".
bool is_manner(std::string_view lemma) {
  constexpr std::array<std::string_view, 16> kManner = {
      "accompany", "aim",   "arm",   "back",  "carry out", "direct", "dress", "drive",
      "escort",    "flank", "guard", "guide", "lead",      "pack",   "point", "target"};
  return contains(kManner, lemma);
}

bool is_static(Construction construction) {
  switch (construction) {
    case Construction::Copula:
    case Construction::Apposition:
    case Construction::Title:
    case Construction::Compound:
    case Construction::Inclusion:
      return true;
    default:
      return false;
  }
}

// The unit of the calendar at the bound of "since July", "until 2020".
TimeReference close_interval(TimeReference time) {
  DateInterval& interval = time.interval;
  if (interval.start.has_value() == interval.end.has_value()) return time;
  const Date known = interval.start ? *interval.start : *interval.end;
  interval = unit_around(known, interval.precision);
  time.value = iso_value(interval);
  return time;
}

class Finder {
 public:
  Finder(const SentenceView& view, const std::vector<std::vector<Oblique>>& obliques,
         const EventDates& events)
      : view_(view), tree_(view.tree), obliques_(obliques), events_(events) {}

  // The time that a noun carries: "a strike on Jan. 1", "a Jan. 3 strike".
  const TimeExpression* of_noun(std::uint32_t noun) const {
    for (const TimeExpression& time : view_.times) {
      if (says_when(time) && tree_[head_of_range(tree_.sentence(), time.tokens)].head == noun) return &time;
    }
    return nullptr;
  }

  bool is_event(std::uint32_t noun) const {
    return tree_[noun].upos == Upos::Noun && view_.lexicon.find_event_noun(lemma_of(tree_[noun])) != nullptr;
  }

  // "the rebels in the past month struck", "a wave of blasts this spring killed": what stands between
  // subject and verb is said of the verb, or of the event which the subject is.
  const TimeExpression* between(std::uint32_t subject, std::uint32_t verb) const {
    const TokenRange phrase = tree_.subtree(subject);
    for (const TimeExpression& time : view_.times) {
      if (!says_when(time) || time.tokens.begin < subject || time.tokens.end > std::min(phrase.end, verb))
        continue;
      const std::uint32_t head = head_of_range(tree_.sentence(), time.tokens);
      const Deprel relation = tree_[head].deprel;
      const bool bare = relation == Deprel::NmodUnmarked || relation == Deprel::OblUnmarked;
      bool event = false;
      std::uint32_t at = tree_[head].head;
      while (at != subject && at != kRootHead && universal(tree_[at].deprel) == Deprel::Nmod) {
        event = event || is_event(at);
        at = tree_[at].head;
      }
      if (at == subject && (bare || event || time.tokens.end == phrase.end)) return &time;
    }
    return nullptr;
  }

  struct Found {
    TimeReference time;
    std::string reason;

    Found(const TimeExpression* expression, std::string why)
        : time(expression->reference), reason(std::move(why)) {}
  };

  // What a clause says of when beside its own phrases.
  std::optional<Found> within(std::uint32_t clause) const {
    const Clause& own = view_.clauses[clause];
    // "After three days of clashes the town fell"
    for (const Oblique& oblique : obliques_[clause]) {
      if (oblique.preposition != "after") continue;
      for (const TimeExpression& time : view_.times) {
        if (!time.elapsed || !time.tokens.contains(oblique.tok)) continue;
        Found found{&time, "counted from what the text told before"};
        found.time.interval = *time.elapsed;
        found.time.type = TimeType::Calendar;
        found.time.value = iso_value(*time.elapsed);
        return found;
      }
    }
    // "wounded in Saturday's clash", "met at a summit in March"
    for (const Oblique& oblique : obliques_[clause]) {
      const std::string& word = oblique.preposition;
      if (word != "in" && word != "at" && word != "during" && word != "for") continue;
      const TimeExpression* time = of_noun(oblique.tok);
      const bool event = is_event(oblique.tok) || tree_.name_of(oblique.tok) ||
                         view_.lexicon.is_speech_noun(lemma_of(tree_[oblique.tok]));
      if (time != nullptr && event) return Found{time, "of the " + lemma_of(tree_[oblique.tok])};
    }
    // "wounded more than 30 others Tuesday", "rose to 700 dollars in 2005": bound to a noun that has no time.
    for (const TimeExpression& time : view_.times) {
      if (!says_when(time) || time.tokens.begin < own.head) continue;
      const std::uint32_t head = head_of_range(tree_.sentence(), time.tokens);
      const Deprel relation = tree_[head].deprel;
      const std::uint32_t noun = tree_[head].head;
      if (noun == kRootHead || noun == own.head || head < noun) continue;
      const bool bare = relation == Deprel::NmodUnmarked || relation == Deprel::OblUnmarked;
      if (tree_[noun].upos == Upos::Adv || tree_[noun].upos == Upos::Adp || tree_[noun].upos == Upos::Verb)
        continue;
      const bool number = tree_[noun].upos == Upos::Num || tree_[noun].upos == Upos::Sym;
      if (!(bare && !is_event(noun)) && !(number && relation == Deprel::Nmod)) continue;
      std::uint32_t at = noun;
      while (at != kRootHead && at != own.head && view_.clause_of[at] == clause) at = tree_[at].head;
      if (at == own.head) return Found{&time, "behind \"" + tree_[noun].form + '"'};
    }
    // "Speaking on Sunday, Lind told ...", "killed four and wounded nine on Monday"
    for (std::uint32_t i = 0; i < view_.clauses.size(); ++i) {
      const Clause& below = view_.clauses[i];
      if (below.parent != clause || below.own_subject) continue;
      const bool before =
          below.link == Deprel::Advcl && below.head < own.head && tree_[below.head].xpos == Xpos::Vbg;
      const bool joined = below.link == Deprel::Conj && is_saying(below) == is_saying(own);
      if (!before && !joined) continue;
      const TimeExpression* time = of_clause(i);
      if (time != nullptr && (before || time->tokens.begin > below.head))
        return Found{time, "of \"" + below.verb + "\" beside it"};
    }
    return std::nullopt;
  }

  // What the clause itself says of when.
  const TimeExpression* of_clause(std::uint32_t clause) const {
    for (const Oblique& oblique : obliques_[clause]) {
      if (oblique.role != Role::Time) continue;
      for (const TimeExpression& time : view_.times) {
        if (says_when(time) && time.tokens.contains(oblique.tok)) return &time;
      }
    }
    return nullptr;
  }

  // When what stands around a clause happened, where the clause goes on meanwhile.
  std::optional<Found> around(std::uint32_t clause, int levels = 3) const {
    const Clause& below = view_.clauses[clause];
    if (below.parent == kNoClause || levels == 0) return std::nullopt;
    const Clause& above = view_.clauses[below.parent];
    const bool said = is_saying(above);
    if (const TimeExpression* time = before_when(below)) return Found{time, "before \"when\""};
    switch (below.link) {
      case Deprel::Conj:  // "raised concerns on Monday and urged him"
        if (below.own_subject && is_relative(above) && has_word(below, "where"))
          return at_place(tree_[above.head].head);
        if (below.own_subject || (said && !is_saying(below))) return std::nullopt;
        return of_clause_or_around(below.parent, "of \"" + above.verb + "\", joined to it", levels - 1);
      case Deprel::Acl: {  // "bombings targeting a hospital"
        const std::uint32_t noun = tree_[below.head].head;
        if (noun == kRootHead) return std::nullopt;
        if (tree_[below.head].xpos == Xpos::Vbg ? !is_event(noun) : !is_manner(below.verb))
          return std::nullopt;
        if (const TimeExpression* time = of_noun(noun)) return Found{time, "of the " + lemma_of(tree_[noun])};
        return said ? std::nullopt : of_clause_or_around(below.parent, "of the clause around it", levels - 1);
      }
      case Deprel::Xcomp:  // "in May the house began to rule"
        return of_clause_or_around(below.parent, "of \"" + above.verb + "\" above", levels - 1);
      case Deprel::Advcl:  // "rioted on Monday when police came"
        if (!has_word(below, "when") && !has_word(below, "while")) return std::nullopt;
        return said ? std::nullopt : of_clause_or_around(below.parent, "of the clause around it", levels - 1);
      case Deprel::AdvclRelcl:
      case Deprel::AclRelcl: {  // "the attacks on Monday in which nine were killed", "since July, when ..."
        const std::uint32_t noun = tree_[below.head].head;
        if (noun == kRootHead) return std::nullopt;
        return has_word(below, "where") ? at_place(noun) : of_event(noun, levels);
      }
      default:
        return std::nullopt;
    }
  }

  // "the attack", dated before and told from no other by its words.
  const TimeReference* of_known(std::uint32_t noun) const {
    if (!is_event(noun) || tree_[noun].xpos != Xpos::Nn) return nullptr;
    bool definite = false;
    for (const std::uint32_t child : tree_.children(noun)) {
      const Token& word = tree_[child];
      const std::string form = lower_form(word);
      const bool article = word.deprel == Deprel::Det && (form == "the" || form == "this" || form == "that");
      if (!article && word.deprel != Deprel::Case && word.deprel != Deprel::Punct) return nullptr;
      definite = definite || article;
    }
    return definite ? events_.find(tree_[noun]) : nullptr;
  }

  // When the deeds happened that a noun names among others: "carried out 10 raids, including strikes on ...".
  std::optional<Found> of_whole(std::uint32_t part) const {
    const std::string word = preposition_of(tree_, part);
    const std::uint32_t clause = view_.clause_of[part];
    if ((word != "including" && word != "such as" && word != "among them") || clause == kNoClause)
      return std::nullopt;
    const Clause& around = view_.clauses[clause];
    if (!is_doing(around.verb)) return std::nullopt;
    for (const Filler& subject : around.subjects) {
      const TimeExpression* time = between(subject.tok, around.head);
      if (time != nullptr) return Found{time, "of \"" + around.verb + "\" above"};
    }
    return std::nullopt;
  }

 private:
  // When the event happened that a clause is said of: "the attacks on Monday in which nine were killed"; or
  // what happened in it: "nine were killed on Monday in blasts that hit a school".
  std::optional<Found> of_event(std::uint32_t noun, int levels) const {
    if (!is_event(noun)) return std::nullopt;
    if (const TimeExpression* time = of_noun(noun)) return Found{time, "of the " + lemma_of(tree_[noun])};
    const std::uint32_t clause = view_.clause_of[noun];
    if (clause == kNoClause || tree_[noun].head != view_.clauses[clause].head) return std::nullopt;
    const std::string word = preposition_of(tree_, noun);
    if ((word != "in" && word != "during" && word != "by") || !is_harm(view_.clauses[clause].verb))
      return std::nullopt;
    return of_clause_or_around(clause, "of the clause around it", levels - 1);
  }

  // "the attack on Monday in Zenda, where nine died": of the event at the place of which a clause is said.
  std::optional<Found> at_place(std::uint32_t place) const {
    std::uint32_t at = place;
    while (at != kRootHead && !is_event(at) &&
           (universal(tree_[at].deprel) == Deprel::Nmod || tree_[at].deprel == Deprel::Conj))
      at = tree_[at].head;
    if (at != kRootHead && universal(tree_[at].deprel) == Deprel::Obl &&
        is_judgement(lemma_of(tree_[tree_[at].head])))
      at = tree_.find_child(tree_[at].head, {Deprel::Obj}).value_or(at);
    if (at == kRootHead || !is_event(at)) return std::nullopt;
    const TimeExpression* time = of_noun(at);
    return time == nullptr ? std::nullopt : std::optional(Found{time, "of the " + lemma_of(tree_[at])});
  }

  static bool is_relative(const Clause& clause) {
    return clause.link == Deprel::AclRelcl || clause.link == Deprel::AdvclRelcl;
  }

  bool has_word(const Clause& clause, std::string_view form) const {
    for (const std::uint32_t child : tree_.children(clause.head)) {
      const Deprel relation = tree_[child].deprel;
      if ((relation == Deprel::Mark || relation == Deprel::Advmod) && lower_form(tree_[child]) == form)
        return true;
    }
    return false;
  }

  // "since July, when he fell", "the day when"
  const TimeExpression* before_when(const Clause& clause) const {
    std::optional<std::uint32_t> when;
    for (const std::uint32_t child : tree_.children(clause.head)) {
      if (lower_form(tree_[child]) == "when") when = child;
    }
    if (!when || *when == 0) return nullptr;
    const std::uint32_t end = tree_[*when - 1].form == "," ? *when - 1 : *when;
    for (const TimeExpression& time : view_.times) {
      if (says_when(time) && time.tokens.end == end) return &time;
    }
    return nullptr;
  }

  std::optional<Found> of_clause_or_around(std::uint32_t clause, std::string reason, int levels) const {
    if (const TimeExpression* time = of_clause(clause)) return Found{time, std::move(reason)};
    return around(clause, levels);
  }

  bool is_saying(const Clause& clause) const { return speaks_of_other_times(view_.lexicon, clause.verb); }

  const SentenceView& view_;
  const DependencyTree& tree_;
  const std::vector<std::vector<Oblique>>& obliques_;
  const EventDates& events_;
};

}  // namespace

bool is_judgement(std::string_view verb) {
  constexpr std::array<std::string_view, 18> kJudging = {
      "applaud",  "blame",   "commemorate", "condemn", "criticise", "criticize",
      "denounce", "deplore", "discuss",     "honor",   "honour",    "investigate",
      "recall",   "mark",    "mourn",       "praise",  "protest",   "welcome"};
  return contains(kJudging, verb);
}

bool speaks_of_other_times(const Lexicon& lexicon, std::string_view verb) {
  return lexicon.find_speech_verb(verb) || is_judgement(verb);
}

std::optional<TimeExpression> find_time(const SentenceView& view, std::uint32_t tok) {
  for (const TimeExpression& time : view.times) {
    if (time.tokens.contains(tok)) return time;
  }
  const TokenRange range = view.tree.subtree(tok);
  for (const TimeExpression& time : view.times) {
    if (range.contains(time.tokens.begin)) return time;
  }
  return std::nullopt;
}

bool is_better_time(const TimeReference& time, const std::optional<TimeReference>& other) {
  const auto rank = [](const TimeReference& reference) {
    const bool when = reference.type == TimeType::Calendar || reference.type == TimeType::Clock;
    const bool known = reference.interval.start || reference.interval.end;
    return when ? (known ? 2 : 1) : 0;
  };
  return !other || rank(time) > rank(*other);
}

std::optional<InferredTime> infer_time(const SentenceView& view,
                                       const std::vector<std::vector<Oblique>>& obliques,
                                       const EventDates& events, const Proposition& fact,
                                       std::optional<std::uint32_t> subject,
                                       std::optional<std::uint32_t> object) {
  const Finder find(view, obliques, events);
  const auto of = [](TimeReference time, std::string reason) {
    return InferredTime{std::move(time), "time: " + std::move(reason)};
  };
  if (object && find.is_event(*object) && is_doing(fact.lemma)) {
    if (const auto* time = find.of_noun(*object))
      return of(time->reference, "of the " + lemma_of(view.tree[*object]));
  }
  if (is_static(fact.construction)) return std::nullopt;
  if (subject && find.is_event(*subject)) {
    if (const auto* time = find.of_noun(*subject))
      return of(time->reference, "of the " + lemma_of(view.tree[*subject]));
  }
  if (fact.clause != kNoClause) {
    const Clause& clause = view.clauses[fact.clause];
    if (subject) {
      if (const auto* time = find.between(*subject, clause.head))
        return of(time->reference, "between subject and verb");
    }
    if (auto found = find.within(fact.clause)) return of(std::move(found->time), std::move(found->reason));
    if (auto found = find.around(fact.clause)) {
      InferredTime inferred = of(std::move(found->time), std::move(found->reason));
      // "since July, when he fell": he fell in July.
      if (inferred.reason == "time: before \"when\"")
        inferred.time = close_interval(std::move(inferred.time));
      return inferred;
    }
  }
  const auto known = [&](std::optional<std::uint32_t> tok) -> std::optional<InferredTime> {
    if (!tok) return std::nullopt;
    const TimeReference* time = find.of_known(*tok);
    if (time == nullptr) return std::nullopt;
    return InferredTime{*time, "time: of the " + lemma_of(view.tree[*tok]) + ", dated before"};
  };
  if (fact.event != kNoClause) {
    if (auto found = find.of_whole(fact.event)) return of(std::move(found->time), std::move(found->reason));
    return known(fact.event);
  }
  return known(subject);
}

}  // namespace actorgraph
