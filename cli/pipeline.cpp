#include "cli/pipeline.hpp"

#include <algorithm>
#include <exception>
#include <memory>
#include <mutex>
#include <thread>
#include <utility>
#include <variant>

#include "cli/conllu_input.hpp"
#include "cli/ordered_workers.hpp"
#include "extract/extractor.hpp"
#include "graph/identity.hpp"
#include "language/analyser.hpp"

namespace actorgraph {
namespace {

constexpr std::uint64_t kBytesUnderWay = 8U << 20U;
constexpr std::size_t kTasksPerThread = 64;

/// What the reading thread hands to the workers. A document was analysed elsewhere (CoNLL-U).
struct Task {
  std::variant<Article, Document> input;
  IngestProgress progress;
};

struct Known {};

struct Step {
  std::variant<AnalysedDocument, Issue, Known> result;
  IngestProgress progress;
};

using Workers = OrderedWorkers<Task, Step>;

/// Ends the reading where the workers were stopped.
struct ReadingStopped {};

/// What the workers share. Each part is loaded by the first worker that needs it: a run that finds nothing
/// new to read needs none.
class Models {
 public:
  explicit Models(const PipelineOptions& options) : options_(options) {}

  const Analyser& analyser() {
    std::call_once(analyser_once_, [this] {
      analyser_.emplace(Analyser::load(options_.data_folder));
      if (options_.end == PipelineEnd::Analysis) analyser_->set_feats(Feats::Predict);
    });
    return *analyser_;
  }
  const Extractor& extractor() {
    std::call_once(extractor_once_, [this] {
      extractor_.emplace(Extractor::load(options_.data_folder, options_.actor_files));
    });
    return *extractor_;
  }

 private:
  const PipelineOptions& options_;
  std::once_flag analyser_once_;
  std::once_flag extractor_once_;
  std::optional<Analyser> analyser_;
  std::optional<Extractor> extractor_;
};

/// analyse -> extract -> resolve, for one document.
AnalysedDocument process(std::variant<Article, Document> input, Models& models, InputKind kind,
                         PipelineEnd end, AnalyserScratch& scratch) {
  AnalysedDocument result;
  std::vector<Compound> compounds;
  if (auto* article = std::get_if<Article>(&input)) {
    result.doc = models.analyser().analyse(std::move(*article), scratch);
    if (end == PipelineEnd::Analysis) compounds = find_compounds(result.doc);
  } else {
    result.doc = std::move(std::get<Document>(input));
    if (kind == InputKind::Tokens) compounds = models.analyser().analyse_tokens(result.doc, scratch);
  }
  if (end == PipelineEnd::Analysis) {
    if (!compounds.empty()) models.analyser().split(result.doc, compounds);
    return result;
  }
  if (kind == InputKind::Conllu) join_hyphens(result.doc);
  if (end == PipelineEnd::Times) {
    result.times = find_time_expressions(result.doc);
    return result;
  }
  if (end == PipelineEnd::Mentions) {
    result.mentions = models.extractor().resolve(result.doc);
    return result;
  }
  if (end == PipelineEnd::Places) {
    result.places = models.extractor().find_places(result.doc);
    return result;
  }
  result.claims = models.extractor().extract(result.doc);
  resolve_actors(result.claims);
  if (end == PipelineEnd::ClaimsAndSpans) {
    for (Sentence& sent : result.doc.sentences) {
      sent.tokens = {};
      sent.multiword = {};
      sent.names = {};
    }
  }
  return result;
}

/// Reads all input into `workers`.
void read_all(const PipelineOptions& options, std::istream& standard_input,
              const std::function<bool(DocumentId)>& is_known, Workers& workers) {
  const auto on_issue = [&](Issue issue, const IngestProgress& progress) {
    if (!workers.push_done(Step{std::move(issue), progress})) throw ReadingStopped();
  };
  const auto hand_over = [&](auto input, DocumentId id, std::uint64_t bytes, const IngestProgress& progress) {
    const bool queued = is_known && is_known(id) ? workers.push_done(Step{Known(), progress})
                                                 : workers.push(Task{std::move(input), progress}, bytes);
    if (!queued) throw ReadingStopped();
  };
  const auto on_article = [&](Article article, const IngestProgress& progress) {
    const DocumentId id = make_document_id(article);
    const std::uint64_t bytes = article.text.size();
    hand_over(std::move(article), id, bytes, progress);
  };
  if (options.articles) {
    options.articles(on_article);
  } else if (options.input != InputKind::Articles) {
    const auto on_document = [&](Document doc, const IngestProgress& progress) {
      const DocumentId id = doc.id;
      const std::uint64_t bytes = doc.article.text.size();
      hand_over(std::move(doc), id, bytes, progress);
    };
    const ConlluUse use = options.input == InputKind::Tokens ? ConlluUse::Tokens : ConlluUse::Analysis;
    read_conllu(options.paths, use, options.ingest, standard_input, {on_document, on_issue});
  } else {
    read_articles(options.paths, options.ingest, standard_input, {on_article, on_issue});
  }
}

}  // namespace

PipelineTotals run_pipeline(const PipelineOptions& options, std::istream& standard_input,
                            const PipelineHandlers& handlers) {
  Models models(options);
  const auto make_worker = [&models, &options]() -> Workers::Worker {
    const auto scratch = std::make_shared<AnalyserScratch>();
    return [&models, &options, scratch](Task task) {
      return Step{process(std::move(task.input), models, options.input, options.end, *scratch),
                  task.progress};
    };
  };
  Workers workers(options.threads, kBytesUnderWay, kTasksPerThread * options.threads, make_worker);
  std::jthread reader([&] {
    try {
      read_all(options, standard_input, handlers.is_known, workers);
      workers.close();
    } catch (const ReadingStopped&) {
      workers.close();
    } catch (...) {
      workers.close(std::current_exception());
    }
  });

  PipelineTotals totals;
  try {
    while (std::optional<Step> step = workers.pop()) {
      if (auto* issue = std::get_if<Issue>(&step->result)) {
        ++totals.issues;
        handlers.on_issue(*issue);
      } else {
        ++totals.articles;
        if (auto* document = std::get_if<AnalysedDocument>(&step->result)) {
          handlers.on_document(std::move(*document));
        } else {
          ++totals.known;
        }
      }
      if (handlers.on_progress) handlers.on_progress(step->progress);
    }
  } catch (...) {
    workers.stop();  // so that the reader, which may wait for room, can be joined
    throw;
  }
  return totals;
}

std::uint64_t pipeline_bytes(const PipelineOptions& options) {
  if (options.articles || std::ranges::find(options.paths, "-") != options.paths.end()) return 0;
  return options.input == InputKind::Articles ? total_bytes(options.paths) : conllu_bytes(options.paths);
}

}  // namespace actorgraph
