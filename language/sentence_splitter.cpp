#include "language/sentence_splitter.hpp"

#include <algorithm>
#include <string_view>

#include "language/abbreviations.hpp"
#include "language/sentence_boundary.hpp"

namespace actorgraph {
namespace {

/// What the weights of an end without a full stop must exceed, in hundredths.
constexpr std::int64_t kUnmarkedThreshold = 50;

class BlockSplitter {
 public:
  BlockSplitter(const Article& article, std::uint32_t block, const SegmenterModel& model,
                SegmenterScratch& scratch, std::vector<Sentence>& out)
      : text_(article.text),
        block_(block),
        kind_(article.blocks[block].kind == BlockKind::Title ? SentenceKind::Headline : SentenceKind::Prose),
        model_(model),
        scratch_(scratch),
        out_(out) {}

  void split(ByteSpan span) {
    std::vector<TokenPiece>& pieces = scratch_.pieces;
    pieces.clear();
    tokenize(text_, span, pieces);
    BoundaryWalk walk(text_, pieces);
    std::size_t begin = 0;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      const Place place = walk.look(i);
      const bool ends = place == Place::Always || (place == Place::Maybe && is_end(walk, i));
      if (!ends && i + 1 < pieces.size()) continue;
      add_cut(begin, i + 1);
      walk.end_sentence();
      begin = i + 1;
    }
  }

 private:
  [[nodiscard]] std::string_view form(std::size_t i) const { return slice(text_, scratch_.pieces[i].span); }

  [[nodiscard]] bool is_end(const BoundaryWalk& walk, std::size_t i) {
    if (kind_ == SentenceKind::Headline && !walk.after_stop()) return false;
    if (walk.starts_anew()) return true;
    if (model_.empty()) {
      const Shape next = shape_of(form(i + 1));
      return walk.after_stop() && next != Shape::Lower && next != Shape::Quote;
    }
    scratch_.features.clear();
    walk.add_features(scratch_.features);
    std::int64_t sum = 0;
    for (const std::uint32_t feature : scratch_.features) sum += model_.weight(feature);
    // In edited text a sentence without a full stop is rare, and a wrong cut costs more than a missed one.
    return sum > (walk.after_stop() || walk.after_abbreviation() ? 0 : kUnmarkedThreshold);
  }

  /// Adds the pieces [begin, end) as one sentence, or as several where they are too many.
  void add_cut(std::size_t begin, std::size_t end) {
    while (end - begin > kMaxSentenceTokens) {
      const std::size_t cut = find_cut(begin);
      add_sentence(begin, cut);
      begin = cut;
    }
    add_sentence(begin, end);
  }

  /// Where to cut a sentence that begins at `begin` and is too long: in the second half of what is allowed.
  [[nodiscard]] std::size_t find_cut(std::size_t begin) const {
    const std::size_t last =
        begin + kMaxSentenceTokens - 1;  // a final full stop may become a word of its own
    std::size_t comma = 0;
    std::size_t conjunction = 0;
    for (std::size_t i = last; i > begin + kMaxSentenceTokens / 2; --i) {
      const std::string_view left = form(i - 1);
      if (left == ";") return i;
      if (comma == 0 && left == ",") comma = i;
      const std::string_view right = form(i);
      if (conjunction == 0 && (right == "and" || right == "or" || right == "but")) conjunction = i;
    }
    if (comma != 0 || conjunction != 0) return comma != 0 ? comma : conjunction;
    std::size_t cut = last;
    while (scratch_.pieces[cut - 1].joins_next) --cut;
    return cut;
  }

  void add_sentence(std::size_t begin, std::size_t end) {
    const std::vector<TokenPiece>& pieces = scratch_.pieces;
    Sentence& sent = out_.emplace_back();
    sent.span = {pieces[begin].span.begin, pieces[end - 1].span.end};
    sent.kind = kind_;
    sent.block = block_;
    sent.tokens.reserve(end - begin + 1);
    for (std::size_t i = begin; i < end; ++i) {
      if (i + 1 == end && splits_stop(form(i))) {
        const std::uint32_t stop = pieces[i].span.end - 1;
        add_token(sent, {pieces[i].span.begin, stop});
        add_token(sent, {stop, stop + 1});
        continue;
      }
      if (pieces[i].joins_next && (i == begin || !pieces[i - 1].joins_next)) add_multiword(sent, i);
      add_token(sent, pieces[i].span);
    }
  }

  void add_token(Sentence& sent, ByteSpan span) {
    Token& tok = sent.tokens.emplace_back();
    tok.form = slice(text_, span);
    tok.span = span;
  }

  void add_multiword(Sentence& sent, std::size_t i) {
    std::size_t last = i;
    while (scratch_.pieces[last].joins_next) ++last;
    const auto first = static_cast<std::uint32_t>(sent.tokens.size());
    sent.multiword.push_back({{first, first + static_cast<std::uint32_t>(last - i + 1)},
                              {scratch_.pieces[i].span.begin, scratch_.pieces[last].span.end}});
  }

  /// Whether the full stop of a sentence's last word is a word of its own, as in "etc.", but not in "U.S."
  [[nodiscard]] static bool splits_stop(std::string_view word) {
    return word.size() > 1 && word.back() == '.' &&
           find_abbreviation(word.substr(0, word.size() - 1)) == Abbreviation::Word;
  }

  std::string_view text_;
  std::uint32_t block_;
  SentenceKind kind_;
  const SegmenterModel& model_;
  SegmenterScratch& scratch_;
  std::vector<Sentence>& out_;
};

}  // namespace

void segment(const Article& article, const SegmenterModel& model, SegmenterScratch& scratch,
             std::vector<Sentence>& out) {
  out.clear();
  for (std::uint32_t i = 0; i < article.blocks.size(); ++i) {
    const Block& block = article.blocks[i];
    if (block.kind != BlockKind::Title && block.kind != BlockKind::Body) continue;
    BlockSplitter(article, i, model, scratch, out).split(block.span);
  }
}

void segment(const Article& article, const SegmenterModel& model, std::vector<Sentence>& out) {
  SegmenterScratch scratch;
  segment(article, model, scratch, out);
}

}  // namespace actorgraph
