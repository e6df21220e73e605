#include "records/correction.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "records/error.hpp"

namespace actorgraph {
namespace {

constexpr std::array<std::pair<CorrectionKind, std::string_view>, 6> kKinds = {
    {{CorrectionKind::JoinActors, "join-actors"},
     {CorrectionKind::SplitActors, "split-actors"},
     {CorrectionKind::DivideActor, "divide-actor"},
     {CorrectionKind::RenameActor, "rename-actor"},
     {CorrectionKind::JoinEvents, "join-events"},
     {CorrectionKind::SplitEvents, "split-events"}}};

constexpr std::size_t kColumns = 4;

/// A field of one line: what would end it becomes a space.
std::string field(std::string_view text) {
  std::string plain(text);
  std::ranges::replace_if(
      plain, [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
  return plain;
}

[[noreturn]] void fail(std::string_view line, const std::string& expected) {
  throw FormatError("\"" + std::string(line) + "\": expected " + expected);
}

template <class Tag>
Id<Tag> parse_column(std::string_view line, std::string_view text, const char* what) {
  const auto id = parse_id<Tag>(text);
  if (!id) {
    fail(line, std::string("the id of ") + what + ", such as " + to_string(Id<Tag>{0xf31c}) +
                   ", and found \"" + std::string(text) + "\"");
  }
  return *id;
}

}  // namespace

std::string_view to_string(CorrectionKind kind) {
  return kKinds[static_cast<std::size_t>(kind)].second;
}

std::optional<CorrectionKind> parse_correction_kind(std::string_view text) {
  const auto* const at =
      std::ranges::find(kKinds, text, &std::pair<CorrectionKind, std::string_view>::second);
  if (at == kKinds.end()) return std::nullopt;
  return at->first;
}

std::string to_line(const Correction& correction) {
  std::string one = to_string(correction.actor);
  std::string other;
  switch (correction.kind) {
    case CorrectionKind::JoinActors:
    case CorrectionKind::SplitActors:
      other = to_string(correction.other_actor);
      break;
    case CorrectionKind::DivideActor:
      other = to_string(correction.document);
      break;
    case CorrectionKind::RenameActor:
      other = field(correction.name);
      break;
    case CorrectionKind::JoinEvents:
    case CorrectionKind::SplitEvents:
      one = to_string(correction.claim);
      other = to_string(correction.other_claim);
      break;
  }
  std::string line(to_string(correction.kind));
  line += '\t' + one + '\t' + other + '\t' + field(correction.note);
  return line;
}

Correction parse_correction(std::string_view line) {
  std::array<std::string_view, kColumns> columns;
  std::string_view rest = line;
  for (std::size_t i = 0; i < kColumns; ++i) {
    const std::size_t tab = rest.find('\t');
    if ((tab == std::string_view::npos) != (i + 1 == kColumns)) fail(line, "four columns between tabs");
    columns[i] = rest.substr(0, tab);
    if (tab != std::string_view::npos) rest.remove_prefix(tab + 1);
  }
  const auto kind = parse_correction_kind(columns[0]);
  if (!kind) {
    std::string words;
    for (const auto& [known, word] : kKinds) words += (words.empty() ? "" : ", ") + std::string(word);
    fail(line, "one of " + words);
  }
  Correction correction;
  correction.kind = *kind;
  correction.note = std::string(columns[3]);
  if (*kind == CorrectionKind::JoinEvents || *kind == CorrectionKind::SplitEvents) {
    correction.claim = parse_column<ClaimTag>(line, columns[1], "a claim");
    correction.other_claim = parse_column<ClaimTag>(line, columns[2], "a claim");
    return correction;
  }
  correction.actor = parse_column<ActorTag>(line, columns[1], "an actor");
  if (*kind == CorrectionKind::DivideActor) {
    correction.document = parse_column<DocumentTag>(line, columns[2], "a document");
  } else if (*kind == CorrectionKind::RenameActor) {
    if (columns[2].empty()) fail(line, "the new name in the third column");
    correction.name = std::string(columns[2]);
  } else {
    correction.other_actor = parse_column<ActorTag>(line, columns[2], "an actor");
  }
  return correction;
}

}  // namespace actorgraph
