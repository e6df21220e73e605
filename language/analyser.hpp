// From an article to sentences, tokens, tags, lemmas, trees and names. Stands between ingest and extract.
// Thread-safety: an Analyser is const and may be shared; every thread owns its AnalyserScratch.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "language/hyphens.hpp"
#include "records/document.hpp"

namespace actorgraph {

/// Whether morphological features are predicted.
enum class Feats : std::uint8_t { Leave, Predict };

/// Buffers of one thread, kept between documents.
class AnalyserScratch {
 public:
  AnalyserScratch();
  ~AnalyserScratch();
  AnalyserScratch(AnalyserScratch&&) noexcept;
  AnalyserScratch& operator=(AnalyserScratch&&) noexcept;

 private:
  friend class Analyser;
  struct Buffers;
  std::unique_ptr<Buffers> buffers_;
};

class Analyser {
 public:
  /// Loads analyser.model and segmenter.tsv from `data_dir`/model.
  /// Errors: throws IoError where a file cannot be read, FormatError where it is not a model of this version.
  [[nodiscard]] static Analyser load(const std::string& data_dir);

  ~Analyser();
  Analyser(Analyser&&) noexcept;
  Analyser& operator=(Analyser&&) noexcept;

  /// Analyses the Title and Body blocks of `article`. The same article gives the same document.
  ///
  /// Out:      sentences in text order; heads of each form a tree with one root.
  /// Cost:     O(tokens x longest sentence).
  [[nodiscard]] Document analyse(Article article, AnalyserScratch& scratch) const;

  /// Tags, parses and names the sentences of `doc`, whose tokens are given (forms and spans). Compounds whose
  /// hyphens are tokens of their own become one word: those are returned, in text order. A sentence of more
  /// than kMaxSentenceTokens words is analysed in windows of so many.
  std::vector<Compound> analyse_tokens(Document& doc, AnalyserScratch& scratch) const;

  /// Puts the parts of `compounds` (find_compounds, or what analyse_tokens joined) in place of the words.
  void split(Document& doc, std::span<const Compound> compounds) const;

  /// Whether Token::feats is filled; it costs a little, and only CoNLL-U output shows it.
  void set_feats(Feats feats) { feats_ = feats; }

 private:
  struct Model;
  void analyse_words(Document& doc, AnalyserScratch& scratch) const;
  explicit Analyser(std::unique_ptr<const Model> model);
  std::unique_ptr<const Model> model_;
  Feats feats_ = Feats::Leave;
};

}  // namespace actorgraph
