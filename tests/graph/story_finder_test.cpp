#include "graph/story_finder.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

using namespace actorgraph;

namespace {

struct Report {
  std::uint64_t id;
  std::string text;
  std::optional<Date> published;
};

Stories find_stories(const std::vector<Report>& reports) {
  StoryFinder finder;
  for (const Report& report : reports) finder.add(DocumentId{report.id}, report.text, report.published);
  return std::move(finder).finish();
}

const std::vector<Report> kReports = {
    {1,
     "An earthquake of magnitude 6.1 shook the Ruritanian town of Zenda on Monday, killing nine people. The "
     "mayor, "
     "Rudolf Lind, asked Strelsau for tents.",
     parse_date("2024-05-01")},
    {2,
     "Nine people died when a strong quake hit Zenda in Ruritania. Mayor Rudolf Lind said that tents from "
     "Strelsau "
     "were on their way.",
     parse_date("2024-05-02")},
    {3,
     "A quake of magnitude 5.4 damaged houses in Hentzau, on the coast of Altmark, killing three people. "
     "Governor "
     "Greta Moe asked the army for help.",
     parse_date("2024-05-02")},
    {4,
     "The Altmark parliament voted for a new budget after a debate of two days. The opposition under Karl "
     "Kern "
     "called it a gift to the banks.",
     parse_date("2024-05-02")},
};

}  // namespace

TEST_CASE("documents of one event tell one story, those of a like one another") {
  const Stories stories = find_stories(kReports);
  CHECK(stories.at(DocumentId{1}) == stories.at(DocumentId{2}));
  CHECK(stories.at(DocumentId{1}) != stories.at(DocumentId{3}));
  CHECK(stories.at(DocumentId{3}) != stories.at(DocumentId{4}));
}

TEST_CASE("what is told again much later is another story") {
  std::vector<Report> reports = kReports;
  reports[1].published = parse_date("2024-09-01");
  const Stories stories = find_stories(reports);
  CHECK(stories.at(DocumentId{1}) != stories.at(DocumentId{2}));
  reports[1].published = {};
  CHECK_MESSAGE(find_stories(reports).at(DocumentId{1}) == find_stories(reports).at(DocumentId{2}),
                "without a date the words decide");
}

TEST_CASE("stories do not depend on order or repetition") {
  std::vector<Report> reports = kReports;
  // Sixty more of twenty stories, with words in common between neighbours.
  for (std::uint64_t i = 0; i < 60; ++i) {
    const std::string place = "Town" + std::to_string(i % 20);
    const std::string name = "Person" + std::to_string(i % 20 + 100) + " Name" + std::to_string(i % 7);
    reports.push_back({10 + i,
                       name + " visited " + place + " and spoke about prices, schools and roads. " + place +
                           " thanked " + name + ".",
                       {}});
  }
  const Stories expected = find_stories(reports);
  std::mt19937 random(5);
  for (int round = 0; round < 5; ++round) {
    std::vector<Report> again = reports;
    again.insert(again.end(), reports.begin(), reports.begin() + 20);
    std::ranges::shuffle(again, random);
    CHECK(find_stories(again) == expected);
  }
}

TEST_CASE("empty texts tell their own stories") {
  const Stories stories = find_stories({{1, "", {}}, {2, "", {}}, {3, "the of and", {}}});
  CHECK(stories.size() == 3);
  CHECK(stories.at(DocumentId{1}) == DocumentId{1});
}
