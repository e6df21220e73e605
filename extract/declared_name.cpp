#include "extract/declared_name.hpp"

#include <algorithm>
#include <initializer_list>
#include <string_view>

#include "extract/name_matching.hpp"
#include "extract/word_list.hpp"

namespace actorgraph {
namespace {

using Mentions = std::vector<Mention>;
using Features = std::vector<MentionFeatures>;

bool is_dash(std::string_view form) {
  return among(form, {"-", "--", "\u2013", "\u2014"});
}

bool is_quote(std::string_view form) {
  return among(form, {"\"", "'", "`", "``", "''", "\u2018", "\u2019", "\u201c", "\u201d"});
}

/// Reads the words before a name from right to left.
class DeclarationReader {
 public:
  DeclarationReader(const DependencyTree& tree, std::uint32_t first) : tree_(tree), at_(first) {}

  /// Steps back over what declares a name, as "known as"; false where nothing does.
  bool read() {
    skip({"the", "a", "an", "simply", "its", "their"});
    if (is_before("as")) {
      const std::string_view verb = form(2);
      if (!among(verb, {"known", "abbreviated", "dubbed", "styled"})) return false;
      at_ -= 2;
    } else if (among(form(1), {"acronym", "initials", "abbreviation", "alias", "nickname", "name"}) &&
               among(form(2), {"the", "its", "their", "his", "her", "Arabic", "English", "French", "Spanish",
                               "Turkish", "Russian", "Portuguese"})) {
      at_ -= 2;
      skip({"the", "its", "their", "by", "under", "in", "with", "for", "short"});
      if (!is_before("known") && !is_before("called")) return false;
      at_ -= 1;
    } else if (among(form(1), {"formerly", "a.k.a.", "aka", "a.k.a", "alias", "n\u00e9e"})) {
      at_ -= 1;
      if (!among(form(1), {",", "("}) && !is_dash(form(1)) && tree_[at_].form == "formerly") return false;
    } else if (among(form(1), {"called", "dubbed", "nicknamed", "named"}) && is_participle(at_ - 1)) {
      at_ -= 1;
    } else {
      return false;
    }
    verb_ = at_;
    skip({"also",      "better",   "best",       "commonly", "widely",    "formally", "officially",
          "once",      "formerly", "previously", "often",    "sometimes", "locally",  "now",
          "popularly", "is",       "was",        "are",      "were",      "being",    "then",
          "and",       "or",       "who",        "which",    "that",      ",",        "("});
    return true;
  }

  [[nodiscard]] std::uint32_t at() const { return at_; }
  [[nodiscard]] std::uint32_t verb() const { return verb_; }

 private:
  [[nodiscard]] std::string_view form(std::uint32_t back) const {
    return at_ >= back ? std::string_view(tree_[at_ - back].form) : std::string_view();
  }
  [[nodiscard]] bool is_before(std::string_view word) const { return form(1) == word; }

  // "called" of "a group called X", not of "the minister called X".
  [[nodiscard]] bool is_participle(std::uint32_t tok) const {
    return universal(tree_[tok].deprel) == Deprel::Acl && tree_[tok].deprel != Deprel::AclRelcl;
  }

  void skip(std::initializer_list<std::string_view> words) {
    while (at_ > 0 && (among(form(1), words) || is_quote(form(1)) || is_dash(form(1)))) --at_;
  }

  const DependencyTree& tree_;
  std::uint32_t at_ = 0;
  std::uint32_t verb_ = 0;
};

// The mention of the sentence before `before` that ends at token `end` or, without one, whose head is `head`.
std::optional<std::uint32_t> find_before(const Mentions& mentions, std::uint32_t before, std::uint32_t end,
                                         std::uint32_t head = kRootHead) {
  std::optional<std::uint32_t> found;
  for (std::uint32_t i = before; i > 0; --i) {
    const Mention& mention = mentions[i - 1];
    if (mention.sentence != mentions[before].sentence) break;
    if (mention.type == MentionType::Pronoun) continue;
    if (mention.head == head) return i - 1;
    if (mention.tokens.end == end && !found) found = i - 1;
  }
  return found;
}

bool is_person(const MentionFeatures& features) {
  return features.name_type == NameType::Person;
}

bool is_place(const MentionFeatures& features) {
  return features.name_type == NameType::Gpe || features.name_type == NameType::Loc;
}

// "Y" of "X (Y)".
bool is_bracketed_name(const MentionFeatures& inner, const MentionFeatures& outer) {
  if (is_acronym_of(inner.name, outer.words) || is_acronym_of(outer.name, inner.words)) return true;
  // An acronym of the name in its own language: the name of a body and nothing but capitals.
  return outer.is_name && looks_like_acronym(inner.name) && inner.name.size() > 2 && outer.words.size() > 1 &&
         !is_person(outer) && !is_place(outer) && !is_place(inner);
}

}  // namespace

std::optional<std::uint32_t> find_declared(const std::vector<DependencyTree>& trees, const Mentions& mentions,
                                           const Features& features, std::uint32_t mention) {
  const Mention& m = mentions[mention];
  const MentionFeatures& f = features[mention];
  const DependencyTree& tree = trees[m.sentence];
  const std::uint32_t first = m.tokens.begin;
  const auto form = [&](std::uint32_t tok) -> std::string_view {
    return tok < tree.size() ? tree[tok].form : std::string_view();
  };
  if (first >= 1 && form(first - 1) == "(" && (form(m.tokens.end) == ")" || form(m.tokens.end) == ",")) {
    const auto other = find_before(mentions, mention, first - 1);
    if (other && is_bracketed_name(f, features[*other])) return other;
  }
  DeclarationReader reader(tree, first);
  if (reader.read()) {
    const Token& verb = tree[reader.verb()];
    const bool modifies = universal(verb.deprel) == Deprel::Acl;
    const auto other = find_before(mentions, mention, reader.at(), modifies ? verb.head : kRootHead);
    if (other && kinds_agree(f, features[*other])) return other;
  }
  // "known as X or Y", "Islamic State Khorasan, or ISIS-K"
  std::uint32_t before = first;
  while (before > 0 && (is_quote(form(before - 1)) || form(before - 1) == "the")) --before;
  if (before >= 2 && form(before - 1) == "or") {
    const bool comma = form(before - 2) == ",";
    const auto other = find_before(mentions, mention, comma ? before - 2 : before - 1);
    if (!other || !features[*other].is_name || is_person(f) != is_person(features[*other]))
      return std::nullopt;
    if (is_acronym_of(f.name, features[*other].words)) return other;
    if (comma && tree[m.head].deprel == Deprel::Conj && !is_person(f) && !is_place(f)) return other;
    if (!comma && find_declared(trees, mentions, features, *other)) return other;
  }
  return std::nullopt;
}

}  // namespace actorgraph
