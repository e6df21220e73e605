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

bool has_small_letters(const Sentence& sent) {
  return std::any_of(sent.tokens.begin(), sent.tokens.end(), [](const Token& tok) {
    return tok.form.size() > 1 && std::any_of(tok.form.begin(), tok.form.end(), is_small);
  });
}

}  // namespace

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
  std::erase_if(sent.names, [](const Name& name) { return name.tokens.empty(); });
}

}  // namespace actorgraph
