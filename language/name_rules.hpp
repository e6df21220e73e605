// Mends what the network says of names where the form of a name rules it out. Between the network and
// extract.
#pragma once

#include <span>

#include "language/gazetteer.hpp"
#include "records/document.hpp"

namespace actorgraph {

/// Cuts possessives, quotation marks, brackets, commas and dashes from the ends of `sent`'s names, small
/// prepositions and articles from their last end, "Mr." and the like from the beginning of a person's; drops
/// names of which nothing is left, addresses, files and Roman numerals, and names in small letters where the
/// sentence begins with a capital; takes acronyms in a sentence that is
/// not all in capitals for organisations where the network takes them for people ("JFK" stays); and takes
/// what ends as "Zenda Airport" and "Zenda Accords" do for no place and no body.
///
/// Requires: tags are set.
/// Out:      names ordered and disjoint.
void mend_names(Sentence& sent);

/// Drops what the network takes for an actor or a place of one word though it is listed as something else
/// alone ("LNG", "Saturn"), divides a city from the region behind it ("Springfield Illinois"), and makes
/// nations of two words one name ("New Zealander").
///
/// In:       classes[i] are the lists that name token i.
/// Out:      names ordered and disjoint.
void mend_listed_names(Sentence& sent, std::span<const GazetteerClasses> classes);

}  // namespace actorgraph
