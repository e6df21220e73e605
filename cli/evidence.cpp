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

// Private characters that stand for the ends of a mark until a line is painted; no news has them.
constexpr std::string_view kMarkBegin = "\xEE\x80\x80";
constexpr std::string_view kMarkEnd = "\xEE\x80\x81";

std::string mark_with(std::string_view text, ByteSpan part, std::span<const ByteSpan> marks,
                      std::string_view begin, std::string_view end) {
  std::vector<ByteSpan> kept;
  for (const ByteSpan mark : marks) {
    if (mark.empty() || !part.contains(mark)) continue;
    if (std::ranges::any_of(kept, [&](ByteSpan other) { return crosses(other, mark) || other == mark; }))
      continue;
    kept.push_back(mark);
  }
  std::string marked;
  for (std::uint32_t at = part.begin; at <= part.end; ++at) {
    for (auto i = std::ranges::count(kept, at, &ByteSpan::end); i > 0; --i) marked += end;
    for (auto i = std::ranges::count(kept, at, &ByteSpan::begin); i > 0; --i) marked += begin;
    if (at < part.end) marked += text[at];
  }
  return marked;
}

/// `line` with what lies between marks in colour; `depth` marks are open before it, and after it.
std::string paint_marks(std::string_view line, int& depth, const Console& console) {
  std::string painted;
  while (!line.empty()) {
    const std::size_t at = std::min(line.find(kMarkBegin), line.find(kMarkEnd));
    const std::string_view words = line.substr(0, at);
    if (!words.empty()) painted += depth > 0 ? console.paint(Colour::Yellow, words) : std::string(words);
    if (at == std::string_view::npos) break;
    depth += line.substr(at).starts_with(kMarkBegin) ? 1 : -1;
    line.remove_prefix(at + kMarkBegin.size());
  }
  return painted;
}

std::string number_label(std::size_t number) {
  return ' ' + std::to_string(number) + "  ";
}

}  // namespace

std::string mark_words(std::string_view text, ByteSpan part, std::span<const ByteSpan> marks) {
  return mark_with(text, part, marks, "[", "]");
}

void write_sentence(std::size_t number, std::string_view sentence, std::span<const ByteSpan> marks,
                    const Console& console) {
  const ByteSpan whole{0, static_cast<std::uint32_t>(sentence.size())};
  const bool is_coloured = console.colours && console.out_is_terminal;
  const std::string marked = is_coloured ? mark_with(sentence, whole, marks, kMarkBegin, kMarkEnd)
                                         : mark_words(sentence, whole, marks);
  const std::string label = number_label(number);
  const std::string indent(label.size(), ' ');
  const std::size_t room = console.out_is_terminal
                               ? static_cast<std::size_t>(std::max(console.width_columns, 40)) - label.size()
                               : std::string::npos / 2;
  bool first = true;
  int depth = 0;
  for (const std::string& line : wrap("“" + make_harmless(marked) + "”", room)) {
    console.out << (first ? label : indent) << paint_marks(line, depth, console) << '\n';
    first = false;
  }
}

void write_details(std::size_t number, const std::vector<std::string>& lines, const Console& console) {
  const std::string indent(number_label(number).size(), ' ');
  for (const std::string& line : lines) {
    if (!line.empty()) console.out << indent << console.paint(Colour::Dim, make_harmless(line)) << '\n';
  }
}

void write_evidence(std::size_t number, const Claim& claim, const Document& doc, const std::string& claim_id,
                    const Console& console) {
  std::vector<ByteSpan> marks;
  for (const ByteSpan span :
       {claim.subject.span, claim.relation.span, claim.object ? claim.object->span : ByteSpan()}) {
    if (span.empty() || !claim.span.contains(span)) continue;
    marks.push_back({span.begin - claim.span.begin, span.end - claim.span.begin});
  }
  write_sentence(number, slice(doc.article.text, claim.span), marks, console);
  const Article& article = doc.article;
  std::string place = article.source.empty() ? article.path : article.source;
  const auto add = [&place](const std::string& text) {
    if (!text.empty()) place += (place.empty() ? "" : ", ") + text;
  };
  add(article.published ? to_string(*article.published) : "");
  add("sentence " + std::to_string(claim.sentence + 1));
  add("confidence " + percent(claim.confidence));
  add(claim_id);
  write_details(number, {reservations(claim), place, std::string(article.title()), article.url}, console);
}

}  // namespace actorgraph
