#include "cli/event_choice.hpp"

#include <algorithm>
#include <vector>

#include "cli/short_id.hpp"
#include "cli/text_layout.hpp"
#include "export/events_json.hpp"
#include "records/error.hpp"

namespace actorgraph {
namespace {

constexpr std::size_t kMostCandidates = 10;

}  // namespace

EventSummary choose_event(const GraphReader& reader, const std::string& id) {
  const auto range = parse_id_prefix(id, EventTag::kLetter);
  std::vector<EventSummary> found;
  if (range) found = reader.find_events({range->first}, {range->last}, kMostCandidates + 1);
  if (found.size() == 1) return found.front();
  if (found.empty())
    throw Error("no event has the id '" + id +
                "'; expected an id such as e3f1, as `actorgraph events` prints them");
  const bool more = found.size() > kMostCandidates;
  std::string message = "'" + id + "' begins " + (more ? "more than " : "") +
                        group_digits(std::min(found.size(), kMostCandidates)) + " ids; give more digits:";
  for (std::size_t i = 0; i < found.size() && i < kMostCandidates; ++i)
    message += "\n  " + to_string(found[i].id);
  if (more) message += "\n  ...";
  throw Error(message);
}

void write_event(const GraphReader& reader, const EventSummary& event, std::ostream& out) {
  const Event whole = reader.event(event.number);
  std::vector<ReportRow> reports;
  const auto add_report = [&](DocumentId id) {
    if (auto report = reader.find_report(id)) reports.push_back(std::move(*report));
  };
  for (const DocumentId id : whole.reports) add_report(id);
  std::vector<DocumentId> related;
  for (const ReportRow& report : reports) {
    related.push_back(report.story);
    related.push_back(report.source_group);
  }
  for (const DocumentId id : related) add_report(id);
  std::ranges::sort(reports, {}, &ReportRow::document);
  const std::vector<ClaimPlace> evidence = reader.event_evidence(event.number);
  const auto name_of = [&](ActorId id) {
    const auto actor = reader.find_actor(id);
    return actor ? actor->name : std::string();
  };
  write_event(whole, reader.event_links(event.number),
              {.name_of = name_of, .reports = reports, .evidence = evidence}, out);
}

}  // namespace actorgraph
