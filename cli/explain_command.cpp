#include "cli/explain_command.hpp"

#include <algorithm>
#include <map>
#include <ostream>
#include <set>

#include "cli/actor_choice.hpp"
#include "cli/event_choice.hpp"
#include "cli/graph_file.hpp"
#include "cli/short_id.hpp"
#include "cli/stored_edges.hpp"
#include "cli/table_option.hpp"
#include "cli/text_layout.hpp"
#include "graph/identity.hpp"
#include "store/graph_reader.hpp"

namespace actorgraph {
namespace {

constexpr std::size_t kMostNeighbours = 10;
constexpr std::size_t kFewestIdLetters = 4;  // "e3f1a"; shorter words are names

/// A name of the node, why it is one, and in which documents it stands.
struct NameReason {
  std::string reason;
  std::string detail;
  double strength = 1;
  std::set<DocumentId> documents;
};

/// The part of an inferred reason "the group: described so before" that follows the words; else empty.
std::string find_reason(const Claim& claim, const std::string& text) {
  for (const std::string& inferred : claim.inferred) {
    if (inferred.size() > text.size() + 2 && inferred.starts_with(text) && inferred[text.size()] == ':')
      return inferred.substr(text.size() + 2);
  }
  return {};
}

class NameCollector {
 public:
  /// In: `links` are those into the actor.
  NameCollector(ActorId actor, const std::vector<ActorLink>& links) : actor_(actor) {
    for (const ActorLink& link : links) links_.emplace(link.from, &link);
  }

  void add(const Participant& participant, const Claim& claim) {
    const auto link = links_.find(participant.id);
    if (participant.id != actor_ && link == links_.end()) return;
    const std::string own(name_of(participant));
    NameReason& name = names_[own];
    name.documents.insert(claim.document);
    if (link != links_.end()) {
      name.reason = to_string(link->second->reason);
      name.detail = link->second->detail;
      name.strength = link->second->strength;
    } else if (name.reason.empty()) {
      name.reason = "its name";
    }
    if (participant.text == own) return;
    NameReason& other = names_[participant.text];
    other.documents.insert(claim.document);
    if (other.reason.empty() || other.reason == kInDocument) {
      const std::string reason = find_reason(claim, participant.text);
      other.reason = reason.empty() ? kInDocument : reason;
      other.detail = "for " + own;
    }
  }

  [[nodiscard]] const std::map<std::string, NameReason>& names() const { return names_; }

 private:
  static constexpr const char* kInDocument = "so called in its document";

  ActorId actor_;
  std::map<ActorId, const ActorLink*> links_;
  std::map<std::string, NameReason> names_;
};

std::string list_names(const std::vector<std::string>& names) {
  std::string text;
  for (std::size_t i = 0; i < names.size() && i < kMostNeighbours; ++i)
    text += (i == 0 ? "" : ", ") + make_harmless(names[i]);
  if (names.size() > kMostNeighbours)
    text += ", and " + std::to_string(names.size() - kMostNeighbours) + " more";
  return text;
}

void write_heading(const ActorRow& actor, std::size_t names, const Console& console) {
  std::string heading = make_harmless(actor.name);
  for (const std::string& part : {std::string(to_string(actor.kind)), actor.code, to_string(actor.id),
                                  period_as_text(actor.first_seen, actor.last_seen)}) {
    if (!part.empty()) heading += " · " + part;
  }
  console.out << ' ' << console.paint(Colour::Bold, heading) << '\n'
              << " one node for " << count_of(names, "name") << " in "
              << count_of(actor.documents, "document") << '\n';
}

/// What stands beside the node: its whole and its parts, and what was not joined.
void write_neighbours(const GraphReader& reader, const ActorRow& actor, const Console& console) {
  if (actor.part_of) {
    const auto whole = reader.find_actor(actor.part_of->whole);
    if (whole) {
      console.out << " a " << to_string(actor.part_of->kind) << " of " << make_harmless(whole->name) << '\n';
    }
  }
  std::vector<std::string> parts;
  for (const ActorRow& part : reader.parts_of(actor.number)) parts.push_back(part.name);
  if (!parts.empty()) console.out << " its parts: " << list_names(parts) << '\n';
  std::vector<std::string> refused;
  for (const RefusedLink& link : reader.refusals()) {
    if (link.from == actor.id || link.into == actor.id) {
      refused.push_back((link.from == actor.id ? link.into_name : link.from_name) + " (" + link.obstacle +
                        ")");
    }
  }
  if (!refused.empty()) console.out << " not joined: " << list_names(refused) << '\n';
}

}  // namespace

void ExplainCommand::setup(CLI::App& app) {
  app.description(
      "Says why an actor is one node: all names that it goes by, each with the reason for which it is this\n"
      "actor and the number of documents; what it is a part of; and what looked like it and was not joined.\n"
      "Of an event it says why its claims are one.");
  app.add_option("GRAPH", store_, "The graph file")->required();
  app.add_option("WHAT", actor_, "An actor, by a name or its id, or an event's id (e3f1a)")->required();
  app.add_option("--data", data_, "Folder of the models and lexicons")->type_name("DIR");
  add_table_option(app, format_);
  app.footer(
      "Examples:\n"
      "  actorgraph explain story.db ISIS-K\n"
      "  actorgraph explain story.db ISIS-K -f jsonl\n"
      "  actorgraph explain story.db e3f1a");
}

/// Why claims are one event, one row a claim.
void ExplainCommand::explain_event(const Store& store, Console& console) const {
  const GraphReader reader(store);
  const EventSummary event = choose_event(reader, actor_);
  const TableFormat format = chosen_table_format(format_, console);
  const bool aligned = format == TableFormat::Table;
  if (aligned) {
    console.out << " one event for " << count_of(event.claims, "claim") << " in "
                << count_of(event.documents, "document") << " of "
                << count_of(event.sources, "independent source") << '\n';
  }
  TableWriter table(console, format,
                    {{.name = "claim"},
                     {.name = "why"},
                     {.name = "strength"},
                     {.name = "document"},
                     {.name = "sentence", .note = true}});
  for (const EventLink& link : reader.event_links(event.number)) {
    const auto sent = reader.find_sentence(link.claim);
    if (!sent) continue;
    const auto report = reader.find_report(sent->document);
    const bool is_named = report && report->name != to_string(sent->document);
    table.add({to_string(link.claim), text_cell(std::string(to_string(link.reason))),
               strength_of(link.reason), text_cell(is_named ? report->name : sent->path),
               text_cell("“" + sent->text + "”")});
  }
  table.finish();
  if (aligned) {
    console.out << " to change it: " << console.program << " event split " << shell_word(store_) << ' '
                << to_string(event.id) << " CLAIM\n";
  }
  console.flush_out();
}

int ExplainCommand::run(Console& console) {
  const Store store = open_graph(store_, console, data_);
  if (parse_id_prefix(actor_, EventTag::kLetter) && actor_.size() > kFewestIdLetters) {
    explain_event(store, console);
    return kDone;
  }
  const GraphReader reader(store);
  const ActorRow actor = choose_actor(StoredEdges(reader), actor_);
  const std::vector<ActorLink> links = reader.links_into(actor.number);
  NameCollector collector(actor.id, links);
  for (const DocumentId id : reader.documents_of_actor(actor.number)) {
    const auto stored = store.find_document(id);
    if (!stored) continue;
    for (const Claim& claim : stored->claims) {
      collector.add(claim.subject, claim);
      if (claim.object) collector.add(*claim.object, claim);
      if (claim.attributed_to) collector.add(*claim.attributed_to, claim);
    }
  }

  const TableFormat format = chosen_table_format(format_, console);
  const bool aligned = format == TableFormat::Table;
  if (aligned) write_heading(actor, collector.names().size(), console);
  TableWriter table(
      console, format,
      {{.name = "name"}, {.name = "why"}, {.name = "detail"}, {.name = "strength"}, {.name = "documents"}});
  for (const auto& [name, reason] : collector.names()) {
    table.add({text_cell(name), text_cell(reason.reason), text_cell(reason.detail), reason.strength,
               static_cast<std::int64_t>(reason.documents.size())});
  }
  table.finish();
  if (aligned) {
    write_neighbours(reader, actor, console);
    console.out << " to change it: " << console.program << " actor split " << shell_word(store_) << ' '
                << shell_word(actor.name) << " NAME\n";
  }
  console.flush_out();
  return kDone;
}

}  // namespace actorgraph
