#include "extract/extractor.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>
#include <tuple>
#include <utility>

#include "extract/actor_coding.hpp"
#include "extract/actor_dictionary.hpp"
#include "extract/attachment.hpp"
#include "extract/claim_builder.hpp"
#include "extract/clause.hpp"
#include "extract/coreference.hpp"
#include "extract/event_dates.hpp"
#include "extract/event_lexicon.hpp"
#include "extract/facts.hpp"
#include "extract/full_phrase.hpp"
#include "extract/lexicon.hpp"
#include "extract/light_verb.hpp"
#include "extract/nominal_events.hpp"
#include "extract/place_gazetteer.hpp"
#include "extract/predicate.hpp"
#include "extract/quotation.hpp"
#include "extract/verbal.hpp"
#include "extract/world.hpp"
#include "records/error.hpp"
#include "records/hash.hpp"

namespace actorgraph {

struct Extractor::Lexicon {
  actorgraph::Lexicon words;
  World world;
  ActorDictionary dictionary;  // the user's
  EventLexicon events;
  PlaceGazetteer gazetteer;
};

namespace {

std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::string text(std::istreambuf_iterator<char>(in), {});
  if (!in) throw IoError(path + ": cannot be read; expected a table or a dictionary of actors");
  return text;
}

// Where the mentions of each sentence begin, and where those of the last end.
std::vector<std::uint32_t> first_mentions(const std::vector<Mention>& mentions, std::size_t sentences) {
  std::vector<std::uint32_t> first;
  first.reserve(sentences + 1);
  std::uint32_t next = 0;
  for (std::uint32_t sentence = 0; sentence < sentences; ++sentence) {
    first.push_back(next);
    while (next < mentions.size() && mentions[next].sentence == sentence) ++next;
  }
  first.push_back(next);
  return first;
}

// The innermost clause that holds each token.
std::vector<std::uint32_t> clauses_of_tokens(const DependencyTree& tree, const std::vector<Clause>& clauses) {
  std::vector<std::uint32_t> clause_of(tree.size(), kNoClause);
  for (std::uint32_t i = 0; i < clauses.size(); ++i) clause_of[clauses[i].head] = i;
  std::vector<std::uint32_t> path;
  for (std::uint32_t tok = 0; tok < tree.size(); ++tok) {
    path.clear();
    std::uint32_t at = tok;
    while (at != kRootHead && clause_of[at] == kNoClause) {
      path.push_back(at);
      at = tree[at].head;
    }
    if (at == kRootHead) continue;
    for (const std::uint32_t step : path) clause_of[step] = clause_of[at];
  }
  return clause_of;
}

// What else than a time could be meant is one only where it stands as one: "waited three days", "in summer".
void drop_other_than_times(const Sentence& sent, std::vector<TimeExpression>& times) {
  std::erase_if(times, [&sent](const TimeExpression& time) {
    if (!time.weak || time.elapsed) return false;
    const Deprel relation = sent.tokens[head_of_range(sent, time.tokens)].deprel;
    if (relation == Deprel::OblUnmarked || relation == Deprel::Advmod) return false;
    return time.reference.type == TimeType::Duration ||
           (relation != Deprel::Obl && universal(relation) != Deprel::Nmod);
  });
}

std::vector<Proposition> draw_propositions(const SentenceView& view) {
  std::vector<Proposition> drawn;
  const auto take = [&drawn](std::vector<Proposition> more) {
    for (Proposition& fact : more) drawn.push_back(std::move(fact));
  };
  std::vector<std::uint32_t> used;
  for (std::uint32_t i = 0; i < view.clauses.size(); ++i) {
    std::vector<Proposition> light = draw_light_verb(view, i, used);
    const ObjectUse use = light.empty() ? ObjectUse::Free : ObjectUse::Spoken;
    take(std::move(light));
    take(draw_verbal(view, i, use));
    take(draw_predicate(view, i));
  }
  take(draw_nominal_events(view, used));
  take(draw_phrase_facts(view));
  return drawn;
}

auto order_of(const Claim& claim) {
  return std::make_tuple(claim.relation.span, claim.subject.span,
                         claim.object ? claim.object->span : ByteSpan{},
                         std::string_view(claim.relation.lemma));
}

// What makes two claims of one sentence the same.
std::uint64_t content_of(const Claim& claim) {
  Hasher hasher;
  hasher.add(claim.subject.text).add(claim.relation.lemma).add(claim.object ? claim.object->text : "");
  return hasher.add(std::uint64_t{claim.negated}).finish();
}

// Orders the claims of one sentence and drops those that repeat another.
void settle(std::vector<Claim>& claims, std::size_t begin) {
  const auto first = claims.begin() + static_cast<std::ptrdiff_t>(begin);
  const auto before = [](const Claim& a, const Claim& b) { return order_of(a) < order_of(b); };
  if (!std::is_sorted(first, claims.end(), before)) std::stable_sort(first, claims.end(), before);
  std::set<std::uint64_t> seen;
  claims.erase(std::remove_if(first, claims.end(),
                              [&seen](const Claim& claim) { return !seen.insert(content_of(claim)).second; }),
               claims.end());
}

}  // namespace

Extractor::Extractor(std::unique_ptr<const Lexicon> lexicon) : lexicon_(std::move(lexicon)) {}
Extractor::~Extractor() = default;
Extractor::Extractor(Extractor&&) noexcept = default;
Extractor& Extractor::operator=(Extractor&&) noexcept = default;

Extractor Extractor::load(const std::string& data_dir) {
  return load(data_dir, {});
}

Extractor Extractor::load(const std::string& data_dir, std::span<const std::string> actor_files) {
  Lexicon lexicon{actorgraph::Lexicon::load(data_dir),
                  World::load(data_dir),
                  {},
                  EventLexicon::load(data_dir),
                  PlaceGazetteer::load(data_dir)};
  for (const std::string& path : actor_files) {
    if (path.ends_with(".tsv")) lexicon.world.add(path, read_file(path));
  }
  for (std::size_t i = actor_files.size(); i-- > 0;) {  // its entries go before those added later
    if (!actor_files[i].ends_with(".tsv")) lexicon.dictionary.add(actor_files[i], read_file(actor_files[i]));
  }
  return Extractor(std::make_unique<const Lexicon>(std::move(lexicon)));
}

std::vector<Claim> Extractor::extract(const Document& analysed) const {
  Document doc = analysed;
  std::vector<DependencyTree> trees(doc.sentences.begin(), doc.sentences.end());
  for (std::size_t i = 0; i < trees.size(); ++i) {
    if (mend_attachments(trees[i], doc.sentences[i], lexicon_->words))
      trees[i] = DependencyTree(doc.sentences[i]);
  }
  const Quotations quotations = find_quotations(doc, trees);
  const std::vector<Mention> mentions = find_mentions(doc, trees);
  const std::vector<Resolution> resolutions =
      resolve_coreference(doc, trees, quotations, mentions, lexicon_->world);
  std::vector<std::vector<TimeExpression>> times = find_time_expressions(doc);
  const std::vector<ActorCoding> codings =
      code_actors(doc, trees, mentions, resolutions, lexicon_->world, lexicon_->dictionary);
  EventDates event_dates;
  const DocumentPlaces places = resolve_places(doc, trees, lexicon_->gazetteer, lexicon_->world);
  const DocumentView document{
      doc,        lexicon_->world, mentions,    resolutions,      first_mentions(mentions, trees.size()),
      quotations, codings,         event_dates, lexicon_->events, places};

  std::vector<Claim> claims;
  for (std::uint32_t i = 0; i < doc.sentences.size(); ++i) {
    drop_other_than_times(doc.sentences[i], times[i]);
    for (const TimeExpression& time : times[i]) event_dates.add(doc.sentences[i], time);
    SentenceView view{trees[i], lexicon_->words, lexicon_->world, times[i], {}, {}};
    view.clauses = find_clauses(trees[i], lexicon_->words, lexicon_->world);
    view.clause_of = clauses_of_tokens(trees[i], view.clauses);
    const std::size_t begin = claims.size();
    build_claims(document, view, i, draw_propositions(view), claims);
    settle(claims, begin);
    for (std::size_t at = begin; at < claims.size(); ++at) claims[at].id = make_claim_id(claims[at]);
  }
  return claims;
}

std::vector<std::vector<PlaceMention>> Extractor::find_places(const Document& doc) const {
  const std::vector<DependencyTree> trees(doc.sentences.begin(), doc.sentences.end());
  return resolve_places(doc, trees, lexicon_->gazetteer, lexicon_->world).of_sentence;
}

std::vector<ResolvedMention> Extractor::resolve(const Document& doc) const {
  const std::vector<DependencyTree> trees(doc.sentences.begin(), doc.sentences.end());
  std::vector<Mention> mentions = find_mentions(doc, trees);
  std::vector<Resolution> resolutions =
      resolve_coreference(doc, trees, find_quotations(doc, trees), mentions, lexicon_->world);
  std::vector<ActorCoding> codings =
      code_actors(doc, trees, mentions, resolutions, lexicon_->world, lexicon_->dictionary);
  std::vector<ResolvedMention> resolved;
  resolved.reserve(mentions.size());
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    const Sentence& sent = doc.sentences[mentions[i].sentence];
    const TokenRange range = full_phrase(trees[mentions[i].sentence], mentions[i].head);
    const ByteSpan phrase{sent.tokens[range.begin].span.begin, sent.tokens[range.end - 1].span.end};
    resolved.push_back(
        {std::move(mentions[i]), phrase, std::move(resolutions[i]), std::move(codings[i].code)});
  }
  return resolved;
}

}  // namespace actorgraph
