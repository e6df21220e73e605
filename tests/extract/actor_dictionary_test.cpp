#include "extract/actor_dictionary.hpp"

#include <doctest/doctest.h>

#include <sstream>
#include <string>
#include <vector>

#include "records/error.hpp"

using namespace actorgraph;

namespace {

const char* const kActors =
    "<!-- an invented world\n"
    "ZENDA [XXX] -->\n"
    "ZENDA  [ZEN] # the town\n"
    "+STRELSAU_\n"
    "RURITANIA ; the country\n"
    "+KINGDOM_OF_RURITANIA\n"
    "\t[RUR]\n"
    "ADA_KERN [RUR]\n"
    "\t[RURGOV 19950601 - 19990815]\n"
    "\t[RUROPP > 990815]\n"
    "\t[RURBUS <950601]\n"
    "NORTHERN FRONT [RURREB]\n"
    "NORTHERN_LIGHTS [---]\n"
    "THE_AU_ [IGOAFR]\n";

const char* const kAgents =
    "!PERSON! = MAN, WOMEN\n"
    "POLICE {} [~COP]\n"
    "AUTHORITY [~GOV]\n"
    "GOLDEN_GOOSE {GOLDEN_GEESE} [~GGS]\n"
    "CONGRESS!PERSON! [~LEG]\n"
    "RELIEF_BODY [NGO~]\n";

std::string matches(std::string_view phrase, std::optional<Date> when = {}) {
  ActorDictionary dictionary;
  dictionary.add("actors.txt", kActors);
  dictionary.add("agents.txt", kAgents);
  std::vector<std::string> words;
  std::istringstream in{std::string(phrase)};
  for (std::string word; in >> word;) words.push_back(word);
  std::string found;
  for (const DictionaryMatch& match : dictionary.find(words, when)) {
    if (!found.empty()) found += ' ';
    found += std::to_string(match.begin) + '-' + std::to_string(match.end) + ':';
    if (match.kind == DictionaryKind::Agent) found += '~';
    found += match.code.empty() ? "none" : std::string(match.code);
    if (match.kind == DictionaryKind::Prefix) found += '~';
  }
  return found;
}

std::string error_of(const std::string& text) {
  ActorDictionary dictionary;
  try {
    dictionary.add("mine.txt", text);
  } catch (const FormatError& error) {
    return error.what();
  }
  return {};
}

Date day(int year, unsigned month, unsigned day) {
  return Date{std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
}

}  // namespace

TEST_CASE("a PETRARCH dictionary finds actors and agents in a phrase") {
  CHECK(matches("Zenda police") == "0-1:ZEN 1-2:~COP");
  CHECK(matches("the authorities of Strelsau") == "1-2:~GOV 3-4:ZEN");
  CHECK(matches("Kingdom of Ruritania") == "0-3:RUR");
  CHECK(matches("congresswomen and congressman") == "0-1:~LEG 2-3:~LEG");
  CHECK(matches("Golden Geese") == "0-2:~GGS");
  CHECK(matches("polices") == "");
  CHECK(matches("Zenda relief bodies") == "0-1:ZEN 1-3:NGO~");
  CHECK(matches("Zenda's police") == "0-1:ZEN 1-2:~COP");
}

TEST_CASE("a blank lets words between, an underscore does not") {
  CHECK(matches("Northern Liberation Front") == "0-3:RURREB");
  CHECK(matches("Northern city Lights") == "");
  CHECK(matches("Northern Lights") == "0-2:none");
}

TEST_CASE("an actor needs a capital, and stands for its adjective") {
  CHECK(matches("zenda") == "");
  CHECK(matches("Zendan soldiers") == "0-1:ZEN");
  CHECK(matches("Strelsauan soldiers") == "");  // an underscore behind it: the whole word
  CHECK(matches("AU") == "0-1:IGOAFR");
}

TEST_CASE("a code holds in its time") {
  CHECK(matches("Ada Kern") == "0-2:RUR");
  CHECK(matches("Ada Kern", day(1995, 5, 31)) == "0-2:RURBUS");
  CHECK(matches("Ada Kern", day(1995, 6, 1)) == "0-2:RURGOV");
  CHECK(matches("Ada Kern", day(1999, 8, 15)) == "0-2:RURGOV");
  CHECK(matches("Ada Kern", day(1999, 8, 16)) == "0-2:RUROPP");
}

TEST_CASE("a name that has a code at another time only is not found") {
  ActorDictionary dictionary;
  dictionary.add("actors.txt", "OLD_ZENDA [ZEN <911226]\n");
  const std::vector<std::string> words = {"Old", "Zenda"};
  CHECK(dictionary.find(words, day(2000, 1, 1)).empty());
  CHECK(dictionary.find(words, day(1991, 12, 25)).size() == 1);
}

TEST_CASE("faults of a dictionary name file, line and what was expected") {
  CHECK(error_of("ZENDA [ZEN]\n\nLIND\n+ANA_LIND\n") ==
        "mine.txt:3: \"LIND\" has no code; expected [CODE] behind it or below it");
  CHECK(error_of("ZENDA [ZEN soon]\n") ==
        "mine.txt:1: \"soon\" is no time; expected <950630, >19950630 or 19950601-19990815");
  CHECK(error_of("ZENDA [ZEN <951332]\n") ==
        "mine.txt:1: \"<951332\" is no time; expected <950630, >19950630 or 19950601-19990815");
  CHECK(error_of("+ZENDA [ZEN]\n") ==
        "mine.txt:1: \"+ZENDA [ZEN]\" is a synonym of nothing; expected a name above it");
  CHECK(error_of("[ZEN]\n") == "mine.txt:1: \"[ZEN]\" is a code without a name above it");
  CHECK(error_of("ZENDA [ZEN\n") ==
        "mine.txt:1: \"[ZEN\" is no code; expected [CODE] or [CODE 19950601-19990815]");
  CHECK(error_of("ZENDA []\n") == "mine.txt:1: \"[]\" holds no code");
  CHECK(error_of("GOOSE {GEESE [~GGS]\n") == "mine.txt:1: \"{GEESE [~GGS]\" lacks a closing }");
  CHECK(error_of("ZENDA [ZEN]\n\t[~GOV]\n") ==
        "mine.txt:2: \"[~GOV]\": an entry is an actor or an agent (with ~), not both");
  CHECK(error_of("!MEN!OF_ZENDA [~ZEN]\n") ==
        "mine.txt:1: \"!MEN!OF_ZENDA\" uses a macro that no line above defines");
  CHECK(error_of("!MEN! = ,\n") == "mine.txt:1: the macro !MEN! stands for nothing");
}
