#include "cli/merge_command.hpp"

#include <filesystem>
#include <ostream>
#include <utility>

#include "cli/data_folder.hpp"
#include "cli/graph_file.hpp"
#include "cli/graph_saver.hpp"
#include "cli/text_layout.hpp"
#include "records/error.hpp"
#include "store/store.hpp"

namespace actorgraph {

void MergeCommand::setup(CLI::App& app) {
  app.description(
      "Makes one graph file of several that were built apart, with the corrections of each. The graph is "
      "the\n"
      "same as if all articles had been read at once; an article that two files know is in it once.");
  app.add_option("PART", parts_, "The graph files to read")->required();
  app.add_option("-o,--output", output_, "The graph file to make")->required()->type_name("FILE");
  app.add_option("--data", data_, "Folder of the models and lexicons")->type_name("DIR");
  app.footer(
      "Examples:\n"
      "  actorgraph merge monday.db tuesday.db -o week.db");
}

int MergeCommand::run(Console& console) {
  std::vector<Store> parts;
  for (const std::string& path : parts_) parts.push_back(open_documents(path));
  if (std::filesystem::exists(output_)) throw IoError(output_ + ": exists already; expected a new file");
  // Under another name until it is whole.
  const std::string unfinished = output_ + ".part";
  std::filesystem::remove(unfinished);
  Store merged = Store::create(unfinished);
  std::uint64_t repeated = 0;
  for (const Store& part : parts) {
    part.for_each([&](const StoredDocument& stored) {
      if (!merged.add(stored.doc, stored.claims)) ++repeated;
    });
    for (const Correction& correction : part.corrections()) merged.add_correction(correction);
  }
  merged.commit();
  static_cast<void>(save_graph(merged, find_data_folder(data_)));
  const StoreStats stats = merged.stats();
  std::move(merged).close();
  std::filesystem::rename(unfinished, output_);
  if (console.quiet) return kDone;
  console.out << ' ' << console.paint(Colour::Green, "wrote") << "  " << output_ << ": "
              << count_of(stats.documents, "document") << ", " << count_of(stats.claims, "claim");
  if (repeated > 0) console.out << "; " << count_of(repeated, "document") << " in more than one part";
  console.out << '\n';
  console.flush_out();
  return kDone;
}

}  // namespace actorgraph
