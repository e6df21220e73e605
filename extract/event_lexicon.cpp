#include "extract/event_lexicon.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "extract/data_table.hpp"
#include "records/error.hpp"

namespace actorgraph {
namespace {

std::vector<DataRow> read_table(const std::string& data_dir, const std::string& name, std::size_t columns) {
  return read_data_table(data_dir + "/events/" + name + ".tsv", columns);
}

template <class Number>
Number parse_number(const DataRow& row, std::size_t column) {
  Number value{};
  const std::string& field = row.fields[column];
  const auto [end, error] = std::from_chars(field.data(), field.data() + field.size(), value);
  if (error != std::errc() || end != field.data() + field.size())
    throw FormatError(row.place + ": \"" + field + "\" is no number");
  return value;
}

std::string parse_optional(const std::string& field) {
  return field == "-" ? std::string() : field;
}

Slot parse_slot(const std::string& field) {
  if (field == "-") return {};
  if (field == "0") return {SlotKind::None, {}};
  if (field == "*") return {SlotKind::Some, {}};
  if (field == "+") return {SlotKind::Actor, {}};
  if (field.front() == '@') return {SlotKind::Class, field.substr(1)};
  return {SlotKind::Noun, field};
}

constexpr std::array<std::pair<std::string_view, Stance>, 7> kStances = {{{"intend", Stance::Intend},
                                                                          {"refuse", Stance::Refuse},
                                                                          {"threaten", Stance::Threaten},
                                                                          {"appeal", Stance::Appeal},
                                                                          {"demand", Stance::Demand},
                                                                          {"stop", Stance::Stop},
                                                                          {"attempt", Stance::Attempt}}};

Stance parse_stance(const DataRow& row, std::size_t column) {
  std::string expected;
  for (const auto& [word, stance] : kStances) {
    if (row.fields[column] == word) return stance;
    expected += (expected.empty() ? "" : ", ") + std::string(word);
  }
  throw FormatError(row.place + ": \"" + row.fields[column] + "\" is none of " + expected);
}

int weight_of(const Slot& slot) {
  switch (slot.kind) {
    case SlotKind::Any:
      return 0;
    case SlotKind::Some:
      return 1;
    case SlotKind::None:
    case SlotKind::Actor:
      return 2;
    case SlotKind::Class:
      return 3;
    case SlotKind::Noun:
      return 4;
  }
  return 0;
}

std::string outcome_key(Stance stance, std::string_view code) {
  return std::to_string(static_cast<int>(stance)) + std::string(code);
}

}  // namespace

int ActionPattern::weight() const {
  return weight_of(subject) + weight_of(object) + weight_of(oblique) + (preposition.empty() ? 0 : 1);
}

EventLexicon EventLexicon::load(const std::string& data_dir) {
  EventLexicon lexicon;
  for (const DataRow& row : read_table(data_dir, "codes", 6)) {
    lexicon.codes_.emplace(row.fields[0],
                           CameoCode{row.fields[1], parse_number<double>(row, 2), parse_number<int>(row, 3),
                                     parse_optional(row.fields[4]), parse_optional(row.fields[5])});
  }
  const auto code_of = [&lexicon](const DataRow& row, std::size_t column) {
    std::string code = parse_optional(row.fields[column]);
    if (!code.empty() && lexicon.find_code(code) == nullptr)
      throw FormatError(row.place + ": \"" + code + "\" is no code of codes.tsv");
    return code;
  };
  for (const DataRow& row : read_table(data_dir, "nouns", 2)) {
    lexicon.classes_.emplace(row.fields[0], split(row.fields[1], ','));
  }
  for (const DataRow& row : read_table(data_dir, "actions", 5)) {
    ActionPattern pattern;
    pattern.subject = parse_slot(row.fields[1]);
    pattern.object = parse_slot(row.fields[2]);
    if (row.fields[3] != "-") {
      const std::size_t blank = row.fields[3].rfind(' ');
      pattern.preposition = row.fields[3].substr(0, blank);
      pattern.oblique =
          blank == std::string::npos ? Slot{SlotKind::Some, {}} : parse_slot(row.fields[3].substr(blank + 1));
    }
    pattern.code = code_of(row, 4);
    std::vector<ActionPattern>& patterns = lexicon.actions_[row.fields[0]];
    const auto lighter = std::find_if(patterns.begin(), patterns.end(), [&](const ActionPattern& other) {
      return other.weight() < pattern.weight();
    });
    patterns.insert(lighter, std::move(pattern));
  }
  for (const DataRow& row : read_table(data_dir, "event_nouns", 2)) {
    lexicon.nouns_.emplace(row.fields[0], code_of(row, 1));
  }
  for (const DataRow& row : read_table(data_dir, "stance_verbs", 2)) {
    lexicon.stances_.emplace(row.fields[0], parse_stance(row, 1));
  }
  for (const DataRow& row : read_table(data_dir, "stances", 3)) {
    lexicon.outcomes_.emplace(outcome_key(parse_stance(row, 0), row.fields[1]), code_of(row, 2));
  }
  for (const DataRow& row : read_table(data_dir, "contexts", 2)) {
    lexicon.contexts_.emplace(row.fields[0], split(row.fields[1], ','));
  }
  for (const DataRow& row : read_table(data_dir, "weapons", 2)) {
    lexicon.weapons_.emplace(row.fields[0], row.fields[1]);
  }
  return lexicon;
}

const CameoCode* EventLexicon::find_code(std::string_view code) const {
  return codes_.find(code);
}

const std::vector<ActionPattern>* EventLexicon::find_actions(std::string_view verb) const {
  return actions_.find(verb);
}

const std::string* EventLexicon::find_noun(std::string_view noun) const {
  return nouns_.find(noun);
}

std::span<const std::string> EventLexicon::classes_of(std::string_view noun) const {
  const std::vector<std::string>* names = classes_.find(noun);
  return names == nullptr ? std::span<const std::string>() : *names;
}

bool EventLexicon::is_of_class(std::string_view noun, std::string_view name) const {
  const auto names = classes_of(noun);
  return name.empty() ? !names.empty() : std::find(names.begin(), names.end(), name) != names.end();
}

std::optional<Stance> EventLexicon::find_stance(std::string_view verb) const {
  const Stance* stance = stances_.find(verb);
  return stance == nullptr ? std::nullopt : std::optional(*stance);
}

std::string EventLexicon::apply(Stance stance, std::string_view code) const {
  // The longest prefix that the table knows.
  for (std::size_t length = code.size(); length > 0; --length) {
    if (const std::string* outcome = outcomes_.find(outcome_key(stance, code.substr(0, length))))
      return *outcome;
  }
  const std::string* otherwise = outcomes_.find(outcome_key(stance, "-"));
  return otherwise == nullptr ? std::string() : *otherwise;
}

const std::vector<std::string>* EventLexicon::find_contexts(std::string_view word) const {
  return contexts_.find(word);
}

const std::string* EventLexicon::find_weapon(std::string_view word) const {
  return weapons_.find(word);
}

}  // namespace actorgraph
