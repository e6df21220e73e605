#include "export/events_json.hpp"

#include <algorithm>
#include <cassert>
#include <ostream>
#include <string_view>

#include "export/json_line.hpp"

namespace actorgraph {
namespace {

class EventWriter : private JsonLine {
 public:
  explicit EventWriter(const EventSources& sources) : sources_(sources) {}

  using JsonLine::finish;

  void write(const Event& event, std::span<const EventLink> links) {
    json_.StartObject();
    field("id", to_string(event.id));
    field("act", to_string(event.act));
    field_or_null("plover", event.type);
    field_or_null("cameo", event.cameo);
    field("relation", event.relation);
    actor("source", event.source);
    actor("target", event.target);
    json_.Key("others");
    json_.StartArray();
    for (const ActorId other : event.others) actor(other);
    json_.EndArray();
    field("polarity", event.negated ? "negated" : "affirmed");
    field("modality", to_string(event.modality));
    time(event);
    field_or_null("place", event.place);
    field_or_null("country", event.country);
    count("claim_count", event.claims.size());
    count("document_count", event.reports.size());
    count("source_count", event.sources);
    json_.Key("disputed");
    json_.Bool(is_disputed(event));
    agents(event);
    numbers(event);
    reports(event);
    claims(links);
    json_.EndObject();
  }

 private:
  void actor(const char* key, ActorId id) {
    json_.Key(key);
    actor(id);
  }

  void actor(ActorId id) {
    if (id.is_none()) {
      json_.Null();
      return;
    }
    json_.StartObject();
    field("id", to_string(id));
    field_or_null("name", sources_.name_of(id));
    json_.EndObject();
  }

  void time(const Event& event) {
    json_.Key("time");
    if (!event.time.start && !event.time.end) {
      json_.Null();
      return;
    }
    json_.StartObject();
    field_or_null("start", event.time.start ? to_string(*event.time.start) : std::string());
    field_or_null("end", event.time.end ? to_string(*event.time.end) : std::string());
    field("precision", to_string(event.time.precision));
    json_.Key("inferred");
    json_.Bool(event.time_inferred);
    json_.EndObject();
  }

  void claim_ids(const std::vector<ClaimId>& claims) {
    json_.Key("claims");
    json_.StartArray();
    for (const ClaimId claim : claims) string(to_string(claim));
    json_.EndArray();
  }

  void agents(const Event& event) {
    json_.Key("agents");
    json_.StartArray();
    for (const EventAgent& agent : event.agents) {
      json_.StartObject();
      actor("actor", agent.actor);
      json_.Key("named");
      json_.Bool(agent.is_named);
      count("source_count", agent.sources);
      json_.Key("according_to");
      json_.StartArray();
      for (const ActorId speaker : agent.speakers) actor(speaker);
      json_.EndArray();
      claim_ids(agent.claims);
      json_.EndObject();
    }
    json_.EndArray();
  }

  void numbers(const Event& event) {
    json_.Key("numbers");
    json_.StartArray();
    for (const EventNumber& number : event.numbers) {
      json_.StartObject();
      field("kind", to_string(number.kind));
      count("value", number.value);
      count("source_count", number.sources);
      claim_ids(number.claims);
      json_.EndObject();
    }
    json_.EndArray();
  }

  [[nodiscard]] const ReportRow& find_report(DocumentId id) const {
    const auto at = std::ranges::lower_bound(sources_.reports, id, {}, &ReportRow::document);
    assert(at != sources_.reports.end() && at->document == id);
    return *at;
  }

  [[nodiscard]] std::string_view name_of_report(DocumentId id) const { return find_report(id).name; }

  void reports(const Event& event) {
    json_.Key("documents");
    json_.StartArray();
    for (const DocumentId id : event.reports) {
      const ReportRow& report = find_report(id);
      json_.StartObject();
      field("document", report.name);
      field("story", name_of_report(report.story));
      field("copy_of", name_of_report(report.source_group));
      json_.EndObject();
    }
    json_.EndArray();
  }

  void claims(std::span<const EventLink> links) {
    json_.Key("claims");
    json_.StartArray();
    for (const EventLink& link : links) {
      const auto at = std::ranges::lower_bound(sources_.evidence, link.claim, {}, &ClaimPlace::claim);
      assert(at != sources_.evidence.end() && at->claim == link.claim);
      json_.StartObject();
      field("id", to_string(link.claim));
      field("document", name_of_report(at->document));
      span("span", at->sentence);
      span("relation", at->relation);
      field("lemma", link.relation);
      field("reason", to_string(link.reason));
      json_.Key("strength");
      json_.Double(strength_of(link.reason));
      json_.EndObject();
    }
    json_.EndArray();
  }

  const EventSources& sources_;
};

}  // namespace

void write_event(const Event& event, std::span<const EventLink> links, const EventSources& sources,
                 std::ostream& out) {
  EventWriter writer(sources);
  writer.write(event, links);
  writer.finish("event " + to_string(event.id), out);
}

}  // namespace actorgraph
