#include "extract/speaker.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "extract/noun_phrase.hpp"
#include "extract/word_list.hpp"

namespace actorgraph {
namespace {

// Verbs of speech whose object hears it: "..., Lind told reporters".
constexpr std::array<std::string_view, 6> kTelling = {"assure", "brief",  "inform",
                                                      "notify", "remind", "tell"};

// Verbs of "as Lind says", which is no circumstance: "as Lind continues".
constexpr std::array<std::string_view, 11> kQuotable = {
    "explain", "note", "observe", "point out", "put", "recall", "remark", "report", "say", "tell", "write"};

bool fills(const Clause& clause, std::uint32_t tok) {
  const auto is_tok = [&](const Filler& filler) { return filler.tok == tok; };
  return std::any_of(clause.objects.begin(), clause.objects.end(), is_tok) ||
         std::find(clause.obliques.begin(), clause.obliques.end(), tok) != clause.obliques.end();
}

}  // namespace

Filler speaker_of(const DependencyTree& tree, const Lexicon& lexicon, const std::vector<Clause>& clauses,
                  const Clause& clause) {
  const Filler subject = clause.subjects.front();
  if (clause.link != Deprel::Acl || clause.parent == kNoClause) return subject;
  const Clause& above = clauses[clause.parent];
  const bool is_issued = lexicon.is_speech_noun(lemma_of(tree[subject.tok])) &&
                         above.voice == Voice::Active && !above.subjects.empty() && fills(above, subject.tok);
  return is_issued ? above.subjects.front() : subject;
}

std::optional<Filler> holder_of(const DependencyTree& tree, std::uint32_t noun, const Clause& clause) {
  const auto owner = tree.find_child(noun, {Deprel::NmodPoss});
  if (owner && !is_time_word(tree[*owner])) return Filler{*owner};  // not "today's news that"
  for (const std::uint32_t child : tree.children(noun)) {
    if (tree[child].deprel != Deprel::Nmod) continue;
    const std::string preposition = preposition_of(tree, child);
    if (preposition == "from" || preposition == "by") return Filler{child};
  }
  constexpr std::array<std::string_view, 6> kReceiving = {"demand", "get",     "hear",
                                                          "obtain", "receive", "win"};
  for (const std::uint32_t oblique : clause.obliques) {
    if (contains(kReceiving, clause.verb) && preposition_of(tree, oblique) == "from") return Filler{oblique};
  }
  constexpr std::array<std::string_view, 17> kVoicing = {
      "express", "voice", "raise", "make", "issue", "repeat", "reiterate", "give",     "offer",
      "renew",   "state", "have",  "hold", "air",   "share",  "announce",  "underline"};
  const bool is_voiced = contains(kVoicing, clause.verb) && clause.voice == Voice::Active &&
                         !clause.subjects.empty() && fills(clause, noun);
  return is_voiced ? std::optional(clause.subjects.front()) : std::nullopt;
}

std::optional<Filler> find_source(const DependencyTree& tree, const Clause& clause) {
  for (const std::uint32_t oblique : clause.obliques) {
    if (preposition_of(tree, oblique) == "according to") return Filler{oblique};
  }
  return std::nullopt;
}

bool is_inverted_speech(const DependencyTree& tree, const Lexicon& lexicon, const Clause& clause) {
  const bool is_aside =
      clause.link == Deprel::Parataxis ||
      (clause.link == Deprel::Advcl && has_marker(tree, clause, "as") && clause.own_subject &&
       contains(kQuotable, clause.verb)) ||
      (clause.link == Deprel::Conj && clause.own_subject && !tree.has_child(clause.head, {Deprel::Cc}));
  return is_aside && clause.parent != kNoClause && !clause.subjects.empty() &&
         lexicon.find_speech_verb(clause.verb) == SpeechKind::Speech &&
         (clause.objects.empty() || contains(kTelling, clause.verb)) &&
         !tree.has_child(clause.head, {Deprel::Ccomp});
}

bool is_reporting_aside(const DependencyTree& tree, const Clause& clause) {
  if (clause.link == Deprel::Parataxis) return true;
  if (clause.link != Deprel::AclRelcl) return false;
  const std::uint32_t noun = tree[clause.head].head;
  if (tree[noun].upos == Upos::Propn || tree.has_child(noun, {Deprel::NmodPoss})) return true;
  const std::uint32_t first = tree.subtree(clause.head).begin;
  if (first > 0 && tree[first - 1].form == ",") return true;
  const auto determiner = tree.find_child(noun, {Deprel::Det});
  if (!determiner) return false;
  const std::string form = lower_form(tree[*determiner]);
  return form != "a" && form != "an" && form != "some" && form != "any" && form != "no";
}

}  // namespace actorgraph
