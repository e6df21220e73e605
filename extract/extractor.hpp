// From an analysed document to its claims. Stands between language and store.
// Thread-safety: an Extractor is const and may be shared.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "extract/coreference.hpp"
#include "extract/mention.hpp"
#include "extract/place_resolver.hpp"
#include "records/claim.hpp"
#include "records/document.hpp"

namespace actorgraph {

/// A mention and what it stands for.
struct ResolvedMention {
  Mention mention;
  ByteSpan phrase;  ///< the whole phrase, as full_phrase has it
  Resolution resolution;
  std::string code;  ///< CAMEO actor code, else empty
};

class Extractor {
 public:
  /// Loads the lexicons from `data_dir`/lexicon.
  /// Errors: throws IoError or FormatError, naming file and line.
  [[nodiscard]] static Extractor load(const std::string& data_dir);

  /// The same with a user's own actors, which go before those of `data_dir`: tables of data/actors (*.tsv),
  /// and dictionaries of actors and agents in PETRARCH's formats (any other ending). Later files go before
  /// earlier ones.
  [[nodiscard]] static Extractor load(const std::string& data_dir, std::span<const std::string> actor_files);

  ~Extractor();
  Extractor(Extractor&&) noexcept;
  Extractor& operator=(Extractor&&) noexcept;

  /// Draws the claims of every sentence.
  ///
  /// Out:      claims in text order, no two alike; `actor` of each participant is the document's name for it
  ///           (coreference resolved), `id` is still none.
  /// Cost:     O(tokens + mentions x mentions of the document that may corefer).
  [[nodiscard]] std::vector<Claim> extract(const Document& doc) const;

  /// Finds the mentions of a document and what each stands for; the claims of `extract` rest on the same.
  ///
  /// Out:      in (sentence, head) order.
  [[nodiscard]] std::vector<ResolvedMention> resolve(const Document& doc) const;

  /// Finds the places that each sentence names; `place` of each lives as long as this.
  [[nodiscard]] std::vector<std::vector<PlaceMention>> find_places(const Document& doc) const;

 private:
  struct Lexicon;
  explicit Extractor(std::unique_ptr<const Lexicon> lexicon);
  std::unique_ptr<const Lexicon> lexicon_;
};

}  // namespace actorgraph
