// What extract knows of events: which verbs, with which objects, and which nouns express which CAMEO
// category; what becomes of a category that is promised, refused, demanded; contexts and weapons by words.
// Loaded from data/events; each file states its columns and its source. Read by event_coder. Thread-safety:
// const members may be called concurrently.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/string_map.hpp"

namespace actorgraph {

/// What data/events/codes.tsv says of a CAMEO code.
struct CameoCode {
  std::string name;
  double goldstein = 0;
  int quad = 0;        ///< 1 to 4
  std::string plover;  ///< "ASSAULT"; empty where PLOVER has no such event
  std::string mode;    ///< "explosives"; empty where the code says none
};

/// What fills a slot of a verb's pattern.
enum class SlotKind : std::uint8_t {
  Any,    ///< anything, or nothing
  None,   ///< nothing
  Some,   ///< anything
  Actor,  ///< a person, group, body or country
  Class,  ///< a noun of a class of data/events/nouns.tsv
  Noun,   ///< this noun
};

struct Slot {
  SlotKind kind = SlotKind::Any;
  std::string word;  ///< class or noun
};

/// One way to use a verb, and the code of that use.
struct ActionPattern {
  Slot subject;
  Slot object;
  std::string preposition;  ///< of a phrase that must be there; empty where none need be
  Slot oblique;             ///< what that phrase holds
  std::string code;         ///< empty where the use is no event

  /// How much the use asks for.
  [[nodiscard]] int weight() const;
};

/// What is done to the act of a complement: promised, refused...
enum class Stance : std::uint8_t { Intend, Refuse, Threaten, Appeal, Demand, Stop, Attempt };

class EventLexicon {
 public:
  /// Reads `data_dir`/events/*.tsv.
  /// Errors: throws IoError where a file cannot be read, FormatError naming file and line.
  [[nodiscard]] static EventLexicon load(const std::string& data_dir);

  [[nodiscard]] const CameoCode* find_code(std::string_view code) const;
  /// The uses of a verb (lemma with particle, or a whole idiom: "take into custody"): those that ask for more
  /// first, of equals in file order.
  [[nodiscard]] const std::vector<ActionPattern>* find_actions(std::string_view verb) const;
  /// The code of an event noun, alone or with the word before it: "strike", "air strike". Null where unknown,
  /// empty where it is no event.
  [[nodiscard]] const std::string* find_noun(std::string_view noun) const;
  /// The classes of nouns.tsv that a noun is in.
  [[nodiscard]] std::span<const std::string> classes_of(std::string_view noun) const;
  /// Whether a noun is in the class `name` of nouns.tsv; without a name, in any.
  [[nodiscard]] bool is_of_class(std::string_view noun, std::string_view name) const;
  [[nodiscard]] std::optional<Stance> find_stance(std::string_view verb) const;
  /// The code of an act that is promised, refused...; empty where that is no event.
  [[nodiscard]] std::string apply(Stance stance, std::string_view code) const;
  /// Contexts that a word calls up; null where none.
  [[nodiscard]] const std::vector<std::string>* find_contexts(std::string_view word) const;
  /// The PLOVER mode of ASSAULT that a weapon or way of fighting stands for; null where none.
  [[nodiscard]] const std::string* find_weapon(std::string_view word) const;

 private:
  StringMap<CameoCode> codes_;
  StringMap<std::vector<ActionPattern>> actions_;
  StringMap<std::string> nouns_;
  StringMap<std::vector<std::string>> classes_;  // by noun
  StringMap<Stance> stances_;
  StringMap<std::string> outcomes_;  // by "stance code"
  StringMap<std::vector<std::string>> contexts_;
  StringMap<std::string> weapons_;
};

}  // namespace actorgraph
