#include "language/name_rules.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

namespace actorgraph {
namespace {

bool is_small(char c) {
  return c >= 'a' && c <= 'z';
}

bool ends_no_name(const Token& tok) {
  switch (tok.xpos) {
    case Xpos::Pos:
    case Xpos::Comma:
    case Xpos::Colon:
    case Xpos::Hyph:
    case Xpos::OpenQuote:
    case Xpos::CloseQuote:
    case Xpos::LeftBracket:
    case Xpos::RightBracket:
      return true;
    default:
      return false;
  }
}

/// "UN Commission on" and "Bank of": the preposition leads on to what is not in the name.
bool leads_on(const Token& tok) {
  return (tok.xpos == Xpos::In || tok.xpos == Xpos::To || tok.xpos == Xpos::Cc || tok.xpos == Xpos::Dt) &&
         std::all_of(tok.form.begin(), tok.form.end(), is_small);
}

bool is_form_of_address(const Token& tok) {
  constexpr std::array<std::string_view, 8> kForms = {"Mr", "Mrs",  "Ms",     "Miss",
                                                      "Dr", "Prof", "Messrs", "Mme"};
  std::string_view form = tok.form;
  if (form.ends_with('.')) form.remove_suffix(1);
  return std::find(kForms.begin(), kForms.end(), form) != kForms.end();
}

bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}

/// Two to four capitals that are no person's usual name.
bool is_acronym(std::string_view form) {
  constexpr std::array<std::string_view, 12> kPeople = {"AMLO", "AOC", "FDR", "JFK", "LBJ", "MBS",
                                                        "MBZ",  "MLK", "NTR", "OBL", "RBG", "RFK"};
  return form.size() >= 2 && form.size() <= 4 && std::all_of(form.begin(), form.end(), is_capital) &&
         std::find(kPeople.begin(), kPeople.end(), form) == kPeople.end();
}

/// Whether a name of several words that ends with this word is that of a building or structure.
bool is_facility_word(std::string_view word) {
  constexpr std::array<std::string_view, 36> kWords = {
      "Airbase",  "Airfield",  "Airport",  "Arena",      "Barracks",     "Base",  "Bridge",     "Camp",
      "Canal",    "Cathedral", "Cemetery", "Checkpoint", "Crossing",     "Dam",   "Expressway", "Fort",
      "Fortress", "Gate",      "Highway",  "Hotel",      "Jail",         "Mall",  "Mausoleum",  "Memorial",
      "Mosque",   "Motorway",  "Palace",   "Park",       "Penitentiary", "Plaza", "Prison",     "Reactor",
      "Square",   "Stadium",   "Tower",    "Tunnel"};
  return std::binary_search(kWords.begin(), kWords.end(), word);
}

/// The same of a treaty, law or award.
bool is_document_word(std::string_view word) {
  constexpr std::array<std::string_view, 15> kWords = {
      "Accord",       "Accords",     "Act",   "Agreement", "Amendment", "Award",   "Awards", "Charter",
      "Constitution", "Declaration", "Medal", "Prize",     "Protocol",  "Statute", "Treaty"};
  return std::binary_search(kWords.begin(), kWords.end(), word);
}

bool is_place_or_body(NameType type) {
  return type == NameType::Gpe || type == NameType::Loc || type == NameType::Org;
}

/// An address, a file ("report.pdf") or a Roman numeral.
bool names_nobody(std::string_view form) {
  constexpr std::array<std::string_view, 12> kFiles = {".csv", ".doc", ".docx", ".gif", ".htm", ".jpg",
                                                       ".pdf", ".ppt", ".txt",  ".xls", ".xml", ".zip"};
  const bool is_numeral = form.size() > 2 && form.find_first_not_of("IVX") == std::string_view::npos;
  return is_numeral || form.find('@') != std::string_view::npos ||
         std::any_of(kFiles.begin(), kFiles.end(), [&](auto ending) { return form.ends_with(ending); });
}

bool has_small_letters(const Sentence& sent) {
  return std::any_of(sent.tokens.begin(), sent.tokens.end(), [](const Token& tok) {
    return tok.form.size() > 1 && std::any_of(tok.form.begin(), tok.form.end(), is_small);
  });
}

/// Whether the sentence begins with a capital, so that its writer uses them.
bool begins_with_capital(const Sentence& sent) {
  for (const Token& tok : sent.tokens) {
    if (!tok.form.empty() && (is_capital(tok.form.front()) || is_small(tok.form.front())))
      return is_capital(tok.form.front());
  }
  return false;
}

bool has_only_small_letters(const Name& name, const Sentence& sent) {
  return std::all_of(
      sent.tokens.begin() + name.tokens.begin, sent.tokens.begin() + name.tokens.end,
      [](const Token& tok) { return std::all_of(tok.form.begin(), tok.form.end(), is_small); });
}

constexpr GazetteerClasses kRegions = bit_of(GazetteerClass::Region) | bit_of(GazetteerClass::Country);

bool is_place(NameType type) {
  return type == NameType::Gpe || type == NameType::Loc;
}

/// Whether the last word is a region and those before it a city: "Springfield Illinois", not "Mexico City".
bool is_city_in_region(const Name& name, std::span<const GazetteerClasses> classes) {
  const std::uint32_t last = name.tokens.end - 1;
  if (!is_place(name.type) || name.tokens.size_tokens() < 2) return false;
  if ((classes[last] & kRegions) == 0 || (classes[last] & bit_of(GazetteerClass::City)) != 0) return false;
  for (std::uint32_t tok = name.tokens.begin; tok < last; ++tok) {
    if ((classes[tok] & bit_of(GazetteerClass::City)) == 0 || (classes[tok] & kRegions) != 0) return false;
  }
  return true;
}

/// "New" of "New Zealander": begins names of nations of two words.
bool begins_nation(std::string_view form) {
  constexpr std::array<std::string_view, 17> kFirst = {
      "Burkina", "Cape",  "Central", "Costa", "East", "El",     "Equatorial", "Hong", "New",
      "North",   "Papua", "Puerto",  "Saudi", "San",  "Sierra", "South",      "Sri"};
  return std::find(kFirst.begin(), kFirst.end(), form) != kFirst.end();
}

/// Makes one name of a listed nation of which the network has seen the first word alone.
void complete_nations(Sentence& sent, std::span<const GazetteerClasses> classes) {
  constexpr GazetteerClasses kDemonym = bit_of(GazetteerClass::Demonym);
  for (std::size_t i = 0; i < sent.names.size(); ++i) {
    Name& name = sent.names[i];
    const std::uint32_t next = name.tokens.end;
    if (name.tokens.size_tokens() != 1 || next == sent.tokens.size()) continue;
    if (i + 1 < sent.names.size() && sent.names[i + 1].tokens.begin == next) continue;
    const bool listed = (classes[next - 1] & kDemonym) != 0 && (classes[next] & kDemonym) != 0;
    if (listed && begins_nation(sent.tokens[next - 1].form)) name = {{next - 1, next + 1}, NameType::Norp};
  }
}

}  // namespace

void mend_listed_names(Sentence& sent, std::span<const GazetteerClasses> classes) {
  constexpr GazetteerClasses kOther = bit_of(GazetteerClass::Other);
  std::erase_if(sent.names, [&](const Name& name) {
    const std::uint32_t tok = name.tokens.begin;
    const bool before = tok > 0 && (classes[tok - 1] & kOther) != 0;  // "U.S." of "U.S. Open"
    const bool after = tok + 1 < classes.size() && (classes[tok + 1] & kOther) != 0;
    return classes[tok] == kOther && !before && !after && name.tokens.size_tokens() == 1 &&
           name.type != NameType::Misc && name.type != NameType::Event && name.type != NameType::Norp;
  });
  complete_nations(sent, classes);
  for (std::size_t i = 0; i < sent.names.size(); ++i) {
    Name& name = sent.names[i];
    if (!is_city_in_region(name, classes)) continue;
    const Name region{{name.tokens.end - 1, name.tokens.end}, NameType::Gpe};
    --name.tokens.end;
    sent.names.insert(sent.names.begin() + static_cast<std::ptrdiff_t>(i) + 1, region);
  }
}

void mend_names(Sentence& sent) {
  for (Name& name : sent.names) {
    TokenRange& tokens = name.tokens;
    const auto ends_badly = [&](const Token& tok) { return ends_no_name(tok) || leads_on(tok); };
    while (!tokens.empty() && ends_badly(sent.tokens[tokens.end - 1])) --tokens.end;
    while (!tokens.empty() && ends_no_name(sent.tokens[tokens.begin])) ++tokens.begin;
    if (name.type == NameType::Person && !tokens.empty() && is_form_of_address(sent.tokens[tokens.begin]))
      ++tokens.begin;
    if (is_place_or_body(name.type) && tokens.size_tokens() > 1) {
      const std::string_view last = sent.tokens[tokens.end - 1].form;
      if (is_facility_word(last)) name.type = NameType::Fac;
      if (is_document_word(last)) name.type = NameType::Misc;
    }
    if (name.type == NameType::Person && tokens.size_tokens() == 1 &&
        is_acronym(sent.tokens[tokens.begin].form) && has_small_letters(sent)) {
      name.type = NameType::Org;
    }
  }
  const bool uses_capitals = begins_with_capital(sent);
  std::erase_if(sent.names, [&](const Name& name) {
    if (name.tokens.empty()) return true;
    if (name.tokens.size_tokens() == 1 && names_nobody(sent.tokens[name.tokens.begin].form)) return true;
    return uses_capitals && name.type != NameType::Norp && has_only_small_letters(name, sent);
  });
}

}  // namespace actorgraph
