// The loop of the program: read -> analyse -> extract -> resolve, and hand over in the order of reading.
// What is handed over does not depend on the number of threads.
#pragma once

#include <cstdint>
#include <functional>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include "extract/extractor.hpp"
#include "extract/time_expression.hpp"
#include "ingest/article_reader.hpp"
#include "records/claim.hpp"
#include "records/document.hpp"
#include "records/issue.hpp"

namespace actorgraph {

enum class InputKind : std::uint8_t {
  Articles,
  Conllu,  ///< analyses made elsewhere
  Tokens,  ///< CoNLL-U of which only the tokens are used
};

/// How far a document goes.
enum class PipelineEnd : std::uint8_t {
  Analysis,        ///< sentences with tokens and features, compounds split; no claims
  Mentions,        ///< mentions with what they stand for; no claims
  Times,           ///< time expressions; no claims
  Places,          ///< places that are named; no claims
  Claims,          ///< claims; the tokens are kept
  ClaimsAndSpans,  ///< claims; the tokens are dropped early, which saves most of the memory
};

/// Gives articles, one after the other, with how many bytes came before each; called on a thread of its own.
using ArticleSource =
    std::function<void(const std::function<void(Article, const IngestProgress&)>& hand_over)>;

struct PipelineOptions {
  std::vector<std::string> paths;  ///< files, folders, "-"
  ArticleSource articles;          ///< in place of paths, where it is set
  InputKind input = InputKind::Articles;
  IngestOptions ingest;
  PipelineEnd end = PipelineEnd::Claims;
  unsigned threads = 1;
  std::string data_folder;
  std::vector<std::string> actor_files;  ///< the user's tables and dictionaries of actors
};

struct AnalysedDocument {
  Document doc;
  std::vector<ResolvedMention> mentions;  ///< only where the pipeline ends with them
  std::vector<std::vector<TimeExpression>>
      times;  ///< of each sentence; only where the pipeline ends with them
  std::vector<std::vector<PlaceMention>>
      places;                 ///< of each sentence; only where the pipeline ends with them
  std::vector<Claim> claims;  ///< their actors are resolved
};

/// Called on the thread of run_pipeline, in the order of reading; only `is_known` is called on another one.
struct PipelineHandlers {
  std::function<bool(DocumentId)> is_known;  ///< such documents are counted, not analysed; may be empty
  std::function<void(AnalysedDocument)> on_document;
  std::function<void(const Issue&)> on_issue;
  std::function<void(const IngestProgress&)> on_progress;  ///< after each document or issue
};

struct PipelineTotals {
  std::uint64_t articles = 0;  ///< read, the known ones included
  std::uint64_t known = 0;
  std::uint64_t issues = 0;
};

/// Runs until the input ends.
///
/// Errors: throws what loading the model or a handler throws; the threads are ended first.
/// Cost:   memory for the models, and for some 64 documents or 8 MB of text a thread under way.
PipelineTotals run_pipeline(const PipelineOptions& options, std::istream& standard_input,
                            const PipelineHandlers& handlers);

/// The bytes that run_pipeline would read; 0 where it is not known (standard input).
[[nodiscard]] std::uint64_t pipeline_bytes(const PipelineOptions& options);

}  // namespace actorgraph
