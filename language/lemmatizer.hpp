// From a form and its Penn tag to its lemma, by the longest known ending of the form.
// Source: the idea of J. Jongejan and H. Dalianis (ACL 2009), affix rules learned from pairs. Differs in:
// plain
//         majority rules on endings, with whole forms as the longest ending.
// Thread-safety: const members may be called concurrently.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "records/labels.hpp"

namespace actorgraph {

/// How a lemma comes from a form: its case folded or not, an ending cut off, another put on.
struct LemmaRule {
  enum class Case : std::uint8_t {
    Lower,
    Name,  ///< keep, but capitalise a form without any capital ("kabul")
    Keep,
    Capitalise,  ///< the first letter, and lower the others
  };
  Case letter_case = Case::Keep;
  std::uint8_t cut_bytes = 0;
  std::string ending;

  friend auto operator<=>(const LemmaRule&, const LemmaRule&) = default;
};

/// The shortest rules that make `lemma` of `form`, one a case at most.
[[nodiscard]] std::vector<LemmaRule> make_lemma_rules(std::string_view form, std::string_view lemma);

/// Appends the lemma of `form` to `lemma`. A rule that would divide a character changes no more than the
/// case.
void apply_rule(const LemmaRule& rule, std::string_view form, std::string& lemma);

/// The longest ending that is looked up, in bytes; a whole form of any length is looked up first.
inline constexpr std::size_t kMaxEndingBytes = 6;

/// The key of a whole form or of an ending under a tag.
enum class LemmaKey : std::uint8_t { Form, Ending };
[[nodiscard]] std::uint64_t lemma_key(LemmaKey kind, std::string_view lower_text, Xpos xpos);

class Lemmatizer {
 public:
  Lemmatizer() = default;
  Lemmatizer(std::vector<LemmaRule> rules, std::span<const std::uint64_t> keys,
             std::span<const std::uint16_t> rule_of_key);

  /// Writes the lemma of `form` to `lemma`. An unknown ending keeps the form, in lower case unless it is a
  /// proper noun.
  void lemmatize(std::string_view form, Xpos xpos, std::string& lemma) const;

 private:
  std::vector<LemmaRule> rules_;
  std::unordered_map<std::uint64_t, std::uint16_t> rule_of_key_;
};

}  // namespace actorgraph
