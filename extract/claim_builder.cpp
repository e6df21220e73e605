#include "extract/claim_builder.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "extract/claim_sense.hpp"
#include "extract/claim_times.hpp"
#include "extract/confidence.hpp"
#include "extract/event_coder.hpp"
#include "extract/event_place.hpp"
#include "extract/noun_phrase.hpp"
#include "extract/word_list.hpp"

namespace actorgraph {
namespace {

/// One phrase of a distributed filler.
struct Phrase {
  std::uint32_t tok = 0;
  std::uint32_t modifier = kNoClause;  // of "Chadian and Danish embassies", the one that is meant
  std::uint32_t rank = 0;              // of the modifier among them
};

bool is_personal_pronoun(std::string_view word) {
  constexpr std::array<std::string_view, 31> kPronouns = {
      "He",   "Her", "His", "I",     "It",   "Its",  "My",  "Our", "She", "Their", "Them",
      "They", "We",  "You", "Your",  "he",   "her",  "him", "his", "it",  "its",   "me",
      "my",   "our", "she", "their", "them", "they", "us",  "we",  "your"};
  return contains(kPronouns, word);
}

// "our support": of the same "we" as elsewhere.
std::string nominative(const std::string& pronoun) {
  if (pronoun == "our" || pronoun == "Our" || pronoun == "us") return "we";
  return pronoun == "my" || pronoun == "My" || pronoun == "me" ? "I" : pronoun;
}

class ClaimBuilder {
 public:
  ClaimBuilder(const DocumentView& document, const SentenceView& view, std::uint32_t sentence,
               std::vector<Claim>& claims)
      : document_(document),
        view_(view),
        tree_(view.tree),
        sent_(view.tree.sentence()),
        sentence_(sentence),
        claims_(claims),
        coder_(view, document.event_lexicon) {
    obliques_.resize(view.clauses.size());
    for (std::size_t i = 0; i < view.clauses.size(); ++i) obliques_[i] = find_obliques(view, view.clauses[i]);
    headline_end_ = find_headline_end(sent_);
  }

  void build(const Proposition& fact) {
    event_ = coder_.code(fact);
    const std::vector<std::optional<Phrase>> subjects = phrases_of(fact.subject);
    const std::vector<std::optional<Phrase>> objects = phrases_of(fact.object);
    for (const auto& subject : subjects) {
      for (const auto& object : objects) build_one(fact, subject, object);
    }
  }

 private:
  std::vector<std::optional<Phrase>> phrases_of(const std::optional<Filler>& filler) const {
    if (!filler) return {std::nullopt};
    std::vector<std::optional<Phrase>> phrases;
    const auto add = [&](std::uint32_t tok) {
      const Words modifiers = distributed_modifiers(tree_, tok);
      if (modifiers.empty()) phrases.emplace_back(Phrase{tok, kNoClause, 0});
      for (std::uint32_t i = 0; i < modifiers.size(); ++i) phrases.emplace_back(Phrase{tok, modifiers[i], i});
    };
    add(filler->tok);
    if (filler->coordination == Coordination::Single) return phrases;
    const std::string preposition = preposition_of(tree_, filler->tok);
    for (const std::uint32_t child : tree_.children(filler->tok)) {
      if (tree_[child].deprel != Deprel::Conj) continue;
      if (preposition.empty() && !repeated_preposition(child).empty()) continue;
      const bool nominal = is_nominal(tree_, child) ||
                           (tree_[child].upos == Upos::Adj && tree_[filler->tok].upos == Upos::Adj);
      const bool clause =
          view_.clause_of[child] != kNoClause && view_.clauses[view_.clause_of[child]].head == child;
      if (nominal && !clause) add(child);
    }
    for (const std::uint32_t child : tree_.children(filler->tok)) {  // "Chad along with its allies"
      const bool behind = child > filler->tok && tree_[child].deprel == Deprel::Nmod;
      if (!behind || !is_nominal(tree_, child)) continue;
      const std::string with = preposition_of(tree_, child);
      if (with == "along with" || with == "together with" || with == "as well as") add(child);
    }
    if (preposition.empty() || phrases.size() > 1) return phrases;
    // "ties with Chad, as well as with Mali": coordinated to a word above, but with the same preposition.
    std::uint32_t above = tree_[filler->tok].head;
    for (int level = 0; level < 2 && above != kRootHead; ++level, above = tree_[above].head) {
      for (const std::uint32_t child : tree_.children(above)) {
        const bool later = child > filler->tok && tree_[child].deprel == Deprel::Conj;
        if (!later || !is_nominal(tree_, child) || repeated_preposition(child) != preposition) continue;
        add(child);
        for (const std::uint32_t more : tree_.children(child)) {
          if (tree_[more].deprel == Deprel::Conj && is_nominal(tree_, more)) add(more);
        }
      }
    }
    return phrases;
  }

  // The preposition of a coordinated phrase, its own or the end of "as well as with".
  std::string repeated_preposition(std::uint32_t tok) const {
    std::string own = preposition_of(tree_, tok);
    if (!own.empty()) return own;
    const auto link = tree_.find_child(tok, {Deprel::Cc});
    if (!link) return {};
    std::uint32_t parts = 0;
    std::string last;
    for (const std::uint32_t part : tree_.children(*link)) {
      if (tree_[part].deprel != Deprel::Fixed) continue;
      last = lower_form(tree_[part]);
      ++parts;
    }
    return parts > 2 ? last : std::string();  // beyond "as well as"
  }

  const Resolution* resolution_of(const Phrase& phrase, const Mention** mention) const {
    const auto begin = document_.mentions.begin() + document_.first_mention[sentence_];
    const auto end = document_.mentions.begin() + document_.first_mention[sentence_ + 1];
    auto at = std::partition_point(begin, end, [&](const Mention& m) { return m.head < phrase.tok; });
    for (std::uint32_t i = 0; i < phrase.rank && at != end; ++i) ++at;
    if (at == end || at->head != phrase.tok) return nullptr;
    *mention = &*at;
    return &document_.resolutions[static_cast<std::size_t>(at - document_.mentions.begin())];
  }

  Participant participant(const Phrase& phrase, std::vector<std::string>* inferred) const {
    Words words = phrase_words(tree_, phrase.tok, {.titles = Titles::Keep, .places = places_of(phrase.tok)});
    if (phrase.modifier != kNoClause) {
      words = keep_modifier(tree_, words, distributed_modifiers(tree_, phrase.tok), phrase.modifier);
    }

    Participant who;
    who.text = words_text(document_.doc, sent_, words);
    who.span = words_span(sent_, words);
    const Mention* mention = nullptr;
    if (const Resolution* resolution = resolution_of(phrase, &mention)) {
      who.actor = resolution->actor;
      who.kind = resolution->kind;
      set_code(*resolution, who, inferred);
      if (mention->type == MentionType::Pronoun && !who.actor.empty()) {
        if (is_personal_pronoun(who.actor)) {
          who.actor = nominative(who.text);  // a cluster of pronouns alone has no better name
        } else {
          who.text = who.actor;
        }
      } else if (const Resolution* owner = owner_of(words)) {
        const std::string owned = with_owner(who.text, tree_[words.front()].form, owner->actor);
        if (inferred != nullptr && owned != who.text) inferred->push_back(owner->reason);
        if (who.actor == who.text) who.actor = owned;
      }
      if (inferred != nullptr && !resolution->reason.empty() && mention->type == MentionType::Pronoun) {
        inferred->push_back(resolution->reason);
      }
    }
    return who;
  }

  void set_code(const Resolution& resolution, Participant& who, std::vector<std::string>* inferred) const {
    const ActorCoding& coding =
        document_.codings[static_cast<std::size_t>(&resolution - document_.resolutions.data())];
    who.code = coding.code;
    const bool is_said = inferred == nullptr || coding.reason.empty() ||
                         std::find(inferred->begin(), inferred->end(), coding.reason) != inferred->end();
    if (!is_said) inferred->push_back(coding.reason);
  }

  // What the possessive pronoun that opens a phrase stands for; null where there is none, or nothing is
  // known.
  const Resolution* owner_of(const Words& words) const {
    if (words.empty() || tree_[words.front()].deprel != Deprel::NmodPoss || !is_pronoun(words.front()))
      return nullptr;
    const Mention* mention = nullptr;
    const Resolution* owner = resolution_of({words.front(), kNoClause, 0}, &mention);
    if (owner == nullptr || owner->reason.empty()) return nullptr;
    // Only pronouns: nothing that a reader would know.
    return is_personal_pronoun(owner->actor) ? nullptr : owner;
  }

  // "attack in Oslo", "embassy in Oslo": the place is the event's too, and an argument; "police in Oslo" says
  // which police.
  Places places_of(std::uint32_t tok) const {
    const std::string lemma = lemma_of(tree_[tok]);
    constexpr std::array<std::string_view, 9> kSettlements = {
        "area", "city", "country", "district", "province", "region", "state", "town", "village"};
    const bool settled = contains(kSettlements, lemma);
    const bool located =
        view_.lexicon.find_event_noun(lemma) != nullptr || view_.lexicon.is_place_noun(lemma);
    return (located && !settled) || tree_.name_of(tok) ? Places::Drop : Places::Keep;
  }

  // "Geneva" of "Geneva-based".
  Participant compound_part(std::uint32_t tok) const {
    Participant who;
    const Token& word = tree_[tok];
    const std::size_t hyphen = word.form.rfind('-');
    who.text = word.form.substr(0, hyphen);
    who.span = {word.span.begin, word.span.begin + static_cast<std::uint32_t>(hyphen)};
    if (const WorldActor* actor = document_.world.find(who.text, document_.doc.article.published)) {
      who.actor = actor->name;
      who.kind = actor->kind;
      who.code = actor->code;
    } else {
      who.actor = who.text;
    }
    return who;
  }

  Participant fill(const Proposition& fact, const Phrase& phrase, std::vector<std::string>* inferred) const {
    const bool part = fact.construction == Construction::Compound && fact.relation.size() == 1 &&
                      fact.relation.front() == phrase.tok;
    if (part) return compound_part(phrase.tok);
    if (fact.construction != Construction::Compound) return participant(phrase, inferred);
    Participant who = participant(phrase, inferred);  // "coalition" of "U.S.-led coalition"
    Words words = phrase_words(tree_, phrase.tok, {.titles = Titles::Keep});
    words.erase(std::remove(words.begin(), words.end(), fact.relation.front()), words.end());
    const bool unnamed = who.actor == who.text;
    who.text = words_text(document_.doc, sent_, words);
    if (unnamed) who.actor = who.text;
    return who;
  }

  void keep_name(std::uint32_t tok, Participant& who) const {
    const auto name = tree_.name_of(tok);
    if (!name) return;
    Words words;
    const TokenRange range = sent_.names[*name].tokens;
    for (std::uint32_t at = range.begin; at < range.end; ++at) words.push_back(at);
    who.text = words_text(document_.doc, sent_, words);
    who.span = words_span(sent_, words);
  }

  void build_one(const Proposition& fact, const std::optional<Phrase>& subject,
                 const std::optional<Phrase>& object) {
    if ((subject && is_wh_word(tree_[subject->tok])) || (object && is_wh_word(tree_[object->tok]))) return;
    if (joins_headline(headline_end_, fact.relation, head_of(subject), head_of(object))) return;
    if ((subject && is_address(tree_[subject->tok])) || (object && is_address(tree_[object->tok]))) return;
    Claim claim;
    claim.document = document_.doc.id;
    claim.sentence = sentence_;
    claim.span = sent_.span;
    if (subject) claim.subject = fill(fact, *subject, &claim.inferred);
    // "Peru's Minister Lind": Lind is minister.
    if (subject && fact.construction == Construction::Title) keep_name(subject->tok, claim.subject);
    if (object) claim.object = fill(fact, *object, &claim.inferred);
    if (subject && object && claim.subject.text == claim.object->text) return;
    if (subject && object && !claim.subject.actor.empty() && claim.object->actor == claim.subject.actor &&
        lower_form(tree_[object->tok]).find("sel") == std::string::npos) {
      // Only a reflexive pronoun stands for the subject of its own verb.
      if (is_named(subject->tok) && is_named(object->tok)) return;
      unbind(tree_[object->tok].upos == Upos::Pron || !is_pronoun(subject->tok) ? *claim.object
                                                                                : claim.subject);
    }
    claim.relation.text = words_text(document_.doc, sent_, fact.relation);
    if (claim.relation.text.empty())
      claim.relation.text = fact.lemma;  // "Paris, the capital": no word says "be"
    claim.relation.span = words_span(sent_, fact.relation);
    claim.relation.lemma = fact.lemma;
    claim.negated = fact.context.negated;
    claim.modality = fact.context.modality;
    set_speaker(fact, claim);
    set_arguments(fact, object, claim);
    set_time(fact, subject, object, claim);
    set_event(fact, claim);
    EventPlaces(document_.doc, document_.places, view_, sentence_, obliques_, claims_)
        .fill({fact, head_of(subject), head_of(object)}, claim);
    std::size_t depth = 0;
    for (std::uint32_t at = fact.clause; at != kNoClause; at = view_.clauses[at].parent) ++depth;
    if (says_nothing(claim, tree_, head_of(subject), head_of(object))) return;
    claim.confidence = confidence_of(claim, fact.construction, depth);
    claims_.push_back(std::move(claim));
  }

  static std::optional<std::uint32_t> head_of(const std::optional<Phrase>& phrase) {
    return phrase ? std::optional(phrase->tok) : std::nullopt;
  }

  void set_time(const Proposition& fact, const std::optional<Phrase>& subject,
                const std::optional<Phrase>& object, Claim& claim) const {
    if (claim.time && (claim.time->interval.start || claim.time->interval.end)) return;
    auto inferred =
        infer_time(view_, obliques_, document_.event_dates, fact, head_of(subject), head_of(object));
    if (!inferred || !is_better_time(inferred->time, claim.time)) return;
    claim.time = std::move(inferred->time);
    claim.inferred.push_back(std::move(inferred->reason));
  }

  bool is_pronoun(std::uint32_t tok) const { return tree_[tok].upos == Upos::Pron; }

  // Not a title in capitals: that may well be said of its holder.
  bool is_named(std::uint32_t tok) const { return tree_.name_of(tok).has_value(); }

  // Leaves a slot as it is written.
  static void unbind(Participant& who) {
    who.actor.clear();
    who.kind = {};
    who.code.clear();
  }

  void set_event(const Proposition& fact, Claim& claim) const {
    if (!event_) return;
    claim.event = event_->code;
    if (!event_->recipient) return;
    const bool is_object = fact.object && fact.object->tok == *event_->recipient;
    claim.event->recipient =
        is_object ? claim.object : std::optional(participant({*event_->recipient, kNoClause, 0}, nullptr));
  }

  void set_speaker(const Proposition& fact, Claim& claim) const {
    if (fact.context.speaker) {
      claim.attributed_to = participant({fact.context.speaker->tok, kNoClause, 0}, nullptr);
      name_fellow_speakers(fact.context.speaker->tok, *claim.attributed_to);
      return;
    }
    if (fact.relation.empty()) return;
    const std::uint32_t quote = document_.quotations.quote_of[sentence_][fact.relation.front()];
    if (quote == 0 || !document_.quotations.speakers[quote]) return;
    const TokenPlace place = *document_.quotations.speakers[quote];
    if (place.sentence == sentence_) return;  // the clauses above have said whom they quote
    const auto begin = document_.mentions.begin() + document_.first_mention[place.sentence];
    const auto end = document_.mentions.begin() + document_.first_mention[place.sentence + 1];
    const auto at = std::partition_point(begin, end, [&](const Mention& m) { return m.head < place.tok; });
    if (at == end || at->head != place.tok) return;
    const Resolution& resolution =
        document_.resolutions[static_cast<std::size_t>(at - document_.mentions.begin())];
    Participant who;
    who.text = at->text;
    who.span = at->span;
    who.actor = resolution.actor;
    who.kind = resolution.kind;
    set_code(resolution, who, nullptr);
    claim.attributed_to = std::move(who);
    claim.inferred.emplace_back("speaker: the quotation goes on");
  }

  // "Chad and Mali say": a claim has one speaker, whose text names both; its actor is the first.
  void name_fellow_speakers(std::uint32_t first, Participant& speaker) const {
    Words words = phrase_words(tree_, first, {.titles = Titles::Keep});
    const std::size_t own = words.size();
    for (const std::uint32_t fellow : tree_.children(first)) {
      if (tree_[fellow].deprel != Deprel::Conj || !is_nominal(tree_, fellow)) continue;
      const Words more = phrase_words(tree_, fellow, {.titles = Titles::Keep});
      words.insert(words.end(), more.begin(), more.end());
      if (const auto link = tree_.find_child(fellow, {Deprel::Cc})) words.push_back(*link);
    }
    if (words.size() == own || is_pronoun(first)) return;
    std::sort(words.begin(), words.end());
    speaker.text = words_text(document_.doc, sent_, words);
    speaker.span = words_span(sent_, words);
  }

  Words argument_words(const Oblique& oblique) const {
    Words words = preposition_words(tree_, oblique.tok);
    const Words phrase = phrase_words(tree_, oblique.tok);
    if (oblique.role == Role::Time) {  // the article of "the day before" and what follows stay
      const auto time = find_time(view_, oblique.tok);
      if (time) {
        for (std::uint32_t tok = time->tokens.begin; tok < time->tokens.end; ++tok) words.push_back(tok);
      }
    }
    words.insert(words.end(), phrase.begin(), phrase.end());
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return words;
  }

  void add_argument(const Oblique& oblique, Claim& claim) const {
    Argument argument;
    const Words words = argument_words(oblique);
    argument.role = oblique.role;
    argument.text = words_text(document_.doc, sent_, words);
    argument.span = words_span(sent_, words);
    if (std::find(claim.arguments.begin(), claim.arguments.end(), argument) != claim.arguments.end()) return;
    claim.arguments.push_back(std::move(argument));
    if (oblique.role == Role::Time) {
      const auto time = find_time(view_, oblique.tok);
      if (time && is_better_time(time->reference, claim.time)) claim.time = time->reference;
    }
  }

  static bool has_place(const Claim& claim) {
    return std::any_of(claim.arguments.begin(), claim.arguments.end(),
                       [](const Argument& argument) { return argument.role == Role::Place; });
  }

  // What the clause says of time and place holds for those it lends its subject to.
  void add_circumstances_above(std::uint32_t clause, Claim& claim) const {
    std::uint32_t at = clause;
    bool placed = has_place(claim);
    while (at != kNoClause && (!claim.time || !placed)) {
      const Clause& below = view_.clauses[at];
      const std::uint32_t above = below.parent;
      const bool shared = below.link == Deprel::Xcomp ||
                          (below.link == Deprel::Advcl && !below.own_subject) ||
                          (below.link == Deprel::Conj && !below.own_subject);
      if (!shared || above == kNoClause) return;
      for (const Oblique& oblique : obliques_[above]) {
        const bool before = oblique.tok < view_.clauses[above].head;
        if (below.link == Deprel::Conj && !before) continue;
        if (oblique.linking == Linking::WithVerb) continue;
        if (oblique.role == Role::Time && !claim.time) {
          add_argument(oblique, claim);
          if (claim.time && below.link != Deprel::Xcomp)
            claim.inferred.push_back("time: of \"" + view_.clauses[above].verb + "\" above");
        }
        if (oblique.role == Role::Place && !placed) add_argument(oblique, claim);
      }
      placed = placed || has_place(claim);
      at = above;
    }
  }

  void set_arguments(const Proposition& fact, const std::optional<Phrase>& object, Claim& claim) const {
    const auto fills_slot = [&](const Oblique& oblique) {
      return (object && object->tok == oblique.tok) || (fact.object && fact.object->tok == oblique.tok);
    };
    if (fact.event != kNoClause) {
      for (const Oblique& oblique : find_noun_circumstances(view_, fact.event)) {
        if (!fills_slot(oblique)) add_argument(oblique, claim);
      }
    }
    if (fact.clause != kNoClause) {
      for (const Oblique& oblique : obliques_[fact.clause]) {
        if (fills_slot(oblique) || oblique.preposition == "according to") continue;
        if (is_wh_word(tree_[oblique.tok])) continue;
        add_argument(oblique, claim);
      }
      add_circumstances_above(fact.clause, claim);
      // "attacked the embassy in Oslo": where the object is, the event was.
      if (object && !has_place(claim)) {
        for (const Oblique& oblique : find_noun_circumstances(view_, object->tok)) {
          const bool rests = oblique.preposition == "in" || oblique.preposition == "at" ||
                             oblique.preposition == "near" || oblique.preposition == "on";
          if (rests && oblique.role == Role::Place && !fills_slot(oblique)) add_argument(oblique, claim);
        }
      }
    } else if (fact.event != kNoClause && view_.clause_of[fact.event] != kNoClause &&
               claim.arguments.empty()) {
      const Clause& around = view_.clauses[view_.clause_of[fact.event]];
      const bool own_time = speaks_of_other_times(view_.lexicon, around.verb);
      for (const Oblique& oblique : obliques_[view_.clause_of[fact.event]]) {
        const auto time = find_time(view_, oblique.tok);
        const bool timed = oblique.role == Role::Time && !own_time && !(time && time->from_next);
        const bool circumstance = timed || oblique.role == Role::Place;
        if (circumstance && oblique.linking == Linking::None && !fills_slot(oblique) &&
            oblique.tok != fact.event) {
          add_argument(oblique, claim);
        }
      }
      if (claim.time) claim.inferred.emplace_back("time: of the clause around it");
    }
  }

  const DocumentView& document_;
  const SentenceView& view_;
  const DependencyTree& tree_;
  const Sentence& sent_;
  std::uint32_t sentence_;
  std::vector<Claim>& claims_;
  std::vector<std::vector<Oblique>> obliques_;  // of every clause
  std::uint32_t headline_end_ = 0;              // behind what stands of a page's head before the sentence
  EventCoder coder_;
  std::optional<CodedEvent> event_;  // of the proposition at hand
};

}  // namespace

void build_claims(const DocumentView& document, const SentenceView& view, std::uint32_t sentence,
                  const std::vector<Proposition>& propositions, std::vector<Claim>& claims) {
  ClaimBuilder builder(document, view, sentence, claims);
  for (const Proposition& fact : propositions) builder.build(fact);
}

}  // namespace actorgraph
