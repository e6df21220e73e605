#include "extract/noun_phrase.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "extract/string_map.hpp"
#include "extract/word_list.hpp"

namespace actorgraph {
namespace {

constexpr std::array<std::string_view, 45> kTimeNouns = {
    "afternoon", "april",    "august",  "autumn",    "century", "day",     "decade", "december", "evening",
    "fall",      "february", "friday",  "hour",      "january", "july",    "june",   "march",    "may",
    "midnight",  "minute",   "monday",  "month",     "morning", "night",   "noon",   "november", "october",
    "quarter",   "saturday", "second",  "september", "spring",  "summer",  "sunday", "thursday", "today",
    "tomorrow",  "tonight",  "tuesday", "wednesday", "week",    "weekend", "winter", "year",     "yesterday"};

// Nouns of time in both numbers.
const StringSet& time_words() {
  static const StringSet words = [] {
    StringSet set;
    for (const std::string_view noun : kTimeNouns) {
      set.emplace(noun);
      set.emplace(std::string(noun) + 's');
    }
    return set;
  }();
  return words;
}

constexpr std::array<std::string_view, 30> kFocus = {
    "even",      "also",    "not",      "n't",      "never",    "especially", "particularly", "mainly",
    "just",      "then",    "only",     "still",    "already",  "now",        "again",        "instead",
    "however",   "once",    "thus",     "too",      "actually", "allegedly",  "apparently",   "certainly",
    "currently", "perhaps", "possibly", "probably", "really",   "reportedly"};

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return result;
}

bool is_verbal_child(Deprel relation) {
  switch (relation) {
    case Deprel::Acl:
    case Deprel::AclRelcl:
    case Deprel::Advcl:
    case Deprel::AdvclRelcl:
    case Deprel::Ccomp:
    case Deprel::Csubj:
    case Deprel::Parataxis:
    case Deprel::Appos:
    case Deprel::Dislocated:
    case Deprel::Vocative:
    case Deprel::Discourse:
    case Deprel::List:
    case Deprel::Orphan:
    case Deprel::Reparandum:
      return true;
    default:
      return false;
  }
}

// Children of a predicate noun that belong to its clause, not to its phrase.
bool is_clause_child(Deprel relation) {
  switch (universal(relation)) {
    case Deprel::Nsubj:
    case Deprel::Cop:
    case Deprel::Aux:
    case Deprel::Mark:
    case Deprel::Obl:
    case Deprel::Obj:
    case Deprel::Iobj:
    case Deprel::Xcomp:
    case Deprel::Expl:
    case Deprel::Root:
      return true;
    default:
      return false;
  }
}

// "on Monday", "last year" behind a noun; not "of the year".
bool is_date(const DependencyTree& tree, std::uint32_t tok) {
  const Token& word = tree[tok];
  if (universal(word.deprel) != Deprel::Nmod && word.deprel != Deprel::OblUnmarked) return false;
  if (word.deprel == Deprel::NmodPoss || word.deprel == Deprel::NmodDesc || tok < word.head ||
      !is_time_word(word)) {
    return false;
  }
  if (word.deprel == Deprel::NmodUnmarked || word.deprel == Deprel::OblUnmarked) return true;
  const auto preposition = tree.find_child(tok, {Deprel::Case});
  return !preposition || tree[*preposition].form != "of";
}

// "including two soldiers" behind "five people".
bool is_example(const DependencyTree& tree, std::uint32_t tok) {
  if (tree[tok].deprel != Deprel::Nmod || tok < tree[tok].head) return false;
  const auto preposition = tree.find_child(tok, {Deprel::Case});
  if (!preposition) return false;
  const std::string form = lower(tree[*preposition].form);
  return form == "including" || (form == "such" && tree.has_child(*preposition, {Deprel::Fixed}));
}

// "Ana Lind, 74,"
bool is_age(const DependencyTree& tree, std::uint32_t tok) {
  return tree[tok].upos == Upos::Num && tok > tree[tok].head && tree[tok - 1].form == "," &&
         tree[tok].deprel == Deprel::NmodUnmarked;
}

// "ways to win": a way is nothing without what it leads to.
bool is_content_of_way(const DependencyTree& tree, std::uint32_t noun, std::uint32_t clause) {
  const std::string form = lower(tree[noun].form);
  if (form != "way" && form != "ways" && form != "means") return false;
  const auto mark = tree.find_child(clause, {Deprel::Mark});
  return clause > noun && mark && lower(tree[*mark].form) == "to";
}

// Words that weigh or deny a phrase and are no part of it: "even soldiers", "not safe".
bool is_focus(const Token& word, std::uint32_t tok, std::uint32_t head) {
  if (word.deprel != Deprel::Advmod || tok > head) return false;
  const std::string form = lower(word.form);
  return contains(kFocus, form);
}

// "help, according to the mayor", "the attack despite the truce": what the clause says, not the phrase.
bool is_circumstance(const DependencyTree& tree, std::uint32_t tok) {
  if (tree[tok].deprel != Deprel::Nmod || tok < tree[tok].head) return false;
  const auto preposition = tree.find_child(tok, {Deprel::Case});
  if (!preposition) return false;
  const std::string form = lower(tree[*preposition].form);
  return form == "according" || form == "despite" || form == "because" || form == "amid";
}

// "Chad along with its allies": others that do the same.
bool is_companion(const DependencyTree& tree, std::uint32_t tok) {
  if (tree[tok].deprel != Deprel::Nmod || tok < tree[tok].head) return false;
  const auto preposition = tree.find_child(tok, {Deprel::Case});
  if (!preposition) return false;
  const std::string form = lower(tree[*preposition].form);
  if (form == "along" || form == "together")
    return *preposition + 1 < tok && tree[*preposition + 1].form == "with";
  const bool aside = *preposition > 0 && tree[*preposition - 1].form == ",";
  return aside && (form == "like" || form == "unlike" || form == "alongside");
}

// "in Oslo" behind a noun.
bool is_locative(const DependencyTree& tree, std::uint32_t tok) {
  const auto preposition = tree.find_child(tok, {Deprel::Case});
  if (!preposition) return false;
  const std::string form = lower(tree[*preposition].form);
  if (form != "in" && form != "at" && form != "near" && form != "on") return false;
  const auto name = tree.name_of(tok);
  if (!name) return false;
  const NameType type = tree.sentence().names[*name].type;
  return type == NameType::Gpe || type == NameType::Loc || type == NameType::Fac;
}

// Marks the whole subtree of a modifier, without its clauses and appositives.
void add_modifier(const DependencyTree& tree, std::uint32_t tok, Words& words) {
  words.push_back(tok);
  for (const std::uint32_t child : tree.children(tok)) {
    const Deprel relation = tree[child].deprel;
    if (is_verbal_child(relation) || relation == Deprel::Punct || is_date(tree, child)) continue;
    if (is_example(tree, child) || is_age(tree, child)) continue;
    if (relation == Deprel::CcPreconj) continue;  // "both"
    add_modifier(tree, child, words);
  }
}

// The same without what is coordinated and what hangs behind: "of the rebels" for "of the rebels and militias
// in the north".
void add_short_modifier(const DependencyTree& tree, std::uint32_t tok, Words& words) {
  words.push_back(tok);
  for (const std::uint32_t child : tree.children(tok)) {
    const Deprel relation = tree[child].deprel;
    if (relation == Deprel::Conj || (child > tok && universal(relation) == Deprel::Nmod)) continue;
    if (is_verbal_child(relation) || relation == Deprel::Punct || (child > tok && relation == Deprel::Amod))
      continue;
    add_short_modifier(tree, child, words);
  }
}

bool is_negative_determiner(const Token& tok) {
  return tok.upos == Upos::Det && lower(tok.form) == "no";
}

// A word before the phrase that a modifier brought along: "of composer Lind", "and makers". Not "at least".
bool opens_phrase(const Token& tok) {
  if (tok.deprel == Deprel::Cc || tok.upos == Upos::Punct || tok.xpos == Xpos::WpPoss) return true;
  return tok.deprel == Deprel::Case && (tok.form == "of" || tok.form == "by" || tok.form == "for" ||
                                        tok.form == "from" || tok.form == "with");
}

bool is_quoted_or_hyphen(const Token& tok) {
  return tok.upos == Upos::Punct;
}

}  // namespace

bool names_closely(const DependencyTree& tree, std::uint32_t tok) {
  const Token& word = tree[tok];
  if (word.deprel != Deprel::Appos || word.upos != Upos::Propn || word.head == kRootHead || word.head > tok)
    return false;
  if (tree[word.head].upos != Upos::Noun || tok > word.head + 6) return false;
  for (std::uint32_t at = word.head + 1; at < tok; ++at) {
    if (tree[at].upos != Upos::Det && tree[at].upos != Upos::Propn) return false;
  }
  return true;
}

bool is_article(const Token& tok) {
  if (tok.upos != Upos::Det) return false;
  const std::string form = lower(tok.form);
  return form == "the" || form == "a" || form == "an";
}

bool is_wh_word(const Token& tok) {
  if (tok.xpos == Xpos::Wdt || tok.xpos == Xpos::Wp || tok.xpos == Xpos::WpPoss || tok.xpos == Xpos::Wrb) {
    return true;
  }
  if (tok.xpos != Xpos::None) return false;
  const std::string form = lower(tok.form);
  return form == "who" || form == "which" || form == "whom" || form == "whose" || form == "what" ||
         form == "where" || form == "when" || form == "why" || form == "how";
}

bool is_time_word(const Token& tok) {
  if (tok.upos == Upos::Num || tok.xpos == Xpos::Cd) {
    return tok.form.size() == 4 && (tok.form[0] == '1' || tok.form[0] == '2') &&
           std::all_of(tok.form.begin(), tok.form.end(), [](char c) { return c >= '0' && c <= '9'; });
  }
  if (tok.upos != Upos::Noun && tok.upos != Upos::Propn && tok.upos != Upos::Adv) return false;
  std::string form = lower(tok.form);
  if (form == "a.m." || form == "p.m." || form == "am" || form == "pm" || form == "gmt") return true;
  if (tok.upos == Upos::Adv) return false;
  if (form.starts_with("mid-")) form.erase(0, 4);
  return time_words().contains(form);
}

bool is_nominal(const DependencyTree& tree, std::uint32_t tok) {
  const Token& word = tree[tok];
  switch (word.deprel) {
    case Deprel::Flat:
    case Deprel::Fixed:
    case Deprel::Goeswith:
    case Deprel::Nummod:
    case Deprel::Det:
    case Deprel::DetPredet:
    case Deprel::Case:
    case Deprel::Mark:
    case Deprel::Cc:
    case Deprel::CcPreconj:
    case Deprel::Punct:
    case Deprel::Amod:
    case Deprel::Advmod:
    case Deprel::Aux:
    case Deprel::AuxPass:
    case Deprel::Cop:
    case Deprel::Compound:
    case Deprel::CompoundPrt:
    case Deprel::Expl:
    case Deprel::Discourse:
    case Deprel::Reparandum:
      return false;
    default:
      break;
  }
  if (is_wh_word(word)) return false;
  switch (word.upos) {
    case Upos::Noun:
    case Upos::Propn:
    case Upos::Pron:
    case Upos::Sym:
    case Upos::X:
      return true;
    case Upos::Num:
    case Upos::Det:
    case Upos::Adj: {  // "the wounded", "five of them", "those in power"
      const Deprel relation = universal(word.deprel);
      const bool in_slot = relation == Deprel::Nsubj || relation == Deprel::Obj || relation == Deprel::Iobj ||
                           relation == Deprel::Obl || relation == Deprel::Nmod || relation == Deprel::Appos;
      if (in_slot) return true;
      return relation == Deprel::Conj && word.upos != Upos::Adj && word.head < tree.size() &&
             is_nominal(tree, word.head);
    }
    default:
      return false;
  }
}

Words phrase_words(const DependencyTree& tree, std::uint32_t head, PhraseOptions options) {
  Words words;
  words.reserve(options.most_words);
  words.push_back(head);
  Words trailing;  // heads of modifiers that stand behind
  const auto preposition = tree.find_child(head, {Deprel::Case});
  const std::uint32_t before_preposition = preposition && *preposition < head ? *preposition : 0;
  const auto add_child = [&](std::uint32_t child) {
    const Token& word = tree[child];
    const Deprel relation = word.deprel;
    if (is_example(tree, child) || is_focus(word, child, head) || is_circumstance(tree, child) ||
        is_companion(tree, child))
      return;
    const bool title = relation == Deprel::NmodDesc;
    if (names_closely(tree, child)) {  // "the newspaper Zenda Herald"
      add_modifier(tree, child, words);
      return;
    }
    if (relation == Deprel::Acl && is_content_of_way(tree, head, child)) {
      trailing.push_back(child);
      return;
    }
    if (is_verbal_child(relation) || is_clause_child(relation)) return;
    if (relation == Deprel::Case || relation == Deprel::Cc || relation == Deprel::Conj ||
        relation == Deprel::CcPreconj || relation == Deprel::Punct) {
      return;
    }
    if (title && options.titles == Titles::Drop && child < head) return;
    const bool nominal = universal(relation) == Deprel::Nmod && relation != Deprel::NmodPoss;
    if (is_date(tree, child) || is_age(tree, child)) return;
    if (relation == Deprel::Advmod && child > head) return;
    if (relation == Deprel::Advmod && child < before_preposition) return;  // "is now in custody"
    if (relation == Deprel::Amod && child > head && tree.has_child(child, {Deprel::Obl}))
      return;  // a clause of its own
    if (nominal && child > head) {
      if (options.places == Places::Drop && is_locative(tree, child)) return;
      trailing.push_back(child);
    } else {
      add_modifier(tree, child, words);
    }
  };
  for (const std::uint32_t child : tree.children(head)) add_child(child);

  // "students and lecturers from Oslo": what follows the last conjunct hangs from the first.
  if (tree[head].deprel == Deprel::Conj && tree[head].head != kRootHead) {
    const std::uint32_t first = tree[head].head;
    for (const std::uint32_t child : tree.children(first)) {
      if (tree[child].deprel == Deprel::Nmod && child > head && !is_time_word(tree[child])) {
        trailing.push_back(child);
      }
    }
  }

  for (const std::uint32_t part : trailing) {
    const std::size_t before = words.size();
    add_modifier(tree, part, words);
    if (words.size() > options.most_words) {  // "none of the farm unions or guilds ..."
      words.resize(before);
      add_short_modifier(tree, part, words);
    }
    if (words.size() > options.most_words) {
      words.resize(before);
      break;
    }
  }
  // A preposition inside the phrase: "15 to 20 fighters", "high per capita income".
  const std::uint32_t first_word = *std::min_element(words.begin(), words.end());
  for (const std::uint32_t child : tree.children(head)) {
    if (tree[child].deprel == Deprel::Case && child > first_word && child < head) words.push_back(child);
  }
  std::sort(words.begin(), words.end());

  // Punctuation between two kept neighbours belongs to the phrase: "Crawford, Texas".
  Words with_marks;
  with_marks.reserve(words.size() + 4);
  for (const std::uint32_t word : words) {
    if (!with_marks.empty() && word == with_marks.back() + 2 && is_quoted_or_hyphen(tree[word - 1])) {
      with_marks.push_back(word - 1);
    }
    with_marks.push_back(word);
  }
  std::size_t first = 0;
  while (first + 1 < with_marks.size() &&
         (is_article(tree[with_marks[first]]) || is_negative_determiner(tree[with_marks[first]]) ||
          opens_phrase(tree[with_marks[first]]))) {
    ++first;
  }
  with_marks.erase(with_marks.begin(), with_marks.begin() + static_cast<std::ptrdiff_t>(first));
  return with_marks;
}

Words distributed_modifiers(const DependencyTree& tree, std::uint32_t head) {
  for (const std::uint32_t child : tree.children(head)) {
    const Token& word = tree[child];
    if (child > head || (word.deprel != Deprel::Amod && word.deprel != Deprel::Compound)) continue;
    Words modifiers{child};
    for (const std::uint32_t next : tree.children(child)) {
      if (tree[next].deprel == Deprel::Conj && next < head) modifiers.push_back(next);
    }
    if (modifiers.size() < 2) continue;
    const bool names = std::all_of(modifiers.begin(), modifiers.end(), [&](std::uint32_t modifier) {
      const std::string& form = tree[modifier].form;
      return !form.empty() && form[0] >= 'A' && form[0] <= 'Z' && (modifier > 0 || tree.name_of(modifier));
    });
    const auto name = tree.name_of(child);
    const bool one_name =
        name && std::all_of(modifiers.begin(), modifiers.end(),
                            [&](std::uint32_t modifier) { return tree.name_of(modifier) == name; });
    if (one_name) continue;
    const bool plural = tree[head].xpos == Xpos::Nns || tree[head].xpos == Xpos::Nnps;
    const bool separate =
        tree.has_child(modifiers.back(), {Deprel::Det});  // "an Indian and a Nepalese worker"
    if ((names && (plural || separate)) || (plural && word.deprel == Deprel::Compound) || separate)
      return modifiers;
  }
  return {};
}

Words keep_modifier(const DependencyTree& tree, const Words& words, const Words& modifiers,
                    std::uint32_t modifier) {
  const auto belongs = [&](std::uint32_t word) {
    // The highest coordinated modifier on the way up decides.
    for (std::uint32_t at = word; at != kRootHead; at = tree[at].head) {
      if (std::find(modifiers.begin(), modifiers.end(), at) != modifiers.end()) {
        if (tree[word].deprel == Deprel::Cc && tree[word].head == at) return false;
        return at == modifier;
      }
    }
    return true;
  };
  Words kept;
  for (const std::uint32_t word : words) {
    const bool comma = tree[word].upos == Upos::Punct && word < modifiers.back();
    if (!comma && belongs(word)) kept.push_back(word);
  }
  return kept;
}

std::string words_text(const Document& doc, const Sentence& sent, const Words& words) {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Token& tok = sent.tokens[words[i]];
    if (i > 0) {
      const Token& before = sent.tokens[words[i - 1]];
      if (tok.span == before.span) continue;  // words of one multiword token: written once
      const bool neighbours = words[i] == words[i - 1] + 1;
      if (!neighbours || before.span.end < tok.span.begin) text += ' ';
    }
    const bool split = (words[i] + 1 < sent.tokens.size() && sent.tokens[words[i] + 1].span == tok.span &&
                        (i + 1 == words.size() || words[i + 1] != words[i] + 1)) ||
                       (words[i] > 0 && sent.tokens[words[i] - 1].span == tok.span &&
                        (i == 0 || words[i - 1] + 1 != words[i]));
    text += split ? std::string_view(tok.form) : slice(doc.article.text, tok.span);
  }
  return text;
}

ByteSpan words_span(const Sentence& sent, const Words& words) {
  if (words.empty()) return {};
  return {sent.tokens[words.front()].span.begin, sent.tokens[words.back()].span.end};
}

}  // namespace actorgraph
