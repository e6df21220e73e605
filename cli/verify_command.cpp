#include "cli/verify_command.hpp"

#include <ostream>

#include "cli/data_folder.hpp"
#include "cli/graph_file.hpp"
#include "cli/graph_proof.hpp"
#include "cli/text_layout.hpp"
#include "store/graph_reader.hpp"

namespace actorgraph {

void VerifyCommand::setup(CLI::App& app) {
  app.description(
      "Proves a graph file: that its pages are whole, that every article is what was read, that every claim\n"
      "says what its sentence says, that the search finds what the texts hold, and that actors, edges and\n"
      "events are those that follow from the claims, which are merged again for it. The file stays as it "
      "is.\n"
      "The exit code is 4 where something is wrong; `actorgraph doctor` says how to mend it.");
  app.add_option("GRAPH", store_, "The graph file")->required();
  app.add_option("--data", data_, "Folder of the models and lexicons")->type_name("DIR");
  app.footer(
      "Examples:\n"
      "  actorgraph verify story.db");
}

int VerifyCommand::run(Console& console) {
  Store store = open_graph(store_, console, data_);
  const std::vector<Fault> faults = find_faults(store, find_data_folder(data_));
  for (const Fault& fault : faults) {
    console.err << console.paint_message(Colour::Red, "error:") << ' ' << store_ << ": "
                << make_harmless(fault.message) << '\n';
  }
  if (!faults.empty()) {
    console.err << console.paint_message(Colour::Red, "error:") << ' ' << store_
                << ": the graph file is damaged; what to do says: " << console.program << " doctor "
                << shell_word(store_) << '\n';
    return kGraphFile;
  }
  if (console.quiet) return kDone;
  const StoreStats stats = store.stats();
  const GraphCounts counts = GraphReader(store).counts();
  console.out << ' ' << console.paint(Colour::Green, "whole") << "  " << count_of(stats.documents, "document")
              << " · " << count_of(stats.claims, "claim") << " · " << count_of(counts.events, "event")
              << " · " << count_of(counts.actors, "actor") << " · " << count_of(counts.edges, "edge")
              << ", each as its text says\n";
  console.flush_out();
  return kDone;
}

}  // namespace actorgraph
