#include "language/compound_splitter.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "language/token_features.hpp"

namespace actorgraph {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}
bool ends_with(std::string_view word, std::string_view ending) {
  return word.size() > ending.size() && word.substr(word.size() - ending.size()) == ending;
}
bool is_hyphen(const Compound::Part& part) {
  return part.form == "-" || part.form == "\u2010" || part.form == "\u2011";
}

bool is_noun(Xpos tag) {
  return tag == Xpos::Nn || tag == Xpos::Nns;
}
bool is_proper(Xpos tag) {
  return tag == Xpos::Nnp || tag == Xpos::Nnps;
}
bool is_verb(Xpos tag) {
  return tag == Xpos::Vb || tag == Xpos::Vbd || tag == Xpos::Vbg || tag == Xpos::Vbn || tag == Xpos::Vbp ||
         tag == Xpos::Vbz;
}
bool is_adjective(Xpos tag) {
  return tag == Xpos::Jj || tag == Xpos::Jjr || tag == Xpos::Jjs;
}
bool is_adverb(Xpos tag) {
  return tag == Xpos::Rb || tag == Xpos::Rbr || tag == Xpos::Rbs;
}

bool is_particle(std::string_view word) {
  constexpr std::array<std::string_view, 12> kParticles = {
      "up", "down", "off", "out", "in", "on", "over", "back", "by", "away", "through", "around"};
  return std::find(kParticles.begin(), kParticles.end(), word) != kParticles.end();
}

WordTags tags_of_unknown(std::string_view word) {
  if (is_digit(word[0])) return {Upos::Num, Xpos::Cd, 0};
  if (is_capital(word[0])) return {Upos::Propn, Xpos::Nnp, 0};
  if (ends_with(word, "ly")) return {Upos::Adv, Xpos::Rb, 0};
  if (ends_with(word, "ing")) return {Upos::Verb, Xpos::Vbg, 0};
  if (ends_with(word, "ed")) return {Upos::Verb, Xpos::Vbn, 0};
  return {Upos::Noun, Xpos::Nn, 0};
}

/// The part of a compound tagged `tag` that the others depend on.
std::size_t find_top(const Compound& compound, Xpos tag) {
  const std::vector<Compound::Part>& parts = compound.parts;
  const std::string_view last = parts.back().form;
  const bool is_range = is_digit(parts.front().form[0]) && is_digit(last[0]);
  const bool is_numbered = is_capital(parts.front().form[0]) && is_digit(last[0]);
  const bool has_particle = parts.size() == 3 && is_particle(last) && (is_verb(tag) || is_noun(tag));
  return is_range || is_numbered || has_particle || is_proper(tag) ? 0 : parts.size() - 1;
}

/// The relation of a part that stands before the top.
Deprel relation_before(Xpos part, Xpos top) {
  if (part == Xpos::Cd && (is_noun(top) || is_proper(top))) return Deprel::Nummod;
  if (is_adjective(part) && (is_noun(top) || is_adjective(top))) return Deprel::Amod;
  if (is_adverb(part)) return Deprel::Advmod;
  if (part == Xpos::In && !is_verb(top)) return Deprel::Case;
  if (part == Xpos::Dt) return Deprel::Det;
  if (part == Xpos::Cc) return Deprel::Cc;
  if (is_proper(part) && is_verb(top)) return Deprel::OblUnmarked;
  return Deprel::Compound;
}

/// The relation of a part that stands after the top.
Deprel relation_after(const Token& part, const Token& top) {
  if (top.xpos == Xpos::Cd && part.xpos == Xpos::Cd) return Deprel::Nmod;
  if (is_particle(part.form)) return Deprel::CompoundPrt;
  return Deprel::Flat;
}

/// The words of one compound, heads counted from its first word; the top has kRootHead.
std::vector<Token> make_words(const Token& compound_token, const Compound& compound, const WordTagger& tagger,
                              const Lemmatizer& lemmatizer, Feats feats) {
  const std::vector<Compound::Part>& parts = compound.parts;
  const auto top = static_cast<std::uint32_t>(find_top(compound, compound_token.xpos));
  std::vector<Token> words(parts.size());
  for (std::size_t i = 0; i < parts.size(); ++i) {
    Token& word = words[i];
    if (i == top) word = compound_token;
    word.form = parts[i].form;
    word.span = parts[i].span;
    if (i != top && !is_hyphen(parts[i])) tagger.tag(word, feats);
    if (i != top && is_proper(compound_token.xpos) && word.xpos != Xpos::Cd && !is_hyphen(parts[i])) {
      word.upos = compound_token.upos;
      word.xpos = compound_token.xpos;
      word.feats = compound_token.feats;
    }
  }
  const bool is_range = words.front().xpos == Xpos::Cd && words.back().xpos == Xpos::Cd && words.size() == 3;
  words[top].head = kRootHead;
  for (std::uint32_t i = 0; i < words.size(); ++i) {
    Token& word = words[i];
    if (is_hyphen(parts[i])) {
      // It depends on its neighbour on the side away from the top.
      word.head = i < top ? i - 1 : i + 1;
      word.upos = is_range ? Upos::Sym : Upos::Punct;
      word.xpos = is_range ? Xpos::Sym : Xpos::Hyph;
      word.deprel = is_range ? Deprel::Case : Deprel::Punct;
      word.lemma = word.form;
      continue;
    }
    lemmatizer.lemmatize(word.form, word.xpos, word.lemma);
    if (i == top) continue;
    const bool counts_next = i < top && i + 2 < top && word.xpos == Xpos::Cd && is_noun(words[i + 2].xpos);
    word.head = counts_next ? i + 2 : top;
    word.deprel =
        i < top ? relation_before(word.xpos, words[word.head].xpos) : relation_after(word, words[top]);
  }
  return words;
}

void split_sentence(Sentence& sent, std::span<const Compound> compounds, const WordTagger& tagger,
                    const Lemmatizer& lemmatizer, Feats feats) {
  const auto count = static_cast<std::uint32_t>(sent.tokens.size());
  std::vector<std::uint32_t> first(count + 1);  // the first word of each token
  std::vector<std::uint32_t> top(count);        // the word that its dependents depend on
  std::vector<Token> words;
  std::size_t next = 0;
  for (std::uint32_t i = 0; i < count; ++i) {
    first[i] = top[i] = static_cast<std::uint32_t>(words.size());
    if (next == compounds.size() || compounds[next].token != i) {
      words.push_back(std::move(sent.tokens[i]));
      continue;
    }
    const Token& tok = sent.tokens[i];
    for (Token& word : make_words(tok, compounds[next++], tagger, lemmatizer, feats)) {
      if (word.head == kRootHead) {
        top[i] = static_cast<std::uint32_t>(words.size());
        word.head = tok.head;
        words.push_back(std::move(word));
        continue;
      }
      // Heads within the compound are marked by counting from the end of the sentence's tokens.
      word.head += count + first[i];
      words.push_back(std::move(word));
    }
  }
  first[count] = static_cast<std::uint32_t>(words.size());
  for (Token& word : words) {
    if (word.head == kRootHead) continue;
    word.head = word.head < count ? top[word.head] : word.head - count;
  }
  for (Name& name : sent.names) name.tokens = {first[name.tokens.begin], first[name.tokens.end]};
  for (MultiwordToken& multiword : sent.multiword) {
    const std::uint32_t begin = first[multiword.tokens.begin + 1] - 1;
    multiword.tokens = {begin, first[multiword.tokens.end]};
    if (multiword.span.begin < words[begin].span.begin && words[begin].span.end <= multiword.span.end)
      multiword.span.begin = words[begin].span.begin;
  }
  sent.tokens = std::move(words);
}

}  // namespace

WordTagger::WordTagger(std::span<const std::uint64_t> keys, std::span<const WordTags> tags,
                       std::vector<std::string> feats_bundles)
    : feats_bundles_(std::move(feats_bundles)) {
  tags_.reserve(keys.size());
  for (std::size_t i = 0; i < keys.size(); ++i) tags_.emplace(keys[i], tags[i]);
}

void WordTagger::tag(Token& word, Feats feats) const {
  const auto known = tags_.find(word_hash(word.form));
  const WordTags tags = known == tags_.end() ? tags_of_unknown(word.form) : known->second;
  word.upos = tags.upos;
  word.xpos = tags.xpos;
  if (feats == Feats::Predict && known != tags_.end()) word.feats = feats_bundles_[tags.feats];
}

void split_compounds(Document& doc, std::span<const Compound> compounds, const WordTagger& tagger,
                     const Lemmatizer& lemmatizer, Feats feats) {
  for (std::size_t begin = 0; begin < compounds.size();) {
    std::size_t end = begin;
    while (end < compounds.size() && compounds[end].sentence == compounds[begin].sentence) ++end;
    split_sentence(doc.sentences[compounds[begin].sentence], compounds.subspan(begin, end - begin), tagger,
                   lemmatizer, feats);
    begin = end;
  }
}

}  // namespace actorgraph
