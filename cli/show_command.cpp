#include "cli/show_command.hpp"

#include <algorithm>
#include <optional>
#include <ostream>
#include <sstream>

#include "cli/event_choice.hpp"
#include "cli/evidence.hpp"
#include "cli/graph_file.hpp"
#include "cli/table_option.hpp"
#include "cli/text_layout.hpp"
#include "export/claims_json.hpp"
#include "graph/knowledge_graph.hpp"
#include "records/error.hpp"
#include "store/graph_reader.hpp"

namespace actorgraph {
namespace {

constexpr std::size_t kMostCandidates = 10;

/// "A  attack  B", for the heading and the list of candidates.
std::string edge_as_text(const GraphReader& reader, const EdgeRow& edge) {
  return make_harmless(reader.actor(edge.source).name + "  " +
                       relation_label(edge.relation, edge.negated, edge.modality) + "  " +
                       reader.actor(edge.target).name);
}

/// In: `candidates` are one more than are shown where there are more than that.
[[noreturn]] void fail_ambiguous(const std::string& id, const std::vector<std::string>& candidates) {
  const bool more = candidates.size() > kMostCandidates;
  std::string message = "'" + id + "' begins " + (more ? "more than " : "") +
                        group_digits(std::min(candidates.size(), kMostCandidates)) +
                        " ids; give more digits:";
  for (std::size_t i = 0; i < candidates.size() && i < kMostCandidates; ++i)
    message += "\n  " + candidates[i];
  if (more) message += "\n  ...";
  throw Error(message);
}

[[noreturn]] void fail_unknown(const std::string& id, const Console& console) {
  throw Error("no edge, event or claim has the id '" + id +
              "'; expected an id such as r3f1, e3f1 or c3f1, as `" + console.program +
              " query`, `events` and `extract` print them");
}

/// The claims of one edge, or one claim, whose id begins with the user's text.
struct Evidence {
  std::string heading;
  std::vector<ClaimId> claims;
  std::string next_label;  // what to ask next, and how; empty for a claim
  std::string next;
};

/// Writes claims one by one: sentences for people, whole claims as JSON, or rows.
class EvidenceWriter {
 public:
  EvidenceWriter(TableFormat format, const Console& console) : format_(format), console_(console) {}

  void begin(const std::string& heading) {
    if (format_ == TableFormat::Table) {
      if (!heading.empty()) console_.out << ' ' << console_.paint(Colour::Bold, heading) << '\n';
    } else if (format_ == TableFormat::Json) {
      console_.out << '[';
    } else if (format_ != TableFormat::Jsonl) {
      std::vector<Column> columns;
      for (const char* name : {"claim", "subject", "relation", "object", "negated", "modality", "said_by",
                               "confidence", "sentence", "document", "published", "source", "url"}) {
        columns.push_back({.name = name});
      }
      table_.emplace(console_, format_, std::move(columns));
    }
  }

  void add(const Claim& claim, const Document& doc) {
    ++number_;
    if (format_ == TableFormat::Table) {
      write_evidence(number_, claim, doc, to_string(claim.id), console_);
    } else if (format_ == TableFormat::Jsonl) {
      write_claim(claim, doc, console_.out);
    } else if (format_ == TableFormat::Json) {
      std::ostringstream line;
      write_claim(claim, doc, line);
      const std::string text = line.str();
      console_.out << (number_ > 1 ? ",\n" : "\n") << text.substr(0, text.find_last_not_of('\n') + 1);
    } else {
      const auto name = [](const std::optional<Participant>& who) {
        return text_cell(!who ? "" : who->actor.empty() ? who->text : who->actor);
      };
      table_->add({to_string(claim.id), name(claim.subject), text_cell(claim.relation.lemma),
                   name(claim.object), claim.negated, std::string(to_string(claim.modality)),
                   name(claim.attributed_to), claim.confidence,
                   text_cell(std::string(slice(doc.article.text, claim.span))), to_string(claim.document),
                   text_cell(doc.article.published ? to_string(*doc.article.published) : ""),
                   text_cell(doc.article.source), text_cell(doc.article.url)});
    }
  }

  void finish() {
    if (format_ == TableFormat::Json) console_.out << (number_ > 0 ? "\n]\n" : "]\n");
    if (table_) table_->finish();
  }

 private:
  TableFormat format_;
  const Console& console_;
  std::optional<TableWriter> table_;
  std::size_t number_ = 0;
};

Evidence find_edge(const GraphReader& reader, const std::string& file, const std::string& id, IdRange range,
                   const Console& console) {
  const std::vector<EdgeRow> edges = reader.find_edges({range.first}, {range.last}, kMostCandidates + 1);
  if (edges.empty()) fail_unknown(id, console);
  if (edges.size() > 1) {
    std::vector<std::uint64_t> ids;
    for (const EdgeRow& edge : edges) ids.push_back(edge.id.value);
    const ShortIds short_ids(std::move(ids));
    std::vector<std::string> candidates;
    for (const EdgeRow& edge : edges) {
      candidates.push_back(short_ids(edge.id) + "  " + edge_as_text(reader, edge));
    }
    fail_ambiguous(id, candidates);
  }
  const EdgeRow& edge = edges.front();
  Evidence evidence{.heading = edge_as_text(reader, edge),
                    .claims = {},
                    .next_label = "All between the two",
                    .next = "why " + shell_word(file) + ' ' + shell_word(reader.actor(edge.source).name) +
                            ' ' + shell_word(reader.actor(edge.target).name)};
  for (const EdgeClaim& claim : reader.claims_of_edge(edge.number)) evidence.claims.push_back(claim.claim);
  for (const std::string& part : {edge.event, period_as_text(edge.first, edge.last),
                                  count_of(edge.claims, "claim"), count_of(edge.documents, "article")}) {
    if (!part.empty()) evidence.heading += " · " + part;
  }
  return evidence;
}

Evidence find_event(const GraphReader& reader, const std::string& file, const std::string& id) {
  const EventSummary event = choose_event(reader, id);
  const auto name = [&](const std::optional<ActorNumber>& actor) {
    return actor ? reader.actor(*actor).name : std::string();
  };
  Evidence evidence{.heading = name(event.source) + "  " + event.relation + "  " + name(event.target),
                    .claims = reader.event(event.number).claims,
                    .next_label = "Why these are one event",
                    .next = "explain " + shell_word(file) + ' ' + to_string(event.id)};
  evidence.heading = make_harmless(evidence.heading);
  const std::string place = event.place.empty() ? event.country : event.place;
  for (const std::string& part :
       {event.type, event.cameo, period_as_text(event.time.start, event.time.end), place,
        count_of(event.claims, "claim"), count_of(event.documents, "article"),
        count_of(event.sources, "independent source")}) {
    if (!part.empty()) evidence.heading += " · " + part;
  }
  return evidence;
}

Evidence find_claim(const Store& store, const std::string& id, IdRange range, const Console& console) {
  const std::vector<ClaimId> ids = store.find_claims({range.first}, {range.last}, kMostCandidates + 1);
  if (ids.empty()) fail_unknown(id, console);
  if (ids.size() > 1) {
    std::vector<std::string> candidates;
    for (const ClaimId candidate : ids) candidates.push_back(to_string(candidate));
    fail_ambiguous(id, candidates);
  }
  return {.heading = "", .claims = ids, .next_label = "", .next = ""};
}

}  // namespace

void ShowCommand::setup(CLI::App& app) {
  app.description(
      "Shows the sentences behind an edge, an event or a claim, with the words that say it marked.");
  app.add_option("GRAPH", store_, "The graph file")->required();
  app.add_option("ID", id_, "An edge (r...), event (e...) or claim (c...); the first digits are enough")
      ->required();
  add_table_option(app, format_);
  app.add_option("--data", data_, "Folder of the models and lexicons")->type_name("DIR");
  app.footer(
      "Examples:\n"
      "  actorgraph show story.db r3f1a\n"
      "  actorgraph show story.db e77a0\n"
      "  actorgraph show story.db c90d2 -f jsonl");
}

int ShowCommand::run(Console& console) {
  const Store store = open_graph(store_, console, data_);
  const GraphReader reader(store);
  const auto claim_range = parse_id_prefix(id_, ClaimTag::kLetter);
  const auto edge_range = parse_id_prefix(id_, EdgeTag::kLetter);
  const bool is_event = parse_id_prefix(id_, EventTag::kLetter).has_value();
  if (!claim_range && !is_event && !edge_range) fail_unknown(id_, console);
  const Evidence evidence = claim_range ? find_claim(store, id_, *claim_range, console)
                            : is_event  ? find_event(reader, store_, id_)
                                        : find_edge(reader, store_, id_, *edge_range, console);

  EvidenceWriter writer(chosen_table_format(format_, console), console);
  writer.begin(evidence.heading);
  for (const ClaimId id : evidence.claims) {
    const auto document = store.find_document_of(id);
    const auto stored = document ? store.find_document(*document) : std::nullopt;
    if (!stored) continue;
    const auto claim = std::ranges::find(stored->claims, id, &Claim::id);
    if (claim != stored->claims.end()) writer.add(*claim, stored->doc);
  }
  writer.finish();
  if (chosen_table_format(format_, console) == TableFormat::Table && !evidence.next.empty()) {
    console.out << ' ' << evidence.next_label << ": " << console.program << ' ' << evidence.next << '\n';
  }
  console.flush_out();
  return kDone;
}

}  // namespace actorgraph
