#include "ingest/json_record.hpp"

#include <rapidjson/error/en.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "ingest/ascii.hpp"
#include "ingest/charset.hpp"
#include "ingest/news_date.hpp"
#include "ingest/plain_text.hpp"

namespace actorgraph {
namespace {

enum Field : std::size_t { kId, kTitle, kDate, kText, kUrl, kSource, kAuthor, kFieldCount };

struct Alias {
  std::string_view name;
  Field field;
};
/// Of a field's names the first that has a value counts.
constexpr std::array<Alias, 25> kAliases = {{
    {"id", kId},
    {"guid", kId},
    {"title", kTitle},
    {"headline", kTitle},
    {"date", kDate},
    {"published", kDate},
    {"publish_date", kDate},
    {"published_at", kDate},
    {"publishedAt", kDate},
    {"date_published", kDate},
    {"pubDate", kDate},
    {"text", kText},
    {"body", kText},
    {"content", kText},
    {"article", kText},
    {"maintext", kText},
    {"description", kText},
    {"url", kUrl},
    {"link", kUrl},
    {"source", kSource},
    {"publisher", kSource},
    {"outlet", kSource},
    {"author", kAuthor},
    {"authors", kAuthor},
    {"byline", kAuthor},
}};

/// Takes the members that kAliases names; the rest is passed over without being stored.
class MemberHandler {
 public:
  // NOLINTBEGIN(readability-identifier-naming): RapidJSON calls them so
  bool Null() { return value("null", false, {}); }
  bool Bool(bool) { return value("true or false", false, {}); }
  bool Int(int) { return value("a number", false, {}); }
  bool Uint(unsigned) { return value("a number", false, {}); }
  bool Int64(std::int64_t) { return value("a number", false, {}); }
  bool Uint64(std::uint64_t) { return value("a number", false, {}); }
  bool Double(double) { return value("a number", false, {}); }
  bool RawNumber(const char* text, rapidjson::SizeType bytes, bool) {
    return value("a number", depth_ == 1 && member_ && kAliases[*member_].field == kId, {text, bytes});
  }
  bool String(const char* text, rapidjson::SizeType bytes, bool) {
    return value("a string", true, {text, bytes});
  }
  bool StartObject() { return open("an object"); }
  bool EndObject(rapidjson::SizeType) { return close(); }
  bool StartArray() { return open("an array"); }
  bool EndArray(rapidjson::SizeType) { return close(); }
  bool Key(const char* text, rapidjson::SizeType bytes, bool) {
    const std::string_view key(text, bytes);
    if (depth_ == 1) {
      const auto* const found = std::find_if(kAliases.begin(), kAliases.end(),
                                             [&](const Alias& alias) { return alias.name == key; });
      member_.reset();
      if (found != kAliases.end()) member_ = static_cast<std::size_t>(found - kAliases.begin());
      if (member_) values_[*member_].clear();
    }
    is_name_ = depth_ == 2 && key == "name";
    return true;
  }
  // NOLINTEND(readability-identifier-naming)

  /// The value of `field`, trimmed, as the first of its names that is not empty gives it.
  [[nodiscard]] std::string_view find(Field field) const {
    for (std::size_t i = 0; i < kAliases.size(); ++i) {
      const std::string_view text = trim_space(values_[i]);
      if (kAliases[i].field == field && !text.empty()) return text;
    }
    return {};
  }
  /// What was wrong where parsing stopped at a value of the wrong type.
  [[nodiscard]] const std::string& problem() const { return problem_; }

 private:
  /// A string or, where `is_text`, another value that reads as one.
  bool value(std::string_view kind, bool is_text, std::string_view text) {
    if (!member_) return true;
    std::string& target = values_[*member_];
    const Field field = kAliases[*member_].field;
    if (depth_ == 1) {
      if (is_text) {
        target = text;
      } else if (kind != "null" && field != kDate) {
        return refuse(kind);
      } else if (kind != "null") {
        target = text.empty() ? kind : text;
      }
    } else if (depth_ == 2 && is_text && (is_list_ ? field == kAuthor : is_name_)) {
      if (!target.empty()) target += ", ";
      target += text;
    }
    return true;
  }

  bool refuse(std::string_view kind) {
    problem_ = "the member \"" + std::string(kAliases[*member_].name) + "\" is " + std::string(kind) +
               ", expected a string";
    return false;
  }

  bool open(std::string_view kind) {
    if (depth_ == 1 && member_) {
      const Field field = kAliases[*member_].field;
      is_list_ = kind == "an array";
      if (field != kAuthor && (field != kSource || is_list_)) return refuse(kind);
    }
    is_name_ = false;
    ++depth_;
    return true;
  }

  bool close() {
    --depth_;
    return true;
  }

  std::array<std::string, kAliases.size()> values_;
  std::optional<std::size_t> member_;
  std::size_t depth_ = 0;
  bool is_list_ = false;  ///< the member's value is an array
  bool is_name_ = false;  ///< the present value belongs to "name" in the member's object
  std::string problem_;
};

/// Up to 20 bytes of `line` from `column` on, in quotes, for a message.
std::string quote(std::string_view line, std::size_t offset) {
  if (offset >= line.size()) return "the end of the line";
  std::string_view text = line.substr(offset, 20);
  while (find_invalid_utf8(text)) text.remove_suffix(1);
  std::string quoted = "'";
  for (const char c : text) quoted += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
  return quoted + "'";
}

Issue make_issue(std::size_t offset, std::string message) {
  return {.source = {}, .line = 0, .column = offset + 1, .message = std::move(message)};
}

std::string describe(rapidjson::ParseErrorCode code) {
  std::string text = rapidjson::GetParseError_En(code);
  if (!text.empty()) text[0] = to_ascii_lower(text[0]);
  if (text.ends_with('.')) text.pop_back();
  return text;
}

/// U+0000 is white space here: what follows handles texts, which have none.
std::string without_zeros(std::string_view text) {
  std::string copy(text);
  std::replace(copy.begin(), copy.end(), '\0', ' ');
  return std::string(trim_space(copy));
}

}  // namespace

Result<JsonArticle> parse_json_article(std::string_view line) {
  const std::size_t begin = std::min(line.find_first_not_of(" \t\r\n"), line.size());
  if (begin == line.size() || line[begin] != '{') {
    return make_issue(
        begin, "expected a JSON object ({\"title\": ..., \"text\": ...}), found " + quote(line, begin));
  }
  if (const std::size_t zero = line.find('\0'); zero != std::string_view::npos) {
    return make_issue(zero, "not valid JSON: a NUL byte; expected one JSON object a line");
  }
  if (const auto bad = find_invalid_utf8(line)) {
    return make_issue(*bad,
                      "not valid UTF-8; JSON lines must be UTF-8: convert the file (for example with"
                      " iconv) and read it again");
  }
  MemberHandler members;
  rapidjson::Reader reader;
  rapidjson::MemoryStream memory(line.data(), line.size());
  constexpr unsigned kFlags = rapidjson::kParseValidateEncodingFlag | rapidjson::kParseIterativeFlag |
                              rapidjson::kParseNumbersAsStringsFlag;
  const rapidjson::ParseResult parsed = reader.Parse<kFlags>(memory, members);
  if (!parsed) {
    const std::size_t offset = std::min(parsed.Offset(), line.size());
    if (!members.problem().empty()) return make_issue(offset, members.problem());
    return make_issue(offset, "not valid JSON: " + describe(parsed.Code()) +
                                  "; expected one JSON object a line, found " + quote(line, offset));
  }
  for (std::size_t i = 0; i < kFieldCount; ++i) {
    // The one hole in RapidJSON's check: a lone low surrogate, \udc00.
    if (find_invalid_utf8(members.find(static_cast<Field>(i)))) {
      return make_issue(begin,
                        "not valid JSON: a string has half of a surrogate pair (\\udc00 to \\udfff"
                        " without \\ud800 to \\udbff before it)");
    }
  }
  const std::string title = without_zeros(members.find(kTitle));
  const std::string text = without_zeros(members.find(kText));
  if (title.empty() && text.empty()) {
    return make_issue(begin,
                      "the record has no text; expected a member \"text\" (or \"body\", \"content\") or"
                      " \"title\"");
  }
  JsonArticle record;
  Article& article = record.article;
  if (title.empty()) {
    article = parse_plain_text(text);
  } else {
    article.text = title;
    article.blocks.push_back({BlockKind::Title, {0, static_cast<std::uint32_t>(title.size())}});
    if (!text.empty()) {
      article.text += "\n\n" + text;
      add_story_blocks(article, static_cast<std::uint32_t>(title.size() + 2));
    }
  }
  article.name = members.find(kId);
  const auto prefer = [&](std::string& target, Field field) {
    if (const std::string_view given = members.find(field); !given.empty()) target = given;
  };
  prefer(article.url, kUrl);
  prefer(article.source, kSource);
  prefer(article.author, kAuthor);
  if (const std::string_view date = members.find(kDate); !date.empty()) {
    const auto day = parse_news_date(date);
    if (day) article.published = day;
    if (!day) {
      record.warning = make_issue(begin, "the date " + quote(date, 0) +
                                             " is not understood, so the article is kept without it; expected"
                                             " one such as 2024-03-23");
    }
  }
  return record;
}

}  // namespace actorgraph
