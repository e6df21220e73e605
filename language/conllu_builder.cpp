#include "language/conllu_builder.hpp"

#include <algorithm>
#include <charconv>
#include <limits>
#include <utility>

#include "language/characters.hpp"

namespace actorgraph {
namespace {

constexpr std::array<std::string_view, 10> kColumnNames = {"ID",    "FORM", "LEMMA",  "UPOS", "XPOS",
                                                           "FEATS", "HEAD", "DEPREL", "DEPS", "MISC"};

std::optional<std::uint32_t> parse_number(std::string_view text) {
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::string quoted(std::string_view text) {
  return '\'' + std::string(text) + '\'';
}

bool has_space_at_end(std::string_view text) {
  std::size_t last = text.size() - 1;
  while (last > 0 && (static_cast<unsigned char>(text[last]) & 0xC0U) == 0x80U) --last;
  return is_space(decode(text, last).code);
}

/// The value of `key` in a MISC cell, else empty.
std::string_view misc_value(std::string_view misc, std::string_view key) {
  while (!misc.empty()) {
    const std::string_view item = misc.substr(0, misc.find('|'));
    if (item.size() > key.size() && item.starts_with(key) && item[key.size()] == '=') {
      return item.substr(key.size() + 1);
    }
    misc.remove_prefix(std::min(item.size() + 1, misc.size()));
  }
  return {};
}

/// Words of the sentence whose heads lead to themselves, else nothing.
std::optional<std::uint32_t> find_cycle(const std::vector<Token>& tokens) {
  enum : std::uint8_t { kNew, kOpen, kDone };
  std::vector<std::uint8_t> state(tokens.size(), kNew);
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    std::uint32_t at = i;
    while (at != kRootHead && state[at] == kNew) {
      state[at] = kOpen;
      at = tokens[at].head;
    }
    if (at != kRootHead && state[at] == kOpen) return at;
    for (at = i; at != kRootHead && state[at] == kOpen; at = tokens[at].head) state[at] = kDone;
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string_view> find_comment(std::string_view line, std::string_view key) {
  constexpr std::string_view kBlanks = " \t";
  line.remove_prefix(1);
  line.remove_prefix(std::min(line.find_first_not_of(kBlanks), line.size()));
  if (!line.starts_with(key)) return std::nullopt;
  line.remove_prefix(key.size());
  if (!line.empty() && kBlanks.find(line.front()) == std::string_view::npos && line.front() != '=')
    return std::nullopt;
  line.remove_prefix(std::min(line.find_first_not_of(kBlanks), line.size()));
  if (!line.empty() && line.front() == '=') {
    line.remove_prefix(1);
    line.remove_prefix(std::min(line.find_first_not_of(kBlanks), line.size()));
  }
  return line.substr(0, line.find_last_not_of(kBlanks) + 1);
}

ConlluBuilder::ConlluBuilder(const std::string& source, ConlluUse use) : source_(source), use_(use) {
  doc_.article.path = source;
}

Document ConlluBuilder::finish() {
  doc_.id = make_document_id(doc_.article);
  return std::move(doc_);
}

bool ConlluBuilder::fail(std::uint64_t line, std::uint64_t column, std::string message) {
  issue_ = {source_, line, column, std::move(message)};
  return false;
}

bool ConlluBuilder::fail(const Row& row, Column column, std::string message) {
  return fail(row.line, row.columns[column], std::move(message));
}

bool ConlluBuilder::add(const ConlluLines& lines) {
  sent_ = Sentence();
  has_text_ = false;
  word_lines_.clear();
  head_columns_.clear();
  multiword_end_ = 0;
  if (!read_comments(lines)) return false;
  start_sentence();
  if (!add_rows(lines)) return false;
  if (use_ == ConlluUse::Analysis && !check_tree(lines)) return false;
  sent_.span = {sent_.tokens.front().span.begin, sent_.tokens.back().span.end};
  sent_.block = static_cast<std::uint32_t>(doc_.article.blocks.size() - 1);
  doc_.article.blocks.back().span.end = static_cast<std::uint32_t>(doc_.article.text.size());
  doc_.sentences.push_back(std::move(sent_));
  return true;
}

bool ConlluBuilder::read_comments(const ConlluLines& lines) {
  Article& article = doc_.article;
  new_paragraph_ = doc_.sentences.empty();
  for (const ConlluLine& line : lines.comments) {
    const std::string_view comment = line.text;
    if (const auto text = find_comment(comment, "text")) {
      has_text_ = true;
      text_ = *text;
      text_line_ = line.number;
    } else if (const auto id = find_comment(comment, "sent_id")) {
      sent_.sent_id = *id;
    } else if (find_comment(comment, "newpar")) {
      new_paragraph_ = true;
    } else if (const auto kind = find_comment(comment, "sent_kind")) {
      if (*kind != "headline")
        return fail(line.number, 0, "sent_kind is " + quoted(*kind) + ", expected headline");
      sent_.kind = SentenceKind::Headline;
    } else if (const auto doc_id = find_comment(comment, "newdoc id")) {
      // An id that we made ourselves is no name of the user's.
      if (!parse_id<DocumentTag>(*doc_id)) article.name = *doc_id;
    } else if (const auto date = find_comment(comment, "meta::dateCreated")) {
      article.published = parse_date(*date);
    } else if (const auto url = find_comment(comment, "meta::sourceURL")) {
      article.url = *url;
    } else if (const auto source = find_comment(comment, "meta::source")) {
      article.source = *source;
    } else if (const auto author = find_comment(comment, "meta::author")) {
      article.author = *author;
    } else if (const auto place = find_comment(comment, "meta::place")) {
      article.place = *place;
    }
  }
  return true;
}

void ConlluBuilder::start_sentence() {
  std::string& text = doc_.article.text;
  const BlockKind kind = sent_.kind == SentenceKind::Headline ? BlockKind::Title : BlockKind::Body;
  if (new_paragraph_ || doc_.article.blocks.back().kind != kind) {
    if (!text.empty()) text += "\n\n";
    const auto begin = static_cast<std::uint32_t>(text.size());
    doc_.article.blocks.push_back({kind, {begin, begin}});
  } else if (space_after_) {
    text += ' ';
  }
  next_byte_ = static_cast<std::uint32_t>(text.size());
  if (has_text_) text += text_;
  space_after_ = true;
}

bool ConlluBuilder::add_rows(const ConlluLines& lines) {
  for (const ConlluLine& line : lines.rows) {
    Row row;
    if (!split_row(line, row)) return false;
    const std::string_view id = row.cells[kId];
    if (id.find('-') != std::string_view::npos) {
      if (!add_multiword(row)) return false;
      continue;
    }
    if (const std::size_t dot = id.find('.'); dot != std::string_view::npos) {
      if (parse_number(id.substr(0, dot)) && parse_number(id.substr(dot + 1))) continue;  // an empty node
    }
    if (!add_word(row)) return false;
  }
  const std::uint64_t last = lines.rows.back().number;
  if (sent_.tokens.empty()) return fail(last, 0, "the sentence has no words");
  if (multiword_end_ > sent_.tokens.size()) {
    return fail(last, 0,
                "the sentence ends inside the multiword token that reaches to word " +
                    std::to_string(multiword_end_));
  }
  if (has_text_ && skip_space(doc_.article.text, next_byte_) != doc_.article.text.size()) {
    return fail(text_line_, 0,
                "the words end before the text: " +
                    quoted(std::string_view(doc_.article.text).substr(next_byte_)) + " is left");
  }
  return true;
}

bool ConlluBuilder::split_row(const ConlluLine& line, Row& row) {
  row.line = line.number;
  const std::string_view text = line.text;
  const auto found = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\t')) + 1;
  if (found != kColumns) {
    return fail(line.number, 0, "expected 10 columns with tabs between them, found " + std::to_string(found));
  }
  std::size_t begin = 0;
  for (std::size_t i = 0; i < kColumns; ++i) {
    const std::size_t end = std::min(text.find('\t', begin), text.size());
    row.cells[i] = text.substr(begin, end - begin);
    row.columns[i] = begin + 1;
    if (row.cells[i].empty()) {
      return fail(row, static_cast<Column>(i),
                  "column " + std::string(kColumnNames[i]) + " is empty; write _ where there is nothing");
    }
    begin = end + 1;
  }
  return true;
}

/// Finds the form in the sentence's text, or adds it there.
bool ConlluBuilder::place_form(const Row& row, ByteSpan& span) {
  std::string& text = doc_.article.text;
  const std::string_view form = row.cells[kForm];
  if (text.size() + form.size() >= std::numeric_limits<std::uint32_t>::max()) {
    return fail(row, kForm, "the document is longer than 4 GiB; divide it with # newdoc");
  }
  if (skip_space(form, 0) != 0 || has_space_at_end(form)) {
    return fail(row, kForm, "the word " + quoted(form) + " begins or ends with white space");
  }
  std::size_t begin = 0;
  if (has_text_) {
    begin = skip_space(text, next_byte_);
    if (text.compare(begin, form.size(), form) != 0) {
      return fail(row, kForm,
                  "the word " + quoted(form) + " is not what the text of line " + std::to_string(text_line_) +
                      " has here: " + quoted(text.substr(begin, 20)));
    }
  } else {
    if (!sent_.tokens.empty() && space_after_) text += ' ';
    begin = text.size();
    text += form;
  }
  span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + form.size())};
  next_byte_ = span.end;
  space_after_ = misc_value(row.cells[kMisc], "SpaceAfter") != "No";
  return true;
}

bool ConlluBuilder::add_multiword(const Row& row) {
  const std::string_view id = row.cells[kId];
  const std::size_t dash = id.find('-');
  const auto first = parse_number(id.substr(0, dash));
  const auto last = parse_number(id.substr(dash + 1));
  if (!first || !last) return fail(row, kId, "the id " + quoted(id) + " is no range of words such as 3-4");
  const auto expected = static_cast<std::uint32_t>(sent_.tokens.size() + 1);
  if (multiword_end_ >= expected) {
    return fail(row, kId, "the multiword token " + quoted(id) + " begins inside another one");
  }
  if (*first != expected) {
    return fail(row, kId,
                "the multiword token " + quoted(id) + " stands before word " + std::to_string(expected));
  }
  if (*last <= *first)
    return fail(row, kId, "the multiword token " + quoted(id) + " has fewer than two words");
  MultiwordToken multiword;
  multiword.tokens = {*first - 1, *last};
  if (!place_form(row, multiword.span)) return false;
  sent_.multiword.push_back(multiword);
  multiword_end_ = *last;
  return true;
}

bool ConlluBuilder::add_word(const Row& row) {
  const auto number = static_cast<std::uint32_t>(sent_.tokens.size() + 1);
  const std::string_view id = row.cells[kId];
  const auto found = parse_number(id);
  if (!found)
    return fail(row, kId, "the id " + quoted(id) + " is no number, range or empty node (3, 3-4, 3.1)");
  if (*found != number) {
    return fail(row, kId, "expected word " + std::to_string(number) + ", found " + quoted(id));
  }
  Token tok;
  tok.form = row.cells[kForm];
  if (number <= multiword_end_) {
    tok.span = sent_.multiword.back().span;
  } else if (!place_form(row, tok.span)) {
    return false;
  }
  if (use_ == ConlluUse::Analysis && !read_analysis(row, tok)) return false;
  word_lines_.push_back(row.line);
  head_columns_.push_back(row.columns[kHead]);
  sent_.tokens.push_back(std::move(tok));
  if (number == multiword_end_) spread_multiword();
  return use_ == ConlluUse::Tokens || read_name(row);
}

/// Where the words of the last multiword token spell it, each gets its part of the span.
void ConlluBuilder::spread_multiword() {
  const MultiwordToken& multiword = sent_.multiword.back();
  std::string joined;
  for (std::uint32_t i = multiword.tokens.begin; i < multiword.tokens.end; ++i)
    joined += sent_.tokens[i].form;
  if (joined != slice(doc_.article.text, multiword.span)) return;
  std::uint32_t begin = multiword.span.begin;
  for (std::uint32_t i = multiword.tokens.begin; i < multiword.tokens.end; ++i) {
    const auto size = static_cast<std::uint32_t>(sent_.tokens[i].form.size());
    sent_.tokens[i].span = {begin, begin + size};
    begin += size;
  }
}

bool ConlluBuilder::read_analysis(const Row& row, Token& tok) {
  const auto number = static_cast<std::uint32_t>(sent_.tokens.size() + 1);
  if (row.cells[kLemma] != "_" || tok.form == "_") tok.lemma = row.cells[kLemma];
  const auto upos = parse_upos(row.cells[kUpos]);
  if (!upos) {
    return fail(row, kUpos, quoted(row.cells[kUpos]) + " is none of the 17 universal parts of speech");
  }
  tok.upos = *upos;
  tok.xpos = parse_xpos(row.cells[kXpos]).value_or(Xpos::None);
  if (row.cells[kFeats] != "_") tok.feats = row.cells[kFeats];
  const auto head = parse_number(row.cells[kHead]);
  if (!head) return fail(row, kHead, "the head " + quoted(row.cells[kHead]) + " is no number");
  if (*head == number) return fail(row, kHead, "word " + std::to_string(number) + " is its own head");
  tok.head = *head == 0 ? kRootHead : *head - 1;
  const auto deprel = parse_deprel(row.cells[kDeprel]);
  if (!deprel) {
    return fail(row, kDeprel, quoted(row.cells[kDeprel]) + " is no relation of Universal Dependencies");
  }
  if ((*deprel == Deprel::Root) != (*head == 0)) {
    return fail(row, kDeprel,
                *head == 0
                    ? "a word with head 0 has the relation " + quoted(row.cells[kDeprel]) + ", expected root"
                    : "the relation root has head " + std::to_string(*head) + ", expected 0");
  }
  tok.deprel = *deprel;
  return true;
}

bool ConlluBuilder::read_name(const Row& row) {
  const std::string_view label = misc_value(row.cells[kMisc], "Name");
  if (label.empty() || label == "O") return true;
  const auto type = label.size() > 2 ? parse_name_type(label.substr(2)) : std::nullopt;
  if (!type || (!label.starts_with("B-") && !label.starts_with("I-"))) {
    return fail(row, kMisc, "Name=" + std::string(label) + " is no name label such as B-PERSON or I-PERSON");
  }
  const auto index = static_cast<std::uint32_t>(sent_.tokens.size() - 1);
  if (label.front() == 'B') {
    sent_.names.push_back({{index, index + 1}, *type});
    return true;
  }
  if (sent_.names.empty() || sent_.names.back().tokens.end != index || sent_.names.back().type != *type) {
    return fail(row, kMisc,
                "Name=" + std::string(label) + " follows no word of such a name; the first has B-");
  }
  ++sent_.names.back().tokens.end;
  return true;
}

bool ConlluBuilder::check_tree(const ConlluLines& lines) {
  std::optional<std::uint32_t> root;
  for (std::uint32_t i = 0; i < sent_.tokens.size(); ++i) {
    const std::uint32_t head = sent_.tokens[i].head;
    if (head != kRootHead) {
      if (head < sent_.tokens.size()) continue;
      return fail(word_lines_[i], head_columns_[i],
                  "the head " + std::to_string(std::uint64_t{head} + 1) + " is beyond the sentence's " +
                      std::to_string(sent_.tokens.size()) + " words");
    }
    if (root) {
      return fail(word_lines_[i], head_columns_[i],
                  "a second root: word " + std::to_string(*root + 1) + " already has head 0");
    }
    root = i;
  }
  if (!root) return fail(lines.rows.front().number, 0, "the sentence has no root: no word has head 0");
  if (const auto word = find_cycle(sent_.tokens)) {
    return fail(word_lines_[*word], head_columns_[*word],
                "the heads run in a circle through word " + std::to_string(*word + 1));
  }
  return true;
}

}  // namespace actorgraph
