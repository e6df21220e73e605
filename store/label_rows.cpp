#include "store/label_rows.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <string>

#include "records/actor_link.hpp"
#include "records/claim.hpp"
#include "records/date.hpp"
#include "records/event.hpp"

namespace actorgraph {
namespace {

template <class Label>
void insert_list(SQLite::Statement& insert, const char* list, Label last) {
  for (int i = 0; i <= static_cast<int>(last); ++i) {
    insert.reset();
    insert.bind(1, list);
    insert.bind(2, i);
    insert.bind(3, std::string(to_string(static_cast<Label>(i))));
    insert.exec();
  }
}

}  // namespace

void insert_labels(SQLite::Database& db) {
  SQLite::Statement insert(db, "INSERT INTO label VALUES (?, ?, ?)");
  insert_list(insert, "actor kind", ActorKind::Thing);
  insert_list(insert, "modality", Modality::Denied);
  insert_list(insert, "role", Role::Other);
  insert_list(insert, "precision", Precision::Unknown);
  insert_list(insert, "time type", TimeType::Set);
  insert_list(insert, "place kind", PlaceKind::Facility);
  insert_list(insert, "link reason", LinkReason::Surname);
  insert_list(insert, "part kind", PartKind::Member);
  insert_list(insert, "event reason", EventReason::SameVictim);
  insert_list(insert, "count kind", CountKind::Protesters);
}

}  // namespace actorgraph
