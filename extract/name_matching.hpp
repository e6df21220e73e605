// When one name is another's short form or acronym, within one document.
// Source: the string sieves of H. Lee et al. 2013, Deterministic coreference resolution based on
// entity-centric, precision-ranked rules. Differs in: a short form needs exactly one candidate; no relaxed
// head match.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace actorgraph {

/// Whether the folded words `shorter` are a short form of the person's name `longer`: surname, given name,
/// or both with other middle names.
[[nodiscard]] bool is_short_person(std::span<const std::string> shorter, std::span<const std::string> longer);

/// The same of a body: "Brotherhood" of "Muslim Brotherhood", "Boeing" of "Boeing Co.".
[[nodiscard]] bool is_short_body(std::span<const std::string> shorter, std::span<const std::string> longer);

/// Whether `acronym`, as written, is made of the initials of `words` (folded); small words may be left out.
[[nodiscard]] bool is_acronym_of(std::string_view acronym, std::span<const std::string> words);

/// Whether `name` looks like an acronym: one word of capitals.
[[nodiscard]] bool looks_like_acronym(std::string_view name);

}  // namespace actorgraph
