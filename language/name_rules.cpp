#include "language/name_rules.hpp"

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

}  // namespace

void mend_names(Sentence& sent) {
  for (Name& name : sent.names) {
    TokenRange& tokens = name.tokens;
    while (!tokens.empty() && ends_no_name(sent.tokens[tokens.end - 1])) --tokens.end;
    while (!tokens.empty() && ends_no_name(sent.tokens[tokens.begin])) ++tokens.begin;
  }
  std::erase_if(sent.names, [](const Name& name) { return name.tokens.empty(); });
}

}  // namespace actorgraph
