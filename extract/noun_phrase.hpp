// Which words belong to the minimal noun phrase of a head. Used by mentions and by the slots of claims.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "extract/dependency_tree.hpp"

namespace actorgraph {

/// The words of a phrase: token indices in text order.
using Words = std::vector<std::uint32_t>;

enum class Titles : std::uint8_t { Drop, Keep };

enum class Places : std::uint8_t { Drop, Keep };

struct PhraseOptions {
  Titles titles = Titles::Drop;  ///< "President Bush" or "Bush"
  Places places = Places::Keep;  ///< "embassy in Oslo" or "embassy"
  std::size_t most_words = 12;   ///< trailing modifiers are dropped until the phrase is no longer
};

/// The words of the phrase of `head` without leading article, relative clause, appositive, participle,
/// coordinated phrases, dates and outer punctuation. A modifier that follows the last of several coordinated
/// heads belongs to each of them ("students and lecturers from Oslo").
[[nodiscard]] Words phrase_words(const DependencyTree& tree, std::uint32_t head, PhraseOptions options = {});

/// Modifiers of `head` that are coordinated and name actors, one per phrase that they stand for: "Russian",
/// "Danish" of "the Chadian and Danish embassies". Empty where the phrase stands for one thing.
[[nodiscard]] Words distributed_modifiers(const DependencyTree& tree, std::uint32_t head);

/// `words` without the coordinated modifiers other than `modifier`.
[[nodiscard]] Words keep_modifier(const DependencyTree& tree, const Words& words, const Words& modifiers,
                                  std::uint32_t modifier);

/// The words as written: neighbouring words are sliced from the text, others are joined with a blank.
[[nodiscard]] std::string words_text(const Document& doc, const Sentence& sent, const Words& words);

/// The bytes from the first to the last word.
[[nodiscard]] ByteSpan words_span(const Sentence& sent, const Words& words);

/// Whether `tok` may head a noun phrase.
[[nodiscard]] bool is_nominal(const DependencyTree& tree, std::uint32_t tok);

/// Whether `tok` is a name right behind a common noun, without a comma: "the newspaper Zenda Herald". It
/// belongs to the phrase of the noun.
[[nodiscard]] bool names_closely(const DependencyTree& tree, std::uint32_t tok);

/// Whether `tok` is a, an or the.
[[nodiscard]] bool is_article(const Token& tok);

/// Whether `tok` is a pronoun that opens a relative clause or a question.
[[nodiscard]] bool is_wh_word(const Token& tok);

/// Whether `tok` is a day, a month, a year or a stretch of time: "Monday", "week", "2001".
[[nodiscard]] bool is_time_word(const Token& tok);

}  // namespace actorgraph
