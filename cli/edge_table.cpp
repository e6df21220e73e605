#include "cli/edge_table.hpp"

#include <utility>

#include "cli/graph_file.hpp"
#include "cli/row_ids.hpp"
#include "cli/text_layout.hpp"
#include "graph/knowledge_graph.hpp"

namespace actorgraph {
namespace {

std::string date_or_nothing(const std::optional<Date>& date) {
  return date ? to_string(*date) : std::string();
}

std::vector<Column> make_columns(TableFormat format, const EdgeTableOptions& options) {
  std::vector<Column> columns;
  const auto add = [&columns](std::initializer_list<const char*> names) {
    for (const char* name : names) columns.push_back({.name = name});
  };
  if (!options.group.empty()) {
    columns.push_back({.name = options.group});
    if (format != TableFormat::Table) columns.push_back({.name = options.step});
  }
  if (format == TableFormat::Table) {
    add({"date", "who", "what", "whom", "event", "claims", "articles", "id"});
    columns.push_back({.name = "sentence", .note = true});
  } else {
    add({"id", "first", "last", "source", "relation", "target", "event", "negated", "modality", "claims",
         "documents", "sentence", "url", "source_id", "target_id"});
  }
  return columns;
}

}  // namespace

EdgeSupport whole_support(const EdgeRow& edge) {
  return {.claims = edge.claims,
          .documents = edge.documents,
          .first = edge.first,
          .last = edge.last,
          .confidence = edge.confidence,
          .quoted = edge.quoted};
}

std::string list_hidden(const std::vector<std::pair<std::string, std::size_t>>& hidden) {
  std::string text;
  for (const auto& [what, count] : hidden) {
    text += (text.empty() ? "" : ", ") + group_digits(count) + ' ' + what;
  }
  return text;
}

EdgeTable::EdgeTable(const Console& console, TableFormat format, const EdgeSource& graph,
                     const GraphReader& reader, EdgeTableOptions options)
    : format_(format),
      graph_(graph),
      reader_(reader),
      options_(std::move(options)),
      table_(console, format, make_columns(format, options_)) {}

const ActorRow& EdgeTable::actor(ActorNumber number) {
  const auto at = actors_.find(number);
  return at != actors_.end() ? at->second : actors_.emplace(number, graph_.actor(number)).first->second;
}

void EdgeTable::add(const EdgeRow& edge, const EdgeSupport& support, EdgePlace place) {
  const auto sentence = reader_.find_sentence(support.quoted);
  const ActorRow& source = actor(edge.source);
  const ActorRow& target = actor(edge.target);
  const bool is_new = told_.insert(edge.number).second;  // in another match its sentence stands already
  std::vector<Cell> row;
  if (!options_.group.empty()) {
    row.emplace_back(place.group);
    if (format_ != TableFormat::Table) row.emplace_back(place.step);
  }
  if (format_ == TableFormat::Table) {
    row.insert(row.end(),
               {text_cell(period_as_text(support.first, support.last)), text_cell(source.name),
                text_cell(relation_label(edge.relation, edge.negated, edge.modality)), text_cell(target.name),
                text_cell(edge.event), std::int64_t{support.claims}, std::int64_t{support.documents},
                text_cell(options_.has_ids ? short_id(reader_, edge.id) : ""),
                text_cell(sentence && is_new ? "“" + sentence->text + "”" : "")});
  } else {
    row.insert(row.end(),
               {to_string(edge.id), text_cell(date_or_nothing(support.first)),
                text_cell(date_or_nothing(support.last)), text_cell(source.name), text_cell(edge.relation),
                text_cell(target.name), text_cell(edge.event), edge.negated,
                std::string(to_string(edge.modality)), std::int64_t{support.claims},
                std::int64_t{support.documents}, text_cell(sentence ? sentence->text : ""),
                text_cell(sentence ? sentence->url : ""), to_string(source.id), to_string(target.id)});
  }
  table_.add(std::move(row));
}

void EdgeTable::finish() {
  table_.finish();
}

}  // namespace actorgraph
