#include "language/abbreviations.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include "language/characters.hpp"

namespace actorgraph {
namespace {

struct Entry {
  std::string_view word;
  Abbreviation kind;
};

constexpr auto make_entries() {
  using enum Abbreviation;
  std::array entries = {
      // Titles and ranks.
      Entry{"Mr", Title},
      Entry{"Mrs", Title},
      Entry{"Ms", Title},
      Entry{"Messrs", Title},
      Entry{"Dr", Title},
      Entry{"Drs", Title},
      Entry{"Prof", Title},
      Entry{"Gen", Title},
      Entry{"Col", Title},
      Entry{"Lt", Title},
      Entry{"Maj", Title},
      Entry{"Capt", Title},
      Entry{"Cpt", Title},
      Entry{"Sgt", Title},
      Entry{"Cpl", Title},
      Entry{"Pvt", Title},
      Entry{"Brig", Title},
      Entry{"Adm", Title},
      Entry{"Cmdr", Title},
      Entry{"Cdr", Title},
      Entry{"Gov", Title},
      Entry{"Sen", Title},
      Entry{"Sens", Title},
      Entry{"Rep", Title},
      Entry{"Reps", Title},
      Entry{"Rev", Title},
      Entry{"Hon", Title},
      Entry{"Pres", Title},
      Entry{"Amb", Title},
      Entry{"Supt", Title},
      Entry{"Insp", Title},
      Entry{"Det", Title},
      Entry{"Mme", Title},
      Entry{"Mlle", Title},
      Entry{"Fr", Title},
      Entry{"Mt", Title},
      Entry{"Ft", Title},
      Entry{"St", Title},
      Entry{"Ste", Title},
      Entry{"Sr", Word},
      Entry{"Jr", Word},
      Entry{"Esq", Word},
      // Companies and bodies.
      Entry{"Inc", Word},
      Entry{"Corp", Word},
      Entry{"Co", Word},
      Entry{"Cos", Word},
      Entry{"Ltd", Word},
      Entry{"Bros", Word},
      Entry{"Assn", Word},
      Entry{"Dept", Word},
      Entry{"Univ", Word},
      Entry{"Intl", Word},
      Entry{"Dist", Word},
      Entry{"Bldg", Word},
      // Running text.
      Entry{"etc", Word},
      Entry{"Etc", Word},
      Entry{"vs", Title},
      Entry{"Vs", Title},
      Entry{"al", Word},
      Entry{"e.g", Title},
      Entry{"E.g", Title},
      Entry{"i.e", Title},
      Entry{"I.e", Title},
      Entry{"eg", Title},
      Entry{"ie", Title},
      Entry{"cf", Title},
      Entry{"viz", Title},
      Entry{"approx", Word},
      Entry{"est", Word},
      Entry{"incl", Word},
      Entry{"esp", Word},
      Entry{"ca", BeforeNumber},
      Entry{"c", BeforeNumber},
      Entry{"v", Title},
      Entry{"p", BeforeNumber},
      Entry{"pp", BeforeNumber},
      Entry{"b", BeforeNumber},
      Entry{"d", BeforeNumber},
      Entry{"ext", BeforeNumber},
      Entry{"Ext", BeforeNumber},
      Entry{"No", BeforeNumber},
      Entry{"no", BeforeNumber},
      Entry{"Nos", BeforeNumber},
      Entry{"nos", BeforeNumber},
      Entry{"Fig", BeforeNumber},
      Entry{"Figs", BeforeNumber},
      Entry{"Vol", BeforeNumber},
      Entry{"vol", BeforeNumber},
      Entry{"Art", BeforeNumber},
      Entry{"Sec", BeforeNumber},
      Entry{"Ch", BeforeNumber},
      Entry{"Op", BeforeNumber},
      Entry{"Tel", BeforeNumber},
      Entry{"Attn", Title},
      // Months and days.
      Entry{"Jan", Word},
      Entry{"Feb", Word},
      Entry{"Mar", BeforeNumber},
      Entry{"Apr", Word},
      Entry{"Jun", BeforeNumber},
      Entry{"Jul", BeforeNumber},
      Entry{"Aug", Word},
      Entry{"Sep", Word},
      Entry{"Sept", Word},
      Entry{"Oct", Word},
      Entry{"Nov", Word},
      Entry{"Dec", Word},
      Entry{"Mon", BeforeNumber},
      Entry{"Tue", Word},
      Entry{"Tues", Word},
      Entry{"Wed", Word},
      Entry{"Thu", Word},
      Entry{"Thur", Word},
      Entry{"Thurs", Word},
      Entry{"Fri", Word},
      Entry{"Sat", BeforeNumber},
      Entry{"Sun", BeforeNumber},
      // Streets and states of the United States.
      Entry{"Ave", Word},
      Entry{"Blvd", Word},
      Entry{"Rd", Word},
      Entry{"Hwy", BeforeNumber},
      Entry{"Ala", Word},
      Entry{"Ariz", Word},
      Entry{"Ark", Word},
      Entry{"Calif", Word},
      Entry{"Colo", Word},
      Entry{"Conn", Word},
      Entry{"Del", Word},
      Entry{"Fla", Word},
      Entry{"Ga", Word},
      Entry{"Kan", Word},
      Entry{"Ky", Word},
      Entry{"La", Word},
      Entry{"Mass", Word},
      Entry{"Md", Word},
      Entry{"Mich", Word},
      Entry{"Minn", Word},
      Entry{"Mo", Word},
      Entry{"Mont", Word},
      Entry{"Neb", Word},
      Entry{"Nev", Word},
      Entry{"Okla", Word},
      Entry{"Ore", Word},
      Entry{"Pa", Word},
      Entry{"Tenn", Word},
      Entry{"Tex", Word},
      Entry{"Va", Word},
      Entry{"Vt", Word},
      Entry{"Wis", Word},
      Entry{"Wyo", Word},
      // Capitals of a text in capitals.
      Entry{"MR", Title},
      Entry{"MRS", Title},
      Entry{"MS", BeforeNumber},
      Entry{"DR", Title},
      Entry{"GEN", Title},
      Entry{"COL", Title},
      Entry{"LT", Title},
      Entry{"MAJ", Title},
      Entry{"CAPT", Title},
      Entry{"SGT", Title},
      Entry{"GOV", Title},
      Entry{"SEN", Title},
      Entry{"REP", Title},
      Entry{"ST", Title},
      Entry{"INC", Word},
      Entry{"CORP", Word},
      Entry{"LTD", Word},
      Entry{"JR", Word},
      Entry{"VS", Title},
  };
  std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.word < b.word; });
  return entries;
}

constexpr auto kEntries = make_entries();

/// "U.S", "p.m", "Ph.D", "a.k.a": letters in groups of one or two with a full stop between them.
bool is_dotted(std::string_view word) {
  std::size_t letters = 0;
  bool any = false;
  for (const char c : word) {
    if (c == '.') {
      if (letters == 0 || letters > 2) return false;
      letters = 0;
      any = true;
    } else if (is_letter(class_of(static_cast<unsigned char>(c)))) {
      ++letters;
    } else {
      return false;
    }
  }
  return any && letters > 0 && letters <= 2;
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

/// Whether `word` ends in `ending`, which is in lower case.
bool ends_in(std::string_view word, std::string_view ending) {
  if (word.size() < ending.size()) return false;
  word.remove_prefix(word.size() - ending.size());
  return std::equal(word.begin(), word.end(), ending.begin(), [](char a, char b) { return lower(a) == b; });
}

struct Contraction {
  std::string_view word;
  std::size_t second;  ///< where its second word begins
};

// Contractions written without an apostrophe, by their last letter first, so that the look-up is short.
constexpr std::array kContractions = {
    Contraction{"cannot", 3},   Contraction{"gonna", 3},   Contraction{"gotta", 3},
    Contraction{"wanna", 3},    Contraction{"dunno", 2},   Contraction{"outta", 3},
    Contraction{"lemme", 3},    Contraction{"gimme", 3},   Contraction{"dont", 2},
    Contraction{"didnt", 3},    Contraction{"doesnt", 4},  Contraction{"isnt", 2},
    Contraction{"wasnt", 3},    Contraction{"werent", 4},  Contraction{"arent", 3},
    Contraction{"aint", 2},     Contraction{"havent", 4},  Contraction{"hasnt", 3},
    Contraction{"hadnt", 3},    Contraction{"couldnt", 5}, Contraction{"wouldnt", 5},
    Contraction{"shouldnt", 6}, Contraction{"cant", 2},    Contraction{"wont", 2},
    Contraction{"im", 1},       Contraction{"ive", 1},     Contraction{"youre", 3},
    Contraction{"theyre", 4},   Contraction{"thats", 4},   Contraction{"whats", 4},
    Contraction{"theres", 5},
};

constexpr std::array<std::string_view, 6> kClitics = {"s", "m", "d", "ll", "re", "ve"};

}  // namespace

Abbreviation find_abbreviation(std::string_view word) {
  if (word.empty() || word.size() > 16) return Abbreviation::None;
  const auto entry = std::lower_bound(kEntries.begin(), kEntries.end(), word,
                                      [](const Entry& e, std::string_view w) { return e.word < w; });
  if (entry != kEntries.end() && entry->word == word) return entry->kind;
  const Character first = decode(word, 0);
  if (first.size_bytes == word.size()) {
    // "I." at the end of a sentence is the pronoun far more often than an initial.
    return class_of(first.code) == CharClass::Upper && first.code != 'I' ? Abbreviation::Initial
                                                                         : Abbreviation::None;
  }
  return is_dotted(word) ? Abbreviation::Dotted : Abbreviation::None;
}

std::size_t find_contraction(std::string_view word) {
  if (word.size() < 2) return 0;
  for (const std::string_view apostrophe : {std::string_view("'"), std::string_view("’")}) {
    for (const std::string_view clitic : kClitics) {
      const std::size_t size = apostrophe.size() + clitic.size();
      if (word.size() > size && ends_in(word, clitic) &&
          word.substr(word.size() - size, apostrophe.size()) == apostrophe) {
        return word.size() - size;
      }
    }
    // n't
    const std::size_t size = apostrophe.size() + 2;
    if (word.size() > size && lower(word.back()) == 't' && lower(word[word.size() - size]) == 'n' &&
        word.substr(word.size() - size + 1, apostrophe.size()) == apostrophe) {
      return word.size() - size;
    }
  }
  if (word.size() > 8) return 0;
  for (const Contraction& contraction : kContractions) {
    if (word.size() != contraction.word.size() || !ends_in(word, contraction.word)) continue;
    // "IM" and "Ive" are names more often than "I'm" and "I've".
    if (word.size() <= 3 && word.front() == 'I') return 0;
    return contraction.second;
  }
  return 0;
}

}  // namespace actorgraph
