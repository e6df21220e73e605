#include "language/compound_splitter.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "language/hyphens.hpp"
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
bool is_adjective(Xpos tag) {
  return tag == Xpos::Jj || tag == Xpos::Jjr || tag == Xpos::Jjs;
}
bool is_adverb(Xpos tag) {
  return tag == Xpos::Rb || tag == Xpos::Rbr || tag == Xpos::Rbs;
}

bool is_pronoun(Xpos tag) {
  return tag == Xpos::Prp || tag == Xpos::PrpPoss;
}
/// "US", "IT": words are known by their small letters, in which these are pronouns.
bool is_acronym(std::string_view word) {
  return word.size() > 1 && std::all_of(word.begin(), word.end(), is_capital);
}

WordTags tags_of_unknown(std::string_view word) {
  if (is_digit(word[0])) return {Upos::Num, Xpos::Cd, 0};
  if (is_capital(word[0])) return {Upos::Propn, Xpos::Nnp, 0};
  if (ends_with(word, "ly")) return {Upos::Adv, Xpos::Rb, 0};
  if (ends_with(word, "ing")) return {Upos::Verb, Xpos::Vbg, 0};
  if (ends_with(word, "ed")) return {Upos::Verb, Xpos::Vbn, 0};
  return {Upos::Noun, Xpos::Nn, 0};
}

/// Adverbs that look like adjectives, before a participle: "ill-advised", "wide-ranging".
bool is_flat_adverb(std::string_view word) {
  constexpr std::array<std::string_view, 14> kAdverbs = {"ill",  "little", "long", "wide",  "hard",
                                                         "fast", "far",    "deep", "close", "high",
                                                         "low",  "fresh",  "free", "best"};
  return std::find(kAdverbs.begin(), kAdverbs.end(), word) != kAdverbs.end();
}

bool is_article_of_name(std::string_view word) {
  constexpr std::array<std::string_view, 12> kArticles = {"al", "Al", "AL", "el", "El", "an",
                                                          "An", "as", "As", "ul", "Ul", "ad"};
  return std::find(kArticles.begin(), kArticles.end(), word) != kArticles.end();
}

bool is_range(std::span<const Compound::Part> parts) {
  return is_digit(parts.front().form[0]) && is_digit(parts.back().form[0]);
}

/// Whether the first of a name's words heads the others: in people's names, after an article, a letter or
/// before a small word ("al-Shira", "X-ray", "Hizb-e-Islami"), not in "Iran-Iraq" or "Comic-Con".
bool begins_with_head(std::span<const Compound::Part> parts, bool is_person) {
  if (is_person || is_article_of_name(parts[0].form) || parts[0].form.size() == 1) return true;
  return std::any_of(parts.begin() + 1, parts.end(), [](const Compound::Part& part) {
    return !is_hyphen(part) && !is_capital(part.form[0]) && static_cast<unsigned char>(part.form[0]) < 0x80;
  });
}

/// One compound, its words and what is known of them.
class CompoundTree {
 public:
  CompoundTree(const Token& whole, std::span<const Compound::Part> parts, bool is_person,
               const WordTagger& tagger, Feats feats)
      : parts_(parts), words_(parts.size()) {
    for (std::size_t i = 0; i < parts.size(); ++i) {
      words_[i].form = parts[i].form;
      words_[i].span = parts[i].span;
      if (!is_hyphen(parts[i])) tagger.tag(words_[i], feats);
    }
    find_link();
    top_ = find_top(whole.xpos, is_person);
    take_tags(whole);
    words_[top_].head = kRootHead;
    words_[top_].deprel = whole.deprel;
    is_flat_ = whole.deprel == Deprel::Flat && top_ == 0 && link_ == 0;
    for (std::size_t i = 0; i < parts.size(); ++i)
      if (!is_hyphen(parts[i]) && i != top_) attach_word(i);
    for (std::size_t i = 0; i < parts.size(); ++i)
      if (is_hyphen(parts[i])) attach_hyphen(i);
  }

  /// Heads are counted from the first word; the top has kRootHead, and so have all words of a compound that
  /// is a later part of a name ("Fritz al-Shira").
  [[nodiscard]] std::vector<Token> take_words() && { return std::move(words_); }

 private:
  [[nodiscard]] std::size_t last() const { return parts_.size() - 1; }

  /// A preposition or conjunction between other words: "state-of-the-art", "do-or-die".
  void find_link() {
    const Xpos first = words_.front().xpos;
    if (first == Xpos::In || first == Xpos::Rp || first == Xpos::To || first == Xpos::Dt) return;
    for (std::size_t i = 1; i < last() && link_ == 0; ++i) {
      const Xpos tag = words_[i].xpos;
      if (!is_hyphen(parts_[i]) && (tag == Xpos::In || tag == Xpos::To || tag == Xpos::Cc)) link_ = i;
    }
  }

  [[nodiscard]] std::size_t find_top(Xpos tag, bool is_person) const {
    const std::string_view end = parts_.back().form;
    const bool is_numbered = is_capital(parts_.front().form[0]) && is_digit(end[0]);
    const bool has_particle =
        parts_.size() == 3 && is_particle(end) && (is_verb(tag) || is_adjective_of_verb(tag));
    const bool is_first = link_ > 0 || is_range(parts_) || is_numbered || has_particle ||
                          (is_proper(tag) && begins_with_head(parts_, is_person));
    return is_first ? 0 : last();
  }

  /// "built-in": the whole is an adjective, its first word a verb.
  [[nodiscard]] bool is_adjective_of_verb(Xpos tag) const {
    return is_adjective(tag) && is_verb(words_.front().xpos);
  }

  /// The top has the tags of the whole, but a verb within an adjective keeps its own, and so have the other
  /// words of a name.
  void take_tags(const Token& whole) {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      Token& word = words_[i];
      if (is_hyphen(parts_[i]) || (link_ > 0 && !is_proper(whole.xpos))) continue;
      const bool is_part_of_name = is_proper(whole.xpos) && word.xpos != Xpos::Cd && i != link_;
      if (i == 0 && top_ == 0 && is_adjective_of_verb(whole.xpos)) continue;
      if (i == top_ || (is_part_of_name && link_ == 0)) {
        word.upos = whole.upos;
        word.xpos = whole.xpos;
        word.feats = whole.feats;
      } else if (is_verb(whole.xpos) && is_flat_adverb(word.form)) {
        word.upos = Upos::Adv;
        word.xpos = Xpos::Rb;
        word.feats.clear();
      }
    }
  }

  void attach_word(std::size_t i) {
    Token& word = words_[i];
    if (is_flat_) {
      word.head = kRootHead;
      word.deprel = Deprel::Flat;
      return;
    }
    std::size_t head = top_;
    if (link_ > 0 && i >= link_ && i < last()) head = last();
    const bool counts_next = i < top_ && i + 2 < top_ && word.xpos == Xpos::Cd && is_noun(words_[i + 2].xpos);
    if (counts_next) head = i + 2;
    word.head = static_cast<std::uint32_t>(head);
    if (link_ > 0 && i == last()) {
      word.deprel = words_[link_].xpos == Xpos::Cc ? Deprel::Conj
                    : is_verb(words_[top_].xpos)   ? Deprel::Obl
                                                   : Deprel::Nmod;
    } else {
      word.deprel = i < head ? relation_before(word.xpos, words_[head].xpos) : relation_after(i);
    }
  }

  [[nodiscard]] static Deprel relation_before(Xpos part, Xpos head) {
    if (part == Xpos::Cd && (is_noun(head) || is_proper(head))) return Deprel::Nummod;
    if (is_adjective(part) && (is_noun(head) || is_adjective(head))) return Deprel::Amod;
    if (is_adverb(part)) return Deprel::Advmod;
    if ((part == Xpos::In || part == Xpos::Rp) && !is_verb(head)) return Deprel::Case;
    if (part == Xpos::To) return is_verb(head) ? Deprel::Mark : Deprel::Case;
    if (part == Xpos::Dt) return Deprel::Det;
    if (part == Xpos::Cc) return Deprel::Cc;
    if (is_proper(part) && is_verb(head)) return Deprel::OblUnmarked;
    return Deprel::Compound;
  }

  [[nodiscard]] Deprel relation_after(std::size_t i) const {
    if (words_[top_].xpos == Xpos::Cd && words_[i].xpos == Xpos::Cd) return Deprel::Nmod;
    return is_particle(words_[i].form) ? Deprel::CompoundPrt : Deprel::Flat;
  }

  /// A hyphen depends on the highest word of the unit that it sets off: of its two sides, the one whose
  /// highest word depends on the other. An article ("al-Shira") keeps its own.
  void attach_hyphen(std::size_t i) {
    Token& hyphen = words_[i];
    const auto climb = [&](std::size_t from, auto is_inside) {
      while (words_[from].head != kRootHead && is_inside(words_[from].head)) from = words_[from].head;
      return from;
    };
    const std::size_t left = climb(i - 1, [&](std::size_t at) { return at < i; });
    const std::size_t right = climb(i + 1, [&](std::size_t at) { return at > i; });
    const bool is_of_left =
        !is_flat_ && (words_[left].head != kRootHead || is_article_of_name(words_[left].form));
    hyphen.head = static_cast<std::uint32_t>(is_of_left ? left : right);
    const bool is_symbol = words_.size() == 3 && is_range(parts_);
    hyphen.upos = is_symbol ? Upos::Sym : Upos::Punct;
    hyphen.xpos = is_symbol ? Xpos::Sym : Xpos::Hyph;
    hyphen.deprel = is_symbol ? Deprel::Case : Deprel::Punct;
    hyphen.lemma = hyphen.form;
  }

  std::span<const Compound::Part> parts_;
  std::vector<Token> words_;
  std::size_t link_ = 0;  ///< index of the word that links the others; 0: none
  std::size_t top_ = 0;
  bool is_flat_ = false;  ///< whether all words depend on the head of the whole
};

bool is_in_person(const Sentence& sent, std::uint32_t token) {
  return std::any_of(sent.names.begin(), sent.names.end(), [&](const Name& name) {
    return name.type == NameType::Person && name.tokens.begin <= token && token < name.tokens.end;
  });
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
    const std::vector<Compound::Part>& parts = compounds[next++].parts;
    bool has_top = false;
    for (Token& word : CompoundTree(tok, parts, is_in_person(sent, i), tagger, feats).take_words()) {
      if (word.lemma.empty()) lemmatizer.lemmatize(word.form, word.xpos, word.lemma);
      if (word.head == kRootHead) {
        if (!has_top) top[i] = static_cast<std::uint32_t>(words.size());
        has_top = true;
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
  const bool is_known = known != tags_.end() && !(is_acronym(word.form) && is_pronoun(known->second.xpos));
  const WordTags tags = is_known ? known->second : tags_of_unknown(word.form);
  word.upos = tags.upos;
  word.xpos = tags.xpos;
  if (feats == Feats::Predict && is_known) word.feats = feats_bundles_[tags.feats];
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
