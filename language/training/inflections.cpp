#include "language/training/inflections.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string_view>

#include "records/error.hpp"

namespace actorgraph {
namespace {

bool is_plain_word(const std::string& word) {
  return word.size() > 1 &&
         std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

bool is_vowel(char c) {
  return std::string_view("aeiou").find(c) != std::string_view::npos;
}

bool ends_with(const std::string& word, std::string_view ending) {
  return word.size() > ending.size() && std::string_view(word).substr(word.size() - ending.size()) == ending;
}

bool ends_in_consonant_y(const std::string& word) {
  return ends_with(word, "y") && !is_vowel(word[word.size() - 2]);
}

std::string with_s(const std::string& word) {
  if (ends_in_consonant_y(word)) return word.substr(0, word.size() - 1) + "ies";
  for (const std::string_view sibilant : {"s", "x", "z", "ch", "sh"}) {
    if (ends_with(word, sibilant)) return word + "es";
  }
  return word + (ends_with(word, "o") && !is_vowel(word[word.size() - 2]) ? "es" : "s");
}

std::string with_ed(const std::string& word) {
  if (ends_with(word, "e")) return word + "d";
  return ends_in_consonant_y(word) ? word.substr(0, word.size() - 1) + "ied" : word + "ed";
}

std::string with_ing(const std::string& word) {
  if (ends_with(word, "ie")) return word.substr(0, word.size() - 2) + "ying";
  const bool keeps_e = ends_with(word, "ee") || ends_with(word, "oe") || ends_with(word, "ye");
  return (ends_with(word, "e") && !keeps_e ? word.substr(0, word.size() - 1) : word) + "ing";
}

std::ifstream open_file(const std::string& path) {
  std::ifstream in(path);
  if (!in) throw IoError(path + ": cannot be opened; it comes with Debian's package wordnet-base");
  return in;
}

/// Words and how often WordNet's authors tagged them in text.
std::map<std::string, std::uint32_t> read_index(const std::string& path) {
  std::ifstream in = open_file(path);
  std::map<std::string, std::uint32_t> words;
  std::string line;
  while (std::getline(in, line)) {
    if (line.rfind("  ", 0) == 0) continue;  // the licence
    std::istringstream fields(line);
    std::string word, part, pointer;
    std::uint32_t synsets = 0, pointers = 0, senses = 0, tagged = 0;
    fields >> word >> part >> synsets >> pointers;
    for (std::uint32_t i = 0; i < pointers; ++i) fields >> pointer;
    fields >> senses >> tagged;
    if (fields && is_plain_word(word)) words[word] = tagged;
  }
  return words;
}

/// Irregular forms: form and lemma.
std::vector<std::pair<std::string, std::string>> read_exceptions(const std::string& path) {
  std::ifstream in = open_file(path);
  std::vector<std::pair<std::string, std::string>> out;
  std::string line;
  while (std::getline(in, line)) {
    std::istringstream fields(line);
    std::string form, lemma;
    fields >> form >> lemma;
    if (fields && is_plain_word(form) && is_plain_word(lemma)) out.emplace_back(form, lemma);
  }
  return out;
}

/// Collects the forms; of two lemmas of a form the more frequent one stays.
class FormTable {
 public:
  void add(const std::string& form, Xpos xpos, const std::string& lemma, std::uint32_t frequency,
           Regularity regularity) {
    Entry& entry = entries_[{form, xpos}];
    if (entry.lemma.empty() || frequency > entry.frequency) entry = {lemma, frequency, regularity};
  }
  [[nodiscard]] std::vector<Inflection> take() {
    std::vector<Inflection> out;
    for (auto& [key, entry] : entries_)
      out.push_back({key.first, key.second, std::move(entry.lemma), entry.regularity});
    return out;
  }

 private:
  struct Entry {
    std::string lemma;
    std::uint32_t frequency = 0;
    Regularity regularity = Regularity::Regular;
  };
  std::map<std::pair<std::string, Xpos>, Entry> entries_;
};

// "combatting", "travelled": beside the form with one consonant, which is not listed. Not "stopping".
bool is_variant(const std::string& form, const std::string& lemma) {
  const std::string doubled = lemma + lemma.back();
  std::size_t vowels = 0;
  for (std::size_t i = 0; i < lemma.size(); ++i) {
    if (is_vowel(lemma[i]) && (i == 0 || !is_vowel(lemma[i - 1]))) ++vowels;
  }
  return vowels > 1 && (form == doubled + "ing" || form == doubled + "ed");
}

// Verbs whose past is written like their base form; WordNet does not list them.
constexpr std::array<std::string_view, 37> kUnchangedPast = {
    "bet",    "bid",      "broadcast", "burst",   "cast",     "cost",  "cut",  "forecast", "hit",   "hurt",
    "knit",   "let",      "miscast",   "offset",  "outbid",   "put",   "quit", "read",     "rebid", "recast",
    "recut",  "reread",   "reset",     "rid",     "set",      "shed",  "shut", "slit",     "split", "spread",
    "sublet", "telecast", "thrust",    "typeset", "undercut", "upset", "wed"};

void add_verbs(const std::string& directory, FormTable& table) {
  const auto verbs = read_index(directory + "/index.verb");
  std::set<std::string> irregular_past;
  std::set<std::string> irregular_ing;
  const auto frequency = [&](const std::string& verb) {
    const auto it = verbs.find(verb);
    return it == verbs.end() ? 0 : it->second;
  };
  for (const std::string_view unchanged : kUnchangedPast) {
    const std::string verb(unchanged);
    irregular_past.insert(verb);
    table.add(verb, Xpos::Vbd, verb, frequency(verb), Regularity::Irregular);
    table.add(verb, Xpos::Vbn, verb, frequency(verb), Regularity::Irregular);
  }
  for (const auto& [form, lemma] : read_exceptions(directory + "/verb.exc")) {
    if (ends_with(form, "ing")) {
      if (!is_variant(form, lemma)) irregular_ing.insert(lemma);
      table.add(form, Xpos::Vbg, lemma, frequency(lemma), Regularity::Irregular);
    } else if (!ends_with(form, "s")) {
      if (!is_variant(form, lemma)) irregular_past.insert(lemma);
      table.add(form, Xpos::Vbd, lemma, frequency(lemma), Regularity::Irregular);
      table.add(form, Xpos::Vbn, lemma, frequency(lemma), Regularity::Irregular);
      // "found" and "saw" are verbs themselves, and must not be taken for a past form with a wrong tag.
      if (!verbs.contains(form)) continue;
      table.add(form, Xpos::Vb, form, frequency(form), Regularity::Irregular);
      table.add(form, Xpos::Vbp, form, frequency(form), Regularity::Irregular);
    }
  }
  for (const auto& [verb, tagged] : verbs) {
    table.add(with_s(verb), Xpos::Vbz, verb, tagged, Regularity::Regular);
    if (!irregular_ing.contains(verb))
      table.add(with_ing(verb), Xpos::Vbg, verb, tagged, Regularity::Regular);
    if (irregular_past.contains(verb) && verb != "hang") continue;  // "hanged" and "hung"
    table.add(with_ed(verb), Xpos::Vbd, verb, tagged, Regularity::Regular);
    table.add(with_ed(verb), Xpos::Vbn, verb, tagged, Regularity::Regular);
  }
}

void add_nouns(const std::string& directory, FormTable& table) {
  const auto nouns = read_index(directory + "/index.noun");
  std::set<std::string> irregular;
  for (const auto& [form, lemma] : read_exceptions(directory + "/noun.exc")) {
    const auto it = nouns.find(lemma);
    irregular.insert(lemma);
    table.add(form, Xpos::Nns, lemma, it == nouns.end() ? 0 : it->second, Regularity::Irregular);
  }
  for (const auto& [noun, tagged] : nouns) {
    if (!irregular.contains(noun)) table.add(with_s(noun), Xpos::Nns, noun, tagged, Regularity::Regular);
  }
}

}  // namespace

std::vector<Inflection> load_inflections(const std::string& directory) {
  FormTable table;
  add_verbs(directory, table);
  add_nouns(directory, table);
  return table.take();
}

std::string third_person(const std::string& lemma) {
  return lemma == "have" ? "has" : with_s(lemma);
}

}  // namespace actorgraph
