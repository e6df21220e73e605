#include "language/name_rules.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

namespace actorgraph {
namespace {

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

bool is_form_of_address(const Token& tok) {
  constexpr std::array<std::string_view, 8> kForms = {"Mr", "Mrs",  "Ms",     "Miss",
                                                      "Dr", "Prof", "Messrs", "Mme"};
  std::string_view form = tok.form;
  if (form.ends_with('.')) form.remove_suffix(1);
  return std::find(kForms.begin(), kForms.end(), form) != kForms.end();
}

}  // namespace

void mend_names(Sentence& sent) {
  for (Name& name : sent.names) {
    TokenRange& tokens = name.tokens;
    while (!tokens.empty() && ends_no_name(sent.tokens[tokens.end - 1])) --tokens.end;
    while (!tokens.empty() && ends_no_name(sent.tokens[tokens.begin])) ++tokens.begin;
    if (name.type == NameType::Person && !tokens.empty() && is_form_of_address(sent.tokens[tokens.begin]))
      ++tokens.begin;
  }
  std::erase_if(sent.names, [](const Name& name) { return name.tokens.empty(); });
}

}  // namespace actorgraph
