// What users have corrected.
#include "records/hash.hpp"
#include "store/store_file.hpp"

namespace actorgraph {

std::vector<Correction> Store::corrections() const {
  return guarded(file_->path, [&] {
    std::vector<Correction> corrections;
    SQLite::Statement select(file_->db, "SELECT line FROM correction ORDER BY number");
    while (select.executeStep()) corrections.push_back(parse_correction(select.getColumn(0).getString()));
    return corrections;
  });
}

bool Store::File::add_correction_line(const std::string& line) {
  return change("INSERT INTO correction (line, digest) VALUES (?, ?) ON CONFLICT (line) DO NOTHING",
                [&](SQLite::Statement& insert) {
                  insert.bind(1, line);
                  insert.bind(2, to_sql(hash_of(line)));
                });
}

bool Store::add_correction(const Correction& correction) {
  return guarded(file_->path, [&] {
    file_->begin();
    const bool is_new = file_->add_correction_line(to_line(correction));
    if (is_new) file_->mark_behind();
    return is_new;
  });
}

bool Store::remove_correction(const Correction& correction) {
  return guarded(file_->path, [&] {
    const bool was_known =
        file_->change("DELETE FROM correction WHERE line = ?",
                      [&](SQLite::Statement& change) { change.bind(1, to_line(correction)); });
    if (was_known) file_->mark_behind();
    return was_known;
  });
}

}  // namespace actorgraph
