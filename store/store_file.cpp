#include "store/store_file.hpp"

#include <sqlite3.h>

#include "records/error.hpp"
#include "store/digest.hpp"
#include "store/json_lists.hpp"
#include "store/label_rows.hpp"
#include "store/schema.hpp"

namespace actorgraph {
namespace {

constexpr int kBusyTimeoutMs = 10'000;

// A Store is of one thread: SQLite needs no locks within the process.
int flags_of(FileAccess access) {
  switch (access) {
    case FileAccess::Create:
      return SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE | SQLite::OPEN_NOMUTEX;
    case FileAccess::Write:
      return SQLite::OPEN_READWRITE | SQLite::OPEN_NOMUTEX;
    case FileAccess::Read:
      return SQLite::OPEN_READONLY | SQLite::OPEN_NOMUTEX;
    case FileAccess::Immutable:
      break;
  }
  return SQLite::OPEN_READONLY | SQLite::OPEN_URI | SQLite::OPEN_NOMUTEX;
}

/// The path, or as an address with what SQLite would take for its parts written as hexadecimal numbers.
std::string name_of(const std::string& path, FileAccess access) {
  if (access != FileAccess::Immutable) return path;
  std::string name = "file:";
  for (const char c : path) {
    if (c == '?') {
      name += "%3f";
    } else if (c == '#') {
      name += "%23";
    } else if (c == '%') {
      name += "%25";
    } else {
      name += c;
    }
  }
  return name + "?immutable=1";
}

void bind_days(SQLite::Statement& statement, int index, const std::optional<Date>& date) {
  if (date) statement.bind(index, sql_days(*date));
}

}  // namespace

Store::File::File(std::string file_path, FileAccess file_access)
    : path(std::move(file_path)),
      access(file_access),
      db(name_of(path, access), flags_of(access), kBusyTimeoutMs) {}

Store::File::~File() {
  try {
    finish();
  } catch (const SQLite::Exception&) {
    // The next one to close it will.
  }
}

void Store::File::finish() {
  if (access != FileAccess::Create && access != FileAccess::Write) return;
  for (auto* statement :
       {&insert_document, &insert_sentence, &insert_search, &insert_claim, &insert_detail}) {
    statement->reset();
  }
  for (auto* cursor : {&select_sentences, &select_claims, &select_number}) cursor->reset();
  transaction.reset();
  db.setBusyTimeout(0);
  db.exec("PRAGMA journal_mode = DELETE");
}

void Store::File::prepare_writing() {
  insert_document.emplace(db,
                          "INSERT INTO document (id, digest, path, name, title, url, source, author, place,"
                          " published, blocks, text) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  insert_sentence.emplace(
      db, "INSERT INTO sentence (document, begin_byte, end_byte, headline, block) VALUES (?, ?, ?, ?, ?)");
  insert_search.emplace(db, "INSERT INTO sentence_search (rowid, text) VALUES (?, ?)");
  insert_claim.emplace(
      db, std::string("INSERT INTO claim (") + kClaimColumns + ") VALUES (" + claim_parameters() + ")");
  insert_detail.emplace(db, "INSERT INTO claim_detail VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
}

void Store::File::prepare_reading() {
  select_sentences.emplace(db,
                           "SELECT number, begin_byte, end_byte, headline, block FROM sentence"
                           " WHERE document = ? ORDER BY number");
  select_claims.emplace(db,
                        std::string(kSelectClaims) + " WHERE c.sentence BETWEEN ? AND ? ORDER BY c.number");
  select_number.emplace(db, "SELECT number FROM document WHERE id = ?");
}

int Store::File::check_version() {
  const int application = db.execAndGet("PRAGMA application_id").getInt();
  const int version = db.execAndGet("PRAGMA user_version").getInt();
  if (application != kApplicationId) {
    throw StoreError(path +
                     ": this is not a graph file (an SQLite file of another program, or an empty one)" +
                     "; expected a file that `actorgraph build -o` wrote");
  }
  if (version < 1 || version > kSchemaVersion) {
    throw StoreError(path + ": the graph file has version " + std::to_string(version) +
                     ", this program reads versions 1 to " + std::to_string(kSchemaVersion) +
                     "; use the newer actorgraph that wrote it");
  }
  return version;
}

bool Store::File::is_blank() const {
  RowCursor application(db, "PRAGMA application_id");
  RowCursor tables(db, "SELECT count(*) FROM sqlite_schema");
  return application.start().next() && application.number(0) == 0 && tables.start().next() &&
         tables.number(0) == 0;
}

void Store::File::make_tables_if_blank() {
  SQLite::Transaction making(db, SQLite::TransactionBehavior::IMMEDIATE);
  if (!is_blank()) return;
  make_tables();
  making.commit();
}

void Store::File::make_tables() {
  db.exec(kSchema);
  db.exec(kGraphSchema);
  db.exec(kNameSearch);
  db.exec(kGraphIndexes);
  db.exec(kViews);
  insert_labels(db);
  db.exec("PRAGMA application_id = " + std::to_string(kApplicationId));
  db.exec("PRAGMA user_version = " + std::to_string(kSchemaVersion));
}

StoredDocument Store::File::read_document(const RowCursor& select) {
  StoredDocument stored;
  Document& doc = stored.doc;
  const std::int64_t number = select.number(0);
  doc.id = select.id<DocumentId>(1);
  Article& article = doc.article;
  article.path = select.string(2);
  article.name = select.string(3);
  article.url = select.string(4);
  article.source = select.string(5);
  article.author = select.string(6);
  article.place = select.string(7);
  article.published = select.day(8);
  article.text = select.string(10);
  article.blocks = blocks_from_json(select.text(9), article.text);
  std::int64_t first = 0;
  std::int64_t last = -1;
  select_sentences->start(number);
  while (select_sentences->next()) {
    last = select_sentences->number(0);
    if (doc.sentences.empty()) first = last;
    Sentence& sent = doc.sentences.emplace_back();
    sent.span = checked_span(select_sentences->number(1), select_sentences->number(2), article.text);
    if (select_sentences->number(3) != 0) sent.kind = SentenceKind::Headline;
    sent.block = select_sentences->count(4);
  }
  select_claims->start(first, last);
  while (select_claims->next()) stored.claims.push_back(read_claim(*select_claims, doc, first));
  return stored;
}

void Store::File::begin() {
  if (transaction) return;
  transaction.emplace(db, SQLite::TransactionBehavior::IMMEDIATE);
  terms_.clear();
  listed_.clear();
}

void Store::File::insert(const Document& doc, std::span<const Claim> claims, std::uint64_t digest) {
  const Article& article = doc.article;
  SQLite::Statement& row = *insert_document;
  row.reset();
  row.clearBindings();
  row.bind(1, to_sql(doc.id.value));
  row.bind(2, to_sql(digest));
  row.bind(3, article.path);
  row.bind(4, article.name);
  row.bind(5, std::string(article.title()));
  row.bind(6, article.url);
  row.bind(7, article.source);
  row.bind(8, article.author);
  row.bind(9, article.place);
  bind_days(row, 10, article.published);
  row.bind(11, blocks_to_json(article.blocks));
  row.bind(12, article.text);
  row.exec();
  const std::int64_t number = db.getLastInsertRowid();
  std::int64_t first = 0;
  for (std::size_t i = 0; i < doc.sentences.size(); ++i) {
    const Sentence& sent = doc.sentences[i];
    insert_sentence->reset();
    insert_sentence->bind(1, number);
    insert_sentence->bind(2, sent.span.begin);
    insert_sentence->bind(3, sent.span.end);
    insert_sentence->bind(4, sent.kind == SentenceKind::Headline ? 1 : 0);
    insert_sentence->bind(5, sent.block);
    insert_sentence->exec();
    const std::int64_t sentence = db.getLastInsertRowid();
    if (i == 0) first = sentence;
    insert_search->reset();
    insert_search->bind(1, sentence);
    insert_search->bind(2, std::string(slice(article.text, sent.span)));
    insert_search->exec();
  }
  for (const Claim& claim : claims) {
    ClaimReferences references{.sentence = first + claim.sentence,
                               .lemma = number_of_term(claim.relation.lemma),
                               .code = {},
                               .time = {},
                               .place = {}};
    if (claim.event) references.code = number_of_code(*claim.event);
    if (claim.time) references.time = number_of_time(*claim.time);
    if (claim.place) references.place = number_of_place(*claim.place);
    insert_claim->reset();
    bind_claim(*insert_claim, references, article.text, claim);
    insert_claim->exec();
    if (!has_detail(claim)) continue;
    insert_detail->reset();
    bind_detail(*insert_detail, db.getLastInsertRowid(), article.text, claim);
    insert_detail->exec();
  }
  mark_behind();
}

void Store::File::mark_behind() {
  if (state("graph") != 0) set_state("graph", 0);
}

void Store::File::clear_graph() {
  db.exec(kClearGraph);
}

void Store::File::drop_unused() {
  db.exec(
      "DELETE FROM code WHERE number NOT IN (SELECT code FROM claim WHERE code IS NOT NULL);"
      "DELETE FROM time WHERE number NOT IN (SELECT time FROM claim WHERE time IS NOT NULL);"
      "DELETE FROM place WHERE number NOT IN (SELECT place FROM claim WHERE place IS NOT NULL);"
      "DELETE FROM term WHERE number NOT IN (SELECT lemma FROM claim);"
      // Words of what was removed stand in the index until its parts are merged.
      "INSERT INTO sentence_search (sentence_search) VALUES ('optimize')");
  terms_.clear();
  listed_.clear();
}

std::int64_t Store::File::state(const char* name) const {
  RowCursor select(db, "SELECT value FROM state WHERE name = ?");
  select.start(std::string_view(name));
  return select.next() ? select.number(0) : 0;
}

void Store::File::set_state(const char* name, std::int64_t value) {
  change("UPDATE state SET value = ? WHERE name = ?", [&](SQLite::Statement& update) {
    update.bind(1, value);
    update.bind(2, name);
  });
}

std::int64_t Store::File::number_of_term(const std::string& text) {
  const auto known = terms_.find(text);
  if (known != terms_.end()) return known->second;
  RowCursor select(db, "SELECT number FROM term WHERE text = ?");
  select.start(std::string_view(text));
  std::int64_t number = 0;
  if (select.next()) {
    number = select.number(0);
  } else {
    change("INSERT INTO term (text) VALUES (?)", [&](SQLite::Statement& insert) { insert.bind(1, text); });
    number = db.getLastInsertRowid();
  }
  terms_.emplace(text, number);
  return number;
}

template <class Bind>
std::int64_t Store::File::number_of(const char* list, std::uint64_t hash, const char* insert,
                                    const Bind& bind) {
  const auto known = listed_.find(hash);
  if (known != listed_.end()) return known->second;
  RowCursor select(db, std::string("SELECT number FROM ") + list + " WHERE hash = ?");
  select.start(hash);
  std::int64_t number = 0;
  if (select.next()) {
    number = select.number(0);
  } else {
    SQLite::Statement statement(db, insert);
    statement.bind(1, to_sql(hash));
    bind(statement);
    statement.exec();
    number = db.getLastInsertRowid();
  }
  listed_.emplace(hash, number);
  return number;
}

std::int64_t Store::File::number_of_code(const EventCode& code) {
  return number_of("code", hash_of_code(code),
                   "INSERT INTO code (hash, plover, mode, cameo, goldstein, quad, contexts)"
                   " VALUES (?, ?, ?, ?, ?, ?, ?)",
                   [&](SQLite::Statement& row) {
                     row.bind(2, code.plover);
                     row.bind(3, code.mode);
                     row.bind(4, code.cameo);
                     row.bind(5, code.goldstein);
                     row.bind(6, code.quad);
                     if (!code.contexts.empty()) row.bind(7, texts_to_json(code.contexts));
                   });
}

std::int64_t Store::File::number_of_time(const TimeReference& time) {
  return number_of("time", hash_of_time(time),
                   "INSERT INTO time (hash, text, first, last, precision, type, value)"
                   " VALUES (?, ?, ?, ?, ?, ?, ?)",
                   [&](SQLite::Statement& row) {
                     row.bind(2, time.text);
                     bind_days(row, 3, time.interval.start);
                     bind_days(row, 4, time.interval.end);
                     row.bind(5, static_cast<int>(time.interval.precision));
                     row.bind(6, static_cast<int>(time.type));
                     row.bind(7, time.value);
                   });
}

std::int64_t Store::File::number_of_place(const PlaceReference& place) {
  return number_of("place", hash_of_place(place),
                   "INSERT INTO place (hash, text, name, country, region, kind, latitude, longitude)"
                   " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                   [&](SQLite::Statement& row) {
                     row.bind(2, place.text);
                     row.bind(3, place.name);
                     row.bind(4, place.country);
                     row.bind(5, place.region);
                     row.bind(6, static_cast<int>(place.kind));
                     if (place.latitude) row.bind(7, *place.latitude);
                     if (place.longitude) row.bind(8, *place.longitude);
                   });
}

}  // namespace actorgraph
