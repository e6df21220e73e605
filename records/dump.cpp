#include "records/dump.hpp"

#include <array>

namespace actorgraph {
namespace {

constexpr std::array<std::string_view, 5> kBlockKinds = {"title", "byline", "dateline", "body", "other"};

std::string dump_participant(const Participant& participant) {
  if (participant.text.empty()) return "?";
  std::string text = participant.text;
  if (!participant.actor.empty() && participant.actor != participant.text) text += " = " + participant.actor;
  return text;
}

}  // namespace

std::string dump(const Article& article) {
  std::string text;
  for (const Block& block : article.blocks) {
    text += kBlockKinds[static_cast<std::size_t>(block.kind)];
    text += ' ' + std::to_string(block.span.begin) + ".." + std::to_string(block.span.end) + " | ";
    text += slice(article.text, block.span);
    text += '\n';
  }
  return text;
}

std::string dump(const Document& doc) {
  std::string text;
  for (const Sentence& sent : doc.sentences) {
    for (std::size_t i = 0; i < sent.tokens.size(); ++i) {
      const Token& tok = sent.tokens[i];
      if (i > 0) text += ' ';
      text += tok.form;
      text += '/';
      text += to_string(tok.upos);
      text += '<';
      text += to_string(tok.deprel);
      if (tok.head != kRootHead) text += ':' + sent.tokens[tok.head].form;
    }
    for (const Name& name : sent.names) {
      text += " [";
      for (std::uint32_t i = name.tokens.begin; i < name.tokens.end; ++i) text += sent.tokens[i].form + ' ';
      text += to_string(name.type);
      text += ']';
    }
    text += '\n';
  }
  return text;
}

std::string dump(const Claim& claim) {
  std::string text = dump_participant(claim.subject) + " -[" + claim.relation.lemma + "]-> ";
  text += claim.object ? dump_participant(*claim.object) : "-";
  if (claim.event) {
    text += " | " + claim.event->plover;
    if (!claim.event->mode.empty()) text += ' ' + claim.event->mode;
    if (!claim.event->cameo.empty()) text += ' ' + claim.event->cameo;
  }
  if (claim.negated) text += " | negated";
  if (claim.modality != Modality::Asserted) {
    text += " | ";
    text += to_string(claim.modality);
  }
  if (claim.attributed_to) text += " | by: " + dump_participant(*claim.attributed_to);
  for (const Argument& argument : claim.arguments) {
    text += " | ";
    text += to_string(argument.role);
    text += ": " + argument.text;
  }
  return text;
}

std::string dump(std::span<const Claim> claims) {
  std::string text;
  for (const Claim& claim : claims) text += dump(claim) + '\n';
  return text;
}

}  // namespace actorgraph
