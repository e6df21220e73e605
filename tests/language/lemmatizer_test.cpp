#include "language/lemmatizer.hpp"

#include <doctest/doctest.h>

#include "language/characters.hpp"

using namespace actorgraph;

namespace {

using Case = LemmaRule::Case;

std::string applied(const LemmaRule& rule, std::string_view form) {
  std::string lemma;
  apply_rule(rule, form, lemma);
  return lemma;
}

/// A lemmatiser of a few rules by key.
class Rules {
 public:
  Rules& add(LemmaKey kind, std::string_view text, Xpos xpos, LemmaRule rule) {
    keys_.push_back(lemma_key(kind, text, xpos));
    numbers_.push_back(static_cast<std::uint16_t>(rules_.size()));
    rules_.push_back(std::move(rule));
    return *this;
  }
  [[nodiscard]] std::string lemma(std::string_view form, Xpos xpos) const {
    const Lemmatizer lemmatizer(rules_, keys_, numbers_);
    std::string lemma = "left from before";
    lemmatizer.lemmatize(form, xpos, lemma);
    return lemma;
  }

 private:
  std::vector<LemmaRule> rules_;
  std::vector<std::uint64_t> keys_;
  std::vector<std::uint16_t> numbers_;
};

bool is_utf8(const std::string& text) {
  return find_utf8_fault(text) == text.size();
}

}  // namespace

TEST_CASE("a rule made of a pair gives the lemma back") {
  struct Row {
    std::string form;
    std::string lemma;
  };
  const Row rows[] = {
      {"dogs", "dog"},
      {"cities", "city"},
      {"buses", "bus"},
      {"wolves", "wolf"},
      {"men", "man"},
      {"children", "child"},
      {"feet", "foot"},
      {"criteria", "criterion"},
      {"sheep", "sheep"},
      {"is", "be"},
      {"was", "be"},
      {"Are", "be"},
      {"'s", "be"},
      {"n't", "not"},
      {"ca", "can"},
      {"wo", "will"},
      {"went", "go"},
      {"Went", "go"},
      {"GONE", "go"},
      {"bought", "buy"},
      {"running", "run"},
      {"making", "make"},
      {"dying", "die"},
      {"tries", "try"},
      {"Attacked", "attack"},
      {"KILLED", "kill"},
      {"said", "say"},
      {"better", "good"},
      {"worst", "bad"},
      {"Larger", "large"},
      {"Russia", "Russia"},
      {"RUSSIA", "Russia"},
      {"NATO", "NATO"},
      {"Americans", "American"},
      {"Philippines", "Philippines"},
      {"McDonald", "McDonald"},
      {"iPhones", "iPhone"},
      {"them", "they"},
      {"her", "she"},
      {"me", "I"},
      {"us", "we"},
      {"an", "a"},
      {"1,000", "1,000"},
      {"1990s", "1990"},
      {"“", "\""},
      {"’s", "'s"},
      {"U.S.", "U.S."},
      {"cafés", "café"},
      {"Élysée", "Élysée"},
      {"fiancée", "fiancé"},
      {"naïve", "naive"},
      {"über", "ober"},
      {"a", ""},
      {"", "a"},
      {"", ""},
      {"Zürich", "Zurich"},
      {"a b", "c d"},
      {"well-known", "well-know"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.form);
    for (const LemmaRule& rule : make_lemma_rules(row.form, row.lemma))
      CHECK(applied(rule, row.form) == row.lemma);
  }
}

TEST_CASE("the shortest rules are made, lower case before others") {
  using Rule = LemmaRule;
  CHECK(make_lemma_rules("dogs", "dog") == std::vector<Rule>{{Case::Lower, 1, ""}, {Case::Keep, 1, ""}});
  CHECK(make_lemma_rules("Cities", "city") == std::vector<Rule>{{Case::Lower, 3, "y"}});
  CHECK(make_lemma_rules("NATO", "NATO") == std::vector<Rule>{{Case::Name, 0, ""}, {Case::Keep, 0, ""}});
  CHECK(make_lemma_rules("RUSSIA", "Russia") == std::vector<Rule>{{Case::Capitalise, 0, ""}});
  CHECK(make_lemma_rules("i", "I") == std::vector<Rule>{{Case::Name, 0, ""}, {Case::Capitalise, 0, ""}});
  CHECK(make_lemma_rules("kabul", "Kabul") ==
        std::vector<Rule>{{Case::Name, 0, ""}, {Case::Capitalise, 0, ""}});
}

TEST_CASE("a name is capitalised only where it has no capital") {
  CHECK(applied({Case::Name, 0, ""}, "kabul") == "Kabul");
  CHECK(applied({Case::Name, 0, ""}, "McCain") == "McCain");
  CHECK(applied({Case::Name, 1, ""}, "ukrainians") == "Ukrainian");
}

TEST_CASE("a rule is appended to what is there, and cuts no more than there is") {
  std::string text = "x ";
  apply_rule({Case::Lower, 200, "ab"}, "Dogs", text);
  CHECK(text == "x ab");
}

TEST_CASE("no rule divides a character") {
  // "é" and "è" share their first byte.
  const LemmaRule rule = make_lemma_rules("caf\xC3\xA9", "caf\xC3\xA8").at(0);
  CHECK(rule == LemmaRule{Case::Lower, 2, "\xC3\xA8"});
  const Rules plural = Rules().add(LemmaKey::Ending, "", Xpos::Nns, {Case::Lower, 1, ""});
  CHECK(plural.lemma("dogs", Xpos::Nns) == "dog");
  for (const std::string form : {"日本", "caf\xC3\xA9", "😀", "a😀", "\xC3\xA9"}) {
    CAPTURE(form);
    const std::string lemma = plural.lemma(form, Xpos::Nns);
    CHECK(is_utf8(lemma));
    CHECK(lemma == form);
  }
}

TEST_CASE("the whole form goes before endings, and a longer ending before a shorter one") {
  const Rules rules = Rules()
                          .add(LemmaKey::Ending, "", Xpos::Nns, {Case::Lower, 0, "-0"})
                          .add(LemmaKey::Ending, "s", Xpos::Nns, {Case::Lower, 0, "-1"})
                          .add(LemmaKey::Ending, "ies", Xpos::Nns, {Case::Lower, 0, "-3"})
                          .add(LemmaKey::Ending, "omedie", Xpos::Nns, {Case::Lower, 0, "-6x"})
                          .add(LemmaKey::Ending, "medies", Xpos::Nns, {Case::Lower, 0, "-6"})
                          .add(LemmaKey::Ending, "omedies", Xpos::Nns, {Case::Lower, 0, "-7"})
                          .add(LemmaKey::Form, "series", Xpos::Nns, {Case::Lower, 0, "-form"})
                          .add(LemmaKey::Form, "s", Xpos::Nns, {Case::Lower, 0, "-s"});
  CHECK(rules.lemma("men", Xpos::Nns) == "men-0");
  CHECK(rules.lemma("dogs", Xpos::Nns) == "dogs-1");
  CHECK(rules.lemma("cities", Xpos::Nns) == "cities-3");
  CHECK(rules.lemma("comedies", Xpos::Nns) == "comedies-6");  // seven bytes are never looked up
  CHECK(rules.lemma("series", Xpos::Nns) == "series-form");
  CHECK(rules.lemma("Series", Xpos::Nns) == "series-form");
  CHECK(rules.lemma("miniseries", Xpos::Nns) == "miniseries-3");
  CHECK(rules.lemma("s", Xpos::Nns) == "s-s");
  // Another tag has its own rules.
  CHECK(rules.lemma("Cities", Xpos::Vbz) == "cities");
}

TEST_CASE("an unknown form is kept, in lower case unless it is a proper noun") {
  const Rules rules;
  CHECK(rules.lemma("Blasts", Xpos::Nns) == "blasts");
  CHECK(rules.lemma("Kabul", Xpos::Nnp) == "Kabul");
  CHECK(rules.lemma("Philippines", Xpos::Nnps) == "Philippines");
  CHECK(rules.lemma("", Xpos::Nn).empty());
  // Addresses stay, numbers lose their commas, a name that is written small stays small.
  CHECK(rules.lemma("Ada@Zenda.example", Xpos::Add) == "Ada@Zenda.example");
  CHECK(rules.lemma("1,300.50", Xpos::Cd) == "1300.50");
  CHECK(rules.lemma("zenda", Xpos::Nnp) == "zenda");
}

TEST_CASE("a rule that leaves nothing leaves the form") {
  const Rules rules = Rules().add(LemmaKey::Ending, "s", Xpos::Nns, {Case::Lower, 2, ""});
  CHECK(rules.lemma("As", Xpos::Nns) == "As");
  CHECK(rules.lemma("S", Xpos::Nns) == "S");
}

TEST_CASE("the keys of a stored table stay what they are") {
  CHECK(lemma_key(LemmaKey::Form, "dogs", Xpos::Nns) == 12313221267994272870U);
  CHECK(lemma_key(LemmaKey::Ending, "s", Xpos::Nns) == 14297187553800432861U);
  CHECK(lemma_key(LemmaKey::Ending, "", Xpos::Vbd) == 3232836882464963327U);
}

TEST_CASE("an irregular past form that is tagged as a base form keeps its lemma") {
  Rules rules;
  rules.add(LemmaKey::Form, "shook", Xpos::Vbd, {Case::Lower, 3, "ake"});
  CHECK(rules.lemma("shook", Xpos::Vbp) == "shake");
  CHECK(rules.lemma("shook", Xpos::Vb) == "shake");
  CHECK(rules.lemma("shook", Xpos::Nn) == "shook");
  rules.add(LemmaKey::Form, "shook", Xpos::Vbp, {Case::Lower, 0, ""});
  CHECK(rules.lemma("shook", Xpos::Vbp) == "shook");
}

TEST_CASE("of a verb with a hyphen and a particle the verb is inflected") {
  Rules rules;
  rules.add(LemmaKey::Form, "sworn", Xpos::Vbn, {Case::Lower, 3, "ear"});
  CHECK(rules.lemma("sworn-in", Xpos::Vbn) == "swear in");
  CHECK(rules.lemma("sworn-in", Xpos::Jj) == "sworn-in");
}
