#include "cli/graph_saver.hpp"

#include <doctest/doctest.h>
#include <unistd.h>

#include <algorithm>
#include <boost/range/iterator_range.hpp>
#include <filesystem>
#include <sstream>
#include <tuple>

#include "cli/graph_file.hpp"
#include "cli/graph_proof.hpp"
#include "graph/graph_builder.hpp"
#include "graph/identity.hpp"

using namespace actorgraph;

namespace {

const std::string kData = std::string(ACTORGRAPH_SOURCE_DIR) + "/data";

class TemporaryFile {
 public:
  TemporaryFile() {
    std::string pattern = (std::filesystem::temp_directory_path() / "graph-saver-XXXXXX").string();
    REQUIRE(mkdtemp(pattern.data()) != nullptr);
    folder_ = pattern;
  }
  ~TemporaryFile() {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;

  [[nodiscard]] std::string path() const { return folder_ + "/a.db"; }

 private:
  std::string folder_;
};

/// "Ada Lind|attack|Zenda police": who, what, whom; the sentence is the three words with blanks.
struct Fact {
  const char* subject;
  const char* relation;
  const char* object;
  const char* speaker = "";
  std::uint32_t dead = 0;
  const char* recipient = "";
};

class News {
 public:
  explicit News(Store& store) : store_(store) {}

  void add(const char* published, const std::vector<Fact>& facts) {
    Document doc;
    std::vector<Claim> claims;
    for (const Fact& fact : facts) add_sentence(doc, claims, fact);
    doc.article.published = parse_date(published);
    doc.article.url = "https://example.org/" + std::to_string(++count_);
    doc.article.blocks = {{BlockKind::Body, {0, static_cast<std::uint32_t>(doc.article.text.size())}}};
    doc.id = make_document_id(doc.article);
    for (Claim& claim : claims) {
      claim.document = doc.id;
      claim.id = make_claim_id(claim);
    }
    resolve_actors(claims);
    store_.add(doc, claims);
  }

 private:
  static Participant add_name(std::string& text, const std::string& name) {
    Participant participant;
    participant.span.begin = static_cast<std::uint32_t>(text.size());
    text += name;
    participant.span.end = static_cast<std::uint32_t>(text.size());
    participant.text = participant.actor = name;
    participant.kind = name.ends_with("police") ? ActorKind::Government : ActorKind::Person;
    return participant;
  }

  static void add_sentence(Document& doc, std::vector<Claim>& claims, const Fact& fact) {
    std::string& text = doc.article.text;
    if (!text.empty()) text += ' ';
    const auto begin = static_cast<std::uint32_t>(text.size());
    Claim claim;
    claim.sentence = static_cast<std::uint32_t>(doc.sentences.size());
    claim.subject = add_name(text, fact.subject);
    text += ' ';
    claim.relation.span.begin = static_cast<std::uint32_t>(text.size());
    text += fact.relation;
    claim.relation.span.end = static_cast<std::uint32_t>(text.size());
    claim.relation.text = claim.relation.lemma = fact.relation;
    text += ' ';
    if (fact.object[0] != '\0') claim.object = add_name(text, fact.object);
    text += " in Zenda";
    if (fact.speaker[0] != '\0') {
      text += ", said ";
      claim.attributed_to = add_name(text, fact.speaker);
    }
    text += '.';
    if (claim.relation.lemma == "attack") {
      claim.event = EventCode{"ASSAULT", "", {}, "180", -9, 4, {}, {}};
      if (fact.dead > 0) claim.event->size.dead = fact.dead;
      if (fact.recipient[0] != '\0') claim.event->recipient = add_name(text, fact.recipient);
    }
    claim.place = PlaceReference{"Zenda", "Zenda", "RUR", "", PlaceKind::City, {}, {}};
    claim.confidence = 0.5;
    claim.span = {begin, static_cast<std::uint32_t>(text.size())};
    Sentence& sent = doc.sentences.emplace_back();
    sent.span = claim.span;
    claims.push_back(std::move(claim));
  }

  Store& store_;
  int count_ = 0;
};

void add_news(Store& store) {
  News news(store);
  const Fact raid{"Ada Lind", "attack", "Zenda police", "Bruno Moe", 12};
  news.add("2024-05-01", {raid, {"Ada Lind", "meet", "Carla Vale"}, {"Dana Kern", "speak", ""}});
  news.add("2024-05-02", {raid, {"Ada Lind", "meet", "Carla Vale"}, {"Dana Kern", "speak", ""}});
  news.add("2024-05-02", {{"Emil Roth", "attack", "Zenda police", "", 15}, {"Lind", "praise", "Carla Vale"}});
  news.add("2024-05-20",
           {{"Emil Roth", "attack", "", "", 0, "Zendans"}, {"Moe", "attack", "Roth", "", 0, "Zendans"}});
  news.add("2024-06-01", {{"Carla Vale", "accuse", "Ada Lind", "Dana Kern"}});
  store.commit();
}

auto fields(const ActorNode& node) {
  return std::tie(node.id, node.name, node.kind, node.code, node.aliases, node.mentions, node.documents,
                  node.first_seen, node.last_seen, node.part_of);
}

auto fields(const RelationEdge& edge) {
  return std::tie(edge.id, edge.relation, edge.event, edge.negated, edge.modality, edge.weight,
                  edge.documents, edge.first, edge.last, edge.times, edge.polarity, edge.confidence,
                  edge.evidence, edge.quoted, edge.quote, edge.url);
}

void check_equal(const KnowledgeGraph& read, const KnowledgeGraph& merged) {
  REQUIRE(read.actor_count() == merged.actor_count());
  REQUIRE(read.edge_count() == merged.edge_count());
  CHECK(dump(read) == dump(merged));
  for (const auto vertex : boost::make_iterator_range(boost::vertices(merged.graph()))) {
    CHECK(fields(read.graph()[vertex]) == fields(merged.graph()[vertex]));
    CHECK(read.find_actor(merged.graph()[vertex].id) == vertex);
  }
  auto edge = boost::edges(read.graph()).first;
  for (const auto other : boost::make_iterator_range(boost::edges(merged.graph()))) {
    CHECK(fields(read.graph()[*edge]) == fields(merged.graph()[other]));
    ++edge;
  }
  CHECK(std::ranges::equal(read.links(), merged.links()));
  CHECK(std::ranges::equal(read.refusals(), merged.refusals()));
}

}  // namespace

TEST_CASE("the graph in the file is the one that was merged: actors, edges, events and why") {
  const TemporaryFile file;
  Store store = Store::create(file.path());
  add_news(store);
  const EventSet merged = save_graph(store, kData);
  CHECK(store.has_current_graph());
  CHECK(merged.graph.edge_count() > 4);
  CHECK(merged.events.size() > 2);
  check_equal(load_graph(store, GraphParts::All), merged.graph);
  const GraphReader reader(store);
  CHECK(reader.counts().reprints == 1);
  REQUIRE(reader.counts().events == merged.events.size());
  for (std::uint32_t event = 0; event < merged.events.size(); ++event) {
    CHECK(dump(reader.event(event)) == dump(merged.events.make_event(event)));
    CHECK(reader.event(event) == merged.events.make_event(event));
    CHECK(reader.event_links(event) == merged.events.links(event));
  }
  for (const ReportRow& report : merged.reports) CHECK(reader.find_report(report.document) == report);
}

TEST_CASE("all claims of an actor are known, with those of which it is only the speaker or has no object") {
  const TemporaryFile file;
  Store store = Store::create(file.path());
  add_news(store);
  static_cast<void>(save_graph(store, kData));
  const GraphReader reader(store);
  const auto claims_of = [&](const char* name) {
    const std::vector<ActorRow> found = reader.find_actors(normalise_name(name));
    REQUIRE(found.size() == 1);
    return reader.claims_of_actor(found.front().number).size();
  };
  CHECK(claims_of("Bruno Moe") == 2);
  CHECK(claims_of("Dana Kern") == 3);
  CHECK(claims_of("Carla Vale") == 4);
}

TEST_CASE("a graph is proved by merging again, and what does not follow from the claims is told") {
  const TemporaryFile file;
  {
    Store store = Store::create(file.path());
    add_news(store);
    static_cast<void>(save_graph(store, kData));
  }
  {
    Store store = Store::open_read_only(file.path());
    CHECK(find_faults(store, kData).empty());
  }
  {
    Store store = Store::open(file.path());
    const EventSet set = merge_events(store, kData);
    GraphWriter writer(store, actor_ids(set.graph));
    EventSet fewer = merge_events(store, kData);
    fewer.actor_claims.pop_back();
    write_graph(fewer, writer);
    writer.finish();
  }
  Store store = Store::open_read_only(file.path());
  const std::vector<Fault> faults = find_faults(store, kData);
  REQUIRE(faults.size() == 1);
  CHECK(faults.front().kind == FaultKind::Graph);
  CHECK(faults.front().message.starts_with("actor_claim "));
}

TEST_CASE("an actor that a user divided is another one in its document's edges and events") {
  const TemporaryFile file;
  Store store = Store::create(file.path());
  add_news(store);
  const EventSet before = save_graph(store, kData);
  const std::vector<ActorRow> lind = GraphReader(store).find_actors("ada lind");
  REQUIRE(lind.size() == 1);
  Correction divide;
  divide.kind = CorrectionKind::DivideActor;
  divide.actor = lind.front().id;
  divide.document = store.find_documents("https://example.org/1").front();
  store.add_correction(divide);
  CHECK_FALSE(store.has_current_graph());
  store.commit();
  const EventSet after = save_graph(store, kData);
  // The bare surname of another document may now be that of either.
  CHECK(after.graph.actor_count() == before.graph.actor_count() + 2);
  const GraphReader reader(store);
  const auto divided = reader.find_actor(make_divided_id(divide.actor, divide.document));
  REQUIRE(divided);
  CHECK_FALSE(reader.events_of_actor(divided->number).empty());
  check_equal(load_graph(store, GraphParts::All), after.graph);
}

TEST_CASE("a file whose graph is behind is brought up to date by who asks") {
  const TemporaryFile file;
  {
    Store store = Store::create(file.path());
    add_news(store);
  }
  std::istringstream in;
  std::ostringstream out;
  std::ostringstream err;
  const Console console{.in = in, .out = out, .err = err};
  const Store store = open_graph(file.path(), console, kData);
  CHECK(store.has_current_graph());
  CHECK(err.str() ==
        file.path() + ": the graph in this file is behind its articles; bringing it up to date\n");
  CHECK(GraphReader(open_graph(file.path(), console, kData)).counts().edges > 4);
}

TEST_CASE("the suggested query names the actor that does most, in words that need no quotes") {
  const TemporaryFile file;
  Store store = Store::create(file.path());
  static_cast<void>(save_graph(store, kData));
  CHECK(suggest_query(GraphReader(store)).empty());
  News(store).add("2024-05-01", {{"Ada Kern", "meet", "Bruno Vale"},
                                 {"Ada Kern", "meet", "Carla Moss"},
                                 {"Bruno Vale", "meet", "Carla Moss"},
                                 {"police", "meet", "Ada Kern"},
                                 {"police", "meet", "Bruno Vale"},
                                 {"police", "meet", "Carla Moss"},
                                 {"\"Big\" Dan", "meet", "Ada Kern"},
                                 {"\"Big\" Dan", "meet", "Bruno Vale"},
                                 {"\"Big\" Dan", "meet", "Carla Moss"}});
  store.commit();
  static_cast<void>(save_graph(store, kData));
  CHECK(suggest_query(GraphReader(store)) == "Ada Kern -> ?");
}
