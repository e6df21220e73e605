#include "cli/graph_proof.hpp"

#include <algorithm>

#include "cli/graph_saver.hpp"
#include "records/error.hpp"

namespace actorgraph {

std::vector<Fault> find_faults(Store& store, const std::string& data_folder) {
  std::vector<Fault> faults = FileCheck(store).find_faults();
  // A graph of claims that are damaged says nothing.
  const bool has_claims = std::ranges::all_of(faults, [](const Fault& fault) {
    return fault.kind == FaultKind::Search || fault.kind == FaultKind::List;
  });
  if (!has_claims || !store.has_current_graph()) return faults;
  try {
    const EventSet set = merge_events(store, data_folder);
    GraphWriter writer(store, actor_ids(set.graph), GraphTarget::Temporary);
    write_graph(set, writer);
    writer.finish();
    for (std::string& difference : writer.differences(FileCheck::kMostFaults)) {
      faults.push_back({FaultKind::Graph, std::move(difference), {}});
    }
  } catch (const StoreError& error) {
    faults.push_back({FaultKind::Graph, error.what(), {}});
  }
  return faults;
}

}  // namespace actorgraph
