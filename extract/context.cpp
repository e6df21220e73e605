#include "extract/context.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "extract/speaker.hpp"
#include "extract/word_list.hpp"

namespace actorgraph {
namespace {

constexpr std::array<std::string_view, 7> kNot = {"not", "never", "n't", "nt", "n’t", "hardly", "nor"};
constexpr std::array<std::string_view, 6> kNoDeterminer = {"no",     "neither", "none",
                                                           "nobody", "nothing", "no-one"};
constexpr std::array<std::string_view, 4> kFuture = {"will", "shall", "'ll", "’ll"};
constexpr std::array<std::string_view, 4> kPossible = {"may", "might", "can", "could"};
constexpr std::array<std::string_view, 3> kDemanded = {"should", "must", "ought"};
constexpr std::array<std::string_view, 6> kConditional = {"if",   "unless", "whether",
                                                          "lest", "should", "provided"};
constexpr std::array<std::string_view, 9> kPerhaps = {"allegedly", "likely",      "maybe",
                                                      "perhaps",   "possibly",    "presumably",
                                                      "probably",  "purportedly", "supposedly"};
constexpr std::array<std::string_view, 5> kLater = {"later", "eventually", "subsequently", "ultimately",
                                                    "finally"};
constexpr std::array<std::string_view, 7> kDenying = {"deny",    "reject", "dispute", "refute",
                                                      "dismiss", "rebut",  "disavow"};
// Infinitives of purpose that are done together with the main verb.
constexpr std::array<std::string_view, 12> kDoneTogether = {"mark",   "discuss", "celebrate", "commemorate",
                                                            "honor",  "honour",  "protest",   "express",
                                                            "become", "find",    "win",       "reach"};

class ContextSetter {
 public:
  ContextSetter(const DependencyTree& tree, const Lexicon& lexicon, std::vector<Clause>& clauses)
      : tree_(tree),
        lexicon_(lexicon),
        clauses_(clauses),
        question_(tree.size() > 0 && tree[tree.size() - 1].form == "?") {}

  void run() {
    for (Clause& clause : clauses_) {
      set_own(clause);
      inherit(clause);
      set_backshifted(clause);
      if (const auto source = find_source(tree_, clause)) clause.context.speaker = *source;
    }
    // "..., said the minister", "as the minister said": the clause that holds the words stands above its
    // speaker.
    for (const Clause& clause : clauses_) {
      if (!is_inverted_speech(tree_, lexicon_, clause)) continue;
      Context& said = clauses_[clause.parent].context;
      if (!said.speaker) said.speaker = clause.subjects.front();
    }
    for (Clause& clause : clauses_) {
      if (!clause.context.speaker && clause.parent != kNoClause && !is_reporting_aside(tree_, clause)) {
        clause.context.speaker = clauses_[clause.parent].context.speaker;
      }
    }
  }

 private:
  bool is_negative_phrase(std::uint32_t tok) const {
    if (contains(kNoDeterminer, lower_form(tree_[tok]))) return true;
    return std::any_of(tree_.children(tok).begin(), tree_.children(tok).end(), [&](std::uint32_t child) {
      return (tree_[child].deprel == Deprel::Det || tree_[child].deprel == Deprel::CcPreconj) &&
             contains(kNoDeterminer, lower_form(tree_[child]));
    });
  }

  void set_own(Clause& clause) {
    Context& context = clause.context;
    bool able = false;
    bool later = false;
    bool doubted = false;
    bool future_in_past = false;
    for (const std::uint32_t child : tree_.children(clause.head)) {
      const Token& word = tree_[child];
      const std::string form = lower_form(word);
      switch (universal(word.deprel)) {
        case Deprel::Advmod:
        case Deprel::Det:
        case Deprel::Cc:
          if (contains(kNot, form) || (form == "no" && clause.kind == PredicateKind::Nominal)) {
            context.negated = true;
          }
          doubted = doubted || contains(kPerhaps, form);
          later = later || contains(kLater, form);
          if (form == "longer" && tree_.has_child(child, {Deprel::Det, Deprel::Advmod}))
            context.negated = true;
          break;
        case Deprel::Nsubj:
        case Deprel::Obj:
          if (is_negative_phrase(child)) context.negated = true;
          break;
        case Deprel::Aux:
          if (contains(kFuture, form)) context.modality = Modality::Planned;
          if (form == "would" || (form == "'d" && tree_[clause.head].xpos != Xpos::Vbn)) {  // not "he'd left"
            context.modality = Modality::Possible;
            future_in_past = true;
          }
          if (contains(kDemanded, form)) context.modality = Modality::Demanded;
          if (contains(kPossible, form)) {
            context.modality = Modality::Possible;
            able = form == "can" || form == "could";
          }
          break;
        case Deprel::Mark:
          if (contains(kConditional, form)) context.modality = Modality::Possible;
          if (form == "without") context.negated = true;
          break;
        case Deprel::Cop:
          if (contains(kNot, form)) context.negated = true;
          break;
        default:
          break;
      }
    }
    // "will likely meet" is planned all the same
    if (doubted && context.modality == Modality::Asserted) context.modality = Modality::Possible;
    if (later && future_in_past) context.modality = Modality::Asserted;  // "would later become"
    // "could not reach": a fact about the past, not a possibility.
    if (able && context.negated && context.modality == Modality::Possible)
      context.modality = Modality::Asserted;
    if (clause.kind == PredicateKind::Verb && tree_.has_child(clause.head, {Deprel::Cop}) &&
        has_marker(tree_, clause, "to")) {
      context.modality = combine(context.modality, Modality::Planned);  // "is to hold talks"
    }
    if (clause.link == Deprel::Advcl) {  // "had he left"
      const auto subject = tree_.find_child(clause.head, {Deprel::Nsubj, Deprel::NsubjPass});
      const auto first = tree_.find_child(clause.head, {Deprel::Aux, Deprel::AuxPass, Deprel::Cop});
      if (subject && first && *first < *subject && !tree_.has_child(clause.head, {Deprel::Mark}))
        context.modality = combine(context.modality, Modality::Possible);
    }
    if (question_ && clause.link == Deprel::Root) context.modality = Modality::Possible;
  }

  // "said it would withdraw": what it will do.
  void set_backshifted(Clause& clause) {
    if (clause.link != Deprel::Ccomp || !clause.context.speaker ||
        clause.context.modality != Modality::Possible)
      return;
    for (const std::uint32_t child : tree_.children(clause.head)) {
      if (tree_[child].deprel == Deprel::Mark && contains(kConditional, lower_form(tree_[child]))) return;
    }
    for (const std::uint32_t child : tree_.children(clause.head)) {
      if (tree_[child].deprel == Deprel::Aux && lower_form(tree_[child]) == "would")
        clause.context.modality = Modality::Planned;
    }
  }

  void inherit(Clause& clause) {
    if (clause.parent == kNoClause) return;
    Clause& parent = clauses_[clause.parent];
    switch (clause.link) {
      case Deprel::Conj:
        if (!clause.own_subject && !tree_.has_child(clause.head, {Deprel::Aux})) {
          clause.context.modality = combine(parent.context.modality, clause.context.modality);
          clause.context.negated = clause.context.negated || negation_reaches(clause, parent);
          clause.kept_verbs = parent.kept_verbs;
          clause.kept_heads = parent.kept_heads;
        } else if (parent.context.modality != Modality::Asserted && clause.own_subject &&
                   (has_marker(tree_, parent, "if") || has_marker(tree_, parent, "whether"))) {
          clause.context.modality = combine(parent.context.modality, clause.context.modality);
        }
        if (parent.link == Deprel::Ccomp || parent.link == Deprel::Xcomp) {
          clause.context.speaker = parent.context.speaker;
        }
        break;
      case Deprel::Xcomp:
        take_over(clause, parent);
        if (clause.kind == PredicateKind::Verb || has_marker(tree_, clause, "to"))
          apply_control(clause, parent);
        break;
      case Deprel::Advcl:
        inherit_adverbial(clause, parent);
        break;
      case Deprel::Ccomp:
        inherit_content(clause, parent);
        break;
      case Deprel::Acl:
        inherit_from_noun(clause, parent);
        break;
      default:
        break;
    }
  }

  // "did not attack or threaten" denies both, "did not attack but threatened" the first.
  bool negation_reaches(const Clause& clause, const Clause& parent) const {
    if (!parent.context.negated) return false;
    const auto coordinator = tree_.find_child(clause.head, {Deprel::Cc});
    const std::string form = coordinator ? lower_form(tree_[*coordinator]) : std::string();
    return form == "or" || form == "nor";
  }

  static void take_over(Clause& clause, const Clause& parent) {
    clause.context.modality = combine(parent.context.modality, clause.context.modality);
    clause.context.negated = clause.context.negated != parent.context.negated;
    clause.context.speaker = parent.context.speaker;
    clause.kept_verbs = parent.kept_verbs;
    clause.kept_heads = parent.kept_heads;
  }

  const ControlVerb* control_of(const Clause& clause, const Clause& parent) const {
    const bool has_object = !parent.objects.empty() || !parent.recipients.empty();
    const ControlVerb* by_object = lexicon_.find_object_control(parent.verb);
    if (by_object == nullptr) by_object = lexicon_.find_object_control(parent.verb + " on");
    const ControlVerb* by_subject = lexicon_.find_subject_control(parent.verb);
    const bool controlled =
        parent.voice == Voice::Passive || has_object || clause.subjects != parent.subjects;
    if (controlled && by_object != nullptr) return by_object;
    return by_subject != nullptr ? by_subject : by_object;
  }

  void apply_control(Clause& clause, Clause& parent) {
    if (parent.kind != PredicateKind::Verb) {
      const std::string adjective = lemma_of(tree_[parent.head]);
      constexpr std::array<std::string_view, 5> kUnable = {"unable", "unwilling", "reluctant", "powerless",
                                                           "impossible"};
      constexpr std::array<std::string_view, 10> kFutureAdjectives = {
          "set", "ready", "due", "likely", "willing", "expected", "poised", "eager", "determined", "about"};
      if (contains(kUnable, adjective)) apply_outcome(Outcome::Negated, clause.context);
      if (contains(kFutureAdjectives, adjective)) apply_outcome(Outcome::Planned, clause.context);
      return;
    }
    constexpr std::array<std::string_view, 7> kOfOneself = {"admit",   "acknowledge", "claim",  "concede",
                                                            "confess", "deny",        "profess"};
    if (contains(kOfOneself, parent.verb) && parent.voice == Voice::Active && !parent.subjects.empty())
      clause.context.speaker = parent.subjects.front();
    if (contains(kDenying, parent.verb) && parent.voice == Voice::Active) {  // "denied attacking"
      clause.context.negated = !clause.context.negated;
      clause.context.modality = Modality::Denied;
      return;
    }
    const ControlVerb* control = control_of(clause, parent);
    if (control == nullptr) return;
    if (control->outcome == Outcome::Negated && has_marker(tree_, clause, "to") &&
        control == lexicon_.find_object_control(parent.verb)) {  // "stopped the rival to keep the title"
      apply_outcome(Outcome::Planned, clause.context);
      return;
    }
    apply_outcome(control->outcome, clause.context);
    if (control->keep == KeepVerb::Keep && clause.kind == PredicateKind::Verb) {
      clause.kept_verbs.push_back(parent.verb);
      clause.kept_heads.push_back(parent.head);
    }
    const bool demanding = control->outcome == Outcome::Demanded || control->outcome == Outcome::Alleged;
    if (demanding && parent.voice == Voice::Active && !parent.subjects.empty() &&
        clause.subjects != parent.subjects) {
      clause.context.speaker = parent.subjects.front();
    }
  }

  // "did nothing to stop the attacks"
  bool does_nothing(const Clause& clause) const {
    return clause.verb == "do" && !clause.objects.empty() &&
           lower_form(tree_[clause.objects.front().tok]) == "nothing";
  }

  // "pleaded not guilty to lying", "was found guilty of lying"
  bool inherit_guilt(Clause& clause, const Clause& parent) const {
    if (lemma_of(tree_[parent.head]) != "guilty" || clause.own_subject) return false;
    if (!has_marker(tree_, clause, "to") && !has_marker(tree_, clause, "of")) return false;
    const bool pleads = parent.parent != kNoClause && clauses_[parent.parent].verb == "plead";
    clause.context = parent.context;
    if (!pleads) return true;
    const bool denies = parent.context.negated || clauses_[parent.parent].context.negated;
    clause.context.negated = denies;
    if (denies) clause.context.modality = Modality::Denied;
    if (!parent.subjects.empty()) clause.context.speaker = parent.subjects.front();
    return true;
  }

  // "so that they can leave", "so they have a chance"
  bool is_aimed(const Clause& clause) const {
    const auto mark = tree_.find_child(clause.head, {Deprel::Mark});
    if (!mark || lower_form(tree_[*mark]) != "so") return false;
    return has_marker(tree_, clause, "that") || tree_.has_child(*mark, {Deprel::Fixed});
  }

  // "is used to losing", "is not accustomed to waiting", "opposed to selling"
  bool inherit_custom(Clause& clause, const Clause& parent) const {
    constexpr std::array<std::string_view, 5> kCustoms = {"accustomed", "resigned", "subject", "used",
                                                          "vulnerable"};
    constexpr std::array<std::string_view, 4> kAversions = {"averse", "opposed", "unaccustomed", "unused"};
    if (tree_[clause.head].xpos != Xpos::Vbg || !has_marker(tree_, clause, "to")) return false;
    const std::string adjective = lower_form(tree_[parent.head]);
    const bool averse = contains(kAversions, adjective);
    if (!averse && !contains(kCustoms, adjective)) return false;
    clause.context = parent.context;
    if (averse) clause.context.negated = !clause.context.negated;
    return true;
  }

  void inherit_adverbial(Clause& clause, Clause& parent) {
    if (inherit_custom(clause, parent)) return;
    if (is_aimed(clause)) apply_outcome(Outcome::Planned, clause.context);
    if (inherit_guilt(clause, parent)) return;
    const ControlVerb* by_object = lexicon_.find_object_control(parent.verb);
    const bool gerund = has_marker(tree_, clause, "of") || has_marker(tree_, clause, "from") ||
                        has_marker(tree_, clause, "for") || has_marker(tree_, clause, "with") ||
                        has_marker(tree_, clause, "as") || has_marker(tree_, clause, "against");
    if (by_object != nullptr && gerund && !clause.own_subject &&
        (by_object->outcome == Outcome::Negated || by_object->outcome == Outcome::Alleged)) {
      take_over(clause, parent);
      if (by_object->outcome == Outcome::Negated && !has_marker(tree_, clause, "from")) return;
      apply_control(clause, parent);
      return;
    }
    const bool meant = (parent.verb == "aim" && has_marker(tree_, clause, "at")) ||
                       (parent.verb == "plan" && has_marker(tree_, clause, "on"));
    if (meant) {
      clause.context.modality = combine(Modality::Planned, clause.context.modality);
      return;
    }
    const ControlVerb* by_subject = lexicon_.find_subject_control(parent.verb);
    if (has_marker(tree_, clause, "to") && by_subject != nullptr &&
        by_subject->outcome != Outcome::Asserted && parent.objects.empty() &&
        parent.kind == PredicateKind::Verb) {
      take_over(clause, parent);
      apply_control(clause, parent);
      return;
    }
    if (has_marker(tree_, clause, "to") && does_nothing(parent)) {
      apply_outcome(Outcome::Negated, clause.context);
      return;
    }
    if (has_marker(tree_, clause, "to")) {
      const bool by_other =
          parent.objects.empty() ? clause.subjects != parent.subjects : clause.subjects == parent.objects;
      if (by_object != nullptr && by_other) {
        take_over(clause, parent);
        apply_control(clause, parent);
        return;
      }
      if (parent.context.modality != Modality::Asserted) {
        clause.context.modality = combine(parent.context.modality, clause.context.modality);
      } else if (!contains(kDoneTogether, clause.verb)) {
        clause.context.modality = combine(Modality::Planned, clause.context.modality);
      }
      return;
    }
    if (!clause.own_subject && parent.context.modality != Modality::Asserted) {
      clause.context.modality = combine(parent.context.modality, clause.context.modality);
    }
  }

  void inherit_content(Clause& clause, Clause& parent) {
    const auto kind = lexicon_.find_speech_verb(parent.verb);
    if (kind.has_value() && parent.voice == Voice::Active && !parent.subjects.empty() && !parent.expletive) {
      clause.context.speaker = speaker_of(tree_, lexicon_, clauses_, parent);
    } else {
      clause.context.speaker = parent.context.speaker;
    }
    if (contains(kDenying, parent.verb)) {
      clause.context.negated = !clause.context.negated;
      clause.context.modality = Modality::Denied;
      return;
    }
    const ControlVerb* control = lexicon_.find_subject_control(parent.verb);
    if (control == nullptr) control = lexicon_.find_object_control(parent.verb);
    if (control != nullptr && kind != SpeechKind::Speech && control->outcome != Outcome::Negated) {
      apply_outcome(control->outcome == Outcome::Alleged ? Outcome::Asserted : control->outcome,
                    clause.context);
    }
    if (control != nullptr && kind == SpeechKind::Speech && control->outcome == Outcome::Threatened) {
      apply_outcome(control->outcome, clause.context);
    }
    constexpr std::array<std::string_view, 7> kDemanding = {"demand",  "order",     "propose", "recommend",
                                                            "request", "stipulate", "urge"};
    if (contains(kDemanding, parent.verb)) apply_outcome(Outcome::Demanded, clause.context);
    constexpr std::array<std::string_view, 7> kUncertain = {"fear",      "doubt",  "suspect", "worry",
                                                            "speculate", "allege", "suggest"};
    if (contains(kUncertain, parent.verb)) apply_outcome(Outcome::Possible, clause.context);
    if (!clause.own_subject && has_marker(tree_, clause, "to")) {
      clause.context.modality = combine(parent.context.modality, clause.context.modality);
    }
  }

  void inherit_from_noun(Clause& clause, const Clause& parent) {
    const std::uint32_t noun = tree_[clause.head].head;
    const std::string lemma = lemma_of(tree_[noun]);
    if (has_marker(tree_, clause, "to") && does_nothing(parent) && parent.objects.front().tok == noun) {
      apply_outcome(Outcome::Negated, clause.context);
      return;
    }
    const auto outcome = lexicon_.find_content_noun(lemma);
    const bool content = has_marker(tree_, clause, "to") || has_marker(tree_, clause, "that") ||
                         has_marker(tree_, clause, "of") || has_marker(tree_, clause, "at");
    if (!content) return;
    if (outcome) {
      apply_outcome(*outcome, clause.context);
    } else if (has_marker(tree_, clause, "to")) {
      apply_outcome(Outcome::Planned, clause.context);
    }
    if (has_marker(tree_, clause, "that")) {
      if (const auto holder = holder_of(tree_, noun, parent)) clause.context.speaker = *holder;
      if (contains(kDenying, parent.verb) && !parent.objects.empty() && parent.objects.front().tok == noun) {
        clause.context.negated = true;
        clause.context.modality = Modality::Denied;
        if (!parent.subjects.empty()) clause.context.speaker = parent.subjects.front();
      }
    }
  }

  const DependencyTree& tree_;
  const Lexicon& lexicon_;
  std::vector<Clause>& clauses_;
  bool question_;
};

int strength(Modality modality) {
  switch (modality) {
    case Modality::Asserted:
      return 0;
    case Modality::Attempted:
      return 1;
    case Modality::Planned:
      return 2;
    case Modality::Possible:
      return 3;
    case Modality::Demanded:
      return 4;
    case Modality::Threatened:
      return 5;
    case Modality::Denied:
      return 6;
  }
  return 0;
}

}  // namespace

Modality combine(Modality outer, Modality inner) {
  return strength(inner) > strength(outer) ? inner : outer;
}

void apply_outcome(Outcome outcome, Context& context) {
  switch (outcome) {
    case Outcome::Asserted:
      break;
    case Outcome::Attempted:
      context.modality = combine(context.modality, Modality::Attempted);
      break;
    case Outcome::Planned:
      context.modality = combine(context.modality, Modality::Planned);
      break;
    case Outcome::Threatened:
      context.modality = combine(context.modality, Modality::Threatened);
      break;
    case Outcome::Demanded:
      context.modality = combine(context.modality, Modality::Demanded);
      break;
    case Outcome::Possible:
    case Outcome::Alleged:
      context.modality = combine(context.modality, Modality::Possible);
      break;
    case Outcome::Negated:
      context.negated = !context.negated;
      break;
  }
}

void set_contexts(const DependencyTree& tree, const Lexicon& lexicon, std::vector<Clause>& clauses) {
  ContextSetter(tree, lexicon, clauses).run();
}

}  // namespace actorgraph
