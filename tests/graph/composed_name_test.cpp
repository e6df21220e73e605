#include "graph/composed_name.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace actorgraph;

namespace {

/// "owner (country) | head | place | kind".
std::string parts_of(std::string_view name) {
  const auto parts = parse_composed_name(name);
  if (!parts) return "-";
  static constexpr const char* kKinds[] = {"body", "seat", "people", "office", "person"};
  std::string text = parts->owner;
  if (!parts->country.empty()) text += " (" + parts->country + ")";
  text += " | " + parts->head + " | " + parts->place + " | ";
  return text + kKinds[static_cast<std::size_t>(parts->kind)];
}

}  // namespace

TEST_CASE("a name is taken apart into owner, head and place") {
  struct Row {
    const char* name;
    const char* parts;
  };
  const Row rows[] = {
      {"Russian embassy in Kabul", "russian (RUS) | embassy | kabul | seat"},
      {"the Embassy of Russia in Kabul", "russia (RUS) | embassy | kabul | seat"},
      {"Russian Embassy in Kabul, Afghanistan", "russian (RUS) | embassy | kabul | seat"},
      {"Taliban security forces", "taliban | security force |  | body"},
      {"ISIS-K leaders", "isis k | leaders |  | people"},
      {"leaders of ISIS-K", "isis k | leaders |  | people"},
      {"Islamic State fighters", "islamic state | fighters |  | people"},
      {"Islamic State of Zenda fighters", "islamic state of zenda | fighters |  | people"},
      {"Ministry of Foreign Affairs of Russia", "russia (RUS) | foreign ministry |  | body"},
      {"Russia's Foreign Ministry", "russia (RUS) | foreign ministry |  | body"},
      {"Afghan Ministry of Defence", "afghan (AFG) | defense ministry |  | body"},
      {"Department of Justice", " | justice department |  | body"},
      {"Justice Dept.", " | justice department |  | body"},
      {"police in Kabul", " | police | kabul | body"},
      {"Kabul police", "kabul | police |  | body"},
      {"Reuters journalist", "reuters | journalist |  | person"},
      {"U.S. Solicitor General", "us (USA) | solicitor general |  | office"},
      {"U.S. ambassador to Zenda", "us (USA) | ambassador | zenda | office"},
      {"Supreme Court", " | supreme court |  | body"},
      {"Communist Party of Ruritania", "ruritania | communist party |  | body"},
      {"THREE PEOPLE", " | people |  | person"},
      {"Two Russians", "-"},
      {"One Nation", "-"},
      {"Northern Front", "-"},
      {"National Liberation Army", "-"},
      {"Islamic State", "-"},
      {"European Union", "-"},
      {"Bank of Zenda", "-"},
      {"police", "-"},
      {"two Russian soldiers", "russian (RUS) | soldiers |  | person"},
      {"dozens of ISIS-K fighters", "isis k | fighters |  | person"},
      {"the police who fled Zenda", "-"},
      {"attack in Moscow", "-"},
      {"", "-"},
      {"of", "-"},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.name));
    CHECK(parts_of(row.name) == row.parts);
  }
}
