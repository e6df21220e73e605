// A user's own actors and agents, in the formats of the PETRARCH and TABARI event coders. They go before what
// the program knows itself when mentions get their actor codes; they change nothing else.
// Thread-safety: const members may be called concurrently.
// Source: C. Norris, P. Schrodt, J. Beieler, PETRARCH2: another event coding program, JOSS 2017, and its
// manual. Differs in: a name in the dictionary stands for its adjective too ("ARNOR": Arnorian), as in
// TABARI.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "records/date.hpp"

namespace actorgraph {

enum class DictionaryKind : std::uint8_t {
  Actor,   ///< has a code of its own: "ISRAELI_TROOPS [ISRMIL]"
  Agent,   ///< adds its code to an actor's: "POLICE [~COP]"
  Prefix,  ///< stands before an actor's: "MSF [NGO~]"
};

/// A name of the dictionary in a phrase.
struct DictionaryMatch {
  std::uint32_t begin = 0;  ///< index of its first word
  std::uint32_t end = 0;    ///< one past its last word
  DictionaryKind kind = DictionaryKind::Actor;
  std::string_view code;  ///< without "~"; empty where the dictionary says that the name is no actor
};

class ActorDictionary {
 public:
  /// Adds the entries of one file of actors or agents; earlier entries go before later ones.
  ///
  ///     NAME_OF_ACTOR [CODE]              # words joined by _ stand together; a blank lets others between
  ///     +OTHER_NAME
  ///             [CODE <19950630]          ; before that day; also >, and 19950601-19990815, both included
  ///     AGENT {PLURAL} [~ROLE]            # {} none, without braces the regular plural
  ///     !MACRO! = ONE, OTHER              # CONGRESS!MACRO! stands for both
  ///
  /// Comments: from # or ; to the end of the line, and <!-- ... --> over lines. [---] is a name of no actor.
  /// Errors:   throws FormatError naming file and line.
  void add(const std::string& file_name, std::string_view text);

  [[nodiscard]] bool empty() const { return index_.empty(); }

  /// Whether an agent was added. Then the dictionary says which nouns add a role to its actors.
  [[nodiscard]] bool has_agents() const { return has_agents_; }

  /// Finds the names in a phrase, the longest first at each word; they do not overlap.
  ///
  /// In:       the words as written; 's is dropped. `when` chooses among dated codes.
  /// Cost:     O(words x entries that begin with the same word).
  [[nodiscard]] std::vector<DictionaryMatch> find(std::span<const std::string> words,
                                                  std::optional<Date> when) const;

 private:
  struct DatedCode {
    std::string code;
    std::optional<Date> from;
    std::optional<Date> to;
  };
  struct Record {
    DictionaryKind kind = DictionaryKind::Actor;
    std::vector<DatedCode> codes;
  };
  struct Name {
    std::vector<std::string> words;  ///< folded
    std::vector<bool> loose;         ///< others may stand between this word and the next
    std::uint32_t record = 0;
    bool stem = false;  ///< of an actor, one word without an underscore behind it
  };
  friend class ActorDictionaryReader;

  void add_name(std::string_view written, std::uint32_t record);
  [[nodiscard]] static const std::string* find_code(const Record& record, std::optional<Date> when);

  bool has_agents_ = false;
  std::vector<Record> records_;
  std::unordered_map<std::string, std::vector<Name>> index_;  ///< by first word; looked up only
};

}  // namespace actorgraph
