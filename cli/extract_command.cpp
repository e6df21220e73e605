#include "cli/extract_command.hpp"

#include <utility>
#include <vector>

#include "cli/event_set.hpp"
#include "cli/mention_json.hpp"
#include "cli/output_file.hpp"
#include "cli/place_json.hpp"
#include "cli/time_json.hpp"
#include "export/claims_json.hpp"
#include "export/event_data.hpp"
#include "language/conllu_writer.hpp"

namespace actorgraph {

void ExtractCommand::setup(CLI::App& app) {
  app.description("Draws the claims of every sentence and writes them, one JSON object a line.");
  input_.add_to(app);
  input_.add_actors_to(app);
  app.add_option(
         "-f,--format", format_,
         "jsonl (claims), events (claims of all articles merged),\nplover (events by sentence, one JSON line "
         "each), cameo\n(the same, tab separated), mentions (who stands for\nwhom, one JSON line a "
         "document), "
         "times (dates and\ndurations), places (one JSON line a place) or conllu (the\nanalysis under them)")
      ->type_name("FORMAT")
      ->check(CLI::IsMember({"jsonl", "events", "plover", "cameo", "mentions", "times", "places", "conllu"}));
  app.add_option("-o,--output", output_, "A file in place of standard output")->type_name("FILE");
  app.footer(
      "Examples:\n"
      "  actorgraph extract report.txt --published 2024-03-23\n"
      "  actorgraph extract news.jsonl -o claims.jsonl\n"
      "  zcat news.jsonl.gz | actorgraph extract - | jq .subject.actor\n"
      "  actorgraph extract report.txt -f conllu > report.conllu\n"
      "  actorgraph extract --conllu report.conllu");
}

int ExtractCommand::run(Console& console) {
  const PipelineEnd end = format_ == "mentions" ? PipelineEnd::Mentions
                          : format_ == "times"  ? PipelineEnd::Times
                          : format_ == "places" ? PipelineEnd::Places
                          : format_ == "conllu" ? PipelineEnd::Analysis
                          : format_ == "events" ? PipelineEnd::ClaimsAndSpans
                                                : PipelineEnd::Claims;
  const PipelineOptions options = input_.make(end);
  OutputFile output(console, output_);
  PipelineHandlers handlers;
  std::vector<AnalysedDocument> documents;  // for events, which are of all of them
  handlers.on_document = [&](AnalysedDocument document) {
    if (format_ == "events") {
      documents.push_back(std::move(document));
      return;
    }
    if (end == PipelineEnd::Mentions) write_mentions(document.doc, document.mentions, output.stream());
    if (end == PipelineEnd::Times) write_times(document.doc, document.times, output.stream());
    if (end == PipelineEnd::Places) write_places(document.doc, document.places, output.stream());
    if (end == PipelineEnd::Analysis) write_conllu(document.doc, output.stream());
    if (format_ == "plover")
      write_plover(make_event_records(document.claims, document.doc), document.doc, output.stream());
    if (format_ == "cameo")
      write_cameo(make_event_records(document.claims, document.doc), document.doc, output.stream());
    if (format_ == "jsonl") {
      for (const Claim& claim : document.claims) write_claim(claim, document.doc, output.stream());
    }
    if (!output.stream()) output.fail();
  };
  const RunResult result = run_with_progress(options, std::move(handlers), "", console);
  if (format_ == "events") {
    const auto for_each = [&](const DocumentVisit& visit) {
      for (const AnalysedDocument& document : documents) visit(document.doc, document.claims);
    };
    write_events(merge_events(for_each, options.data_folder), output.stream());
  }
  output.commit();
  return result.totals.issues > 0 ? kInputUnreadable : kDone;
}

}  // namespace actorgraph
