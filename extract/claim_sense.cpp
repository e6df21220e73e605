#include "extract/claim_sense.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "extract/clause.hpp"
#include "extract/word_list.hpp"

namespace actorgraph {
namespace {

constexpr std::array<std::string_view, 14> kTimeZones = {"AKST", "BST", "CDT", "CST", "EDT", "EST", "ET",
                                                         "GMT",  "HST", "IST", "MDT", "PDT", "PST", "UTC"};
// "News / World / Africa / ...": slashes further back are of the sentence.
constexpr std::uint32_t kLongestTrail = 16;
constexpr std::array<std::string_view, 21> kPointers = {
    "all",  "anybody",  "anyone",  "anything",  "everybody", "everyone", "everything",
    "less", "little",   "more",    "much",      "nothing",   "one",      "others",
    "some", "somebody", "someone", "something", "that",      "these",    "this"};

// "that", "all" alone, and not "those in power".
bool is_bare_pointer(const DependencyTree& tree, std::uint32_t tok) {
  const Token& word = tree[tok];
  if (word.upos != Upos::Pron && word.upos != Upos::Det && word.upos != Upos::Num) return false;
  if (!contains(kPointers, lower_form(word))) return false;
  const auto children = tree.children(tok);
  return std::all_of(children.begin(), children.end(), [&](std::uint32_t child) {
    const Deprel relation = universal(tree[child].deprel);
    return relation == Deprel::Case || relation == Deprel::Punct || relation == Deprel::Cc ||
           relation == Deprel::Acl || relation == Deprel::Advmod;
  });
}

// Verbs and adjectives that say nothing of their subject without a phrase beside them: "he lives", "it is
// difficult".
constexpr std::array<std::string_view, 57> kWantsMore = {
    "act",    "appear", "base", "become", "begin", "belong",  "bother", "come", "consist", "cope",
    "deal",   "depend", "do",   "exist",  "feel",  "find",    "focus",  "get",  "give",    "go",
    "happen", "have",   "head", "help",   "hold",  "involve", "keep",   "know", "lead",    "like",
    "live",   "look",   "make", "matter", "mean",  "need",    "occur",  "put",  "rely",    "remain",
    "run",    "say",    "see",  "seem",   "sit",   "stand",   "stay",   "take", "tend",    "think",
    "try",    "turn",   "use",  "wait",   "want",  "watch",   "work"};
constexpr std::array<std::string_view, 20> kAdjectivesWantMore = {
    "able",  "aware", "capable", "certain",    "clear",  "difficult", "due",
    "easy",  "free",  "hard",    "impossible", "likely", "necessary", "possible",
    "prone", "ready", "set",     "sure",       "unable", "willing"};

bool wants_more(const Claim& claim) {
  if (claim.event && !claim.event->plover.empty()) return false;
  if (!claim.arguments.empty() || claim.time || claim.place) return false;
  if (!claim.object) return contains(kWantsMore, claim.relation.lemma);
  return claim.relation.lemma == "be" && contains(kAdjectivesWantMore, claim.object->text);
}

}  // namespace

std::uint32_t find_headline_end(const Sentence& sent) {
  std::uint32_t end = 0;
  std::uint32_t slashes = 0;
  for (std::uint32_t i = 0; i + 1 < sent.tokens.size(); ++i) {
    const std::string& form = sent.tokens[i].form;
    const std::string& next = sent.tokens[i + 1].form;
    if (form == "/" && i < kLongestTrail && ++slashes > 1) end = i + 2;
    const bool stamp = form == "Posted" || form == "Published" || form == "Updated" || form == "UPDATED";
    if (stamp && i > 0 && (next == ":" || (next[0] >= 'A' && next[0] <= 'Z'))) end = i + 1;
    const bool clock = i > 1 && (sent.tokens[i - 1].form == "AM" || sent.tokens[i - 1].form == "PM");
    if (clock && contains(kTimeZones, form)) end = i + 1;
    if (form.ends_with(".html")) end = i + 1;
  }
  return end;
}

bool joins_headline(std::uint32_t headline_end, const Words& relation, std::optional<std::uint32_t> subject,
                    std::optional<std::uint32_t> object) {
  if (headline_end == 0) return false;
  bool before = false;
  bool behind = false;
  const auto look = [&](std::uint32_t tok) { (tok < headline_end ? before : behind) = true; };
  if (subject) look(*subject);
  if (object) look(*object);
  for (const std::uint32_t tok : relation) look(tok);
  return before && behind;
}

bool is_address(const Token& tok) {
  const std::string& form = tok.form;
  return form.find("://") != std::string::npos || form.starts_with("www.") || form.ends_with(".html") ||
         std::count(form.begin(), form.end(), '-') > 4;
}

bool says_nothing(const Claim& claim, const DependencyTree& tree, std::optional<std::uint32_t> subject,
                  std::optional<std::uint32_t> object) {
  if (object && is_bare_pointer(tree, *object) && claim.object->text == tree[*object].form) return true;
  // Whose attack "its attack" is nobody knows.
  if (subject && tree[*subject].deprel == Deprel::NmodPoss && tree[*subject].upos == Upos::Pron &&
      claim.subject.text == tree[*subject].form) {
    return true;
  }
  // "a sign of what"
  const auto asks = [](const std::string& text) {
    return text.ends_with(" what") || text.ends_with(" which");
  };
  if (asks(claim.subject.text) || (claim.object && asks(claim.object->text))) return true;
  if (wants_more(claim)) return true;
  if (claim.relation.lemma != "be" || !claim.object) return false;
  constexpr std::array<std::string_view, 4> kPointing = {"that", "these", "this", "those"};
  if (subject && tree[*subject].deprel == Deprel::Nsubj && claim.subject.text == tree[*subject].form &&
      contains(kPointing, lower_form(tree[*subject]))) {
    return true;
  }
  // "Ana Lind is the judges Ana Lind and Ben Moe"
  if (claim.subject.text.size() > 3 && claim.object->text.find(claim.subject.text) != std::string::npos)
    return true;
  return !claim.subject.actor.empty() && claim.subject.actor == claim.object->actor;
}

}  // namespace actorgraph
