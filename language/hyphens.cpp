#include "language/hyphens.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "language/characters.hpp"

namespace actorgraph {
namespace {

bool is_hyphen_form(const Token& tok) {
  return tok.form == "-" || tok.form == "\u2010" || tok.form == "\u2011";
}

bool is_hyphen(const Token& tok) {
  return is_hyphen_form(tok) && (tok.xpos == Xpos::Hyph || tok.upos == Upos::Sym);
}

bool is_wordlike(const Token& tok) {
  return tok.upos != Upos::Punct && tok.upos != Upos::Sym && is_word(class_of(decode(tok.form, 0).code));
}

/// Between words a hyphen is tagged HYPH; tagged as a symbol it means "to" and joins numbers only.
bool joins(const Token& left, const Token& hyphen, const Token& right) {
  if (!is_hyphen(hyphen) || !is_wordlike(right)) return false;
  const auto ends_in_digit = [](const Token& tok) {
    return tok.form.back() >= '0' && tok.form.back() <= '9';
  };
  const bool begins_in_digit = right.form.front() >= '0' && right.form.front() <= '9';
  return hyphen.xpos == Xpos::Hyph || (ends_in_digit(left) && begins_in_digit);
}

std::uint32_t depth_of(const Sentence& sent, std::uint32_t tok) {
  std::uint32_t depth = 0;
  for (; sent.tokens[tok].head != kRootHead; tok = sent.tokens[tok].head) ++depth;
  return depth;
}

/// Where the multiword token that holds `tok` begins and ends; an empty range where none does.
TokenRange multiword_of(const Sentence& sent, std::uint32_t tok) {
  const auto after =
      std::upper_bound(sent.multiword.begin(), sent.multiword.end(), tok,
                       [](std::uint32_t i, const MultiwordToken& m) { return i < m.tokens.begin; });
  if (after == sent.multiword.begin() || !(after - 1)->tokens.contains(tok)) return {};
  return (after - 1)->tokens;
}

/// The end of the chain that begins at `first`: first + 1 where there is none.
std::uint32_t chain_end(const Sentence& sent, std::uint32_t first) {
  std::uint32_t end = first + 1;
  if (!is_wordlike(sent.tokens[first]) || !multiword_of(sent, first).empty()) return end;
  while (end + 1 < sent.tokens.size()) {
    const Token& hyphen = sent.tokens[end];
    const Token& word = sent.tokens[end + 1];
    if (!joins(sent.tokens[end - 1], hyphen, word) || !multiword_of(sent, end).empty()) break;
    if (sent.tokens[end - 1].span.end != hyphen.span.begin || hyphen.span.end != word.span.begin) break;
    const TokenRange multiword = multiword_of(sent, end + 1);
    if (!multiword.empty() && (multiword.begin != end + 1 || word.span == sent.tokens[end + 2].span)) break;
    end += 2;
    if (!multiword.empty()) break;
  }
  return end;
}

Token joined_token(const Sentence& sent, TokenRange chain) {
  std::uint32_t top = chain.begin;
  std::uint32_t top_depth = depth_of(sent, top);
  for (std::uint32_t i = chain.begin + 1; i < chain.end; ++i) {
    const std::uint32_t depth = depth_of(sent, i);
    if (depth < top_depth || (depth == top_depth && !is_hyphen(sent.tokens[i]))) {
      top = i;
      top_depth = depth;
    }
  }
  // A hyphen on top is a fault of the tree; its place in the tree is kept, its part of speech is not.
  Token joined = sent.tokens[is_hyphen(sent.tokens[top]) ? chain.end - 1 : top];
  joined.head = sent.tokens[top].head;
  joined.deprel = sent.tokens[top].deprel;
  joined.span = {sent.tokens[chain.begin].span.begin, sent.tokens[chain.end - 1].span.end};
  joined.form.clear();
  std::string lemma;
  for (std::uint32_t i = chain.begin; i < chain.end; ++i) {
    const Token& tok = sent.tokens[i];
    joined.form += tok.form;
    lemma += i + 1 == chain.end ? tok.lemma : tok.form;
  }
  joined.lemma = joined.lemma.empty() ? std::string() : std::move(lemma);
  return joined;
}

/// New numbers for the tokens of `sent`, and its tokens without the parts of `chains`.
void join_chains(Sentence& sent, const std::vector<TokenRange>& chains) {
  // One chain after another: joining keeps the tree a tree, so the next chain's depths are those of a tree.
  // The words of a chain that are not its first stay in place, headed by it, until all chains are joined.
  for (const TokenRange chain : chains) {
    Token joined = joined_token(sent, chain);
    for (Token& tok : sent.tokens) {
      if (tok.head != kRootHead && chain.contains(tok.head)) tok.head = chain.begin;
    }
    for (std::uint32_t i = chain.begin + 1; i < chain.end; ++i) sent.tokens[i].head = chain.begin;
    sent.tokens[chain.begin] = std::move(joined);
  }
  std::vector<std::uint32_t> number(sent.tokens.size() + 1);
  std::vector<Token> tokens;
  std::size_t next = 0;
  for (std::uint32_t i = 0; i < sent.tokens.size(); ++i) {
    while (next < chains.size() && chains[next].end <= i) ++next;
    const bool inside = next < chains.size() && chains[next].contains(i) && chains[next].begin != i;
    if (!inside) tokens.push_back(std::move(sent.tokens[i]));
    number[i] = static_cast<std::uint32_t>(tokens.size() - 1);
  }
  number.back() = static_cast<std::uint32_t>(tokens.size());
  for (Token& tok : tokens) {
    if (tok.head != kRootHead) tok.head = number[tok.head];
  }

  std::vector<Name> names;
  for (const Name& name : sent.names) {
    const bool part = std::any_of(chains.begin(), chains.end(), [&](TokenRange chain) {
      return chain.begin <= name.tokens.begin && name.tokens.end <= chain.end && chain != name.tokens;
    });
    const TokenRange range = {number[name.tokens.begin], number[name.tokens.end - 1] + 1};
    if (part || (!names.empty() && names.back().tokens.end > range.begin)) continue;
    names.push_back({range, name.type});
  }
  for (MultiwordToken& multiword : sent.multiword) {
    multiword.tokens = {number[multiword.tokens.begin], number[multiword.tokens.end - 1] + 1};
    multiword.span.begin = std::min(multiword.span.begin, tokens[multiword.tokens.begin].span.begin);
  }
  sent.names = std::move(names);
  sent.tokens = std::move(tokens);
}

}  // namespace

void join_hyphens(Document& doc) {
  std::vector<TokenRange> chains;
  for (Sentence& sent : doc.sentences) {
    chains.clear();
    for (std::uint32_t i = 0; i < sent.tokens.size();) {
      const std::uint32_t end = chain_end(sent, i);
      if (end > i + 1) chains.push_back({i, end});
      i = end;
    }
    if (!chains.empty()) join_chains(sent, chains);
  }
}

}  // namespace actorgraph
