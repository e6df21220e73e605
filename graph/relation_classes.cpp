#include "graph/relation_classes.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <optional>
#include <vector>

#include "records/error.hpp"

namespace actorgraph {
namespace {

/// Those that only link an object; particles that change a verb ("up", "out", "off", "down") are not here.
constexpr auto kPrepositions = std::to_array<std::string_view>(
    {"about", "after", "against", "among", "as",      "at",   "before", "between", "by",     "during",
     "for",   "from",  "in",      "into",  "of",      "on",   "onto",   "over",    "than",   "through",
     "to",    "under", "until",   "upon",  "towards", "with", "within", "without", "toward", "alongside"});

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> fields;
  while (true) {
    const std::size_t at = text.find(separator);
    fields.emplace_back(text.substr(0, at));
    if (at == std::string_view::npos) return fields;
    text.remove_prefix(at + 1);
  }
}

std::optional<RelationKind> parse_kind(std::string_view text) {
  if (text == "act") return RelationKind::Act;
  if (text == "mutual") return RelationKind::Mutual;
  if (text == "once") return RelationKind::Once;
  if (text == "once of") return RelationKind::OnceOf;
  if (text == "state") return RelationKind::State;
  return std::nullopt;
}

}  // namespace

RelationClasses::RelationClasses()
    : classes_{{"be", {"be", RelationKind::State}}, {"have", {"have", RelationKind::State}}} {}

RelationClasses RelationClasses::load(const std::string& data_dir) {
  const std::string path = data_dir + "/events/relation_classes.tsv";
  std::ifstream stream(path, std::ios::binary);
  if (!stream) throw IoError(path + ": cannot be read; is the data folder complete?");
  RelationClasses loaded;
  std::string line;
  for (std::size_t number = 1; std::getline(stream, line); ++number) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (line.empty() || line[0] == '#') continue;
    const std::string place = path + ":" + std::to_string(number);
    const std::vector<std::string> fields = split(line, '\t');
    if (fields.size() != 2) {
      throw FormatError(place + ": \"" + line + "\" has " + std::to_string(fields.size()) +
                        " columns, expected 2");
    }
    const std::optional<RelationKind> kind = parse_kind(fields[0]);
    if (!kind)
      throw FormatError(place + ": \"" + fields[0] + "\" is none of act, mutual, once, once of, state");
    const std::vector<std::string> lemmas = split(fields[1], ',');
    for (const std::string& lemma : lemmas) {
      if (lemma.empty()) throw FormatError(place + ": \"" + fields[1] + "\" has an empty lemma");
      const auto [at, is_new] = loaded.classes_.try_emplace(lemma, RelationClass{lemmas.front(), *kind});
      if (!is_new && at->second != RelationClass{lemmas.front(), *kind}) {
        throw FormatError(place + ": \"" + lemma + "\" is also of class \"" + at->second.name + '"');
      }
    }
  }
  return loaded;
}

RelationClass RelationClasses::find(std::string_view lemma) const {
  std::string_view rest = lemma;
  while (true) {
    const auto known = classes_.find(std::string(rest));
    if (known != classes_.end()) return known->second;
    const std::size_t space = rest.rfind(' ');
    if (space == std::string_view::npos) break;
    if (std::ranges::find(kPrepositions, rest.substr(space + 1)) == kPrepositions.end()) break;
    rest = rest.substr(0, space);
  }
  if (lemma.starts_with("be ")) return {std::string(lemma), RelationKind::State};
  return {std::string(rest), RelationKind::Act};
}

}  // namespace actorgraph
