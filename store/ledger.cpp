// What users have corrected, and why the merge joined what it joined.
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

void Store::save_ledger(std::span<const ActorLink> actors, std::span<const EventLink> events) {
  guarded(file_->path, [&] {
    file_->begin();
    file_->db.exec("DELETE FROM actor_links; DELETE FROM event_claims");
    SQLite::Statement actor(file_->db, "INSERT INTO actor_links VALUES (?, ?, ?, ?, ?, ?, ?)");
    for (const ActorLink& link : actors) {
      actor.reset();
      actor.bind(1, to_sql(link.from.value));
      actor.bind(2, link.from_name);
      actor.bind(3, to_sql(link.into.value));
      actor.bind(4, link.into_name);
      actor.bind(5, std::string(to_string(link.reason)));
      actor.bind(6, link.detail);
      actor.bind(7, link.strength);
      actor.exec();
    }
    SQLite::Statement claim(file_->db, "INSERT INTO event_claims VALUES (?, ?, ?, ?)");
    for (const EventLink& link : events) {
      claim.reset();
      claim.bind(1, to_sql(link.claim.value));
      claim.bind(2, to_sql(link.event.value));
      claim.bind(3, std::string(to_string(link.reason)));
      claim.bind(4, strength_of(link.reason));
      claim.exec();
    }
    return 0;
  });
}

}  // namespace actorgraph
