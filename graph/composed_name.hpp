// What a name is made of that tells a whole and its part: "Russian embassy in Kabul", "Taliban security
// forces", "leaders of ISIS-K". By the words alone.
// Thread-safety: all functions may be called concurrently.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace actorgraph {

enum class HeadKind : std::uint8_t {
  Body,    ///< of which an owner has one: police, ministry, forces
  Seat,    ///< a place of the owner: embassy, headquarters
  People,  ///< several of the owner's: leaders, soldiers
  Office,  ///< held by one person at a time: president, spokesman
  Person   ///< one or some of many: soldier, journalist, two soldiers
};

struct ComposedName {
  std::string owner;    ///< normalised: "taliban", "russian"; empty where the words name none
  std::string country;  ///< code of the owner where it is a country's name or adjective, else empty
  std::string head;     ///< folded: "security force", "foreign ministry"; people in the plural
  std::string place;    ///< normalised, after "in", "at" or "to"; else empty
  HeadKind kind = HeadKind::Body;
  bool is_proper = false;  ///< the head is written with capitals throughout

  friend bool operator==(const ComposedName&, const ComposedName&) = default;
};

/// Takes a name apart; nothing where its head is no common noun of people, bodies or seats, or where the name
/// holds more ("the police who fled Zenda"). "Embassy of Russia in Kabul" and "the Russian embassy in Kabul"
/// have the same parts, save the owner's word; so have "Ministry of Foreign Affairs" and "Foreign Ministry".
///
/// Out:      of owner and place at least one is set, or `is_proper` with a head of two words or more that
/// every
///           state has ("Supreme Court", "Labour Party", "Foreign Minister"), or some are counted.
/// Cost:     O(name x log words).
[[nodiscard]] std::optional<ComposedName> parse_composed_name(std::string_view name);

}  // namespace actorgraph
