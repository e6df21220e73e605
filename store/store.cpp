#include "store/store.hpp"

#include <sqlite3.h>

#include <cassert>
#include <filesystem>
#include <system_error>
#include <unordered_set>

#include "records/error.hpp"
#include "store/digest.hpp"
#include "store/schema.hpp"
#include "store/store_file.hpp"

namespace actorgraph {
namespace {

/// Claims with equal ids are one claim.
std::vector<Claim> without_repeated(std::span<const Claim> claims) {
  std::vector<Claim> distinct;
  std::unordered_set<ClaimId> ids;
  for (const Claim& claim : claims) {
    if (ids.insert(claim.id).second) distinct.push_back(claim);
  }
  return distinct;
}

/// Whether a file could not be opened only because SQLite may make no side files in its folder, and needs
/// none.
bool is_alone(const SQLite::Exception& error, const std::string& path) {
  if (error.getErrorCode() != SQLITE_CANTOPEN && error.getErrorCode() != SQLITE_READONLY) return false;
  std::error_code ignored;
  const auto log_bytes = std::filesystem::file_size(path + "-wal", ignored);
  return ignored || log_bytes == 0;
}

}  // namespace

Store::Store(std::unique_ptr<File> file) : file_(std::move(file)) {}
Store::~Store() = default;
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;

Store Store::create(const std::string& path) {
  // An empty file is what a run leaves that was killed while it made the file.
  std::error_code error;
  const auto size_bytes = std::filesystem::file_size(path, error);
  if (std::filesystem::exists(path) && (error || size_bytes > 0))
    throw IoError(path + ": exists already; expected a new file");
  return open_to_write(path, FileAccess::Create);
}

Store Store::open_or_create(const std::string& path) {
  std::error_code error;
  const auto size_bytes = std::filesystem::file_size(path, error);
  return !error && size_bytes > 0 ? open(path) : open_to_write(path, FileAccess::Create);
}

Store Store::open(const std::string& path) {
  check_is_graph_file(path);
  return open_to_write(path, FileAccess::Write);
}

Store Store::open_to_write(const std::string& path, FileAccess access) {
  return guarded(path, [&] {
    auto file = std::make_unique<File>(path, access);
    const bool was_blank = file->is_blank();
    if (!was_blank) static_cast<void>(file->check_version());
    if (was_blank) file->db.exec(kNewFileSettings);
    file->db.exec(kWriterSettings);
    file->db.exec(kConnectionSettings);
    if (was_blank) file->make_tables_if_blank();
    if (file->check_version() < kSchemaVersion) file->migrate();
    file->prepare_reading();
    file->prepare_writing();
    return Store(std::move(file));
  });
}

std::unique_ptr<Store::File> Store::open_to_read(const std::string& path, int& version) {
  auto file = std::make_unique<File>(path, FileAccess::Read);
  try {
    version = file->check_version();
  } catch (const SQLite::Exception& error) {
    if (error.getExtendedErrorCode() == SQLITE_READONLY_ROLLBACK) {
      // A killed run left its journal: a connection that may write takes back the half transaction.
      static_cast<void>(File(path, FileAccess::Write).check_version());
      file = std::make_unique<File>(path, FileAccess::Read);
    } else if (is_alone(error, path)) {
      file = std::make_unique<File>(path, FileAccess::Immutable);
    } else {
      throw;
    }
    version = file->check_version();
  }
  return file;
}

bool Store::is_of_earlier_version(const std::string& path) {
  check_is_graph_file(path);
  return guarded(path, [&] {
    int version = 0;
    open_to_read(path, version);
    return version < kSchemaVersion;
  });
}

Store Store::open_read_only(const std::string& path) {
  check_is_graph_file(path);
  return guarded(path, [&] {
    int version = 0;
    auto file = open_to_read(path, version);
    if (version < kSchemaVersion) {
      throw StoreError(path + ": the graph file has version " + std::to_string(version) +
                       ", which must first be brought to version " + std::to_string(kSchemaVersion) +
                       "; expected a file and a folder that may be written");
    }
    file->db.exec(kConnectionSettings);
    file->prepare_reading();
    return Store(std::move(file));
  });
}

bool Store::contains(DocumentId id) const {
  return guarded(file_->path, [&] {
    file_->select_number->start(id.value);
    const bool found = file_->select_number->next();
    file_->select_number->reset();
    return found;
  });
}

bool Store::add(const Document& doc, std::span<const Claim> claims) {
  File& file = *file_;
  // The transaction comes first: no other program may add the document between the question and the answer.
  guarded(file.path, [&] { return file.begin(), 0; });
  if (contains(doc.id)) return false;
  for ([[maybe_unused]] const Claim& claim : claims) {
    assert(claim.document == doc.id && claim.sentence < doc.sentences.size());
    assert(claim.span == doc.sentences[claim.sentence].span);
  }
  const std::vector<Claim> distinct = without_repeated(claims);
  guarded(file.path, [&] { return file.insert(doc, distinct, make_digest(doc, distinct)), 0; });
  if (++file.pending >= kBatchDocuments) commit();
  return true;
}

bool Store::remove(DocumentId id) {
  return guarded(file_->path, [&] {
    File& file = *file_;
    file.begin();
    const std::optional<StoredDocument> stored = find_document(id);
    if (!stored) return false;
    // The graph goes first: its rows point to claims.
    file.clear_graph();
    file.set_state("graph", 0);
    file.set_state("removed", 1);
    RowCursor sentences(file.db,
                        "SELECT s.number FROM sentence s JOIN document d ON d.number = s.document"
                        " WHERE d.id = ? ORDER BY s.number");
    SQLite::Statement forget(
        file.db, "INSERT INTO sentence_search (sentence_search, rowid, text) VALUES ('delete', ?, ?)");
    sentences.start(id.value);
    for (const Sentence& sent : stored->doc.sentences) {
      if (!sentences.next()) break;
      forget.reset();
      forget.bind(1, sentences.number(0));
      forget.bind(2, std::string(slice(stored->doc.article.text, sent.span)));
      forget.exec();
    }
    sentences.reset();
    return file.change("DELETE FROM document WHERE id = ?",
                       [&](SQLite::Statement& change) { change.bind(1, to_sql(id.value)); });
  });
}

void Store::set_patience_ms(int milliseconds) {
  guarded(file_->path, [&] { return file_->db.setBusyTimeout(milliseconds), 0; });
}

void Store::lock() {
  guarded(file_->path, [&] { return file_->begin(), 0; });
}

void Store::rebuild_search() {
  guarded(file_->path, [&] {
    file_->begin();
    file_->db.exec("INSERT INTO sentence_search (sentence_search) VALUES ('rebuild')");
    return 0;
  });
}

void Store::close() && {
  guarded(file_->path, [&] { return file_->finish(), 0; });
  file_.reset();
}

void Store::commit() {
  guarded(file_->path, [&] {
    if (file_->transaction) file_->transaction->commit();
    file_->transaction.reset();
    file_->pending = 0;
    return 0;
  });
}

void Store::for_each(const std::function<void(const StoredDocument&)>& visit) const {
  guarded(file_->path, [&] {
    RowCursor select(file_->db, std::string("SELECT ") + kDocumentColumns + " FROM document ORDER BY number");
    while (select.next()) visit(file_->read_document(select));
    return 0;
  });
}

const std::string& Store::path() const {
  return file_->path;
}

}  // namespace actorgraph
