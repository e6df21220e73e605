// Who does what a clause without a subject of its own says: relative clauses, control and raising,
// coordination. Part of find_clauses. Thread-safety: const members may be called concurrently.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "extract/clause.hpp"

namespace actorgraph {

/// A view of the clauses of one sentence while they are built; lives no longer than they do.
class SubjectFinder {
 public:
  /// `clause_of`: of every token that heads a clause.
  SubjectFinder(const DependencyTree& tree, const Lexicon& lexicon, const World& world,
                const std::vector<Clause>& clauses, const std::vector<std::uint32_t>& clause_of)
      : tree_(tree), lexicon_(lexicon), world_(world), clauses_(clauses), clause_of_(clause_of) {}

  /// Fills the subject of `clause` from another clause or from the noun that it hangs from, where it has
  /// none.
  ///
  /// Requires: the clauses above have their slots filled.
  void inherit(Clause& clause) const;

  /// The noun that a relative or participial clause hangs from; all of a coordination where it follows the
  /// last.
  [[nodiscard]] Filler described_noun(const Clause& clause) const;

 private:
  bool is_event(Filler filler) const;
  std::uint32_t fitting_noun(const Clause& clause) const;
  bool goes_on_above(const Clause& clause, const Clause& parent) const;
  std::optional<Filler> named_doer(const Clause& clause, const Clause& parent) const;
  std::optional<Filler> perceived(const Clause& clause, const Clause& parent) const;
  std::vector<Filler> controller(const Clause& clause, const Clause& parent) const;
  std::vector<Filler> adverbial_controller(const Clause& clause, const Clause& parent) const;
  std::vector<Filler> noun_controller(const Clause& clause, const Clause& parent) const;

  const DependencyTree& tree_;
  const Lexicon& lexicon_;
  const World& world_;
  const std::vector<Clause>& clauses_;
  const std::vector<std::uint32_t>& clause_of_;
};

}  // namespace actorgraph
