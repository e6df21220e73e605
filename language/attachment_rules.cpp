#include "language/attachment_rules.hpp"

#include <optional>
#include <vector>

namespace actorgraph {
namespace {

constexpr std::uint32_t kNone = kRootHead;

bool is_place(NameType type) {
  return type == NameType::Gpe || type == NameType::Loc;
}

/// The index of the name that holds each token, or kNone.
std::vector<std::uint32_t> names_of_tokens(const Sentence& sent) {
  std::vector<std::uint32_t> name_of(sent.tokens.size(), kNone);
  for (std::uint32_t i = 0; i < sent.names.size(); ++i) {
    for (std::uint32_t tok = sent.names[i].tokens.begin; tok < sent.names[i].tokens.end; ++tok)
      name_of[tok] = i;
  }
  return name_of;
}

/// The token of `range` whose head lies outside it.
std::uint32_t head_of(const Sentence& sent, TokenRange range) {
  for (std::uint32_t tok = range.begin; tok < range.end; ++tok) {
    if (!range.contains(sent.tokens[tok].head)) return tok;
  }
  return range.begin;
}

bool is_in_subtree(const Sentence& sent, std::uint32_t tok, std::uint32_t top) {
  for (; tok != kRootHead; tok = sent.tokens[tok].head) {
    if (tok == top) return true;
  }
  return false;
}

bool has_indefinite_article(const Sentence& sent, std::uint32_t noun) {
  for (std::uint32_t tok = 0; tok < noun; ++tok) {
    const Token& token = sent.tokens[tok];
    if (token.head == noun && token.deprel == Deprel::Det && (token.form == "a" || token.form == "an"))
      return true;
  }
  return false;
}

/// The common noun that the place name at `tok` modifies, through other places; nothing where there is none.
std::optional<std::uint32_t> noun_of_place(const Sentence& sent, const std::vector<std::uint32_t>& name_of,
                                           std::uint32_t tok) {
  while (name_of[tok] != kNone && is_place(sent.names[name_of[tok]].type)) {
    const Deprel deprel = universal(sent.tokens[tok].deprel);
    const bool climbs =
        deprel == Deprel::Nmod || deprel == Deprel::Conj || deprel == Deprel::Appos || deprel == Deprel::Flat;
    if (!climbs || sent.tokens[tok].head == kRootHead) return std::nullopt;
    tok = sent.tokens[tok].head;
  }
  return name_of[tok] == kNone && sent.tokens[tok].upos == Upos::Noun ? std::optional(tok) : std::nullopt;
}

/// The end of the person's name that stands right before `first` and a comma, or kNone.
std::uint32_t person_before(const Sentence& sent, const std::vector<std::uint32_t>& name_of,
                            std::uint32_t first) {
  if (first < 2 || sent.tokens[first - 1].form != ",") return kNone;
  const std::uint32_t name = name_of[first - 2];
  return name != kNone && sent.names[name].type == NameType::Person ? name : kNone;
}

std::uint32_t first_of_subtree(const Sentence& sent, std::uint32_t top) {
  for (std::uint32_t tok = 0; tok < top; ++tok) {
    if (sent.tokens[tok].deprel != Deprel::Punct && is_in_subtree(sent, tok, top)) return tok;
  }
  return top;
}

}  // namespace

void mend_attachments(Sentence& sent) {
  if (sent.names.empty()) return;
  const std::vector<std::uint32_t> name_of = names_of_tokens(sent);
  for (std::uint32_t tok = 0; tok < sent.tokens.size(); ++tok) {
    Token& token = sent.tokens[tok];
    if (token.upos != Upos::Noun || name_of[tok] != kNone || token.head == kRootHead) continue;
    std::optional<std::uint32_t> head;
    if (token.deprel == Deprel::Conj && name_of[token.head] != kNone && has_indefinite_article(sent, tok)) {
      head = noun_of_place(sent, name_of, token.head);
    } else if (token.deprel == Deprel::Appos && name_of[token.head] == kNone) {
      const std::uint32_t person = person_before(sent, name_of, first_of_subtree(sent, tok));
      if (person != kNone) head = head_of(sent, sent.names[person].tokens);
    }
    if (head && *head != token.head && !is_in_subtree(sent, *head, tok)) token.head = *head;
  }
}

}  // namespace actorgraph
