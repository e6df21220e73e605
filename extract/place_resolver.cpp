#include "extract/place_resolver.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "extract/clause.hpp"
#include "extract/place_cues.hpp"

namespace actorgraph {
namespace {

// Weights, in units of one class of size.
constexpr int kContained = 30;
constexpr int kContainer = 10;
constexpr int kLinkedCountry = 14;
constexpr int kSentenceCountry = 8;
constexpr int kSentenceNamesakes = 2;  // of the United States, which has towns of every name
constexpr int kMostEvidence = 5;
constexpr int kRegionEvidence = 3;
constexpr int kSameKind = 20;
constexpr int kOtherKind = -8;
constexpr int kSameAsBefore = 10;
constexpr int kNoEvidence = -9;
constexpr int kSiblingRegion = 5;
constexpr int kSmallTown = 3;

struct SentencePlaces {
  std::vector<PlaceName> names;
  std::vector<const Place*> chosen;
  std::vector<CountryCue> cues;  // demonyms
};

int prior(const Place& place) {
  switch (place.kind) {
    case PlaceKind::Country:
      return place.size + 6;
    case PlaceKind::City:
      return place.size + (place.seat == Seat::Country ? 4 : 1);
    case PlaceKind::Region:
      return place.size;
    default:
      return place.size + 2;
  }
}

bool is_settled(const Place& place) {
  return place.kind == PlaceKind::City || place.kind == PlaceKind::Facility;
}

bool is_natural(PlaceKind kind) {
  return kind == PlaceKind::Water || kind == PlaceKind::River || kind == PlaceKind::Mountains ||
         kind == PlaceKind::Desert || kind == PlaceKind::Island;
}

class Resolver {
 public:
  Resolver(const Document& doc, const std::vector<DependencyTree>& trees, const PlaceGazetteer& gazetteer,
           const World& world)
      : doc_(doc), trees_(trees), gazetteer_(gazetteer), world_(world) {}

  DocumentPlaces run() {
    DocumentPlaces places;
    resolve_dateline(places);
    const std::set<std::string> persons = person_words(doc_);
    for (const DependencyTree& tree : trees_) {
      SentencePlaces sentence;
      sentence.names = find_place_names(doc_, tree, gazetteer_, persons);
      sentence.chosen.resize(sentence.names.size(), nullptr);
      sentence.cues = find_country_cues(tree, world_);
      sentences_.push_back(std::move(sentence));
    }
    take_first_evidence();
    for (int pass = 0; pass < 2; ++pass) {
      for (std::size_t i = 0; i < sentences_.size(); ++i) choose(i);
      take_evidence_of_choices();
    }
    places.of_sentence.resize(sentences_.size());
    for (std::size_t i = 0; i < sentences_.size(); ++i) places.of_sentence[i] = mentions_of(i);
    return places;
  }

 private:
  void resolve_dateline(DocumentPlaces& places) {
    const std::string& line = doc_.article.place;
    if (line.empty()) return;
    const std::size_t comma = line.find(',');
    const std::span<const Place> found = gazetteer_.find(line.substr(0, comma));
    const std::size_t rest = comma == std::string::npos ? line.size() : line.find_first_not_of(", ", comma);
    const std::span<const Place> containers =
        rest < line.size() ? gazetteer_.find(line.substr(rest)) : std::span<const Place>();
    const Place* best = nullptr;
    int best_score = 0;
    for (const Place& place : found) {
      int score = prior(place);
      for (const Place& container : containers) {
        if (lies_within(place, container)) score = std::max(score, prior(place) + kContained);
      }
      if (best == nullptr || score > best_score) {
        best = &place;
        best_score = score;
      }
    }
    if (best == nullptr) return;
    places.dateline = make_place_reference(gazetteer_, *best);
    places.dateline->text = line;
    places.dateline_is_capital = best->seat == Seat::Country || best->kind == PlaceKind::Country;
    if (!best->country().empty()) evidence_[std::string(best->country())].insert("(dateline)");
    add_region_evidence(*best, "(dateline)");
  }

  void add_region_evidence(const Place& place, const std::string& key) {
    if (place.country().empty()) return;
    evidence_[std::string(place.country()) + '.'].insert(key);
    if (!place.region().empty())
      evidence_[std::string(place.country()) + '.' + std::string(place.region())].insert(key);
  }

  // Names of countries and demonyms; a name with other readings counts once it is chosen.
  void take_first_evidence() {
    for (const SentencePlaces& sentence : sentences_) {
      for (const CountryCue& cue : sentence.cues) evidence_[cue.country].insert("(" + cue.country + ")");
      for (const PlaceName& name : sentence.names) {
        const std::string_view country = name.candidates.front().country();
        const bool one_country = std::all_of(name.candidates.begin(), name.candidates.end(),
                                             [&](const Place& place) { return place.country() == country; });
        if (!one_country || country.empty()) continue;
        evidence_[std::string(country)].insert(name.key);
        if (name.candidates.size() == 1) add_region_evidence(name.candidates.front(), name.key);
      }
    }
  }

  void take_evidence_of_choices() {
    for (const SentencePlaces& sentence : sentences_) {
      for (std::size_t i = 0; i < sentence.names.size(); ++i) {
        const Place* place = sentence.chosen[i];
        if (place == nullptr || place->country().empty()) continue;
        if (place->kind == PlaceKind::Country || place->size >= 5)
          evidence_[std::string(place->country())].insert(sentence.names[i].key);
        if (place->kind == PlaceKind::Region || place->size >= 5)
          add_region_evidence(*place, sentence.names[i].key);
      }
    }
  }

  int evidence_for(const std::string& where, const std::string& own_key) const {
    const auto found = evidence_.find(where);
    if (found == evidence_.end()) return 0;
    const auto count = static_cast<int>(found->second.size());
    return found->second.contains(own_key) ? count - 1 : count;
  }

  // Whether the words between two names say that the second holds the first: "Paris, Texas", "Paris in
  // Texas", "Paris (Texas)".
  bool is_followed_by(std::size_t sentence, std::size_t i, std::size_t next) const {
    const SentencePlaces& places = sentences_[sentence];
    if (next >= places.names.size()) return false;
    const std::uint32_t gap_begin = places.names[i].tokens.end;
    const std::uint32_t gap_end = places.names[next].tokens.begin;
    if (gap_end < gap_begin || gap_end > gap_begin + 4) return false;
    bool links = false;
    for (std::uint32_t tok = gap_begin; tok < gap_end; ++tok) {
      const std::string form = lower_form(trees_[sentence][tok]);
      if (form == "and" || form == "or" || form == "to" || form == "from") return false;
      links = links || form == "," || form == "in" || form == "(" || form == "of";
    }
    return links;
  }

  // "Syria's Idlib", "Georgia's capital, Tbilisi"
  bool is_owned_by(std::size_t sentence, std::size_t i, std::size_t before) const {
    const SentencePlaces& places = sentences_[sentence];
    const std::uint32_t end = places.names[before].tokens.end;
    if (places.names[i].tokens.begin > end + 5 || end >= trees_[sentence].size()) return false;
    return trees_[sentence][end].xpos == Xpos::Pos;
  }

  static int best_inside(const std::span<const Place> inner, const Place& outer) {
    int best = 0;
    for (const Place& place : inner) {
      if (lies_within(place, outer)) best = std::max(best, prior(place));
    }
    return best;
  }

  int score_of_container(std::size_t sentence, std::size_t i, const Place& place) const {
    const SentencePlaces& places = sentences_[sentence];
    int score = 0;
    if (is_followed_by(sentence, i, i + 1)) {
      for (const Place& outer : places.names[i + 1].candidates) {
        if (lies_within(place, outer)) score = std::max(score, kContained + prior(outer) / 4);
      }
    }
    if (i == 0) return score;
    if (is_followed_by(sentence, i - 1, i)) {
      const int inside = best_inside(places.names[i - 1].candidates, place);
      if (inside > 0) score = std::max(score, kContainer + inside);
    }
    if (is_owned_by(sentence, i, i - 1)) {
      for (const Place& outer : places.names[i - 1].candidates) {
        if (lies_within(place, outer)) score = std::max(score, kLinkedCountry);
      }
    }
    return score;
  }

  // A demonym or country of the same sentence; closer ones say more: "the Afghan city of Kandahar".
  int score_of_sentence(std::size_t sentence, std::size_t i, const Place& place) const {
    const SentencePlaces& places = sentences_[sentence];
    const TokenRange own = places.names[i].tokens;
    const int by_sentence = place.country() == "USA" ? kSentenceNamesakes : kSentenceCountry;
    int score = 0;
    for (const CountryCue& cue : places.cues) {
      if (cue.country != place.country()) continue;
      score = std::max(score, is_linked(sentence, cue.tok, own.begin) ? kLinkedCountry : by_sentence);
    }
    for (std::size_t other = 0; other < places.names.size(); ++other) {
      const Place* chosen = places.chosen[other];
      if (other == i || chosen == nullptr || places.names[other].key == places.names[i].key) continue;
      if (chosen->country() != place.country() || place.country().empty()) continue;
      score = std::max(score, by_sentence);
      if (place.kind == PlaceKind::Region && chosen->kind == PlaceKind::Region)
        score = std::max(score, kSiblingRegion + by_sentence);
    }
    return score;
  }

  // "the Afghan city of Kandahar", not "Afghan troops in Kandahar"
  bool is_linked(std::size_t sentence, std::uint32_t cue, std::uint32_t name) const {
    if (cue >= name || name - cue > 5) return false;
    for (std::uint32_t tok = cue + 1; tok < name; ++tok) {
      const Token& between = trees_[sentence][tok];
      const bool nominal =
          between.upos == Upos::Noun || between.upos == Upos::Adj || between.upos == Upos::Propn;
      if (!nominal && lower_form(between) != "of" && between.form != ",") return false;
    }
    return true;
  }

  static int score_of_kind(const PlaceName& name, const Place& place) {
    if (name.hint == PlaceKind::Unknown) return 0;
    if (place.kind == name.hint) return kSameKind;
    // "Kashmir region", "Gaza territory"
    if (name.hint == PlaceKind::Region && place.kind == PlaceKind::Area) return kSameKind - 4;
    if (name.hint == PlaceKind::Area && place.kind == PlaceKind::Region) return kSameKind - 4;
    return kOtherKind;
  }

  int score(std::size_t sentence, std::size_t i, const Place& place) const {
    const PlaceName& name = sentences_[sentence].names[i];
    int score = prior(place) + score_of_kind(name, place) + score_of_container(sentence, i, place) +
                score_of_sentence(sentence, i, place);
    const std::string country(place.country());
    const int evidence = country.empty() ? 0 : evidence_for(country, name.key);
    score += std::min(evidence, kMostEvidence);
    if (!place.region().empty() && evidence_for(country + '.' + std::string(place.region()), name.key) > 0)
      score += kRegionEvidence;
    // A country that nothing else speaks of, where another country is spoken of: Georgia in a text on the
    // South.
    if (place.kind == PlaceKind::Country && evidence == 0 && rival_evidence(name, country) >= 2)
      score += kNoEvidence;
    const auto before = readings_.find(name.key);
    if (before != readings_.end() && before->second == &place) score += kSameAsBefore;
    return score;
  }

  int rival_evidence(const PlaceName& name, const std::string& country) const {
    int most = 0;
    for (const Place& place : name.candidates) {
      if (place.country().empty() || place.country() == country || place.kind != PlaceKind::Region) continue;
      const std::string within = std::string(place.country()) + '.';
      most = std::max(most, evidence_for(within, name.key));
      // One town of the very region says as much as two of its country.
      if (evidence_for(within + std::string(place.region()), name.key) > 0) most = std::max(most, 2);
    }
    return most;
  }

  void choose(std::size_t sentence) {
    SentencePlaces& places = sentences_[sentence];
    for (std::size_t i = 0; i < places.names.size(); ++i) {
      const PlaceName& name = places.names[i];
      const Place* best = nullptr;
      int best_score = 0;
      bool contained = false;
      for (const Place& place : name.candidates) {
        const int points = score(sentence, i, place);
        if (best != nullptr && points <= best_score) continue;
        best = &place;
        best_score = points;
        contained =
            score_of_container(sentence, i, place) >= kContained || score_of_kind(name, place) >= kSameKind;
      }
      if (best != nullptr && !contained && is_doubtful(sentence, i, *best)) best = nullptr;
      places.chosen[i] = best;
      if (best != nullptr && contained) readings_.try_emplace(name.key, best);
    }
  }

  // A small town of which nothing else speaks is more likely one that the gazetteer lacks.
  bool is_doubtful(std::size_t sentence, std::size_t i, const Place& place) const {
    const PlaceName& name = sentences_[sentence].names[i];
    // A building may bear a person's name that is a town's too: "Kennedy Space Center".
    if (!is_settled(place) || (place.size > kSmallTown && !name.facility) || place.seat == Seat::Country)
      return false;
    return (name.candidates.size() > 1 || name.facility) &&
           evidence_for(std::string(place.country()), name.key) == 0;
  }

  std::vector<PlaceMention> mentions_of(std::size_t sentence) const {
    const SentencePlaces& places = sentences_[sentence];
    std::vector<PlaceMention> mentions;
    for (std::size_t i = 0; i < places.names.size(); ++i) {
      const Place* place = places.chosen[i];
      if (place == nullptr) continue;
      PlaceMention mention{places.names[i].tokens, make_place_reference(gazetteer_, *place), place,
                           places.names[i].use};
      mention.reference.text = places.names[i].text;
      const bool waters = is_natural(places.names[i].hint) && place->kind != places.names[i].hint;
      if (waters && places.names[i].tokens.size_tokens() > 1) {  // "Zenda River"
        mention.reference.name = places.names[i].text;
        mention.reference.kind = places.names[i].hint;
      }
      if (places.names[i].facility) {
        mention.reference.name = places.names[i].text;
        mention.reference.kind = PlaceKind::Facility;
      }
      mentions.push_back(std::move(mention));
    }
    add_capitals(doc_, trees_[sentence], places.cues, gazetteer_, mentions);
    return mentions;
  }

  const Document& doc_;
  const std::vector<DependencyTree>& trees_;
  const PlaceGazetteer& gazetteer_;
  const World& world_;
  std::vector<SentencePlaces> sentences_;
  std::map<std::string, std::set<std::string>>
      evidence_;  // by "USA", "USA." (places within) and "USA.TX", the names that speak for it
  std::map<std::string, const Place*> readings_;  // by key, where a container or kind has told
};

}  // namespace

DocumentPlaces resolve_places(const Document& doc, const std::vector<DependencyTree>& trees,
                              const PlaceGazetteer& gazetteer, const World& world) {
  return Resolver(doc, trees, gazetteer, world).run();
}

}  // namespace actorgraph
