#include <doctest/doctest.h>
#include <SQLiteCpp/SQLiteCpp.h>

#include <map>
#include <sstream>
#include <variant>

#include "records/dump.hpp"
#include "store/json_lists.hpp"
#include "store/schema.hpp"
#include "tests/store/store_files.hpp"

using namespace actorgraph;

namespace {

using Value = std::variant<std::monostate, std::int64_t, double, std::string>;
using Row = std::map<std::string, Value>;

Value text_or_null(const std::string& text) {
  return text.empty() ? Value() : Value(text);
}

Value day_or_null(const std::optional<Date>& day) {
  return day ? Value(to_string(*day)) : Value();
}

Value count_or_null(const std::optional<std::uint32_t>& count) {
  return count ? Value(std::int64_t{*count}) : Value();
}

std::int64_t signed_id(std::uint64_t id) {
  return static_cast<std::int64_t>(id);
}

void set_participant(Row& row, const std::string& role, const std::optional<Participant>& participant,
                     const std::string& text) {
  if (!participant) return;
  const std::string written(slice(text, participant->span));
  row[role + "_text"] = participant->text == written ? Value() : Value(participant->text);
  row[role + "_begin"] = std::int64_t{participant->span.begin};
  row[role + "_end"] = std::int64_t{participant->span.end};
  row[role + "_actor"] = participant->actor == participant->text ? Value() : Value(participant->actor);
  row[role + "_id"] = participant->id.is_none() ? Value() : Value(signed_id(participant->id.value));
  row[role + "_kind"] = std::string(to_string(participant->kind));
  row[role + "_code"] = text_or_null(participant->code);
}

/// A claim as the versions before 4 kept it.
Row row_of(const Claim& claim, const Document& doc) {
  const std::string& text = doc.article.text;
  Row row;
  row["id"] = signed_id(claim.id.value);
  row["document"] = std::int64_t{1};
  row["sentence"] = std::int64_t{claim.sentence};
  set_participant(row, "subject", claim.subject, text);
  set_participant(row, "object", claim.object, text);
  set_participant(row, "speaker", claim.attributed_to, text);
  const std::string written(slice(text, claim.relation.span));
  row["relation_text"] = claim.relation.text == written ? Value() : Value(claim.relation.text);
  row["relation_begin"] = std::int64_t{claim.relation.span.begin};
  row["relation_end"] = std::int64_t{claim.relation.span.end};
  row["lemma"] = claim.relation.lemma;
  row["negated"] = std::int64_t{claim.negated ? 1 : 0};
  row["modality"] = std::string(to_string(claim.modality));
  row["confidence"] = claim.confidence;
  if (claim.event) {
    row["plover"] = claim.event->plover;
    row["event_mode"] = text_or_null(claim.event->mode);
    row["cameo"] = text_or_null(claim.event->cameo);
    row["goldstein"] = claim.event->goldstein;
    row["quad"] = std::int64_t{claim.event->quad};
    row["contexts"] = texts_to_json(claim.event->contexts);
    row["dead"] = count_or_null(claim.event->size.dead);
    row["arrested"] = count_or_null(claim.event->size.arrested);
    row["protesters"] = count_or_null(claim.event->size.protesters);
    set_participant(row, "recipient", claim.event->recipient, text);
  }
  if (claim.time) {
    row["time_precision"] = std::string(to_string(claim.time->interval.precision));
    row["time_text"] = claim.time->text;
    row["time_start"] = day_or_null(claim.time->interval.start);
    row["time_end"] = day_or_null(claim.time->interval.end);
    row["time_type"] = std::string(to_string(claim.time->type));
    row["time_value"] = text_or_null(claim.time->value);
  }
  if (claim.place) {
    row["place_text"] = claim.place->text;
    row["place_name"] = claim.place->name;
    row["country"] = text_or_null(claim.place->country);
    row["region"] = text_or_null(claim.place->region);
    row["place_kind"] = std::string(to_string(claim.place->kind));
    row["latitude"] = *claim.place->latitude;
  }
  if (!claim.arguments.empty()) {
    row["arguments"] = "[[\"time\",null," + std::to_string(claim.arguments[0].span.begin) + ',' +
                       std::to_string(claim.arguments[0].span.end) +
                       "],[\"place\",\"somewhere \\\"else\\\"\"," +
                       std::to_string(claim.arguments[1].span.begin) + ',' +
                       std::to_string(claim.arguments[1].span.end) + "]]";
  }
  if (!claim.inferred.empty()) row["inferred"] = texts_to_json(claim.inferred);
  return row;
}

/// Writes those of `row` for which the table has a column.
void insert(SQLite::Database& db, const std::string& table, const Row& row) {
  std::string names;
  std::string parameters;
  std::vector<Value> values;
  SQLite::Statement columns(db, "SELECT name FROM pragma_table_info('" + table + "')");
  while (columns.executeStep()) {
    const auto at = row.find(columns.getColumn(0).getString());
    if (at == row.end()) continue;
    names += (names.empty() ? "" : ", ") + at->first;
    parameters += parameters.empty() ? "?" : ", ?";
    values.push_back(at->second);
  }
  SQLite::Statement statement(db, "INSERT INTO " + table + " (" + names + ") VALUES (" + parameters + ")");
  for (int i = 0; i < static_cast<int>(values.size()); ++i) {
    const Value& value = values[static_cast<std::size_t>(i)];
    if (const auto* number = std::get_if<std::int64_t>(&value)) statement.bind(i + 1, *number);
    if (const auto* number = std::get_if<double>(&value)) statement.bind(i + 1, *number);
    if (const auto* text = std::get_if<std::string>(&value)) statement.bind(i + 1, *text);
  }
  statement.exec();
}

/// A graph file as version `version` of the tables wrote it.
void write_earlier(int version, const std::string& path, const Document& doc,
                   const std::vector<Claim>& claims) {
  std::ifstream schema(std::string(ACTORGRAPH_SOURCE_DIR) + "/tests/store/schema_" + std::to_string(version) +
                       ".sql");
  std::ostringstream sql;
  sql << schema.rdbuf();
  SQLite::Database db(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  db.exec("PRAGMA page_size = 8192; PRAGMA encoding = 'UTF-8'");
  db.exec(sql.str());
  db.exec("PRAGMA application_id = " + std::to_string(kApplicationId));
  db.exec("PRAGMA user_version = " + std::to_string(version));
  const Article& article = doc.article;
  insert(db, "documents",
         {{"id", signed_id(doc.id.value)},
          {"path", article.path},
          {"name", article.name},
          {"title", std::string(article.title())},
          {"url", article.url},
          {"source", article.source},
          {"author", article.author},
          {"place", article.place},
          {"published", to_string(*article.published)},
          {"blocks", blocks_to_json(article.blocks)},
          {"text", article.text}});
  for (std::size_t i = 0; i < doc.sentences.size(); ++i) {
    const Sentence& sent = doc.sentences[i];
    insert(db, "sentences",
           {{"document", std::int64_t{1}},
            {"number", static_cast<std::int64_t>(i)},
            {"begin_byte", std::int64_t{sent.span.begin}},
            {"end_byte", std::int64_t{sent.span.end}},
            {"headline", std::int64_t{sent.kind == SentenceKind::Headline ? 1 : 0}},
            {"block", std::int64_t{sent.block}}});
  }
  for (const Claim& claim : claims) insert(db, "claims", row_of(claim, doc));
  if (version >= 3)
    insert(db, "corrections", {{"line", std::string("rename-actor\ta0000000000000002\tAda Lind\t")}});
}

/// What a version could keep of a claim.
Claim reduced(Claim claim, int version) {
  if (version > 1) return claim;
  if (claim.event) {
    claim.event->size = {};
    claim.event->recipient.reset();
  }
  if (claim.time) {
    claim.time->type = TimeType::Calendar;
    claim.time->value.clear();
  }
  if (claim.place) {
    claim.place->region.clear();
    claim.place->kind = PlaceKind::Unknown;
  }
  return claim;
}

}  // namespace

TEST_CASE("a file of every earlier version is brought to the present one, with all that it held") {
  for (const int version : {1, 2, 3}) {
    CAPTURE(version);
    const TemporaryFolder folder;
    const std::string path = folder.file("a.db");
    const Document doc = make_document("Zenda");
    std::vector<Claim> claims = make_claims(doc);
    write_earlier(version, path, doc, claims);
    CHECK(Store::is_of_earlier_version(path));
    CHECK(message_of([&] { static_cast<void>(Store::open_read_only(path)); }) ==
          "StoreError: " + path + ": the graph file has version " + std::to_string(version) +
              ", which must first be brought to version 4; expected a file and a folder that may be written");
    {
      const Store store = Store::open(path);
      CHECK_FALSE(store.has_current_graph());
    }
    CHECK_FALSE(Store::is_of_earlier_version(path));
    const Store store = Store::open_read_only(path);
    const auto stored = store.find_document(doc.id);
    REQUIRE(stored);
    CHECK(stored->doc.article.text == doc.article.text);
    CHECK(stored->doc.article.blocks == doc.article.blocks);
    CHECK(stored->doc.article.published == doc.article.published);
    CHECK(stored->doc.sentences.size() == 2);
    for (Claim& claim : claims) claim = reduced(claim, version);
    CHECK(dump(stored->claims) == dump(claims));
    CHECK(stored->claims == claims);
    CHECK(store.corrections().size() == (version >= 3 ? 1 : 0));
  }
}

TEST_CASE("a migrated file has the tables of a new one, and no others") {
  const TemporaryFolder folder;
  const Document doc = make_document("Zenda");
  write_earlier(3, folder.file("a.db"), doc, make_claims(doc));
  static_cast<void>(Store::open(folder.file("a.db")));
  make_file(folder.file("b.db"), 1);
  const auto schema = [&](const std::string& path) {
    const SQLite::Database db(path);
    SQLite::Statement select(db, "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY sql");
    std::string text;
    while (select.executeStep()) text += select.getColumn(0).getString() + '\n';
    return text;
  };
  CHECK(schema(folder.file("a.db")) == schema(folder.file("b.db")));
}

TEST_CASE("an earlier file that is damaged stays as it was") {
  const TemporaryFolder folder;
  const std::string path = folder.file("a.db");
  const Document doc = make_document("Zenda");
  write_earlier(2, path, doc, make_claims(doc));
  SQLite::Database(path, SQLite::OPEN_READWRITE).exec("UPDATE claims SET modality = 'perhaps'");
  CHECK(
      message_of([&] { static_cast<void>(Store::open(path)); }) ==
      "StoreError: " + path +
          ": the graph file is damaged ('perhaps' is no value of the column 'modality'); restore a copy, or "
          "build it again from the articles");
  const SQLite::Database db(path);
  CHECK(SQLite::Statement(db, "SELECT id FROM claims").executeStep());
  CHECK(Store::is_of_earlier_version(path));
}
