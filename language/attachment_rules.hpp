// Mends attachments that the network gets wrong and that the kinds of names rule out. Last step of the
// analyser. Differs from the network in nothing else: a tree stays a tree, labels of other words stay.
#pragma once

#include "records/document.hpp"

namespace actorgraph {

/// Moves two kinds of dependents of `sent`:
///   - "in Kabul and a hotel": an indefinite common noun is not coordinated with a place, but with the noun
///     that the place belongs to;
///   - "the attack in Moscow, Abdul Balkhi, a spokesman": an appositive right behind a person's name is that
///     person's.
///
/// Requires: heads form a tree; names are set.
/// Cost:     O(tokens + moved x depth).
void mend_attachments(Sentence& sent);

}  // namespace actorgraph
