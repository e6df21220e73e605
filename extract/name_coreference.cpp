#include "extract/name_coreference.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "extract/name_matching.hpp"

namespace actorgraph {
namespace {

using Mentions = std::vector<Mention>;
using Features = std::vector<MentionFeatures>;

std::string key_of(const MentionFeatures& features) {
  std::string key;
  for (const auto& word : features.words) {
    if (!key.empty()) key += ' ';
    key += word;
  }
  return key;
}

bool is_person_name(const Mention& mention) {
  return mention.name_type == NameType::Person;
}

bool types_agree(const Mention& mention, const Mention& other) {
  if (is_person_name(mention) != is_person_name(other)) return false;
  const bool norp = mention.name_type == NameType::Norp;
  const bool other_norp = other.name_type == NameType::Norp;
  const auto place = [](const Mention& m) {
    return m.name_type == NameType::Gpe || m.name_type == NameType::Loc;
  };
  return !(norp && place(other)) && !(other_norp && place(mention));
}

// The mention of `sentence` that ends just before token `end`, its determiner and brackets aside.
std::optional<std::uint32_t> find_name_ending(const Mentions& mentions, std::uint32_t before,
                                              std::uint32_t end) {
  for (std::uint32_t i = before; i > 0; --i) {
    const Mention& mention = mentions[i - 1];
    if (mention.sentence != mentions[before].sentence) return std::nullopt;
    if (mention.tokens.end == end && mention.type == MentionType::Name) return i - 1;
  }
  return std::nullopt;
}

// "X (Y)", "X, or Y", "X, also known as Y": the mention that Y is declared to name.
std::optional<std::uint32_t> find_declared(const std::vector<DependencyTree>& trees, const Mentions& mentions,
                                           const Features& features, std::uint32_t mention) {
  const Mention& m = mentions[mention];
  const DependencyTree& tree = trees[m.sentence];
  const std::uint32_t first = m.tokens.begin;
  const auto form = [&](std::uint32_t tok) -> std::string_view {
    return tok < tree.size() ? tree[tok].form : std::string_view();
  };
  const bool short_name = looks_like_acronym(features[mention].name);
  if (first >= 1 && form(first - 1) == "(" && (form(m.tokens.end) == ")" || form(m.tokens.end) == ",")) {
    const auto other = find_name_ending(mentions, mention, first - 1);
    if (other && short_name && is_acronym_of(features[mention].name, features[*other].words)) return other;
  }
  // "known as": the participle describes the noun before it.
  std::uint32_t verb = tree[m.head].head;
  const bool oblique = universal(tree[m.head].deprel) == Deprel::Obl ||
                       universal(tree[m.head].deprel) == Deprel::Xcomp ||
                       universal(tree[m.head].deprel) == Deprel::Obj;
  if (oblique && verb != kRootHead) {
    const Token& word = tree[verb];
    const bool known = word.form == "known" && tree.has_child(m.head, {Deprel::Case});
    const bool called =
        word.form == "called" || word.form == "dubbed" || word.form == "nicknamed" || word.form == "named";
    if ((known || called) && universal(word.deprel) == Deprel::Acl && word.head != kRootHead) {
      for (std::uint32_t i = 0; i < mentions.size(); ++i) {
        if (mentions[i].sentence == m.sentence && mentions[i].head == word.head && i != mention) return i;
      }
    }
  }
  // "Islamic State Khorasan, or ISIS-K"
  if (tree[m.head].deprel == Deprel::Conj && tree[m.head].head != kRootHead && first >= 2 &&
      form(first - 1) == "or" && form(first - 2) == ",") {
    const auto other = find_name_ending(mentions, mention, first - 2);
    if (other && types_agree(m, mentions[*other]) && !is_person_name(m)) return other;
  }
  return std::nullopt;
}

}  // namespace

bool may_be_same(const Entity& entity, const Entity& other) {
  if (entity.listed != nullptr && other.listed != nullptr && entity.listed != other.listed) return false;
  if (entity.gender != Gender::Unknown && other.gender != Gender::Unknown && entity.gender != other.gender)
    return false;
  if (!entity.country.empty() && !other.country.empty() && entity.country != other.country) return false;
  return entity.names.empty() || other.names.empty();
}

void resolve_names(const std::vector<DependencyTree>& trees, const Mentions& mentions,
                   const Features& features, EntityClusters& clusters) {
  std::map<std::pair<std::string, bool>, std::uint32_t> by_words;  // the newest entity of these words
  std::map<const WorldActor*, std::uint32_t> by_actor;
  std::vector<std::uint32_t> named;  // entities of names, in order

  const auto agrees = [&](std::uint32_t mention, std::uint32_t entity) {
    const Entity& e = clusters[entity];
    const MentionFeatures& f = features[mention];
    if (e.names.empty() || !types_agree(mentions[mention], mentions[e.names.front()])) return false;
    if (f.listed != nullptr && e.listed != nullptr && f.listed != e.listed) return false;
    return f.gender == Gender::Unknown || e.gender == Gender::Unknown || f.gender == e.gender;
  };
  // A short form must fit all longer names of its entity, and every longer name all shorter ones.
  const auto fits = [&](std::uint32_t mention, std::uint32_t entity) {
    if (!agrees(mention, entity)) return false;
    const auto& words = features[mention].words;
    const bool person = is_person_name(mentions[mention]);
    bool any = false;
    for (const std::uint32_t name : clusters[entity].names) {
      const auto& other = features[name].words;
      const bool shorter = words.size() <= other.size();
      const auto& small = shorter ? words : other;
      const auto& full = shorter ? other : words;
      const bool fit = person ? is_short_person(small, full) : is_short_body(small, full);
      // An acronym, or an alias that the text declared, need not look like the other names.
      if (!fit && (person || !looks_like_acronym(features[name].name))) return false;
      any = any || fit;
    }
    if (!any) return false;
    if (person) return true;
    // A country or people within a longer name is no short form of it.
    const auto& shorter_listed = features[mention].listed;
    const auto type = mentions[mention].name_type;
    return !(shorter_listed != nullptr && clusters[entity].listed == nullptr &&
             shorter_listed->kind == ActorKind::Country) &&
           type != NameType::Gpe && type != NameType::Loc && type != NameType::Norp && type.has_value();
  };

  for (std::uint32_t i = 0; i < mentions.size(); ++i) {
    if (mentions[i].type != MentionType::Name || features[i].words.empty()) continue;
    const auto key = std::pair(key_of(features[i]), is_person_name(mentions[i]));
    const auto remember = [&](std::uint32_t entity) {
      by_words[key] = entity;
      if (features[i].listed != nullptr) by_actor.try_emplace(features[i].listed, entity);
    };
    if (const auto other = find_declared(trees, mentions, features, i)) {
      std::uint32_t entity = clusters.entity_of(*other);
      if (entity == kNoEntity) entity = clusters.begin(*other);
      const auto same = by_words.find(key);
      const auto listed = features[i].listed;
      const bool clash =
          listed != nullptr && clusters[entity].listed != nullptr && listed != clusters[entity].listed;
      if (!clash && same == by_words.end()) {
        clusters.join(i, entity, features[i].name + ": declared as another name");
        remember(entity);
        continue;
      }
    }
    if (const auto same = by_words.find(key); same != by_words.end() && agrees(i, same->second)) {
      clusters.join(i, same->second, "same name");
      continue;
    }
    if (features[i].listed != nullptr) {
      const auto same = by_actor.find(features[i].listed);
      if (same != by_actor.end() && agrees(i, same->second)) {
        clusters.join(i, same->second, features[i].name + ": another name of " + features[i].listed->name);
        by_words[key] = same->second;
        continue;
      }
    }
    std::optional<std::uint32_t> candidate;
    std::string reason;
    std::uint32_t count = 0;
    for (const std::uint32_t entity : named) {
      if (!agrees(i, entity)) continue;
      bool acronym = false;
      for (const std::uint32_t name : clusters[entity].names) {
        acronym = acronym || is_acronym_of(features[i].name, features[name].words) ||
                  is_acronym_of(features[name].name, features[i].words);
      }
      if (!acronym && !fits(i, entity)) continue;
      candidate = entity;
      reason = features[i].name + (acronym ? ": acronym or its full name" : ": short form or its full name");
      ++count;
    }
    if (candidate && count == 1) {
      clusters.join(i, *candidate, std::move(reason));
      remember(*candidate);
      continue;
    }
    const std::uint32_t entity = clusters.begin(i);
    named.push_back(entity);
    remember(entity);
  }
}

void resolve_appositives(const std::vector<DependencyTree>& trees, const Mentions& mentions,
                         const Features& features, EntityClusters& clusters) {
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> by_head;
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> count_by_head;
  for (std::uint32_t i = 0; i < mentions.size(); ++i) {
    const auto place = std::pair(mentions[i].sentence, mentions[i].head);
    by_head.try_emplace(place, i);
    ++count_by_head[place];
  }
  for (std::uint32_t i = 0; i < mentions.size(); ++i) {
    if (mentions[i].type == MentionType::Pronoun) continue;
    const DependencyTree& tree = trees[mentions[i].sentence];
    const Token& tok = tree[mentions[i].head];
    const bool title = tok.deprel == Deprel::NmodDesc;
    if ((!title && tok.deprel != Deprel::Appos) || tok.head == kRootHead) continue;
    const auto found = by_head.find({mentions[i].sentence, tok.head});
    if (found == by_head.end() || count_by_head[found->first] > 1) continue;
    const std::uint32_t other = found->second;
    if (mentions[other].type == MentionType::Pronoun) continue;
    const bool both_names =
        mentions[i].type == MentionType::Name && mentions[other].type == MentionType::Name;
    if (both_names && !(title && mentions[i].name_type != NameType::Person)) continue;
    // A coordinated first part makes a list, not an apposition.
    if (!title &&
        (tree.has_child(mentions[i].head, {Deprel::Conj}) || tree.has_child(tok.head, {Deprel::Conj})))
      continue;
    const MentionFeatures& f = features[i];
    const MentionFeatures& g = features[other];
    if (both_names || !kinds_agree(f.kind, g.kind)) continue;
    if (f.number != Number::Unknown && g.number != Number::Unknown && f.number != g.number &&
        !is_collective(g.kind))
      continue;
    const bool f_place = f.kind == ActorKind::Place || f.kind == ActorKind::Country;
    if (f_place && mentions[other].type == MentionType::Nominal && g.kind == ActorKind::Unknown) continue;
    const std::uint32_t mine = clusters.entity_of(i);
    const std::uint32_t theirs = clusters.entity_of(other);
    const std::string reason = title ? "title of " + mentions[other].text : "apposition";
    if (mine == kNoEntity && theirs == kNoEntity) {
      clusters.join(i, clusters.begin(other), reason);
    } else if (mine == kNoEntity) {
      clusters.join(i, theirs, reason);
    } else if (theirs == kNoEntity) {
      clusters.join(other, mine, "apposition");
    } else if (may_be_same(clusters[mine], clusters[theirs])) {
      clusters.merge(theirs, mine, "apposition");
    }
  }
}

}  // namespace actorgraph
