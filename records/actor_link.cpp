#include "records/actor_link.hpp"

namespace actorgraph {

std::string_view to_string(LinkReason reason) {
  switch (reason) {
    case LinkReason::Corrected:
      return "joined by a user";
    case LinkReason::SameName:
      return "the same name";
    case LinkReason::SameReport:
      return "the same report";
    case LinkReason::Spelling:
      return "another spelling";
    case LinkReason::WordOrder:
      return "the same words in another order";
    case LinkReason::Composition:
      return "the same part of the same whole";
    case LinkReason::Acronym:
      return "acronym";
    case LinkReason::ShorterName:
      return "a shorter form of the name";
    case LinkReason::Surname:
      return "surname alone";
  }
  return "";
}

std::string_view to_string(PartKind kind) {
  switch (kind) {
    case PartKind::Place:
      return "place";
    case PartKind::Part:
      return "part";
    case PartKind::Member:
      return "member";
  }
  return "";
}

}  // namespace actorgraph
