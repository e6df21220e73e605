#include "ingest/plain_text.hpp"

#include <algorithm>
#include <span>
#include <utility>
#include <vector>

#include "ingest/article_parts.hpp"
#include "ingest/ascii.hpp"
#include "ingest/date_line.hpp"
#include "ingest/news_date.hpp"
#include "ingest/paragraphs.hpp"

namespace actorgraph {
namespace {

/// Beyond these a line is no headline, and no furniture.
constexpr std::size_t kLongestTitleBytes = 300;
constexpr std::size_t kFewWords = 8;
/// A page's head is sought in this many lines.
constexpr std::size_t kHeadLines = 14;

bool has_letter(std::string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](char c) { return is_ascii_letter(c) || is_beyond_ascii(c); });
}

bool is_headline_like(std::string_view text) {
  if (text.size() > kLongestTitleBytes || !has_letter(text) || text.ends_with(':')) return false;
  return !ends_sentence(text) || ((text.ends_with('?') || text.ends_with('!')) && count_words(text) <= 20);
}

/// Reads the head of a page line by line and adds its blocks.
class HeadReader {
 public:
  HeadReader(Article& article, std::span<const TextLine> lines, std::size_t titles)
      : article_(article), lines_(lines), titles_(titles) {}

  /// The lines that are left: the story.
  std::span<const TextLine> read() {
    for (std::size_t i = 0; i < kHeadLines && !lines_.empty(); ++i) {
      const std::size_t count = read_line();
      if (count == 0) break;
      lines_ = lines_.subspan(count);
    }
    return lines_;
  }

 private:
  [[nodiscard]] std::string_view text_of(std::size_t first, std::size_t count) const {
    return slice(article_.text, {lines_[first].span.begin, lines_[first + count - 1].span.end});
  }

  void add(BlockKind kind, std::size_t count) {
    article_.blocks.push_back({kind, {lines_[0].span.begin, lines_[count - 1].span.end}});
  }

  /// How many lines were read as a part of the head; 0 where the story begins.
  std::size_t read_line() {
    const std::string_view line = text_of(0, 1);
    if (line.size() > kLongestTitleBytes) return 0;
    if (const auto date = parse_news_date(line)) {
      if (!article_.published) article_.published = date;
      return add(BlockKind::Dateline, 1), 1;
    }
    if (starts_with_in_any_case(line, "https://") || starts_with_in_any_case(line, "http://")) {
      if (article_.url.empty()) article_.url = line;
      return add(BlockKind::Other, 1), 1;
    }
    if (is_furniture(line) || line == article_.title()) return add(BlockKind::Other, 1), 1;
    if (auto author = parse_byline(line); author && (titles_ > 0 || is_title_below())) {
      if (article_.author.empty()) article_.author = std::move(*author);
      return add(BlockKind::Byline, 1), 1;
    }
    if (const auto dateline = find_dateline(line); dateline && dateline->bytes == line.size()) {
      if (article_.place.empty()) article_.place = dateline->place;
      if (!article_.published) article_.published = dateline->date;
      return add(BlockKind::Dateline, 1), 1;
    }
    if (const auto date = titles_ > 0 ? parse_date_line(line) : std::nullopt) {
      if (!article_.published) article_.published = date;
      return add(BlockKind::Dateline, 1), 1;
    }
    return read_title();
  }

  /// Whether the second line could be the title.
  [[nodiscard]] bool is_title_below() const {
    return lines_.size() > 2 && is_headline_like(text_of(1, 1)) && !parse_byline(text_of(1, 1)) &&
           !parse_news_date(text_of(1, 1));
  }

  std::size_t read_title() {
    const std::size_t count = count_paragraph_lines(article_.text, lines_);
    const std::string_view title = text_of(0, count);
    if (!is_headline_like(title) || titles_ >= 2) return 0;
    if (titles_ == 0 && count == 1 && is_publisher_like(title) && is_title_below() &&
        (is_section_name(title) || count_words(text_of(1, 1)) >= 4)) {
      if (article_.source.empty() && !is_section_name(title)) article_.source = title;
      return add(BlockKind::Other, 1), 1;
    }
    if (titles_ == 1) {
      // The last line is story, a name below the title its author's.
      if (lines_.size() == count) return 0;
      const std::size_t words = count_words(title);
      if (count == 1 && words >= 2 && words <= 3 && is_name_like(title) && article_.author.empty()) {
        article_.author = title;
        return add(BlockKind::Byline, 1), 1;
      }
    }
    ++titles_;
    return add(BlockKind::Title, count), count;
  }

  Article& article_;
  std::span<const TextLine> lines_;
  std::size_t titles_;
};

/// The kinds of the story's paragraphs: body, but for furniture and credits.
std::vector<BlockKind> judge_paragraphs(std::string_view text, std::span<const ByteSpan> paragraphs) {
  std::vector<BlockKind> kinds(paragraphs.size(), BlockKind::Body);
  std::size_t sentences = 0;
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    const std::string_view paragraph = slice(text, paragraphs[i]);
    if (is_furniture(paragraph)) kinds[i] = BlockKind::Other;
    sentences += ends_sentence(paragraph) ? 1U : 0U;
  }
  // In a text without full stops a short line says nothing about where the story ends.
  const bool has_stops = sentences > 0 && sentences * 2 >= paragraphs.size() - sentences;
  for (std::size_t i = paragraphs.size(); i > 1; --i) {
    const std::string_view paragraph = slice(text, paragraphs[i - 1]);
    if (kinds[i - 1] == BlockKind::Other) continue;
    if (paragraph.size() <= kLongestTitleBytes && parse_byline(paragraph)) {
      kinds[i - 1] = BlockKind::Byline;
    } else if (parse_news_date(paragraph)) {
      kinds[i - 1] = BlockKind::Dateline;
    } else if (has_stops && count_words(paragraph.substr(0, kLongestTitleBytes)) <= kFewWords &&
               paragraph.size() <= kLongestTitleBytes && !ends_sentence(paragraph)) {
      kinds[i - 1] = BlockKind::Other;
    } else {
      break;
    }
  }
  return kinds;
}

void add_story(Article& article, std::span<const TextLine> lines) {
  const std::vector<ByteSpan> paragraphs = find_paragraphs(article.text, lines);
  const std::vector<BlockKind> kinds = judge_paragraphs(article.text, paragraphs);
  article.blocks.reserve(article.blocks.size() + paragraphs.size() + 1);
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    ByteSpan span = paragraphs[i];
    if (i == 0 && kinds[i] == BlockKind::Body) {
      if (auto dateline = find_dateline(slice(article.text, span))) {
        const auto end = span.begin + static_cast<std::uint32_t>(dateline->bytes);
        article.blocks.push_back({BlockKind::Dateline, {span.begin, end}});
        if (article.place.empty()) article.place = std::move(dateline->place);
        if (!article.published) article.published = dateline->date;
        const std::string_view rest = trim_space(slice(article.text, {end, span.end}));
        if (rest.empty()) continue;
        span.begin = static_cast<std::uint32_t>(rest.data() - article.text.data());
      }
    }
    article.blocks.push_back({kinds[i], span});
  }
}

}  // namespace

Article parse_plain_text(std::string text) {
  Article article;
  article.text = std::move(text);
  const std::vector<TextLine> lines = split_lines(article.text, 0);
  add_story(article, HeadReader(article, lines, 0).read());
  return article;
}

void add_story_blocks(Article& article, std::uint32_t begin) {
  const std::vector<TextLine> lines = split_lines(article.text, begin);
  // The title is known: no line of the story is another.
  add_story(article, HeadReader(article, lines, 2).read());
}

}  // namespace actorgraph
