// The graph file: documents, their sentences and their claims in one SQLite file. Stands between extract and
// graph; what goes in comes out again, without the tokens.
// The file is a function of what was added and in which order: no clock, no thread, no random number.
// Thread-safety: none; one thread owns a Store. Several processes may read one file.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "records/claim.hpp"
#include "records/correction.hpp"
#include "records/document.hpp"

namespace actorgraph {

struct StoreStats {
  std::uint64_t documents = 0;
  std::uint64_t sentences = 0;
  std::uint64_t claims = 0;
  std::uint64_t text_bytes = 0;  ///< of all documents together
  std::uint64_t file_bytes = 0;
  std::uint64_t free_bytes = 0;  ///< of these: of what was removed
  std::optional<Date> first_published;
  std::optional<Date> last_published;
};

/// What the file knows of one document.
struct StoredDocument {
  Document doc;               ///< sentences have spans, kinds and blocks, but no tokens and names
  std::vector<Claim> claims;  ///< in text order
};

enum class FileAccess : std::uint8_t;

/// An open graph file.
///
/// Errors: every function throws StoreError where the file is missing, not a graph file, damaged or of
///         another version, and IoError where it cannot be written (no permission, full disk, in use).
class Store {
 public:
  /// Documents of one transaction; what a killed run loses at most.
  static constexpr std::uint32_t kBatchDocuments = 256;

  /// Makes a new file. Errors: throws IoError also where `path` exists and is not empty.
  [[nodiscard]] static Store create(const std::string& path);

  /// Opens the file, or makes it where there is none; runs that make it at once share one file.
  [[nodiscard]] static Store open_or_create(const std::string& path);

  /// Opens an existing file for reading and adding; one without any table, as a killed run leaves it, is made
  /// new. One of an earlier version is brought to the present one
  /// first; its graph is then behind.
  [[nodiscard]] static Store open(const std::string& path);

  /// Opens an existing file that stays as it is (a transaction that a killed run left is rolled back).
  /// Errors: throws StoreError also where it is of an earlier version.
  [[nodiscard]] static Store open_read_only(const std::string& path);

  /// Whether a graph file has the tables of an earlier version. Errors: as those of open_read_only.
  [[nodiscard]] static bool is_of_earlier_version(const std::string& path);

  /// Takes back what was added since the last commit; never throws.
  ~Store();
  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;

  [[nodiscard]] bool contains(DocumentId id) const;

  /// All documents' ids, in order.
  [[nodiscard]] std::vector<DocumentId> document_ids() const;

  /// Adds a document with its claims; commits by itself after every kBatchDocuments.
  ///
  /// Out:      false where the document is in the file already; nothing is written then. Claims with equal
  ///           ids are one claim.
  /// Requires: each claim's document, sentence and span are those of `doc`.
  bool add(const Document& doc, std::span<const Claim> claims);

  /// Takes a document out again, with its sentences and claims: what remains is as if it had never been
  /// added.
  ///
  /// Out:      false where the file does not know it.
  bool remove(DocumentId id);

  /// What users have corrected, in the order of giving.
  [[nodiscard]] std::vector<Correction> corrections() const;

  /// Out:      false where the file has it already.
  bool add_correction(const Correction& correction);

  /// Out:      false where the file does not have it.
  bool remove_correction(const Correction& correction);

  /// Whether the graph in the file is that of its documents and corrections. False in a new file, and where
  /// a run was killed before it had merged.
  [[nodiscard]] bool has_current_graph() const;

  /// How long a writer waits for another one before it gives up; ten seconds at first.
  void set_patience_ms(int milliseconds);

  /// Keeps other programs from writing until commit(): what is read meanwhile stays as it is.
  void lock();

  /// Makes the full-text search of sentences anew.
  void rebuild_search();

  /// Puts all into the one file and closes it, which the destructor does, too, without a word of failure.
  void close() &&;

  /// Makes everything added, removed and corrected so far permanent.
  void commit();

  /// The documents of which `key` is the id, the user's own name, the path or the address, in order of
  /// adding. Cost: O(documents).
  [[nodiscard]] std::vector<DocumentId> find_documents(const std::string& key) const;

  /// Calls `visit` for every document, in the order of adding.
  void for_each(const std::function<void(const StoredDocument&)>& visit) const;

  [[nodiscard]] std::optional<StoredDocument> find_document(DocumentId id) const;

  /// The document that states a claim.
  [[nodiscard]] std::optional<DocumentId> find_document_of(ClaimId id) const;

  /// The ids from `first` to `last`, both included, in order; at most `limit`. For abbreviated ids.
  [[nodiscard]] std::vector<ClaimId> find_claims(ClaimId first, ClaimId last, std::size_t limit) const;

  /// Cost: O(documents) for the texts' size, else O(1) or an index scan.
  [[nodiscard]] StoreStats stats() const;

  [[nodiscard]] const std::string& path() const;

 private:
  friend class FileCheck;
  friend class GraphReader;
  friend class GraphWriter;
  friend class SqlQuery;
  struct File;
  explicit Store(std::unique_ptr<File> file);
  static Store open_to_write(const std::string& path, FileAccess access);
  static std::unique_ptr<File> open_to_read(const std::string& path, int& version);
  std::unique_ptr<File> file_;
};

}  // namespace actorgraph
