#include "extract/lexicon.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "extract/data_table.hpp"
#include "records/error.hpp"

namespace actorgraph {
namespace {

std::vector<DataRow> read_table(const std::string& data_dir, const std::string& name, std::size_t columns) {
  return read_data_table(data_dir + "/lexicon/" + name + ".tsv", columns);
}

template <class Value, std::size_t Count>
Value parse_word(const DataRow& row, std::size_t column,
                 const std::array<std::pair<std::string_view, Value>, Count>& words) {
  std::string expected;
  for (const auto& [word, value] : words) {
    if (row.fields[column] == word) return value;
    expected += (expected.empty() ? "" : ", ") + std::string(word);
  }
  throw FormatError(row.place + ": \"" + row.fields[column] + "\" is none of " + expected);
}

constexpr std::array<std::pair<std::string_view, EventFrame>, 4> kFrames = {{{"agent", EventFrame::Agent},
                                                                             {"patient", EventFrame::Patient},
                                                                             {"subject", EventFrame::Subject},
                                                                             {"mutual", EventFrame::Mutual}}};
constexpr std::array<std::pair<std::string_view, EventStrength>, 2> kStrengths = {
    {{"act", EventStrength::Act}, {"state", EventStrength::State}}};
constexpr std::array<std::pair<std::string_view, LightRole>, 2> kLightRoles = {
    {{"agent", LightRole::Agent}, {"patient", LightRole::Patient}}};
constexpr std::array<std::pair<std::string_view, Outcome>, 8> kOutcomes = {
    {{"asserted", Outcome::Asserted},
     {"attempted", Outcome::Attempted},
     {"planned", Outcome::Planned},
     {"threatened", Outcome::Threatened},
     {"demanded", Outcome::Demanded},
     {"possible", Outcome::Possible},
     {"negated", Outcome::Negated},
     {"alleged", Outcome::Alleged}}};
constexpr std::array<std::pair<std::string_view, KeepVerb>, 2> kKeep = {
    {{"drop", KeepVerb::Drop}, {"keep", KeepVerb::Keep}}};
constexpr std::array<std::pair<std::string_view, SpeechKind>, 2> kSpeech = {
    {{"speech", SpeechKind::Speech}, {"thought", SpeechKind::Thought}}};
constexpr std::array<std::pair<std::string_view, RelationalKind>, 2> kRelational = {
    {{"person", RelationalKind::Person}, {"thing", RelationalKind::Thing}}};
enum class Controller : std::uint8_t { Subject, Object };
constexpr std::array<std::pair<std::string_view, Controller>, 2> kControllers = {
    {{"subject", Controller::Subject}, {"object", Controller::Object}}};

}  // namespace

Lexicon Lexicon::load(const std::string& data_dir) {
  Lexicon lexicon;
  for (const DataRow& row : read_table(data_dir, "event_nouns", 5)) {
    EventNoun noun{row.fields[1], parse_word(row, 2, kFrames), parse_word(row, 4, kStrengths), {}};
    if (row.fields[3] != "-") noun.prepositions = split(row.fields[3], ',');
    lexicon.event_nouns_.emplace(row.fields[0], std::move(noun));
  }
  for (const DataRow& row : read_table(data_dir, "light_verbs", 3)) {
    lexicon.light_verbs_.emplace(
        row.fields[0], LightVerb{row.fields[1] == "-" ? "" : row.fields[1], parse_word(row, 2, kLightRoles)});
  }
  for (const DataRow& row : read_table(data_dir, "control_verbs", 4)) {
    auto& table = parse_word(row, 1, kControllers) == Controller::Subject ? lexicon.subject_control_
                                                                          : lexicon.object_control_;
    table.emplace(row.fields[0], ControlVerb{parse_word(row, 2, kKeep), parse_word(row, 3, kOutcomes)});
  }
  for (const DataRow& row : read_table(data_dir, "content_nouns", 2)) {
    lexicon.content_nouns_.emplace(row.fields[0], parse_word(row, 1, kOutcomes));
  }
  for (const DataRow& row : read_table(data_dir, "verb_idioms", 4)) {
    const std::string before = row.fields[1] == "-" ? "" : row.fields[1];
    std::vector<std::string>& after = lexicon.idioms_[row.fields[0] + '|' + before + '|' + row.fields[2]];
    if (row.fields[3] != "-") after.push_back(row.fields[3]);
  }
  for (const DataRow& row : read_table(data_dir, "speech_verbs", 2)) {
    lexicon.speech_verbs_.emplace(row.fields[0], parse_word(row, 1, kSpeech));
  }
  for (const DataRow& row : read_table(data_dir, "relational_nouns", 2)) {
    lexicon.relational_nouns_.emplace(row.fields[0], parse_word(row, 1, kRelational));
  }
  for (const DataRow& row : read_table(data_dir, "place_nouns", 1))
    lexicon.place_nouns_.emplace(row.fields[0]);
  for (const DataRow& row : read_table(data_dir, "speech_nouns", 1))
    lexicon.speech_nouns_.emplace(row.fields[0]);
  for (const DataRow& row : read_table(data_dir, "verb_prepositions", 3)) {
    if (row.fields[1] != "-") lexicon.verb_prepositions_.emplace(row.fields[0], split(row.fields[1], ','));
    if (row.fields[2] == "place") lexicon.place_verbs_.emplace(row.fields[0]);
  }
  return lexicon;
}

const EventNoun* Lexicon::find_event_noun(std::string_view noun) const {
  return event_nouns_.find(noun);
}
const LightVerb* Lexicon::find_light_verb(std::string_view verb) const {
  return light_verbs_.find(verb);
}

const ControlVerb* Lexicon::find_subject_control(std::string_view verb) const {
  return subject_control_.find(verb);
}

const ControlVerb* Lexicon::find_object_control(std::string_view verb) const {
  return object_control_.find(verb);
}

std::optional<Outcome> Lexicon::find_content_noun(std::string_view noun) const {
  const Outcome* outcome = content_nouns_.find(noun);
  return outcome == nullptr ? std::nullopt : std::optional(*outcome);
}

std::optional<SpeechKind> Lexicon::find_speech_verb(std::string_view verb) const {
  const SpeechKind* kind = speech_verbs_.find(verb);
  return kind == nullptr ? std::nullopt : std::optional(*kind);
}

std::optional<RelationalKind> Lexicon::find_relational_noun(std::string_view noun) const {
  const RelationalKind* kind = relational_nouns_.find(noun);
  return kind == nullptr ? std::nullopt : std::optional(*kind);
}

const std::vector<std::string>* Lexicon::find_idiom(std::string_view verb, std::string_view before,
                                                    std::string_view noun) const {
  std::string key(verb);
  key += '|';
  key += before;
  key += '|';
  key += noun;
  return idioms_.find(key);
}

bool Lexicon::is_speech_noun(std::string_view noun) const {
  return speech_nouns_.contains(noun);
}

bool Lexicon::is_place_noun(std::string_view noun) const {
  return place_nouns_.contains(noun);
}

bool Lexicon::links(std::string_view verb, std::string_view preposition) const {
  const std::vector<std::string>* prepositions = verb_prepositions_.find(verb);
  return prepositions != nullptr &&
         std::find(prepositions->begin(), prepositions->end(), preposition) != prepositions->end();
}

bool Lexicon::links_place(std::string_view verb) const {
  return place_verbs_.contains(verb);
}

}  // namespace actorgraph
