// How a graph that was merged again differs from the one in the file.
#include <tuple>

#include "store/graph_insertions.hpp"

namespace actorgraph {

std::vector<std::string> GraphWriter::differences(std::size_t limit) const {
  const Statements& s = *statements_;
  std::vector<std::string> found;
  const auto look = [&](const std::string& table, const std::string& what, const std::string& missing,
                        const std::string& extra) {
    for (const auto& [one, other, says] :
         {std::tuple("temp", "main", missing), std::tuple("main", "temp", extra)}) {
      RowCursor select(s.file.db, "SELECT " + what + " FROM (SELECT * FROM " + one + "." + table +
                                      " EXCEPT SELECT * FROM " + other + "." + table + ") x");
      while (found.size() < limit && select.next()) found.push_back(table + ' ' + select.string(0) + says);
    }
  };
  return guarded(s.file.path, [&] {
    const std::string missing =
        ": it follows from the claims so, and the file has it otherwise or not at all";
    const std::string extra = ": the file has it so, and it does not follow from the claims";
    look("actor", "printf('a%016llx', x.id) || ' ' || x.name", missing, extra);
    look("actor_name", "x.name", missing, extra);
    look("actor_link", "printf('a%016llx', x.id)", missing, extra);
    look("actor_refusal", "x.one_name || ', ' || x.other_name", missing, extra);
    look("actor_claim", "x.actor || ', claim ' || x.claim", missing, extra);
    look("edge", "printf('r%016llx', x.id)", missing, extra);
    look("edge_claim", "x.edge || ', claim ' || x.claim", missing, extra);
    look("report", "'of document ' || x.document", missing, extra);
    look("event", "printf('e%016llx', x.id)", missing, extra);
    look("event_party", "x.event || ', actor ' || x.actor", missing, extra);
    look("event_stranger", "x.event || ', ' || printf('a%016llx', x.id)", missing, extra);
    look("event_number", "x.event || ', ' || x.value", missing, extra);
    look("event_claim", "x.event || ', claim ' || x.claim", missing, extra);
    return found;
  });
}

}  // namespace actorgraph
