// Brings a graph file of an earlier version to the present one. What each earlier version held:
//   1  documents, sentences and claims, with labels as words and dates as text
//   2  the same with types and values of times, regions and kinds of places, numbers of people, recipients
//   3  the same with corrections, and the ledger of the last merge
// Columns are asked for by name, and what a version lacks is empty; so one reader serves them all.
#include <algorithm>
#include <map>

#include "records/error.hpp"
#include "records/hash.hpp"
#include "store/digest.hpp"
#include "store/json_lists.hpp"
#include "store/schema.hpp"
#include "store/store_file.hpp"

namespace actorgraph {
namespace {

constexpr const char* kOld = "earlier_";

/// A row whose columns have names.
class NamedRow {
 public:
  NamedRow(const SQLite::Database& db, const std::string& sql) : row_(db, sql) {
    for (int i = 0; i < row_.columns(); ++i) columns_.emplace(row_.name(i), i);
  }

  RowCursor& cursor() { return row_; }

  [[nodiscard]] bool has(const std::string& column) const {
    const auto at = columns_.find(column);
    return at != columns_.end() && !row_.is_null(at->second);
  }
  [[nodiscard]] std::string text(const std::string& column) const {
    return has(column) ? row_.string(columns_.at(column)) : std::string();
  }
  [[nodiscard]] std::int64_t number(const std::string& column) const {
    return has(column) ? row_.number(columns_.at(column)) : 0;
  }
  [[nodiscard]] double real(const std::string& column) const {
    return has(column) ? row_.real(columns_.at(column)) : 0;
  }
  [[nodiscard]] std::optional<std::uint32_t> count(const std::string& column) const {
    return has(column) ? std::optional(static_cast<std::uint32_t>(number(column))) : std::nullopt;
  }
  [[nodiscard]] std::optional<Date> date(const std::string& column) const {
    if (!has(column)) return std::nullopt;
    return parsed(parse_date(text(column)), column);
  }
  template <class Label>
  [[nodiscard]] Label label(const std::string& column, std::optional<Label> (*parse)(std::string_view),
                            Label other) const {
    return has(column) ? parsed(parse(text(column)), column) : other;
  }

 private:
  template <class Value>
  [[nodiscard]] Value parsed(const std::optional<Value>& value, const std::string& column) const {
    if (!value) throw FormatError("'" + text(column) + "' is no value of the column '" + column + "'");
    return *value;
  }

  RowCursor row_;
  std::map<std::string, int> columns_;
};

Participant read_participant(const NamedRow& row, const std::string& role, std::string_view text) {
  Participant participant;
  participant.span = checked_span(row.number(role + "_begin"), row.number(role + "_end"), text);
  participant.text =
      row.has(role + "_text") ? row.text(role + "_text") : std::string(slice(text, participant.span));
  participant.actor = row.has(role + "_actor") ? row.text(role + "_actor") : participant.text;
  participant.id = {static_cast<std::uint64_t>(row.number(role + "_id"))};
  participant.kind = row.label(role + "_kind", &parse_actor_kind, ActorKind::Unknown);
  participant.code = row.text(role + "_code");
  return participant;
}

std::optional<Participant> read_optional(const NamedRow& row, const std::string& role,
                                         std::string_view text) {
  if (!row.has(role + "_begin")) return std::nullopt;
  return read_participant(row, role, text);
}

EventCode read_code(const NamedRow& row, std::string_view text) {
  EventCode code;
  code.plover = row.text("plover");
  code.mode = row.text("event_mode");
  code.cameo = row.text("cameo");
  code.goldstein = row.real("goldstein");
  code.quad = static_cast<int>(row.number("quad"));
  if (row.has("contexts")) code.contexts = texts_from_json(row.text("contexts"));
  code.size = {row.count("dead"), row.count("injured"), row.count("arrested"), row.count("protesters")};
  code.recipient = read_optional(row, "recipient", text);
  return code;
}

TimeReference read_time(const NamedRow& row) {
  TimeReference time;
  time.text = row.text("time_text");
  time.interval = {row.date("time_start"), row.date("time_end"),
                   row.label("time_precision", &parse_precision, Precision::Unknown)};
  time.type = row.label("time_type", &parse_time_type, TimeType::Calendar);
  time.value = row.text("time_value");
  return time;
}

PlaceReference read_place(const NamedRow& row) {
  PlaceReference place;
  place.text = row.text("place_text");
  place.name = row.has("place_name") ? row.text("place_name") : place.text;
  place.country = row.text("country");
  place.region = row.text("region");
  place.kind = row.label("place_kind", &parse_place_kind, PlaceKind::Unknown);
  if (row.has("latitude")) place.latitude = row.real("latitude");
  if (row.has("longitude")) place.longitude = row.real("longitude");
  return place;
}

Claim read_claim(const NamedRow& row, const Document& doc) {
  const std::string& text = doc.article.text;
  Claim claim;
  claim.id = {static_cast<std::uint64_t>(row.number("id"))};
  claim.document = doc.id;
  const std::int64_t sentence = row.number("sentence");
  if (sentence < 0 || static_cast<std::size_t>(sentence) >= doc.sentences.size()) {
    throw FormatError("a claim is in sentence " + std::to_string(sentence) + ", which is missing");
  }
  claim.sentence = static_cast<std::uint32_t>(sentence);
  claim.span = doc.sentences[claim.sentence].span;
  claim.subject = read_participant(row, "subject", text);
  claim.relation.span = checked_span(row.number("relation_begin"), row.number("relation_end"), text);
  claim.relation.text =
      row.has("relation_text") ? row.text("relation_text") : std::string(slice(text, claim.relation.span));
  claim.relation.lemma = row.text("lemma");
  claim.object = read_optional(row, "object", text);
  claim.attributed_to = read_optional(row, "speaker", text);
  claim.negated = row.number("negated") != 0;
  claim.modality = row.label("modality", &parse_modality, Modality::Asserted);
  claim.confidence = row.real("confidence");
  if (row.has("plover")) claim.event = read_code(row, text);
  if (row.has("time_precision")) claim.time = read_time(row);
  if (row.has("place_text")) claim.place = read_place(row);
  if (row.has("arguments")) claim.arguments = named_arguments_from_json(row.text("arguments"), text);
  if (row.has("inferred")) claim.inferred = texts_from_json(row.text("inferred"));
  return claim;
}

Document read_article(const NamedRow& row) {
  Document doc;
  doc.id = {static_cast<std::uint64_t>(row.number("id"))};
  Article& article = doc.article;
  article.path = row.text("path");
  article.name = row.text("name");
  article.url = row.text("url");
  article.source = row.text("source");
  article.author = row.text("author");
  article.place = row.text("place");
  article.published = row.date("published");
  article.text = row.text("text");
  article.blocks = blocks_from_json(row.text("blocks"), article.text);
  return doc;
}

/// Puts the tables of the file out of the way; their names.
std::vector<std::string> rename_tables(SQLite::Database& db) {
  std::vector<std::string> tables;
  RowCursor select(db, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'");
  while (select.next()) tables.push_back(select.string(0));
  for (const std::string& table : tables) db.exec("ALTER TABLE " + table + " RENAME TO " + kOld + table);
  return tables;
}

}  // namespace

void Store::File::copy_documents() {
  NamedRow document(db, std::string("SELECT * FROM ") + kOld + "documents ORDER BY number");
  NamedRow sentence(db,
                    std::string("SELECT * FROM ") + kOld + "sentences WHERE document = ? ORDER BY number");
  NamedRow row(db, std::string("SELECT * FROM ") + kOld + "claims WHERE document = ? ORDER BY number");
  while (document.cursor().next()) {
    Document doc = read_article(document);
    const std::int64_t number = document.number("number");
    sentence.cursor().start(number);
    while (sentence.cursor().next()) {
      Sentence& sent = doc.sentences.emplace_back();
      sent.span = checked_span(sentence.number("begin_byte"), sentence.number("end_byte"), doc.article.text);
      if (sentence.number("headline") != 0) sent.kind = SentenceKind::Headline;
      sent.block = static_cast<std::uint32_t>(sentence.number("block"));
    }
    std::vector<Claim> claims;
    row.cursor().start(number);
    while (row.cursor().next()) claims.push_back(read_claim(row, doc));
    insert(doc, claims, make_digest(doc, claims));
  }
}

void Store::File::migrate() {
  // Tables go of which others tell their parents; in the new ones every row is checked again.
  db.exec("PRAGMA foreign_keys = OFF");
  begin();
  if (check_version() < kSchemaVersion) {
    const std::vector<std::string> earlier = rename_tables(db);
    make_tables();
    prepare_writing();
    copy_documents();
    if (std::ranges::find(earlier, "corrections") != earlier.end()) {
      RowCursor select(db, std::string("SELECT line FROM ") + kOld + "corrections ORDER BY number");
      while (select.next()) add_correction_line(select.string(0));
    }
    for (const std::string& table : earlier) db.exec("DROP TABLE " + (kOld + table));
    transaction->commit();
  }
  transaction.reset();
  db.exec("PRAGMA foreign_keys = ON");
  // Gives back the room of the earlier tables.
  db.exec("VACUUM");
}

}  // namespace actorgraph
