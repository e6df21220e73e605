#include "tests/graph/claim_lines.hpp"

#include <cstdlib>
#include <stdexcept>

#include "graph/identity.hpp"
#include "records/hash.hpp"

namespace actorgraph {
namespace {

std::string trim(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(' ');
  if (begin == std::string_view::npos) return {};
  return std::string(text.substr(begin, text.find_last_not_of(' ') + 1 - begin));
}

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  while (true) {
    const std::size_t end = text.find(separator);
    parts.push_back(trim(text.substr(0, end)));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

std::optional<Participant> parse_participant(const std::string& field) {
  if (field == "-") return std::nullopt;
  Participant who;
  const std::size_t equals = field.find('=');
  who.text = field.substr(0, equals);
  who.actor = equals == std::string::npos ? field : field.substr(equals + 1);
  return who;
}

void apply_mark(const std::string& mark, Claim& claim) {
  const std::size_t space = mark.find(' ');
  const std::string rest = space == std::string::npos ? std::string() : mark.substr(space + 1);
  if (mark.empty()) return;
  if (mark == "negated") {
    claim.negated = true;
  } else if (const auto modality = parse_modality(mark)) {
    claim.modality = *modality;
  } else if (mark.starts_with("from ") || mark.starts_with("to ")) {
    if (!claim.time) claim.time = TimeReference{rest, {}, TimeType::Calendar, {}};
    (mark.starts_with("from ") ? claim.time->interval.start : claim.time->interval.end) =
        parse_date(rest).value();
  } else if (mark.starts_with("by ")) {
    claim.attributed_to = parse_participant(rest);
  } else if (mark.starts_with("is ")) {
    claim.subject.kind = parse_actor_kind(rest).value();
  } else if (mark.starts_with("sure ")) {
    claim.confidence = std::strtod(rest.c_str(), nullptr);
  } else if (const std::size_t colon = mark.find(':'); colon != std::string::npos) {
    claim.event = EventCode{};
    claim.event->plover = mark.substr(0, colon);
    claim.event->goldstein = std::strtod(mark.c_str() + colon + 1, nullptr);
  } else {
    throw std::runtime_error("unknown mark: " + mark);
  }
}

}  // namespace

std::vector<ClaimLine> parse_claim_lines(std::string_view text) {
  std::vector<ClaimLine> lines;
  for (const std::string& line : split(text, '\n')) {
    if (line.empty()) continue;
    const auto fields = split(line, '|');
    if (fields.size() < 4) throw std::runtime_error("too few fields: " + line);
    const auto head = split(fields[0], ' ');
    ClaimLine made;
    made.published = parse_date(head.at(1));
    made.sentence = line;
    made.url = "https://example.org/" + head[0];
    made.claim.document = DocumentId{hash_of(head[0])};
    if (auto subject = parse_participant(fields[1])) made.claim.subject = *subject;
    made.claim.relation.text = made.claim.relation.lemma = fields[2];
    made.claim.object = parse_participant(fields[3]);
    if (fields.size() > 4) {
      for (const std::string& mark : split(fields[4], ',')) apply_mark(mark, made.claim);
    }
    made.claim.id = ClaimId{hash_of(line)};
    resolve_actors({&made.claim, 1});
    lines.push_back(std::move(made));
  }
  return lines;
}

KnowledgeGraph build_graph(std::span<const ClaimLine> lines) {
  GraphBuilder builder;
  for (const ClaimLine& line : lines) {
    builder.add(line.claim, {.sentence = line.sentence, .published = line.published, .url = line.url});
  }
  return std::move(builder).finish();
}

KnowledgeGraph build_graph(std::string_view lines) {
  return build_graph(parse_claim_lines(lines));
}

}  // namespace actorgraph
