#include "extract/coreference.hpp"

#include <algorithm>

#include "extract/anaphora.hpp"
#include "extract/common_surnames.hpp"
#include "extract/entity_clusters.hpp"
#include "extract/mention_features.hpp"
#include "extract/name_coreference.hpp"

namespace actorgraph {
namespace {

// The fullest name, else the first description of the most words, else the first words.
std::string best_name(const Entity& entity, const std::vector<Mention>& mentions,
                      const std::vector<MentionFeatures>& features) {
  const std::string* best = nullptr;
  std::size_t most_words = 0;
  for (const std::uint32_t mention : entity.names) {
    const MentionFeatures& f = features[mention];
    if (best == nullptr || f.words.size() > most_words ||
        (f.words.size() == most_words && f.name.size() > best->size())) {
      best = &f.name;
      most_words = f.words.size();
    }
  }
  if (best != nullptr) return *best;
  for (const std::uint32_t mention : entity.mentions) {
    if (mentions[mention].type == MentionType::Pronoun) continue;
    const std::size_t words = features[mention].words.size();
    if (best == nullptr || words > most_words) {
      best = &mentions[mention].text;
      most_words = words;
    }
  }
  return best != nullptr ? *best : mentions[entity.mentions.front()].text;
}

/// The listed person whom the document calls by surname alone: in office when it was published. Where that is
/// not known, a common surname needs a title that tells of an office ("President Lind").
const WorldActor* find_by_surname(const Entity& entity, const std::vector<Mention>& mentions,
                                  const std::vector<MentionFeatures>& features, const World& world,
                                  std::optional<Date> published) {
  if (entity.listed != nullptr || entity.kind != ActorKind::Person || entity.names.empty()) return nullptr;
  bool titled = false;
  for (const std::uint32_t mention : entity.names) {
    const MentionFeatures& f = features[mention];
    if (f.words.size() != 1 || f.words != features[entity.names.front()].words) return nullptr;
    std::string title = mentions[mention].text.substr(0, mentions[mention].text.find(f.name));
    while (title.ends_with(' ')) title.pop_back();
    std::ranges::transform(title, title.begin(), [](char c) {
      return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    const auto noun = world.find_noun(title);
    titled = titled || (noun && noun->sector == "GOV");
  }
  if (!published && !titled && is_common_surname(features[entity.names.front()].words.front()))
    return nullptr;
  const std::string& surname = features[entity.names.front()].name;
  const WorldActor* person = world.find_surname(surname, published);
  // "Charles" is no surname of Charles III.
  return person != nullptr && person->name.ends_with(surname) ? person : nullptr;
}

bool is_pronoun_only(const Entity& entity, const std::vector<Mention>& mentions) {
  return std::all_of(entity.mentions.begin(), entity.mentions.end(),
                     [&](std::uint32_t mention) { return mentions[mention].type == MentionType::Pronoun; });
}

}  // namespace

std::string with_owner(std::string_view phrase, std::string_view pronoun, std::string_view owner) {
  const bool opens =
      phrase.size() > pronoun.size() && phrase.starts_with(pronoun) && phrase[pronoun.size()] == ' ';
  if (!opens || owner.empty() || std::count(owner.begin(), owner.end(), ' ') > 4) return std::string(phrase);
  std::string result(owner);
  result += owner.ends_with('s') ? "'" : "'s";
  return result += phrase.substr(pronoun.size());
}

std::vector<Resolution> resolve_coreference(const Document& doc, const std::vector<DependencyTree>& trees,
                                            const Quotations& quotations,
                                            const std::vector<Mention>& mentions, const World& world) {
  const auto features = find_mention_features(doc, trees, mentions, world);
  EntityClusters clusters(mentions, features);
  resolve_names(trees, mentions, features, clusters);
  resolve_naming_nouns(trees, mentions, features, clusters);
  resolve_appositives(trees, mentions, features, clusters);
  // A person of one word alone is called by the given name, unless a fuller name says otherwise.
  for (std::uint32_t entity = 0; entity < clusters.size(); ++entity) {
    const Entity& e = clusters[entity];
    if (e.kind != ActorKind::Person || e.gender != Gender::Unknown || e.names.empty()) continue;
    const bool alone = std::all_of(e.names.begin(), e.names.end(),
                                   [&](std::uint32_t name) { return features[name].words.size() == 1; });
    if (alone) clusters.set_gender(entity, world.find_gender(features[e.names.front()].words.front()));
  }
  const auto owners = find_owners(trees, mentions);
  resolve_anaphora({doc, trees, mentions, features, owners, quotations}, clusters);

  // Entities are numbered by their first mention.
  std::vector<std::uint32_t> number(clusters.size(), kNoEntity);
  std::vector<std::string> names(clusters.size());
  std::uint32_t next = 0;
  std::vector<Resolution> resolutions(mentions.size());
  for (std::uint32_t i = 0; i < mentions.size(); ++i) {
    const std::uint32_t entity = clusters.entity_of(i);
    if (number[entity] == kNoEntity) {
      number[entity] = next++;
      // A listed actor has one name in all documents.
      const WorldActor* listed = clusters[entity].listed;
      if (listed == nullptr) {
        listed = find_by_surname(clusters[entity], mentions, features, world, doc.article.published);
      }
      names[entity] = listed != nullptr ? listed->name : best_name(clusters[entity], mentions, features);
    }
    Resolution& resolution = resolutions[i];
    resolution.entity = number[entity];
    resolution.kind = clusters[entity].kind;
    resolution.reason = clusters.reason(i);
  }
  // What has no name of its own is called after its owner, where a pronoun stands for that.
  std::vector<std::string> full_names = names;
  for (std::uint32_t i = 0; i < mentions.size(); ++i) {
    const std::uint32_t entity = clusters.entity_of(i);
    if (owners[i] == kNoMention || names[entity] != mentions[i].text) continue;
    const std::uint32_t owner = owners[i];
    if (mentions[owner].type != MentionType::Pronoun || clusters.reason(owner).empty()) continue;
    if (is_pronoun_only(clusters[clusters.entity_of(owner)], mentions)) continue;
    full_names[entity] = with_owner(names[entity], mentions[owner].text, names[clusters.entity_of(owner)]);
  }
  for (std::uint32_t i = 0; i < mentions.size(); ++i)
    resolutions[i].actor = full_names[clusters.entity_of(i)];
  return resolutions;
}

}  // namespace actorgraph
