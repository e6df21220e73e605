#include "graph/person_words.hpp"

#include <algorithm>
#include <array>

namespace actorgraph {
namespace {

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
                                                         "comrade",
                                                         "congressman",
                                                         "congresswoman",
                                                         "cpl",
                                                         "datuk",
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
                                                         "grand",
                                                         "haji",
                                                         "hajji",
                                                         "hojatoleslam",
                                                         "hojjatoleslam",
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
                                                         "samdech",
                                                         "secretary",
                                                         "sen",
                                                         "senator",
                                                         "sergeant",
                                                         "sgt",
                                                         "shaikh",
                                                         "sheik",
                                                         "sheikh",
                                                         "sheriff",
                                                         "shri",
                                                         "sir",
                                                         "spokesman",
                                                         "spokeswoman",
                                                         "sri",
                                                         "staff",
                                                         "superintendent",
                                                         "ustad",
                                                         "vice"});

// Persons known by one word: rulers, artists, players. In byte order.
constexpr auto kMononyms = std::to_array<std::string_view>(
    {"abubakar", "adele",     "akihito",      "aristotle", "atahualpa", "ataturk",        "banksy",
     "beyonce",  "bjork",     "bono",         "buddha",    "caligula",  "cantinflas",     "caravaggio",
     "cher",     "cicero",    "cleopatra",    "confucius", "dante",     "drake",          "eminem",
     "enya",     "erasmus",   "galileo",      "goya",      "gyanendra", "hadrian",        "hannibal",
     "hirohito", "homer",     "jesus",        "kaka",      "lenin",     "leonardo",       "lula",
     "madonna",  "mao",       "michelangelo", "moses",     "muhammad",  "nadar",          "napoleon",
     "naruhito", "nero",      "neymar",       "pele",      "plato",     "prince",         "puyi",
     "raphael",  "rembrandt", "rihanna",      "rivaldo",   "romario",   "ronaldinho",     "ronaldo",
     "saddam",   "saladin",   "shakira",      "socrates",  "stalin",    "sting",          "suharto",
     "sukarno",  "thaksin",   "titian",       "tito",      "trotsky",   "vajiralongkorn", "vercingetorix",
     "voltaire", "xavi"});

static_assert(std::ranges::is_sorted(kRanks) && std::ranges::is_sorted(kMononyms));

// Honours that are often half of a name: "Mullah Omar", "Sheikh Hasina". In byte order.
constexpr auto kHonours = std::to_array<std::string_view>(
    {"ayatollah", "imam", "lady", "lord", "maulana", "mufti", "mullah", "shaikh", "sheik", "sheikh"});
static_assert(std::ranges::is_sorted(kHonours));

// What stands before "minister" and "secretary". In byte order.
constexpr auto kPortfolios = std::to_array<std::string_view>(
    {"defence", "defense", "economy", "education", "energy", "finance", "foreign", "health", "home",
     "interior", "justice", "labor", "labour", "oil", "press", "trade", "transport", "treasury"});
static_assert(std::ranges::is_sorted(kPortfolios));

struct GivenName {
  std::string_view name;
  std::string_view family;
  bool is_short;
};

// Short forms of English given names, and names that share one. In byte order.
constexpr auto kGivenNames = std::to_array<GivenName>(
    {{"abe", "abraham", true},         {"andy", "andrew", true},       {"barb", "barbara", true},
     {"becky", "rebecca", true},       {"ben", "benjamin", true},      {"benny", "benjamin", true},
     {"bernie", "bernard", true},      {"beth", "elizabeth", true},    {"betsy", "elizabeth", true},
     {"bill", "william", true},        {"billy", "william", true},     {"bob", "robert", true},
     {"bobby", "robert", true},        {"brad", "bradley", true},      {"catherine", "katherine", false},
     {"cathy", "katherine", true},     {"charlie", "charles", true},   {"chris", "christopher", true},
     {"chuck", "charles", true},       {"cindy", "cynthia", true},     {"dan", "daniel", true},
     {"danny", "daniel", true},        {"dave", "david", true},        {"deb", "deborah", true},
     {"debbie", "deborah", true},      {"dick", "richard", true},      {"don", "donald", true},
     {"donnie", "donald", true},       {"doug", "douglas", true},      {"ed", "edward", true},
     {"eddie", "edward", true},        {"fred", "frederick", true},    {"freddie", "frederick", true},
     {"frederic", "frederick", false}, {"gabe", "gabriel", true},      {"gene", "eugene", true},
     {"geoff", "jeffrey", true},       {"geoffrey", "jeffrey", false}, {"greg", "gregory", true},
     {"hank", "henry", true},          {"herb", "herbert", true},      {"howie", "howard", true},
     {"jack", "john", true},           {"jake", "jacob", true},        {"jeff", "jeffrey", true},
     {"jeffery", "jeffrey", false},    {"jen", "jennifer", true},      {"jenny", "jennifer", true},
     {"jess", "jessica", true},        {"jim", "james", true},         {"jimmy", "james", true},
     {"joe", "joseph", true},          {"joey", "joseph", true},       {"jon", "jonathan", true},
     {"josh", "joshua", true},         {"kate", "katherine", true},    {"kathryn", "katherine", false},
     {"kathy", "katherine", true},     {"katie", "katherine", true},   {"ken", "kenneth", true},
     {"kenny", "kenneth", true},       {"kim", "kimberly", true},      {"larry", "lawrence", true},
     {"len", "leonard", true},         {"lenny", "leonard", true},     {"liz", "elizabeth", true},
     {"lou", "louis", true},           {"maggie", "margaret", true},   {"matt", "matthew", true},
     {"meg", "margaret", true},        {"mel", "melvin", true},        {"mike", "michael", true},
     {"mitch", "mitchell", true},      {"mo", "maurice", true},        {"nate", "nathan", true},
     {"nick", "nicholas", true},       {"norm", "norman", true},       {"pam", "pamela", true},
     {"pat", "patrick", true},         {"peggy", "margaret", true},    {"pete", "peter", true},
     {"phil", "philip", true},         {"phillip", "philip", false},   {"ray", "raymond", true},
     {"rich", "richard", true},        {"rick", "richard", true},      {"ricky", "richard", true},
     {"rob", "robert", true},          {"ron", "ronald", true},        {"ronnie", "ronald", true},
     {"rudy", "rudolph", true},        {"russ", "russell", true},      {"sam", "samuel", true},
     {"sid", "sidney", true},          {"stan", "stanley", true},      {"steve", "stephen", true},
     {"steven", "stephen", false},     {"stu", "stuart", true},        {"sue", "susan", true},
     {"terry", "terence", true},       {"tim", "timothy", true},       {"tina", "christina", true},
     {"tom", "thomas", true},          {"tommy", "thomas", true},      {"tony", "anthony", true},
     {"vicky", "victoria", true},      {"vince", "vincent", true},     {"walt", "walter", true},
     {"wes", "wesley", true},          {"will", "william", true},      {"zach", "zachary", true}});
static_assert(std::ranges::is_sorted(kGivenNames, {}, &GivenName::name));

}  // namespace

std::size_t count_ranks(const std::vector<std::string_view>& words) {
  std::size_t count = 0;
  while (count + 1 < words.size()) {
    const std::string_view next = words[count + 1];
    const bool portfolio = std::ranges::binary_search(kPortfolios, words[count]) &&
                           count + 2 < words.size() && (next == "minister" || next == "secretary");
    if (!portfolio && !std::ranges::binary_search(kRanks, words[count])) break;
    if (count + 2 == words.size() && std::ranges::binary_search(kHonours, words[count])) break;
    ++count;
  }
  return count;
}

bool is_mononym(std::string_view key) {
  return std::ranges::binary_search(kMononyms, key);
}

std::pair<std::string_view, bool> family_of_given_name(std::string_view name) {
  const auto at = std::ranges::lower_bound(kGivenNames, name, {}, &GivenName::name);
  if (at == kGivenNames.end() || at->name != name) return {name, false};
  return {at->family, at->is_short};
}

}  // namespace actorgraph
