// The words of kinds, modalities and their like in the graph file, where rows have their numbers.
#pragma once

#include <SQLiteCpp/Database.h>

namespace actorgraph {

/// Fills the table label. Errors: throws SQLite::Exception.
void insert_labels(SQLite::Database& db);

}  // namespace actorgraph
