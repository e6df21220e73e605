#include "extract/mention_features.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>

#include "extract/fold_name.hpp"
#include "extract/noun_phrase.hpp"

namespace actorgraph {
namespace {

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return result;
}

bool among(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
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
    for (std::uint32_t tok = range.begin; tok < range.end; ++tok) words.push_back(tok);
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

bool looks_personal(std::string_view noun) {
  if (among(noun, {"number",  "matter", "power",    "order",  "paper",  "letter", "river",   "water",
                   "weather", "winter", "summer",   "border", "sector", "factor", "chapter", "center",
                   "danger",  "corner", "computer", "error",  "color",  "door",   "floor",   "labor",
                   "vector",  "terror", "honor",    "manner", "tower"})) {
    return false;
  }
  return noun.ends_with("woman") || noun.ends_with("man") || noun.ends_with("ist") || noun.ends_with("er") ||
         noun.ends_with("or") || noun.ends_with("ian") || noun.ends_with("person");
}

}  // namespace

bool is_collective(ActorKind kind) {
  switch (kind) {
    case ActorKind::Group:
    case ActorKind::ArmedGroup:
    case ActorKind::Government:
    case ActorKind::Organization:
    case ActorKind::Company:
    case ActorKind::Party:
    case ActorKind::Media:
    case ActorKind::Country:
      return true;
    default:
      return false;
  }
}

bool kinds_agree(ActorKind kind, ActorKind other) {
  if (kind == other || kind == ActorKind::Unknown || other == ActorKind::Unknown) return true;
  const auto body = [](ActorKind k) {
    return k == ActorKind::Group || k == ActorKind::ArmedGroup || k == ActorKind::Government ||
           k == ActorKind::Organization || k == ActorKind::Company || k == ActorKind::Party ||
           k == ActorKind::Media;
  };
  const auto place = [](ActorKind k) {
    return k == ActorKind::Country || k == ActorKind::Place || k == ActorKind::Facility;
  };
  if (body(kind) && body(other)) return true;
  return place(kind) && place(other);
}

std::vector<MentionFeatures> find_mention_features(const Document& doc,
                                                   const std::vector<DependencyTree>& trees,
                                                   const std::vector<Mention>& mentions, const World& world) {
  std::vector<MentionFeatures> all(mentions.size());
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    const Mention& mention = mentions[i];
    const DependencyTree& tree = trees[mention.sentence];
    const Token& tok = tree[mention.head];
    MentionFeatures& features = all[i];
    features.head = lower(tok.lemma.empty() || tok.lemma == "_" ? tok.form : tok.lemma);
    features.number = mention.number;
    features.role = role_of(tree, mention.head);
    if (mention.type == MentionType::Pronoun) {
      set_pronoun(features, lower(tok.form), tok);
      features.expletive = features.pronoun == PronounClass::Neuter && is_expletive(tree, mention.head);
      const bool speaks =
          features.pronoun == PronounClass::FirstSingular || features.pronoun == PronounClass::Second;
      const bool gendered =
          features.pronoun == PronounClass::Male || features.pronoun == PronounClass::Female;
      if (speaks || gendered) features.kind = ActorKind::Person;
      if (features.pronoun == PronounClass::Male) features.gender = Gender::Male;
      if (features.pronoun == PronounClass::Female) features.gender = Gender::Female;
      continue;
    }
    features.temporal = mention.type == MentionType::Nominal && is_time_word(tok);
    features.determiner = determiner_of(tree, mention.head);
    features.possessive = tok.deprel == Deprel::NmodPoss;
    for (const std::uint32_t child : tree.children(mention.head)) {
      const Deprel relation = universal(tree[child].deprel);
      if (child > mention.head && (relation == Deprel::Nmod || relation == Deprel::Acl))
        features.has_complement = true;
    }
    Words words;
    if (mention.type == MentionType::Name) {
      words = name_words(tree, mention);
      features.name = words_text(doc, tree.sentence(), words);
      features.listed =
          mention.name_type == NameType::Person ? nullptr : world.find(features.name, doc.article.published);
      if (mention.name_type == NameType::Norp && tok.upos == Upos::Adj) features.listed = nullptr;
    } else {
      for (std::uint32_t k = mention.tokens.begin; k < mention.tokens.end; ++k) {
        const Deprel relation = universal(tree[k].deprel);
        if (relation == Deprel::Det || tree[k].upos == Upos::Punct || tree[k].xpos == Xpos::Pos) continue;
        words.push_back(k);
      }
    }
    std::vector<std::string_view> forms;
    for (const std::uint32_t word : words) {
      std::string folded = fold_name(tree[word].form);
      if (folded.empty()) continue;
      features.words.push_back(std::move(folded));
      forms.push_back(tree[word].form);
    }
    const ActorProfile profile = world.describe(forms, mention.name_type, doc.article.published);
    features.kind = profile.kind;
    features.country = profile.country;
    if (mention.type == MentionType::Nominal) {
      const auto noun = world.find_noun(features.head);
      features.kind = noun ? noun->kind : looks_personal(features.head) ? ActorKind::Person : profile.kind;
      if (noun) features.gender = noun->gender;
    } else if (features.kind == ActorKind::Person) {
      features.gender = person_gender(tree, mention, features, world);
    }
  }
  return all;
}

}  // namespace actorgraph
