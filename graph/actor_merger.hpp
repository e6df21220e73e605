// Which actors of different documents are one node. Second level of identity: the first (identity.hpp) folds
// what one name alone tells; this sees all names at once. Stands between claims and GraphBuilder.
// The result is a function of the set of mentions and corrections: neither order nor repetition changes it.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "records/actor_link.hpp"
#include "records/claim.hpp"
#include "records/date.hpp"
#include "records/id.hpp"

namespace actorgraph {

/// One participant of one claim, as the merger needs it. The views must live until finish() has returned.
struct ActorMention {
  ActorId id;             ///< Participant::id; never none
  std::string_view name;  ///< name_of(participant)
  std::string_view text;  ///< Participant::text
  std::string_view code;
  ActorKind kind = ActorKind::Unknown;
  DocumentId document;
};

/// The same by numbers in tables of the caller: quicker for many.
struct ActorMentions {
  struct Row {
    std::uint32_t actor = 0;
    std::uint32_t document = 0;
    std::uint32_t name = 0;
    std::uint32_t text = 0;
    std::uint32_t code = 0;
    ActorKind kind = ActorKind::Unknown;

    friend auto operator<=>(const Row&, const Row&) = default;
  };
  std::vector<ActorId> actors;
  std::vector<DocumentId> documents;
  std::vector<std::string_view> texts;  ///< names, texts and codes
  std::vector<Row> rows;
};

/// What a user says of two actors, by ids such as claims carry, or of nodes.
struct ActorCorrection {
  enum class Kind : std::uint8_t {
    Join,  ///< they are one node, whatever else is known
    Split  ///< they are never one node: no link may join what holds the one with what holds the other
  };
  Kind kind = Kind::Join;
  ActorId one;
  ActorId other;

  friend auto operator<=>(const ActorCorrection&, const ActorCorrection&) = default;
};

/// The result.
struct ActorIdentity {
  std::vector<ActorLink> links;       ///< in (into, from) order
  std::vector<RefusedLink> refusals;  ///< in (from, into) order

  struct Part {
    ActorId part;  ///< a node's
    PartOf of;
  };
  std::vector<Part> parts;  ///< in order of the part; no circles

  std::vector<std::pair<ActorId, ActorId>> nodes;  ///< (from, into) of the links, in order

  /// The node of an id: its own where no link leads on. Cost: O(log links).
  [[nodiscard]] ActorId node_of(ActorId id) const;
};

/// A link has one reason that stands by itself. Names that share an equivalence key (the same name, spelling
/// or words) form a class; a short form (acronym, shorter name, surname) joins the one class that fits it,
/// and none where two do. Classes of two listed actors, of a person and a place, or of two countries never
/// meet. Conflicts are settled by strength of the reason, then in order of ids.
class ActorMerger {
 public:
  ActorMerger();
  ~ActorMerger();
  ActorMerger(ActorMerger&&) noexcept;
  ActorMerger& operator=(ActorMerger&&) noexcept;

  /// When a document was published, where that is known: surnames are explained by documents of a few days.
  void add_document(DocumentId document, Date published);

  /// `document` copies `original` (NearCopies): whom both describe in the same words is one.
  void add_copy(DocumentId document, DocumentId original);

  /// Cost: O(1); about 100 bytes for each distinct (id, document, name, text).
  void add(const ActorMention& mention);

  /// Takes all mentions at once, in place of add().
  void add(ActorMentions mentions);

  /// What users have said; later calls add to it.
  void correct(std::span<const ActorCorrection> corrections);

  /// Cost: O(n log n) for n distinct mentions: names meet only within blocks of an equal key.
  [[nodiscard]] ActorIdentity finish() &&;

 private:
  struct Tables;
  std::unique_ptr<Tables> tables_;
};

}  // namespace actorgraph
