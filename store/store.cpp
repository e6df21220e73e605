#include "store/store.hpp"

#include <sqlite3.h>

#include <cassert>
#include <filesystem>
#include <system_error>

#include "records/error.hpp"
#include "store/claim_row.hpp"
#include "store/json_lists.hpp"
#include "store/schema.hpp"
#include "store/store_file.hpp"

namespace actorgraph {

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
  return guarded(path, [&] {
    auto file = std::make_unique<File>(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    file->db.exec(kNewFileSettings);
    file->db.exec(kConnectionSettings);
    SQLite::Transaction transaction(file->db);
    file->db.exec(kSchema);
    file->db.exec("PRAGMA application_id = " + std::to_string(kApplicationId));
    file->db.exec("PRAGMA user_version = " + std::to_string(kSchemaVersion));
    transaction.commit();
    file->prepare_reading();
    file->prepare_writing();
    return Store(std::move(file));
  });
}

Store Store::open(const std::string& path) {
  check_is_graph_file(path);
  return guarded(path, [&] {
    auto file = std::make_unique<File>(path, SQLite::OPEN_READWRITE);
    file->check_version();
    file->db.exec(kConnectionSettings);
    file->prepare_reading();
    file->prepare_writing();
    return Store(std::move(file));
  });
}

Store Store::open_read_only(const std::string& path) {
  check_is_graph_file(path);
  return guarded(path, [&] {
    auto file = std::make_unique<File>(path, SQLite::OPEN_READONLY);
    try {
      file->check_version();
    } catch (const SQLite::Exception& error) {
      if (error.getExtendedErrorCode() != SQLITE_READONLY_ROLLBACK) throw;
      // A killed run left its journal: a connection that may write takes back the half transaction.
      File(path, SQLite::OPEN_READWRITE).check_version();
      file = std::make_unique<File>(path, SQLite::OPEN_READONLY);
      file->check_version();
    }
    file->prepare_reading();
    return Store(std::move(file));
  });
}

bool Store::contains(DocumentId id) const {
  return guarded(file_->path, [&] {
    file_->select_number->reset();
    file_->select_number->bind(1, to_sql(id.value));
    const bool found = file_->select_number->executeStep();
    file_->select_number->reset();
    return found;
  });
}

bool Store::add(const Document& doc, std::span<const Claim> claims) {
  File& file = *file_;
  // The transaction comes first: no other program may add the document between the question and the answer.
  guarded(file.path, [&] { return file.begin(), 0; });
  if (contains(doc.id)) return false;
  guarded(file.path, [&] {
    const Article& article = doc.article;
    SQLite::Statement& insert = *file.insert_document;
    insert.reset();
    insert.clearBindings();
    insert.bind(1, to_sql(doc.id.value));
    insert.bind(2, article.path);
    insert.bind(3, article.name);
    insert.bind(4, std::string(article.title()));
    insert.bind(5, article.url);
    insert.bind(6, article.source);
    insert.bind(7, article.author);
    insert.bind(8, article.place);
    if (article.published) insert.bind(9, to_string(*article.published));
    insert.bind(10, blocks_to_json(article.blocks));
    insert.bind(11, article.text);
    insert.exec();
    const std::int64_t number = file.db.getLastInsertRowid();
    for (std::size_t i = 0; i < doc.sentences.size(); ++i) {
      const Sentence& sent = doc.sentences[i];
      SQLite::Statement& row = *file.insert_sentence;
      row.reset();
      row.bind(1, number);
      row.bind(2, static_cast<std::int64_t>(i));
      row.bind(3, sent.span.begin);
      row.bind(4, sent.span.end);
      row.bind(5, sent.kind == SentenceKind::Headline ? 1 : 0);
      row.bind(6, sent.block);
      row.exec();
    }
    for (const Claim& claim : claims) {
      assert(claim.document == doc.id && claim.sentence < doc.sentences.size());
      assert(claim.span == doc.sentences[claim.sentence].span);
      file.insert_claim->reset();
      bind_claim(*file.insert_claim, number, article.text, claim);
      file.insert_claim->exec();
    }
    return 0;
  });
  if (++file_->pending >= kBatchDocuments) commit();
  return true;
}

bool Store::remove(DocumentId id) {
  return guarded(file_->path, [&] {
    return file_->change("DELETE FROM documents WHERE id = ?",
                         [&](SQLite::Statement& change) { change.bind(1, to_sql(id.value)); });
  });
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
    SQLite::Statement select(file_->db,
                             std::string("SELECT ") + kDocumentColumns + " FROM documents ORDER BY number");
    while (select.executeStep()) visit(file_->read_document(select));
    return 0;
  });
}

const std::string& Store::path() const {
  return file_->path;
}

}  // namespace actorgraph
