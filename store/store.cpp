#include "store/store.hpp"

#include <sqlite3.h>
#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <cassert>
#include <filesystem>
#include <system_error>

#include "records/error.hpp"
#include "store/claim_row.hpp"
#include "store/json_lists.hpp"
#include "store/schema.hpp"
#include "store/store_error.hpp"

namespace actorgraph {
namespace {

constexpr int kBusyTimeoutMs = 10'000;

std::int64_t to_sql(std::uint64_t id) {
  return static_cast<std::int64_t>(id);
}

const char* const kDocumentColumns =
    "number, id, path, name, url, source, author, place, published, blocks, text";

}  // namespace

struct Store::File {
  File(std::string file_path, int flags) : path(std::move(file_path)), db(path, flags, kBusyTimeoutMs) {}

  void prepare_writing() {
    insert_document.emplace(db,
                            "INSERT INTO documents (id, path, name, title, url, source, author, place,"
                            " published, blocks, text) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    insert_sentence.emplace(db, "INSERT INTO sentences VALUES (?, ?, ?, ?, ?, ?)");
    insert_claim.emplace(db, std::string("INSERT INTO claims (") + kClaimColumns + ") VALUES (" +
                                 claim_parameters() + ") ON CONFLICT (id) DO NOTHING");
  }

  void prepare_reading() {
    select_sentences.emplace(db,
                             "SELECT begin_byte, end_byte, headline, block FROM sentences"
                             " WHERE document = ? ORDER BY number");
    select_claims.emplace(
        db, std::string("SELECT ") + kClaimColumns + " FROM claims WHERE document = ? ORDER BY number");
    select_number.emplace(db, "SELECT number FROM documents WHERE id = ?");
  }

  void check_version() {
    const int application = db.execAndGet("PRAGMA application_id").getInt();
    const int version = db.execAndGet("PRAGMA user_version").getInt();
    if (application != kApplicationId) {
      throw StoreError(path +
                       ": this is not a graph file (an SQLite file of another program, or an empty one)" +
                       "; expected a file that `actorgraph build -o` wrote");
    }
    if (version != kSchemaVersion) {
      throw StoreError(path + ": the graph file has version " + std::to_string(version) +
                       ", this program reads version " + std::to_string(kSchemaVersion) +
                       (version > kSchemaVersion ? "; use the newer actorgraph that wrote it"
                                                 : "; build it again from the articles"));
    }
  }

  /// Reads the document of the current row of `select`, whose columns are kDocumentColumns.
  StoredDocument read_document(SQLite::Statement& select) {
    StoredDocument stored;
    Document& doc = stored.doc;
    const std::int64_t number = select.getColumn(0).getInt64();
    doc.id = {static_cast<std::uint64_t>(select.getColumn(1).getInt64())};
    Article& article = doc.article;
    article.path = select.getColumn(2).getString();
    article.name = select.getColumn(3).getString();
    article.url = select.getColumn(4).getString();
    article.source = select.getColumn(5).getString();
    article.author = select.getColumn(6).getString();
    article.place = select.getColumn(7).getString();
    if (!select.isColumnNull(8)) {
      article.published = parse_date(select.getColumn(8).getString());
      if (!article.published) {
        throw FormatError("'" + select.getColumn(8).getString() + "' is not a date");
      }
    }
    article.text = select.getColumn(10).getString();
    article.blocks = blocks_from_json(select.getColumn(9).getString(), article.text);
    select_sentences->reset();
    select_sentences->bind(1, number);
    while (select_sentences->executeStep()) {
      Sentence& sent = doc.sentences.emplace_back();
      sent.span = checked_span(select_sentences->getColumn(0).getInt64(),
                               select_sentences->getColumn(1).getInt64(), article.text);
      if (select_sentences->getColumn(2).getInt() != 0) sent.kind = SentenceKind::Headline;
      sent.block = select_sentences->getColumn(3).getUInt();
    }
    select_claims->reset();
    select_claims->bind(1, number);
    while (select_claims->executeStep()) stored.claims.push_back(read_claim(*select_claims, doc));
    return stored;
  }

  void begin() {
    if (!transaction) transaction.emplace(db, SQLite::TransactionBehavior::IMMEDIATE);
  }

  /// Runs a statement in the transaction; whether it changed a row.
  template <class Bind>
  bool change(const char* sql, const Bind& bind) {
    begin();
    SQLite::Statement statement(db, sql);
    bind(statement);
    return statement.exec() > 0;
  }

  std::string path;
  SQLite::Database db;
  std::optional<SQLite::Statement> insert_document;
  std::optional<SQLite::Statement> insert_sentence;
  std::optional<SQLite::Statement> insert_claim;
  std::optional<SQLite::Statement> select_sentences;
  std::optional<SQLite::Statement> select_claims;
  std::optional<SQLite::Statement> select_number;
  std::optional<SQLite::Transaction> transaction;  // after db: rolled back before the file is closed
  std::uint32_t pending = 0;                       // documents in the transaction
};

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

std::vector<Correction> Store::corrections() const {
  return guarded(file_->path, [&] {
    std::vector<Correction> corrections;
    SQLite::Statement select(file_->db, "SELECT line FROM corrections ORDER BY number");
    while (select.executeStep()) corrections.push_back(parse_correction(select.getColumn(0).getString()));
    return corrections;
  });
}

bool Store::add_correction(const Correction& correction) {
  return guarded(file_->path, [&] {
    return file_->change("INSERT INTO corrections (line) VALUES (?) ON CONFLICT (line) DO NOTHING",
                         [&](SQLite::Statement& change) { change.bind(1, to_line(correction)); });
  });
}

bool Store::remove_correction(const Correction& correction) {
  return guarded(file_->path, [&] {
    return file_->change("DELETE FROM corrections WHERE line = ?",
                         [&](SQLite::Statement& change) { change.bind(1, to_line(correction)); });
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

std::vector<DocumentId> Store::document_ids() const {
  return guarded(file_->path, [&] {
    std::vector<DocumentId> ids;
    SQLite::Statement select(file_->db, "SELECT id FROM documents");
    while (select.executeStep()) ids.push_back({static_cast<std::uint64_t>(select.getColumn(0).getInt64())});
    std::ranges::sort(ids);
    return ids;
  });
}

std::vector<DocumentId> Store::find_documents(const std::string& key) const {
  return guarded(file_->path, [&] {
    std::vector<DocumentId> ids;
    SQLite::Statement select(file_->db,
                             "SELECT id FROM documents WHERE name = ?1 OR path = ?1 OR url = ?1 OR id = ?2"
                             " ORDER BY number");
    select.bind(1, key);
    const auto id = parse_id<DocumentTag>(key);
    if (id) select.bind(2, to_sql(id->value));
    while (select.executeStep()) ids.push_back({static_cast<std::uint64_t>(select.getColumn(0).getInt64())});
    return ids;
  });
}

std::optional<StoredDocument> Store::find_document(DocumentId id) const {
  return guarded(file_->path, [&]() -> std::optional<StoredDocument> {
    SQLite::Statement select(file_->db,
                             std::string("SELECT ") + kDocumentColumns + " FROM documents WHERE id = ?");
    select.bind(1, to_sql(id.value));
    if (!select.executeStep()) return std::nullopt;
    return file_->read_document(select);
  });
}

std::optional<DocumentId> Store::find_document_of(ClaimId id) const {
  return guarded(file_->path, [&]() -> std::optional<DocumentId> {
    SQLite::Statement select(file_->db,
                             "SELECT documents.id FROM claims JOIN documents ON"
                             " documents.number = claims.document WHERE claims.id = ?");
    select.bind(1, to_sql(id.value));
    if (!select.executeStep()) return std::nullopt;
    return DocumentId{static_cast<std::uint64_t>(select.getColumn(0).getInt64())};
  });
}

std::vector<ClaimId> Store::find_claims(ClaimId first, ClaimId last, std::size_t limit) const {
  return guarded(file_->path, [&] {
    // Signed order differs from that of the ids where the range holds both signs: then it is two ranges.
    std::vector<ClaimId> ids;
    SQLite::Statement select(file_->db, "SELECT id FROM claims WHERE id BETWEEN ? AND ? ORDER BY id LIMIT ?");
    const auto collect = [&](std::uint64_t from, std::uint64_t to) {
      select.reset();
      select.bind(1, to_sql(from));
      select.bind(2, to_sql(to));
      select.bind(3, static_cast<std::int64_t>(limit - ids.size()));
      while (select.executeStep()) {
        ids.push_back({static_cast<std::uint64_t>(select.getColumn(0).getInt64())});
      }
    };
    constexpr std::uint64_t kSignBit = 1ULL << 63U;
    if (first.value < kSignBit && last.value >= kSignBit) {
      collect(first.value, kSignBit - 1);
      collect(kSignBit, last.value);
    } else {
      collect(first.value, last.value);
    }
    return ids;
  });
}

StoreStats Store::stats() const {
  return guarded(file_->path, [&] {
    const auto count = [&](const char* sql) {
      return static_cast<std::uint64_t>(file_->db.execAndGet(sql).getInt64());
    };
    StoreStats stats;
    stats.documents = count("SELECT count(*) FROM documents");
    stats.sentences = count("SELECT count(*) FROM sentences");
    stats.claims = count("SELECT count(*) FROM claims");
    stats.text_bytes = count("SELECT coalesce(sum(length(CAST(text AS BLOB))), 0) FROM documents");
    stats.file_bytes = std::filesystem::file_size(file_->path);
    SQLite::Statement range(file_->db, "SELECT min(published), max(published) FROM documents");
    if (range.executeStep() && !range.isColumnNull(0)) {
      stats.first_published = parse_date(range.getColumn(0).getString());
      stats.last_published = parse_date(range.getColumn(1).getString());
    }
    return stats;
  });
}

const std::string& Store::path() const {
  return file_->path;
}

}  // namespace actorgraph
