#include "cli/actor_command.hpp"

#include <algorithm>
#include <ostream>

#include "cli/actor_choice.hpp"
#include "cli/data_folder.hpp"
#include "cli/graph_file.hpp"
#include "cli/graph_saver.hpp"
#include "cli/stored_edges.hpp"
#include "cli/text_layout.hpp"
#include "graph/identity.hpp"
#include "records/error.hpp"

namespace actorgraph {
namespace {

/// The id by which claims know the bearer of `name` in the node of `actor`.
ActorId find_own_id(const KnowledgeGraph& graph, const ActorNode& actor, const std::string& name) {
  const std::string key = normalise_name(name);
  if (normalise_name(actor.name) == key) return actor.id;
  for (const ActorLink& link : graph.links_into(actor.id)) {
    if (normalise_name(link.from_name) == key || to_string(link.from) == name) return link.from;
  }
  return {};
}

/// "\"Lind\" of \"Ada Lind\" has no entry of its own..."
[[noreturn]] void fail_inseparable(const ActorNode& actor, const std::string& name, const Console& console) {
  const bool is_alias = std::ranges::find(actor.aliases, name) != actor.aliases.end();
  if (!is_alias) {
    throw Error("\"" + name + "\" is no name of " + actor.name +
                "; its names are listed by: " + console.program + " explain");
  }
  throw Error(
      "\"" + name + "\" and \"" + actor.name +
      "\" are one actor within the documents that name them so, or in the dictionary of actors; to take "
      "one document's bearer out: " +
      console.program + " actor divide");
}

/// Takes back what says the opposite of a new correction: that ids of both are (or are not) one actor.
void take_back(Store& store, CorrectionKind kind, const std::vector<ActorId>& one,
               const std::vector<ActorId>& other) {
  const auto across = [&](ActorId a, ActorId b) {
    return std::ranges::find(one, a) != one.end() && std::ranges::find(other, b) != other.end();
  };
  for (const Correction& known : store.corrections()) {
    const bool of_both = across(known.actor, known.other_actor) || across(known.other_actor, known.actor);
    if (known.kind == kind && of_both) store.remove_correction(known);
  }
}

/// All ids by which claims know the node.
std::vector<ActorId> ids_of(const KnowledgeGraph& graph, const ActorNode& actor) {
  std::vector<ActorId> ids{actor.id};
  for (const ActorLink& link : graph.links_into(actor.id)) ids.push_back(link.from);
  return ids;
}

}  // namespace

void ActorCommand::setup(CLI::App& app) {
  app.description(
      "Corrects which names are one actor. Corrections stay in the graph file, go with it, are applied "
      "again\n"
      "whenever articles are added, and are listed and taken back by `actorgraph corrections`.");
  app.require_subcommand(1);
  const auto add = [&](const char* command, const char* summary, const char* one, const char* other,
                       const char* says) {
    CLI::App* part = app.add_subcommand(command, summary);
    part->fallthrough();
    part->add_option("GRAPH", store_, "The graph file")->required();
    part->add_option(one, one_, "An actor, by a name or its id")->required();
    part->add_option(other, other_, says)->required();
    part->add_option("--data", data_, "Folder of the models and lexicons")->type_name("DIR");
    return part;
  };
  join_ = add("join", "Two actors are one", "ACTOR", "OTHER", "The actor that it is, too");
  split_ = add("split", "Two names of a node are two actors", "ACTOR", "NAME",
               "A name of it that is somebody else's");
  divide_ = add("divide", "One document means another actor by the same name", "ACTOR", "DOCUMENT",
                "The id, address or file of the document");
  rename_ = add("rename", "Give an actor another name", "ACTOR", "NAME", "The new name");
  app.footer(
      "Examples:\n"
      "  actorgraph actor join story.db \"Ada Lind\" \"A. Lind-Moe\"\n"
      "  actorgraph actor split story.db \"Blue Front\" BF\n"
      "  actorgraph actor divide story.db \"John Smith\" https://example.org/1\n"
      "  actorgraph actor rename story.db ISIS-K \"Islamic State - Khorasan Province\"");
}

int ActorCommand::run(Console& console) {
  Store store = open_graph_to_write(store_, console, data_);
  const KnowledgeGraph before = load_graph(store, GraphParts::WithoutQuotes);
  const GraphReader reader(store);
  const StoredEdges edges(reader);
  const ActorNode& one = before.graph()[choose_actor(edges, one_).number];
  std::vector<Correction> corrections(1);
  Correction& correction = corrections.front();
  correction.actor = one.id;
  std::string done;
  if (join_->parsed()) {
    const ActorNode& other = before.graph()[choose_actor(edges, other_).number];
    if (one.id == other.id) throw Error("\"" + one_ + "\" and \"" + other_ + "\" are one actor already");
    correction.kind = CorrectionKind::JoinActors;
    correction.other_actor = other.id;
    correction.note = one.name + " = " + other.name;
    done = "joined  " + correction.note;
    take_back(store, CorrectionKind::SplitActors, ids_of(before, one), ids_of(before, other));
  } else if (split_->parsed()) {
    const ActorId other = find_own_id(before, one, other_);
    if (other.is_none()) fail_inseparable(one, other_, console);
    correction.kind = CorrectionKind::SplitActors;
    correction.other_actor = other;
    correction.note = one.name + ", not " + other_;
    if (other == one.id) throw Error("\"" + other_ + "\" is the node's own name; give the other one");
    take_back(store, CorrectionKind::JoinActors, ids_of(before, one), {other});
    done = "split  " + correction.note;
  } else if (divide_->parsed()) {
    const std::vector<DocumentId> documents = store.find_documents(other_);
    if (documents.empty()) throw Error(store_ + ": no document has the id, address or file '" + other_ + "'");
    corrections.assign(documents.size(), correction);
    for (std::size_t i = 0; i < documents.size(); ++i) {
      corrections[i].kind = CorrectionKind::DivideActor;
      corrections[i].actor = one.id;
      corrections[i].document = documents[i];
      corrections[i].note = one.name;
    }
    done = "divided  " + one.name + ", of " + count_of(documents.size(), "document");
  } else {
    correction.kind = CorrectionKind::RenameActor;
    correction.name = other_;
    correction.note = one.name;
    done = "renamed  " + one.name + " to " + other_;
  }
  for (const Correction& line : corrections) store.add_correction(line);
  store.commit();
  const EventSet after = save_graph(store, find_data_folder(data_));
  if (!console.quiet) {
    console.out << ' ' << console.paint(Colour::Green, make_harmless(done)) << "; "
                << count_of(after.graph.actor_count(), "actor") << " now, " << before.actor_count()
                << " before. To take it back: " << console.program << " corrections " << shell_word(store_)
                << " --undo last\n";
    console.flush_out();
  }
  return kDone;
}

}  // namespace actorgraph
