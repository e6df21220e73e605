#include "language/lemmatizer.hpp"

#include <algorithm>
#include <iterator>

#include "language/hyphens.hpp"
#include "records/hash.hpp"

namespace actorgraph {
namespace {

char lower_ascii(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}
char upper_ascii(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
}

std::string lower_text(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), lower_ascii);
  return out;
}

/// Digits with commas and full stops: "1,300.50".
bool is_number(std::string_view form) {
  return form.find_first_not_of("0123456789,.") == std::string_view::npos && form.back() != ',';
}

/// Whether byte `at` of `text` is within a UTF-8 character.
bool divides_character(std::string_view text, std::size_t at) {
  return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
}

/// In whole characters.
std::size_t common_prefix(std::string_view a, std::string_view b) {
  auto same =
      static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin());
  while (same > 0 && (divides_character(a, same) || divides_character(b, same))) --same;
  return same;
}

std::string cased(LemmaRule::Case letter_case, std::string_view form) {
  using Case = LemmaRule::Case;
  if (letter_case == Case::Keep) return std::string(form);
  std::string text = lower_text(form);
  if (letter_case == Case::Lower) return text;
  if (letter_case == Case::Name && text != form) return std::string(form);
  if (!text.empty()) text[0] = upper_ascii(text[0]);
  return text;
}

}  // namespace

std::vector<LemmaRule> make_lemma_rules(std::string_view form, std::string_view lemma) {
  using Case = LemmaRule::Case;
  std::vector<LemmaRule> best;
  auto best_cost = static_cast<std::size_t>(-1);
  for (const Case letter_case : {Case::Lower, Case::Name, Case::Keep, Case::Capitalise}) {
    const std::string text = cased(letter_case, form);
    const std::size_t same = common_prefix(text, lemma);
    const std::size_t cost = text.size() - same + lemma.size() - same;
    if (cost > best_cost) continue;
    if (cost < best_cost) best.clear();
    best_cost = cost;
    best.push_back({letter_case, static_cast<std::uint8_t>(std::min<std::size_t>(text.size() - same, 255)),
                    std::string(lemma.substr(same))});
  }
  return best;
}

void apply_rule(const LemmaRule& rule, std::string_view form, std::string& lemma) {
  const std::string text = cased(rule.letter_case, form);
  const std::size_t kept = text.size() - std::min<std::size_t>(rule.cut_bytes, text.size());
  if (divides_character(text, kept)) {
    lemma += text;
    return;
  }
  lemma.append(text, 0, kept);
  lemma += rule.ending;
}

std::uint64_t lemma_key(LemmaKey kind, std::string_view lower_text, Xpos xpos) {
  return Hasher()
      .add(lower_text)
      .add(static_cast<std::uint64_t>(xpos) * 2 + static_cast<std::uint64_t>(kind))
      .finish();
}

Lemmatizer::Lemmatizer(std::vector<LemmaRule> rules, std::span<const std::uint64_t> keys,
                       std::span<const std::uint16_t> rule_of_key)
    : rules_(std::move(rules)) {
  rule_of_key_.reserve(keys.size());
  for (std::size_t i = 0; i < keys.size(); ++i) rule_of_key_.emplace(keys[i], rule_of_key[i]);
}

void Lemmatizer::lemmatize(std::string_view form, Xpos xpos, std::string& lemma) const {
  lemma.clear();
  if (xpos == Xpos::Add) {  // an address is what it is
    lemma = form;
    return;
  }
  if (xpos == Xpos::Cd && form.find(',') != std::string_view::npos && is_number(form)) {
    std::copy_if(form.begin(), form.end(), std::back_inserter(lemma), [](char c) { return c != ','; });
    return;
  }
  const std::size_t hyphen = form.rfind('-');
  if (is_verb(xpos) && hyphen != std::string_view::npos && hyphen > 0 &&
      is_particle(form.substr(hyphen + 1))) {
    lemmatize(form.substr(0, hyphen), xpos, lemma);  // "sworn-in" is "swear in"
    lemma += ' ';
    lemma += form.substr(hyphen + 1);
    return;
  }
  const std::string lower = lower_text(form);
  auto it = rule_of_key_.find(lemma_key(LemmaKey::Form, lower, xpos));
  if (it == rule_of_key_.end() && (xpos == Xpos::Vb || xpos == Xpos::Vbp)) {
    // The tagger takes irregular past forms ("they shook hands") for the base form now and then.
    it = rule_of_key_.find(lemma_key(LemmaKey::Form, lower, Xpos::Vbd));
  }
  const bool is_listed = it != rule_of_key_.end();
  for (std::size_t length = std::min(kMaxEndingBytes, lower.size()) + 1;
       it == rule_of_key_.end() && length-- > 0;) {
    it = rule_of_key_.find(
        lemma_key(LemmaKey::Ending, std::string_view(lower).substr(lower.size() - length), xpos));
  }
  const bool name = xpos == Xpos::Nnp || xpos == Xpos::Nnps;
  LemmaRule rule;
  rule.letter_case = name ? LemmaRule::Case::Keep : LemmaRule::Case::Lower;
  if (it != rule_of_key_.end()) rule = rules_[it->second];
  // An unknown name that is written small stays small.
  if (name && !is_listed && lower == form) rule.letter_case = LemmaRule::Case::Keep;
  apply_rule(rule, form, lemma);
  if (lemma.empty()) lemma = form;
}

}  // namespace actorgraph
