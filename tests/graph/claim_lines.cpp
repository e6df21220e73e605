#include "tests/graph/claim_lines.hpp"

#include <algorithm>
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
  } else if (mark.starts_with("code ")) {
    claim.subject.code = rest;
  } else if (mark.starts_with("at ")) {
    const std::size_t country = rest.rfind(' ');
    claim.place = PlaceReference{};
    claim.place->text = claim.place->name = rest.substr(0, country);
    if (country != std::string::npos) claim.place->country = rest.substr(country + 1);
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
    made.document = head[0];
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

ClaimLookup make_claim_lookup(const KnowledgeGraph& graph, std::span<const ClaimLine> lines) {
  return [&graph, lines](std::span<const ClaimId> claims) {
    std::vector<EdgeClaim> found;
    for (const ClaimId id : claims) {
      const auto line = std::ranges::find(lines, id, [](const ClaimLine& l) { return l.claim.id; });
      if (line == lines.end()) throw std::runtime_error("no line has the claim");
      const Claim& claim = line->claim;
      EdgeClaim& made = found.emplace_back();
      made.claim = id;
      made.document = claim.document;
      made.source_group =
          DocumentId{hash_of(line->document.substr(0, line->document.find_first_of("0123456789")))};
      if (claim.time) {
        made.time = claim.time->interval;
      } else if (line->published) {
        made.time = make_day(*line->published);
      }
      if (claim.place) {
        made.place = claim.place->name;
        made.country = claim.place->country;
      }
      if (claim.attributed_to) {
        made.speaker = claim.attributed_to->actor;
        if (const auto vertex = graph.find_actor(claim.attributed_to->id)) {
          made.speaker_actor = static_cast<ActorNumber>(*vertex);
        }
      }
      if (claim.event) made.event = claim.event->plover;
      made.confidence = claim.confidence;
    }
    return found;
  };
}

}  // namespace actorgraph
