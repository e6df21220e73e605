#include "extract/confidence.hpp"

#include <algorithm>

namespace actorgraph {
namespace {

double base_of(Construction construction) {
  switch (construction) {
    case Construction::Object:
      return 0.90;
    case Construction::Agent:
      return 0.89;
    case Construction::Agentless:
      return 0.80;
    case Construction::LightVerb:
      return 0.85;
    case Construction::Apposition:
      return 0.79;
    case Construction::Title:
      return 0.87;
    case Construction::Copula:
      return 0.75;
    case Construction::Inclusion:
      return 0.74;
    case Construction::Complement:
      return 0.65;
    case Construction::Compound:
      return 0.73;
    case Construction::State:
      return 0.64;
    case Construction::Oblique:
      return 0.66;
    case Construction::Intransitive:
      return 0.63;
    case Construction::NominalEvent:
      return 0.60;
  }
  return 0.5;
}

std::size_t words_in(const std::string& text) {
  return text.empty() ? 0 : static_cast<std::size_t>(std::count(text.begin(), text.end(), ' ')) + 1;
}

}  // namespace

double confidence_of(const Claim& claim, Construction construction, std::size_t depth) {
  double confidence = base_of(construction);
  const std::size_t longest =
      std::max(words_in(claim.subject.text), claim.object ? words_in(claim.object->text) : 0);
  if (longest > 8) confidence *= 0.9;
  for (std::size_t i = 0; i < std::min<std::size_t>(claim.inferred.size(), 2); ++i) confidence *= 0.9;
  for (std::size_t i = 1; i < std::min<std::size_t>(depth, 4); ++i) confidence *= 0.95;
  // Two decimals: no more is known, and outputs stay short.
  return static_cast<double>(static_cast<int>(confidence * 100 + 0.5)) / 100;
}

}  // namespace actorgraph
