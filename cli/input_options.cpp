#include "cli/input_options.hpp"

#include <algorithm>
#include <thread>
#include <utility>

#include "cli/data_folder.hpp"
#include "cli/issue_log.hpp"
#include "cli/progress.hpp"
#include "records/error.hpp"

namespace actorgraph {
namespace {

constexpr unsigned kMostThreads = 256;

}  // namespace

void InputOptions::add_to(CLI::App& app) {
  app.add_option(
         "PATH", paths_,
         "Articles: .txt (plain text), .jsonl (one object a line), folders of them, - for standard input")
      ->required();
  app.add_option("--published", published_, "Date of articles that state none, such as 2024-03-23")
      ->type_name("DATE");
  app.add_option("--source", source_, "Publisher of articles that state none")->type_name("NAME");
  CLI::Option* conllu =
      app.add_flag("--conllu", conllu_, "Read CoNLL-U (your own parser's analysis) in place of articles");
  app.add_flag("--tokens", tokens_, "Read CoNLL-U, but use its sentences and words alone")->excludes(conllu);
  app.add_option("--max-article-mb", max_article_mb_,
                 "A longer article is reported and left out (default: 8)")
      ->type_name("N")
      ->check(CLI::Range(1U, 1024U).description(""));
  add_analysis_to(app);
}

void InputOptions::add_analysis_to(CLI::App& app) {
  app.add_option("-j,--threads", threads_, "Threads; the output does not depend on it (default: all cores)")
      ->type_name("N")
      ->check(CLI::Range(1U, kMostThreads).description(""));
  app.add_option("--data", data_, "Folder of the models and lexicons")->type_name("DIR");
}

void InputOptions::add_actors_to(CLI::App& app) {
  app.add_option(
         "--actors", actor_files_,
         "Your own actors, before the program's: a table (.tsv) or a\nPETRARCH dictionary; repeatable")
      ->type_name("FILE")
      ->allow_extra_args(false);
}

PipelineOptions InputOptions::make(PipelineEnd end) const {
  PipelineOptions options;
  options.paths = paths_;
  options.input = conllu_ ? InputKind::Conllu : tokens_ ? InputKind::Tokens : InputKind::Articles;
  if (!published_.empty()) {
    options.ingest.published = parse_date(published_);
    if (!options.ingest.published) {
      throw ConfigError("--published is '" + published_ + "'; expected a date such as 2024-03-23");
    }
  }
  options.ingest.source = source_;
  options.ingest.max_article_bytes = std::uint64_t{max_article_mb_} << 20U;
  options.end = end;
  options.threads =
      threads_ != 0 ? threads_ : std::clamp(std::thread::hardware_concurrency(), 1U, kMostThreads);
  options.data_folder = find_data_folder(data_);
  options.actor_files = actor_files_;
  return options;
}

RunResult run_with_progress(const PipelineOptions& options, PipelineHandlers handlers,
                            const std::string& issues_path, const Console& console) {
  const bool shown = console.err_is_terminal && !console.quiet;
  Progress progress(console, shown ? pipeline_bytes(options) : 0);
  IssueLog issues(console, issues_path);
  handlers.on_issue = [&](const Issue& issue) {
    if (issues.count() < IssueLog::kShown) progress.clear();
    issues.add(issue);
  };
  handlers.on_progress = [&](const IngestProgress& state) {
    progress.show({state.bytes, state.articles, issues.count()});
  };
  RunResult result;
  result.totals = run_pipeline(options, console.in, handlers);
  progress.clear();
  issues.finish();
  result.elapsed_ms = progress.elapsed_ms();
  return result;
}

}  // namespace actorgraph
