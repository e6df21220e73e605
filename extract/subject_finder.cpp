#include "extract/subject_finder.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "extract/mention_kind.hpp"
#include "extract/noun_phrase.hpp"
#include "extract/word_list.hpp"

namespace actorgraph {
namespace {

// Verbs whose phrase with "for" does what the infinitive says.
constexpr std::array<std::string_view, 8> kWaiting = {"appeal", "arrange", "call", "hope",
                                                      "plead",  "press",   "push", "wait"};

}  // namespace

// "a duet with Lind, which drew crowds", "aides of the ministry who left": which is no person, and who is
// one. Where the noun does not fit, the one above it is meant.
std::uint32_t SubjectFinder::fitting_noun(const Clause& clause) const {
  const std::uint32_t noun = tree_[clause.head].head;
  const std::uint32_t above = tree_[noun].head;
  if (tree_[noun].deprel != Deprel::Nmod || above == kRootHead || above > noun) return noun;
  // "those in Zenda facing rebels"
  if (clause.link == Deprel::Acl && tree_[clause.head].xpos == Xpos::Vbg &&
      !tree_.has_child(clause.head, {Deprel::Mark})) {
    const bool people = tree_[above].upos == Upos::Pron || tree_[above].upos == Upos::Det ||
                        (tree_[above].upos == Upos::Noun && may_act(tree_, above, world_));
    return people && tree_[noun].upos == Upos::Noun && !may_act(tree_, noun, world_) ? above : noun;
  }
  if (clause.link != Deprel::AclRelcl) return noun;
  if (tree_[above].upos != Upos::Noun && tree_[above].upos != Upos::Propn) return noun;
  const auto name = tree_.name_of(noun);
  if (!name) {  // "a man in the top position who would lead"
    const auto subject = tree_.find_child(clause.head, {Deprel::Nsubj, Deprel::NsubjPass});
    const bool who = subject && lower_form(tree_[*subject]) == "who";
    return who && !may_act(tree_, noun, world_) && may_act(tree_, above, world_) ? above : noun;
  }
  const bool person = tree_.sentence().names[*name].type == NameType::Person;
  for (const std::uint32_t child : tree_.children(clause.head)) {
    if (tree_[child].deprel != Deprel::Nsubj && tree_[child].deprel != Deprel::NsubjPass) continue;
    const std::string form = lower_form(tree_[child]);
    if ((form == "which" && person) || (form == "who" && !person && may_act(tree_, above, world_)))
      return above;
  }
  return noun;
}

Filler SubjectFinder::described_noun(const Clause& clause) const {
  const std::uint32_t noun = fitting_noun(clause);
  std::uint32_t last = noun;
  for (const std::uint32_t child : tree_.children(noun)) {
    if (tree_[child].deprel == Deprel::Conj) last = child;
  }
  // "Lind is a pilot who ...": what is said of the pilot is said of Lind.
  const std::uint32_t predicate = clause_of_[noun];
  if (predicate != kNoClause && last == noun) {
    const Clause& being = clauses_[predicate];
    if (being.kind == PredicateKind::Nominal && being.subjects.size() == 1 && !being.expletive &&
        (being.link == Deprel::Xcomp || tree_.has_child(noun, {Deprel::Cop})) &&
        tree_[being.subjects.front().tok].upos != Upos::Pron) {
      return being.subjects.front();
    }
  }
  // "Lind, a pilot who ...": said of Lind.
  const std::uint32_t above = tree_[noun].head;
  const auto name = tree_.name_of(noun);
  const bool named = name && tree_.sentence().names[*name].type != NameType::Norp;  // "Lind, a Dane who ..."
  if (tree_[noun].deprel == Deprel::Appos && above != kRootHead && above < noun && last == noun && !named &&
      tree_.name_of(above)) {
    return {above, Coordination::Single};
  }
  const bool shared = last < tree_.subtree(clause.head).begin && last != noun;
  return {noun, shared ? Coordination::Distributed : Coordination::Single};
}

void SubjectFinder::inherit(Clause& clause) const {
  if (clause.own_subject || !clause.subjects.empty()) return;
  if (clause.link == Deprel::AclRelcl || clause.link == Deprel::AdvclRelcl) {
    if (clause.link == Deprel::AclRelcl) clause.subjects = {described_noun(clause)};
    return;
  }
  if (clause.parent == kNoClause) return;
  const Clause& parent = clauses_[clause.parent];
  if (const auto who = named_doer(clause, parent)) {
    clause.subjects = {*who};
    return;
  }
  switch (clause.link) {
    case Deprel::Conj:
      if (goes_on_above(clause, parent)) {
        clause.subjects = clauses_[parent.parent].subjects;
        break;
      }
      clause.subjects = parent.subjects;
      clause.expletive = parent.expletive && parent.subjects.empty();
      break;
    case Deprel::Xcomp:
    case Deprel::Ccomp:
      clause.subjects = controller(clause, parent);
      break;
    case Deprel::Advcl: {
      // "Lind fell, the police say, breaking a leg": not the police.
      const bool aside = parent.link == Deprel::Parataxis && parent.parent != kNoClause &&
                         clause.head > parent.head && tree_[clause.head].xpos == Xpos::Vbg &&
                         lexicon_.find_speech_verb(parent.verb).has_value() &&
                         !tree_.has_child(clause.head, {Deprel::Mark});
      const bool cleft =
          parent.kind == PredicateKind::Nominal && parent.subjects.size() == 1 &&
          lower_form(tree_[parent.subjects.front().tok]) == "it";  // "in seeing them, it was he who"
      // "the meeting was held to end the war": no meeting ends it
      const bool aimless = !parent.subjects.empty() && parent.voice == Voice::Active &&
                           parent.objects.empty() && has_marker(tree_, clause, "to") &&
                           is_event(parent.subjects.front()) &&
                           !may_act(tree_, parent.subjects.front().tok, world_);
      if (!cleft && !aimless)
        clause.subjects = adverbial_controller(clause, aside ? clauses_[parent.parent] : parent);
      break;
    }
    case Deprel::Acl:
      clause.subjects = noun_controller(clause, parent);
      break;
    default:
      break;
  }
}

// "shows the crimes that they have committed and calls for help": a verb with an object of its own does not
// share the one that "that" stands for; it goes on with the clause above.
bool SubjectFinder::goes_on_above(const Clause& clause, const Clause& parent) const {
  if (parent.link != Deprel::AclRelcl || !parent.own_subject || parent.parent == kNoClause) return false;
  const Xpos tag = tree_[clause.head].xpos;
  const bool finite = tag == Xpos::Vbz || tag == Xpos::Vbd || tag == Xpos::Vbp;
  if (!finite || !tree_.has_child(clause.head, {Deprel::Obj})) return false;
  const auto object = tree_.find_child(parent.head, {Deprel::Obj});
  return object && *object < parent.head && !clauses_[parent.parent].subjects.empty();
}

// "called for the troops to leave", "called on Chad to leave": the phrase right before the infinitive.
std::optional<Filler> SubjectFinder::named_doer(const Clause& clause, const Clause& parent) const {
  if (!has_marker(tree_, clause, "to") || !parent.objects.empty()) return std::nullopt;
  const bool marked = has_marker(tree_, clause, "for");
  for (const std::uint32_t oblique : parent.obliques) {
    if (tree_.subtree(oblique).end + 1 != clause.head) continue;
    const std::string preposition = preposition_of(tree_, oblique);
    const bool waits = preposition == "for" && contains(kWaiting, parent.verb);
    const bool appeals = preposition == "to" && (parent.verb == "appeal" || parent.verb == "plead");
    const bool addressed = (preposition == "on" || preposition == "upon") &&
                           lexicon_.find_object_control(parent.verb + ' ' + preposition) != nullptr;
    if ((marked && preposition.empty()) || waits || appeals || addressed)
      return Filler{oblique, Coordination::Distributed};
  }
  return std::nullopt;
}

// Who does what the complement of `parent` says.
std::vector<Filler> SubjectFinder::controller(const Clause& clause, const Clause& parent) const {
  if (parent.voice == Voice::Passive) {  // "it was decided to wait": somebody waits
    constexpr std::array<std::string_view, 7> kImpersonal = {"advise",  "agree",     "decide", "plan",
                                                             "propose", "recommend", "suggest"};
    const bool impersonal = parent.subjects.size() == 1 &&
                            lower_form(tree_[parent.subjects.front().tok]) == "it" &&
                            contains(kImpersonal, parent.verb);
    return impersonal ? std::vector<Filler>{} : parent.subjects;
  }
  // "stopped the rival to keep the title": who stops somebody keeps it.
  const ControlVerb* stopping = lexicon_.find_object_control(parent.verb);
  if (stopping != nullptr && stopping->outcome == Outcome::Negated && has_marker(tree_, clause, "to"))
    return parent.subjects;
  // "what she took to be a mistake": the question word is.
  const auto asked = tree_.find_child(parent.head, {Deprel::Obj});
  if (parent.objects.empty() && stopping != nullptr && asked && is_wh_word(tree_[*asked])) return {};
  const bool by_subject = lexicon_.find_subject_control(parent.verb) != nullptr && stopping == nullptr;
  if (by_subject && parent.recipients.empty()) {
    // "want the army to leave": with a subject of its own the complement would not come here, but parsers
    // make the army an object.
    const ControlVerb* verb = lexicon_.find_subject_control(parent.verb);
    const bool promise = verb->keep == KeepVerb::Keep;
    return parent.objects.empty() || promise ? parent.subjects : parent.objects;
  }
  if (!parent.recipients.empty()) return parent.recipients;
  if (!parent.objects.empty()) {
    // "held talks to reach a deal": no event does what is meant by it.
    // "called the merger a mistake": what is said of it is.
    if (clause.kind == PredicateKind::Nominal) return parent.objects;
    const std::string object = lemma_of(tree_[parent.objects.front().tok]);
    const EventNoun* event = lexicon_.find_event_noun(object);
    const bool deed = event != nullptr && (event->frame == EventFrame::Mutual ||
                                           lexicon_.find_object_control(parent.verb) == nullptr);
    return deed ? parent.subjects : parent.objects;
  }
  // "called on the parties to talk"
  if (lexicon_.find_object_control(parent.verb + " on") != nullptr) {
    for (const std::uint32_t oblique : parent.obliques) {
      const std::string preposition = preposition_of(tree_, oblique);
      if (preposition == "on" || preposition == "upon") return {Filler{oblique}};
    }
  }
  return parent.subjects;
}

bool SubjectFinder::is_event(Filler filler) const {
  return lexicon_.find_event_noun(lemma_of(tree_[filler.tok])) != nullptr;
}

// "found him standing there, holding a bag": he held it.
std::optional<Filler> SubjectFinder::perceived(const Clause& clause, const Clause& parent) const {
  constexpr std::array<std::string_view, 9> kPerceiving = {"catch",   "film", "find", "hear", "notice",
                                                           "observe", "see",  "spot", "watch"};
  const bool sees = contains(kPerceiving, parent.verb);
  const auto is_gerund = [&](std::uint32_t tok) {
    return tree_[tok].xpos == Xpos::Vbg && !tree_.has_child(tok, {Deprel::Mark});
  };
  if (!sees || parent.objects.empty() || parent.voice == Voice::Passive || !is_gerund(clause.head) ||
      clause.head < parent.head)
    return std::nullopt;
  for (const std::uint32_t holder : {parent.head, parent.objects.front().tok}) {
    for (const std::uint32_t child : tree_.children(holder)) {
      const Deprel link = tree_[child].deprel;
      const bool seen =
          link == Deprel::Xcomp || link == Deprel::Ccomp || link == Deprel::Acl || link == Deprel::Advcl;
      if (seen && child > parent.head && child < clause.head && is_gerund(child))
        return parent.objects.front();
    }
  }
  return std::nullopt;
}

std::vector<Filler> SubjectFinder::adverbial_controller(const Clause& clause, const Clause& parent) const {
  if (const auto seen = perceived(clause, parent)) return {*seen};
  const bool object_gerund = has_marker(tree_, clause, "of") || has_marker(tree_, clause, "from") ||
                             has_marker(tree_, clause, "as") || has_marker(tree_, clause, "for") ||
                             has_marker(tree_, clause, "with") || has_marker(tree_, clause, "into") ||
                             has_marker(tree_, clause, "against");
  const ControlVerb* verb = lexicon_.find_object_control(parent.verb);
  if (verb != nullptr && verb->outcome == Outcome::Negated && has_marker(tree_, clause, "to"))
    return parent.subjects;
  if (has_marker(tree_, clause, "as") && !parent.objects.empty()) {  // "such action as firing at the camp"
    for (const std::uint32_t child : tree_.children(parent.objects.front().tok)) {
      if (child < parent.objects.front().tok && lower_form(tree_[child]) == "such") return parent.subjects;
    }
  }
  if (parent.voice == Voice::Active && !parent.objects.empty() && object_gerund &&
      (verb != nullptr || has_marker(tree_, clause, "as"))) {
    return parent.objects;
  }
  if (parent.voice == Voice::Active && !parent.objects.empty() && has_marker(tree_, clause, "to") &&
      verb != nullptr && lexicon_.find_subject_control(parent.verb) == nullptr &&
      !is_event(parent.objects.front()) && may_act(tree_, parent.objects.front().tok, world_)) {
    return parent.objects;
  }
  return parent.subjects;
}

// "the attempt to bomb", "troops guarding the gate", "the bill passed by the house"
std::vector<Filler> SubjectFinder::noun_controller(const Clause& clause, const Clause& parent) const {
  const std::uint32_t noun = tree_[clause.head].head;
  const bool infinitive = has_marker(tree_, clause, "to");
  const bool gerund =
      !infinitive && tree_[clause.head].xpos == Xpos::Vbg && tree_.has_child(clause.head, {Deprel::Mark});
  if (!infinitive && !gerund) {
    const bool content = has_marker(tree_, clause, "that");
    if (content) return {};
    // "spent the day working", "had a hard time leaving Zenda"
    constexpr std::array<std::string_view, 3> kSpending = {"devote", "spend", "waste"};
    constexpr std::array<std::string_view, 8> kPastimes = {"career", "difficulty", "fun",  "job",
                                                           "luck",   "success",    "time", "trouble"};
    const auto is_in = [](const auto& words, std::string_view word) {
      return std::find(words.begin(), words.end(), word) != words.end();
    };
    // "went into recess leading": a bare noun leads nothing
    const bool bare = tree_[noun].deprel == Deprel::Obl && tree_[noun].xpos == Xpos::Nn &&
                      !tree_.name_of(noun) && tree_[noun].head == parent.head &&
                      !may_act(tree_, noun, world_) &&
                      !tree_.has_child(noun, {Deprel::Det, Deprel::Amod, Deprel::Compound, Deprel::NmodPoss});
    const bool spends = bare || is_in(kSpending, parent.verb) || is_in(kPastimes, lemma_of(tree_[noun]));
    if (spends && tree_[clause.head].xpos == Xpos::Vbg && clause.head > parent.head &&
        !parent.subjects.empty() && parent.kind == PredicateKind::Verb)
      return parent.subjects;
    return {described_noun(clause)};
  }
  if (tree_[noun].upos != Upos::Noun && tree_[noun].upos != Upos::Propn)
    return parent.subjects;  // "do more to"
  const std::string lemma = lemma_of(tree_[noun]);
  // "there is work to finish": nobody says whose
  if (infinitive && parent.expletive && !may_act(tree_, noun, world_)) return {};
  if (infinitive && (lemma == "way" || lemma == "means")) return {};  // the phrase says it: "ways to win"
  const bool content =
      lexicon_.find_content_noun(lemma).has_value() || lexicon_.find_event_noun(lemma) != nullptr;
  // "such action as firing at the camp", "used the barn as a front to store guns"
  const bool by_subject = (gerund && has_marker(tree_, clause, "as")) ||
                          (infinitive && !content && tree_[noun].head == parent.head &&
                           tree_[noun].deprel == Deprel::Obl && preposition_of(tree_, noun) == "as");
  if (by_subject && parent.voice == Voice::Active && !parent.subjects.empty()) return parent.subjects;
  if (!content && !gerund) {
    if (!parent.recipients.empty() && !parent.objects.empty() && parent.objects.front().tok == noun)
      return parent.recipients;  // "granted the president powers to act"
    if (tree_[noun].upos == Upos::Propn)
      return {described_noun(clause)};  // "the Coalition to Counter Malaria"
    // "sent troops to guard the gate" or "released prisoners to mark the day": the verb decides.
    const bool in_predicate = tree_[noun].head == parent.head && parent.kind == PredicateKind::Verb &&
                              parent.voice == Voice::Active && !parent.subjects.empty() &&
                              tree_[noun].deprel != Deprel::Nsubj;
    // "made an appearance to sign books": only "made him sign books" has another sign
    const bool of_verb = lexicon_.find_object_control(parent.verb) == nullptr ||
                         (parent.verb == "make" && !may_act(tree_, noun, world_)) ||
                         (tree_[noun].deprel == Deprel::Obl && !may_act(tree_, noun, world_));
    return in_predicate && of_verb ? parent.subjects : std::vector<Filler>{described_noun(clause)};
  }
  const bool is_object = std::any_of(parent.objects.begin(), parent.objects.end(),
                                     [noun](Filler object) { return object.tok == noun; });
  const ControlVerb* control = lexicon_.find_object_control(parent.verb);
  const EventNoun* event = lexicon_.find_event_noun(lemma);
  const bool talks = event != nullptr && event->frame == EventFrame::Mutual;  // "held talks on forming"
  const bool blamed = gerund && !talks && control != nullptr &&
                      (control->outcome == Outcome::Alleged || control->outcome == Outcome::Negated);
  if (is_object && control != nullptr && (!content || blamed)) {
    return {described_noun(clause)};  // "accused the mayor of lying"
  }
  if (const auto owner = tree_.find_child(noun, {Deprel::NmodPoss})) {
    if (!is_wh_word(tree_[*owner])) return {Filler{*owner, Coordination::Distributed}};
  }
  for (const std::uint32_t child : tree_.children(noun)) {  // "Chadian efforts to rebuild"
    const auto name = tree_.name_of(child);
    const bool modifies = tree_[child].deprel == Deprel::Compound || tree_[child].deprel == Deprel::Amod;
    if (!modifies || !name || child > noun) continue;
    const NameType type = tree_.sentence().names[*name].type;
    if (type == NameType::Gpe || type == NameType::Norp || type == NameType::Org || type == NameType::Person)
      return {Filler{child, Coordination::Distributed}};
  }
  // "debated the plan to close the mine": who talks of it need not do it.
  constexpr std::array<std::string_view, 12> kTopics = {"condemn",  "criticise", "criticize", "debate",
                                                        "describe", "discuss",   "mention",   "praise",
                                                        "reject",   "review",    "study",     "welcome"};
  if (is_object && contains(kTopics, parent.verb)) return {};
  if (clause_of_[noun] != kNoClause) return parent.subjects;  // "his plan is to ..." and "X is a bid to ..."
  const Deprel slot = universal(tree_[noun].deprel);
  const bool in_predicate = slot == Deprel::Obj || slot == Deprel::Obl;
  if (in_predicate && tree_[noun].head == parent.head) {
    // "the meeting dealt with the campaign to": a meeting leads none
    if (parent.subjects.size() == 1 && is_event(parent.subjects.front()) &&
        !may_act(tree_, parent.subjects.front().tok, world_))
      return {};
    // "was accused of plots to": who suffers the verb is who the noun is about.
    if (parent.voice == Voice::Active || lexicon_.find_object_control(parent.verb) != nullptr)
      return parent.subjects;
    return parent.agents;
  }
  return {};
}

}  // namespace actorgraph
