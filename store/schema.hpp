// The tables of the graph file, as SQL. Read by Store alone.
#pragma once

namespace actorgraph {

/// Marks an SQLite file as ours ("AGRF"); written to PRAGMA application_id.
inline constexpr int kApplicationId = 0x41475246;

/// Written to PRAGMA user_version; raised whenever a table changes.
inline constexpr int kSchemaVersion = 3;

/// The settings of a new file and of every connection. Why each:
/// page_size 8192       an article of average length fits a page: fewer overflow pages than with 4096
/// encoding UTF-8       our offsets are bytes of UTF-8
/// journal_mode DELETE  one file that may be copied, or read from a read-only medium; no side files remain
/// synchronous FULL     a commit survives loss of power; there is one per batch, so it costs little
/// foreign_keys ON      a claim without its sentence, or a sentence without its document, cannot be written
/// busy_timeout         a reader waits for a commit instead of failing
/// cell_size_check ON   a damaged page is noticed where it is read
extern const char* const kNewFileSettings;
extern const char* const kConnectionSettings;

/// The statements that make the tables of version kSchemaVersion.
extern const char* const kSchema;

}  // namespace actorgraph
