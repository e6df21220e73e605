#include "graph/identity.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "graph/country_words.hpp"
#include "graph/generic_words.hpp"
#include "graph/name_folding.hpp"
#include "graph/name_words.hpp"
#include "graph/person_words.hpp"
#include "records/actor_code.hpp"
#include "records/hash.hpp"

namespace actorgraph {
namespace {

// Forms of address and offices that go before a person's name; left out are those that as often open another
// name ("General Motors", "Premier League", "King's College").
constexpr auto kTitles = std::to_array<std::string_view>(
    {"capt",      "chancellor", "col", "congressman", "congresswoman", "dame", "dr",        "gen",
     "gov",       "lt",         "maj", "mr",          "mrs",           "ms",   "president", "prof",
     "professor", "rep",        "sen", "senator",     "sgt",           "sir"});
// After a title these say that it is part of the name: "President of Russia".
constexpr auto kLinks = std::to_array<std::string_view>({"and", "for", "in", "of", "to"});

static_assert(std::ranges::is_sorted(kTitles));

/// The number of leading words that are an article or a form of address.
std::size_t count_leading(std::span<const NameWord> words) {
  std::size_t skip = 0;
  const auto next_is_name = [&](std::size_t next) {
    return next < words.size() && std::ranges::find(kLinks, words[next].text) == kLinks.end();
  };
  if (!words.empty() && !words[0].initials && !words[0].possessive && words.size() > 1 &&
      is_article(words[0].text)) {
    skip = 1;
  }
  while (skip < words.size() && !words[skip].possessive) {
    if (std::ranges::binary_search(kTitles, words[skip].text) && next_is_name(skip + 1)) {
      skip += 1;
    } else if (words[skip].text == "prime" && skip + 1 < words.size() && words[skip + 1].text == "minister" &&
               !words[skip + 1].possessive && next_is_name(skip + 2)) {
      skip += 2;
    } else {
      break;
    }
  }
  return skip;
}

// Heads of what each country has one of: written as a name, but naming nobody without the country's.
constexpr auto kBareHeads = std::to_array<std::string_view>(
    {"army",       "authorities",  "chief",       "commander", "court",     "forces",
     "government", "military",     "minister",    "ministry",  "officials", "opposition",
     "parliament", "police",       "president",   "secretary", "senator",   "soldiers",
     "spokesman",  "spokesperson", "spokeswoman", "troops"});
static_assert(std::ranges::is_sorted(kBareHeads));

// What stands before them besides common nouns and adjectives.
constexpr auto kBareModifiers = std::to_array<std::string_view>(
    {"constitutional", "defence", "defense", "education", "energy", "finance", "foreign", "former", "general",
     "health", "high", "home", "interior", "justice", "labor", "labour", "prime", "supreme", "transport"});
static_assert(std::ranges::is_sorted(kBareModifiers));

/// "Foreign Ministry", "Prime Minister", "Government Troops": no word of it is a name.
bool is_bare_office(std::string_view name) {
  std::vector<NameWord> words = cut_name_words(name);
  if (!words.empty() && is_article(words[0].text)) words.erase(words.begin());
  if (words.size() < 2 || words.size() > 3 || !std::ranges::binary_search(kBareHeads, words.back().text))
    return false;
  return std::all_of(words.begin(), words.end() - 1, [](const NameWord& word) {
    return !word.initials && !word.possessive &&
           (std::ranges::binary_search(kBareModifiers, word.text) || is_generic_word(word.text));
  });
}

// Words that stand for somebody only in their sentence. In byte order.
constexpr auto kPronouns = std::to_array<std::string_view>(
    {"all",       "another",  "any",        "anybody",  "anyone",  "anything",  "both",   "each",
     "everybody", "everyone", "everything", "few",      "he",      "her",       "hers",   "herself",
     "him",       "himself",  "his",        "i",        "it",      "its",       "itself", "many",
     "me",        "mine",     "more",       "most",     "much",    "my",        "myself", "neither",
     "nobody",    "none",     "nothing",    "one",      "others",  "our",       "ours",   "ourselves",
     "several",   "she",      "some",       "somebody", "someone", "something", "that",   "their",
     "theirs",    "them",     "themselves", "there",    "these",   "they",      "this",   "those",
     "us",        "we",       "what",       "which",    "who",     "whoever",   "whom",   "whose",
     "you",       "your",     "yours"});
static_assert(std::ranges::is_sorted(kPronouns));

/// "They", but not "US".
bool is_pronoun(std::string_view name) {
  const bool capitals =
      name.size() > 1 && std::ranges::none_of(name, [](char c) { return c >= 'a' && c <= 'z'; });
  std::string folded(name);
  std::ranges::transform(folded, folded.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return !capitals && std::ranges::binary_search(kPronouns, folded);
}

/// Whether what its words say may be of this kind: "Zenda Reporter" is no reporter where it is a medium,
/// and an armed group or company is no state's.
bool may_be_part(const ComposedName& parts, ActorKind kind) {
  const bool own = kind == ActorKind::Company || kind == ActorKind::Media;
  if (own && parts.is_proper) return false;
  if (kind == ActorKind::ArmedGroup && parts.owner.empty() && parts.place.empty()) return false;
  const bool single = parts.kind == HeadKind::Person || parts.kind == HeadKind::Office;
  const bool person = kind == ActorKind::Person || kind == ActorKind::Group ||
                      kind == ActorKind::ArmedGroup || kind == ActorKind::Government ||
                      kind == ActorKind::Unknown;
  return !single || person;
}

/// Whether a part is the same for all documents: not one of many, nor nobody's in particular.
bool is_one_for_all(const ComposedName& parts, std::string_view country) {
  switch (parts.kind) {
    case HeadKind::Person:
      return false;
    case HeadKind::Office:
    case HeadKind::People:
      return !parts.owner.empty();
    case HeadKind::Seat:
      return !parts.owner.empty();
    case HeadKind::Body:
      return !parts.owner.empty() || !parts.place.empty() || !country.empty();
  }
  return false;
}

enum class WordShape : std::uint8_t { Plain, Capital, Name };

/// Tells from a word's letters, one by one, whether it can only be a name's, or merely begins with a capital.
class ShapeReader {
 public:
  void add(UChar32 c) {
    if (u_isdigit(c) != 0 && letters_ > 0) is_name_ = true;
    if (u_isalpha(c) != 0) {
      const bool capital = u_isupper(c) != 0 || u_istitle(c) != 0;
      if (u_charType(c) == U_OTHER_LETTER) is_name_ = true;
      if (letters_ == 0) first_is_capital_ = capital;
      ++letters_;
      capitals_ += capital ? 1 : 0;
    }
    // Words that are looked up are of ASCII letters.
    plain_ += c < 0x80 ? static_cast<char>(u_tolower(c)) : '?';
  }
  [[nodiscard]] WordShape shape() const {
    if (is_name_) return WordShape::Name;
    if (capitals_ == 0) return WordShape::Plain;
    return capitals_ == 1 && first_is_capital_ ? WordShape::Capital : WordShape::Name;
  }
  /// In lower case.
  [[nodiscard]] const std::string& plain() const { return plain_; }

 private:
  std::string plain_;
  int letters_ = 0;
  int capitals_ = 0;
  bool first_is_capital_ = false;
  bool is_name_ = false;
};

}  // namespace

std::string normalise_name(std::string_view name) {
  const std::vector<NameWord> words = cut_name_words(name);
  std::string key;
  for (std::size_t i = count_leading(words); i < words.size(); ++i) {
    if (!key.empty()) key += ' ';
    key += words[i].text;
  }
  if (!key.empty()) return key;
  // Nothing but signs: they are the name.
  const std::size_t begin = name.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return key;
  return std::string(name.substr(begin, name.find_last_not_of(" \t\r\n") + 1 - begin));
}

bool is_description(std::string_view name) {
  if (is_bare_office(name)) return true;
  const char* text = name.data();
  const auto size = static_cast<int32_t>(name.size());
  bool first = true;
  for (int32_t i = 0; i < size;) {
    ShapeReader word;
    while (i < size) {
      UChar32 c = 0;
      U8_NEXT_OR_FFFD(text, i, size, c);
      if (u_isUWhiteSpace(c) != 0 || c == '-') break;
      word.add(c);
    }
    if (word.plain().empty()) continue;
    const WordShape shape = word.shape();
    if (shape == WordShape::Name) return false;
    const bool article = is_article(word.plain());
    if (shape == WordShape::Capital && !(first && (article || is_generic_word(word.plain())))) return false;
    if (!article) first = false;
  }
  return true;
}

std::string_view name_of(const Participant& participant) {
  return participant.actor.empty() ? participant.text : participant.actor;
}

ActorKey make_actor_key(std::string_view name, ActorKind kind, std::string_view code) {
  ActorKey made;
  made.key = normalise_name(name);
  if (made.key.empty() || is_pronoun(name)) return made;
  made.country = split_actor_code(code).country;
  made.parts = parse_composed_name(name);
  if (made.parts && !may_be_part(*made.parts, kind)) made.parts.reset();
  if (made.parts) {
    ComposedName& parts = *made.parts;
    // Georgia is a state, too.
    if (parts.country == "GEO" && made.country == "USA") parts.country.clear();
    made.form = is_one_for_all(parts, made.country) ? NameForm::Part : NameForm::Description;
    if (made.form == NameForm::Part && parts.owner.empty()) {
      if (parts.place.empty()) {
        parts.country = made.country;
      } else {
        parts.owner = std::exchange(parts.place, {});
        parts.country = find_country_code(parts.owner);
      }
    }
    return made;
  }
  if (is_description(name)) {
    made.form = NameForm::Description;
    return made;
  }
  made.key = fold_name_words(made.key, kind);
  const bool one_word = made.key.find(' ') == std::string::npos;
  switch (class_of(kind)) {
    case NameClass::Land:
      made.form = NameForm::Land;
      break;
    case NameClass::Company:
      made.form = one_word ? NameForm::Company : NameForm::Name;
      break;
    case NameClass::Person:
      made.form = one_word && !is_mononym(made.key) ? NameForm::Surname : NameForm::Name;
      break;
    default:
      made.form = NameForm::Name;
  }
  return made;
}

ActorId make_actor_id(const Participant& participant, DocumentId document) {
  const ActorKey key = make_actor_key(name_of(participant), participant.kind, participant.code);
  Hasher hasher;
  switch (key.form) {
    case NameForm::None:
      return {};
    case NameForm::Description:
      hasher.add("description").add(document.value).add(key.key);
      break;
    case NameForm::Surname:
      hasher.add("surname").add(document.value).add(key.key);
      break;
    case NameForm::Part:
      hasher.add("part").add(key.parts->country).add(key.parts->head).add(key.parts->place);
      if (key.parts->country.empty()) hasher.add(key.parts->owner);
      break;
    case NameForm::Land:
      hasher.add("land").add(key.country).add(key.key);
      break;
    case NameForm::Company:
      hasher.add("company").add(key.key);
      break;
    case NameForm::Name:
      hasher.add("name").add(key.key);
      break;
  }
  const ActorId id{hasher.finish()};
  return id.is_none() ? ActorId{1} : id;
}

ActorId make_actor_id(std::string_view name, DocumentId document) {
  Participant participant;
  participant.text = name;
  return make_actor_id(participant, document);
}

void resolve_actors(std::span<Claim> claims) {
  for (Claim& claim : claims) {
    const auto resolve = [&](Participant& participant) {
      participant.id = make_actor_id(participant, claim.document);
    };
    resolve(claim.subject);
    if (claim.object) resolve(*claim.object);
    if (claim.attributed_to) resolve(*claim.attributed_to);
    if (claim.event && claim.event->recipient) resolve(*claim.event->recipient);
  }
}

}  // namespace actorgraph
