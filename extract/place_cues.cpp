#include "extract/place_cues.hpp"

#include <algorithm>
#include <utility>

#include "extract/clause.hpp"

namespace actorgraph {
namespace {

bool is_named_besides(const std::vector<PlaceMention>& mentions, const Place& capital) {
  return std::any_of(mentions.begin(), mentions.end(),
                     [&](const PlaceMention& mention) { return mention.place == &capital; });
}

}  // namespace

std::vector<CountryCue> find_country_cues(const DependencyTree& tree, const World& world) {
  std::vector<CountryCue> cues;
  for (std::uint32_t tok = 0; tok < tree.size(); ++tok) {
    const Upos upos = tree[tok].upos;
    if (upos != Upos::Adj && upos != Upos::Propn && upos != Upos::Noun) continue;
    const char first = tree[tok].form.empty() ? ' ' : tree[tok].form.front();
    if (first < 'A' || first > 'Z') continue;
    const WorldActor* country = world.find_demonym(tree[tok].form);
    if (country != nullptr) cues.push_back({tok, country->country});
  }
  return cues;
}

void add_capitals(const Document& doc, const DependencyTree& tree, const std::vector<CountryCue>& cues,
                  const PlaceGazetteer& gazetteer, std::vector<PlaceMention>& mentions) {
  for (std::uint32_t tok = 0; tok < tree.size(); ++tok) {
    if (tree[tok].upos != Upos::Noun || lower_form(tree[tok]) != "capital") continue;
    if (tree.has_child(tok, {Deprel::Appos, Deprel::Flat})) continue;
    std::string country;
    TokenRange range{tok, tok + 1};
    for (const std::uint32_t child : tree.children(tok)) {
      const auto cue = std::find_if(cues.begin(), cues.end(),
                                    [&](const CountryCue& at) { return at.tok == child && child < tok; });
      if (cue != cues.end()) country = cue->country;
      for (const PlaceMention& mention : mentions) {
        if (mention.tokens.contains(child) && mention.place->kind == PlaceKind::Country &&
            (child < tok || preposition_of(tree, child) == "of")) {
          country = mention.reference.country;
        }
      }
      if (country.empty()) continue;
      range = {std::min(range.begin, child), std::max(range.end, child + 1)};
      break;
    }
    const Place* capital = country.empty() ? nullptr : gazetteer.find_capital(country);
    if (capital == nullptr || is_named_besides(mentions, *capital)) continue;
    PlaceMention mention{{tok, tok + 1}, make_place_reference(gazetteer, *capital), capital, PlaceUse::Place};
    mention.reference.text =
        slice(doc.article.text, {tree[range.begin].span.begin, tree[range.end - 1].span.end});
    mentions.push_back(std::move(mention));
  }
  std::stable_sort(mentions.begin(), mentions.end(),
                   [](const PlaceMention& a, const PlaceMention& b) { return a.tokens < b.tokens; });
}

}  // namespace actorgraph
