#include "extract/name_coreference.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "extract/declared_name.hpp"
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

bool is_person_name(const MentionFeatures& mention) {
  return mention.name_type == NameType::Person;
}

bool types_agree(const MentionFeatures& mention, const MentionFeatures& other) {
  if (is_person_name(mention) != is_person_name(other)) return false;
  const bool norp = mention.name_type == NameType::Norp;
  const bool other_norp = other.name_type == NameType::Norp;
  const auto place = [](const MentionFeatures& m) {
    return m.name_type == NameType::Gpe || m.name_type == NameType::Loc;
  };
  return !(norp && place(other)) && !(other_norp && place(mention));
}

// Directions that stand for a country's half: "the North".
bool is_direction(const std::vector<std::string>& words) {
  return words.size() == 1 &&
         (words[0] == "north" || words[0] == "south" || words[0] == "east" || words[0] == "west");
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
    if (e.names.empty() || !types_agree(features[mention], features[e.names.front()])) return false;
    if (f.listed != nullptr && e.listed != nullptr && f.listed != e.listed) return false;
    return f.gender == Gender::Unknown || e.gender == Gender::Unknown || f.gender == e.gender;
  };
  // A short form must fit all longer names of its entity, and every longer name all shorter ones.
  const auto fits = [&](std::uint32_t mention, std::uint32_t entity) {
    if (!agrees(mention, entity)) return false;
    const auto& words = features[mention].words;
    const bool person = is_person_name(features[mention]);
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
    const Entity& e = clusters[entity];
    if (is_direction(words) && e.listed != nullptr && e.listed->kind == ActorKind::Country) return true;
    // A place, a country or a people within a longer name is no short form of it.
    const auto stands_alone = [](const MentionFeatures& f) {
      const bool country = f.listed != nullptr && f.listed->kind == ActorKind::Country;
      return country || f.name_type == NameType::Gpe || f.name_type == NameType::Loc ||
             f.name_type == NameType::Norp;
    };
    return !stands_alone(features[mention]) &&
           std::none_of(e.names.begin(), e.names.end(),
                        [&](std::uint32_t name) { return stands_alone(features[name]); });
  };

  for (std::uint32_t i = 0; i < mentions.size(); ++i) {
    if (!features[i].is_name || features[i].words.empty()) continue;
    const auto key = std::pair(key_of(features[i]), is_person_name(features[i]));
    const auto remember = [&](std::uint32_t entity) {
      by_words[key] = entity;
      if (features[i].listed != nullptr) by_actor.try_emplace(features[i].listed, entity);
    };
    if (const auto other = find_declared(trees, mentions, features, i)) {
      std::uint32_t entity = clusters.entity_of(*other);
      if (entity == kNoEntity) entity = clusters.begin(*other);
      const std::string reason = features[i].name + ": declared as another name";
      const auto listed = features[i].listed;
      const bool clash =
          listed != nullptr && clusters[entity].listed != nullptr && listed != clusters[entity].listed;
      const auto same = by_words.find(key);
      const auto known = listed == nullptr ? by_actor.end() : by_actor.find(listed);
      std::uint32_t earlier = kNoEntity;
      if (same != by_words.end()) earlier = same->second;
      if (same == by_words.end() && known != by_actor.end()) earlier = known->second;
      if (!clash && (earlier == kNoEntity || agrees(i, earlier))) {
        clusters.join(i, entity, reason);
        if (earlier != kNoEntity && earlier != entity) {
          clusters.merge(entity, earlier, reason);
          for (auto& [words, at] : by_words) at = at == entity ? earlier : at;
          for (auto& [actor, at] : by_actor) at = at == entity ? earlier : at;
          entity = earlier;
        } else if (std::find(named.begin(), named.end(), entity) == named.end()) {
          named.push_back(entity);
        }
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
  // One of several mentions with the same head: "Chadian and Danish embassies".
  const auto shares_head = [&](std::uint32_t mention) {
    return mention + 1 < mentions.size() && mentions[mention + 1].head == mentions[mention].head &&
           mentions[mention + 1].sentence == mentions[mention].sentence;
  };
  for (std::uint32_t i = 0; i < mentions.size(); ++i) {
    if (mentions[i].type == MentionType::Pronoun) continue;
    const DependencyTree& tree = trees[mentions[i].sentence];
    const Token& tok = tree[mentions[i].head];
    const bool title = tok.deprel == Deprel::NmodDesc;
    if ((!title && tok.deprel != Deprel::Appos) || tok.head == kRootHead) continue;
    const std::uint32_t other = find_mention(mentions, mentions[i].sentence, tok.head);
    if (other == kNoMention || shares_head(other)) continue;
    if (mentions[other].type == MentionType::Pronoun) continue;
    const MentionFeatures& f = features[i];
    const MentionFeatures& g = features[other];
    const bool both_names = f.is_name && g.is_name;
    // A coordinated first part makes a list, not an apposition.
    if (!title &&
        (tree.has_child(mentions[i].head, {Deprel::Conj}) || tree.has_child(tok.head, {Deprel::Conj})))
      continue;
    if (both_names || !kinds_agree(f, g)) continue;
    const bool numbers = f.number != Number::Unknown && g.number != Number::Unknown && f.number != g.number;
    const MentionFeatures& one = f.number == Number::Singular ? f : g;
    const MentionFeatures& many = f.number == Number::Singular ? g : f;
    const bool collective = is_collective(one.kind) && (many.is_name || one.kind == ActorKind::ArmedGroup);
    if (numbers && !collective) continue;
    const bool f_place = f.kind == ActorKind::Place || f.kind == ActorKind::Country;
    if (f_place && !g.is_name && g.kind == ActorKind::Unknown) continue;
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

namespace {

bool is_place_noun(std::string_view noun) {
  return noun == "city" || noun == "town" || noun == "village" || noun == "province" || noun == "district" ||
         noun == "island" || noun == "region" || noun == "county" || noun == "municipality" ||
         noun == "township" || noun == "suburb" || noun == "hamlet" || noun == "governorate";
}

// "the Taliban movement" is the Taliban; a "government" only of an armed group that governs.
bool is_body_noun(std::string_view noun, const MentionFeatures& name) {
  if (noun == "government" || noun == "administration" || noun == "authorities")
    return name.listed != nullptr && name.listed->kind == ActorKind::ArmedGroup;
  return noun == "group" || noun == "movement" || noun == "organization" || noun == "organisation" ||
         noun == "network" || noun == "militia" || noun == "company" || noun == "newspaper";
}

}  // namespace

void resolve_naming_nouns(const std::vector<DependencyTree>& trees, const Mentions& mentions,
                          const Features& features, EntityClusters& clusters) {
  for (std::uint32_t i = 0; i < mentions.size(); ++i) {
    const MentionFeatures& f = features[i];
    if (f.is_name || mentions[i].type == MentionType::Pronoun || f.number == Number::Plural) continue;
    if (clusters.entity_of(i) != kNoEntity || f.determiner == Determiner::Indefinite) continue;
    const DependencyTree& tree = trees[mentions[i].sentence];
    const std::uint32_t head = mentions[i].head;
    const auto is_named = [&](std::uint32_t other) {
      const MentionFeatures& g = features[other];
      if (!g.is_name) return false;
      const std::uint32_t tok = mentions[other].head;
      if (tree[tok].head != head || clusters.entity_of(other) == kNoEntity) return false;
      if (is_place_noun(f.head)) {
        const auto preposition = tree.find_child(tok, {Deprel::Case});
        return tok > head && preposition && tree[*preposition].form == "of" &&
               (g.listed == nullptr || g.listed->kind != ActorKind::Country) &&
               g.evidence < KindEvidence::Name && !tree.has_child(head, {Deprel::Compound});
      }
      return is_body_noun(f.head, g) && tree[tok].deprel == Deprel::Compound && is_body_kind(g.kind) &&
             g.name_type != NameType::Norp && f.words.size() == g.words.size() + 1;
    };
    const auto first = std::partition_point(mentions.begin(), mentions.end(), [&](const Mention& other) {
      return other.sentence < mentions[i].sentence;
    });
    for (auto other = static_cast<std::uint32_t>(first - mentions.begin());
         other < mentions.size() && mentions[other].sentence == mentions[i].sentence; ++other) {
      if (!is_named(other)) continue;
      clusters.join(i, clusters.entity_of(other),
                    mentions[i].text + ": says what " + features[other].name + " is");
      break;
    }
  }
}

}  // namespace actorgraph
