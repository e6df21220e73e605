// Labels sentences with trained networks, so that another network can be trained on them ("silver" data).
// Source: D. Weiss et al., Structured training for neural network transition-based parsing (ACL 2015), for
//         training on what several parsers say of unlabelled text.
#pragma once

#include <iosfwd>
#include <span>
#include <vector>

#include "language/training/trainable_network.hpp"

namespace actorgraph {

/// Writes `sentences` (their features set) to `out` as CoNLL-U with the mean prediction of `networks`: tags,
/// tree, and names in MISC. Empty ones, those of more than 200 words
/// and those with a word that is white space are left out.
///
/// Cost:     `threads` threads; the result does not depend on their number.
/// Errors:   throws IoError where the stream fails.
void write_labelled(std::span<const TrainableNetwork* const> networks,
                    const std::vector<TrainingSentence>& sentences, const FeatsTable& feats,
                    std::uint32_t threads, std::ostream& out);

}  // namespace actorgraph
