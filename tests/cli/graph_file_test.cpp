#include "cli/graph_file.hpp"

#include <doctest/doctest.h>

#include "graph/graph_builder.hpp"
#include "graph/identity.hpp"

using namespace actorgraph;

namespace {

std::string period(const char* first, const char* last) {
  return period_as_text(parse_date(first), parse_date(last));
}

Claim make_claim(const std::string& subject, const std::string& object, std::uint64_t id) {
  Claim claim;
  claim.id = {id};
  claim.document = {9};
  claim.subject.text = claim.subject.actor = subject;
  claim.relation.lemma = "meet";
  claim.object = Participant{};
  claim.object->text = claim.object->actor = object;
  resolve_actors(std::span(&claim, 1));
  return claim;
}

}  // namespace

TEST_CASE("periods are written as people write them") {
  CHECK(period("", "") == "");
  CHECK(period("2022-03-05", "2022-03-05") == "2022-03-05");
  CHECK(period("2022-01-01", "2022-12-31") == "2022");
  CHECK(period("2022-01-01", "2024-12-31") == "2022..2024");
  CHECK(period("2024-02-01", "2024-02-29") == "2024-02");
  CHECK(period("2023-02-01", "2024-03-31") == "2023-02..2024-03");
  CHECK(period("2024-02-01", "2024-02-28") == "2024-02-01..2024-02-28");
  CHECK(period("2024-02-01", "") == "2024-02-01..");
  CHECK(period("", "2024-02-01") == "..2024-02-01");
}

TEST_CASE("a word for the shell is quoted where it must be") {
  CHECK(shell_word("story.db") == "story.db");
  CHECK(shell_word("my story.db") == "'my story.db'");
  CHECK(shell_word("it's") == "'it'\\''s'");
  CHECK(shell_word("") == "''");
}

TEST_CASE("the suggested query names the actor that does most, in words that need no quotes") {
  GraphBuilder builder;
  std::uint64_t id = 0;
  for (const auto& [subject, object] : std::vector<std::pair<std::string, std::string>>{
           {"Ada Kern", "Bruno Vale"},
           {"Ada Kern", "Carla Moss"},
           {"Bruno Vale", "Carla Moss"},
           {"police", "Ada Kern"},
           {"police", "Bruno Vale"},
           {"police", "Carla Moss"},
           {"\"Big\" Dan", "Ada Kern"},
           {"\"Big\" Dan", "Bruno Vale"},
           {"\"Big\" Dan", "Carla Moss"},
       }) {
    builder.add(make_claim(subject, object, ++id), {});
  }
  CHECK(suggest_query(std::move(builder).finish()) == "Ada Kern -> ?");
  CHECK(suggest_query(GraphBuilder().finish()).empty());
}
