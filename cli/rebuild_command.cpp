#include "cli/rebuild_command.hpp"

#include <filesystem>
#include <ostream>
#include <system_error>

#include "cli/graph_file.hpp"
#include "cli/graph_saver.hpp"
#include "cli/text_layout.hpp"
#include "records/error.hpp"
#include "store/graph_reader.hpp"

namespace actorgraph {
namespace {

void write_summary(const Store& store, const char* verb, const Console& console) {
  if (console.quiet) return;
  const StoreStats stats = store.stats();
  const GraphCounts counts = GraphReader(store).counts();
  console.out << ' ' << console.paint(Colour::Green, verb) << "  " << count_of(stats.documents, "document")
              << " · " << count_of(stats.claims, "claim") << " · " << count_of(counts.events, "event")
              << " · " << count_of(counts.actors, "actor") << " · " << count_of(counts.edges, "edge") << '\n';
  console.flush_out();
}

}  // namespace

void RebuildCommand::setup(CLI::App& app) {
  app.description(
      "Derives all that a graph file holds from its texts again: sentences and claims by this version of "
      "the\n"
      "program, then the graph. Corrections stay. The new file takes the place of the old one when it is "
      "whole.\n"
      "Articles whose analysis came from elsewhere (--conllu) are then analysed by this program.");
  app.add_option("GRAPH", store_, "The graph file")->required();
  app.add_flag("--graph", graph_alone_, "Keep the claims; merge them again, and make the searches anew");
  input_.add_analysis_to(app);
  input_.add_actors_to(app);
  app.footer(
      "Examples:\n"
      "  actorgraph rebuild story.db\n"
      "  actorgraph rebuild story.db --actors my-actors.tsv\n"
      "  actorgraph rebuild story.db --graph");
}

int RebuildCommand::run(Console& console) {
  return graph_alone_ ? merge_again(console) : read_again(console);
}

int RebuildCommand::merge_again(Console& console) const {
  const PipelineOptions options = input_.make(PipelineEnd::ClaimsAndSpans);
  Store store = Store::open(store_);
  store.rebuild_search();
  static_cast<void>(save_graph(store, options.data_folder));
  write_summary(store, "merged", console);
  return kDone;
}

int RebuildCommand::read_again(Console& console) const {
  PipelineOptions options = input_.make(PipelineEnd::ClaimsAndSpans);
  const Store earlier = open_documents(store_);
  options.articles = [&earlier](const auto& hand_over) {
    IngestProgress progress;
    earlier.for_each([&](const StoredDocument& stored) {
      progress.bytes += stored.doc.article.text.size();
      ++progress.articles;
      hand_over(stored.doc.article, progress);
    });
  };
  // Under another name until it is whole.
  const std::string unfinished = store_ + ".part";
  std::filesystem::remove(unfinished);
  Store rebuilt = Store::create(unfinished);
  PipelineHandlers handlers;
  handlers.on_document = [&rebuilt](const AnalysedDocument& document) {
    rebuilt.add(document.doc, document.claims);
  };
  static_cast<void>(run_with_progress(options, std::move(handlers), "", console));
  for (const Correction& correction : earlier.corrections()) rebuilt.add_correction(correction);
  rebuilt.commit();
  static_cast<void>(save_graph(rebuilt, options.data_folder));
  write_summary(rebuilt, "rebuilt", console);
  std::move(rebuilt).close();
  std::error_code ignored;
  std::filesystem::permissions(unfinished, std::filesystem::status(store_).permissions(), ignored);
  std::filesystem::rename(unfinished, store_);
  return kDone;
}

}  // namespace actorgraph
