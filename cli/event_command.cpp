#include "cli/event_command.hpp"

#include <algorithm>
#include <optional>
#include <ostream>

#include "cli/data_folder.hpp"
#include "cli/event_choice.hpp"
#include "cli/graph_file.hpp"
#include "cli/graph_saver.hpp"
#include "cli/short_id.hpp"
#include "cli/text_layout.hpp"
#include "records/error.hpp"
#include "store/graph_reader.hpp"

namespace actorgraph {
namespace {

/// The claim of `event` whose id begins with `id`.
ClaimId choose_claim(const Event& event, const std::string& id) {
  const auto range = parse_id_prefix(id, ClaimTag::kLetter);
  std::vector<ClaimId> found;
  for (const ClaimId claim : event.claims) {
    if (range && claim.value >= range->first && claim.value <= range->last) found.push_back(claim);
  }
  if (found.size() == 1) return found.front();
  throw Error("'" + id + "' is the id of " + (found.empty() ? "no claim" : "several claims") +
              " of that event; its claims are listed by: actorgraph explain GRAPH " + to_string(event.id));
}

/// Takes back what says the opposite of a new correction: that claims of both events are (or are not) one.
void take_back(Store& store, CorrectionKind kind, const std::vector<ClaimId>& one,
               const std::vector<ClaimId>& other) {
  const auto across = [&](ClaimId a, ClaimId b) {
    return std::ranges::binary_search(one, a) && std::ranges::binary_search(other, b);
  };
  for (const Correction& known : store.corrections()) {
    const bool of_both = across(known.claim, known.other_claim) || across(known.other_claim, known.claim);
    if (known.kind == kind && of_both) store.remove_correction(known);
  }
}

}  // namespace

void EventCommand::setup(CLI::App& app) {
  app.description(
      "Corrects which claims are one event. Corrections stay in the graph file, go with it, are applied "
      "again\n"
      "whenever articles are added, and are listed and taken back by `actorgraph corrections`.");
  app.require_subcommand(1);
  const auto add = [&](const char* command, const char* summary, const char* other, const char* says) {
    CLI::App* part = app.add_subcommand(command, summary);
    part->fallthrough();
    part->add_option("GRAPH", store_, "The graph file")->required();
    part->add_option("EVENT", event_, "An event (e...), as `actorgraph events` prints it")->required();
    part->add_option(other, other_, says)->required();
    part->add_option("--data", data_, "Folder of the models and lexicons")->type_name("DIR");
    return part;
  };
  join_ = add("join", "Two events are one", "OTHER", "The event that it is, too");
  split_ = add("split", "A claim of an event tells of another", "CLAIM", "The claim (c...)");
  app.footer(
      "Examples:\n"
      "  actorgraph event join story.db e3f1 e77a\n"
      "  actorgraph event split story.db e3f1 c90d2");
}

int EventCommand::run(Console& console) {
  Store store = open_graph_to_write(store_, console, data_);
  std::optional<GraphReader> before(std::in_place, store);
  const std::uint64_t events_before = before->counts().events;
  const Event event = before->event(choose_event(*before, event_).number);
  Correction correction;
  if (join_->parsed()) {
    const Event other = before->event(choose_event(*before, other_).number);
    if (event.id == other.id) throw Error("'" + event_ + "' and '" + other_ + "' are one event already");
    correction.kind = CorrectionKind::JoinEvents;
    correction.claim = event.claims.front();
    correction.other_claim = other.claims.front();
    correction.note = event.relation + " = " + other.relation;
    take_back(store, CorrectionKind::SplitEvents, event.claims, other.claims);
  } else {
    correction.kind = CorrectionKind::SplitEvents;
    correction.other_claim = choose_claim(event, other_);
    const auto* const rest =
        std::ranges::find_if(event.claims.data(), event.claims.data() + event.claims.size(),
                             [&](ClaimId claim) { return claim != correction.other_claim; });
    if (rest == event.claims.data() + event.claims.size())
      throw Error("that event has one claim alone; there is nothing to split");
    correction.claim = *rest;
    correction.note = event.relation;
    take_back(store, CorrectionKind::JoinEvents, event.claims, {correction.other_claim});
  }
  before.reset();
  store.add_correction(correction);
  store.commit();
  const EventSet after = save_graph(store, find_data_folder(data_));
  if (!console.quiet) {
    console.out << ' ' << console.paint(Colour::Green, join_->parsed() ? "joined" : "split") << "  "
                << make_harmless(correction.note) << "; " << count_of(after.events.size(), "event")
                << " now, " << events_before << " before. To take it back: " << console.program
                << " corrections " << shell_word(store_) << " --undo last\n";
    console.flush_out();
  }
  return kDone;
}

}  // namespace actorgraph
