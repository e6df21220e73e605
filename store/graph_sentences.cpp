// What GraphReader answers of sentences and documents.
#include <algorithm>

#include "records/error.hpp"
#include "store/full_text.hpp"
#include "store/graph_statements.hpp"
#include "store/json_lists.hpp"

namespace actorgraph {
namespace {

// Columns of a sentence: document, place in it, bytes, and the document's own.
constexpr const char* kSentenceColumns =
    "d.id, s.number - (SELECT min(number) FROM sentence WHERE document = d.number), s.begin_byte, s.end_byte,"
    " d.title, d.source, d.path, d.url, d.published, s.number";

SentenceRow read_sentence(const RowCursor& row) {
  SentenceRow sent;
  sent.document = row.id<DocumentId>(0);
  sent.sentence = row.count(1);
  sent.span = {row.count(2), row.count(3)};
  sent.title = row.string(4);
  sent.source = row.string(5);
  sent.path = row.string(6);
  sent.url = row.string(7);
  sent.published = row.day(8);
  return sent;
}

std::vector<ClaimId> claims_of(RowCursor& select, std::int64_t sentence) {
  std::vector<ClaimId> claims;
  select.start(sentence);
  while (select.next()) claims.push_back(select.id<ClaimId>(0));
  return claims;
}

constexpr const char* kClaimsOfSentence = "SELECT id FROM claim WHERE sentence = ? ORDER BY number";

}  // namespace

std::optional<ReportRow> GraphReader::find_report(DocumentId id) const {
  Statements& s = *statements_;
  return s.run([&]() -> std::optional<ReportRow> {
    RowCursor& select = s.cursor(
        "SELECT d.name, coalesce(t.id, d.id), coalesce(g.id, d.id) FROM document d"
        " LEFT JOIN report r ON r.document = d.number LEFT JOIN document t ON t.number = r.story"
        " LEFT JOIN document g ON g.number = r.source_group WHERE d.id = ?");
    if (!select.start(id.value).next()) return std::nullopt;
    ReportRow report{id, select.string(0), select.id<DocumentId>(1), select.id<DocumentId>(2)};
    if (report.name.empty()) report.name = to_string(id);
    select.reset();
    return report;
  });
}

std::optional<SentenceRow> GraphReader::find_sentence(ClaimId claim) const {
  Statements& s = *statements_;
  return s.run([&]() -> std::optional<SentenceRow> {
    RowCursor& select = s.cursor(std::string("SELECT ") + kSentenceColumns +
                                 ", d.text, c.subject_begin, c.subject_end, c.relation_begin, c.relation_end,"
                                 " c.object_begin, c.object_end FROM claim c"
                                 " JOIN sentence s ON s.number = c.sentence"
                                 " JOIN document d ON d.number = s.document WHERE c.id = ?");
    if (!select.start(claim.value).next()) return std::nullopt;
    SentenceRow sent = read_sentence(select);
    const std::int64_t number = select.number(9);
    const std::string_view text = select.text(10);
    sent.text = slice(text, checked_span(sent.span.begin, sent.span.end, text));
    for (int column = 11; column < 17; column += 2) {
      if (select.is_null(column)) continue;
      const ByteSpan mark{select.count(column), select.count(column + 1)};
      // What stands in another sentence, or nowhere, has no mark here.
      if (mark.empty() || !sent.span.contains(mark)) continue;
      sent.marks.push_back({mark.begin - sent.span.begin, mark.end - sent.span.begin});
    }
    select.reset();
    sent.claims = claims_of(s.cursor(kClaimsOfSentence), number);
    return sent;
  });
}

SentenceRow GraphReader::sentence_of_edge(EdgeNumber number) const {
  return find_sentence(edge(number).quoted).value_or(SentenceRow());
}

void GraphReader::for_each_quote(
    const std::function<void(EdgeNumber edge, std::string_view text, std::string_view url)>& visit) const {
  // Whole indexes are read in their order, and what was found is sorted for the next one: a million edges
  // must not cost a million look-ups.
  struct Quote {
    std::int64_t key = 0;  // the claim's id, then its number, then its sentence
    EdgeNumber edge = 0;
  };
  statements_->run([&] {
    const SQLite::Database& db = statements_->db;
    std::vector<Quote> quotes;
    RowCursor edges(db, "SELECT quoted, number FROM edge");
    while (edges.next()) quotes.push_back({edges.number(0), edges.count(1)});
    const auto sort = [&] {
      std::ranges::sort(quotes, {}, [](const Quote& quote) { return std::pair(quote.key, quote.edge); });
    };
    sort();
    RowCursor claims(db, "SELECT id, number FROM claim ORDER BY id");
    auto quote = quotes.begin();
    while (quote != quotes.end() && claims.next()) {
      const std::int64_t id = claims.number(0);
      for (; quote != quotes.end() && quote->key == id; ++quote) quote->key = claims.number(1);
    }
    claims.reset();
    if (quote != quotes.end()) throw FormatError("an edge is quoted from a claim that is missing");
    std::vector<std::int64_t> sentence_of;
    RowCursor places(db, "SELECT number, sentence FROM claim INDEXED BY claim_by_sentence");
    while (places.next()) {
      const auto number = static_cast<std::size_t>(places.number(0));
      if (number >= sentence_of.size()) sentence_of.resize(std::max(number + 1, number * 2));
      sentence_of[number] = places.number(1);
    }
    for (Quote& found : quotes) found.key = sentence_of.at(static_cast<std::size_t>(found.key));
    sort();
    RowCursor sentences(db, "SELECT number, begin_byte, end_byte, document FROM sentence ORDER BY number");
    RowCursor document(db, "SELECT text, url FROM document WHERE number = ?");
    std::int64_t of = -1;
    std::string_view text;
    std::string_view url;
    quote = quotes.begin();
    while (quote != quotes.end() && sentences.next()) {
      if (sentences.number(0) != quote->key) continue;
      if (sentences.number(3) != of) {
        of = sentences.number(3);
        if (!document.start(of).next()) throw FormatError("a sentence has no document");
        text = document.text(0);
        url = document.text(1);
      }
      const std::string_view words =
          slice(text, checked_span(sentences.number(1), sentences.number(2), text));
      for (; quote != quotes.end() && quote->key == sentences.number(0); ++quote) {
        visit(quote->edge, words, url);
      }
    }
    sentences.reset();
    document.reset();
    if (quote != quotes.end()) throw FormatError("an edge is quoted from a sentence that is missing");
    return 0;
  });
}

std::vector<SentenceRow> GraphReader::search_sentences(const std::string& words, std::size_t limit) const {
  Statements& s = *statements_;
  const std::string match = to_match(words, MatchWords::Whole);
  if (match.empty()) return {};
  return s.run([&] {
    std::vector<SentenceRow> found;
    std::vector<std::int64_t> numbers;
    RowCursor& select =
        s.cursor(std::string("SELECT ") + kSentenceColumns +
                 ", f.marked FROM (SELECT rowid, highlight(sentence_search, 0, char(1), char(2)) AS marked"
                 " FROM sentence_search WHERE sentence_search MATCH ? ORDER BY rowid DESC LIMIT ?) f"
                 " JOIN sentence s ON s.number = f.rowid JOIN document d ON d.number = s.document"
                 " ORDER BY f.rowid DESC");
    select.start(std::string_view(match), std::uint64_t{limit});
    while (select.next()) {
      SentenceRow& sent = found.emplace_back(read_sentence(select));
      sent.text = select.string(10);
      sent.marks = take_marks(sent.text);
      numbers.push_back(select.number(9));
    }
    for (std::size_t i = 0; i < found.size(); ++i) {
      found[i].claims = claims_of(s.cursor(kClaimsOfSentence), numbers[i]);
    }
    return found;
  });
}

}  // namespace actorgraph
