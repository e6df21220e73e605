#include "language/training/augmentation.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "language/training/inflections.hpp"

namespace actorgraph {
namespace {

constexpr std::size_t kFewestWords = 3;

bool has_deprel(const TrainingSentence& sentence, std::size_t i, Deprel deprel) {
  return sentence.deprels[i] == static_cast<std::uint16_t>(deprel);
}
bool has_xpos(const TrainingSentence& sentence, std::size_t i, Xpos xpos) {
  return sentence.xpos[i] == static_cast<std::uint16_t>(xpos);
}

std::string lower(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  }
  return text;
}

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// Words that headlines leave out.
bool is_left_out(const TrainingSentence& sentence, std::size_t i) {
  constexpr std::array<std::string_view, 3> kArticles = {"a", "an", "the"};
  constexpr std::array<std::string_view, 7> kBe = {"is", "are", "was", "were", "been", "be", "being"};
  const std::string form = lower(sentence.forms[i]);
  if (!sentence.names.empty() && (sentence.names[i] & 1U) == 0) return false;
  if (has_deprel(sentence, i, Deprel::Det) && is_one_of(kArticles, form)) return true;
  if (has_deprel(sentence, i, Deprel::AuxPass) && is_one_of(kBe, form)) return true;
  return i + 1 == sentence.size() && has_xpos(sentence, i, Xpos::Period);
}

bool keeps_lower_case(std::string_view form) {
  constexpr std::array<std::string_view, 16> kSmall = {"of", "in",   "on", "at", "to", "for", "and", "or",
                                                       "by", "from", "as", "a",  "an", "the", "but", "vs"};
  return is_one_of(kSmall, form);
}

/// Puts the verb at `i` from the past into the present of its subject.
void set_present(TrainingSentence& sentence, std::size_t i) {
  if (i >= sentence.lemmas.size() || !has_xpos(sentence, i, Xpos::Vbd) || sentence.lemmas[i] == "be") return;
  bool plural = false;
  for (std::size_t dep = 0; dep < sentence.size(); ++dep) {
    if (sentence.heads[dep] != i || !has_deprel(sentence, dep, Deprel::Nsubj)) continue;
    plural = has_xpos(sentence, dep, Xpos::Nns) || has_xpos(sentence, dep, Xpos::Nnps);
    for (std::size_t other = 0; other < sentence.size(); ++other)
      plural = plural || (sentence.heads[other] == dep && has_deprel(sentence, other, Deprel::Conj));
  }
  sentence.forms[i] = plural ? sentence.lemmas[i] : third_person(sentence.lemmas[i]);
  sentence.xpos[i] = static_cast<std::uint16_t>(plural ? Xpos::Vbp : Xpos::Vbz);
  sentence.feats[i] = kNoLabel;
}

}  // namespace

TrainingSentence recased(const TrainingSentence& sentence, LetterCase letter_case) {
  TrainingSentence out = sentence;
  for (std::string& form : out.forms) {
    for (char& c : form) {
      if (letter_case == LetterCase::Upper && c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
      if (letter_case == LetterCase::Lower && c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    }
  }
  return out;
}

std::optional<TrainingSentence> as_headline(const TrainingSentence& sentence) {
  if (sentence.heads.empty()) return {};
  TrainingSentence whole = sentence;
  for (std::size_t i = 0; i < whole.size(); ++i) {
    const std::uint32_t head = whole.heads[i];
    const bool is_main =
        head == kRootHead || (has_deprel(whole, i, Deprel::Conj) && whole.heads[head] == kRootHead);
    if (is_main) set_present(whole, i);
  }
  std::vector<bool> has_dependents(whole.size());
  for (const std::uint32_t head : whole.heads) {
    if (head != kRootHead) has_dependents[head] = true;
  }
  TrainingSentence out;
  out.id = whole.id;
  std::vector<std::uint32_t> number(whole.size());
  for (std::size_t i = 0; i < whole.size(); ++i) {
    number[i] = static_cast<std::uint32_t>(out.size());
    if (!has_dependents[i] && is_left_out(whole, i)) continue;
    std::string form = whole.forms[i];
    if ((out.forms.empty() || !keeps_lower_case(form)) && form[0] >= 'a' && form[0] <= 'z')
      form[0] = static_cast<char>(form[0] - 32);
    out.forms.push_back(std::move(form));
    out.upos.push_back(whole.upos[i]);
    out.xpos.push_back(whole.xpos[i]);
    out.feats.push_back(whole.feats[i]);
    out.heads.push_back(whole.heads[i]);
    out.deprels.push_back(whole.deprels[i]);
    if (!whole.names.empty()) out.names.push_back(whole.names[i]);
  }
  if (out.size() < kFewestWords) return {};
  for (std::uint32_t& head : out.heads) {
    if (head != kRootHead) head = number[head];
  }
  return out;
}

}  // namespace actorgraph
