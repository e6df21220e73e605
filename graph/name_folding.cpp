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

// Honours that are often half of a name: "Mullah Omar", "Sheikh Hasina". In byte order.
constexpr auto kHonours = std::to_array<std::string_view>(
    {"ayatollah", "imam", "lady", "lord", "maulana", "mufti", "mullah", "shaikh", "sheik", "sheikh"});
static_assert(std::ranges::is_sorted(kHonours));

// What stands before "minister" and "secretary". In byte order.
constexpr auto kPortfolios = std::to_array<std::string_view>(
    {"defence", "defense", "economy", "education", "energy", "finance", "foreign", "health", "home",
     "interior", "justice", "labor", "labour", "oil", "press", "trade", "transport", "treasury"});
static_assert(std::ranges::is_sorted(kPortfolios));

/// How many words before a person's name are ranks and offices.
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

// Names of places that changed, or are spelt in several ways. In byte order.
constexpr auto kPlaces = std::to_array<Pair>({{"addis abeba", "addis ababa"},
                                              {"al basrah", "basra"},
                                              {"al fallujah", "fallujah"},
                                              {"al fasher", "el fasher"},
                                              {"al fashir", "el fasher"},
                                              {"al hodeidah", "hodeidah"},
                                              {"al hudaydah", "hodeidah"},
                                              {"al mawsil", "mosul"},
                                              {"al raqqa", "raqqa"},
                                              {"alma ata", "almaty"},
                                              {"an najaf", "najaf"},
                                              {"an nasiriyah", "nasiriyah"},
                                              {"antwerpen", "antwerp"},
                                              {"ar raqqa", "raqqa"},
                                              {"ar raqqah", "raqqa"},
                                              {"arbil", "erbil"},
                                              {"artemivsk", "bakhmut"},
                                              {"artyomovsk", "bakhmut"},
                                              {"ashkhabad", "ashgabat"},
                                              {"asmera", "asmara"},
                                              {"ayn al arab", "kobani"},
                                              {"ba qubah", "baqubah"},
                                              {"baluchistan", "balochistan"},
                                              {"bangalore", "bengaluru"},
                                              {"baquba", "baqubah"},
                                              {"basrah", "basra"},
                                              {"be er sheva", "beersheba"},
                                              {"beer sheva", "beersheba"},
                                              {"benares", "varanasi"},
                                              {"bengazi", "benghazi"},
                                              {"beograd", "belgrade"},
                                              {"bir al saba", "beersheba"},
                                              {"bombay", "mumbai"},
                                              {"bruxelles", "brussels"},
                                              {"bucuresti", "bucharest"},
                                              {"bukhoro", "bukhara"},
                                              {"calcutta", "kolkata"},
                                              {"chattogram", "chittagong"},
                                              {"chechenia", "chechnya"},
                                              {"chernigov", "chernihiv"},
                                              {"chornobyl", "chernobyl"},
                                              {"cochin", "kochi"},
                                              {"dacca", "dhaka"},
                                              {"daghestan", "dagestan"},
                                              {"dahuk", "dohuk"},
                                              {"darfour", "darfur"},
                                              {"dayr az zawr", "deir ezzor"},
                                              {"deir al zawr", "deir ezzor"},
                                              {"deir al zor", "deir ezzor"},
                                              {"deir al zour", "deir ezzor"},
                                              {"deir az zor", "deir ezzor"},
                                              {"deir el zour", "deir ezzor"},
                                              {"deir ez zor", "deir ezzor"},
                                              {"djouba", "juba"},
                                              {"dnepropetrovsk", "dnipro"},
                                              {"dnipropetrovsk", "dnipro"},
                                              {"donbass", "donbas"},
                                              {"duhok", "dohuk"},
                                              {"el fashir", "el fasher"},
                                              {"erevan", "yerevan"},
                                              {"esfahan", "isfahan"},
                                              {"falluja", "fallujah"},
                                              {"fes", "fez"},
                                              {"frunze", "bishkek"},
                                              {"gazza", "gaza"},
                                              {"golan", "golan heights"},
                                              {"goteborg", "gothenburg"},
                                              {"guantanamo", "guantanamo bay"},
                                              {"halab", "aleppo"},
                                              {"herzliyya", "herzliya"},
                                              {"hims", "homs"},
                                              {"hodeida", "hodeidah"},
                                              {"hongkong", "hong kong"},
                                              {"hudaydah", "hodeidah"},
                                              {"idleb", "idlib"},
                                              {"inchon", "incheon"},
                                              {"irbil", "erbil"},
                                              {"jalal abad", "jalalabad"},
                                              {"jenine", "jenin"},
                                              {"jidda", "jeddah"},
                                              {"kashmere", "kashmir"},
                                              {"katmandu", "kathmandu"},
                                              {"kerbala", "karbala"},
                                              {"khan yunis", "khan younis"},
                                              {"khan yunus", "khan younis"},
                                              {"kharkov", "kharkiv"},
                                              {"kiev", "kyiv"},
                                              {"kinshassa", "kinshasa"},
                                              {"kishinev", "chisinau"},
                                              {"kobane", "kobani"},
                                              {"koln", "cologne"},
                                              {"krivoy rog", "kryvyi rih"},
                                              {"kryvyy rih", "kryvyi rih"},
                                              {"kwangju", "gwangju"},
                                              {"lashkargah", "lashkar gah"},
                                              {"lugansk", "luhansk"},
                                              {"lvov", "lviv"},
                                              {"lwow", "lviv"},
                                              {"macao", "macau"},
                                              {"madras", "chennai"},
                                              {"makkah", "mecca"},
                                              {"marrakech", "marrakesh"},
                                              {"mashad", "mashhad"},
                                              {"mazar e sharif", "mazar i sharif"},
                                              {"mazar sharif", "mazar i sharif"},
                                              {"meshed", "mashhad"},
                                              {"misurata", "misrata"},
                                              {"munchen", "munich"},
                                              {"muqdisho", "mogadishu"},
                                              {"n djamena", "ndjamena"},
                                              {"nagorno karabagh", "nagorno karabakh"},
                                              {"nagorny karabakh", "nagorno karabakh"},
                                              {"nasiriya", "nasiriyah"},
                                              {"nikolaev", "mykolaiv"},
                                              {"nikolayev", "mykolaiv"},
                                              {"nur sultan", "astana"},
                                              {"peking", "beijing"},
                                              {"peshawur", "peshawar"},
                                              {"phyongyang", "pyongyang"},
                                              {"pondicherry", "puducherry"},
                                              {"poona", "pune"},
                                              {"praha", "prague"},
                                              {"prishtina", "pristina"},
                                              {"pusan", "busan"},
                                              {"qandahar", "kandahar"},
                                              {"qunduz", "kunduz"},
                                              {"rakka", "raqqa"},
                                              {"ramalla", "ramallah"},
                                              {"rangoon", "yangon"},
                                              {"raqqah", "raqqa"},
                                              {"saigon", "ho chi minh city"},
                                              {"samarqand", "samarkand"},
                                              {"sana a", "sanaa"},
                                              {"sebastopol", "sevastopol"},
                                              {"sevilla", "seville"},
                                              {"sinkiang", "xinjiang"},
                                              {"slemani", "sulaymaniyah"},
                                              {"sulaimaniya", "sulaymaniyah"},
                                              {"sulaimaniyah", "sulaymaniyah"},
                                              {"suleimaniya", "sulaymaniyah"},
                                              {"taegu", "daegu"},
                                              {"taizz", "taiz"},
                                              {"tall afar", "tal afar"},
                                              {"tanger", "tangier"},
                                              {"tangiers", "tangier"},
                                              {"teheran", "tehran"},
                                              {"telafar", "tal afar"},
                                              {"tientsin", "tianjin"},
                                              {"tiflis", "tbilisi"},
                                              {"torino", "turin"},
                                              {"trans dniester", "transnistria"},
                                              {"transdniester", "transnistria"},
                                              {"transdniestria", "transnistria"},
                                              {"trivandrum", "thiruvananthapuram"},
                                              {"tselinograd", "astana"},
                                              {"tulkarem", "tulkarm"},
                                              {"warszawa", "warsaw"},
                                              {"zaporizhia", "zaporizhzhia"},
                                              {"zaporizhzhya", "zaporizhzhia"},
                                              {"zaporozhe", "zaporizhzhia"},
                                              {"zaporozhye", "zaporizhzhia"}});
static_assert(std::ranges::is_sorted(kPlaces));

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

std::string_view fold_word(std::string_view word) {
  const auto fold = std::ranges::lower_bound(kFolds, word, {}, &Pair::first);
  return fold != kFolds.end() && fold->first == word ? fold->second : word;
}

std::string fold_name_words(std::string_view key, ActorKind kind) {
  const std::vector<std::string_view> words = words_of(key);
  std::size_t begin = 0;
  std::size_t end = words.size();
  if (kind == ActorKind::Person) {
    begin = count_ranks(words);
  } else {
    while (end > begin + 1 && std::ranges::binary_search(kLegalForms, words[end - 1])) --end;
    if (end > begin + 1 && words[end - 1] == "and") --end;  // "and Co."
  }
  if (class_of(kind) == NameClass::Land) {
    const auto place = std::ranges::lower_bound(kPlaces, key, {}, &Pair::first);
    if (place != kPlaces.end() && place->first == key) return std::string(place->second);
  }
  std::string folded;
  for (std::size_t i = begin; i < end; ++i) {
    if (!folded.empty()) folded += ' ';
    folded += kind != ActorKind::Person && end > begin + 1 ? fold_word(words[i]) : words[i];
  }
  return folded.empty() ? std::string(key) : folded;
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
