#include "extract/mention_features.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>

#include "extract/fold_name.hpp"
#include "extract/name_types.hpp"
#include "extract/noun_phrase.hpp"
#include "extract/word_list.hpp"

namespace actorgraph {
namespace {

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return result;
}

void set_pronoun(MentionFeatures& features, const std::string& form, const Token& tok) {
  features.reflexive = form.ends_with("self") || form.ends_with("selves");
  features.possessive = tok.xpos == Xpos::PrpPoss || tok.deprel == Deprel::NmodPoss;
  if (among(form, {"i", "me", "my", "mine", "myself"})) {
    features.pronoun = PronounClass::FirstSingular;
  } else if (among(form, {"we", "us", "our", "ours", "ourselves"})) {
    features.pronoun = PronounClass::FirstPlural;
  } else if (among(form, {"you", "your", "yours", "yourself", "yourselves"})) {
    features.pronoun = PronounClass::Second;
  } else if (among(form, {"he", "him", "his", "himself"})) {
    features.pronoun = PronounClass::Male;
  } else if (among(form, {"she", "her", "hers", "herself"})) {
    features.pronoun = PronounClass::Female;
  } else if (among(form, {"it", "its", "itself"})) {
    features.pronoun = PronounClass::Neuter;
  } else if (among(form, {"they", "them", "their", "theirs", "themselves"})) {
    features.pronoun = PronounClass::Plural;
  } else {
    features.pronoun = PronounClass::Other;
  }
  features.number =
      among(form, {"we", "us", "our", "ours", "ourselves", "they", "them", "their", "theirs", "themselves"})
          ? Number::Plural
          : Number::Singular;
}

// "it is likely that", "it seems": the clause behind is what is meant.
bool is_expletive(const DependencyTree& tree, std::uint32_t tok) {
  const Token& word = tree[tok];
  if (universal(word.deprel) == Deprel::Expl) return true;
  if (universal(word.deprel) != Deprel::Nsubj || word.head == kRootHead) return false;
  const Token& head = tree[word.head];
  if (tree.has_child(word.head, {Deprel::Csubj, Deprel::CsubjPass})) return true;
  const bool clause = tree.has_child(word.head, {Deprel::Ccomp, Deprel::Xcomp, Deprel::Advcl});
  if (among(head.lemma, {"seem", "appear", "happen", "turn", "rain", "snow", "take"}))
    return clause || head.lemma == "rain";
  if (tree.has_child(word.head, {Deprel::Cop})) {
    if (is_time_word(head) || head.upos == Upos::Num) return true;
    return head.upos == Upos::Adj && clause;
  }
  return word.deprel == Deprel::NsubjPass && tree.has_child(word.head, {Deprel::Ccomp});
}

Determiner determiner_of(const DependencyTree& tree, std::uint32_t head) {
  for (const std::uint32_t child : tree.children(head)) {
    const Token& word = tree[child];
    if (word.deprel == Deprel::NmodPoss) return Determiner::Possessive;
    if (universal(word.deprel) != Deprel::Det) continue;
    const std::string form = lower(word.form);
    if (form == "the") return Determiner::Definite;
    if (among(form, {"this", "that", "these", "those"})) return Determiner::Demonstrative;
    if (among(form, {"a", "an", "another"})) return Determiner::Indefinite;
    return Determiner::Quantifier;
  }
  return Determiner::None;
}

GrammaticalRole role_of(const DependencyTree& tree, std::uint32_t head) {
  std::uint32_t at = head;
  while (tree[at].deprel == Deprel::Conj && tree[at].head != kRootHead) at = tree[at].head;
  switch (universal(tree[at].deprel)) {
    case Deprel::Nsubj:
    case Deprel::Csubj:
      return GrammaticalRole::Subject;
    case Deprel::Obj:
    case Deprel::Iobj:
      return GrammaticalRole::Object;
    case Deprel::Obl:
      return tree[at].deprel == Deprel::OblAgent ? GrammaticalRole::Object : GrammaticalRole::Oblique;
    case Deprel::Nmod:
      return tree[at].deprel == Deprel::NmodPoss ? GrammaticalRole::Possessor : GrammaticalRole::Modifier;
    case Deprel::Compound:
    case Deprel::Amod:
      return GrammaticalRole::Modifier;
    default:
      return GrammaticalRole::Other;
  }
}

// The words of the name that the head lies in; without one, the proper nouns around the head.
Words name_words(const DependencyTree& tree, const Mention& mention) {
  Words words;
  if (const auto name = tree.name_of(mention.head)) {
    const TokenRange range = tree.sentence().names[*name].tokens;
    // "Bursa" within "Chamber of Engineers of Bursa" is a name of its own.
    const bool inner = tree[mention.head].head != kRootHead && range.contains(tree[mention.head].head);
    const std::uint32_t first = inner ? std::max(range.begin, mention.tokens.begin) : range.begin;
    const std::uint32_t last = inner ? std::min(range.end, mention.tokens.end) : range.end;
    for (std::uint32_t tok = first; tok < last; ++tok) words.push_back(tok);
  } else {
    words = {mention.head};
    for (const std::uint32_t child : tree.children(mention.head)) {
      const Deprel relation = universal(tree[child].deprel);
      if ((relation == Deprel::Flat || relation == Deprel::Compound) && tree[child].upos == Upos::Propn) {
        words.push_back(child);
      }
    }
    std::sort(words.begin(), words.end());
  }
  while (words.size() > 1 && is_article(tree[words.front()])) words.erase(words.begin());
  while (words.size() > 1 && tree[words.back()].xpos == Xpos::Pos) words.pop_back();
  return words;
}

// Titles stand before the name as a description, or inside it where the analysis took them in.
Gender person_gender(const DependencyTree& tree, const Mention& mention, const MentionFeatures& features,
                     const World& world) {
  for (const std::uint32_t child : tree.children(mention.head)) {
    if (child > mention.head) continue;
    const Gender gender = world.find_gender(tree[child].form);
    const auto noun = world.find_noun(lower(tree[child].lemma));
    if (tree[child].deprel == Deprel::NmodDesc) {
      if (gender != Gender::Unknown) return gender;
      if (noun && noun->gender != Gender::Unknown) return noun->gender;
    }
  }
  if (features.words.size() < 2) return Gender::Unknown;
  return world.find_gender(features.words.front());
}

// "Prime Minister", "the Foreign Ministry", "Parliament": common nouns written as a name. A role of a person
// or a single common noun names nobody, unless the analyser took it for a name; nor does a title: "Mr.",
// "Sheikh".
bool is_role(const DependencyTree& tree, const Mention& mention, const Words& words, const World& world) {
  const bool named = mention.name_type.has_value();
  std::string phrase;
  for (const std::uint32_t word : words) {
    if (!phrase.empty()) phrase += ' ';
    phrase += lower(tree[word].form);
  }
  const auto whole = world.find_noun(phrase);
  if (named) return whole && (whole->kind == ActorKind::Person || whole->kind == ActorKind::Government);
  if (whole || tree[mention.head].deprel == Deprel::NmodDesc) return true;
  std::vector<std::string> folded;
  for (const std::uint32_t word : words) folded.push_back(fold_name(tree[word].form));
  if (ends_with_body_noun(folded, world)) return false;
  const auto noun = world.find_noun(lower(tree[mention.head].lemma));
  return noun && (noun->kind == ActorKind::Person || words.size() == 1);
}

// Whose: "Afghanistan" of "Afghanistan's Foreign Ministry", "Russian" of "Russian Foreign Ministry".
bool has_owner(const DependencyTree& tree, const Mention& mention) {
  return std::any_of(
      tree.children(mention.head).begin(), tree.children(mention.head).end(), [&](std::uint32_t child) {
        const Deprel relation = tree[child].deprel;
        const bool owner =
            relation == Deprel::NmodPoss || relation == Deprel::Amod || relation == Deprel::Compound;
        return owner && child < mention.head && tree.name_of(child) &&
               tree.name_of(child) != tree.name_of(mention.head);
      });
}

// "Alder Point Partners": what the analyser calls a body is one, whatever its last noun means elsewhere.
ActorKind kind_of_body(const MentionFeatures& features, ActorKind kind, const World& world) {
  if (is_company_name(features.words) && world.find_gender(features.words.front()) == Gender::Unknown)
    return ActorKind::Company;
  return kind == ActorKind::Person ? ActorKind::Organization : kind;
}

MentionKind kind_of_name(const DependencyTree& tree, const Mention& mention, const MentionFeatures& features,
                         const ActorProfile& profile, const World& world) {
  if (features.listed != nullptr) return {features.listed->kind, KindEvidence::Listed, {}};
  const MentionKind described = kind_by_descriptor(tree, mention.head, world);
  if (features.name_type == NameType::Person) {
    const bool given =
        features.words.size() > 1 && world.find_gender(features.words.front()) != Gender::Unknown;
    if (given) return {ActorKind::Person, KindEvidence::Name, {}};
    if (described.kind != ActorKind::Unknown) return described;
    return {ActorKind::Person, features.words.size() > 1 ? KindEvidence::Analyser : KindEvidence::Guess, {}};
  }
  const bool named_body =
      features.words.size() > 1 && features.name_type != NameType::Gpe && features.name_type != NameType::Loc;
  const ActorKind kind = named_body ? kind_of_body(features, profile.kind, world) : profile.kind;
  const bool sure = is_body_kind(kind) && kind != ActorKind::Organization && kind != ActorKind::Group;
  if (features.words.size() > 1 && sure) return {kind, KindEvidence::Name, {}};
  if (described.evidence > KindEvidence::Analyser) return described;
  if (kind != ActorKind::Unknown) return {kind, KindEvidence::Analyser, {}};
  return described;
}

Words phrase_without_determiner(const DependencyTree& tree, const Mention& mention) {
  Words words;
  for (std::uint32_t tok = mention.tokens.begin; tok < mention.tokens.end; ++tok) {
    const Deprel relation = universal(tree[tok].deprel);
    if (relation == Deprel::Det || tree[tok].upos == Upos::Punct || tree[tok].xpos == Xpos::Pos) continue;
    words.push_back(tok);
  }
  return words;
}

void set_words(MentionFeatures& features, const DependencyTree& tree, const Words& words) {
  features.words.clear();
  for (const std::uint32_t word : words) {
    std::string folded = fold_name(tree[word].form);
    if (!folded.empty()) features.words.push_back(std::move(folded));
  }
}

// What is known without the other mentions.
MentionFeatures read_mention(const Document& doc, const DependencyTree& tree, const Mention& mention,
                             const World& world) {
  const Token& tok = tree[mention.head];
  MentionFeatures features;
  features.head = lower(tok.lemma.empty() || tok.lemma == "_" ? tok.form : tok.lemma);
  features.number = mention.number;
  features.role = role_of(tree, mention.head);
  features.predicate = tree.has_child(mention.head, {Deprel::Cop});
  if (mention.type == MentionType::Pronoun) {
    set_pronoun(features, lower(tok.form), tok);
    features.expletive = features.pronoun == PronounClass::Neuter && is_expletive(tree, mention.head);
    const bool speaks =
        features.pronoun == PronounClass::FirstSingular || features.pronoun == PronounClass::Second;
    const bool gendered = features.pronoun == PronounClass::Male || features.pronoun == PronounClass::Female;
    if (speaks || gendered) {
      features.kind = ActorKind::Person;
      features.evidence = KindEvidence::Vague;
    }
    if (features.pronoun == PronounClass::Male) features.gender = Gender::Male;
    if (features.pronoun == PronounClass::Female) features.gender = Gender::Female;
    return features;
  }
  features.temporal = is_time_word(tok) && !tree.name_of(mention.head);
  features.determiner = determiner_of(tree, mention.head);
  features.possessive = tok.deprel == Deprel::NmodPoss;
  for (const std::uint32_t child : tree.children(mention.head)) {
    const Deprel relation = universal(tree[child].deprel);
    if (child > mention.head && (relation == Deprel::Nmod || relation == Deprel::Acl) &&
        !is_time_word(tree[child]))  // "the council in the last years"
      features.has_complement = true;
  }
  if (mention.type == MentionType::Nominal) {
    set_words(features, tree, phrase_without_determiner(tree, mention));
    return features;
  }
  const Words words = name_words(tree, mention);
  const bool role = is_role(tree, mention, words, world);
  const bool owned = role && has_owner(tree, mention);
  const auto noun = world.find_noun(features.head);
  features.is_name = !role || (owned && (!noun || noun->kind != ActorKind::Person));
  if (role) {
    set_words(features, tree, phrase_without_determiner(tree, mention));
    features.name = features.is_name ? mention.text : std::string();
    if (features.determiner == Determiner::None) features.determiner = Determiner::Definite;
  } else {
    set_words(features, tree, words);
    features.name = words_text(doc, tree.sentence(), words);
  }
  return features;
}

// A capital that acts stands for its country: "Moscow said", not "Moscow woke to snow" or "in Moscow".
const WorldActor* find_metonym(const DependencyTree& tree, const Mention& mention,
                               const MentionFeatures& features, const World& world) {
  if (!features.is_name || features.name_type != NameType::Gpe || features.listed != nullptr) return nullptr;
  const Token& tok = tree[mention.head];
  if (tok.deprel != Deprel::Nsubj || tok.head == kRootHead || tree[tok.head].upos != Upos::Verb)
    return nullptr;
  if (tree.has_child(mention.head, {Deprel::Conj})) return nullptr;
  if (among(tree[tok.head].lemma, {"be", "fall", "grow", "have", "host", "lie", "remain", "see", "sit",
                                   "suffer", "wake", "experience", "become", "lose", "celebrate"})) {
    return nullptr;
  }
  return world.find_capital(features.name);
}

void set_kind(MentionFeatures& features, const Document& doc, const DependencyTree& tree,
              const Mention& mention, const World& world) {
  const auto published = doc.article.published;
  if (features.is_name && features.name_type != NameType::Person) {
    const bool people = features.name_type == NameType::Norp && tree[mention.head].upos == Upos::Adj;
    features.listed = people ? nullptr : world.find(features.name, published);
  }
  if (const auto* country = find_metonym(tree, mention, features, world)) {
    features.listed = country;
    features.name = country->name;
    features.words = {fold_name(country->name)};
    features.kind = country->kind;
    features.evidence = KindEvidence::Listed;
    features.country = country->country;
    return;
  }
  std::vector<std::string> written;  // as `words`, with capitals
  for (std::uint32_t tok = mention.tokens.begin; tok < mention.tokens.end; ++tok) {
    const std::string folded = fold_name(tree[tok].form);
    if (std::find(features.words.begin(), features.words.end(), folded) != features.words.end())
      written.push_back(tree[tok].form);
  }
  const std::vector<std::string_view> forms(written.begin(), written.end());
  const ActorProfile profile = world.describe(forms, features.name_type, published);
  features.country = profile.country;
  MentionKind kind;
  if (features.is_name) {
    kind = kind_of_name(tree, mention, features, profile, world);
  } else {
    kind = kind_of_description(tree, mention, world);
    features.gender = kind.gender;
    if (kind.kind == ActorKind::Unknown && profile.kind != ActorKind::Unknown)
      kind = {profile.kind, KindEvidence::Vague, {}};
  }
  features.kind = kind.kind;
  features.evidence = kind.evidence;
  if (features.is_name && features.kind == ActorKind::Person) {
    features.gender = person_gender(tree, mention, features, world);
  }
}

}  // namespace

std::uint32_t find_mention(const std::vector<Mention>& mentions, std::uint32_t sentence, std::uint32_t head) {
  const auto at = std::partition_point(mentions.begin(), mentions.end(), [&](const Mention& other) {
    return other.sentence < sentence || (other.sentence == sentence && other.head < head);
  });
  if (at == mentions.end() || at->sentence != sentence || at->head != head) return kNoMention;
  return static_cast<std::uint32_t>(at - mentions.begin());
}

std::vector<std::uint32_t> find_owners(const std::vector<DependencyTree>& trees,
                                       const std::vector<Mention>& mentions) {
  std::vector<std::uint32_t> owners(mentions.size(), kNoMention);
  for (std::uint32_t i = 0; i < mentions.size(); ++i) {
    const std::uint32_t sentence = mentions[i].sentence;
    const auto owner = trees[sentence].find_child(mentions[i].head, {Deprel::NmodPoss});
    if (owner) owners[i] = find_mention(mentions, sentence, *owner);
  }
  return owners;
}

bool is_collective(ActorKind kind) {
  return is_body_kind(kind) || kind == ActorKind::Country;
}

bool kinds_agree(ActorKind kind, ActorKind other) {
  if (kind == other || kind == ActorKind::Unknown || other == ActorKind::Unknown) return true;
  const auto place = [](ActorKind k) {
    return k == ActorKind::Country || k == ActorKind::Place || k == ActorKind::Facility;
  };
  if (is_body_kind(kind) && is_body_kind(other)) return true;
  return place(kind) && place(other);
}

bool kinds_agree(const MentionFeatures& features, const MentionFeatures& other) {
  if (features.evidence <= KindEvidence::Guess || other.evidence <= KindEvidence::Guess) return true;
  return kinds_agree(features.kind, other.kind);
}

std::vector<MentionFeatures> find_mention_features(const Document& doc,
                                                   const std::vector<DependencyTree>& trees,
                                                   const std::vector<Mention>& mentions, const World& world) {
  std::vector<MentionFeatures> all;
  all.reserve(mentions.size());
  std::vector<NameOccurrence> names;
  for (const Mention& mention : mentions) {
    all.push_back(read_mention(doc, trees[mention.sentence], mention, world));
    if (!all.back().is_name) continue;
    const DependencyTree& tree = trees[mention.sentence];
    const auto name = tree.name_of(mention.head);
    const bool inner = name && tree[mention.head].head != kRootHead &&
                       tree.sentence().names[*name].tokens.contains(tree[mention.head].head);
    names.push_back({all.back().name, all.back().words, inner ? std::nullopt : mention.name_type});
  }
  const auto types = settle_name_types(names, world);
  std::size_t next = 0;
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    if (mentions[i].type == MentionType::Pronoun) continue;
    if (all[i].is_name) all[i].name_type = types[next++];
    set_kind(all[i], doc, trees[mentions[i].sentence], mentions[i], world);
  }
  return all;
}

}  // namespace actorgraph
