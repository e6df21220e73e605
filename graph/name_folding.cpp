#include "graph/name_folding.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "graph/person_words.hpp"

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

static_assert(std::ranges::is_sorted(kFolds) && std::ranges::is_sorted(kLegalForms));

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

}  // namespace actorgraph
