#include "cli/table.hpp"

#include <doctest/doctest.h>

#include <sstream>

using namespace actorgraph;

namespace {

struct Fixture {
  void write(TableFormat format) {
    TableWriter table(
        console, format,
        {{.name = "who"}, {.name = "count"}, {.name = "names"}, {.name = "said", .note = true}});
    table.add({text_cell("Ada \"A\" Kern"), std::int64_t{1204}, std::vector<std::string>{"Kern", "A, K"},
               text_cell("one two\tthree\n\033[31m")});
    table.add({text_cell(""), std::int64_t{7}, std::vector<std::string>{}, true});
    table.finish();
  }

  std::istringstream in;
  std::ostringstream out;
  std::ostringstream err;
  Console console{.in = in, .out = out, .err = err};
};

}  // namespace

TEST_CASE_FIXTURE(Fixture, "an aligned table has notes below its rows, and nothing that a terminal obeys") {
  write(TableFormat::Table);
  CHECK(out.str() ==
        " who           count  names\n"
        " Ada \"A\" Kern  1,204  Kern; A, K\n"
        "    one two three \xEF\xBF\xBD[31m\n"
        "                   7\n"
        "    true\n");
}

TEST_CASE_FIXTURE(Fixture, "an aligned table leaves out empty columns and repeats no note") {
  TableWriter table(console, TableFormat::Table,
                    {{.name = "who"}, {.name = "event"}, {.name = "n"}, {.name = "said", .note = true}});
  table.add({text_cell("Ada"), text_cell(""), std::int64_t{1}, text_cell("They met.")});
  table.add({text_cell("Bo"), text_cell(""), std::int64_t{2}, text_cell("They met.")});
  table.add({text_cell("Cy"), text_cell(""), std::int64_t{3}, text_cell("They left.")});
  table.finish();
  CHECK(out.str() ==
        " who  n\n"
        " Ada  1\n"
        " Bo   2\n"
        "    They met.\n"
        " Cy   3\n"
        "    They left.\n");
}

TEST_CASE_FIXTURE(Fixture, "JSON is one array, also without rows") {
  write(TableFormat::Json);
  CHECK(
      out.str() ==
      "[\n"
      R"({"who":"Ada \"A\" Kern","count":1204,"names":["Kern","A, K"],"said":"one two\tthree\n\u001B[31m"},)"
      "\n"
      R"({"who":null,"count":7,"names":[],"said":true})"
      "\n]\n");
  out.str({});
  TableWriter(console, TableFormat::Json, {{.name = "who"}}).finish();
  CHECK(out.str() == "[]\n");
}

TEST_CASE_FIXTURE(Fixture, "Markdown escapes bars, and nothing breaks a row") {
  write(TableFormat::Markdown);
  CHECK(out.str() ==
        "| who | count | names | said |\n"
        "| --- | --- | --- | --- |\n"
        "| Ada \"A\" Kern | 1204 | Kern; A, K | one two three \xEF\xBF\xBD[31m |\n"
        "|  | 7 |  | true |\n");
  out.str({});
  TableWriter table(console, TableFormat::Markdown, {{.name = "who"}});
  table.add({text_cell("a|b\\c")});
  table.finish();
  CHECK(out.str() == "| who |\n| --- |\n| a\\|b\\\\c |\n");
}

TEST_CASE_FIXTURE(Fixture, "JSON lines keep types, and null is what is missing") {
  write(TableFormat::Jsonl);
  CHECK(out.str() ==
        R"({"who":"Ada \"A\" Kern","count":1204,"names":["Kern","A, K"],"said":"one two\tthree\n\u001B[31m"})"
        "\n"
        R"({"who":null,"count":7,"names":[],"said":true})"
        "\n");
}

TEST_CASE_FIXTURE(Fixture, "CSV quotes what must be quoted") {
  write(TableFormat::Csv);
  CHECK(out.str() ==
        "who,count,names,said\n"
        "\"Ada \"\"A\"\" Kern\",1204,\"Kern; A, K\",\"one two\tthree\n\033[31m\"\n"
        ",7,,true\n");
}

TEST_CASE_FIXTURE(Fixture, "TSV escapes tabs and line feeds") {
  write(TableFormat::Tsv);
  CHECK(out.str() ==
        "who\tcount\tnames\tsaid\n"
        "Ada \"A\" Kern\t1204\tKern; A, K\tone two\\tthree\\n\033[31m\n"
        "\t7\t\ttrue\n");
}

TEST_CASE_FIXTURE(Fixture, "on a terminal the widest column is cut and notes are wrapped") {
  console.out_is_terminal = true;
  console.width_columns = 40;
  TableWriter table(console, TableFormat::Table,
                    {{.name = "who"}, {.name = "whom"}, {.name = "s", .note = true}});
  table.add({text_cell("Ada Kern"), text_cell("the Permanent Secretariat of the River Commission"),
             text_cell("Ada Kern met the Permanent Secretariat of the River Commission.")});
  table.finish();
  CHECK(out.str() ==
        " who       whom\n"
        " Ada Kern  the Permanent Secretariat o…\n"
        "    Ada Kern met the Permanent\n"
        "    Secretariat of the River Commission.\n");
}

TEST_CASE_FIXTURE(Fixture, "an aligned table without rows is empty, a CSV has its heading") {
  TableWriter(console, TableFormat::Table, {{.name = "who"}}).finish();
  CHECK(out.str().empty());
  TableWriter(console, TableFormat::Csv, {{.name = "who"}}).finish();
  CHECK(out.str() == "who\n");
}

TEST_CASE_FIXTURE(Fixture, "the usual format is a table on a terminal, JSON lines elsewhere") {
  CHECK(default_table_format(console) == TableFormat::Jsonl);
  console.out_is_terminal = true;
  CHECK(default_table_format(console) == TableFormat::Table);
  CHECK(parse_table_format("tsv") == TableFormat::Tsv);
  CHECK_FALSE(parse_table_format("xml").has_value());
}
