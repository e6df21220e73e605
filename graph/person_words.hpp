// Words in and before the names of persons: ranks, honours, short forms of given names.
// Thread-safety: all functions may be called concurrently.
#pragma once

#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

namespace actorgraph {

/// How many words before a person's normalised name are ranks and offices, the last word never: 2 of "foreign
/// minister anna lind"; none of "mullah lind", where the honour is half of the name.
[[nodiscard]] std::size_t count_ranks(const std::vector<std::string_view>& words);

/// True for a person whom all documents call by this one word: "suharto".
[[nodiscard]] bool is_mononym(std::string_view key);

/// The given name that others stand for, and whether this one is a short form: "bill" is of "william", a
/// short form; "anna" is of itself.
[[nodiscard]] std::pair<std::string_view, bool> family_of_given_name(std::string_view name);

}  // namespace actorgraph
