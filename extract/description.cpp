#include "extract/description.hpp"

#include <algorithm>
#include <initializer_list>
#include <string_view>
#include <vector>

#include "extract/binding.hpp"
#include "extract/word_list.hpp"

namespace actorgraph {
namespace {

constexpr std::uint32_t kWindow = 6;      // sentences back
constexpr std::uint32_t kFarWindow = 12;  // for bodies called by the same noun, where there is but one
constexpr double kLeastSalience = 20;     // of an entity of the kind
constexpr double kLeastMargin = 1.2;      // of the best entity of the kind over the next
constexpr double kSameNounBonus = 200;

// Nouns that stand for one another: "the coalition forces" are "the coalition troops".
bool are_like(std::string_view noun, std::string_view other) {
  return noun == other || (among(noun, {"force", "troop"}) && among(other, {"force", "troop"})) ||
         (among(noun, {"organization", "organisation"}) && among(other, {"organization", "organisation"}));
}

// What a description may stand for when it says no more than the kind.
ActorKind kind_of_generic(const MentionFeatures& f) {
  const std::string_view head = f.head;
  if (among(head, {"group", "organization", "organisation", "movement", "branch", "affiliate", "faction",
                   "network", "militia", "outfit", "wing", "alliance", "bloc", "body", "agency", "force",
                   "institution", "union"})) {
    return ActorKind::Organization;
  }
  if (among(head,
            {"company", "firm", "corporation", "manufacturer", "maker", "carrier", "airline", "bank"})) {
    return ActorKind::Company;
  }
  if (among(head, {"country", "nation", "kingdom", "republic", "state"})) return ActorKind::Country;
  if (among(head,
            {"city", "town", "village", "province", "region", "capital", "district", "island", "area"})) {
    return ActorKind::Place;
  }
  if (among(head, {"operation", "offensive", "campaign", "typhoon", "hurricane", "cyclone", "storm"}))
    return ActorKind::Event;
  if (head == "party") return ActorKind::Party;
  if (among(head, {"newspaper", "broadcaster", "channel", "magazine", "daily"})) return ActorKind::Media;
  if (among(head, {"man", "woman", "leader", "politician", "lawmaker", "actor", "actress", "author", "boy",
                   "girl"})) {
    return ActorKind::Person;
  }
  return ActorKind::Unknown;
}

bool is_neutral_modifier(std::string_view word) {
  return among(word,
               {"former", "current", "late", "new", "militant", "armed", "terror", "terrorist", "extremist",
                "rebel", "insurgent", "same", "said", "then", "young", "old", "entire", "whole"});
}

class DescriptionSearch {
 public:
  DescriptionSearch(const AnaphoraInput& input, const EntityClusters& clusters)
      : in_(input), clusters_(clusters) {}

  // Whether a description adds nothing that the entity's own mentions do not say.
  [[nodiscard]] bool adds_nothing(const MentionFeatures& f, const Entity& e) const {
    for (std::size_t k = 0; k < f.words.size(); ++k) {
      if (f.words[k] == f.head || is_neutral_modifier(f.words[k])) continue;
      bool known = false;
      for (const std::uint32_t mention : e.mentions) {
        const auto& words = in_.features[mention].words;
        known = known || std::find(words.begin(), words.end(), f.words[k]) != words.end();
      }
      if (!known && k + 1 < f.words.size()) return false;
    }
    return true;
  }

  // "X was an operation": X is called so by the predicate.
  [[nodiscard]] bool is_called(std::uint32_t mention, std::string_view noun) const {
    const Mention& m = in_.mentions[mention];
    const DependencyTree& tree = in_.trees[m.sentence];
    const Token& tok = tree[m.head];
    return tok.deprel == Deprel::Nsubj && tok.head != kRootHead && tree.has_child(tok.head, {Deprel::Cop}) &&
           tree[tok.head].upos == Upos::Noun && tree[tok.head].lemma == noun;
  }

  [[nodiscard]] bool has_head(const MentionFeatures& f, const Entity& e) const {
    return std::any_of(e.mentions.begin(), e.mentions.end(), [&](std::uint32_t mention) {
      const MentionFeatures& g = in_.features[mention];
      if (g.predicate && !g.is_name) return false;  // its subject is meant
      if (is_called(mention, f.head)) return true;
      if (g.pronoun != PronounClass::None) return false;
      if (g.is_name) return !g.words.empty() && g.words.back() == f.head;
      // What was itself only guessed is no ground for another guess.
      if (clusters_.reason(mention).ends_with("of its kind")) return false;
      return are_like(g.head, f.head) && g.determiner != Determiner::Quantifier;
    });
  }

  [[nodiscard]] std::optional<DescribedEntity> find(std::uint32_t i) const {
    const Mention& m = in_.mentions[i];
    const MentionFeatures& f = in_.features[i];
    if (f.determiner == Determiner::Possessive) return find_owned(i);
    if (f.determiner != Determiner::Definite && f.determiner != Determiner::Demonstrative)
      return std::nullopt;
    if (f.temporal || f.predicate) return std::nullopt;
    const ActorKind generic = f.has_complement ? ActorKind::Unknown : kind_of_generic(f);
    std::uint32_t best = kNoEntity;
    double score = 0;
    double runner_up = 0;
    bool by_head = false;
    bool distant = false;
    int same = 0;
    for (std::uint32_t entity = 0; entity < clusters_.size(); ++entity) {
      const Entity& e = clusters_[entity];
      if (!e.reached || e.mentions.empty() || e.last_sentence + kFarWindow < m.sentence) continue;
      const bool far = e.last_sentence + kWindow < m.sentence;
      if (far && !is_collective(e.kind)) continue;
      if (e.number != Number::Unknown && f.number != Number::Unknown && e.number != f.number) continue;
      if (f.gender != Gender::Unknown && e.gender != Gender::Unknown && f.gender != e.gender) continue;
      if (is_near(i, e)) continue;
      const bool same_head = has_head(f, e) && adds_nothing(f, e) && (!f.has_complement || same_words(f, e));
      bool same_kind = false;
      if (generic != ActorKind::Unknown && !e.names.empty() && f.words.size() <= 2 && adds_nothing(f, e)) {
        same_kind =
            generic == ActorKind::Organization
                ? (is_collective(e.kind) && e.kind != ActorKind::Country && e.kind != ActorKind::Government)
            : generic == ActorKind::Company ? e.kind == ActorKind::Company
            : generic == ActorKind::Place   ? (e.kind == ActorKind::Place && e.listed == nullptr)
                                            : generic == e.kind;
        if (generic == ActorKind::Person && f.gender == Gender::Unknown &&
            f.determiner == Determiner::Definite) {
          same_kind = false;  // "the leader" is often someone not named yet
        }
      }
      if (!same_head && (far || !same_kind)) continue;
      if (same_head) ++same;
      const double value = clusters_.salience(entity, m.sentence) + (same_head ? kSameNounBonus : 0);
      if (value > score) {
        runner_up = score;
        score = value;
        best = entity;
        by_head = same_head;
        distant = far;
      } else {
        runner_up = std::max(runner_up, value);
      }
    }
    if (best == kNoEntity || (distant && same > 1)) return std::nullopt;
    if (!by_head && (score < kLeastSalience || score < runner_up * kLeastMargin)) return std::nullopt;
    return DescribedEntity{best, m.text + (by_head ? ": same noun" : ": nearest of its kind")};
  }

  // "his deputy": the deputy of the same man, of whom nothing else was said.
  [[nodiscard]] std::optional<DescribedEntity> find_owned(std::uint32_t i) const {
    const std::uint32_t owner = in_.owners[i];
    const MentionFeatures& f = in_.features[i];
    if (owner == kNoMention || clusters_.entity_of(owner) == kNoEntity || f.temporal || f.predicate)
      return std::nullopt;
    const std::vector<std::string> words = words_behind_owner(i);
    for (std::uint32_t other = i; other > 0; --other) {
      const std::uint32_t o = other - 1;
      if (in_.owners[o] == kNoMention || in_.features[o].is_name || in_.features[o].head != f.head) continue;
      if (clusters_.entity_of(in_.owners[o]) != clusters_.entity_of(owner)) continue;
      if (in_.features[o].number != f.number || words_behind_owner(o) != words) continue;
      if (is_near(i, clusters_[clusters_.entity_of(o)])) return std::nullopt;
      return DescribedEntity{clusters_.entity_of(o), in_.mentions[i].text + ": same noun of the same owner"};
    }
    return std::nullopt;
  }

  // The words of a phrase but those of its owner.
  [[nodiscard]] std::vector<std::string> words_behind_owner(std::uint32_t i) const {
    const Mention& m = in_.mentions[i];
    const DependencyTree& tree = in_.trees[m.sentence];
    const TokenRange owner = tree.subtree(in_.mentions[in_.owners[i]].head);
    std::vector<std::string> words;
    for (std::uint32_t tok = m.tokens.begin; tok < m.tokens.end; ++tok) {
      if (!owner.contains(tok)) words.push_back(tree[tok].lemma);
    }
    return words;
  }

  // A phrase is not the description of what stands within it or around it.
  [[nodiscard]] bool is_near(std::uint32_t i, const Entity& e) const {
    const Mention& m = in_.mentions[i];
    const DependencyTree& tree = in_.trees[m.sentence];
    return std::any_of(e.mentions.begin(), e.mentions.end(), [&](std::uint32_t other) {
      const Mention& o = in_.mentions[other];
      if (o.sentence != m.sentence) return false;
      if (encloses(tree, m.head, o.head) || encloses(tree, o.head, m.head)) return true;
      return are_coarguments(tree, m.head, o.head) || is_within_coargument(tree, m.head, o.head);
    });
  }

  [[nodiscard]] bool same_words(const MentionFeatures& f, const Entity& e) const {
    return std::any_of(e.mentions.begin(), e.mentions.end(),
                       [&](std::uint32_t mention) { return in_.features[mention].words == f.words; });
  }

 private:
  const AnaphoraInput& in_;
  const EntityClusters& clusters_;
};

}  // namespace

std::optional<DescribedEntity> find_described(const AnaphoraInput& input, const EntityClusters& clusters,
                                              std::uint32_t mention) {
  return DescriptionSearch(input, clusters).find(mention);
}

}  // namespace actorgraph
