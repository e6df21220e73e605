// Makes a graph file of invented news, to measure what asking a large one costs: actors of skewed degrees in
// sentences of about 25 words, two claims each, with codes, times, places, speakers and reasons as often as
// in real articles. The same arguments make the same file.
//
//   make_graph_file FILE [CLAIMS [NAMES [DATA_FOLDER]]]        1000000, 121000 (of which about 100000 occur)
//
// Prints what it made, processor seconds, bytes of the file and bytes a claim.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <random>
#include <string>
#include <vector>

#include "cli/data_folder.hpp"
#include "cli/graph_saver.hpp"
#include "graph/identity.hpp"
#include "store/graph_reader.hpp"

namespace actorgraph {
namespace {

constexpr std::size_t kSentencesOfDocument = 40;
constexpr std::size_t kWordsOfSentence = 25;
constexpr std::size_t kActorsOfDocument = 24;
constexpr std::size_t kPlaces = 3000;
constexpr std::size_t kWords = 20000;
constexpr double kActorSkew = 2.2;
constexpr double kWordSkew = 3.0;

struct Deed {
  const char* text;
  const char* lemma;
  const char* plover;
  const char* cameo;
  double goldstein;
  int quad;
};
constexpr auto kDeeds = std::to_array<Deed>({
    {"attacked", "attack", "ASSAULT", "180", -9, 4},
    {"met", "meet", "CONSULT", "040", 1, 1},
    {"accused", "accuse", "ACCUSE", "112", -2, 3},
    {"praised", "praise", "SUPPORT", "051", 3.4, 1},
    {"arrested", "arrest", "COERCE", "173", -5, 4},
    {"visited", "visit", "CONSULT", "042", 1.9, 1},
    {"warned", "warn", "THREATEN", "130", -4.4, 3},
    {"signed a deal with", "sign with", "AGREE", "057", 8, 1},
    {"criticised", "criticise", "ACCUSE", "111", -2, 3},
    {"supported", "support", "", "", 0, 0},
    {"owned", "own", "", "", 0, 0},
    {"led", "lead", "", "", 0, 0},
    {"was linked to", "be linked to", "", "", 0, 0},
    {"helped", "help", "AID", "070", 7, 2},
    {"followed", "follow", "", "", 0, 0},
    {"named", "name", "", "", 0, 0},
});
constexpr std::array<const char*, 5> kDays = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday"};
constexpr std::array<const char*, 4> kCountries = {"RUR", "ZEN", "STR", "HEN"};

class World {
 public:
  World(std::size_t actors, std::uint64_t seed) : random_(seed) {
    for (std::size_t i = 0; i < kWords; ++i) words_.push_back(word(1 + number(3), false));
    for (std::size_t i = 0; i < kPlaces; ++i) places_.push_back(word(3, true));
    for (std::size_t i = 0; i < actors; ++i) actors_.push_back(make_actor());
  }

  std::uint64_t number(std::uint64_t below) { return random_() % below; }
  bool chance(unsigned percent) { return number(100) < percent; }

  /// The first of `size` things most often: by a power of an even share.
  std::size_t skewed(std::size_t size, double power) {
    const double share = static_cast<double>(number(1U << 30U)) / static_cast<double>(1U << 30U);
    return std::min(size - 1, static_cast<std::size_t>(static_cast<double>(size) * std::pow(share, power)));
  }

  const Participant& actor() { return actors_[skewed(actors_.size(), kActorSkew)]; }
  const std::string& filler() { return words_[skewed(words_.size(), kWordSkew)]; }
  std::size_t place() { return skewed(places_.size(), 2); }
  const std::string& name_of_place(std::size_t at) const { return places_[at]; }

 private:
  std::string word(std::size_t syllables, bool capital) {
    static constexpr auto kOnsets = std::to_array<const char*>(
        {"b", "d", "f", "g", "h", "k", "l", "m", "n", "p", "r", "s", "sh", "t", "v", "z", "st", "br"});
    static constexpr auto kVowels = std::to_array<const char*>({"a", "e", "i", "o", "u", "ai", "ou"});
    static constexpr auto kEnds = std::to_array<const char*>({"", "n", "r", "l", "d", "m", "s", "k"});
    std::string text;
    for (std::size_t i = 0; i < syllables; ++i) {
      text += kOnsets[number(kOnsets.size())];
      text += kVowels[number(kVowels.size())];
    }
    text += kEnds[number(kEnds.size())];
    if (capital) text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
  }

  Participant make_actor() {
    Participant made;
    const std::string country = kCountries[number(kCountries.size())];
    if (chance(60)) {
      made.kind = ActorKind::Person;
      made.actor = word(2, true) + " " + word(2 + number(2), true);
      if (chance(30)) made.code = country + "GOV";
    } else if (chance(50)) {
      made.kind = ActorKind::Organization;
      made.actor = word(2, true) + " " + word(2, true) + " Council";
      if (chance(50)) made.code = country;
    } else if (chance(50)) {
      made.kind = ActorKind::ArmedGroup;
      made.actor = word(2, true) + " " + word(3, true) + " Front";
      made.code = country + "REB";
    } else {
      made.kind = ActorKind::Company;
      made.actor = word(2, true) + " " + word(2, true) + " Works";
    }
    made.text = made.actor;
    return made;
  }

  std::mt19937_64 random_;
  std::vector<std::string> words_;
  std::vector<std::string> places_;
  std::vector<Participant> actors_;
};

/// One document, written sentence by sentence.
class Writer {
 public:
  Writer(World& world, std::size_t number) : world_(world) {
    Article& article = doc_.article;
    article.published = add_days(Date{std::chrono::year{2015}, std::chrono::January, std::chrono::day{1}},
                                 static_cast<int>(number * 3650 / 12500 % 3650));
    article.path = "news/" + std::to_string(number / 100) + ".jsonl";
    article.url = "https://example.org/" + std::to_string(number);
    article.source = "The " + world.name_of_place(number % 40) + " Herald";
    for (std::size_t i = 0; i < kActorsOfDocument; ++i) actors_.push_back(world.actor());
    begin_block();
    add("Report " + std::to_string(number) + " of " + world.filler());
    end_block(BlockKind::Title, SentenceKind::Headline);
  }

  void add_sentence(std::size_t claims) {
    begin_block();
    const auto sentence_begin = size();
    for (std::size_t i = 0; i < claims; ++i) {
      if (i > 0) add(", and ");
      add_claim();
    }
    for (auto words = 12U; words < kWordsOfSentence; ++words)
      add((words == 12 ? ", " : " ") + world_.filler());
    add(".");
    const auto sentence = static_cast<std::uint32_t>(doc_.sentences.size());
    for (std::size_t i = first_claim_; i < claims_.size(); ++i) {
      claims_[i].sentence = sentence;
      claims_[i].span = {sentence_begin, size()};
    }
    first_claim_ = claims_.size();
    end_block(BlockKind::Body, SentenceKind::Prose);
  }

  void store(Store& store) {
    doc_.id = make_document_id(doc_.article);
    for (Claim& claim : claims_) {
      claim.document = doc_.id;
      claim.id = make_claim_id(claim);
    }
    resolve_actors(claims_);
    store.add(doc_, claims_);
  }

 private:
  std::uint32_t size() const { return static_cast<std::uint32_t>(doc_.article.text.size()); }

  ByteSpan add(const std::string& text) {
    const std::uint32_t begin = size();
    doc_.article.text += text;
    return {begin, size()};
  }

  void begin_block() {
    if (!doc_.article.text.empty()) add("\n\n");
    block_begin_ = size();
  }

  void end_block(BlockKind kind, SentenceKind sentence) {
    const ByteSpan span{block_begin_, size()};
    doc_.article.blocks.push_back({kind, span});
    Sentence& sent = doc_.sentences.emplace_back();
    sent.span = span;
    sent.kind = sentence;
    sent.block = static_cast<std::uint32_t>(doc_.article.blocks.size() - 1);
  }

  Participant add_participant() {
    Participant participant = actors_[world_.skewed(actors_.size(), 1.5)];
    if (world_.chance(20)) participant.text = "the group";
    participant.span = add(participant.text);
    return participant;
  }

  void add_claim() {
    Claim claim;
    const Deed& deed = kDeeds[world_.skewed(kDeeds.size(), 1.3)];
    claim.subject = add_participant();
    add(" ");
    claim.relation = {deed.text, deed.lemma, add(deed.text)};
    add(" ");
    claim.object = add_participant();
    if (deed.plover[0] != '\0') {
      claim.event = EventCode{deed.plover, "", {}, deed.cameo, deed.goldstein, deed.quad, {}, {}};
      if (world_.chance(20)) claim.event->contexts = {"terrorism"};
      if (deed.quad == 4 && world_.chance(20)) {
        claim.event->size.dead = static_cast<std::uint32_t>(1 + world_.number(30));
      }
    }
    if (world_.chance(40)) add_place(claim);
    if (world_.chance(50)) add_time(claim);
    if (world_.chance(15)) {
      claim.attributed_to = actors_[world_.number(actors_.size())];
      claim.attributed_to->span = claim.subject.span;
    }
    if (world_.chance(3)) claim.negated = true;
    if (world_.chance(10)) claim.modality = static_cast<Modality>(1 + world_.number(6));
    claim.confidence = 0.5 + 0.01 * static_cast<double>(world_.number(45));
    if (world_.chance(30)) claim.inferred.emplace_back("code: the country of the document");
    if (claim.subject.text != claim.subject.actor) {
      claim.inferred.push_back(claim.subject.text + ": described so before");
    }
    claims_.push_back(std::move(claim));
  }

  void add_place(Claim& claim) {
    const std::size_t at = world_.place();
    const std::string& name = world_.name_of_place(at);
    const ByteSpan span = add(" in " + name);
    claim.arguments.push_back({Role::Place, "in " + name, {span.begin + 1, span.end}});
    claim.place = PlaceReference{name,
                                 name,
                                 kCountries[at % kCountries.size()],
                                 world_.name_of_place(at % 60),
                                 PlaceKind::City,
                                 0.01 * static_cast<double>(at),
                                 20.25};
  }

  void add_time(Claim& claim) {
    const std::size_t day = world_.number(kDays.size());
    const std::string text = std::string("on ") + kDays[day];
    const ByteSpan span = add(" " + text);
    claim.arguments.push_back({Role::Time, text, {span.begin + 1, span.end}});
    const Date date = add_days(doc_.article.published.value_or(Date{}), -static_cast<int>(day));
    claim.time = TimeReference{text, make_day(date), TimeType::Calendar, to_string(date)};
  }

  World& world_;
  Document doc_;
  std::vector<Participant> actors_;
  std::vector<Claim> claims_;
  std::size_t first_claim_ = 0;
  std::uint32_t block_begin_ = 0;
};

double seconds_since(std::clock_t start) {
  return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

void make(const std::string& path, std::size_t claims, std::size_t actors, const std::string& data_folder) {
  std::clock_t start = std::clock();
  World world(actors, 11);
  std::filesystem::remove(path);
  Store store = Store::create(path);
  std::size_t made = 0;
  for (std::size_t number = 0; made < claims; ++number) {
    Writer writer(world, number);
    for (std::size_t i = 0; i < kSentencesOfDocument && made < claims; ++i) {
      const std::size_t here = std::min<std::size_t>(2, claims - made);
      writer.add_sentence(here);
      made += here;
    }
    writer.store(store);
  }
  store.commit();
  const double writing = seconds_since(start);
  start = std::clock();
  static_cast<void>(save_graph(store, data_folder));
  const double merging = seconds_since(start);
  const GraphCounts counts = GraphReader(store).counts();
  const StoreStats stats = store.stats();
  std::move(store).close();
  const auto bytes = std::filesystem::file_size(path);
  std::printf("%llu documents  %llu claims  %llu actors  %llu edges  %llu events\n",
              static_cast<unsigned long long>(stats.documents), static_cast<unsigned long long>(stats.claims),
              static_cast<unsigned long long>(counts.actors), static_cast<unsigned long long>(counts.edges),
              static_cast<unsigned long long>(counts.events));
  std::printf(
      "adding %.1f s  merging and writing the graph %.1f s  text %llu bytes  file %llu bytes  %.1f a claim\n",
      writing, merging, static_cast<unsigned long long>(stats.text_bytes),
      static_cast<unsigned long long>(bytes), static_cast<double>(bytes) / static_cast<double>(stats.claims));
}

}  // namespace
}  // namespace actorgraph

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fprintf(stderr, "make_graph_file FILE [CLAIMS [NAMES [DATA_FOLDER]]]\n");
    return 2;
  }
  const auto number = [&](int at, std::size_t other) {
    return argc > at ? static_cast<std::size_t>(std::strtoull(argv[at], nullptr, 10)) : other;
  };
  actorgraph::make(argv[1], number(2, 1'000'000), number(3, 121'000),
                   actorgraph::find_data_folder(argc > 4 ? argv[4] : ""));
  return 0;
}
