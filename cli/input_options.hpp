// The options of the commands that read articles: build, extract, analyse.
#pragma once

#include <CLI/App.hpp>
#include <string>
#include <vector>

#include "cli/console.hpp"
#include "cli/pipeline.hpp"

namespace actorgraph {

class InputOptions {
 public:
  void add_to(CLI::App& app);
  /// Adds those that are not about the articles' files: threads and the data folder.
  void add_analysis_to(CLI::App& app);
  /// Adds --actors, of commands that draw claims.
  void add_actors_to(CLI::App& app);

  /// Errors: throws ConfigError where a value makes no sense, or the data folder is missing.
  [[nodiscard]] PipelineOptions make(PipelineEnd end) const;

 private:
  std::vector<std::string> paths_;
  std::string published_;
  std::string source_;
  std::string data_;
  std::vector<std::string> actor_files_;
  unsigned threads_ = 0;
  unsigned max_article_mb_ = 8;
  bool conllu_ = false;
  bool tokens_ = false;
};

/// Runs the pipeline with progress and messages on `console`.
///
/// In:  `issues_path` is the file for all issues, or empty; `handlers.on_issue` and `on_progress` are ours.
struct RunResult {
  PipelineTotals totals;
  std::uint64_t elapsed_ms = 0;
};
RunResult run_with_progress(const PipelineOptions& options, PipelineHandlers handlers,
                            const std::string& issues_path, const Console& console);

}  // namespace actorgraph
