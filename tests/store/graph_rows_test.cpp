#include <doctest/doctest.h>
#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>

#include "store/graph_reader.hpp"
#include "store/graph_writer.hpp"
#include "tests/store/store_files.hpp"

using namespace actorgraph;

namespace {

// Ids on both sides of the sign of the file's integers.
constexpr ActorId kLind{0x10};
constexpr ActorId kMoe{0x7000'0000'0000'0000ULL};
constexpr ActorId kZenda{0xF000'0000'0000'0000ULL};
constexpr ActorId kShortLind{0xF000'0000'0000'0001ULL};
constexpr EdgeId kRaid{0x8000'0000'0000'0001ULL};
constexpr EdgeId kMeet{0x11};

ActorRow make_actor(ActorNumber number, ActorId id, const std::string& name) {
  ActorRow actor;
  actor.number = number;
  actor.id = id;
  actor.name = name;
  actor.kind = ActorKind::Person;
  actor.mentions = 3 - number;
  actor.documents = 1;
  actor.first_seen = parse_date("2024-03-25");
  return actor;
}

EdgeRow make_edge(EdgeNumber number, EdgeId id, ActorNumber source, ActorNumber target, const Claim& claim) {
  EdgeRow edge;
  edge.number = number;
  edge.id = id;
  edge.source = source;
  edge.target = target;
  edge.relation = "raid";
  edge.claims = 1;
  edge.documents = 1;
  edge.first = parse_date("2024-03-01");
  edge.confidence = 0.8125;
  edge.quoted = claim.id;
  return edge;
}

/// A document, and a graph of three actors, two edges and an event.
struct SmallGraph {
  Document doc = make_document("Zenda");
  std::vector<Claim> claims = make_claims(doc);
  std::vector<ActorRow> actors{make_actor(0, kLind, "Ada Lind"), make_actor(1, kMoe, "Moe"),
                               make_actor(2, kZenda, "Zenda police")};
  std::vector<EdgeRow> edges{make_edge(0, kRaid, 0, 1, claims[1]), make_edge(1, kMeet, 1, 0, claims[0])};
  ActorLink link{kShortLind, "Lind", kLind, "Ada Lind", LinkReason::Surname, "only bearer", 0.75};
  RefusedLink refusal{kLind, "Ada Lind", kMoe, "Moe", LinkReason::Spelling, "a person and a place"};
  Event event;

  SmallGraph() {
    actors[0].out_edges = actors[0].in_edges = actors[1].out_edges = actors[1].in_edges = 1;
    actors[2].part_of = PartOf{kLind, PartKind::Part};
    edges[0].event = "ASSAULT";
    edges[0].polarity = -9.5;
    edges[0].is_open = true;
    edges[1].negated = true;
    edges[1].relation = "meet";
    event.id = {0x9000'0000'0000'0000ULL};
    event.act = {7};
    event.type = "ASSAULT";
    event.cameo = "018";
    event.relation = "raid";
    event.source = kLind;
    event.target = kMoe;
    event.others = {kZenda};
    event.agents = {{kLind, true, {claims[1].id}, {}, 1}, {kZenda, false, {claims[0].id}, {}, 2}};
    event.time = make_day(*parse_date("2024-03-25"));
    event.time_inferred = true;
    event.place = "Zenda";
    event.country = "RUR";
    event.negated = true;
    event.modality = Modality::Denied;
    event.claims = {claims[0].id, claims[1].id};
    std::ranges::sort(event.claims);
    event.reports = {doc.id};
    event.sources = 1;
    event.agents_differ = true;
    event.numbers = {{CountKind::Dead, 12, {claims[1].id}, 1}};
  }

  void write(Store& store, GraphTarget target = GraphTarget::File) const {
    GraphWriter writer(store, {kLind, kMoe, kZenda}, target);
    write(writer);
    writer.finish();
  }

  void write(GraphWriter& writer) const {
    const std::vector<KeyedName> names{{"Ada Lind", "ada lind"}, {"Lind", "lind"}};
    writer.add_actor(actors[0], names);
    writer.add_actor(actors[1], std::vector<KeyedName>{{"Moe", "moe"}});
    writer.add_actor(actors[2], std::vector<KeyedName>{{"Zenda police", "zenda police"}});
    writer.add_link(link);
    writer.add_refusal(refusal);
    writer.add_actor_claim(2, claims[1].id);
    writer.add_edge(edges[0],
                    std::vector<ClaimTime>{{claims[1].id, {parse_date("2024-03-01"), {}, Precision::Day}}});
    writer.add_edge(edges[1], std::vector<ClaimTime>{{claims[0].id, {}}});
    writer.add_report({doc.id, "n1", doc.id, doc.id});
    std::vector<EventLink> links;
    for (const ClaimId claim : event.claims) {
      links.push_back(
          {claim, event.id, "raid", claim == claims[1].id ? EventReason::Alone : EventReason::SameFact});
    }
    writer.add_event(event, links);
  }
};

void make_graph_file(const std::string& path) {
  const SmallGraph small;
  Store store = Store::create(path);
  store.add(small.doc, small.claims);
  store.commit();
  small.write(store);
}

}  // namespace

TEST_CASE("a graph that was written is read again") {
  const TemporaryFolder folder;
  const SmallGraph small;
  make_graph_file(folder.file("a.db"));
  const Store store = Store::open_read_only(folder.file("a.db"));
  CHECK(store.has_current_graph());
  const GraphReader reader(store);
  const GraphCounts counts = reader.counts();
  CHECK(counts.actors == 3);
  CHECK(counts.edges == 2);
  CHECK(counts.asserted_edges == 1);
  CHECK(counts.events == 1);
  CHECK(counts.reprints == 0);
  for (const ActorRow& actor : small.actors) CHECK(reader.actor(actor.number) == actor);
  for (const EdgeRow& edge : small.edges) CHECK(reader.edge(edge.number) == edge);
  CHECK(reader.links() == std::vector{small.link});
  CHECK(reader.links_into(0) == std::vector{small.link});
  CHECK(reader.links_into(1).empty());
  CHECK(reader.refusals() == std::vector{small.refusal});
  CHECK(reader.event(0) == small.event);
  const std::vector<EventLink> links = reader.event_links(0);
  REQUIRE(links.size() == 2);
  CHECK(links[0].claim == small.event.claims[0]);
  CHECK(links[0].relation == "raid");
}

TEST_CASE("actors are found by the ids of claims, by ranges of ids, and by names") {
  const TemporaryFolder folder;
  make_graph_file(folder.file("a.db"));
  const Store store = Store::open_read_only(folder.file("a.db"));
  const GraphReader reader(store);
  const auto numbers = [](const std::vector<ActorRow>& actors) {
    std::vector<ActorNumber> found;
    for (const ActorRow& actor : actors) found.push_back(actor.number);
    return found;
  };
  CHECK(reader.find_actor(kZenda)->number == 2);
  CHECK(reader.find_actor(kShortLind)->number == 0);
  CHECK_FALSE(reader.find_actor(ActorId{5}));
  CHECK_FALSE(reader.find_actor(ActorId{}));
  CHECK(numbers(reader.find_actors("lind")) == std::vector<ActorNumber>{0});
  CHECK(reader.find_actors("Lind").empty());
  CHECK(numbers(reader.find_actors(ActorId{0x11}, kZenda, 10)) == std::vector<ActorNumber>{1, 2});
  CHECK(numbers(reader.find_actors(ActorId{1}, kZenda, 1)) == std::vector<ActorNumber>{0});
  CHECK(reader.aliases(0) == std::vector<std::string>{"Lind"});
  CHECK(reader.aliases(1).empty());
  CHECK(numbers(reader.parts_of(0)) == std::vector<ActorNumber>{2});
  CHECK(reader.find_names("l", 10) == std::vector<NameRow>{{0, "Lind", "lind"}});
  CHECK(reader.search_names("lin", 10) ==
        std::vector<NameRow>{{0, "Ada Lind", "ada lind"}, {0, "Lind", "lind"}});
  CHECK(reader.search_names("POLI zen", 10) == std::vector<NameRow>{{2, "Zenda police", "zenda police"}});
  CHECK(reader.search_names("\"", 10).empty());
}

TEST_CASE("edges are found by their ends, relation, type and id") {
  const TemporaryFolder folder;
  make_graph_file(folder.file("a.db"));
  const Store store = Store::open_read_only(folder.file("a.db"));
  const GraphReader reader(store);
  const auto numbers = [](const std::vector<EdgeRow>& edges) {
    std::vector<EdgeNumber> found;
    for (const EdgeRow& edge : edges) found.push_back(edge.number);
    return found;
  };
  CHECK(numbers(reader.edges_out(0)) == std::vector<EdgeNumber>{0});
  CHECK(numbers(reader.edges_in(0)) == std::vector<EdgeNumber>{1});
  CHECK(numbers(reader.edges_out(2)).empty());
  CHECK(numbers(reader.edges_between(1, 0)) == std::vector<EdgeNumber>{1});
  CHECK(numbers(reader.edges_between(0, 0)).empty());
  CHECK(numbers(reader.edges_of_relation("meet")) == std::vector<EdgeNumber>{1});
  CHECK(numbers(reader.edges_of_type("ASSAULT")) == std::vector<EdgeNumber>{0});
  CHECK(numbers(reader.edges_of_type("meet")).empty());
  CHECK(numbers(reader.find_edges({1}, {~0ULL}, 5)) == std::vector<EdgeNumber>{0, 1});
  CHECK(numbers(reader.find_edges({0x8000'0000'0000'0000ULL}, {~0ULL}, 5)) == std::vector<EdgeNumber>{0});
  CHECK(reader.relations() == std::vector<std::string>{"meet", "raid"});
  CHECK(reader.types() == std::vector<std::string>{"ASSAULT"});
  REQUIRE(reader.edge_ends().size() == 2);
  CHECK(reader.edge_ends()[0].is_asserted);
  CHECK_FALSE(reader.edge_ends()[1].is_asserted);
  CHECK(reader.ends_at(0).size() == 2);
  CHECK(reader.ends_at(2).empty());
}

TEST_CASE("the claims of an edge tell when, where, by whom and in which document") {
  const TemporaryFolder folder;
  const SmallGraph small;
  make_graph_file(folder.file("a.db"));
  const Store store = Store::open_read_only(folder.file("a.db"));
  const GraphReader reader(store);
  const std::vector<EdgeClaim> claims = reader.claims_of_edge(0);
  REQUIRE(claims.size() == 1);
  const EdgeClaim& claim = claims.front();
  CHECK(claim.claim == small.claims[1].id);
  CHECK(claim.document == small.doc.id);
  CHECK(claim.time.start == parse_date("2024-03-01"));
  CHECK_FALSE(claim.time.end);
  CHECK(claim.time.precision == Precision::Day);
  CHECK(claim.source == "The Example");
  CHECK(claim.place == "Café quarter");
  CHECK(claim.region == "Kabul");
  CHECK(claim.country == "AFG");
  CHECK(claim.speaker == "police");
  CHECK_FALSE(claim.speaker_actor);
  CHECK(claim.source_group == small.doc.id);
  CHECK(claim.event == "ASSAULT");
  CHECK(claim.confidence == 0.8125);
  CHECK(reader.find_edge_claims(std::vector{small.claims[1].id}) == claims);
  std::vector<ClaimId> all;
  reader.for_each_edge_claim([&](EdgeNumber, ClaimId id, const DateInterval&) { all.push_back(id); });
  CHECK(all == std::vector{small.claims[1].id, small.claims[0].id});
  CHECK(reader.claims_of_actor(2) == std::vector{small.claims[1].id});
  CHECK(reader.claims_of_actor(0) == std::vector{small.claims[0].id, small.claims[1].id});
  CHECK(reader.documents_of_actor(1) == std::vector{small.doc.id});
}

TEST_CASE("events are found by who takes part, by id and by claim") {
  const TemporaryFolder folder;
  const SmallGraph small;
  make_graph_file(folder.file("a.db"));
  const Store store = Store::open_read_only(folder.file("a.db"));
  const GraphReader reader(store);
  for (const ActorNumber actor : {0U, 1U, 2U}) CHECK(reader.events_of_actor(actor).size() == 1);
  CHECK(reader.events_between(0, 2).size() == 1);
  const EventSummary event = reader.events_of_actor(0).front();
  CHECK(event.id == small.event.id);
  CHECK(event.act == small.event.act);
  CHECK(event.source == 0U);
  CHECK(event.target == 1U);
  CHECK(event.time == small.event.time);
  CHECK(event.time_inferred);
  CHECK(event.claims == 2);
  CHECK(reader.find_events({1}, {~0ULL}, 3) == std::vector{event});
  CHECK(reader.find_events({1}, {5}, 3).empty());
  CHECK(reader.find_event_of(small.claims[0].id) == event);
  CHECK_FALSE(reader.find_event_of({5}));
  CHECK(reader.event_evidence(0).size() == 2);
}

TEST_CASE("sentences are found by their words, in any inflection, with marks") {
  const TemporaryFolder folder;
  const SmallGraph small;
  make_graph_file(folder.file("a.db"));
  const Store store = Store::open_read_only(folder.file("a.db"));
  const GraphReader reader(store);
  const std::vector<SentenceRow> found = reader.search_sentences("rebel raiding cafe", 5);
  REQUIRE(found.size() == 1);
  CHECK(found[0].text == "Rebels did not raid the café in Zenda on Monday.");
  std::string marked;
  for (const ByteSpan mark : found[0].marks) marked += std::string(slice(found[0].text, mark)) + '|';
  CHECK(marked == "Rebels|raid|café|");
  CHECK(found[0].document == small.doc.id);
  CHECK(found[0].sentence == 1);
  CHECK(found[0].span == small.doc.sentences[1].span);
  CHECK(found[0].title == "Café raided in Zenda");
  CHECK(found[0].claims == std::vector{small.claims[1].id});
  CHECK(reader.search_sentences("raid", 5).size() == 2);
  CHECK(reader.search_sentences("raid", 1).size() == 1);
  CHECK(reader.search_sentences("\"raid the\"", 5).size() == 1);
  CHECK(reader.search_sentences("raid OR zzz", 5).empty());
  const auto sent = reader.find_sentence(small.claims[1].id);
  REQUIRE(sent);
  CHECK(sent->text == found[0].text);
  REQUIRE(sent->marks.size() == 3);
  CHECK(slice(sent->text, sent->marks[1]) == "raid the");
  CHECK_FALSE(reader.find_sentence({5}));
  CHECK(reader.sentence_of_edge(0).text == sent->text);
  CHECK(reader.find_report(small.doc.id) == ReportRow{small.doc.id, "n1", small.doc.id, small.doc.id});
  CHECK_FALSE(reader.find_report({5}));
}

TEST_CASE("a graph takes the place of an earlier one, and the same rows give the same bytes") {
  const TemporaryFolder folder;
  for (const char* name : {"a.db", "b.db"}) {
    const SmallGraph small;
    Store store = Store::create(folder.file(name));
    store.add(small.doc, small.claims);
    store.commit();
    small.write(store);
    small.write(store);
    CHECK(GraphReader(store).counts().edges == 2);
  }
  CHECK(read_bytes(folder.file("a.db")) == read_bytes(folder.file("b.db")));
}

TEST_CASE("a graph that was not finished leaves the earlier one") {
  const TemporaryFolder folder;
  const SmallGraph small;
  make_graph_file(folder.file("a.db"));
  Store store = Store::open(folder.file("a.db"));
  {
    GraphWriter writer(store, {kLind});
    writer.add_actor(small.actors[0], {});
  }
  CHECK(store.has_current_graph());
  CHECK(GraphReader(store).counts().actors == 3);
}

TEST_CASE("a document that is removed takes the graph with it, and what only it named") {
  const TemporaryFolder folder;
  const std::string path = folder.file("a.db");
  const SmallGraph small;
  make_graph_file(path);
  {
    Store store = Store::open(path);
    const Document other = make_document("Strelsau");
    Claim bare = make_claims(other)[0];
    bare.relation.lemma = "fall";
    store.add(other, std::vector{bare});
    CHECK(store.remove(small.doc.id));
    CHECK_FALSE(store.has_current_graph());
    store.commit();
    CHECK(GraphReader(store).counts().actors == 0);
    GraphWriter(store, {}).finish();
    CHECK(store.has_current_graph());
  }
  SQLite::Database db(path, SQLite::OPEN_READWRITE);
  for (const char* table : {"code", "time", "place", "claim_detail", "edge_claim", "event_claim"}) {
    CAPTURE(table);
    CHECK(db.execAndGet(std::string("SELECT count(*) FROM ") + table).getInt() == 0);
  }
  CHECK(db.execAndGet("SELECT group_concat(text) FROM term").getString() == "fall");
  CHECK(
      db.execAndGet("SELECT count(*) FROM sentence_search WHERE sentence_search MATCH 'strelsau'").getInt() ==
      2);
  CHECK(db.execAndGet("SELECT count(*) FROM sentence_search WHERE sentence_search MATCH 'zenda'").getInt() ==
        0);
  CHECK(read_bytes(path).find("Zenda") == std::string::npos);
}

TEST_CASE("a graph is compared with that of the file, row by row") {
  const TemporaryFolder folder;
  const std::string path = folder.file("a.db");
  make_graph_file(path);
  SmallGraph small;
  {
    Store store = Store::open_read_only(path);
    GraphWriter writer(store, {kLind, kMoe, kZenda}, GraphTarget::Temporary);
    small.write(writer);
    writer.finish();
    CHECK(writer.differences(10).empty());
  }
  small.edges[0].claims = 2;
  Store store = Store::open_read_only(path);
  GraphWriter writer(store, {kLind, kMoe, kZenda}, GraphTarget::Temporary);
  small.write(writer);
  writer.finish();
  CHECK(writer.differences(10) ==
        std::vector<std::string>{
            "edge r8000000000000001: it follows from the claims so, and the file has it otherwise or not at "
            "all",
            "edge r8000000000000001: the file has it so, and it does not follow from the claims"});
  CHECK(writer.differences(1).size() == 1);
  CHECK(GraphReader(Store::open_read_only(path)).edge(0).claims == 1);
}
