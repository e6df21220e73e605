// Names of persons by their origin: spellings of Arabic, Persian, Turkish and Slavic names, surnames of East
// Asia. Thread-safety: all functions may be called concurrently.
#pragma once

#include <string_view>

namespace actorgraph {

/// The spelling that stands for all of a name ("mohammed" for "muhammad"), else empty. In: one normalised
/// word. Cost: O(log names).
[[nodiscard]] std::string_view find_name_family(std::string_view word);

/// Whether a Chinese, Korean or Vietnamese surname is so written. In: one normalised word.
[[nodiscard]] bool is_east_asian_surname(std::string_view word);

}  // namespace actorgraph
