// The tables of the graph file, as SQL. Read by Store and its parts alone.
// Names in the singular are tables, those in the plural views for people (store/views.cpp).
#pragma once

namespace actorgraph {

/// Marks an SQLite file as ours ("AGRF"); written to PRAGMA application_id.
inline constexpr int kApplicationId = 0x41475246;

/// Written to PRAGMA user_version; raised whenever a table changes.
inline constexpr int kSchemaVersion = 4;

/// The settings of a new file and of every connection. Why each:
/// page_size 8192       an article of average length fits a page: fewer overflow pages than with 4096
/// encoding UTF-8       our offsets are bytes of UTF-8
/// journal_mode WAL     while one program adds, others read what was last committed; a commit is one write.
/// The
///                      last writer to close puts all back into the one file (journal_mode DELETE), so that
///                      it may be copied, or read from a read-only medium; no side files remain
/// synchronous FULL     a commit survives loss of power; there is one per batch, so it costs little
/// foreign_keys ON      a claim without its sentence, an edge without its actors cannot be written
/// busy_timeout         a second writer waits for the first one's batch, then says who is writing
/// secure_delete ON     what is removed is overwritten, not only forgotten
/// cell_size_check ON   a damaged page is noticed where it is read
/// temp_store MEMORY    sorting needs no second disk
/// mmap_size            pages are read where the system keeps them, without a copy; a quarter less time
extern const char* const kNewFileSettings;
extern const char* const kWriterSettings;
extern const char* const kConnectionSettings;

/// The statements that make the tables of version kSchemaVersion: documents and claims, what lists in them
/// stand for, and search.
extern const char* const kSchema;

/// The tables that the merge fills, in an order in which each comes after those that it refers to; also made
/// as temporary tables, to compare.
extern const char* const kGraphSchema;

/// The full-text search of names.
extern const char* const kNameSearch;

/// Their indexes, made when all rows stand.
extern const char* const kGraphIndexes;
extern const char* const kDropGraphIndexes;

/// Empties them.
extern const char* const kClearGraph;

/// The views that people read.
extern const char* const kViews;

}  // namespace actorgraph
