#include "cli/evidence.hpp"

#include <algorithm>
#include <cmath>
#include <ostream>
#include <vector>

#include "cli/text_layout.hpp"

namespace actorgraph {
namespace {

bool crosses(ByteSpan a, ByteSpan b) {
  return a.overlaps(b) && !a.contains(b) && !b.contains(a);
}

std::string percent(double share) {
  const auto hundredths = std::lround(share * 100);
  return std::to_string(hundredths / 100) + '.' + (hundredths % 100 < 10 ? "0" : "") +
         std::to_string(hundredths % 100);
}

/// What the sentence adds to "it happened": denied, negated, who says so, what was inferred.
std::string reservations(const Claim& claim) {
  std::string text;
  const auto add = [&text](const std::string& part) { text += (text.empty() ? "" : " · ") + part; };
  if (claim.negated) add("negated");
  if (claim.modality != Modality::Asserted) add(std::string(to_string(claim.modality)));
  if (claim.attributed_to) {
    const Participant& speaker = *claim.attributed_to;
    add("says " + (speaker.actor.empty() ? speaker.text : speaker.actor));
  }
  for (const Participant* participant : {&claim.subject, claim.object ? &*claim.object : nullptr}) {
    if (participant == nullptr || participant->actor.empty() || participant->actor == participant->text)
      continue;
    add(participant->text + " = " + participant->actor);
  }
  for (const std::string& reason : claim.inferred) add(reason);
  return text;
}

}  // namespace

std::string mark_words(std::string_view text, ByteSpan part, std::span<const ByteSpan> marks) {
  std::vector<ByteSpan> kept;
  for (const ByteSpan mark : marks) {
    if (mark.empty() || !part.contains(mark)) continue;
    if (std::ranges::any_of(kept, [&](ByteSpan other) { return crosses(other, mark) || other == mark; }))
      continue;
    kept.push_back(mark);
  }
  std::string marked;
  for (std::uint32_t at = part.begin; at <= part.end; ++at) {
    marked.append(static_cast<std::size_t>(std::ranges::count(kept, at, &ByteSpan::end)), ']');
    marked.append(static_cast<std::size_t>(std::ranges::count(kept, at, &ByteSpan::begin)), '[');
    if (at < part.end) marked += text[at];
  }
  return marked;
}

void write_evidence(std::size_t number, const Claim& claim, const Document& doc, const std::string& claim_id,
                    const Console& console) {
  std::vector<ByteSpan> marks = {claim.subject.span, claim.relation.span};
  if (claim.object) marks.push_back(claim.object->span);
  const std::string label = ' ' + std::to_string(number) + "  ";
  const std::string indent(label.size(), ' ');
  const std::size_t room = console.out_is_terminal
                               ? static_cast<std::size_t>(std::max(console.width_columns, 40)) - label.size()
                               : std::string::npos / 2;
  bool first = true;
  const std::string sentence = "“" + make_harmless(mark_words(doc.article.text, claim.span, marks)) + "”";
  for (const std::string& line : wrap(sentence, room)) {
    console.out << (first ? label : indent) << line << '\n';
    first = false;
  }
  const Article& article = doc.article;
  std::string place = article.source;
  const auto add = [&place](const std::string& text) {
    if (!text.empty()) place += (place.empty() ? "" : ", ") + text;
  };
  if (article.source.empty()) add(article.path);
  add(article.published ? to_string(*article.published) : "");
  add("sentence " + std::to_string(claim.sentence + 1));
  add("confidence " + percent(claim.confidence));
  add(claim_id);
  const auto write_line = [&](std::string_view text) {
    if (!text.empty()) console.out << indent << console.paint(Colour::Dim, make_harmless(text)) << '\n';
  };
  write_line(reservations(claim));
  write_line(place);
  if (!article.title().empty()) write_line(article.title());
  write_line(article.url);
}

}  // namespace actorgraph
