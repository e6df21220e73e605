#include "records/event.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace actorgraph {
namespace {

struct ReasonText {
  std::string_view text;
  double strength;
};

/// In the order of EventReason.
constexpr std::array<ReasonText, 8> kReasons = {
    {{"alone", 1},
     {"corrected by a user", 1},
     {"the same words in a copy of the report", 0.99},
     {"the same actors, act and day", 0.95},
     {"the same act and party in one story", 0.85},
     {"the same act in one story", 0.7},
     {"the same kind of act and parties in one story", 0.65},
     {"the same victim in one story, other perpetrators named", 0.6}}};

constexpr std::array<std::string_view, 4> kCounts = {"dead", "injured", "arrested", "protesters"};

std::string counted(std::size_t number, std::string_view noun) {
  std::string text = std::to_string(number) + ' ';
  text += noun;
  if (number != 1) text += 's';
  return text;
}

}  // namespace

std::string_view to_string(EventReason reason) {
  return kReasons.at(static_cast<std::size_t>(reason)).text;
}

double strength_of(EventReason reason) {
  return kReasons.at(static_cast<std::size_t>(reason)).strength;
}

std::string_view to_string(CountKind kind) {
  return kCounts.at(static_cast<std::size_t>(kind));
}

bool is_disputed(const Event& event) {
  if (event.agents_differ) return true;
  const auto same_kind = [](const EventNumber& a, const EventNumber& b) { return a.kind == b.kind; };
  return std::ranges::adjacent_find(event.numbers, same_kind) != event.numbers.end();
}

std::string dump(const Event& event) {
  std::string text = event.relation;
  if (event.negated) text = "not " + text;
  if (event.modality != Modality::Asserted) {
    text += " (";
    text += to_string(event.modality);
    text += ')';
  }
  if (!event.type.empty()) text += " | " + event.type + ' ' + event.cameo;
  text += " | " + (event.source.is_none() ? "-" : to_string(event.source));
  text += " -> " + (event.target.is_none() ? "-" : to_string(event.target));
  if (event.time.start || event.time.end) {
    text += " | ";
    if (event.time.start) text += to_string(*event.time.start);
    if (event.time.start != event.time.end) {
      text += "..";
      if (event.time.end) text += to_string(*event.time.end);
    }
    if (event.time_inferred) text += '?';
  }
  if (!event.place.empty() || !event.country.empty()) {
    text += " | " + event.place;
    if (!event.place.empty() && !event.country.empty()) text += ", ";
    text += event.country;
  }
  for (const EventNumber& number : event.numbers) {
    text += " | " + std::to_string(number.value) + ' ';
    text += to_string(number.kind);
  }
  return text + " | " + counted(event.claims.size(), "claim") + ", " +
         counted(event.reports.size(), "document") + ", " + counted(event.sources, "source");
}

}  // namespace actorgraph
