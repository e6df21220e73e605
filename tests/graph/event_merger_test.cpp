#include "graph/event_merger.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "graph/identity.hpp"
#include "records/hash.hpp"
#include "tests/graph/claim_lines.hpp"

using namespace actorgraph;

namespace {

const RelationClasses& classes() {
  static const RelationClasses loaded = RelationClasses::load(ACTORGRAPH_SOURCE_DIR "/data");
  return loaded;
}

/// Names begin with a capital and are organisations; what does not is a group that is only described. A
/// document "s1.d2" is of story s1; "s1.d2~d1" besides copies "s1.d1". Marks "dead N" and "at City" are taken
/// here, since claims alone have them.
struct Reports {
  std::vector<ClaimLine> lines;
  std::vector<EventDocument> documents;

  explicit Reports(std::string_view text);
};

ActorKind kind_of(const Participant& who) {
  if (who.text == "it") return ActorKind::Thing;
  return who.text.front() >= 'A' && who.text.front() <= 'Z' ? ActorKind::Organization : ActorKind::Group;
}

Reports::Reports(std::string_view text) {
  std::string plain;
  struct Extra {
    std::string document;
    std::uint32_t dead = 0;
    std::string place;
  };
  std::vector<Extra> extras;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::string line(text.substr(at, end - at));
    at = end + 1;
    const std::size_t begin = line.find_first_not_of(' ');
    if (begin == std::string::npos) continue;
    line.erase(0, begin);
    Extra extra;
    extra.document = line.substr(0, line.find(' '));
    if (const std::size_t dead = line.find("; dead "); dead != std::string::npos) {
      extra.dead = static_cast<std::uint32_t>(std::stoul(line.substr(dead + 7)));
      line.resize(dead);
    }
    if (const std::size_t place = line.find("; at "); place != std::string::npos) {
      extra.place = line.substr(place + 5);
      line.resize(place);
    }
    extras.push_back(extra);
    plain += line + '\n';
  }
  lines = parse_claim_lines(plain);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    Claim& claim = lines[i].claim;
    if (!claim.subject.text.empty()) claim.subject.kind = kind_of(claim.subject);
    if (claim.object) claim.object->kind = kind_of(*claim.object);
    if (extras[i].dead != 0) {
      if (!claim.event) claim.event = EventCode{};
      claim.event->size.dead = extras[i].dead;
    }
    if (!extras[i].place.empty()) {
      claim.place = PlaceReference{};
      claim.place->name = extras[i].place;
      claim.place->kind = PlaceKind::City;
    }
    const std::string& name = extras[i].document;
    const std::size_t dot = name.find('.');
    const std::size_t copy = name.find('~');
    EventDocument document{claim.document, lines[i].published, {}, {}};
    if (dot != std::string::npos) document.story = DocumentId{hash_of(name.substr(0, dot))};
    if (copy != std::string::npos) {
      document.source_group = DocumentId{hash_of(name.substr(0, dot + 1) + name.substr(copy + 1))};
    }
    documents.push_back(document);
  }
}

MergedEvents merge(const Reports& reports, std::vector<EventCorrection> corrections = {}) {
  EventMerger merger(classes());
  for (const EventDocument& document : reports.documents) merger.add_document(document);
  for (const ClaimLine& line : reports.lines) merger.add(line.claim);
  merger.correct(corrections);
  return std::move(merger).finish();
}

std::vector<Event> events_of(const MergedEvents& merged) {
  std::vector<Event> events;
  for (std::size_t i = 0; i < merged.size(); ++i) events.push_back(merged.make_event(i));
  std::ranges::stable_sort(events,
                           [](const Event& a, const Event& b) { return a.claims.size() > b.claims.size(); });
  return events;
}

std::vector<Event> events_of(std::string_view text) {
  return events_of(merge(Reports(text)));
}

/// The sizes of the acts in claims, largest first: "3 1".
std::string acts_of(std::string_view text) {
  std::vector<std::pair<EventId, std::size_t>> acts;
  for (const Event& event : events_of(text)) {
    const auto known = std::ranges::find(acts, event.act, &std::pair<EventId, std::size_t>::first);
    if (known == acts.end()) {
      acts.emplace_back(event.act, event.claims.size());
    } else {
      known->second += event.claims.size();
    }
  }
  std::ranges::sort(acts, std::greater<>(), &std::pair<EventId, std::size_t>::second);
  std::string sizes;
  for (const auto& [act, size] : acts) sizes += (sizes.empty() ? "" : " ") + std::to_string(size);
  return sizes;
}

std::string everything(const MergedEvents& merged) {
  std::string text;
  for (std::size_t i = 0; i < merged.size(); ++i) {
    const Event event = merged.make_event(i);
    text += to_string(event.id) + to_string(event.act) + dump(event);
    for (const ActorId other : event.others) text += to_string(other);
    for (const EventAgent& agent : event.agents)
      text += to_string(agent.actor) + std::to_string(agent.sources);
    for (const EventLink& link : merged.links(i)) {
      text += to_string(link.claim) + link.relation + std::string(to_string(link.reason));
    }
    text += '\n';
  }
  return text;
}

constexpr std::string_view kStory = R"(
    s1.a 2024-05-02    | Red Band | attack  | Zenda Barracks | ASSAULT:-9, from 2024-05-01, to 2024-05-01; dead 12
    s1.a 2024-05-02    | Red Band | attack  | Zenda Barracks | ASSAULT:-9, negated, by Red Band
    s1.b~a 2024-05-03  | Red Band | attack  | Zenda Barracks | ASSAULT:-9; dead 12
    s1.c 2024-05-03    | gunmen   | storm   | Zenda Barracks | ASSAULT:-9; dead 15
    s1.c 2024-05-03    | Red Band | attack  | Strelsau Bridge | ASSAULT:-9
    s1.c 2024-05-03    | Lind     | meet    | Moe | CONSULT:1
    s1.a 2024-05-02    | Moe      | hold talk with | Lind | CONSULT:1
    s1.a 2024-05-02    | Moe      | be chairman of | Red Band |
    s2.a 2024-06-10    | Red Band | attack  | Zenda Barracks | ASSAULT:-9
    s2.b 2024-06-11    | Lind     | praise  | Moe | SUPPORT:4
    s3.a 2024-06-11    | Lind     | laud    | Moe | SUPPORT:4
)";

}  // namespace

TEST_CASE("claims of one act become one event with all its evidence") {
  const std::vector<Event> events = events_of(kStory);
  const Event& attack = events.front();
  CHECK(attack.relation == "attack");
  CHECK(attack.type == "ASSAULT");
  CHECK(attack.claims.size() == 3);
  CHECK(attack.reports.size() == 3);
  CHECK_MESSAGE(attack.sources == 2, "a reprint is not a second source");
  CHECK(attack.source == make_actor_id("Red Band", {}));
  CHECK(attack.target == make_actor_id("Zenda Barracks", {}));
  CHECK(attack.time.start == parse_date("2024-05-01"));
  CHECK(attack.time.end == parse_date("2024-05-01"));
  CHECK_FALSE(attack.time_inferred);
}

TEST_CASE("a denial is an event of its own, of the same act") {
  const std::vector<Event> events = events_of(kStory);
  const auto denied = std::ranges::find(events, true, &Event::negated);
  REQUIRE(denied != events.end());
  CHECK(denied->claims.size() == 1);
  CHECK(denied->act == events.front().act);
  CHECK(denied->id != events.front().id);
}

TEST_CASE("numbers that reports give are all kept, the best supported first") {
  const Event attack = events_of(kStory).front();
  REQUIRE(attack.numbers.size() == 2);
  CHECK(attack.numbers[0].value == 12);
  CHECK(attack.numbers[0].claims.size() == 2);
  CHECK(attack.numbers[0].sources == 1);
  CHECK(attack.numbers[1].value == 15);
  CHECK(is_disputed(attack));
}

TEST_CASE("what differs in party, place, time, story or act stays apart") {
  CHECK(acts_of(R"(
    s1.a - | Lind | visit | Zenda |
    s1.b - | Moe  | visit | Zenda |)") == "1 1");
  CHECK(acts_of(R"(
    s1.a - | quake | shake | - | ; at Zenda
    s1.b - | quake | shake | - | ; at Hentzau)") == "1 1");
  CHECK(acts_of(R"(
    s1.a - | quake | shake | - | from 2024-05-01, to 2024-05-01
    s1.b - | quake | shake | - | from 2024-05-11, to 2024-05-11)") == "1 1");
  CHECK(acts_of(R"(
    s1.a - | police | arrest | thief |
    s2.b - | police | arrest | thief |)") == "1 1");
  CHECK(acts_of(R"(
    s1.a - | Lind | visit | Zenda |
    s1.b - | Lind | leave | Zenda |)") == "1 1");
  CHECK(acts_of(R"(
    s1.a - | Lind | offer | condolences |
    s1.b - | Moe | offer | condolences |)") == "1 1");
  // A name and a description might be one, but not twice in an act that each does for itself.
  CHECK(acts_of(R"(
    s1.a - | Lind    | urge | people |
    s1.b - | general | urge | Moe    |)") == "1 1");
  CHECK(acts_of(R"(
    s1.a - | Lind    | urge | Moe |
    s1.b - | general | urge | Moe |)") == "2");
}

TEST_CASE("what agrees, or is not told, meets within a story") {
  CHECK(acts_of(R"(
    s1.a - | quake | shake | - | from 2024-05-01, to 2024-05-01; at Zenda
    s1.b - | quake | jolt  | - | from 2024-05-02, to 2024-05-02
    s1.c - | -     | earthquake | - | ; at Zenda)") == "3");
  CHECK(acts_of(R"(
    s1.a - | Rudolf Lind | murder | Moe |
    s1.b - | Lind        | kill   | Moe |
    s1.c - | -           | shoot dead | Moe |)") == "3");
  CHECK_MESSAGE(acts_of(R"(
    s1.a - | Rebels | ambush   | Zenda Convoy | ASSAULT:-9
    s1.b - | Rebels | demolish | Zenda Convoy | ASSAULT:-9)") == "2",
                "other words for one type, on one target");
}

TEST_CASE("no chain of likeness joins") {
  // The second meets both others in time, which have no day in common.
  CHECK(acts_of(R"(
    s1.a - | Lind | visit | - | from 2024-05-01, to 2024-05-09
    s1.b - | Lind | visit | - | from 2024-05-07, to 2024-05-16
    s1.c - | Lind | visit | - | from 2024-05-14, to 2024-05-22)") == "2 1");
  // A claim without parties joins one of two, and does not join the two.
  CHECK(acts_of(R"(
    s1.a - | Lind | visit | Zenda |
    s1.b - | -    | visit | - |
    s1.c - | Moe  | visit | Hentzau |)") == "2 1");
}

TEST_CASE("one author's two targets and two numbers are two acts") {
  CHECK(acts_of(R"(
    s1.a - | rebels | burn | farmers |
    s1.a - | rebels | burn | a school |)") == "1 1");
  CHECK(acts_of(R"(
    s1.a - | rebels | kill | - | ASSAULT:-9; dead 23
    s1.a - | -      | kill | rebels | ASSAULT:-9; dead 40)") == "1 1");
}

TEST_CASE("numbers of several authors may differ, but not by orders of magnitude") {
  CHECK(acts_of(R"(
    s1.a - | rebels | kill | - | ASSAULT:-9; dead 23
    s1.b - | rebels | kill | - | ASSAULT:-9; dead 40)") == "2");
  CHECK(acts_of(R"(
    s1.a - | rebels | kill | - | ASSAULT:-9; dead 2
    s1.b - | rebels | kill | - | ASSAULT:-9; dead 400)") == "1 1");
}

TEST_CASE("named perpetrators of one violent act are all kept, with who says so") {
  const std::vector<Event> events = events_of(R"(
    s1.a - | Lind Group | bomb | Zenda Station | ASSAULT:-9, by Ruritania
    s1.b - | Moe Group  | bomb | Zenda Station | ASSAULT:-9, by Hentzau)");
  REQUIRE(events.size() == 1);
  CHECK(events[0].agents.size() == 2);
  CHECK(is_disputed(events[0]));
  for (const EventAgent& agent : events[0].agents) {
    CHECK(agent.is_named);
    CHECK(agent.claims.size() == 1);
    CHECK(agent.speakers.size() == 1);
  }
  CHECK_MESSAGE(acts_of(R"(
    s1.a - | Ruritania | sanction | Lind Shipping | SANCTION:-5
    s1.b - | Hentzau   | sanction | Lind Shipping | SANCTION:-5)") == "1 1",
                "each state has its own sanctions");
}

TEST_CASE("agents that a report names together are no dispute") {
  const std::vector<Event> events = events_of(R"(
    s1.a - | Lind Group | bomb | Zenda Station | ASSAULT:-9
    s1.a - | Moe Group  | bomb | Zenda Station | ASSAULT:-9)");
  REQUIRE(events.size() == 1);
  CHECK_FALSE(is_disputed(events[0]));
}

TEST_CASE("the same named parties, act and day meet across stories") {
  CHECK(acts_of(R"(
    s1.a 2024-05-02 | Lind | praise | Moe | SUPPORT:4
    s2.a 2024-05-03 | Lind | laud   | Moe | SUPPORT:4)") == "2");
  CHECK(acts_of(R"(
    s1.a 2024-05-02 | Lind | praise | Moe | SUPPORT:4
    s2.a 2024-05-05 | Lind | laud   | Moe | SUPPORT:4)") == "1 1");
  CHECK_MESSAGE(acts_of(R"(
    s1.a 2024-05-02 | police | arrest | thief | COERCE:-5
    s2.a 2024-05-02 | police | arrest | thief | COERCE:-5)") == "1 1",
                "descriptions say nothing outside their story");
}

TEST_CASE("what happens but once needs no agreement on the day") {
  CHECK(acts_of(R"(
    s1.a - | Rudolf Lind | die | - | from 2024-05-01, to 2024-05-01
    s1.b - | Rudolf Lind | pass away | - | from 2024-06-01, to 2024-06-01)") == "2");
}

TEST_CASE("who meets whom makes no difference") {
  CHECK(acts_of(R"(
    s1.a - | Lind | meet | Moe |
    s1.b - | Moe  | hold talk with | Lind |)") == "2");
}

TEST_CASE("states are no events, unless they are coded") {
  CHECK(events_of("d1 - | Lind | be mayor of | Zenda |").empty());
  CHECK(events_of("d1 - | Lind | have | money |").empty());
  CHECK(events_of("d1 - | Lind | be at war with | Zenda | ASSAULT:-9").size() == 1);
}

TEST_CASE("without a time of its own an event has the day of its first report") {
  const std::vector<Event> events = events_of(R"(
    s1.a 2024-05-03 | Lind | visit | Moe |
    s1.b 2024-05-02 | Lind | visit | Moe |)");
  REQUIRE(events.size() == 1);
  CHECK(events[0].time == make_day(*parse_date("2024-05-02")));
  CHECK(events[0].time_inferred);
}

TEST_CASE("every claim has its reason, and each act one claim that was first") {
  const MergedEvents merged = merge(Reports(kStory));
  std::vector<EventId> acts;
  std::size_t alone = 0;
  for (std::size_t i = 0; i < merged.size(); ++i) {
    const Event event = merged.make_event(i);
    acts.push_back(event.act);
    const std::vector<EventLink> links = merged.links(i);
    REQUIRE(links.size() == event.claims.size());
    for (std::size_t k = 0; k < links.size(); ++k) {
      CHECK(links[k].claim == event.claims[k]);
      CHECK(links[k].event == event.id);
      CHECK(strength_of(links[k].reason) > 0.5);
      alone += links[k].reason == EventReason::Alone ? 1U : 0U;
      CHECK(merged.find_event_of(links[k].claim) == i);
    }
    CHECK(merged.find(event.id) == i);
  }
  std::ranges::sort(acts);
  acts.erase(std::unique(acts.begin(), acts.end()), acts.end());
  CHECK(alone == acts.size());
  CHECK_FALSE(merged.find(EventId{1}));
  CHECK_FALSE(merged.find_event_of(ClaimId{1}));
}

TEST_CASE("a copy of a report joins as such") {
  const MergedEvents merged = merge(Reports(kStory));
  bool found = false;
  for (std::size_t i = 0; i < merged.size(); ++i) {
    for (const EventLink& link : merged.links(i)) found = found || link.reason == EventReason::SameReport;
  }
  CHECK(found);
}

TEST_CASE("events do not depend on the order of claims and documents, nor on repetition") {
  Reports reports(kStory);
  std::mt19937 random(7);
  for (int round = 0; round < 50; ++round) {
    // Any subset, in two orders, one of them with everything twice.
    Reports subset = reports;
    std::vector<ClaimLine> kept;
    for (const ClaimLine& line : reports.lines) {
      if (round == 0 || random() % 4 != 0) kept.push_back(line);
    }
    subset.lines = kept;
    const std::string expected = everything(merge(subset));
    subset.lines.insert(subset.lines.end(), kept.begin(), kept.end());
    std::ranges::shuffle(subset.lines, random);
    std::ranges::shuffle(subset.documents, random);
    CHECK(everything(merge(subset)) == expected);
  }
}

TEST_CASE("users join and split events") {
  const Reports reports(R"(
    s1.a - | Lind | visit | Zenda |
    s1.b - | Lind | tour  | Zenda |
    s2.c - | Moe  | leave | Hentzau |)");
  const ClaimId a = reports.lines[0].claim.id;
  const ClaimId b = reports.lines[1].claim.id;
  const ClaimId c = reports.lines[2].claim.id;
  CHECK(merge(reports).size() == 2);
  const MergedEvents joined = merge(reports, {{EventCorrection::Kind::Join, a, c}});
  REQUIRE(joined.size() == 1);
  CHECK(std::ranges::count(joined.links(0), EventReason::Corrected, &EventLink::reason) == 1);
  const MergedEvents split = merge(reports, {{EventCorrection::Kind::Split, a, b}});
  CHECK(split.size() == 3);
  CHECK(split.find_event_of(a) != split.find_event_of(b));
  // A claim that is not there, and events that are apart already.
  CHECK(merge(reports, {{EventCorrection::Kind::Join, a, ClaimId{5}}}).size() == 2);
  CHECK(merge(reports, {{EventCorrection::Kind::Split, a, c}}).size() == 2);
}

TEST_CASE("an event as a line") {
  const std::vector<Event> events =
      events_of("s1.a 2024-05-02 | Lind | attack | - | ASSAULT:-9, threatened; dead 2");
  REQUIRE(events.size() == 1);
  CHECK(dump(events[0]) == "attack (threatened) | ASSAULT  | " + to_string(events[0].source) +
                               " -> - | 2024-05-02? | 2 dead | 1 claim, 1 document, 1 source");
}
