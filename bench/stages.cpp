// How fast each stage of the pipeline is on the sample articles, one thread, everything in memory.
// Words are counted as white space divides them, so that the stages compare with one another.
#include <benchmark/benchmark.h>

#include <sstream>
#include <string>
#include <vector>

#include "export/claims_json.hpp"
#include "export/graphml.hpp"
#include "export/node_link.hpp"
#include "extract/extractor.hpp"
#include "graph/graph_builder.hpp"
#include "graph/identity.hpp"
#include "ingest/article_reader.hpp"
#include "language/analyser.hpp"
#include "language/conllu_writer.hpp"
#include "language/tokenizer.hpp"

namespace actorgraph {
namespace {

const std::vector<std::string> kPaths = {ACTORGRAPH_SOURCE_DIR "/samples"};
constexpr const char* kDataFolder = ACTORGRAPH_SOURCE_DIR "/data";

std::vector<Article> read_samples() {
  std::vector<Article> articles;
  std::istringstream no_input;
  read_articles(
      kPaths, {}, no_input,
      {.on_article = [&](Article article, const IngestProgress&) { articles.push_back(std::move(article)); },
       .on_issue = [](const Issue&, const IngestProgress&) {}});
  return articles;
}

/// The samples at every stage; made once.
struct Samples {
  std::vector<Article> articles;
  std::vector<Document> docs;
  std::vector<std::vector<Claim>> claims;
  std::size_t words = 0;

  static const Samples& get() {
    static const Samples samples;
    return samples;
  }

 private:
  Samples() : articles(read_samples()) {
    const Analyser analyser = Analyser::load(kDataFolder);
    const Extractor extractor = Extractor::load(kDataFolder);
    AnalyserScratch scratch;
    for (const Article& article : articles) {
      std::istringstream text(article.text);
      for (std::string word; text >> word;) ++words;
      docs.push_back(analyser.analyse(article, scratch));
      claims.push_back(extractor.extract(docs.back()));
      resolve_actors(claims.back());
    }
  }
};

KnowledgeGraph make_graph(const Samples& samples) {
  GraphBuilder builder;
  for (std::size_t i = 0; i < samples.docs.size(); ++i) {
    for (const Claim& claim : samples.claims[i])
      builder.add(claim, make_claim_source(claim, samples.docs[i]));
  }
  return std::move(builder).finish();
}

void count_words(benchmark::State& state) {
  const auto words = static_cast<double>(Samples::get().words) * static_cast<double>(state.iterations());
  state.counters["words/s"] = benchmark::Counter(words, benchmark::Counter::kIsRate);
}

void ingest(benchmark::State& state) {
  while (state.KeepRunning()) benchmark::DoNotOptimize(read_samples());
  count_words(state);
}

void tokens(benchmark::State& state) {
  std::vector<TokenPiece> pieces;
  while (state.KeepRunning()) {
    for (const Article& article : Samples::get().articles) {
      pieces.clear();
      for (const Block& block : article.blocks) tokenize(article.text, block.span, pieces);
      benchmark::DoNotOptimize(pieces.data());
    }
  }
  count_words(state);
}

void analyse(benchmark::State& state) {
  const Analyser analyser = Analyser::load(kDataFolder);
  AnalyserScratch scratch;
  while (state.KeepRunning()) {
    for (const Article& article : Samples::get().articles) {
      benchmark::DoNotOptimize(analyser.analyse(article, scratch));
    }
  }
  count_words(state);
}

/// The whole of `actorgraph analyse`, from text to CoNLL-U, in as many threads as the benchmark has.
void conllu(benchmark::State& state) {
  static const Analyser analyser = [] {
    Analyser loaded = Analyser::load(kDataFolder);
    loaded.set_feats(Feats::Predict);
    return loaded;
  }();
  AnalyserScratch scratch;
  while (state.KeepRunning()) {
    std::ostringstream out;
    for (const Article& article : Samples::get().articles) {
      Document doc = analyser.analyse(article, scratch);
      analyser.split(doc, find_compounds(doc));
      write_conllu(doc, out);
    }
    benchmark::DoNotOptimize(out);
  }
  count_words(state);
}

void extract(benchmark::State& state) {
  const Extractor extractor = Extractor::load(kDataFolder);
  while (state.KeepRunning()) {
    for (const Document& doc : Samples::get().docs) benchmark::DoNotOptimize(extractor.extract(doc));
  }
  count_words(state);
}

void graph(benchmark::State& state) {
  while (state.KeepRunning()) benchmark::DoNotOptimize(make_graph(Samples::get()));
  count_words(state);
}

void export_claims(benchmark::State& state) {
  const Samples& samples = Samples::get();
  while (state.KeepRunning()) {
    std::ostringstream out;
    for (std::size_t i = 0; i < samples.docs.size(); ++i) {
      for (const Claim& claim : samples.claims[i]) write_claim(claim, samples.docs[i], out);
    }
    benchmark::DoNotOptimize(out.str());
  }
  count_words(state);
}

void export_graphml(benchmark::State& state) {
  const KnowledgeGraph graph = make_graph(Samples::get());
  while (state.KeepRunning()) {
    std::ostringstream out;
    write_graphml(graph, {}, out);
    benchmark::DoNotOptimize(out.str());
  }
  count_words(state);
}

void export_node_link(benchmark::State& state) {
  const KnowledgeGraph graph = make_graph(Samples::get());
  while (state.KeepRunning()) {
    std::ostringstream out;
    write_node_link(graph, {}, out);
    benchmark::DoNotOptimize(out.str());
  }
  count_words(state);
}

BENCHMARK(ingest)->Unit(benchmark::kMillisecond);
BENCHMARK(tokens)->Unit(benchmark::kMillisecond);
BENCHMARK(analyse)->Unit(benchmark::kMillisecond);
BENCHMARK(conllu)->Unit(benchmark::kMillisecond)->Threads(1)->Threads(2)->UseRealTime();
BENCHMARK(extract)->Unit(benchmark::kMillisecond);
BENCHMARK(graph)->Unit(benchmark::kMillisecond);
BENCHMARK(export_claims)->Unit(benchmark::kMillisecond);
BENCHMARK(export_graphml)->Unit(benchmark::kMillisecond);
BENCHMARK(export_node_link)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace actorgraph

BENCHMARK_MAIN();
