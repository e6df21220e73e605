#include "records/issue.hpp"

namespace actorgraph {

std::string to_string(const Issue& issue) {
  std::string text = issue.source;
  if (issue.line != 0) {
    text += ':' + std::to_string(issue.line);
    if (issue.column != 0) text += ':' + std::to_string(issue.column);
  }
  if (!text.empty()) text += ": ";
  return text + issue.message;
}

}  // namespace actorgraph
