// Puts a document together from the lines of CoNLL-U sentences, and checks them. The inner part of
// ConlluReader.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "language/conllu_reader.hpp"
#include "records/document.hpp"
#include "records/issue.hpp"

namespace actorgraph {

/// The value of a comment "# key = value", empty for "# key", nothing where the comment is another one.
[[nodiscard]] std::optional<std::string_view> find_comment(std::string_view line, std::string_view key);

class ConlluBuilder {
 public:
  ConlluBuilder(const std::string& source, ConlluUse use);

  /// Adds a sentence; false where it is at fault, see issue(). After a fault nothing may be added.
  [[nodiscard]] bool add(const ConlluLines& lines);
  [[nodiscard]] const Issue& issue() const { return issue_; }
  [[nodiscard]] Document finish();

 private:
  enum Column : std::uint8_t { kId, kForm, kLemma, kUpos, kXpos, kFeats, kHead, kDeprel, kDeps, kMisc };
  static constexpr std::size_t kColumns = 10;

  /// The columns of a row as views of its line.
  struct Row {
    std::uint64_t line = 0;
    std::array<std::string_view, kColumns> cells;
    std::array<std::uint64_t, kColumns> columns{};  ///< 1-based byte of each cell
  };

  [[nodiscard]] bool fail(std::uint64_t line, std::uint64_t column, std::string message);
  [[nodiscard]] bool fail(const Row& row, Column column, std::string message);
  [[nodiscard]] bool read_comments(const ConlluLines& lines);
  [[nodiscard]] bool split_row(const ConlluLine& line, Row& row);
  [[nodiscard]] bool add_rows(const ConlluLines& lines);
  [[nodiscard]] bool add_multiword(const Row& row);
  [[nodiscard]] bool add_word(const Row& row);
  [[nodiscard]] bool read_analysis(const Row& row, Token& tok);
  [[nodiscard]] bool read_name(const Row& row);
  [[nodiscard]] bool check_tree(const ConlluLines& lines);
  [[nodiscard]] bool place_form(const Row& row, ByteSpan& span);
  void start_sentence();
  void spread_multiword();

  std::string source_;
  ConlluUse use_;
  Issue issue_;
  Document doc_;
  Sentence sent_;
  bool new_paragraph_ = false;
  bool space_after_ = true;          ///< of the last token
  bool has_text_ = false;            ///< of the sentence: a `# text` line
  std::string_view text_;            ///< of the sentence
  std::uint64_t text_line_ = 0;      ///< its line
  std::uint32_t next_byte_ = 0;      ///< where the next token is looked for in the article's text
  std::uint32_t multiword_end_ = 0;  ///< words before it belong to the open multiword token
  std::vector<std::uint64_t> word_lines_;
  std::vector<std::uint64_t> head_columns_;
};

}  // namespace actorgraph
