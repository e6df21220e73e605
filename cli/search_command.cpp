#include "cli/search_command.hpp"

#include <algorithm>
#include <ostream>
#include <unordered_set>

#include "cli/evidence.hpp"
#include "cli/graph_file.hpp"
#include "cli/row_ids.hpp"
#include "cli/table_option.hpp"
#include "cli/text_layout.hpp"
#include "records/error.hpp"
#include "store/graph_reader.hpp"

namespace actorgraph {
namespace {

constexpr std::size_t kMostNames = 5;  // on a terminal

/// The actors of which a name has the words, each once.
std::vector<ActorRow> find_named(const GraphReader& reader, const std::string& words, std::size_t limit) {
  std::vector<ActorRow> actors;
  std::unordered_set<ActorNumber> seen;
  for (const NameRow& name : reader.search_names(words, 4 * limit)) {
    if (actors.size() < limit && seen.insert(name.actor).second) actors.push_back(reader.actor(name.actor));
  }
  return actors;
}

std::string origin_of(const SentenceRow& sentence) {
  std::string text = sentence.source.empty() ? sentence.path : sentence.source;
  if (sentence.published) text += (text.empty() ? "" : ", ") + to_string(*sentence.published);
  text += ", sentence " + std::to_string(sentence.sentence + 1);
  if (!sentence.title.empty()) text += " · " + sentence.title;
  return text;
}

void write_rows(const std::vector<ActorRow>& actors, const std::vector<SentenceRow>& sentences,
                TableFormat format, const Console& console) {
  TableWriter table(console, format,
                    {{.name = "found"},
                     {.name = "text"},
                     {.name = "id"},
                     {.name = "document"},
                     {.name = "title"},
                     {.name = "source"},
                     {.name = "published"},
                     {.name = "url"},
                     {.name = "claims"}});
  for (const ActorRow& actor : actors) {
    table.add({std::string("actor"), text_cell(actor.name), to_string(actor.id), {}, {}, {}, {}, {}, {}});
  }
  for (const SentenceRow& sentence : sentences) {
    std::vector<std::string> claims;
    for (const ClaimId claim : sentence.claims) claims.push_back(to_string(claim));
    table.add({std::string("sentence"),
               text_cell(sentence.text),
               {},
               to_string(sentence.document),
               text_cell(sentence.title),
               text_cell(sentence.source),
               text_cell(sentence.published ? to_string(*sentence.published) : ""),
               text_cell(sentence.url),
               claims});
  }
  table.finish();
}

}  // namespace

void SearchCommand::setup(CLI::App& app) {
  app.description(
      "Searches the sentences of all articles, and the names of all actors. A sentence must hold all words, "
      "in\n"
      "whatever inflection; words in double quotes stand side by side; embass* is a beginning.");
  app.add_option("GRAPH", store_, "The graph file")->required();
  app.add_option("WORDS", words_, "What to search for")->required();
  app.add_option("-n,--limit", limit_, "At most so many sentences, and so many names (default: 20)")
      ->type_name("N")
      ->check(CLI::Range(1, 1'000'000));
  add_table_option(app, format_);
  app.footer(
      "Examples:\n"
      "  actorgraph search story.db 'embassy attack'\n"
      "  actorgraph search story.db '\"peace talks\" Zenda' -n 5\n"
      "  actorgraph search story.db 'militia*' -f jsonl");
}

int SearchCommand::run(Console& console) {
  const Store store = open_graph(store_, console);
  const GraphReader reader(store);
  const TableFormat format = chosen_table_format(format_, console);
  const bool aligned = format == TableFormat::Table;
  const std::vector<ActorRow> actors =
      find_named(reader, words_, aligned ? std::min(limit_, kMostNames) : limit_);
  const std::vector<SentenceRow> sentences = reader.search_sentences(words_, limit_);
  if (!aligned) {
    write_rows(actors, sentences, format, console);
    console.flush_out();
    return kDone;
  }
  TableWriter table(console, format,
                    {{.name = "actor"}, {.name = "kind"}, {.name = "mentions"}, {.name = "id"}});
  for (const ActorRow& actor : actors) {
    table.add({text_cell(actor.name), text_cell(std::string(to_string(actor.kind))),
               std::int64_t{actor.mentions}, text_cell(short_id(reader, actor.id))});
  }
  table.finish();
  std::size_t number = 0;
  for (const SentenceRow& sentence : sentences) {
    write_sentence(++number, sentence.text, sentence.marks, console);
    write_details(number, {origin_of(sentence), sentence.url}, console);
  }
  console.out << ' '
              << (sentences.size() == limit_ ? "The last " + count_of(sentences.size(), "sentence")
                                             : count_of(sentences.size(), "sentence"))
              << '.';
  const auto claimed = std::ranges::find_if(sentences, [](const auto& s) { return !s.claims.empty(); });
  if (!actors.empty()) {
    console.out << " What it did: " << console.program << " query " << shell_word(store_) << ' '
                << shell_word(pattern_term(actors.front().name, actors.front().id) + " -> ?");
  } else if (claimed != sentences.end()) {
    console.out << " What it says: " << console.program << " show " << shell_word(store_) << ' '
                << to_string(claimed->claims.front());
  }
  console.out << '\n';
  console.flush_out();
  return kDone;
}

}  // namespace actorgraph
