#include "graph/generic_words.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace actorgraph {
namespace {

// In byte order. Words that open the names of single bodies as often ("congress", "senate", "pentagon") are
// left out on purpose.
// clang-format off
constexpr auto kWords = std::to_array<std::string_view>({
    "accident", "activist", "administration", "adult", "adviser", "advisor", "agency", "agent", "agreement",
    "aide", "air", "airport", "airstrike", "allegation", "alliance", "ally", "ambassador", "ambulance",
    "ambush", "analyst", "announcement", "another", "anti", "any", "anyone", "armed", "army", "arrest",
    "article", "assailant", "assault", "assembly", "association", "asylum", "athlete", "attack", "attacker",
    "attempt", "attorney", "author", "authority", "avalanche", "aviation", "baby", "bandit", "bank", "bar",
    "battle", "board", "boat", "body", "bomb", "bomber", "bombing", "border", "both", "boy", "brigade",
    "broadcaster", "brother", "building", "bus", "business", "buyer", "cabinet", "campaign", "campaigner",
    "candidate", "car", "cargo", "carrier", "cartel", "case", "casualty", "ceasefire", "center", "central",
    "centre", "ceremony", "chairman", "charge", "charity", "chief", "child", "church", "citizen", "city",
    "civil", "civilian", "claim", "clash", "clerk", "clinic", "coalition", "coast", "coastguard",
    "collapse", "college", "commander", "commission", "commissioner", "committee", "community", "company",
    "conflict", "congressman", "congresswoman", "construction", "convoy", "corporation", "council",
    "countless", "countries", "country", "coup", "couple", "court", "crash", "creditor", "crew", "crime",
    "criminal", "critic", "crowd", "customer", "customs", "cyberattack", "daughter", "deal", "death",
    "decision", "defector", "defence", "defendant", "defense", "delegate", "delegation", "demand",
    "demonstration", "demonstrator", "deputy", "detainee", "detective", "developer", "diplomat", "director",
    "disaster", "disease", "dispute", "doctor", "donor", "dozen", "driver", "drone", "drought", "each",
    "eastern", "economic", "economist", "economy", "editor", "effort", "eight", "eighteen", "eighty",
    "either", "elder", "election", "electoral", "eleven", "embassy", "emergency", "employee", "employer",
    "engineer", "environmental", "ethnic", "every", "everyone", "everything", "evidence", "executive",
    "exile", "expert", "explosion", "export", "extremist", "factory", "family", "famine", "farmer",
    "father", "federal", "fellow", "few", "fifteen", "fifty", "fight", "fighter", "fighting", "figure",
    "financial", "fire", "firefighter", "firm", "fisherman", "fishermen", "five", "flight", "flood",
    "flooding", "force", "foreign", "former", "forty", "forum", "four", "fourteen", "friend", "fuel",
    "fund", "funding", "gang", "gas", "gathering", "girl", "global", "government", "governor", "grand",
    "group", "guard", "guerilla", "guerrilla", "gunman", "gunmen", "half", "harbor", "harbour", "he",
    "head", "health", "heavy", "her", "here", "herself", "high", "hijacker", "his", "hospital", "hostage",
    "hotel", "house", "household", "human", "hundred", "hunger", "hurricane", "husband", "i", "immigrant",
    "immigration", "import", "incident", "independence", "independent", "industry", "inflation", "inmate",
    "inspector", "institution", "insurgent", "intelligence", "interior", "international", "investigation",
    "investigator", "investor", "islamist", "it", "its", "itself", "jet", "job", "joint", "journalist",
    "judge", "junta", "jury", "kidnapper", "killer", "killing", "king", "land", "landslide", "last",
    "later", "law", "lawmaker", "lawyer", "leader", "leadership", "league", "left", "lender", "less",
    "local", "looter", "magistrate", "mainstream", "major", "majority", "man", "manager", "many", "march",
    "marine", "maritime", "market", "mass", "mayor", "media", "mediator", "medic", "medical", "meeting",
    "member", "men", "merchant", "migrant", "militant", "military", "militia", "miner", "minister",
    "ministry", "minority", "missile", "mission", "mob", "mobile", "moderate", "money", "monitor",
    "monitoring", "more", "most", "mother", "motorist", "mountain", "move", "movement", "much", "municipal",
    "murder", "musician", "nation", "national", "nationalist", "naval", "navy", "negotiation", "negotiator",
    "neighbor", "neighbour", "neither", "network", "new", "newspaper", "nine", "nineteen", "ninety", "no",
    "nobody", "none", "northern", "nuclear", "nurse", "observer", "occupation", "office", "officer",
    "official", "oil", "old", "once", "one", "only", "operation", "operative", "operator", "opponent",
    "opposition", "order", "organisation", "organiser", "organization", "organizer", "other", "our",
    "outbreak", "outlet", "owner", "palace", "pandemic", "panel", "paramilitary", "parent", "parliament",
    "parliamentary", "partner", "party", "passenger", "passer-by", "patient", "patrol", "peace",
    "peacekeeper", "peacekeeping", "peasant", "pedestrian", "people", "person", "petition", "pilot",
    "pirate", "plane", "player", "plot", "police", "policeman", "policemen", "policewoman", "policy",
    "political", "politician", "poll", "pollster", "population", "port", "post", "power", "premier",
    "presidency", "president", "presidential", "press", "prime", "prince", "princess", "prison", "prisoner",
    "private", "pro", "producer", "professor", "project", "proposal", "prosecution", "prosecutor",
    "protest", "protester", "protestor", "province", "provincial", "public", "publisher", "pupil", "queen",
    "radical", "raid", "railway", "rally", "ranger", "rebel", "rebellion", "recent", "record", "recruit",
    "referendum", "reformist", "refugee", "regime", "region", "regional", "regulator", "relative", "relief",
    "religious", "report", "reporter", "rescue", "rescuer", "research", "researcher", "reserve", "resident",
    "resistance", "resolution", "restaurant", "result", "retailer", "revolutionary", "rider", "right",
    "riot", "rioter", "rival", "road", "robber", "rocket", "royal", "ruler", "ruling", "sailor", "sanction",
    "sanctions", "satellite", "scholar", "school", "scientist", "scores", "secretary", "sect", "sectarian",
    "security", "seller", "senator", "senior", "separatist", "sergeant", "server", "service", "settlement",
    "settler", "seven", "seventeen", "seventy", "several", "share", "shareholder", "she", "ship", "shooter",
    "shooting", "shop", "shopkeeper", "similar", "singer", "sister", "six", "sixteen", "sixty", "smuggler",
    "sniper", "so", "social", "society", "soldier", "some", "somebody", "someone", "something", "son",
    "source", "southern", "speaker", "special", "spectator", "spokesman", "spokesperson", "spokeswoman",
    "staff", "staffer", "state", "statement", "station", "storm", "strike", "striker", "student", "study",
    "such", "suicide", "summit", "supplier", "support", "supporter", "supreme", "survey", "survivor",
    "suspect", "suspected", "talk", "talks", "tanker", "tax", "teacher", "team", "teenager", "television",
    "ten", "terror", "terrorism", "terrorist", "that", "the", "their", "them", "themselves", "these",
    "they", "thief", "thieves", "thirteen", "thirty", "this", "those", "thousand", "three", "ton",
    "tornado", "torture", "tourist", "town", "trade", "trader", "train", "trainee", "tribal", "tribe",
    "tribesman", "tribesmen", "tribunal", "troop", "troops", "truck", "turnout", "twelve", "twenty", "twin",
    "two", "typhoon", "under", "undercover", "unidentified", "union", "unit", "university", "unknown", "us",
    "vehicle", "vendor", "vessel", "veteran", "victim", "vigilante", "village", "villager", "violence",
    "visit", "visitor", "volunteer", "voter", "voting", "wage", "war", "warplane", "warship", "watchdog",
    "water", "we", "weapon", "week", "western", "what", "which", "who", "whoever", "wife", "witness",
    "woman", "women", "worker", "workforce", "world", "worshipper", "wounded", "writer", "year", "you",
    "young", "youngster", "youth"
});
// clang-format on

static_assert(std::ranges::is_sorted(kWords));

bool is_listed(std::string_view word) {
  return std::ranges::binary_search(kWords, word);
}

}  // namespace

bool is_generic_word(std::string_view word) {
  if (is_listed(word)) return true;
  if (!word.ends_with('s')) return false;
  if (is_listed(word.substr(0, word.size() - 1))) return true;
  if (!word.ends_with("es")) return false;
  const std::string_view stem = word.substr(0, word.size() - 2);
  if (is_listed(stem)) return true;
  return stem.ends_with('i') && is_listed(std::string(stem.substr(0, stem.size() - 1)) + 'y');
}

}  // namespace actorgraph
