#include "graph/actor_merger.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "graph/identity.hpp"

using namespace actorgraph;

namespace {

struct Mention {
  Participant participant;
  DocumentId document;
  std::optional<Date> published;
};

/// "1 2024-03-05 | Anna Lind | person RUR": document, date or -, text=actor, kind and code.
std::vector<Mention> parse_mentions(const std::string& text) {
  const auto trim = [](std::string part) {
    part.erase(0, part.find_first_not_of(' '));
    part.erase(part.find_last_not_of(' ') + 1);
    return part;
  };
  std::vector<Mention> mentions;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    if (line.find('|') == std::string::npos) continue;
    std::istringstream fields(line);
    std::string head;
    std::string name;
    std::string kind;
    std::getline(fields, head, '|');
    std::getline(fields, name, '|');
    std::getline(fields, kind, '|');
    Mention made;
    std::istringstream words(head);
    std::uint64_t document = 0;
    std::string date;
    words >> document >> date;
    made.document = DocumentId{document};
    made.published = parse_date(date);
    name = trim(name);
    kind = trim(kind);
    const std::size_t equals = name.find('=');
    made.participant.text = name.substr(0, equals);
    made.participant.actor = equals == std::string::npos ? name : name.substr(equals + 1);
    const std::size_t code = kind.find_first_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    if (code != std::string::npos) made.participant.code = kind.substr(code);
    made.participant.kind = parse_actor_kind(trim(kind.substr(0, code))).value_or(ActorKind::Unknown);
    made.participant.id = make_actor_id(made.participant, made.document);
    mentions.push_back(std::move(made));
  }
  return mentions;
}

ActorIdentity merge(const std::vector<Mention>& mentions,
                    const std::vector<ActorCorrection>& corrections = {},
                    const std::map<std::uint64_t, std::uint64_t>& originals = {}) {
  ActorMerger merger;
  for (const auto& [copy, original] : originals) merger.add_copy(DocumentId{copy}, DocumentId{original});
  for (const Mention& mention : mentions) {
    if (mention.published) merger.add_document(mention.document, *mention.published);
    merger.add({.id = mention.participant.id,
                .name = name_of(mention.participant),
                .text = mention.participant.text,
                .code = mention.participant.code,
                .kind = mention.participant.kind,
                .document = mention.document});
  }
  merger.correct(corrections);
  return std::move(merger).finish();
}

/// "Qasem Lindi = Qassem Lindi (another spelling)", one line a link, in order.
std::string links_of(const ActorIdentity& identity) {
  std::vector<std::string> lines;
  for (const ActorLink& link : identity.links) {
    lines.push_back(link.from_name + " = " + link.into_name + " (" + std::string(to_string(link.reason)) +
                    ")\n");
  }
  std::ranges::sort(lines);
  std::string text;
  for (const std::string& line : lines) text += line;
  return text;
}

std::string links_of(const std::string& mentions) {
  return links_of(merge(parse_mentions(mentions)));
}

std::string refusals_of(const std::string& mentions) {
  std::vector<std::string> lines;
  for (const RefusedLink& link : merge(parse_mentions(mentions)).refusals) {
    const auto [a, b] = std::minmax({link.from_name, link.into_name});
    lines.push_back(a + ", " + b + ": " + link.obstacle + "\n");
  }
  std::ranges::sort(lines);
  std::string text;
  for (const std::string& line : lines) text += line;
  return text;
}

std::string parts_of(const std::string& text) {
  const auto mentions = parse_mentions(text);
  const ActorIdentity identity = merge(mentions);
  std::map<ActorId, std::string> names;
  for (const Mention& mention : mentions) names[mention.participant.id] = name_of(mention.participant);
  std::vector<std::string> lines;
  for (const ActorIdentity::Part& part : identity.parts) {
    lines.push_back(names[part.part] + " < " + names[part.of.whole] + " (" +
                    std::string(to_string(part.of.kind)) + ")\n");
  }
  std::ranges::sort(lines);
  std::string made;
  for (const std::string& line : lines) made += line;
  return made;
}

TEST_CASE("who is described in the same words by a report and its copies is one") {
  const auto mentions = parse_mentions(R"(
    1 2024-03-05 | gunmen | group
    1 2024-03-05 | police | government
    2 2024-03-06 | gunmen | group
    2 2024-03-06 | shopkeepers | group
    3 2024-03-06 | gunmen | group
    4 2024-03-06 | gunmen | group
    4 2024-03-06 | police | person)");
  CHECK(links_of(merge(mentions)).empty());
  CHECK(links_of(merge(mentions, {}, {{2, 1}, {4, 1}})) ==
        "gunmen = gunmen (the same report)\ngunmen = gunmen (the same report)\n");
  CHECK(links_of(merge(mentions, {}, {{3, 2}})) == "gunmen = gunmen (the same report)\n");
}

// Documents 1 and 2 tell one story; 3 tells another in the same days; 4 the first one a year later.
const std::string kStories = R"(
    1 2024-03-05 | Anna Lind | person
    1 2024-03-05 | Bank of Zenda | organization
    2 2024-03-06 | Bank of Zenda | organization
    3 2024-03-06 | Strelsau Opera | organization
    4 2025-03-06 | Bank of Zenda | organization
)";

}  // namespace

TEST_CASE("spellings of a name from another alphabet meet, where all agree with all") {
  CHECK(links_of(R"(
      1 - | Qassem Lindani | person
      2 - | Ghasem Lindani | person
      3 - | Qassem Lindani | person
      4 - | Gasem Lendani  | person
  )") == "Gasem Lendani = Qassem Lindani (another spelling)\nGhasem Lindani = Qassem Lindani (another "
         "spelling)\n");
  CHECK(links_of("1 - | Mahmoud Lindi | person\n2 - | Mohammed Lindi | person\n").empty());
  CHECK(links_of("1 - | Brian Clark | person\n2 - | Bryan Clarke | person\n").empty());
  CHECK(refusals_of("1 - | Mohammed Lindi | person RUR\n2 - | Muhammad Lindi | person ZEN\n") ==
        "Mohammed Lindi, Muhammad Lindi: of RUR and of ZEN\n");
}

TEST_CASE("East Asian names meet in either order, others do not") {
  CHECK(links_of("1 - | Kim Jong-moe | person\n2 - | Jong-moe Kim | person\n3 - | Kim Jong-moe | person\n") ==
        "Jong-moe Kim = Kim Jong-moe (the same words in another order)\n");
  CHECK(links_of("1 - | James Thomas | person\n2 - | Thomas James | person\n").empty());
}

TEST_CASE("a shorter name joins the only fuller one that fits") {
  CHECK(links_of(
            "1 - | John Lind | person\n2 - | John F. Lind | person\n3 - | John Frederick Lind | person\n") ==
        "John F. Lind = John Frederick Lind (a shorter form of the name)\n"
        "John Lind = John Frederick Lind (a shorter form of the name)\n");
  const std::string rivals =
      "1 - | John Lind | person\n2 - | John A. Lind | person\n3 - | John B. Lind | person\n";
  CHECK(links_of(rivals).empty());
  CHECK(refusals_of(rivals).find("may be another of that name, too") != std::string::npos);
  CHECK(links_of("1 - | Karl Moe Jr. | person\n2 - | Karl Peter Moe Sr. | person\n").empty());
  CHECK(links_of("1 - | Karl Moe's sister | person\n2 - | Karl Moe's little sister | person\n").empty());
  CHECK(links_of("1 - | Mark Lind | person\n2 - | W. Mark Lind | person\n") ==
        "Mark Lind = W. Mark Lind (a shorter form of the name)\n");
  CHECK(links_of("1 - | J. Lind | person\n2 - | John Lind | person\n").empty());
}

TEST_CASE("an acronym joins what documents explain it by, where they agree") {
  const std::string agree = R"(
      1 - | ZLF=Zenda Liberation Front | armed group
      2 - | ZLF=Zenda Liberation Front | armed group
      3 - | ZLF                        | armed group
  )";
  CHECK(links_of(agree) == "ZLF = Zenda Liberation Front (acronym)\n");
  CHECK(merge(parse_mentions(agree)).links[0].detail == "all 2 documents that explain it so mean it");
  const std::string disagree = agree + "4 - | ZLF=Zonal Labour Federation | organization\n";
  CHECK(links_of(disagree).empty());
  CHECK(refusals_of(disagree).find("documents disagree on what it stands for") != std::string::npos);
  CHECK(links_of("1 - | ZLF=the gunmen | armed group\n3 - | ZLF | armed group\n").empty());
}

TEST_CASE("a surname alone joins the only one of that surname in documents of the same story") {
  CHECK(links_of(kStories + "2 2024-03-06 | Lind | person\n") == "Lind = Anna Lind (surname alone)\n");
  CHECK(links_of(kStories + "3 2024-03-06 | Lind | person\n").empty());
  CHECK(links_of(kStories + "4 2025-03-06 | Lind | person\n").empty());
  // Two in the story, or one in the document itself.
  const std::string two = kStories + "1 2024-03-05 | Peter Lind | person\n2 2024-03-06 | Lind | person\n";
  CHECK(links_of(two).empty());
  CHECK(refusals_of(two).find("several of that name") != std::string::npos);
  CHECK(links_of(kStories + "2 2024-03-06 | Peter Lind | person\n2 2024-03-06 | Lind | person\n").empty());
  // Where no date is known, an actor of many documents is too little.
  std::string undated = R"(
      1 - | Anna Lind | person
      1 - | Bank of Zenda | organization
      2 - | Bank of Zenda | organization
      2 - | Lind | person
  )";
  CHECK(links_of(undated) == "Lind = Anna Lind (surname alone)\n");
  for (int i = 3; i < 30; ++i) undated += std::to_string(i) + " - | Bank of Zenda | organization\n";
  CHECK(links_of(undated).empty());
  CHECK(links_of(undated + "1 - | Strelsau Opera | organization\n2 - | Strelsau Opera | organization\n") ==
        "Lind = Anna Lind (surname alone)\n");
}

TEST_CASE("the last word of a body's name stands for the only such body in all its stories") {
  const std::string teams = kStories + R"(
      1 2024-03-05 | Zenda Lions | organization
      2 2024-03-06 | Lions | organization
      2 2024-03-06 | Zenda | organization
  )";
  CHECK(links_of(teams) == "Lions = Zenda Lions (a shorter form of the name)\n");
  CHECK(links_of(teams + "3 2024-03-06 | Lions | organization\n").empty());
  CHECK(links_of(teams + "1 2024-03-05 | Strelsau Lions | organization\n").empty());
}

TEST_CASE("a short form of a given name joins the whole one in documents of the same story") {
  const std::string whole = kStories + "1 2024-03-05 | William Moe | person\n";
  CHECK(links_of(whole + "2 2024-03-06 | Bill Moe | person\n") ==
        "Bill Moe = William Moe (a shorter form of the name)\n");
  CHECK(links_of(whole + "3 2024-03-06 | Bill Moe | person\n").empty());
  CHECK(links_of(whole + "2 2024-03-06 | Walter Moe | person\n").empty());
}

TEST_CASE("two who share a surname stay apart") {
  CHECK(links_of("1 2024-03-05 | Lind | person\n2 2024-03-05 | Lind | person\n").empty());
  CHECK(links_of("1 - | Anna Lind | person\n2 - | Peter Lind | person\n").empty());
}

TEST_CASE("one name of a place, a company and a person is three actors") {
  const std::string zenda = R"(
      1 - | Zenda | place RUR
      2 - | Zenda | place
      3 - | Zenda | organization
      4 - | Zenda | person
  )";
  CHECK(links_of(zenda).find("Zenda = Zenda (the same name)") != std::string::npos);
  CHECK(merge(parse_mentions(zenda)).links.size() == 2);
  CHECK(merge(parse_mentions(zenda + "5 - | Zenda | company\n")).links.size() == 1);
  CHECK(refusals_of(zenda + "5 - | Zenda | company\n") == "Zenda, Zenda: a company and a place\n");
  CHECK(refusals_of("1 - | Zenda | place RUR\n2 - | Zenda | place SYL\n") ==
        "Zenda, Zenda: of RUR and of SYL\n");
}

TEST_CASE("descriptions are of their document unless qualified") {
  for (const char* name : {"police", "the group", "protesters in Zenda", "Reuters journalist",
                           "two Russian soldiers", "Foreign Ministry", "hotel"}) {
    CAPTURE(std::string(name));
    CHECK(make_actor_id(name, DocumentId{1}) != make_actor_id(name, DocumentId{2}));
  }
  for (const char* name : {"Zenda police", "police in Zenda", "Afghan police", "Russian embassy in Zenda",
                           "ISIS-K leaders", "Ministry of Foreign Affairs of Russia"}) {
    CAPTURE(std::string(name));
    CHECK(make_actor_id(name, DocumentId{1}) == make_actor_id(name, DocumentId{2}));
  }
}

TEST_CASE("a medium or company is no part of what its name tells") {
  CHECK(make_actor_key("Zenda Reporter", ActorKind::Media, "").form == NameForm::Name);
  CHECK(make_actor_key("Zenda Reporter", ActorKind::Organization, "").form == NameForm::Name);
  CHECK(make_actor_key("Zenda reporter", ActorKind::Person, "").form == NameForm::Description);
}

TEST_CASE("parts belong to their whole, by its words, its code or another of its names") {
  CHECK(parts_of(R"(
      1 - | Russia | country RUS
      1 - | Russian embassy in Zenda | facility
      1 - | Foreign Ministry | government RUSGOV
      2 - | Zenda Front | armed group
      2 - | Zenda Front leaders | group
      2 - | Zenda Front security forces | armed group
      2 - | spokesman of the Zenda Front | person
      3 - | embassy of Strelsau | facility
      3 - | police | government
  )") == "Foreign Ministry < Russia (part)\n"
         "Russian embassy in Zenda < Russia (place)\n"
         "Zenda Front leaders < Zenda Front (member)\n"
         "Zenda Front security forces < Zenda Front (part)\n"
         "spokesman of the Zenda Front < Zenda Front (member)\n");
  CHECK(parts_of(R"(
      1 - | Anna Lind | person
      1 - | Anna Lind's men | group
      1 - | Anna Lind's mother | person
      1 - | Anna Lind's lawyers | group
  )") == "Anna Lind's men < Anna Lind (member)\n");
  const std::string two_names = R"(
      1 - | ZLF=Zenda Liberation Front | armed group
      1 - | leaders of the Zenda Liberation Front | group
      2 - | ZLF leaders | group
  )";
  CHECK(links_of(two_names).find("(the same part of the same whole)") != std::string::npos);
}

TEST_CASE("a user joins and splits") {
  const auto mentions =
      parse_mentions("1 - | Anna Lind | person\n2 - | Anna B. Lind | person\n3 - | Moe Ltd. | company\n");
  const ActorId lind = mentions[0].participant.id;
  const ActorId fuller = mentions[1].participant.id;
  const ActorId moe = mentions[2].participant.id;
  CHECK(merge(mentions).node_of(lind) == fuller);
  CHECK(merge(mentions).node_of(fuller) == fuller);
  const ActorIdentity split = merge(mentions, {{ActorCorrection::Kind::Split, lind, fuller}});
  CHECK(split.node_of(lind) == lind);
  REQUIRE(split.refusals.size() == 1);
  CHECK(split.refusals[0].obstacle == "split by a user");
  const ActorIdentity joined = merge(mentions, {{ActorCorrection::Kind::Join, lind, moe}});
  CHECK(joined.node_of(moe) == joined.node_of(lind));
  CHECK(links_of(joined).find("(joined by a user)") != std::string::npos);
  CHECK(links_of(merge(mentions, {{ActorCorrection::Kind::Join, lind, ActorId{77}}})) ==
        links_of(merge(mentions)));
}

TEST_CASE("what is merged does not depend on the order of mentions, nor on repeated ones") {
  const std::vector<std::string> given{"Qassem", "Ghasem", "John", "John F.", "Anna", "Mohammed", "Muhammad"};
  const std::vector<std::string> surnames{"Lindani", "Moe", "Kerimov", "Zelensky", "Zelenskyy"};
  const std::vector<std::string> others{"ZLF=Zenda Liberation Front",
                                        "ZLF",
                                        "ZLF leaders",
                                        "Zenda",
                                        "Zenda police",
                                        "police in Zenda",
                                        "Bank of Zenda",
                                        "police",
                                        "Russian embassy in Zenda"};
  std::mt19937 random(11);
  const auto pick = [&](const std::vector<std::string>& list) { return list[random() % list.size()]; };
  for (int round = 0; round < 60; ++round) {
    std::string text;
    for (int i = 0; i < 60; ++i) {
      text += std::to_string(random() % 8) + " 2024-03-0" + std::to_string(1 + random() % 9) + " | ";
      switch (random() % 4) {
        case 0:
          text += pick(surnames) + " | person\n";
          break;
        case 1:
          text += pick(others) + " | organization\n";
          break;
        case 2:
          text += "Zenda | " + pick({"place", "place RUR", "place SYL", "company", "person"}) + "\n";
          break;
        default:
          text += pick(given) + " " + pick(surnames) + " | person" + pick({"", " RUR", " SYL"}) + "\n";
      }
    }
    auto mentions = parse_mentions(text);
    const ActorIdentity expected = merge(mentions);
    for (const ActorLink& link : expected.links) {
      CHECK(expected.node_of(link.into) == link.into);
      CHECK(expected.node_of(link.from) == link.into);
    }
    for (int shuffle = 0; shuffle < 5; ++shuffle) {
      std::ranges::shuffle(mentions, random);
      const ActorIdentity again = merge(mentions);
      CHECK(again.links == expected.links);
      CHECK(again.refusals == expected.refusals);
      CHECK(again.parts.size() == expected.parts.size());
    }
    const std::vector<Mention> some(mentions.begin(), mentions.begin() + 20);
    mentions.insert(mentions.end(), some.begin(), some.end());
    CHECK(merge(mentions).links == expected.links);
  }
}

TEST_CASE("nothing merges to nothing") {
  const ActorIdentity identity = ActorMerger().finish();
  CHECK(identity.links.empty());
  CHECK(identity.parts.empty());
  CHECK(identity.node_of(ActorId{5}) == ActorId{5});
}
