// Names of persons that several spellings in Latin letters carry over from other alphabets: Arabic, Persian,
// Urdu, Russian, Ukrainian; and East Asian names, whose order and hyphens vary.
// Thread-safety: all functions may be called concurrently.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace actorgraph {

/// The key under which all spellings of a person's name meet: the consonants of its words, the words in
/// order of the alphabet, without "al", "el". Empty for a name of less than two words. Names that meet need
/// not be one: may_be_one_name decides. Cost: O(name).
[[nodiscard]] std::string make_spelling_key(std::string_view name);

/// Whether two normalised names of one spelling key may be one: vowels agree as transliterations do ("Qasem",
/// "Ghassem", "Kassim", but not "Mahmoud" and "Mohammed"), and one name at least shows that it comes from
/// another alphabet ("Brian Clark" and "Bryan Clarke" are two). Not transitive. Cost: O(words^2 x letters).
[[nodiscard]] bool may_be_one_name(std::string_view a, std::string_view b);

/// The words of an East Asian name in order of the alphabet, what a hyphen joins as one word, so that "Kim
/// Jong-un" and "Jong-un Kim" meet; empty where the name is none. In: as written. Cost: O(name).
[[nodiscard]] std::string make_order_key(std::string_view name);

}  // namespace actorgraph
