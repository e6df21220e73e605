#include "extract/time_expression.hpp"

#include <algorithm>

#include "extract/calendar.hpp"
#include "extract/time_grammar.hpp"

namespace actorgraph {
namespace {

TimeWord make_word(std::string_view form) {
  TimeWord word;
  word.capital = !form.empty() && form[0] >= 'A' && form[0] <= 'Z';
  word.lower.reserve(form.size());
  for (std::size_t i = 0; i < form.size(); ++i) {
    const char c = form[i];
    if (form.substr(i).starts_with("\u2019")) {
      word.lower += '\'';
      i += 2;
    } else {
      word.lower += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
  }
  return word;
}

bool is_future_auxiliary(const Token& tok) {
  return tok.lemma == "will" || tok.lemma == "shall" || tok.form == "'ll" || tok.lemma == "would" ||
         tok.lemma == "should" || tok.lemma == "must" || tok.lemma == "may";
}

// The nearest verb above a token decides: "will meet on Friday", "plans to leave on Friday".
TimeDirection find_direction(const Sentence& sent, std::uint32_t tok) {
  std::uint32_t at = tok;
  for (std::size_t steps = 0; steps < 8 && at != kRootHead; ++steps) {
    const Token& token = sent.tokens[at];
    if (token.upos == Upos::Verb || token.upos == Upos::Aux) break;
    at = token.head;
  }
  if (at == kRootHead) return TimeDirection::Past;
  const Token& verb = sent.tokens[at];
  if (verb.xpos == Xpos::Vbd || verb.xpos == Xpos::Vbn) {
    // "was killed on Friday", but "will be held on Friday".
    for (const Token& child : sent.tokens) {
      if (child.head == at && child.upos == Upos::Aux && is_future_auxiliary(child))
        return TimeDirection::Future;
    }
    return TimeDirection::Past;
  }
  for (std::uint32_t i = 0; i < sent.tokens.size(); ++i) {
    const Token& child = sent.tokens[i];
    if (child.head != at) continue;
    if (child.upos == Upos::Aux && is_future_auxiliary(child)) return TimeDirection::Future;
    if (child.upos == Upos::Part && child.form == "to" && i < at) return TimeDirection::Future;
  }
  const bool present = verb.xpos == Xpos::Vbz || verb.xpos == Xpos::Vbp;
  return present && sent.kind == SentenceKind::Prose ? TimeDirection::Future : TimeDirection::Past;
}

std::vector<TimeExpression> find_in(const Document& doc, const Sentence& sent, TimeAnchor& anchor) {
  std::vector<TimeWord> words;
  words.reserve(sent.tokens.size());
  for (std::size_t i = 0; i < sent.tokens.size(); ++i) {
    const Token& tok = sent.tokens[i];
    words.push_back(make_word(tok.form));
    if (tok.deprel == Deprel::Nummod && tok.head != kRootHead) {
      const Token& head = sent.tokens[tok.head];
      words.back().counts = head.xpos == Xpos::Nns || head.upos == Upos::Sym;
    }
  }
  std::vector<TimeExpression> found;
  TimeGrammar grammar(words, anchor);
  for (std::uint32_t i = 0; i < words.size();) {
    auto reading = grammar.read(i);
    if (!reading) {
      ++i;
      continue;
    }
    if (!reading->has_year && anchor.published) {
      TimeAnchor directed = anchor;
      directed.direction = find_direction(sent, static_cast<std::uint32_t>(reading->end - 1));
      if (directed.direction == TimeDirection::Future) {
        if (const auto again = TimeGrammar(words, directed).read(i)) reading = again;
      }
    }
    TimeExpression expression;
    expression.tokens = {i, static_cast<std::uint32_t>(reading->end)};
    expression.kind = reading->kind;
    expression.reference.interval = reading->interval;
    const ByteSpan span{sent.tokens[i].span.begin, sent.tokens[reading->end - 1].span.end};
    if (span.begin < span.end && span.end <= doc.article.text.size()) {
      expression.reference.text = slice(doc.article.text, span);
    } else {
      for (std::size_t k = i; k < reading->end; ++k) {
        if (k > i) expression.reference.text += ' ';
        expression.reference.text += sent.tokens[k].form;
      }
    }
    if (reading->interval.start && (reading->has_year || reading->narrative)) {
      anchor.narrative = reading->interval.start;
      grammar.set_anchor(anchor);
    }
    found.push_back(std::move(expression));
    i = static_cast<std::uint32_t>(reading->end);
  }
  return found;
}

}  // namespace

std::vector<std::vector<TimeExpression>> find_time_expressions(const Document& doc) {
  std::vector<std::vector<TimeExpression>> found;
  found.reserve(doc.sentences.size());
  TimeAnchor anchor;
  anchor.published = doc.article.published;
  for (const auto& sent : doc.sentences) found.push_back(find_in(doc, sent, anchor));
  return found;
}

std::vector<TimeExpression> find_time_expressions(const Document& doc, std::uint32_t sentence) {
  TimeAnchor anchor;
  anchor.published = doc.article.published;
  for (std::uint32_t i = 0; i < sentence; ++i) (void)find_in(doc, doc.sentences[i], anchor);
  return find_in(doc, doc.sentences[sentence], anchor);
}

std::vector<TimeExpression> find_time_expressions(std::span<const std::string_view> words,
                                                  const TimeAnchor& anchor) {
  Document doc;
  doc.article.published = anchor.published;
  Sentence sent;
  for (const auto word : words) {
    Token tok;
    tok.form = word;
    sent.tokens.push_back(std::move(tok));
  }
  std::vector<TimeWord> row;
  for (const auto word : words) row.push_back(make_word(word));
  std::vector<TimeExpression> found;
  TimeAnchor moving = anchor;
  for (std::uint32_t i = 0; i < row.size();) {
    const auto reading = TimeGrammar(row, moving).read(i);
    if (!reading) {
      ++i;
      continue;
    }
    TimeExpression expression;
    expression.tokens = {i, static_cast<std::uint32_t>(reading->end)};
    expression.kind = reading->kind;
    expression.reference.interval = reading->interval;
    for (std::size_t k = i; k < reading->end; ++k) {
      if (k > i) expression.reference.text += ' ';
      expression.reference.text += words[k];
    }
    if (reading->interval.start && (reading->has_year || reading->narrative))
      moving.narrative = reading->interval.start;
    found.push_back(std::move(expression));
    i = static_cast<std::uint32_t>(reading->end);
  }
  return found;
}

std::vector<TimeExpression> find_time_expressions(std::string_view text, const TimeAnchor& anchor) {
  std::vector<std::string_view> words;
  std::size_t begin = 0;
  const auto is_blank = [](char c) { return c == ' ' || c == '\n' || c == '\t'; };
  const auto is_mark = [](char c) {
    return std::string_view(",;:!?()[]\"").find(c) != std::string_view::npos;
  };
  while (begin < text.size()) {
    if (is_blank(text[begin])) {
      ++begin;
      continue;
    }
    std::size_t end = begin + 1;
    if (!is_mark(text[begin])) {
      while (end < text.size() && !is_blank(text[end]) && !is_mark(text[end])) ++end;
      std::string_view word = text.substr(begin, end - begin);
      for (const std::string_view ending : {"'s", "\u2019s"}) {
        if (word.size() > ending.size() && word.ends_with(ending)) end -= ending.size();
      }
      word = text.substr(begin, end - begin);
      if (word.size() > 1 && word.ends_with('.') && !parse_month(make_word(word).lower)) --end;
      word = text.substr(begin, end - begin);
      const auto dash = word.find("\u2013");
      const bool years = word.size() == 9 && word[4] == '-';
      if (dash != std::string_view::npos && dash > 0) end = begin + dash;
      if (word.starts_with("\u2013")) end = begin + 3;
      if (years) end = begin + 4;
      if (word[0] == '-' && word.size() == 5) end = begin + 1;
    }
    words.push_back(text.substr(begin, end - begin));
    begin = end;
  }
  auto found = find_time_expressions(std::span<const std::string_view>(words), anchor);
  for (auto& expression : found) {
    const char* first = words[expression.tokens.begin].data();
    const auto last = words[expression.tokens.end - 1];
    expression.reference.text.assign(first, static_cast<std::size_t>(last.data() + last.size() - first));
  }
  return found;
}

std::optional<TimeExpression> find_time_expression(const std::vector<TimeExpression>& expressions,
                                                   TokenRange tokens) {
  for (const auto& expression : expressions) {
    if (tokens.begin < expression.tokens.end && expression.tokens.begin < tokens.end) return expression;
  }
  return std::nullopt;
}

}  // namespace actorgraph
