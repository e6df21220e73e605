#include "cli/remove_command.hpp"

#include <ostream>

#include "cli/data_folder.hpp"
#include "cli/graph_saver.hpp"
#include "cli/text_layout.hpp"
#include "records/error.hpp"
#include "store/store.hpp"

namespace actorgraph {

void RemoveCommand::setup(CLI::App& app) {
  app.description(
      "Takes articles out of a graph file, with all that was drawn from them. The graph is then the same as\n"
      "if they had never been read.");
  app.add_option("GRAPH", store_, "The graph file")->required();
  app.add_option(
         "ARTICLE", keys_,
         "An article's id (d...), your own id of it, its address, or a file: all articles read from it")
      ->required();
  app.add_option("--data", data_, "Folder of the models and lexicons")->type_name("DIR");
  app.footer(
      "Examples:\n"
      "  actorgraph remove story.db news/monday.jsonl\n"
      "  actorgraph remove story.db https://example.org/1 d3f1c0ffee3f1c0ff");
}

int RemoveCommand::run(Console& console) {
  Store store = Store::open(store_);
  std::uint64_t removed = 0;
  for (const std::string& key : keys_) {
    const std::vector<DocumentId> found = store.find_documents(key);
    if (found.empty()) {
      throw Error(store_ + ": no article has the id, address or file '" + key +
                  "', nothing was removed; expected what `" + console.program +
                  " show -f jsonl` gives as document or url");
    }
    for (const DocumentId id : found) removed += store.remove(id) ? 1U : 0U;
  }
  store.commit();
  static_cast<void>(save_graph(store, find_data_folder(data_)));
  if (!console.quiet) {
    console.out << ' ' << console.paint(Colour::Green, "removed") << "  " << count_of(removed, "article")
                << "; " << count_of(store.stats().documents, "article") << " left in " << store_ << '\n';
    console.flush_out();
  }
  return kDone;
}

}  // namespace actorgraph
