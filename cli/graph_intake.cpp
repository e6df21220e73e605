#include "cli/graph_intake.hpp"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <ostream>

#include "cli/command.hpp"
#include "cli/graph_file.hpp"
#include "cli/graph_saver.hpp"
#include "cli/input_options.hpp"
#include "cli/text_layout.hpp"
#include "records/error.hpp"
#include "store/graph_reader.hpp"
#include "store/store.hpp"

namespace actorgraph {
namespace {

/// "0.3 s"
std::string seconds_as_text(std::uint64_t elapsed_ms) {
  const std::uint64_t tenths = (elapsed_ms + 50) / 100;
  return group_digits(tenths / 10) + '.' + std::to_string(tenths % 10) + " s";
}

void write_summary(const RunResult& result, std::uint64_t repeated, const Store& store,
                   const Console& console) {
  const GraphReader reader(store);
  const GraphCounts counts = reader.counts();
  const StoreStats stats = store.stats();
  const auto label = [&](const char* text) { return ' ' + console.paint(Colour::Green, text) + "  "; };
  console.out << label("read ") << count_of(result.totals.articles, "article");
  if (const std::uint64_t known = result.totals.known + repeated; known > 0) {
    console.out << " · " << group_digits(known) << " known already";
  }
  if (result.totals.issues > 0) console.out << " · " << group_digits(result.totals.issues) << " unreadable";
  if (console.out_is_terminal) console.out << " · " << seconds_as_text(result.elapsed_ms);
  console.out << '\n' << label("graph") << count_of(stats.documents, "document");
  if (counts.reprints > 0) console.out << " (" << count_of(counts.reprints, "reprint") << ')';
  console.out << " · " << count_of(stats.claims, "claim") << " · " << count_of(counts.events, "event")
              << " · " << count_of(counts.actors, "actor") << " · " << count_of(counts.edges, "edge") << '\n'
              << label("wrote") << store.path() << '\n';
  const std::string query = suggest_query(reader);
  const std::string file = shell_word(store.path());
  console.out << label("next ") << console.program << ' '
              << (query.empty() ? "actors " + file : "query " + file + ' ' + shell_word(query)) << '\n';
  console.flush_out();
}

}  // namespace

int read_into_graph(const PipelineOptions& options, const std::string& path, Console& console) {
  std::optional<Store> store;
  std::vector<DocumentId> known;
  std::error_code ignored;
  if (std::filesystem::exists(path, ignored) && !std::filesystem::is_empty(path, ignored)) {
    store.emplace(Store::open(path));
    known = store->document_ids();
  }

  std::uint64_t repeated = 0;  // within this run
  PipelineHandlers handlers;
  handlers.is_known = [&known](DocumentId id) { return std::ranges::binary_search(known, id); };
  handlers.on_document = [&](const AnalysedDocument& document) {
    if (!store) store.emplace(Store::open_or_create(path));
    if (!store->add(document.doc, document.claims)) ++repeated;
  };
  const RunResult result = run_with_progress(options, std::move(handlers), path + ".issues", console);
  if (!store) {
    console.err << console.paint_message(Colour::Red, "error:")
                << (result.totals.issues > 0
                        ? " no article could be read"
                        : " there is no article in the input; expected .txt or .jsonl files, or --conllu")
                << "; " << path << " was not written\n";
    return result.totals.issues > 0 ? kInputUnreadable : kFailed;
  }
  store->commit();
  if (!store->has_current_graph()) static_cast<void>(save_graph(*store, options.data_folder));
  if (!console.quiet) write_summary(result, repeated, *store, console);
  return result.totals.issues > 0 ? kInputUnreadable : kDone;
}

}  // namespace actorgraph
