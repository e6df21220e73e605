// The entities of one document while coreference gathers their mentions. Used by coreference alone.
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "extract/mention_features.hpp"

namespace actorgraph {

inline constexpr std::uint32_t kNoEntity = std::numeric_limits<std::uint32_t>::max();

struct Entity {
  std::vector<std::uint32_t> mentions;  ///< in the order in which they joined
  std::vector<std::uint32_t> names;     ///< those of them that are names
  Gender gender = Gender::Unknown;
  Number number = Number::Unknown;
  ActorKind kind = ActorKind::Unknown;
  KindEvidence evidence = KindEvidence::None;  ///< of the kind
  std::string country;
  const WorldActor* listed = nullptr;

  double salience = 0;       ///< after J. Lappin and H. Leass 1994, halved at every sentence
  double sentence_best = 0;  ///< what this sentence has added
  std::uint32_t last_sentence = 0;
  bool reached = false;  ///< the left-to-right pass has met a mention of it
};

class EntityClusters {
 public:
  EntityClusters(const std::vector<Mention>& mentions, const std::vector<MentionFeatures>& features);

  [[nodiscard]] std::uint32_t entity_of(std::uint32_t mention) const { return entity_of_[mention]; }
  [[nodiscard]] const Entity& operator[](std::uint32_t entity) const { return entities_[entity]; }
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(entities_.size()); }
  [[nodiscard]] const std::string& reason(std::uint32_t mention) const { return reasons_[mention]; }

  /// Begins a new entity with a mention that has none.
  std::uint32_t begin(std::uint32_t mention);

  /// Requires: `mention` has no entity yet.
  void join(std::uint32_t mention, std::uint32_t entity, std::string reason);

  /// Joins the entity of a name to another; `reason` is given to its first mention.
  void merge(std::uint32_t from, std::uint32_t into, const std::string& reason);

  void set_gender(std::uint32_t entity, Gender gender) { entities_[entity].gender = gender; }

  /// Raises the salience of the mention's entity; mentions are met in text order.
  void meet(std::uint32_t mention);

  /// The salience of an entity as it is felt in `sentence`.
  [[nodiscard]] double salience(std::uint32_t entity, std::uint32_t sentence) const;

 private:
  void take_features(Entity& entity, std::uint32_t mention);

  const std::vector<Mention>& mentions_;
  const std::vector<MentionFeatures>& features_;
  std::vector<std::uint32_t> entity_of_;
  std::vector<std::string> reasons_;
  std::vector<Entity> entities_;
};

}  // namespace actorgraph
