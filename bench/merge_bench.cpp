// Merges generated claims to the graph of actors and to events, and prints the time that each takes on the
// processors at hand, and the memory: growth is shown by runs of 0.1, 1 and 10 million claims, each in a
// process of its own. `taskset -c 0 merge_bench` measures one processor.
//
//   merge_bench [CLAIMS]...        default: 100000 1000000 10000000
//
// Generated are stories of ten documents with eleven claims each: a few acts between a few actors (about a
// tenth as many actors as claims), told again by every document in one of several words, some with a day, a
// place or a number of dead. For events the actors are merged before.

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "graph/event_merger.hpp"
#include "graph/graph_builder.hpp"
#include "graph/relation_classes.hpp"
#include "records/date.hpp"
#include "records/hash.hpp"

namespace {

using namespace actorgraph;

constexpr std::uint64_t kDocumentsOfStory = 10;
constexpr std::uint64_t kClaimsOfDocument = 11;

struct Relation {
  const char* lemma;
  const char* type;
  const char* cameo;
};
constexpr auto kRelations = std::to_array<Relation>({{"attack", "ASSAULT", "190"},
                                                     {"raid", "ASSAULT", "190"},
                                                     {"kill", "ASSAULT", "190"},
                                                     {"meet", "CONSULT", "040"},
                                                     {"arrest", "COERCE", "173"},
                                                     {"accuse", "ACCUSE", "112"},
                                                     {"visit", "CONSULT", "042"},
                                                     {"buy", "", ""},
                                                     {"praise", "SUPPORT", "051"}});

std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
  return Hasher().add(a).add(b).finish();
}

/// Two words of three syllables, other ones for each number.
std::string make_name(std::uint64_t actor) {
  constexpr auto kSyllables = std::to_array<const char*>(
      {"ba", "do", "fe", "gi", "ku", "la", "mo", "ne", "pi", "ru", "sa", "to", "ve", "wi", "zu", "cha"});
  std::string name;
  for (int syllable = 0; syllable < 6; ++syllable, actor /= kSyllables.size()) {
    if (syllable == 3) name += ' ';
    std::string part = kSyllables.at(actor % kSyllables.size());
    if (syllable % 3 == 0) part[0] = static_cast<char>(part[0] - 'a' + 'A');
    name += part;
  }
  return name;
}

Participant make_participant(std::uint64_t actor) {
  Participant made;
  made.text = make_name(actor);
  made.actor = made.text;
  made.id = ActorId{actor + 1};
  made.kind = ActorKind::Organization;
  return made;
}

Claim make_claim(std::uint64_t number, std::uint64_t actors) {
  const std::uint64_t document = number / kClaimsOfDocument;
  const std::uint64_t story = document / kDocumentsOfStory;
  const std::uint64_t act = mix(story, mix(number, 1) % 6);  // one of six acts of the story
  Claim claim;
  claim.id = ClaimId{mix(number, 2) | 1U};
  claim.document = DocumentId{document + 1};
  claim.subject = make_participant(mix(act, 3) % actors);
  claim.object = make_participant(mix(act, 4) % actors);
  const Relation& relation = kRelations.at((mix(act, 5) + mix(number, 6) % 2) % kRelations.size());
  claim.relation.lemma = relation.lemma;
  claim.event = EventCode{};
  claim.event->plover = relation.type;
  claim.event->cameo = relation.cameo;
  if (mix(number, 7) % 4 == 0) claim.event->size.dead = static_cast<std::uint32_t>(mix(act, 8) % 40);
  if (mix(number, 9) % 2 == 0) {
    claim.time = TimeReference{};
    claim.time->interval = make_day(add_days(Date{std::chrono::sys_days{std::chrono::days{19000}}},
                                             static_cast<int>(mix(act, 10) % 1000)));
  }
  if (mix(number, 11) % 2 == 0) {
    claim.place = PlaceReference{};
    claim.place->name = "Town " + std::to_string(mix(act, 12) % 10000);
    claim.place->kind = PlaceKind::City;
    claim.place->country = "RUR";
  }
  claim.negated = mix(number, 13) % 20 == 0;
  return claim;
}

double seconds_now() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

double peak_mib() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

Date published_on(std::uint64_t document) {
  const std::uint64_t story = document / kDocumentsOfStory * kDocumentsOfStory;
  return Date{std::chrono::sys_days{std::chrono::days{19000 + mix(story, 14) % 1000}}};
}

/// Hands all claims to `add`, batch by batch; the seconds that it took.
template <class Add>
double feed(std::uint64_t claims, const Add& add) {
  double adding = 0;
  std::vector<Claim> batch;
  for (std::uint64_t number = 0; number < claims;) {
    batch.clear();
    for (; number < claims && batch.size() < 10 * kClaimsOfDocument * kDocumentsOfStory; ++number)
      batch.push_back(make_claim(number, claims));
    const double start = seconds_now();
    for (const Claim& claim : batch) add(claim);
    adding += seconds_now() - start;
  }
  return adding;
}

void measure_graph(std::uint64_t claims) {
  GraphBuilder builder;
  std::string sentence;
  const double adding = feed(claims, [&](const Claim& claim) {
    sentence =
        claim.subject.text + ' ' + claim.relation.lemma + ' ' + claim.object->text + " in a town nearby.";
    builder.add(claim,
                {.sentence = sentence, .published = published_on(claim.document.value - 1), .url = ""});
  });
  const double start = seconds_now();
  const KnowledgeGraph graph = std::move(builder).finish();
  std::printf("%10llu claims  %9zu actors  %9zu edges    add %6.2f s  merge %6.2f s  peak %5.0f MiB\n",
              static_cast<unsigned long long>(claims), graph.actor_count(), graph.edge_count(), adding,
              seconds_now() - start, peak_mib());
}

void measure_events(std::uint64_t claims) {
  const RelationClasses classes;
  EventMerger merger(classes);
  const double adding = feed(claims, [&](const Claim& claim) {
    const std::uint64_t document = claim.document.value - 1;
    merger.add_document({claim.document, published_on(document),
                         DocumentId{document / kDocumentsOfStory * kDocumentsOfStory + 1},
                         DocumentId{document - document % 2 + 1}});
    merger.add(claim);
  });
  const double start = seconds_now();
  const MergedEvents events = std::move(merger).finish();
  const double merging = seconds_now() - start;
  const double reading_start = seconds_now();
  std::uint64_t reports = 0;
  for (std::size_t event = 0; event < events.size(); ++event)
    reports += events.make_event(event).reports.size();
  std::printf(
      "%10llu claims  %9zu events  %9llu reports  add %6.2f s  merge %6.2f s  peak %5.0f MiB  read %6.2f s\n",
      static_cast<unsigned long long>(claims), events.size(), static_cast<unsigned long long>(reports),
      adding, merging, peak_mib(), seconds_now() - reading_start);
}

}  // namespace

int main(int count, char** arguments) {
  std::vector<std::uint64_t> sizes;
  for (int i = 1; i < count; ++i) sizes.push_back(std::strtoull(arguments[i], nullptr, 10));
  if (sizes.empty()) sizes = {100'000, 1'000'000, 10'000'000};
  for (const std::uint64_t size : sizes) {
    // Peak memory is a process's: each size has its own.
    for (const auto measure : {measure_graph, measure_events}) {
      const pid_t child = fork();
      if (child < 0) return 1;
      if (child == 0) {
        measure(size);
        std::fflush(stdout);
        _exit(0);
      }
      int status = 0;
      if (waitpid(child, &status, 0) != child || status != 0) return 1;
    }
  }
  return 0;
}
