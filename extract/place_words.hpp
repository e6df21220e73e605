// Words that say how a place takes part in an event. Used by the two sources of EventPlaces alone.
#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace actorgraph {

template <std::size_t Count>
[[nodiscard]] bool contains_word(const std::array<std::string_view, Count>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

inline constexpr std::array<std::string_view, 12> kRests = {"in",     "at",         "near",   "on",
                                                            "inside", "outside",    "within", "around",
                                                            "across", "throughout", "off",    "along"};
inline constexpr std::array<std::string_view, 8> kGoals = {"to",      "into",    "onto", "toward",
                                                           "towards", "through", "over", "past"};
inline constexpr std::array<std::string_view, 3> kOrigins = {"from", "out of", "away from"};
// Verbs whose object, a place, is where the event was.
inline constexpr std::array<std::string_view, 66> kUponPlaces = {
    "advance",    "annex",    "assault", "attack",    "batter",   "besiege", "blockade", "bomb",   "bombard",
    "burn",       "capture",  "clear",   "conquer",   "control",  "cross",   "damage",   "defend", "destroy",
    "devastate",  "encircle", "enter",   "evacuate",  "fire",     "flee",    "flood",    "hit",    "hold",
    "infiltrate", "invade",   "leave",   "liberate",  "loot",     "occupy",  "overrun",  "patrol", "pound",
    "raid",       "ravage",   "reach",   "recapture", "retake",   "rock",    "secure",   "seize",  "shake",
    "shell",      "siege",    "storm",   "strike",    "surround", "sweep",   "take",     "target", "tour",
    "visit",      "bombing",  "assail",  "abandon",   "quit",     "overfly", "rule",     "govern", "lash",
    "pummel",     "clash",    "fight"};

[[nodiscard]] inline std::string first_word(const std::string& lemma) {
  return lemma.substr(0, lemma.find(' '));
}

}  // namespace actorgraph
