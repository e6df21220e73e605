// What is surely the same name in other words: abbreviations, legal forms, ranks. Between normalise_name and
// ids.
// Thread-safety: all functions may be called concurrently.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "records/claim.hpp"

namespace actorgraph {

/// What sort of thing a name names, as far as one name may serve several: "Jordan", "Amazon".
enum class NameClass : std::uint8_t { Person, Land, Company, Body, Other };

[[nodiscard]] NameClass class_of(ActorKind kind);

/// One word for each abbreviation and spelling of a common noun: "department" for "dept".
[[nodiscard]] std::string_view fold_word(std::string_view word);

/// A normalised name with one word for each abbreviation ("dept"), without the company's legal form ("inc"),
/// and, of a person, without ranks and offices before it. Never empty where `key` is not. Cost: O(key).
[[nodiscard]] std::string fold_name_words(std::string_view key, ActorKind kind);

/// The words of a normalised name.
[[nodiscard]] std::vector<std::string_view> words_of(std::string_view key);

}  // namespace actorgraph
