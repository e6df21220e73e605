// Other ways in which a training sentence might have been written: in capitals, in lower case, as a headline.
#pragma once

#include <optional>

#include "language/training/corpus.hpp"

namespace actorgraph {

enum class LetterCase : std::uint8_t { Upper, Lower };

/// `sentence` with all letters in one case. Its features are not set.
[[nodiscard]] TrainingSentence recased(const TrainingSentence& sentence, LetterCase letter_case);

/// `sentence`, which has a tree, as the headline of a newspaper: without articles, auxiliary "be" and final
/// full stop, its main verbs in the present where their lemma is known, its words capitalised. Nothing where
/// there is no tree or too little is left. Its features are not set.
[[nodiscard]] std::optional<TrainingSentence> as_headline(const TrainingSentence& sentence);

}  // namespace actorgraph
