#include "store/store_file.hpp"

#include <sqlite3.h>

#include "records/error.hpp"
#include "store/claim_row.hpp"
#include "store/json_lists.hpp"
#include "store/schema.hpp"

namespace actorgraph {
namespace {

constexpr int kBusyTimeoutMs = 10'000;

}  // namespace

Store::File::File(std::string file_path, int flags)
    : path(std::move(file_path)), db(path, flags, kBusyTimeoutMs) {}

void Store::File::prepare_writing() {
  insert_document.emplace(db,
                          "INSERT INTO documents (id, path, name, title, url, source, author, place,"
                          " published, blocks, text) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  insert_sentence.emplace(db, "INSERT INTO sentences VALUES (?, ?, ?, ?, ?, ?)");
  insert_claim.emplace(db, std::string("INSERT INTO claims (") + kClaimColumns + ") VALUES (" +
                               claim_parameters() + ") ON CONFLICT (id) DO NOTHING");
}

void Store::File::prepare_reading() {
  select_sentences.emplace(db,
                           "SELECT begin_byte, end_byte, headline, block FROM sentences"
                           " WHERE document = ? ORDER BY number");
  select_claims.emplace(
      db, std::string("SELECT ") + kClaimColumns + " FROM claims WHERE document = ? ORDER BY number");
  select_number.emplace(db, "SELECT number FROM documents WHERE id = ?");
}

void Store::File::check_version() {
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

StoredDocument Store::File::read_document(SQLite::Statement& select) {
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

void Store::File::begin() {
  if (!transaction) transaction.emplace(db, SQLite::TransactionBehavior::IMMEDIATE);
}

}  // namespace actorgraph
