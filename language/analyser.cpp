#include "language/analyser.hpp"

#include <algorithm>
#include <iterator>
#include <sstream>
#include <utility>

#include "language/attachment_rules.hpp"
#include "language/compound_splitter.hpp"
#include "language/lemmatizer.hpp"
#include "language/model_file.hpp"
#include "language/name_rules.hpp"
#include "language/network.hpp"
#include "language/segmenter_model.hpp"
#include "language/sentence_splitter.hpp"
#include "records/error.hpp"

namespace actorgraph {
namespace {

/// Sentences of like length go through the network together: this many, or as many as hold this many tokens.
constexpr std::size_t kBatchSentences = 32;
constexpr std::size_t kBatchTokens = 1024;

std::string_view text_of(std::span<const char> bytes) {
  return {bytes.data(), bytes.size()};
}

/// Rules stand one a line: case, bytes to cut, ending.
std::vector<LemmaRule> parse_lemma_rules(std::string_view text) {
  std::vector<LemmaRule> rules;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    std::istringstream fields{std::string(line)};
    int letter_case = 0;
    int cut_bytes = 0;
    fields >> letter_case >> cut_bytes;
    if (!fields || letter_case < 0 || letter_case > 3 || cut_bytes < 0 || cut_bytes > 255) {
      throw FormatError("the model's lemma rule '" + std::string(line) + "' is damaged");
    }
    fields.get();  // the space before the ending
    LemmaRule& rule = rules.emplace_back();
    rule.letter_case = static_cast<LemmaRule::Case>(letter_case);
    rule.cut_bytes = static_cast<std::uint8_t>(cut_bytes);
    std::getline(fields, rule.ending);
  }
  return rules;
}

Lemmatizer load_lemmatizer(const ModelFile& file) {
  std::vector<LemmaRule> rules = parse_lemma_rules(text_of(file.values<char>("lemma_rules")));
  const auto keys = file.values<std::uint64_t>("lemma_keys");
  const auto rule_of_key = file.values<std::uint16_t>("lemma_rule_of_key");
  const bool in_range =
      std::all_of(rule_of_key.begin(), rule_of_key.end(), [&](std::uint16_t r) { return r < rules.size(); });
  if (keys.size() != rule_of_key.size() || !in_range) throw FormatError("the model's lemma table is damaged");
  return {std::move(rules), keys, rule_of_key};
}

WordTagger load_word_tagger(const ModelFile& file, const std::vector<std::string>& feats_bundles) {
  const auto keys = file.values<std::uint64_t>("word_tag_keys");
  const auto tags = file.values<WordTags>("word_tags");
  const bool in_range =
      std::all_of(tags.begin(), tags.end(), [&](WordTags t) { return t.feats < feats_bundles.size(); });
  if (keys.size() != tags.size() || !in_range) throw FormatError("the model's table of tags is damaged");
  return {keys, tags, feats_bundles};
}

/// The windows of a sentence that is too long to be analysed as one.
std::vector<Sentence> cut(Sentence& sent) {
  std::vector<Sentence> pieces;
  for (std::size_t begin = 0; begin < sent.tokens.size(); begin += kMaxSentenceTokens) {
    const std::size_t end = std::min(sent.tokens.size(), begin + kMaxSentenceTokens);
    const auto at = [&](std::size_t i) {
      return std::make_move_iterator(sent.tokens.begin() + static_cast<std::ptrdiff_t>(i));
    };
    pieces.emplace_back().tokens.assign(at(begin), at(end));
  }
  return pieces;
}

/// Puts analysed windows back; the roots of the later ones depend on that of the first.
void put_together(std::vector<Sentence>& pieces, Sentence& sent) {
  sent.tokens.clear();
  sent.names.clear();
  std::uint32_t root = 0;
  for (Sentence& piece : pieces) {
    const auto first = static_cast<std::uint32_t>(sent.tokens.size());
    for (Token& tok : piece.tokens) {
      if (tok.head != kRootHead) {
        tok.head += first;
      } else if (first == 0) {
        root = static_cast<std::uint32_t>(&tok - piece.tokens.data());
      } else {
        tok.head = root;
        tok.deprel = Deprel::Parataxis;
      }
    }
    for (const Name& name : piece.names)
      sent.names.push_back({{name.tokens.begin + first, name.tokens.end + first}, name.type});
    std::move(piece.tokens.begin(), piece.tokens.end(), std::back_inserter(sent.tokens));
  }
}

}  // namespace

struct Analyser::Model {
  SegmenterModel segmenter;
  Network network;
  Lemmatizer lemmatizer;
  WordTagger word_tagger;

  Model(SegmenterModel segmenter_model, const ModelFile& file)
      : segmenter(std::move(segmenter_model)),
        network(file),
        lemmatizer(load_lemmatizer(file)),
        word_tagger(load_word_tagger(file, network.feats_bundles())) {}
};

struct AnalyserScratch::Buffers {
  SegmenterScratch segmenter;
  NetworkScratch network;
  std::vector<Sentence*> order;
};

AnalyserScratch::AnalyserScratch() : buffers_(std::make_unique<Buffers>()) {}
AnalyserScratch::~AnalyserScratch() = default;
AnalyserScratch::AnalyserScratch(AnalyserScratch&&) noexcept = default;
AnalyserScratch& AnalyserScratch::operator=(AnalyserScratch&&) noexcept = default;

Analyser::Analyser(std::unique_ptr<const Model> model) : model_(std::move(model)) {}
Analyser::~Analyser() = default;
Analyser::Analyser(Analyser&&) noexcept = default;
Analyser& Analyser::operator=(Analyser&&) noexcept = default;

Analyser Analyser::load(const std::string& data_dir) {
  const ModelFile file = ModelFile::open(data_dir + "/model/analyser.model");
  return Analyser(
      std::make_unique<const Model>(SegmenterModel::load(data_dir + "/model/segmenter.tsv"), file));
}

Document Analyser::analyse(Article article, AnalyserScratch& scratch) const {
  Document doc;
  doc.article = std::move(article);
  doc.id = make_document_id(doc.article);
  segment(doc.article, model_->segmenter, scratch.buffers_->segmenter, doc.sentences);
  analyse_words(doc, scratch);
  return doc;
}

std::vector<Compound> Analyser::analyse_tokens(Document& doc, AnalyserScratch& scratch) const {
  std::vector<Compound> compounds = join_given_hyphens(doc);
  analyse_words(doc, scratch);
  return compounds;
}

void Analyser::split(Document& doc, std::span<const Compound> compounds) const {
  split_compounds(doc, compounds, model_->word_tagger, model_->lemmatizer, feats_);
}

void Analyser::analyse_words(Document& doc, AnalyserScratch& scratch) const {
  std::vector<Sentence*>& order = scratch.buffers_->order;
  order.clear();
  std::vector<std::pair<Sentence*, std::vector<Sentence>>> too_long;
  for (Sentence& sent : doc.sentences) {
    if (sent.tokens.size() > kMaxSentenceTokens) {
      too_long.emplace_back(&sent, cut(sent));
    } else if (!sent.tokens.empty()) {
      order.push_back(&sent);
    }
  }
  for (auto& [sent, pieces] : too_long) {
    for (Sentence& piece : pieces) order.push_back(&piece);
  }
  std::stable_sort(order.begin(), order.end(),
                   [](const Sentence* a, const Sentence* b) { return a->tokens.size() > b->tokens.size(); });
  for (std::size_t begin = 0; begin < order.size();) {
    std::size_t end = begin;
    std::size_t tokens = 0;
    while (end < order.size() && end - begin < kBatchSentences &&
           (end == begin || tokens + order[end]->tokens.size() <= kBatchTokens)) {
      tokens += order[end++]->tokens.size();
    }
    model_->network.analyse({order.data() + begin, end - begin}, feats_, scratch.buffers_->network);
    begin = end;
  }
  for (auto& [sent, pieces] : too_long) put_together(pieces, *sent);
  for (Sentence& sent : doc.sentences) {
    mend_names(sent);
    mend_attachments(sent);
    for (Token& tok : sent.tokens) model_->lemmatizer.lemmatize(tok.form, tok.xpos, tok.lemma);
  }
}

}  // namespace actorgraph
