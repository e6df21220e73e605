// What is seen at a place where a sentence may end. Shared by the sentence splitter and its trainer, so that
// both see the same features.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "language/tokenizer.hpp"

namespace actorgraph {

/// What a word looks like; a letter, since it is a part of features.
enum class Shape : char {
  None = '0',  ///< no word: the beginning or the end
  Lower = 'a',
  Capitalised = 'A',
  Capitals = 'C',
  Letter = 'I',  ///< one capital
  Number = '9',
  Mixed = 'x',
  Title = 'T',  ///< abbreviation "Mr."
  Abbreviation = 'B',
  Dotted = 'U',   ///< "U.S."
  Initial = 'J',  ///< "J."
  FullStop = '.',
  Question = '?',
  Exclamation = '!',
  Ellipsis = 'E',
  Comma = ',',
  Colon = ':',
  Semicolon = ';',
  Dash = '-',
  Quote = '"',
  OpenQuote = '`',
  CloseQuote = '\'',
  Open = '(',
  Close = ')',
  Symbol = '*',
};

[[nodiscard]] Shape shape_of(std::string_view word);

enum class Place : std::uint8_t {
  No,      ///< no sentence ends here
  Maybe,   ///< the weights decide
  Always,  ///< a blank line or the next item of a list
};

/// The words of a block, walked from left to right; `text` and `pieces` must outlive it.
class BoundaryWalk {
 public:
  BoundaryWalk(std::string_view text, const std::vector<TokenPiece>& pieces);

  /// What the rules say of the place after piece `i`. Called for i = 0, 1, 2... without a gap.
  /// Cost: O(bytes of the piece) amortised.
  [[nodiscard]] Place look(std::size_t i);

  /// Whether a full stop, question or exclamation mark stands before the place last looked at, perhaps with
  /// quotes and brackets behind it.
  [[nodiscard]] bool after_stop() const { return after_stop_; }

  /// Whether an abbreviation stands there ("U.S.") instead.
  [[nodiscard]] bool after_abbreviation() const { return after_abbreviation_; }

  /// Whether a capitalised function word follows the abbreviation: "in the U.S. The others". Then a sentence
  /// ends, but for "e.g." and the like; in a headline most words are capitalised.
  [[nodiscard]] bool starts_anew() const;

  /// Appends the features of the place last looked at to `out`.
  void add_features(std::vector<std::uint32_t>& out) const;

  /// A sentence ends at the place last looked at.
  void end_sentence();

 private:
  [[nodiscard]] std::string_view form(std::size_t i) const { return slice(text_, pieces_[i].span); }
  [[nodiscard]] Shape shape(std::size_t i) const {
    return i < pieces_.size() ? shapes_[i % kWindow] : Shape::None;
  }
  void take(std::size_t i);
  [[nodiscard]] Place judge_gap(std::size_t i) const;

  static constexpr std::size_t kWindow = 8;  ///< shapes that are kept: four behind, three ahead

  std::string_view text_;
  const std::vector<TokenPiece>& pieces_;
  std::array<Shape, kWindow> shapes_{};
  std::size_t taken_ = 0;     ///< pieces whose shapes are known
  std::size_t i_ = 0;         ///< the piece before the place
  std::size_t stop_ = 0;      ///< the piece before it that is no closing mark
  std::size_t begin_ = 0;     ///< the first piece of the sentence
  std::uint32_t quotes_ = 0;  ///< quotes in the sentence
  std::uint32_t depth_ = 0;   ///< open brackets in the sentence
  bool after_stop_ = false;
  bool after_abbreviation_ = false;
};

}  // namespace actorgraph
