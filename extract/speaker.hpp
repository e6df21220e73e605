// Who says what a clause reports. Part of the contexts of clauses.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "extract/clause.hpp"

namespace actorgraph {

/// Who says the content of a verb of speech: its subject; of "issued a statement saying" whoever issued it.
/// Requires: the clause has a subject.
[[nodiscard]] Filler speaker_of(const DependencyTree& tree, const Lexicon& lexicon,
                                const std::vector<Clause>& clauses, const Clause& clause);

/// Who holds or utters what a noun of `clause` says: "its fear that", "an assurance from X that", "X voiced
/// concern that".
[[nodiscard]] std::optional<Filler> holder_of(const DependencyTree& tree, std::uint32_t noun,
                                              const Clause& clause);

/// The source that the clause names itself: "according to police".
[[nodiscard]] std::optional<Filler> find_source(const DependencyTree& tree, const Clause& clause);

/// Whether the clause says who speaks the one above it: "..., said Lind", "as Lind reports, ...".
[[nodiscard]] bool is_inverted_speech(const DependencyTree& tree, const Lexicon& lexicon,
                                      const Clause& clause);

/// Whether the clause is said beside the words that the one above it reports: "..., analysts say, ...", "the
/// storm that hit Texas". The relative clause of something new is part of the report: "a network that
/// smuggles weapons".
[[nodiscard]] bool is_reporting_aside(const DependencyTree& tree, const Clause& clause);

}  // namespace actorgraph
