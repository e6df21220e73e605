#include "cli/extract_command.hpp"

#include "cli/mention_json.hpp"
#include "cli/output_file.hpp"
#include "cli/place_json.hpp"
#include "export/claims_json.hpp"
#include "language/conllu_writer.hpp"

namespace actorgraph {

void ExtractCommand::setup(CLI::App& app) {
  app.description("Draws the claims of every sentence and writes them, one JSON object a line.");
  input_.add_to(app);
  app.add_option(
         "-f,--format", format_,
         "jsonl (claims), mentions (who stands for whom, one JSON\nline a document), places (one JSON line "
         "a place) or conllu\n(the analysis under them)")
      ->type_name("FORMAT")
      ->check(CLI::IsMember({"jsonl", "mentions", "places", "conllu"}));
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
  const PipelineEnd end = format_ == "jsonl"      ? PipelineEnd::Claims
                          : format_ == "mentions" ? PipelineEnd::Mentions
                          : format_ == "places"   ? PipelineEnd::Places
                                                  : PipelineEnd::Analysis;
  const PipelineOptions options = input_.make(end);
  OutputFile output(console, output_);
  PipelineHandlers handlers;
  handlers.on_document = [&](const AnalysedDocument& document) {
    if (end == PipelineEnd::Mentions) write_mentions(document.doc, document.mentions, output.stream());
    if (end == PipelineEnd::Places) write_places(document.doc, document.places, output.stream());
    if (end == PipelineEnd::Analysis) write_conllu(document.doc, output.stream());
    for (const Claim& claim : document.claims) write_claim(claim, document.doc, output.stream());
    if (!output.stream()) output.fail();
  };
  const RunResult result = run_with_progress(options, std::move(handlers), "", console);
  output.commit();
  return result.totals.issues > 0 ? kInputUnreadable : kDone;
}

}  // namespace actorgraph
