#include "extract/entity_clusters.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <utility>

namespace actorgraph {
namespace {

double weight_of(const Mention& mention, const MentionFeatures& features) {
  double weight = 100;
  switch (features.role) {
    case GrammaticalRole::Subject:
      weight += 80 + 80 + 50;
      break;
    case GrammaticalRole::Object:
      weight += 50 + 80 + 50;
      break;
    case GrammaticalRole::Oblique:
      weight += 40 + 80;
      break;
    case GrammaticalRole::Possessor:
      weight += 60;
      break;
    case GrammaticalRole::Modifier:
      weight += 20;
      break;
    case GrammaticalRole::Other:
      weight += 60;
      break;
  }
  if (!features.is_name && mention.type != MentionType::Pronoun &&
      features.determiner == Determiner::Indefinite)
    weight -= 20;
  return weight;
}

}  // namespace

EntityClusters::EntityClusters(const std::vector<Mention>& mentions,
                               const std::vector<MentionFeatures>& features)
    : mentions_(mentions),
      features_(features),
      entity_of_(mentions.size(), kNoEntity),
      reasons_(mentions.size()) {
  entities_.reserve(mentions.size());
}

std::uint32_t EntityClusters::begin(std::uint32_t mention) {
  entities_.emplace_back();
  const auto entity = static_cast<std::uint32_t>(entities_.size() - 1);
  join(mention, entity, {});
  return entity;
}

void EntityClusters::join(std::uint32_t mention, std::uint32_t entity, std::string reason) {
  assert(entity_of_[mention] == kNoEntity);
  entity_of_[mention] = entity;
  reasons_[mention] = std::move(reason);
  take_features(entities_[entity], mention);
}

void EntityClusters::merge(std::uint32_t from, std::uint32_t into, const std::string& reason) {
  if (from == into) return;
  const Entity moved = std::exchange(entities_[from], Entity{});
  for (const std::uint32_t mention : moved.mentions) {
    entity_of_[mention] = into;
    if (reasons_[mention].empty()) reasons_[mention] = reason;
    take_features(entities_[into], mention);
  }
}

void EntityClusters::take_features(Entity& entity, std::uint32_t mention) {
  const MentionFeatures& features = features_[mention];
  entity.mentions.push_back(mention);
  if (features.is_name) entity.names.push_back(mention);
  if (entity.gender == Gender::Unknown) entity.gender = features.gender;
  if (entity.number == Number::Unknown) entity.number = features.number;
  if (entity.listed == nullptr) entity.listed = features.listed;
  if (entity.country.empty()) entity.country = features.country;
  // The surest mention says the kind; of equally sure ones the first.
  const bool named_body = entity.evidence >= KindEvidence::Analyser && is_body_kind(entity.kind) &&
                          features.kind == ActorKind::Person && features.evidence < KindEvidence::Name;
  if (features.kind != ActorKind::Unknown && features.evidence > entity.evidence && !named_body) {
    entity.kind = features.kind;
    entity.evidence = features.evidence;
  }
}

double EntityClusters::salience(std::uint32_t entity, std::uint32_t sentence) const {
  const Entity& e = entities_[entity];
  return e.salience * std::ldexp(1.0, -static_cast<int>(std::min(sentence - e.last_sentence, 60U)));
}

void EntityClusters::meet(std::uint32_t mention) {
  if (entity_of_[mention] == kNoEntity) return;
  const std::uint32_t sentence = mentions_[mention].sentence;
  Entity& entity = entities_[entity_of_[mention]];
  if (!entity.reached || entity.last_sentence != sentence) {
    entity.salience = entity.reached ? salience(entity_of_[mention], sentence) : 0;
    entity.sentence_best = 0;
    entity.last_sentence = sentence;
    entity.reached = true;
  }
  const double weight = weight_of(mentions_[mention], features_[mention]);
  if (weight > entity.sentence_best) {
    entity.salience += weight - entity.sentence_best;
    entity.sentence_best = weight;
  }
}

}  // namespace actorgraph
