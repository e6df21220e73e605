// Reads the PETRARCH and TABARI formats into an ActorDictionary.
#include <algorithm>
#include <charconv>
#include <map>

#include "extract/actor_dictionary.hpp"
#include "records/error.hpp"

namespace actorgraph {
namespace {

constexpr int kLastYearOf2000s = 30;  // "300101" is 2030, "310101" is 1931, as in PETRARCH

std::string_view trim(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

// From # or ; to the end, but not within [].
std::string_view drop_comment(std::string_view line) {
  bool code = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '[') code = true;
    if (line[i] == ']') code = false;
    if (!code && (line[i] == '#' || line[i] == ';')) return line.substr(0, i);
  }
  return line;
}

std::optional<Date> parse_day(std::string_view digits) {
  const bool digital = std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (!digital || (digits.size() != 6 && digits.size() != 8)) return std::nullopt;
  std::string full(digits);
  if (full.size() == 6) {
    int year = 0;
    std::from_chars(digits.data(), digits.data() + 2, year);
    full.insert(0, year <= kLastYearOf2000s ? "20" : "19");
  }
  return parse_date(full.insert(6, "-").insert(4, "-"));
}

// "SOLDIER" to "SOLDIERS", "AUTHORITY" to "AUTHORITIES".
std::string regular_plural(std::string_view noun) {
  std::string plural(noun);
  while (plural.ends_with('_')) plural.pop_back();
  const auto last = plural.empty() ? '\0' : plural.back();
  const char before = plural.size() < 2 ? '\0' : plural[plural.size() - 2];
  const bool vowel = std::string_view("AEIOUaeiou").find(before) != std::string_view::npos;
  if ((last == 'Y' || last == 'y') && !vowel) {
    plural.pop_back();
    return plural + "IES";
  }
  const bool hissing =
      std::string_view("SXZsxz").find(last) != std::string_view::npos ||
      ((last == 'H' || last == 'h') && std::string_view("CScs").find(before) != std::string_view::npos);
  return plural + (hissing ? "ES" : "S");
}

}  // namespace

class ActorDictionaryReader {
 public:
  ActorDictionaryReader(const std::string& file_name, ActorDictionary& dictionary)
      : file_name_(file_name), dictionary_(dictionary) {}

  void read(std::string_view text) {
    std::size_t begin = 0;
    while (begin < text.size()) {
      const std::size_t end = std::min(text.find('\n', begin), text.size());
      ++line_;
      read_line(text.substr(begin, end - begin));
      begin = end + 1;
    }
    close_entry();
  }

 private:
  [[noreturn]] void fail(std::uint64_t line, const std::string& message) const {
    throw FormatError(file_name_ + ":" + std::to_string(line) + ": " + message);
  }

  void read_line(std::string_view line) {
    if (line_ == 1 && line.starts_with("\xEF\xBB\xBF")) line.remove_prefix(3);
    std::string kept;
    while (!line.empty()) {  // <!-- may end on a later line
      if (comment_) {
        const std::size_t end = line.find("-->");
        if (end == std::string_view::npos) break;
        comment_ = false;
        line.remove_prefix(end + 3);
        continue;
      }
      const std::size_t open = std::min(line.find("<!"), line.size());
      kept += line.substr(0, open);
      comment_ = open < line.size();
      line.remove_prefix(open);
    }
    const std::string_view content = trim(drop_comment(kept));
    if (content.empty()) return;
    if (content.front() == '!' && content.find('=') != std::string_view::npos) return read_macro(content);
    if (content.front() == '[') return read_codes(content);
    if (content.front() == '+') {
      if (names_.empty())
        fail(line_, "\"" + std::string(content) + "\" is a synonym of nothing; expected a name above it");
      return read_entry(trim(content.substr(1)));
    }
    close_entry();
    entry_line_ = line_;
    read_entry(content);
  }

  void read_macro(std::string_view content) {
    const std::size_t end = content.find('!', 1);
    const std::size_t equals = content.find('=');
    if (end == std::string_view::npos || end > equals) {
      fail(line_, "\"" + std::string(content) + "\" is no macro; expected !NAME! = ONE, OTHER");
    }
    auto& values = macros_[std::string(content.substr(0, end + 1))];
    values.clear();
    std::string_view rest = content.substr(equals + 1);
    while (!rest.empty()) {
      const std::size_t comma = std::min(rest.find(','), rest.size());
      if (const auto value = trim(rest.substr(0, comma)); !value.empty()) values.emplace_back(value);
      rest.remove_prefix(std::min(comma + 1, rest.size()));
    }
    if (values.empty())
      fail(line_, "the macro " + std::string(content.substr(0, end + 1)) + " stands for nothing");
  }

  // "NAME {PLURAL} [CODE]" and parts of it.
  void read_entry(std::string_view content) {
    const std::size_t name_end = std::min(content.find_first_of("{["), content.size());
    const std::string_view name = trim(content.substr(0, name_end));
    if (name.empty()) fail(line_, "\"" + std::string(content) + "\" has no name before its code");
    content.remove_prefix(name_end);
    Written written{std::string(name), std::nullopt};
    if (content.starts_with('{')) {
      const std::size_t close = content.find('}');
      if (close == std::string_view::npos) fail(line_, "\"" + std::string(content) + "\" lacks a closing }");
      written.plural = std::string(trim(content.substr(1, close - 1)));
      content = trim(content.substr(close + 1));
    }
    names_.push_back(std::move(written));
    if (!content.empty()) read_codes(content);
  }

  void read_codes(std::string_view content) {
    if (names_.empty()) fail(line_, "\"" + std::string(content) + "\" is a code without a name above it");
    while (!content.empty()) {
      const std::size_t close = content.find(']');
      if (content.front() != '[' || close == std::string_view::npos) {
        fail(line_,
             "\"" + std::string(content) + "\" is no code; expected [CODE] or [CODE 19950601-19990815]");
      }
      read_code(trim(content.substr(1, close - 1)));
      content = trim(content.substr(close + 1));
    }
  }

  void read_code(std::string_view content) {
    ActorDictionary::DatedCode coded;
    const std::size_t end = std::min(content.find_first_of(" \t<>"), content.size());
    std::string code(content.substr(0, end));
    std::transform(code.begin(), code.end(), code.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    read_dates(content.substr(end), coded);
    if (code.empty() || code.front() == '<') fail(line_, "\"[" + std::string(content) + "]\" holds no code");
    DictionaryKind kind = DictionaryKind::Actor;
    if (code.front() == '~') kind = DictionaryKind::Agent;
    if (code.back() == '~') kind = DictionaryKind::Prefix;
    if (kind == DictionaryKind::Agent) code.erase(0, 1);
    if (kind == DictionaryKind::Prefix) code.pop_back();
    if (!record_.codes.empty() && record_.kind != kind) {
      fail(line_, "\"[" + std::string(content) + "]\": an entry is an actor or an agent (with ~), not both");
    }
    record_.kind = kind;
    const bool letters = std::any_of(code.begin(), code.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    if (!letters) code.clear();  // [---], [+++]
    coded.code = std::move(code);
    record_.codes.push_back(std::move(coded));
  }

  void read_dates(std::string_view written, ActorDictionary::DatedCode& coded) const {
    std::string dates;
    for (const char c : written) {
      if (c != ' ' && c != '\t') dates += c;
    }
    if (dates.empty()) return;
    const auto bad = [&]() {
      fail(line_, "\"" + dates + "\" is no time; expected <950630, >19950630 or 19950601-19990815");
    };
    const std::string_view view = dates;
    const std::size_t dash = view.find('-');
    if (view.front() == '<' || view.front() == '>') {
      const auto day = parse_day(view.substr(1));
      if (!day) bad();
      if (view.front() == '<') coded.to = add_days(*day, -1);
      if (view.front() == '>') coded.from = add_days(*day, 1);
    } else {
      const auto first = dash == std::string_view::npos ? std::nullopt : parse_day(view.substr(0, dash));
      const auto last = dash == std::string_view::npos ? std::nullopt : parse_day(view.substr(dash + 1));
      if (!first || !last) bad();
      coded.from = first;
      coded.to = last;
    }
  }

  void close_entry() {
    if (names_.empty()) return;
    if (record_.codes.empty()) {
      fail(entry_line_, "\"" + names_.front().name + "\" has no code; expected [CODE] behind it or below it");
    }
    const auto number = static_cast<std::uint32_t>(dictionary_.records_.size());
    const DictionaryKind kind = record_.kind;
    dictionary_.has_agents_ = dictionary_.has_agents_ || kind != DictionaryKind::Actor;
    dictionary_.records_.push_back(std::move(record_));
    record_ = {};
    for (const Written& written : names_) {
      std::vector<std::string> forms = {written.name};
      expand_macros(forms);
      const bool macro = forms.size() != 1 || forms.front() != written.name;
      for (const std::string& form : forms) dictionary_.add_name(form, number);
      if (kind == DictionaryKind::Actor || macro) continue;
      if (!written.plural) dictionary_.add_name(regular_plural(written.name), number);
      if (written.plural && !written.plural->empty()) dictionary_.add_name(*written.plural, number);
    }
    names_.clear();
  }

  void expand_macros(std::vector<std::string>& forms) const {
    for (const auto& [macro, values] : macros_) {
      std::vector<std::string> expanded;
      for (const std::string& form : forms) {
        const std::size_t at = form.find(macro);
        if (at == std::string::npos) {
          expanded.push_back(form);
          continue;
        }
        for (const std::string& value : values) {
          std::string full = form;
          expanded.push_back(full.replace(at, macro.size(), value));
        }
      }
      forms = std::move(expanded);
    }
    for (const std::string& form : forms) {
      if (std::count(form.begin(), form.end(), '!') > 1) {
        fail(entry_line_, "\"" + form + "\" uses a macro that no line above defines");
      }
    }
  }

  struct Written {
    std::string name;
    std::optional<std::string> plural;  // empty: there is none
  };

  const std::string& file_name_;
  ActorDictionary& dictionary_;
  std::uint64_t line_ = 0;
  bool comment_ = false;
  std::vector<Written> names_;  // of the entry under way
  std::uint64_t entry_line_ = 0;
  ActorDictionary::Record record_;
  std::map<std::string, std::vector<std::string>> macros_;
};

void ActorDictionary::add(const std::string& file_name, std::string_view text) {
  ActorDictionaryReader(file_name, *this).read(text);
}

}  // namespace actorgraph
