// How long the merging of actors takes, and how it grows: made-up names of persons, bodies and places, with
// spellings, initials, surnames alone and acronyms, in documents of stories.
//
//   actor_merge_bench [MENTIONS...]        100000 and 1000000 where none is given
//
// Prints one row a size: distinct mentions, ids, links, processor seconds to make the ids and to merge,
// memory.
#include <sys/resource.h>

#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <random>
#include <string>
#include <vector>

#include "graph/actor_merger.hpp"
#include "graph/identity.hpp"

namespace actorgraph {
namespace {

constexpr std::size_t kActorsOfStory = 12;
constexpr std::size_t kDocumentsOfStory = 4;

class NameMaker {
 public:
  explicit NameMaker(std::uint64_t seed) : random_(seed) {}

  std::uint64_t number(std::uint64_t below) { return random_() % below; }

  std::string word(std::size_t syllables) {
    static constexpr auto kOnsets =
        std::to_array<const char*>({"b", "d", "f", "g", "gh", "h", "k", "kh", "l", "m",  "n",
                                    "p", "q", "r", "s", "sh", "t", "v", "y",  "z", "st", "br"});
    static constexpr auto kVowels = std::to_array<const char*>({"a", "e", "i", "o", "u", "ou", "ei"});
    static constexpr auto kEnds = std::to_array<const char*>({"", "", "n", "r", "l", "d", "m", "s", "k"});
    std::string text;
    for (std::size_t i = 0; i < syllables; ++i) {
      text += kOnsets[number(kOnsets.size())];
      text += kVowels[number(kVowels.size())];
    }
    text += kEnds[number(kEnds.size())];
    text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
  }

  /// Few given names and, as in life, surnames some of which are common.
  Participant person() {
    if (given_.empty()) {
      for (int i = 0; i < 2000; ++i) given_.push_back(word(2));
      for (int i = 0; i < 200000; ++i) surnames_.push_back(word(2 + number(2)));
    }
    const std::uint64_t a = number(surnames_.size());
    const std::uint64_t b = number(surnames_.size());
    Participant made;
    made.kind = ActorKind::Person;
    made.actor = given_[number(given_.size())];
    if (number(4) == 0) made.actor += " " + word(1).substr(0, 1) + ".";
    made.actor += " " + surnames_[std::min(a, b)];
    return made;
  }

  Participant actor() {
    if (number(2) == 0) return person();
    Participant made;
    switch (number(4)) {
      case 0:
        made.kind = ActorKind::Place;
        made.actor = word(3);
        break;
      case 1:
        made.kind = ActorKind::Company;
        made.actor = word(2) + " " + word(2) + " Corp.";
        break;
      case 2:
        made.kind = ActorKind::Government;
        made.actor = word(3) + " police";
        break;
      default:
        made.kind = ActorKind::ArmedGroup;
        made.actor = word(2) + " " + word(3) + " Front";
    }
    return made;
  }

  /// As another document may write it.
  Participant variant(const Participant& actor) {
    Participant made = actor;
    const std::size_t space = made.actor.rfind(' ');
    if (made.kind == ActorKind::Person && number(6) == 0) {
      made.actor.erase(0, space + 1);
    } else if (made.kind == ActorKind::Person && number(6) == 0) {
      made.actor.erase(made.actor.find(' '), space - made.actor.find(' '));
    } else if (number(8) == 0) {
      if (const std::size_t at = made.actor.find("ou"); at != std::string::npos)
        made.actor.replace(at, 2, "u");
    }
    made.text = made.actor;
    return made;
  }

 private:
  std::mt19937_64 random_;
  std::vector<std::string> given_;
  std::vector<std::string> surnames_;
};

struct Row {
  Participant participant;
  DocumentId document;
};

/// Of the processor, since the machine may be busy with other work.
double seconds_since(std::clock_t start) {
  return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

void measure(std::size_t mentions) {
  NameMaker names(7);
  std::vector<Row> rows;
  rows.reserve(mentions);
  std::vector<std::pair<DocumentId, Date>> documents;
  const auto day = make_year(2020).start.value_or(Date{});
  while (rows.size() < mentions) {
    std::vector<Participant> actors;
    for (std::size_t i = 0; i < kActorsOfStory; ++i) actors.push_back(names.actor());
    for (std::size_t i = 0; i < kDocumentsOfStory; ++i) {
      const DocumentId document{documents.size() + 1};
      documents.emplace_back(document, add_days(day, static_cast<int>(documents.size() % 1000)));
      for (const Participant& actor : actors) rows.push_back({names.variant(actor), document});
    }
  }
  rows.resize(mentions);
  std::clock_t start = std::clock();
  for (Row& row : rows) row.participant.id = make_actor_id(row.participant, row.document);
  const double naming = seconds_since(start);
  start = std::clock();
  ActorMerger merger;
  for (const auto& [document, published] : documents) merger.add_document(document, published);
  for (const Row& row : rows) {
    merger.add({.id = row.participant.id,
                .name = row.participant.actor,
                .text = row.participant.text,
                .code = row.participant.code,
                .kind = row.participant.kind,
                .document = row.document});
  }
  const ActorIdentity identity = std::move(merger).finish();
  const double merging = seconds_since(start);
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  std::printf("%10zu mentions %9zu links %8zu refused %8zu parts   ids %6.2f s   merge %6.2f s   %5ld MB\n",
              mentions, identity.links.size(), identity.refusals.size(), identity.parts.size(), naming,
              merging, usage.ru_maxrss / 1024);
}

}  // namespace
}  // namespace actorgraph

int main(int argc, char** argv) {
  std::vector<std::size_t> sizes{100000, 1000000};
  if (argc > 1) {
    sizes.clear();
    for (int i = 1; i < argc; ++i) sizes.push_back(std::strtoull(argv[i], nullptr, 10));
  }
  for (const std::size_t size : sizes) actorgraph::measure(size);
  return 0;
}
