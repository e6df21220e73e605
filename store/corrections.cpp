#include "store/store_file.hpp"

namespace actorgraph {

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

}  // namespace actorgraph
