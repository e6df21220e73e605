#include "graph/name_folding.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

namespace actorgraph {
namespace {

using Pair = std::pair<std::string_view, std::string_view>;

// Abbreviations and spellings of one word. In byte order.
constexpr auto kFolds = std::to_array<Pair>({{"assn", "association"},
                                             {"assoc", "association"},
                                             {"bldg", "building"},
                                             {"bros", "brothers"},
                                             {"centre", "center"},
                                             {"cmte", "committee"},
                                             {"comm", "committee"},
                                             {"comms", "communications"},
                                             {"corporation", "corp"},
                                             {"defence", "defense"},
                                             {"dept", "department"},
                                             {"forces", "force"},
                                             {"fort", "ft"},
                                             {"govt", "government"},
                                             {"harbour", "harbor"},
                                             {"hosp", "hospital"},
                                             {"inst", "institute"},
                                             {"intl", "international"},
                                             {"labour", "labor"},
                                             {"mount", "mt"},
                                             {"natl", "national"},
                                             {"organisation", "organization"},
                                             {"organisations", "organization"},
                                             {"organizations", "organization"},
                                             {"programme", "program"},
                                             {"saint", "st"},
                                             {"sainte", "ste"},
                                             {"services", "service"},
                                             {"theatre", "theater"},
                                             {"univ", "university"}});

// What companies add to their names. In byte order.
constexpr auto kLegalForms = std::to_array<std::string_view>(
    {"ag",  "asa", "co",  "company", "corp", "corporation", "gmbh", "inc", "incorporated", "kk", "limited",
     "llc", "llp", "ltd", "nv",      "oyj",  "plc",         "pte",  "pty", "sa",           "spa"});

// Ranks and offices that go before a person's name, some of which as often open another name. In byte order.
constexpr auto kRanks = std::to_array<std::string_view>({"adm",
                                                         "admiral",
                                                         "ambassador",
                                                         "archbishop",
                                                         "attorney",
                                                         "ayatollah",
                                                         "bishop",
                                                         "brig",
                                                         "brigadier",
                                                         "capt",
                                                         "captain",
                                                         "cardinal",
                                                         "ceo",
                                                         "chairman",
                                                         "chairwoman",
                                                         "chancellor",
                                                         "chief",
                                                         "cmdr",
                                                         "coach",
                                                         "col",
                                                         "colonel",
                                                         "commander",
                                                         "congressman",
                                                         "congresswoman",
                                                         "cpl",
                                                         "deputy",
                                                         "det",
                                                         "detective",
                                                         "director",
                                                         "dr",
                                                         "ex",
                                                         "former",
                                                         "gen",
                                                         "general",
                                                         "gov",
                                                         "governor",
                                                         "hajji",
                                                         "hon",
                                                         "honorable",
                                                         "imam",
                                                         "inspector",
                                                         "judge",
                                                         "justice",
                                                         "lady",
                                                         "late",
                                                         "lieutenant",
                                                         "lord",
                                                         "lt",
                                                         "maj",
                                                         "major",
                                                         "marshal",
                                                         "maulana",
                                                         "mayor",
                                                         "minister",
                                                         "miss",
                                                         "monsignor",
                                                         "mr",
                                                         "mrs",
                                                         "ms",
                                                         "mufti",
                                                         "mullah",
                                                         "officer",
                                                         "pastor",
                                                         "premier",
                                                         "president",
                                                         "prime",
                                                         "prof",
                                                         "professor",
                                                         "rabbi",
                                                         "rep",
                                                         "representative",
                                                         "retired",
                                                         "rev",
                                                         "reverend",
                                                         "secretary",
                                                         "sen",
                                                         "senator",
                                                         "sergeant",
                                                         "sgt",
                                                         "shaikh",
                                                         "sheik",
                                                         "sheikh",
                                                         "sheriff",
                                                         "sir",
                                                         "spokesman",
                                                         "spokeswoman",
                                                         "staff",
                                                         "superintendent",
                                                         "vice"});

// Persons known by one word: rulers, artists, players. In byte order.
constexpr auto kMononyms = std::to_array<std::string_view>(
    {"abubakar",  "adele",        "akihito",   "aristotle", "atahualpa",     "ataturk",    "banksy",
     "beyonce",   "bjork",        "bono",      "buddha",    "caligula",      "cantinflas", "caravaggio",
     "cher",      "cicero",       "cleopatra", "confucius", "dante",         "drake",      "eminem",
     "enya",      "erasmus",      "galileo",   "goya",      "hadrian",       "hannibal",   "hirohito",
     "homer",     "jesus",        "kaka",      "lenin",     "leonardo",      "lula",       "madonna",
     "mao",       "michelangelo", "moses",     "muhammad",  "nadar",         "napoleon",   "naruhito",
     "nero",      "neymar",       "pele",      "plato",     "prince",        "puyi",       "raphael",
     "rembrandt", "rihanna",      "rivaldo",   "romario",   "ronaldinho",    "ronaldo",    "saddam",
     "saladin",   "shakira",      "socrates",  "stalin",    "sting",         "suharto",    "sukarno",
     "thaksin",   "titian",       "tito",      "trotsky",   "vercingetorix", "voltaire",   "xavi"});

static_assert(std::ranges::is_sorted(kFolds) && std::ranges::is_sorted(kLegalForms));
static_assert(std::ranges::is_sorted(kRanks) && std::ranges::is_sorted(kMononyms));

}  // namespace

NameClass class_of(ActorKind kind) {
  switch (kind) {
    case ActorKind::Person:
      return NameClass::Person;
    case ActorKind::Country:
    case ActorKind::Place:
      return NameClass::Land;
    case ActorKind::Company:
    case ActorKind::Media:
      return NameClass::Company;
    case ActorKind::Group:
    case ActorKind::ArmedGroup:
    case ActorKind::Government:
    case ActorKind::Organization:
    case ActorKind::Party:
      return NameClass::Body;
    default:
      return NameClass::Other;
  }
}

std::vector<std::string_view> words_of(std::string_view key) {
  std::vector<std::string_view> words;
  for (std::size_t i = 0; i < key.size();) {
    const std::size_t end = std::min(key.find(' ', i), key.size());
    if (end > i) words.push_back(key.substr(i, end - i));
    i = end + 1;
  }
  return words;
}

std::string fold_name_words(std::string_view key, ActorKind kind) {
  const std::vector<std::string_view> words = words_of(key);
  std::size_t begin = 0;
  std::size_t end = words.size();
  if (kind == ActorKind::Person) {
    while (begin + 1 < end && std::ranges::binary_search(kRanks, words[begin])) ++begin;
  } else {
    while (end > begin + 1 && std::ranges::binary_search(kLegalForms, words[end - 1])) --end;
    if (end > begin + 1 && words[end - 1] == "and") --end;  // "and Co."
  }
  std::string folded;
  for (std::size_t i = begin; i < end; ++i) {
    const auto fold = std::ranges::lower_bound(kFolds, words[i], {}, &Pair::first);
    const bool known =
        kind != ActorKind::Person && end > begin + 1 && fold != kFolds.end() && fold->first == words[i];
    if (!folded.empty()) folded += ' ';
    folded += known ? fold->second : words[i];
  }
  return folded.empty() ? std::string(key) : folded;
}

bool is_mononym(std::string_view key) {
  return std::ranges::binary_search(kMononyms, key);
}

}  // namespace actorgraph
