// What Store answers without a change: ids, documents, counts.
#include <algorithm>
#include <filesystem>

#include "store/store_file.hpp"

namespace actorgraph {

std::vector<DocumentId> Store::document_ids() const {
  return guarded(file_->path, [&] {
    std::vector<DocumentId> ids;
    SQLite::Statement select(file_->db, "SELECT id FROM document");
    while (select.executeStep()) ids.push_back({static_cast<std::uint64_t>(select.getColumn(0).getInt64())});
    std::ranges::sort(ids);
    return ids;
  });
}

std::vector<DocumentId> Store::find_documents(const std::string& key) const {
  return guarded(file_->path, [&] {
    std::vector<DocumentId> ids;
    SQLite::Statement select(file_->db,
                             "SELECT id FROM document WHERE name = ?1 OR path = ?1 OR url = ?1 OR id = ?2"
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
    RowCursor select(file_->db, std::string("SELECT ") + kDocumentColumns + " FROM document WHERE id = ?");
    select.start(id.value);
    if (!select.next()) return std::nullopt;
    return file_->read_document(select);
  });
}

std::optional<DocumentId> Store::find_document_of(ClaimId id) const {
  return guarded(file_->path, [&]() -> std::optional<DocumentId> {
    SQLite::Statement select(file_->db,
                             "SELECT d.id FROM claim c JOIN sentence s ON s.number = c.sentence"
                             " JOIN document d ON d.number = s.document WHERE c.id = ?");
    select.bind(1, to_sql(id.value));
    if (!select.executeStep()) return std::nullopt;
    return DocumentId{static_cast<std::uint64_t>(select.getColumn(0).getInt64())};
  });
}

std::vector<ClaimId> Store::find_claims(ClaimId first, ClaimId last, std::size_t limit) const {
  return guarded(file_->path, [&] {
    // Signed order differs from that of the ids where the range holds both signs: then it is two ranges.
    std::vector<ClaimId> ids;
    SQLite::Statement select(file_->db, "SELECT id FROM claim WHERE id BETWEEN ? AND ? ORDER BY id LIMIT ?");
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

bool Store::has_current_graph() const {
  return guarded(file_->path, [&] { return file_->state("graph") != 0; });
}

StoreStats Store::stats() const {
  return guarded(file_->path, [&] {
    const auto count = [&](const char* sql) {
      return static_cast<std::uint64_t>(file_->db.execAndGet(sql).getInt64());
    };
    StoreStats stats;
    stats.documents = count("SELECT count(*) FROM document");
    stats.sentences = count("SELECT count(*) FROM sentence");
    stats.claims = count("SELECT count(*) FROM claim");
    stats.text_bytes = count("SELECT coalesce(sum(length(CAST(text AS BLOB))), 0) FROM document");
    stats.file_bytes = std::filesystem::file_size(file_->path);
    stats.free_bytes = count("PRAGMA freelist_count") * count("PRAGMA page_size");
    RowCursor range(file_->db, "SELECT min(published), max(published) FROM document");
    if (range.start().next()) {
      stats.first_published = range.day(0);
      stats.last_published = range.day(1);
    }
    return stats;
  });
}

}  // namespace actorgraph
