// What all claims together tell of each id: the table from which ActorMerger works, and the classes of ids
// that it finds to be one node.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "graph/actor_merger.hpp"
#include "graph/identity.hpp"
#include "graph/name_folding.hpp"
#include "records/actor_link.hpp"

namespace actorgraph {

/// One id. Votes are of distinct (document, name, text, code, kind).
struct ActorProfile {
  ActorId id;
  ActorKey key;           ///< of the most frequent name, kind and code
  std::string_view name;  ///< as written
  ActorKind kind = ActorKind::Unknown;
  std::string country;                   ///< of two thirds of its codes that have one, else empty
  std::vector<std::uint32_t> documents;  ///< sorted

  [[nodiscard]] bool is_person() const { return kind == ActorKind::Person; }
  /// Of no single document.
  [[nodiscard]] bool is_shared() const {
    return key.form != NameForm::Description && key.form != NameForm::Surname && key.form != NameForm::None;
  }
};

class ActorTable {
 public:
  using Row = ActorMentions::Row;  ///< after finish() `actor` is an index in profiles

  void add(const ActorMention& mention);

  /// Requires: nothing was added.
  void take(ActorMentions mentions);

  /// Makes profiles, in id order; rows are then distinct and in order of their actor.
  void finish();

  std::vector<ActorProfile> profiles;
  std::vector<Row> rows;
  std::vector<std::string_view> texts;
  std::vector<DocumentId> documents;
  std::unordered_map<DocumentId, Date> published;

  /// The index in `profiles`, or its size. Cost: O(log profiles).
  [[nodiscard]] std::uint32_t find(ActorId id) const;

 private:
  std::uint32_t number_of(std::string_view text);
  void make_profile(ActorProfile& profile, std::span<const Row> rows) const;

  std::vector<ActorId> actors_;
  std::unordered_map<ActorId, std::uint32_t> actor_numbers_;
  std::unordered_map<DocumentId, std::uint32_t> document_numbers_;
  std::unordered_map<std::string_view, std::uint32_t> text_numbers_;
};

/// Disjoint classes of profiles, each with the profile whose id the node takes. No class holds what cannot be
/// one: a person and a place, actors of two countries, what a user has split.
class ActorClasses {
 public:
  struct Reason {
    LinkReason reason = LinkReason::SameName;
    std::string detail;
    double strength = 0;
  };

  ActorClasses(const std::vector<ActorProfile>& profiles,
               std::vector<std::pair<std::uint32_t, std::uint32_t>> splits);

  /// The profile that stands for the class of `profile`.
  [[nodiscard]] std::uint32_t root_of(std::uint32_t profile) const;

  /// Why the classes of two profiles may not be one; empty where they may.
  [[nodiscard]] std::string obstacle(std::uint32_t a, std::uint32_t b) const;

  /// Joins the classes of two profiles under the one seen in more documents (ties: the lesser id). False
  /// where they are one already or may not be, which is then kept as a refusal.
  bool join(std::uint32_t a, std::uint32_t b, Reason reason);

  /// The same under `into`.
  bool join_into(std::uint32_t from, std::uint32_t into, Reason reason);

  /// Keeps what was not joined.
  void refuse(std::uint32_t a, std::uint32_t b, LinkReason reason, std::string obstacle);

  /// The ledger, sorted.
  [[nodiscard]] std::vector<ActorLink> links() const;
  [[nodiscard]] std::vector<RefusedLink> refusals() const;

 private:
  struct Refusal {
    std::uint32_t a;
    std::uint32_t b;
    LinkReason reason;
    std::string obstacle;
  };
  [[nodiscard]] bool is_split(std::uint32_t a, std::uint32_t b) const;

  const std::vector<ActorProfile>& profiles_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> splits_;
  mutable std::vector<std::uint32_t> parent_;
  std::vector<std::string> country_;                   // of a root's class
  std::vector<NameClass> class_;                       // of a root's class
  std::unordered_map<std::uint32_t, Reason> reasons_;  // of those that are no roots
  std::vector<Refusal> refusals_;
};

}  // namespace actorgraph
