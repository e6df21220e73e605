#include "extract/verbal.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "extract/arguments.hpp"
#include "extract/mention_kind.hpp"
#include "extract/noun_phrase.hpp"
#include "extract/verb_deed.hpp"
#include "extract/verb_lists.hpp"
#include "extract/word_list.hpp"

namespace actorgraph {
namespace {

class VerbalDrawer {
 public:
  VerbalDrawer(const SentenceView& view, std::uint32_t index, ObjectUse use)
      : view_(view), index_(index), clause_(view.clauses[index]), use_(use) {}

  std::vector<Proposition> draw() {
    if (clause_.kind == PredicateKind::Verb && clause_.verb == "be" && clause_.expletive) draw_existence();
    if (clause_.kind != PredicateKind::Verb || clause_.verb == "be" || !says_deed(view_, clause_))
      return drawn_;
    obliques_ = find_obliques(view_, clause_);
    base_lemma_ = clause_.verb;
    particle_ = find_particle();
    if (particle_ != kNoClause) base_lemma_ += ' ' + lower_form(view_.tree[particle_]);
    for (std::size_t i = clause_.kept_verbs.size(); i > 0; --i) {
      base_lemma_ = clause_.kept_verbs[i - 1] + " to " + base_lemma_;
    }
    find_complements();
    find_phrase_idiom();
    if (resultative_ != kNoClause) base_lemma_ += ' ' + lower_form(view_.tree[resultative_]);
    if (clause_.voice == Voice::Passive) {
      draw_passive();
    } else {
      draw_active();
    }
    return std::move(drawn_);
  }

 private:
  // "turned away", "rolled back the rule": taggers call it an adverb.
  std::uint32_t find_particle() const {
    constexpr std::array<std::string_view, 7> kParticles = {"ahead", "apart", "aside",  "away",
                                                            "back",  "forth", "forward"};
    const std::uint32_t next = clause_.head + 1;
    if (next >= view_.tree.size() || view_.tree[next].head != clause_.head ||
        view_.tree[next].deprel != Deprel::Advmod || clause_.verb.find(' ') != std::string::npos)
      return kNoClause;
    return contains(kParticles, lower_form(view_.tree[next])) ? next : kNoClause;
  }

  bool is_person(std::uint32_t tok) const {
    const auto name = view_.tree.name_of(tok);
    return name && view_.tree.sentence().names[*name].type == NameType::Person;
  }

  // "talks began between Chad and Mali": those who talk, and not what the talks do.
  bool is_mutual_event(std::uint32_t tok) const {
    const EventNoun* event = view_.lexicon.find_event_noun(lemma_of(view_.tree[tok]));
    return event != nullptr && event->frame == EventFrame::Mutual;
  }

  bool is_infinitive(std::uint32_t tok) const { return actorgraph::is_infinitive(view_.tree, tok); }

  // "considered the vote a farce", "the change allows them to leave": the complement is what is said.
  bool needs_complement(const Filler& subject) const {
    if (predicate_complement_ && resultative_ == kNoClause) return contains(kWithPredicate, clause_.verb);
    if (!clausal_complement_ || !contains(kWithClause, clause_.verb)) return false;
    const bool permits = clause_.verb == "allow" || clause_.verb == "let" || clause_.verb == "permit";
    return !permits || !may_act(view_.tree, subject.tok, view_.world);
  }

  // "is ready for everyone to use": the object stands above.
  bool lacks_object() const {
    if (!is_infinitive(clause_.head) || clause_.parent == kNoClause) return false;
    if (clause_.link != Deprel::Advcl && clause_.link != Deprel::Xcomp) return false;
    const Clause& parent = view_.clauses[clause_.parent];
    return parent.kind == PredicateKind::Nominal && clause_.subjects != parent.subjects;
  }

  bool control_of_passive() const { return clause_.voice == Voice::Passive && clause_.verb == "commit"; }

  void find_complements() {
    for (const std::uint32_t child : view_.tree.children(clause_.head)) {
      Deprel link = view_.tree[child].deprel;
      const ControlVerb* control = view_.lexicon.find_subject_control(clause_.verb);
      if (link == Deprel::Advcl && control != nullptr && control->outcome != Outcome::Asserted &&
          clause_.objects.empty() && is_infinitive(child)) {
        link = Deprel::Xcomp;
      }
      // "is committed to controlling arms"
      if (link == Deprel::Advcl && control_of_passive() && is_infinitive(child)) link = Deprel::Xcomp;
      if (link != Deprel::Xcomp && link != Deprel::Ccomp) continue;
      const std::uint32_t below = view_.clause_of[child];
      const bool nominal = below != kNoClause && view_.clauses[below].head == child &&
                           view_.clauses[below].kind == PredicateKind::Nominal;
      if (link == Deprel::Xcomp && nominal) {
        predicate_complement_ = true;
        const bool judged = view_.lexicon.find_speech_verb(clause_.verb).has_value();
        const bool has_patient = clause_.voice == Voice::Passive || !clause_.objects.empty();
        if (view_.tree[child].upos == Upos::Adj && !judged && has_patient) resultative_ = child;
      } else {
        clausal_complement_ = true;
      }
    }
  }

  Words relation_words(std::uint32_t preposition_of_tok = kNoClause) const {
    Words words = clause_.kept_heads;
    words.push_back(clause_.head);
    for (const std::uint32_t child : view_.tree.children(clause_.head)) {
      if (view_.tree[child].deprel == Deprel::CompoundPrt) words.push_back(child);
    }
    if (particle_ != kNoClause) words.push_back(particle_);
    if (resultative_ != kNoClause) words.push_back(resultative_);
    if (idiom_ != kNoClause) {
      const Words preposition = preposition_words(view_.tree, idiom_);
      words.insert(words.end(), preposition.begin(), preposition.end());
      words.push_back(idiom_);
    }
    if (preposition_of_tok != kNoClause) {
      const Words preposition = preposition_words(view_.tree, preposition_of_tok);
      words.insert(words.end(), preposition.begin(), preposition.end());
    }
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return words;
  }

  Proposition& add(Construction construction, std::optional<Filler> subject, std::optional<Filler> object,
                   std::string lemma, Words relation) {
    Proposition fact;
    fact.construction = construction;
    fact.subject = subject;
    fact.object = object;
    fact.lemma = std::move(lemma);
    fact.relation = std::move(relation);
    fact.context = clause_.context;
    fact.clause = index_;
    drawn_.push_back(std::move(fact));
    return drawn_.back();
  }

  // The filler of a phrase; a relative pronoun stands for the noun that its clause describes.
  std::optional<Filler> oblique_filler(std::uint32_t tok) const {
    if (!is_wh_word(view_.tree[tok])) return Filler{tok, Coordination::Distributed};
    if (clause_.link != Deprel::AclRelcl) return std::nullopt;
    return Filler{view_.tree[clause_.head].head, Coordination::Single};
  }

  // "set fire to the house", "cut ties with Cuba": the verb and its object are one relation.
  bool draw_noun_idiom(const std::optional<Filler>& subject, const Filler& object) {
    const std::string noun = lemma_of(view_.tree[object.tok]);
    const EventNoun* event = view_.lexicon.find_event_noun(noun);
    const std::vector<std::string>* links = view_.lexicon.find_idiom(clause_.verb, "", noun);
    if (links == nullptr && event != nullptr && event->verb.starts_with("have "))
      links = &event->prepositions;
    if (links == nullptr) return false;
    bool found = false;
    const auto add_link = [&](std::uint32_t tok) {
      const std::string preposition = preposition_of(view_.tree, tok);
      if (std::find(links->begin(), links->end(), preposition) == links->end()) return;
      Words relation = relation_words(tok);
      relation.push_back(object.tok);
      std::sort(relation.begin(), relation.end());
      add(Construction::LightVerb, subject, Filler{tok},
          base_lemma_ + ' ' + lower_form(view_.tree[object.tok]) + ' ' + preposition, relation);
      used_.push_back(tok);
      found = true;
    };
    for (const std::uint32_t child : view_.tree.children(object.tok)) {
      if (view_.tree[child].deprel == Deprel::Nmod) add_link(child);
    }
    for (const Oblique& oblique : obliques_) {
      if (oblique.tok > object.tok && !found) add_link(oblique.tok);
    }
    if (!found && contains(kSayAll, noun) && clause_.verb == "take") {  // "took place": no place was taken
      Words relation = relation_words();
      relation.push_back(object.tok);
      add(Construction::Intransitive, subject, std::nullopt, base_lemma_ + ' ' + noun, std::move(relation));
      return true;
    }
    return found;
  }

  // "take into custody": the phrase and the verb are one relation.
  void find_phrase_idiom() {
    for (const Oblique& oblique : obliques_) {
      if (oblique.preposition.empty()) continue;
      const std::vector<std::string>* links =
          view_.lexicon.find_idiom(clause_.verb, oblique.preposition, lemma_of(view_.tree[oblique.tok]));
      if (links == nullptr) continue;
      used_.push_back(oblique.tok);
      base_lemma_ += ' ' + oblique.preposition + ' ' + lower_form(view_.tree[oblique.tok]);
      idiom_ = oblique.tok;
      for (const std::uint32_t child : view_.tree.children(oblique.tok)) {
        if (view_.tree[child].deprel != Deprel::Nmod) continue;
        const std::string link = preposition_of(view_.tree, child);
        if (std::find(links->begin(), links->end(), link) != links->end()) idiom_object_ = child;
      }
      return;
    }
  }

  // "the man with whom they met", not "a statement in which he accused": where that is no place of the verb.
  bool links_antecedent(const Oblique& oblique) const {
    if (!is_wh_word(view_.tree[oblique.tok]) || oblique.preposition.empty()) return false;
    const bool circumstance = oblique.preposition == "in" || oblique.preposition == "at" ||
                              oblique.preposition == "during" || oblique.preposition == "after";
    return !circumstance || view_.lexicon.links(clause_.verb, oblique.preposition) ||
           view_.lexicon.links_place(clause_.verb);
  }

  void draw_obliques(const std::optional<Filler>& subject) {
    if (idiom_object_ != kNoClause) {
      add(Construction::Oblique, subject, Filler{idiom_object_},
          base_lemma_ + ' ' + preposition_of(view_.tree, idiom_object_), relation_words(idiom_object_));
    }
    const bool reports =
        clausal_complement_ && view_.lexicon.find_speech_verb(clause_.verb) == SpeechKind::Speech;
    const bool says = clause_.verb == "say" || clause_.verb == "add" || clause_.verb == "announce";
    for (const Oblique& oblique : obliques_) {
      if (std::find(used_.begin(), used_.end(), oblique.tok) != used_.end()) continue;
      const bool addressed = oblique.preposition == "to" || oblique.preposition == "with" ||
                             view_.lexicon.find_object_control(clause_.verb + ' ' + oblique.preposition) !=
                                 nullptr;  // "called on Chad to"
      if ((reports || says) && !addressed) continue;
      if (oblique.preposition == "including" || oblique.preposition == "such as") {
        if (!clause_.objects.empty()) {
          add(Construction::Inclusion, clause_.objects.front(), Filler{oblique.tok}, "include",
              preposition_words(view_.tree, oblique.tok));
        }
        continue;
      }
      if (oblique.preposition == "as" && !clause_.objects.empty() && clause_.voice == Voice::Active) {
        continue;  // "used the hall as a school": not that the hall is one
      }
      if (oblique.linking == Linking::None && !links_antecedent(oblique)) continue;
      if (oblique.preposition == "between" && subject && is_mutual_event(subject->tok)) continue;
      const auto filler = oblique_filler(oblique.tok);
      if (!filler) continue;
      const auto thing = thing_before(oblique.tok);
      Words relation = relation_words(oblique.tok);
      if (thing) relation.insert(std::lower_bound(relation.begin(), relation.end(), *thing), *thing);
      const std::string what = thing ? lower_form(view_.tree[*thing]) + ' ' : std::string();
      add(Construction::Oblique, subject, filler, base_lemma_ + ' ' + what + oblique.preposition,
          std::move(relation));
    }
  }

  // "sanctions" of "imposed sanctions on Chad": without it the relation says nothing.
  std::optional<std::uint32_t> thing_before(std::uint32_t oblique) const {
    if (clause_.objects.size() != 1 || idiom_ != kNoClause || resultative_ != kNoClause) return std::nullopt;
    const std::uint32_t thing = clause_.objects.front().tok;
    const bool between = clause_.head < thing && thing < oblique;
    const std::string& form = view_.tree[thing].form;
    if (!between || (form[0] >= 'A' && form[0] <= 'Z') || view_.tree[thing].upos != Upos::Noun ||
        view_.tree[thing].head != clause_.head || view_.tree.name_of(thing) || is_time(view_, thing) ||
        may_act(view_.tree, thing, view_.world) || view_.tree.has_child(thing, {Deprel::Conj}))
      return std::nullopt;
    return thing;
  }

  // "Chad and Mali signed a treaty": each with the other; said once, of the first.
  void draw_mutual(const Filler& subject) {
    if (!contains(kMutual, clause_.verb) || subject.coordination == Coordination::Single) return;
    for (const Oblique& oblique : obliques_) {
      if (oblique.preposition == "with") return;
    }
    if (!clause_.objects.empty()) {
      const EventNoun* event =
          view_.lexicon.find_event_noun(lemma_of(view_.tree[clause_.objects.front().tok]));
      const bool shared =
          event != nullptr && (event->frame == EventFrame::Mutual || event->frame == EventFrame::Subject);
      if (!shared && clause_.verb != "exchange") return;
    }
    for (const std::uint32_t child : view_.tree.children(subject.tok)) {
      if (view_.tree[child].deprel != Deprel::Conj || !view_.tree.name_of(child) ||
          !view_.tree.name_of(subject.tok))
        continue;
      add(Construction::Oblique, Filler{subject.tok, Coordination::Single},
          Filler{child, Coordination::Single}, base_lemma_ + " with", relation_words());
    }
  }

  // "There are troops in the town": where something is.
  void draw_existence() {
    if (clause_.subjects.empty()) return;
    for (const Oblique& oblique : find_obliques(view_, clause_)) {
      if (oblique.role != Role::Place || oblique.preposition.empty() || oblique.tok < clause_.head) continue;
      Words relation = preposition_words(view_.tree, oblique.tok);
      relation.insert(relation.begin(), clause_.head);
      add(Construction::Copula, clause_.subjects.front(), Filler{oblique.tok}, "be " + oblique.preposition,
          std::move(relation));
    }
  }

  void draw_active() {
    const bool speaks = view_.lexicon.find_speech_verb(clause_.verb) == SpeechKind::Speech;
    const std::optional<Filler> subject =
        clause_.subjects.empty() ? std::nullopt : std::optional(clause_.subjects.front());
    if (!subject) return;
    if (clause_.verb == "say" && clause_.own_subject && !clause_.objects.empty() &&
        is_person(clause_.objects.front().tok)) {
      return;  // "They looked thin, said Ana Lind": the speaker stands behind the verb
    }
    const bool linking = predicate_complement_ && clause_.objects.empty();
    if (linking && (contains(kLinking, clause_.verb) || !clausal_complement_)) return;  // facts draw it
    if (use_ == ObjectUse::Free) {
      for (const Filler& object : clause_.objects) {
        if (clause_.verb == "do" && contains(kNoObject, lower_form(view_.tree[object.tok]))) continue;
        if (draw_noun_idiom(subject, object)) continue;
        if (needs_complement(*subject)) {
          withheld_ = true;
          continue;
        }
        add(Construction::Object, subject, object, base_lemma_, relation_words());
      }
    }
    draw_mutual(*subject);
    for (const Filler& recipient : clause_.recipients) {
      if (clause_.objects.empty()) {
        add(Construction::Object, subject, recipient, base_lemma_, relation_words());
      } else {
        const std::uint32_t thing = clause_.objects.front().tok;  // "gave Chad aid": "give aid to"
        const bool named = view_.tree[thing].upos != Upos::Noun || may_act(view_.tree, thing, view_.world);
        const std::string what = named ? std::string() : ' ' + lower_form(view_.tree[thing]);
        add(Construction::Oblique, subject, recipient, base_lemma_ + what + " to", relation_words());
      }
    }
    if (clausal_complement_ && clause_.objects.empty() && clause_.recipients.empty() && !speaks) {
      const bool calls_on = view_.lexicon.find_object_control(clause_.verb + " on") != nullptr;
      if (!calls_on) return;
    }
    if (clause_.objects.empty()) {
      for (const Oblique& oblique : obliques_) {
        if (oblique.role == Role::Amount && oblique.preposition.empty() && oblique.tok > clause_.head) {
          add(Construction::Object, subject, Filler{oblique.tok}, base_lemma_, relation_words());
        }
      }
    }
    if (use_ == ObjectUse::Free) draw_obliques(subject);
    if (!drawn_.empty() || withheld_ || use_ == ObjectUse::Spoken) return;
    const bool only_speaks =
        speaks && (clause_.link == Deprel::Parataxis || !contains(kSpokenDeeds, clause_.verb));
    const bool content_deed =
        contains(kDeedsWithContent, clause_.verb) && view_.tree.has_child(clause_.head, {Deprel::Ccomp});
    if (!content_deed && (clausal_complement_ || only_speaks || contains(kEmptyAlone, clause_.verb))) return;
    if (clause_.link == Deprel::Acl || lacks_object()) return;
    // "a call open to all, starting at ten"
    const bool opens = clause_.verb == "start" || clause_.verb == "begin";
    if (opens && clause_.link == Deprel::Advcl && view_.tree[clause_.head].xpos == Xpos::Vbg) return;
    if (contains(kWhatHappens, lemma_of(view_.tree[subject->tok]))) return;
    add(Construction::Intransitive, subject, std::nullopt, base_lemma_, relation_words());
  }

  void draw_passive() {
    const std::optional<Filler> patient =
        clause_.subjects.empty() ? std::nullopt : std::optional(clause_.subjects.front());
    if (!patient) return;
    const ControlVerb* control = view_.lexicon.find_object_control(clause_.verb);
    const bool raising = clausal_complement_ && (control == nullptr || control->outcome == Outcome::Planned ||
                                                 control->outcome == Outcome::Alleged);
    const bool perceived = clausal_complement_ && contains(kPerceiving, clause_.verb);
    if (raising || perceived || (predicate_complement_ && resultative_ == kNoClause)) return;
    std::vector<Filler> agents = clause_.agents;
    for (const Oblique& oblique : obliques_) {
      if (agents.empty() && oblique.preposition == "by" && oblique.role != Role::Time &&
          oblique.role != Role::Amount && view_.tree[oblique.tok].upos != Upos::Num &&
          view_.tree[oblique.tok].deprel != Deprel::OblAgent) {  // else it is a means
        agents.push_back({oblique.tok, Coordination::Distributed});
      }
    }
    for (const Filler& agent : agents) {
      add(Construction::Agent, agent, patient, base_lemma_, relation_words());
      for (const Filler& object : clause_.objects) {
        add(Construction::Agent, agent, object, base_lemma_, relation_words());
      }
    }
    bool state = false;
    if (agents.empty()) {
      const std::string participle = "be " + lower_form(view_.tree[clause_.head]);
      for (const Oblique& oblique : obliques_) {
        if (std::find(used_.begin(), used_.end(), oblique.tok) != used_.end()) continue;
        const bool stative = contains(kStates, clause_.verb);
        const bool placed = stative && (oblique.role == Role::Place || oblique.preposition == "for");
        if ((oblique.linking == Linking::None && !placed) || oblique.preposition.empty()) continue;
        // "were attacked on the road", "was broken with": the deed counts, not how.
        const bool how = oblique.preposition == "on" || oblique.preposition == "with";
        if (how && !stative && !view_.lexicon.links(clause_.verb, oblique.preposition)) continue;
        const auto filler = oblique_filler(oblique.tok);
        if (!filler) continue;
        add(Construction::State, patient, filler, participle + ' ' + oblique.preposition,
            relation_words(oblique.tok));
        state = true;
      }
      for (const Filler& object : clause_.objects) {
        if (contains(kStates, clause_.verb) || contains(kMaking, clause_.verb)) {
          add(Construction::State, patient, object, participle, relation_words());
          state = true;
        } else {
          add(Construction::Agentless, std::nullopt, object, base_lemma_, relation_words());
        }
      }
    }
    // "in a statement released Tuesday", "will remain suspended"
    const bool aside =
        (clause_.link == Deprel::Acl && view_.tree[patient->tok].deprel == Deprel::Obl) ||
        (clause_.link == Deprel::Xcomp && clause_.kept_verbs.empty() && !is_infinitive(clause_.head));
    const bool called = clausal_complement_ && clause_.verb == "call";  // "were called to keep order"
    const bool stands_alone = (called || !contains(kStates, clause_.verb)) &&
                              !contains(kNoDeed, clause_.verb) && !aside && use_ == ObjectUse::Free;
    // "the sites affected"
    const bool bare = clause_.link == Deprel::Acl && view_.tree.children(clause_.head).empty() &&
                      contains(kBareParticiples, clause_.verb);
    if (agents.empty() && stands_alone && !state && !bare) {
      add(Construction::Agentless, std::nullopt, patient, base_lemma_, relation_words());
    }
  }

  const SentenceView& view_;
  std::uint32_t index_;
  const Clause& clause_;
  ObjectUse use_;
  std::vector<Oblique> obliques_;
  std::string base_lemma_;
  bool clausal_complement_ = false;
  std::uint32_t particle_ = kNoClause;  // "back" of "roll back"
  bool predicate_complement_ = false;
  bool withheld_ = false;                   // an object of which nothing is said
  std::uint32_t idiom_ = kNoClause;         // "custody" of "take into custody"
  std::uint32_t idiom_object_ = kNoClause;  // what the idiom links
  Words used_;                              // phrases that an idiom has taken
  std::uint32_t resultative_ = kNoClause;   // "dead" of "shot dead"
  std::vector<Proposition> drawn_;
};

}  // namespace

std::vector<Proposition> draw_verbal(const SentenceView& view, std::uint32_t clause, ObjectUse use) {
  return VerbalDrawer(view, clause, use).draw();
}

}  // namespace actorgraph
