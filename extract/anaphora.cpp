#include "extract/anaphora.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "extract/binding.hpp"
#include "extract/description.hpp"
#include "extract/word_list.hpp"

namespace actorgraph {
namespace {

constexpr std::uint32_t kPersonWindow = 3;  // sentences back, of he and she
constexpr std::uint32_t kThingWindow = 1;   // of it and they
constexpr double kLeastMargin = 1.15;       // of the best antecedent of it and they over the next
constexpr double kCoordinationBonus = 3000;
constexpr double kLeastSalience = 20;       // of an antecedent
constexpr double kNamedSpeakerBonus = 320;  // "Lind said he": a lawyer may speak of another, a name hardly

// Verbs whose subject is somebody: "they said".
bool is_agent_verb(std::string_view lemma) {
  return among(lemma, {"accuse", "announce", "argue",   "arrest", "ask",     "attack",   "believe",
                       "blame",  "claim",    "condemn", "decide", "demand",  "deny",     "estimate",
                       "expect", "fear",     "flee",    "hope",   "insist",  "kill",     "know",
                       "meet",   "plan",     "pledge",  "praise", "promise", "refuse",   "reject",
                       "say",    "seize",    "sue",     "tell",   "think",   "threaten", "try",
                       "urge",   "visit",    "vote",    "vow",    "want",    "warn"});
}

class AnaphoraPass {
 public:
  AnaphoraPass(const AnaphoraInput& input, EntityClusters& clusters) : in_(input), clusters_(clusters) {}

  void run() {
    for (std::uint32_t i = 0; i < in_.mentions.size(); ++i) {
      if (clusters_.entity_of(i) == kNoEntity) resolve(i);
      clusters_.meet(i);
    }
  }

 private:
  struct Choice {
    std::uint32_t entity = kNoEntity;
    double score = 0;
    double runner_up = 0;
  };

  [[nodiscard]] std::uint32_t quote_of(std::uint32_t mention) const {
    const Mention& m = in_.mentions[mention];
    return in_.quotations.quote_of[m.sentence][m.head];
  }

  [[nodiscard]] static bool is_said(std::string_view verb) {
    constexpr std::array<std::string_view, 16> kSaying = {
        "add",  "admit",  "announce", "argue", "claim",  "declare", "explain", "insist",
        "note", "recall", "remark",   "reply", "report", "say",     "tell",    "write"};
    return contains(kSaying, verb);
  }

  // "'Lind was arrested', he said" with the report above its content.
  [[nodiscard]] static bool is_in_own_words(const DependencyTree& tree, std::uint32_t pronoun,
                                            const Mention& m) {
    const std::uint32_t verb = tree[pronoun].head;
    if (m.type == MentionType::Pronoun || m.head > pronoun || verb == kRootHead ||
        tree[pronoun].deprel != Deprel::Nsubj || !is_said(tree[verb].lemma))
      return false;
    const auto content = tree.find_child(verb, {Deprel::Ccomp});
    return content && encloses(tree, *content, m.head);
  }

  // Whether syntax forbids that a pronoun stands for a mention of its sentence.
  [[nodiscard]] bool is_blocked(std::uint32_t pronoun, std::uint32_t other) const {
    const Mention& p = in_.mentions[pronoun];
    const Mention& m = in_.mentions[other];
    if (p.sentence != m.sentence) return false;
    const DependencyTree& tree = in_.trees[p.sentence];
    if (encloses(tree, m.head, p.head) || encloses(tree, p.head, m.head)) return true;
    if (in_.features[pronoun].possessive || in_.features[pronoun].reflexive) return false;
    if (is_in_own_words(tree, p.head, m)) return true;
    // "Lind was arrested, he said": another says so.
    const std::uint32_t verb = tree[p.head].head;
    if (m.type != MentionType::Pronoun && verb != kRootHead && tree[verb].deprel == Deprel::Parataxis &&
        tree[p.head].deprel == Deprel::Nsubj && is_said(tree[verb].lemma) &&
        encloses(tree, tree[verb].head, m.head) && !encloses(tree, verb, m.head) && m.head < p.head)
      return true;
    return are_coarguments(tree, p.head, m.head);
  }

  // The subject of a verb of saying or doing is an actor.
  [[nodiscard]] bool may_act(std::uint32_t pronoun, const Entity& e) const {
    if (!is_agent(pronoun) || e.kind == ActorKind::Person || is_collective(e.kind)) return true;
    return std::any_of(e.mentions.begin(), e.mentions.end(), [&](std::uint32_t i) { return is_agent(i); });
  }

  [[nodiscard]] bool is_agent(std::uint32_t mention) const {
    const Mention& m = in_.mentions[mention];
    const DependencyTree& tree = in_.trees[m.sentence];
    const Token& tok = tree[m.head];
    return tok.deprel == Deprel::Nsubj && tok.head != kRootHead && is_agent_verb(tree[tok.head].lemma);
  }

  // Whether third person pronouns may stand for it: not for "you", "which", "this" or a date.
  [[nodiscard]] bool can_be_referred_to(const Entity& e) const {
    return std::any_of(e.mentions.begin(), e.mentions.end(), [&](std::uint32_t mention) {
      const MentionFeatures& f = in_.features[mention];
      if (f.temporal || f.expletive || (f.predicate && !f.is_name)) return false;
      return f.pronoun == PronounClass::None || f.pronoun == PronounClass::Male ||
             f.pronoun == PronounClass::Female || f.pronoun == PronounClass::Neuter ||
             f.pronoun == PronounClass::Plural;
    });
  }

  [[nodiscard]] static bool agrees(const MentionFeatures& pronoun, const Entity& e) {
    const bool person = e.kind == ActorKind::Person;
    switch (pronoun.pronoun) {
      case PronounClass::Male:
      case PronounClass::Female: {
        const bool unknown = e.kind == ActorKind::Unknown && !e.names.empty();
        if ((!person && !unknown) || e.number == Number::Plural) return false;
        const Gender gender = pronoun.pronoun == PronounClass::Male ? Gender::Male : Gender::Female;
        return e.gender == Gender::Unknown || e.gender == gender;
      }
      case PronounClass::Neuter:
        return !person && e.number != Number::Plural && e.gender == Gender::Unknown;
      case PronounClass::Plural:
        if (e.number == Number::Plural) return true;
        return !person && is_collective(e.kind) && e.kind != ActorKind::Country;
      default:
        return false;
    }
  }

  [[nodiscard]] double score(std::uint32_t pronoun, std::uint32_t entity) const {
    const Mention& p = in_.mentions[pronoun];
    const MentionFeatures& f = in_.features[pronoun];
    const Entity& e = clusters_[entity];
    double value = clusters_.salience(entity, p.sentence);
    const DependencyTree& tree = in_.trees[p.sentence];
    double bonus = 0;
    const auto subject = likely_subject(pronoun);
    for (const std::uint32_t mention : e.mentions) {
      const Mention& m = in_.mentions[mention];
      if (mention >= pronoun || m.sentence + 1 < p.sentence) continue;
      if (m.sentence != p.sentence) {
        if (in_.features[mention].role == f.role && f.role == GrammaticalRole::Subject)
          bonus = std::max(bonus, 35.0);
        continue;
      }
      if (subject == m.head)
        bonus = std::max(bonus, in_.features[mention].is_name ? kNamedSpeakerBonus : 100.0);
      if (in_.features[mention].role == f.role) bonus = std::max(bonus, 35.0);
      // "X and his wife": the first of a coordination owns the others.
      const std::uint32_t owned = tree[p.head].head;
      if (f.possessive && owned != kRootHead && tree[owned].deprel == Deprel::Conj &&
          tree[owned].head == m.head)
        bonus = std::max(bonus, kCoordinationBonus);
    }
    if (!e.names.empty() && (f.pronoun == PronounClass::Male || f.pronoun == PronounClass::Female))
      bonus += 40;
    if (f.pronoun == PronounClass::Plural && e.number != Number::Plural) bonus -= 60;
    if (f.pronoun == PronounClass::Neuter && is_collective(e.kind)) bonus += 40;
    return value + bonus;
  }

  // The subject of a clause owns what the clause is about; who says something says it of himself.
  [[nodiscard]] std::optional<std::uint32_t> likely_subject(std::uint32_t pronoun) const {
    const Mention& p = in_.mentions[pronoun];
    const DependencyTree& tree = in_.trees[p.sentence];
    if (!in_.features[pronoun].possessive) return subject_above(tree, p.head);
    if (const auto judged = judged_object(tree, p.head)) return judged;
    return subject_of_clause(tree, p.head);
  }

  // "condemned Chad for its attacks": whoever is judged for something has done it.
  [[nodiscard]] static std::optional<std::uint32_t> judged_object(const DependencyTree& tree,
                                                                  std::uint32_t pronoun) {
    constexpr std::array<std::string_view, 36> kJudging = {
        "accuse", "admire",    "applaud", "arrest",       "assail",   "blame",  "blast",     "castigate",
        "chide",  "commend",   "condemn", "congratulate", "convict",  "credit", "criticise", "criticize",
        "decry",  "denounce",  "fault",   "fine",         "honor",    "honour", "jail",      "mock",
        "praise", "prosecute", "punish",  "rebuke",       "reproach", "reward", "scold",     "sentence",
        "slam",   "sue",       "thank",   "upbraid"};
    const std::uint32_t deed = tree[pronoun].head;
    if (deed == kRootHead || tree[deed].deprel != Deprel::Obl || tree[deed].head == kRootHead)
      return std::nullopt;
    const std::uint32_t verb = tree[deed].head;
    if (!contains(kJudging, tree[verb].lemma)) return std::nullopt;
    const auto preposition = tree.find_child(deed, {Deprel::Case});
    const bool because =
        preposition && (tree[*preposition].form == "for" || tree[*preposition].form == "over");
    return because ? tree.find_child(verb, {Deprel::Obj}) : std::nullopt;
  }

  [[nodiscard]] bool is_likely_subject(std::uint32_t pronoun, std::uint32_t entity) const {
    const Mention& p = in_.mentions[pronoun];
    const auto subject = likely_subject(pronoun);
    const auto& mentions = clusters_[entity].mentions;
    return subject && std::any_of(mentions.begin(), mentions.end(), [&](std::uint32_t mention) {
             return in_.mentions[mention].sentence == p.sentence && in_.mentions[mention].head == *subject;
           });
  }

  [[nodiscard]] Choice choose(std::uint32_t pronoun) const {
    Choice best;
    const Mention& p = in_.mentions[pronoun];
    const MentionFeatures& f = in_.features[pronoun];
    const std::uint32_t quote = quote_of(pronoun);
    const auto& said_by = in_.quotations.speakers[quote];  // of number 0: nobody
    const TokenPlace* speaker = said_by ? &*said_by : nullptr;
    const bool thing = f.pronoun == PronounClass::Neuter || f.pronoun == PronounClass::Plural;
    const std::uint32_t window = thing ? kThingWindow : kPersonWindow;
    for (std::uint32_t entity = 0; entity < clusters_.size(); ++entity) {
      const Entity& e = clusters_[entity];
      if (!e.reached || e.mentions.empty() || e.last_sentence + window < p.sentence) continue;
      if (!agrees(f, e) || !can_be_referred_to(e) || !may_act(pronoun, e)) continue;
      bool blocked = false;
      for (const std::uint32_t mention : e.mentions) {
        blocked = blocked || is_blocked(pronoun, mention);
        // Who speaks of "he" in a quotation speaks of another.
        blocked = blocked || (speaker != nullptr && in_.mentions[mention].sentence == speaker->sentence &&
                              in_.mentions[mention].head == speaker->tok);
      }
      if (blocked || clusters_.salience(entity, p.sentence) < kLeastSalience) continue;
      const double value = score(pronoun, entity);
      if (value > best.score) {
        best.runner_up = best.score;
        best.score = value;
        best.entity = entity;
      } else {
        best.runner_up = std::max(best.runner_up, value);
      }
    }
    return best;
  }

  // The subject of the clause of a reflexive.
  [[nodiscard]] std::uint32_t find_reflexive(std::uint32_t pronoun) const {
    const Mention& p = in_.mentions[pronoun];
    const DependencyTree& tree = in_.trees[p.sentence];
    std::uint32_t at = tree[p.head].head;
    for (std::size_t steps = 0; at != kRootHead && steps < 6; ++steps, at = tree[at].head) {
      const auto subject = tree.find_child(at, {Deprel::Nsubj, Deprel::NsubjPass});
      if (!subject || *subject == p.head) continue;
      for (std::uint32_t i = 0; i < pronoun; ++i) {
        if (in_.mentions[i].sentence != p.sentence || in_.mentions[i].head != *subject) continue;
        const std::uint32_t entity = clusters_.entity_of(i);
        if (entity == kNoEntity) return kNoEntity;
        return entity;
      }
      return kNoEntity;
    }
    return kNoEntity;
  }

  [[nodiscard]] std::uint32_t find_speaker(std::uint32_t pronoun) const {
    const std::uint32_t quote = quote_of(pronoun);
    if (quote == 0 || !in_.quotations.speakers[quote]) return kNoEntity;
    const TokenPlace place = *in_.quotations.speakers[quote];
    for (std::uint32_t i = 0; i < in_.mentions.size(); ++i) {
      if (in_.mentions[i].sentence == place.sentence && in_.mentions[i].head == place.tok) {
        if (in_.mentions[i].type == MentionType::Pronoun && clusters_.entity_of(i) == kNoEntity)
          return kNoEntity;
        return clusters_.entity_of(i);
      }
    }
    return kNoEntity;
  }

  [[nodiscard]] static bool is_office(const DependencyTree& tree, std::uint32_t tok) {
    constexpr std::array<std::string_view, 18> kOffices = {
        "ambassador", "chairman",          "chairwoman", "chancellor",   "commander",   "diplomat",
        "envoy",      "governor",          "king",       "minister",     "premier",     "president",
        "secretary",  "secretary-general", "spokesman",  "spokesperson", "spokeswoman", "undersecretary"};
    std::string lemma = tree[tok].lemma;
    if (!lemma.empty() && lemma[0] >= 'A' && lemma[0] <= 'Z')
      lemma[0] = static_cast<char>(lemma[0] - 'A' + 'a');
    return contains(kOffices, lemma);
  }

  // The word of a mention that names an office: its head, its title or an appositive.
  [[nodiscard]] std::optional<std::uint32_t> office_of(std::uint32_t mention) const {
    const Mention& m = in_.mentions[mention];
    const DependencyTree& tree = in_.trees[m.sentence];
    if (m.type == MentionType::Pronoun) return std::nullopt;
    if (is_office(tree, m.head)) return m.head;
    for (const std::uint32_t child : tree.children(m.head)) {
      const Deprel relation = tree[child].deprel;
      const bool calls =
          relation == Deprel::NmodDesc || relation == Deprel::Appos || relation == Deprel::Compound;
      if (calls && is_office(tree, child)) return child;
    }
    return std::nullopt;
  }

  // Whose "we" an official says: the body or country that the title names, else the official's own where it
  // says what one person can.
  [[nodiscard]] std::uint32_t find_body(std::uint32_t pronoun, std::uint32_t speaker) const {
    constexpr std::array<std::string_view, 26> kOwnDeeds = {
        "appeal",    "applaud", "appreciate", "ask",       "be",        "believe",   "call",
        "commend",   "condemn", "deplore",    "encourage", "expect",    "express",   "extend",
        "hope",      "invite",  "note",       "offer",     "recognise", "recognize", "regret",
        "reiterate", "share",   "thank",      "urge",      "welcome"};
    bool official = false;
    for (const std::uint32_t mention : clusters_[speaker].mentions) {
      const auto office = office_of(mention);
      if (!office) continue;
      official = true;
      const DependencyTree& tree = in_.trees[in_.mentions[mention].sentence];
      const TokenRange title = tree.subtree(*office);
      for (std::uint32_t i = 0; i < in_.mentions.size(); ++i) {
        const Mention& m = in_.mentions[i];
        if (m.sentence != in_.mentions[mention].sentence || !title.contains(m.head) ||
            !in_.features[i].is_name)
          continue;
        const std::uint32_t entity = clusters_.entity_of(i);
        if (entity == kNoEntity || tree[m.head].head != *office) continue;
        if (is_collective(clusters_[entity].kind) || clusters_[entity].kind == ActorKind::Country)
          return entity;
      }
    }
    const Mention& p = in_.mentions[pronoun];
    const Token& tok = in_.trees[p.sentence][p.head];
    if (!official || tok.deprel != Deprel::Nsubj || tok.head == kRootHead) return kNoEntity;
    const Token& verb = in_.trees[p.sentence][tok.head];
    const bool own = verb.upos != Upos::Verb || contains(kOwnDeeds, verb.lemma);
    return own ? speaker : kNoEntity;
  }

  // The subject that follows the phrase or clause of a pronoun: "In its report, X said", "When he left, X".
  [[nodiscard]] std::uint32_t find_following_subject(std::uint32_t pronoun) const {
    const Mention& p = in_.mentions[pronoun];
    const DependencyTree& tree = in_.trees[p.sentence];
    const Token& tok = tree[p.head];
    const bool argument = !in_.features[pronoun].possessive && universal(tok.deprel) != Deprel::Nsubj;
    // "Before meeting him, X": X meets another.
    if (tok.head == kRootHead || (argument && !tree.has_child(tok.head, {Deprel::Nsubj, Deprel::NsubjPass})))
      return kNoEntity;
    for (std::uint32_t at = p.head; tree[at].head != kRootHead; at = tree[at].head) {
      const Deprel relation = universal(tree[at].deprel);
      const std::uint32_t above = tree[at].head;
      if (relation == Deprel::Obl || relation == Deprel::Advcl) {
        const auto subject = tree.find_child(above, {Deprel::Nsubj, Deprel::NsubjPass});
        if (subject) {
          const bool follows = at != p.head && tree.subtree(at).end <= tree.subtree(*subject).begin;
          return follows ? find_subject_entity(pronoun, *subject) : kNoEntity;
        }
        continue;  // "While working in his office, X said"
      }
      const bool within = relation == Deprel::Nsubj || relation == Deprel::Obj || relation == Deprel::Nmod ||
                          relation == Deprel::Compound || relation == Deprel::Ccomp ||
                          relation == Deprel::Xcomp;
      if (!within) return kNoEntity;
    }
    return kNoEntity;
  }

  [[nodiscard]] std::uint32_t find_subject_entity(std::uint32_t pronoun, std::uint32_t subject) const {
    const Mention& p = in_.mentions[pronoun];
    const MentionFeatures& f = in_.features[pronoun];
    for (std::uint32_t i = pronoun; i > 0 && in_.mentions[i - 1].sentence == p.sentence; --i) {
      const std::uint32_t entity = clusters_.entity_of(i - 1);
      if (entity != kNoEntity && agrees(f, clusters_[entity])) return kNoEntity;  // named before
    }
    for (std::uint32_t i = pronoun + 1; i < in_.mentions.size(); ++i) {
      if (in_.mentions[i].sentence != p.sentence) return kNoEntity;
      if (in_.mentions[i].head != subject) continue;
      if (!in_.features[i].is_name || is_blocked(pronoun, i)) return kNoEntity;
      const std::uint32_t entity = clusters_.entity_of(i);
      if (entity == kNoEntity || !agrees(f, clusters_[entity]) || !may_act(pronoun, clusters_[entity]))
        return kNoEntity;
      return entity;
    }
    return kNoEntity;
  }

  void resolve(std::uint32_t i) {
    if (in_.mentions[i].type == MentionType::Pronoun) {
      resolve_pronoun(i);
    } else if (!in_.features[i].is_name) {
      if (auto found = find_described(in_, clusters_, i)) {
        clusters_.join(i, found->entity, std::move(found->reason));
      }
    }
    if (clusters_.entity_of(i) == kNoEntity) clusters_.begin(i);
  }

  void resolve_pronoun(std::uint32_t i) {
    const MentionFeatures& f = in_.features[i];
    const std::string& form = in_.mentions[i].text;
    if (f.expletive) return;
    switch (f.pronoun) {
      case PronounClass::FirstSingular:
      case PronounClass::FirstPlural:
      case PronounClass::Second: {
        const std::uint32_t quote = quote_of(i);
        const auto slot = std::pair(quote, f.pronoun);
        std::uint32_t entity = f.pronoun == PronounClass::Second ? kNoEntity : find_speaker(i);
        if (entity != kNoEntity) {
          const Entity& e = clusters_[entity];
          const bool many = e.number == Number::Plural || is_collective(e.kind);
          const bool plural = f.pronoun == PronounClass::FirstPlural;
          if (plural && !many) {
            entity = find_body(i, entity);
          } else if (many != plural) {
            entity = kNoEntity;
          }
        }
        if (entity != kNoEntity) {
          clusters_.join(i, entity, form + ": speaker of the quotation");
          return;
        }
        for (auto& [known, first] : first_persons_) {
          if (known == slot) {
            const bool addressed = f.pronoun == PronounClass::Second;
            clusters_.join(i, first,
                           form + (addressed    ? ": whom the text speaks to"
                                   : quote == 0 ? ": the author"
                                                : ": same speaker"));
            return;
          }
        }
        first_persons_.emplace_back(slot, clusters_.begin(i));
        return;
      }
      case PronounClass::Male:
      case PronounClass::Female:
      case PronounClass::Neuter:
      case PronounClass::Plural:
        break;
      default:
        return;
    }
    if (f.reflexive) {
      const std::uint32_t entity = find_reflexive(i);
      if (entity != kNoEntity && agrees(f, clusters_[entity])) {
        clusters_.join(i, entity, form + ": reflexive of the subject");
      }
      return;
    }
    if (const std::uint32_t entity = find_following_subject(i); entity != kNoEntity) {
      clusters_.join(i, entity, form + ": the subject that follows");
      return;
    }
    const Choice choice = choose(i);
    if (choice.entity == kNoEntity) return;
    const bool thing = f.pronoun == PronounClass::Neuter || f.pronoun == PronounClass::Plural;
    if (thing && choice.score < choice.runner_up * kLeastMargin && !is_likely_subject(i, choice.entity))
      return;
    const Entity& e = clusters_[choice.entity];
    const bool same_sentence = e.last_sentence == in_.mentions[i].sentence;
    clusters_.join(i, choice.entity,
                   form + (same_sentence ? ": most salient of the sentence that agrees"
                                         : ": most salient of the sentences before that agrees"));
  }

  const AnaphoraInput& in_;
  EntityClusters& clusters_;
  std::vector<std::pair<std::pair<std::uint32_t, PronounClass>, std::uint32_t>> first_persons_;
};

}  // namespace

void resolve_anaphora(const AnaphoraInput& input, EntityClusters& clusters) {
  AnaphoraPass(input, clusters).run();
}

}  // namespace actorgraph
