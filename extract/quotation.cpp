#include "extract/quotation.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "extract/clause.hpp"
#include "extract/word_list.hpp"

namespace actorgraph {
namespace {

enum class Mark { None, Open, Close, Either };

Mark mark_of(std::string_view form) {
  if (form == "\u201C" || form == "``" || form == "\u201E" || form == "\u00AB") return Mark::Open;
  if (form == "\u201D" || form == "''" || form == "\u00BB") return Mark::Close;
  return form == "\"" ? Mark::Either : Mark::None;
}

// The subject of the speech verb that stands outside of the quotation, nearest to its first word here.
std::optional<std::uint32_t> find_speaker(const DependencyTree& tree,
                                          const std::vector<std::uint32_t>& quotes, std::uint32_t quote) {
  std::optional<std::uint32_t> best;
  std::uint32_t best_distance = 0;
  std::uint32_t first = 0;
  while (first < tree.size() && quotes[first] != quote) ++first;
  std::uint32_t last = tree.size();
  while (last > first && quotes[last - 1] != quote) --last;
  for (std::uint32_t tok = 0; tok < tree.size(); ++tok) {
    if (quotes[tok] != 0 || tree[tok].upos != Upos::Verb || !is_speech_verb(tree[tok].lemma)) continue;
    const auto subject = tree.find_child(tok, {Deprel::Nsubj});
    if (!subject || quotes[*subject] != 0) continue;
    const std::uint32_t distance = tok < first ? first - tok : tok - std::min(tok, last);
    if (!best || distance < best_distance) {
      best = subject;
      best_distance = distance;
    }
  }
  return best;
}

bool is_first_person(const Token& tok) {
  constexpr std::array<std::string_view, 9> kPronouns = {"i",   "me",   "my", "mine", "myself",
                                                         "our", "ours", "us", "we"};
  if (tok.upos != Upos::Pron && tok.upos != Upos::Det) return false;
  const std::string form = lower_form(tok);
  return contains(kPronouns, form);
}

// Who is about to speak in the paragraphs below: the subject of the speech verb of "Minister Lind said:".
std::optional<std::uint32_t> announced_speaker(const DependencyTree& tree) {
  if (tree.size() == 0 || tree[tree.size() - 1].form != ":") return std::nullopt;
  for (std::uint32_t tok = tree.size(); tok-- > 0;) {
    if (tree[tok].upos == Upos::Verb && is_speech_verb(tree[tok].lemma))
      return tree.find_child(tok, {Deprel::Nsubj});
  }
  return std::nullopt;
}

class QuotationFinder {
 public:
  QuotationFinder(const Document& doc, const std::vector<DependencyTree>& trees) : doc_(doc), trees_(trees) {}

  Quotations find() {
    result_.speakers.emplace_back();
    for (std::uint32_t s = 0; s < doc_.sentences.size(); ++s) {
      const Sentence& sent = doc_.sentences[s];
      if (s > 0 && sent.block != doc_.sentences[s - 1].block) begin_block(s);
      read_marks(sent);
      find_speakers(s);
      const bool ends_block = s + 1 == doc_.sentences.size() || doc_.sentences[s + 1].block != sent.block;
      if (!ends_block) continue;
      if (const auto speaker = announced_speaker(trees_[s])) announced_ = TokenPlace{s, *speaker};
    }
    return std::move(result_);
  }

 private:
  std::uint32_t add_quote() {
    result_.speakers.emplace_back();
    return static_cast<std::uint32_t>(result_.speakers.size() - 1);
  }

  // A quotation that is left open at the end of a paragraph goes on where the next one opens with a mark; a
  // speech that was announced goes on while its paragraphs say "I" or "we".
  void begin_block(std::uint32_t sentence) {
    const std::vector<Token>& tokens = doc_.sentences[sentence].tokens;
    const bool marked = !tokens.empty() && mark_of(tokens.front().form) != Mark::None;
    continued_ = marked ? open_ : 0;
    open_ = 0;
    if (announced_) {
      const std::uint32_t quote = add_quote();
      result_.speakers[quote] = announced_;
      announced_.reset();
      (marked ? continued_ : speech_) = quote;
    } else if (speech_ != 0 && !is_said_in_person(sentence)) {
      speech_ = 0;
    }
  }

  bool is_said_in_person(std::uint32_t sentence) const {
    const std::uint32_t block = doc_.sentences[sentence].block;
    for (; sentence < doc_.sentences.size() && doc_.sentences[sentence].block == block; ++sentence) {
      const std::vector<Token>& tokens = doc_.sentences[sentence].tokens;
      if (std::any_of(tokens.begin(), tokens.end(), is_first_person)) return true;
    }
    return false;
  }

  void read_marks(const Sentence& sent) {
    auto& quotes = result_.quote_of.emplace_back(sent.tokens.size(), 0);
    for (std::uint32_t tok = 0; tok < sent.tokens.size(); ++tok) {
      const Mark mark = mark_of(sent.tokens[tok].form);
      if (mark == Mark::Open || (mark == Mark::Either && open_ == 0)) {
        open_ = add_quote();
        if (continued_ != 0) result_.speakers[open_] = result_.speakers[continued_];
        continued_ = 0;
      } else if (mark == Mark::Close || mark == Mark::Either) {
        open_ = 0;
      } else {
        quotes[tok] = open_ != 0 ? open_ : speech_;
      }
    }
  }

  void find_speakers(std::uint32_t s) {
    const std::vector<std::uint32_t>& quotes = result_.quote_of[s];
    for (const std::uint32_t quote : quotes) {
      if (quote == 0 || result_.speakers[quote]) continue;
      if (const auto speaker = find_speaker(trees_[s], quotes, quote)) {
        result_.speakers[quote] = TokenPlace{s, *speaker};
      } else if (quote > 1 && result_.speakers[quote - 1] && s > 0 &&
                 doc_.sentences[s - 1].block == doc_.sentences[s].block) {
        // A quotation without a verb of its own goes on from the one before in the same paragraph.
        const bool alone =
            std::none_of(quotes.begin(), quotes.end(), [&](auto q) { return q != 0 && q != quote; });
        const auto& before = *result_.speakers[quote - 1];
        if (alone && before.sentence + 2 >= s) result_.speakers[quote] = before;
      }
    }
  }

  const Document& doc_;
  const std::vector<DependencyTree>& trees_;
  Quotations result_;
  std::uint32_t open_ = 0;               // the quotation that the marks have opened
  std::uint32_t continued_ = 0;          // the one of the paragraph before that was not closed
  std::uint32_t speech_ = 0;             // the announced one, without marks
  std::optional<TokenPlace> announced_;  // by "Lind said:" at the end of the paragraph
};

}  // namespace

bool is_speech_verb(std::string_view lemma) {
  constexpr std::array<std::string_view, 44> kVerbs = {
      "accuse",  "acknowledge", "add",      "admit",    "advise",   "announce", "argue",    "ask",
      "assert",  "claim",       "comment",  "complain", "conclude", "confirm",  "continue", "declare",
      "demand",  "deny",        "disclose", "explain",  "insist",   "joke",     "note",     "observe",
      "order",   "pledge",      "promise",  "recall",   "remark",   "repeat",   "reply",    "report",
      "respond", "reveal",      "say",      "state",    "stress",   "suggest",  "tell",     "testify",
      "tweet",   "urge",        "warn",     "write"};
  return std::binary_search(kVerbs.begin(), kVerbs.end(), lemma);
}

Quotations find_quotations(const Document& doc, const std::vector<DependencyTree>& trees) {
  return QuotationFinder(doc, trees).find();
}

}  // namespace actorgraph
