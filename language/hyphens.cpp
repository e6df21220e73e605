#include "language/hyphens.hpp"

#include <algorithm>
#include <array>
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
  return is_word(class_of(decode(tok.form, 0).code));
}

bool is_mark(const Token& tok) {
  return tok.upos == Upos::Punct || tok.upos == Upos::Sym;
}

/// Whether the tags are to be trusted or there are none yet.
enum class Tags : std::uint8_t { Given, Missing };

/// Between words a hyphen is tagged HYPH; tagged as a symbol it means "to" and joins numbers only.
bool joins(const Token& left, const Token& hyphen, const Token& right, Tags tags) {
  if (tags == Tags::Missing) return is_hyphen_form(hyphen) && is_wordlike(right);
  if (!is_hyphen(hyphen) || !is_wordlike(right) || is_mark(right)) return false;
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
std::uint32_t chain_end(const Sentence& sent, std::uint32_t first, Tags tags) {
  std::uint32_t end = first + 1;
  if (!is_wordlike(sent.tokens[first]) || (tags == Tags::Given && is_mark(sent.tokens[first])) ||
      !multiword_of(sent, first).empty())
    return end;
  while (end + 1 < sent.tokens.size()) {
    const Token& hyphen = sent.tokens[end];
    const Token& word = sent.tokens[end + 1];
    if (!joins(sent.tokens[end - 1], hyphen, word, tags) || !multiword_of(sent, end).empty()) break;
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
    if (depth < top_depth || (depth == top_depth && !is_hyphen_form(sent.tokens[i]))) {
      top = i;
      top_depth = depth;
    }
  }
  // A hyphen on top is a fault of the tree; its place in the tree is kept, its part of speech is not.
  Token joined = sent.tokens[is_hyphen_form(sent.tokens[top]) ? chain.end - 1 : top];
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

std::vector<TokenRange> find_chains(const Sentence& sent, Tags tags) {
  std::vector<TokenRange> chains;
  for (std::uint32_t i = 0; i < sent.tokens.size();) {
    const std::uint32_t end = chain_end(sent, i, tags);
    if (end > i + 1) chains.push_back({i, end});
    i = end;
  }
  return chains;
}

/// Prefixes and suffixes that UD's English treebanks leave with their word, after the guidelines of the
/// English Web Treebank.
constexpr std::array<std::string_view, 52> kPrefixes = {
    "a",     "ante",  "anti", "arch",  "bi",     "co",     "contra", "counter", "cross", "cyber", "de",
    "e",     "eco",   "ex",   "extra", "hyper",  "inter",  "intra",  "macro",   "mega",  "meta",  "micro",
    "mid",   "mini",  "mono", "multi", "neo",    "non",    "out",    "over",    "para",  "pan",   "poly",
    "post",  "pre",   "pro",  "proto", "pseudo", "psycho", "quasi",  "re",      "semi",  "socio", "sub",
    "super", "trans", "tri",  "ultra", "un",     "uber",   "under",  "uni"};
constexpr std::array<std::string_view, 8> kSuffixes = {"able", "esque", "fest", "fold",
                                                       "gate", "ish",   "less", "wise"};

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& list, std::string_view word) {
  return std::any_of(list.begin(), list.end(), [&](std::string_view entry) {
    return entry.size() == word.size() &&
           std::equal(entry.begin(), entry.end(), word.begin(), [](char a, char b) {
             return a == (b >= 'A' && b <= 'Z' ? static_cast<char>(b + 32) : b);
           });
  });
}

bool is_number(std::string_view word) {
  return std::all_of(word.begin(), word.end(),
                     [](char c) { return (c >= '0' && c <= '9') || c == ',' || c == '.'; });
}

/// "3-9890" and "713-853-1696" are telephone numbers, "2004-12-01" is a date, "1999-2000" and "5-10" are
/// ranges.
bool is_range(const std::vector<std::string_view>& words) {
  return words.size() == 2 && (words[0].size() == words[1].size() || words[0].size() + words[1].size() < 5);
}

bool begins_lower(std::string_view word) {
  return word[0] >= 'a' && word[0] <= 'z';
}
bool begins_upper(std::string_view word) {
  return word[0] >= 'A' && word[0] <= 'Z';
}

/// The words between the hyphens of `form`; none where it is not split.
std::vector<std::string_view> words_of_compound(std::string_view form, Xpos tag) {
  std::vector<std::string_view> words;
  if (form.find_first_of("/@_=:#~\\") != std::string_view::npos) return words;
  for (std::string_view rest = form;;) {
    const std::size_t end = rest.find('-');
    const std::string_view word = rest.substr(0, end);
    if (word.empty() || !is_word(class_of(decode(word, 0).code))) return {};
    words.push_back(word);
    if (end == std::string_view::npos) break;
    rest.remove_prefix(end + 1);
  }
  if (words.size() < 2) return {};
  if (std::all_of(words.begin(), words.end(), is_number))
    return is_range(words) ? words : std::vector<std::string_view>();
  if (words.size() == 2 && (is_one_of(kPrefixes, words[0]) || is_one_of(kSuffixes, words[1]))) return {};
  // East Asian given names keep theirs: "Min-woo".
  if (words.size() == 2 && begins_upper(words[0]) && begins_lower(words[1]) && tag == Xpos::Nnp) return {};
  return words;
}

}  // namespace

bool is_particle(std::string_view word) {
  constexpr std::array<std::string_view, 13> kParticles = {
      "up", "down", "off", "out", "in", "on", "over", "back", "by", "away", "through", "thru", "around"};
  return std::find(kParticles.begin(), kParticles.end(), word) != kParticles.end();
}

void join_hyphens(Document& doc) {
  for (Sentence& sent : doc.sentences) {
    const std::vector<TokenRange> chains = find_chains(sent, Tags::Given);
    if (!chains.empty()) join_chains(sent, chains);
  }
}

std::vector<Compound> join_given_hyphens(Document& doc) {
  std::vector<Compound> compounds;
  for (std::uint32_t s = 0; s < doc.sentences.size(); ++s) {
    Sentence& sent = doc.sentences[s];
    const std::vector<TokenRange> chains = find_chains(sent, Tags::Missing);
    if (chains.empty()) continue;
    std::uint32_t gone = 0;  // words joined to another one so far
    for (const TokenRange chain : chains) {
      Compound& compound = compounds.emplace_back();
      compound.sentence = s;
      compound.token = chain.begin - gone;
      for (std::uint32_t i = chain.begin; i < chain.end; ++i)
        compound.parts.push_back({sent.tokens[i].form, sent.tokens[i].span});
      gone += chain.end - chain.begin - 1;
    }
    join_chains(sent, chains);
  }
  return compounds;
}

std::vector<Compound> find_compounds(const Document& doc) {
  std::vector<Compound> compounds;
  for (std::uint32_t s = 0; s < doc.sentences.size(); ++s) {
    const Sentence& sent = doc.sentences[s];
    for (std::uint32_t i = 0; i < sent.tokens.size(); ++i) {
      const Token& tok = sent.tokens[i];
      if (tok.form.size() < 3 || tok.span.end - tok.span.begin != tok.form.size()) continue;
      const TokenRange multiword = multiword_of(sent, i);
      if (!multiword.empty() && multiword.begin != i) continue;
      const std::vector<std::string_view> words = words_of_compound(tok.form, tok.xpos);
      if (words.empty()) continue;
      Compound& compound = compounds.emplace_back();
      compound.sentence = s;
      compound.token = i;
      std::uint32_t at = tok.span.begin;
      for (const std::string_view word : words) {
        if (at != tok.span.begin) {
          compound.parts.push_back({"-", {at, at + 1}});
          ++at;
        }
        compound.parts.push_back({std::string(word), {at, at + static_cast<std::uint32_t>(word.size())}});
        at += static_cast<std::uint32_t>(word.size());
      }
    }
  }
  return compounds;
}

}  // namespace actorgraph
