#include "extract/mention.hpp"

#include <array>
#include <string_view>

#include "extract/noun_phrase.hpp"

namespace actorgraph {
namespace {

// A name that modifies a noun: "U.S." of "U.S. troops", "Russian" of "Russian attack".
bool is_modifier_name(const DependencyTree& tree, std::uint32_t tok) {
  const Token& word = tree[tok];
  if (word.deprel != Deprel::Compound && word.deprel != Deprel::Amod && word.deprel != Deprel::NmodUnmarked &&
      !(word.deprel == Deprel::Conj && word.head != kRootHead && word.head < tok &&
        (tree[word.head].deprel == Deprel::Compound || tree[word.head].deprel == Deprel::Amod))) {
    return false;
  }
  const auto name = tree.name_of(tok);
  if (name) {
    const std::uint32_t head = word.head;
    return !tree.sentence().names[*name].tokens.contains(head) || word.deprel == Deprel::Conj;
  }
  return false;
}

Number number_of(const Token& tok, MentionType type) {
  if (type == MentionType::Pronoun) {
    constexpr std::array<std::string_view, 13> kPlural = {
        "we",     "us",        "our",        "ours",  "they",  "them", "their",
        "theirs", "ourselves", "themselves", "these", "those", "both"};
    constexpr std::array<std::string_view, 19> kSingular = {
        "i",  "me",  "my",     "mine",    "he",      "him",    "his",  "she",  "her", "hers",
        "it", "its", "myself", "himself", "herself", "itself", "this", "that", "one"};
    std::string form = tok.form;
    for (char& c : form) {
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    for (const std::string_view word : kPlural) {
      if (form == word) return Number::Plural;
    }
    for (const std::string_view word : kSingular) {
      if (form == word) return Number::Singular;
    }
    return Number::Unknown;
  }
  if (tok.feats.find("Number=Plur") != std::string::npos) return Number::Plural;
  if (tok.feats.find("Number=Sing") != std::string::npos) return Number::Singular;
  if (tok.xpos == Xpos::Nns || tok.xpos == Xpos::Nnps) return Number::Plural;
  if (tok.xpos == Xpos::Nn || tok.xpos == Xpos::Nnp) return Number::Singular;
  return Number::Unknown;
}

MentionType type_of(const DependencyTree& tree, std::uint32_t head) {
  const Token& tok = tree[head];
  if (tok.upos == Upos::Pron) return MentionType::Pronoun;
  if (tree.name_of(head)) return MentionType::Name;
  if (tok.upos == Upos::Propn) return MentionType::Name;
  if (tok.upos == Upos::Det && tree.children(head).empty()) return MentionType::Pronoun;  // "this", "both"
  return MentionType::Nominal;
}

void add_mentions(const Document& doc, const DependencyTree& tree, std::uint32_t index,
                  std::vector<Mention>& mentions) {
  const Sentence& sent = tree.sentence();
  const auto add = [&](std::uint32_t head, const Words& words) {
    if (words.empty()) return;
    Mention mention;
    mention.sentence = index;
    mention.head = head;
    mention.tokens = {words.front(), words.back() + 1};
    mention.text = words_text(doc, sent, words);
    mention.span = words_span(sent, words);
    mention.type = type_of(tree, head);
    mention.number = number_of(sent.tokens[head], mention.type);
    if (const auto name = tree.name_of(head)) mention.name_type = sent.names[*name].type;
    mentions.push_back(std::move(mention));
  };
  for (std::uint32_t tok = 0; tok < tree.size(); ++tok) {
    if (is_nominal(tree, tok)) {
      const Words words = phrase_words(tree, tok);
      const Words modifiers = distributed_modifiers(tree, tok);
      if (modifiers.empty()) {
        add(tok, words);
      } else {
        for (const std::uint32_t modifier : modifiers)
          add(tok, keep_modifier(tree, words, modifiers, modifier));
      }
    } else if (is_modifier_name(tree, tok)) {
      const TokenRange range = sent.names[*tree.name_of(tok)].tokens;
      Words words;
      for (std::uint32_t word = range.begin; word < range.end; ++word) words.push_back(word);
      const bool known =
          !mentions.empty() && mentions.back().sentence == index && mentions.back().tokens == range;
      if (known) continue;
      add(tok, words);
    }
  }
}

}  // namespace

std::vector<Mention> find_mentions(const Document& doc, const std::vector<DependencyTree>& trees) {
  std::vector<Mention> mentions;
  for (std::uint32_t i = 0; i < trees.size(); ++i) add_mentions(doc, trees[i], i, mentions);
  return mentions;
}

}  // namespace actorgraph
