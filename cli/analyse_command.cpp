#include "cli/analyse_command.hpp"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <optional>
#include <ostream>

#include "cli/table.hpp"
#include "language/conllu_writer.hpp"

namespace actorgraph {
namespace {

/// The bytes from the first to the last word of `name`.
ByteSpan span_of(const Sentence& sent, const Name& name) {
  return {sent.tokens[name.tokens.begin].span.begin, sent.tokens[name.tokens.end - 1].span.end};
}

void add_names(const Document& doc, TableWriter& table) {
  const std::string document = doc.article.name.empty() ? to_string(doc.id) : doc.article.name;
  for (std::size_t i = 0; i < doc.sentences.size(); ++i) {
    const Sentence& sent = doc.sentences[i];
    for (const Name& name : sent.names) {
      const ByteSpan span = span_of(sent, name);
      table.add({text_cell(document), static_cast<std::int64_t>(i),
                 text_cell(std::string(to_string(name.type))),
                 text_cell(std::string(slice(doc.article.text, span))), static_cast<std::int64_t>(span.begin),
                 static_cast<std::int64_t>(span.end)});
    }
  }
}

/// One line: {"document": ..., "entities": [[begin, end, type], ...]}, in bytes of the text.
void write_entities(const Document& doc, std::ostream& out) {
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> json(buffer);
  const auto string = [&json](std::string_view text) {
    json.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
  };
  json.StartObject();
  json.Key("document");
  string(doc.article.name.empty() ? to_string(doc.id) : doc.article.name);
  json.Key("entities");
  json.StartArray();
  for (const Sentence& sent : doc.sentences) {
    for (const Name& name : sent.names) {
      const ByteSpan span = span_of(sent, name);
      json.StartArray();
      json.Uint(span.begin);
      json.Uint(span.end);
      string(to_string(name.type));
      json.EndArray();
    }
  }
  json.EndArray();
  json.EndObject();
  out << std::string_view(buffer.GetString(), buffer.GetSize()) << '\n';
}

}  // namespace

void AnalyseCommand::setup(CLI::App& app) {
  app.description("Splits articles into sentences and words, parses them and finds the names.");
  input_.add_to(app);
  app.add_option(
         "-f,--format", format_,
         "conllu; names (one JSON line a document);\nor the names as table, json, jsonl, csv, tsv or md "
         "(default: conllu)")
      ->type_name("FORMAT")
      ->check(CLI::IsMember({"conllu", "names", "table", "json", "jsonl", "csv", "tsv", "md"}));
  app.footer(
      "Examples:\n"
      "  actorgraph analyse report.txt > report.conllu\n"
      "  actorgraph analyse report.txt -f names\n"
      "  actorgraph analyse --tokens mine.conllu > parsed.conllu\n"
      "  actorgraph analyse news/ -f csv > names.csv");
}

int AnalyseCommand::run(Console& console) {
  const PipelineOptions options = input_.make(PipelineEnd::Analysis);
  std::optional<TableWriter> table;
  if (format_ != "conllu" && format_ != "names") {
    table.emplace(console, parse_table_format(format_).value_or(default_table_format(console)),
                  std::vector<Column>{{.name = "document"},
                                      {.name = "sentence"},
                                      {.name = "type"},
                                      {.name = "name"},
                                      {.name = "begin"},
                                      {.name = "end"}});
  }
  PipelineHandlers handlers;
  handlers.on_document = [&](const AnalysedDocument& document) {
    if (table) {
      add_names(document.doc, *table);
    } else if (format_ == "names") {
      write_entities(document.doc, console.out);
    } else {
      write_conllu(document.doc, console.out);
    }
  };
  const RunResult result = run_with_progress(options, std::move(handlers), "", console);
  if (table) table->finish();
  console.flush_out();
  return result.totals.issues > 0 ? kInputUnreadable : kDone;
}

}  // namespace actorgraph
