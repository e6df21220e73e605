#include "store/file_check.hpp"

#include <SQLiteCpp/Backup.h>

#include <algorithm>
#include <functional>

#include "records/error.hpp"
#include "records/hash.hpp"
#include "store/digest.hpp"
#include "store/json_lists.hpp"
#include "store/label_rows.hpp"
#include "store/schema.hpp"
#include "store/store_file.hpp"

namespace actorgraph {
namespace {

/// The faults that `work` adds; an error ends it and is a fault, too.
std::vector<Fault> collect(FaultKind kind, const std::function<void(std::vector<Fault>&)>& work) {
  std::vector<Fault> faults;
  try {
    work(faults);
  } catch (const SQLite::Exception& error) {
    faults.push_back({kind, error.what(), {}});
  } catch (const FormatError& error) {
    faults.push_back({kind, error.what(), {}});
  }
  if (faults.size() > FileCheck::kMostFaults) faults.resize(FileCheck::kMostFaults);
  return faults;
}

/// Whether `at` is where a character begins, or the end.
bool is_boundary(std::string_view text, std::uint32_t at) {
  return at >= text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
}

/// What is wrong with a document that could be read.
std::vector<std::string> faults_of(const StoredDocument& stored, std::uint64_t digest,
                                   std::string_view title) {
  std::vector<std::string> faults;
  const Document& doc = stored.doc;
  const std::string& text = doc.article.text;
  if (make_document_id(doc.article) != doc.id) {
    faults.emplace_back("its id is not that of its text, date, source and address");
  }
  if (doc.article.title() != title) faults.emplace_back("its title is not that of its text");
  for (std::size_t i = 0; i < doc.sentences.size(); ++i) {
    const ByteSpan span = doc.sentences[i].span;
    if (!is_boundary(text, span.begin) || !is_boundary(text, span.end)) {
      faults.push_back("sentence " + std::to_string(i + 1) + " begins or ends within a character");
    }
  }
  for (const Claim& claim : stored.claims) {
    if (make_claim_id(claim) != claim.id) {
      faults.push_back("claim " + to_string(claim.id) + ": its id is not that of what its sentence states");
    }
  }
  if (faults.empty() && make_digest(doc, stored.claims) != digest) {
    faults.emplace_back("what was read from it is not what was written");
  }
  return faults;
}

/// "table name sql" of all that the file's schema holds, in order.
std::vector<std::string> schema_of(const SQLite::Database& db) {
  std::vector<std::string> entries;
  RowCursor select(
      db, "SELECT type || ' ' || name || ' ' || tbl_name || ' ' || coalesce(sql, '') FROM sqlite_schema");
  while (select.next()) entries.push_back(select.string(0));
  std::ranges::sort(entries);
  return entries;
}

}  // namespace

std::vector<Fault> FileCheck::find_faults() const {
  std::vector<Fault> faults;
  for (const auto& part :
       {check_pages(), check_documents(), check_corrections(), check_lists(), check_search()}) {
    faults.insert(faults.end(), part.begin(), part.end());
  }
  return faults;
}

std::vector<Fault> FileCheck::check_pages() const {
  return collect(FaultKind::Page, [&](std::vector<Fault>& faults) {
    const SQLite::Database& db = store_.file_->db;
    RowCursor pages(db, "PRAGMA integrity_check(20)");
    while (pages.next()) {
      if (pages.text(0) != "ok") faults.push_back({FaultKind::Page, pages.string(0), {}});
    }
    RowCursor keys(db, "PRAGMA foreign_key_check");
    while (keys.next() && faults.size() < kMostFaults) {
      faults.push_back({FaultKind::Page,
                        "row " + std::to_string(keys.number(1)) + " of the table " + keys.string(0) +
                            " refers to a row of " + keys.string(2) + " that is missing",
                        {}});
    }
    SQLite::Database fresh(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    for (const char* sql : {kSchema, kGraphSchema, kNameSearch, kGraphIndexes, kViews}) fresh.exec(sql);
    if (schema_of(db) != schema_of(fresh)) {
      faults.push_back({FaultKind::Page, "the tables are not those of this version", {}});
    }
  });
}

std::vector<Fault> FileCheck::check_documents() const {
  return collect(FaultKind::Document, [&](std::vector<Fault>& faults) {
    Store::File& file = *store_.file_;
    RowCursor select(
        file.db, std::string("SELECT ") + kDocumentColumns + ", digest, title FROM document ORDER BY number");
    std::uint64_t sentences = 0;
    std::uint64_t claims = 0;
    while (select.next() && faults.size() < kMostFaults) {
      const auto id = select.id<DocumentId>(1);
      const auto add = [&](const std::string& what) {
        faults.push_back({FaultKind::Document, "document " + to_string(id) + ": " + what, id});
      };
      try {
        const StoredDocument stored = file.read_document(select);
        sentences += stored.doc.sentences.size();
        claims += stored.claims.size();
        for (const std::string& what :
             faults_of(stored, static_cast<std::uint64_t>(select.number(11)), select.text(12))) {
          add(what);
        }
      } catch (const FormatError& error) {
        add(error.what());
      } catch (const SQLite::Exception& error) {
        add(error.what());
      }
    }
    if (!faults.empty()) return;
    const StoreStats stats = store_.stats();
    if (stats.sentences != sentences || stats.claims != claims) {
      faults.push_back({FaultKind::Document, "there are sentences or claims of no document", {}});
    }
  });
}

std::vector<Fault> FileCheck::check_corrections() const {
  return collect(FaultKind::Correction, [&](std::vector<Fault>& faults) {
    RowCursor select(store_.file_->db, "SELECT line, digest FROM correction ORDER BY number");
    while (select.next()) {
      const std::string line = select.string(0);
      if (hash_of(line) != static_cast<std::uint64_t>(select.number(1))) {
        faults.push_back(
            {FaultKind::Correction, "the correction '" + line + "' is not what was written", {}});
      } else {
        static_cast<void>(parse_correction(line));
      }
    }
  });
}

std::vector<Fault> FileCheck::check_lists() const {
  return collect(FaultKind::List, [&](std::vector<Fault>& faults) {
    const SQLite::Database& db = store_.file_->db;
    const auto compare = [&](const char* list, const RowCursor& row, std::uint64_t hash) {
      if (hash != static_cast<std::uint64_t>(row.number(1))) {
        faults.push_back(
            {FaultKind::List,
             "row " + std::to_string(row.number(0)) + " of the list " + list + " is not what was written",
             {}});
      }
    };
    RowCursor codes(db, "SELECT number, hash, plover, mode, cameo, goldstein, quad, contexts FROM code");
    while (codes.next()) {
      EventCode code;
      code.plover = codes.string(2);
      code.mode = codes.string(3);
      code.cameo = codes.string(4);
      code.goldstein = codes.real(5);
      code.quad = static_cast<int>(codes.number(6));
      if (!codes.is_null(7)) code.contexts = texts_from_json(codes.text(7));
      compare("code", codes, hash_of_code(code));
    }
    RowCursor times(db, "SELECT number, hash, text, first, last, precision, type, value FROM time");
    while (times.next()) {
      TimeReference time;
      time.text = times.string(2);
      time.interval = {times.day(3), times.day(4), times.label(5, Precision::Unknown)};
      time.type = times.label(6, TimeType::Set);
      time.value = times.string(7);
      compare("time", times, hash_of_time(time));
    }
    RowCursor places(
        db, "SELECT number, hash, text, name, country, region, kind, latitude, longitude FROM place");
    while (places.next()) {
      PlaceReference place;
      place.text = places.string(2);
      place.name = places.string(3);
      place.country = places.string(4);
      place.region = places.string(5);
      place.kind = places.label(6, PlaceKind::Facility);
      if (!places.is_null(7)) place.latitude = places.real(7);
      if (!places.is_null(8)) place.longitude = places.real(8);
      compare("place", places, hash_of_place(place));
    }
    SQLite::Database fresh(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    fresh.exec(kSchema);
    insert_labels(fresh);
    RowCursor labels(db, "SELECT list, number, name FROM label ORDER BY list, number");
    RowCursor expected(fresh, "SELECT list, number, name FROM label ORDER BY list, number");
    bool equal = true;
    while (expected.next()) {
      equal = equal && labels.next() && labels.text(0) == expected.text(0) &&
              labels.number(1) == expected.number(1) && labels.text(2) == expected.text(2);
    }
    if (!equal || labels.next()) {
      faults.push_back(
          {FaultKind::List, "the words of kinds and modalities are not those of this version", {}});
    }
    RowCursor terms(
        db,
        "SELECT count(*) FROM term WHERE number NOT IN (SELECT lemma FROM claim) AND number NOT IN"
        " (SELECT type FROM edge WHERE type IS NOT NULL) AND number NOT IN"
        " (SELECT type FROM event WHERE type IS NOT NULL)");
    if (store_.has_current_graph() && terms.start().next() && terms.number(0) != 0) {
      faults.push_back({FaultKind::List, "the list of terms holds what nothing refers to", {}});
    }
  });
}

std::vector<Fault> FileCheck::check_search() const {
  return collect(FaultKind::Search, [&](std::vector<Fault>& faults) {
    // The check of a full-text index counts as writing: it is done in a copy.
    SQLite::Database copy("", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    SQLite::Backup(copy, "main", store_.file_->db, "main").executeStep(-1);
    for (const char* search : {"sentence_search", "name_search"}) {
      try {
        const std::string name = search;
        copy.exec("INSERT INTO " + name + " (" + name + ", rank) VALUES ('integrity-check', 1)");
      } catch (const SQLite::Exception&) {
        faults.push_back(
            {FaultKind::Search, std::string("the index ") + search + " does not fit its texts", {}});
      }
    }
  });
}

}  // namespace actorgraph
