#include "language/training/inflections.hpp"

#include <doctest/doctest.h>

#include "language/training/lemma_rules.hpp"
#include "records/error.hpp"
#include "tests/language/temporary_folder.hpp"

using namespace actorgraph;

namespace {

/// Files in WordNet's format: word, part, synsets, pointers, their signs, senses, tagged senses, offsets.
void save_words(const TemporaryFolder& folder) {
  write_bytes(folder.file("index.verb"),
              "  1 The licence, which is no word.\n"
              "die v 2 1 @ 2 5 00000001 00000002\n"
              "dye v 1 0 1 0 00000003\n"
              "find v 1 2 @ ~ 1 90 00000004\n"
              "found v 1 0 1 7 00000005\n"
              "run v 1 0 1 50 00000006\n"
              "shell v 1 0 1 3 00000007\n"
              "try v 1 0 1 9 00000008\n"
              "veto v 1 0 1 2 00000009\n"
              "set_off v 1 0 1 2 00000010\n"
              "Bowdlerise v 1 0 1 2 00000011\n"
              "see v 1 0 1 60 00000012\n");
  write_bytes(folder.file("verb.exc"), "found find\nran run\nrunning run\nseen see\nsaw see\n");
  write_bytes(folder.file("index.noun"),
              "box n 1 0 1 1 00000001\nchurch n 1 0 1 1 00000002\ncity n 1 0 1 8 00000003\n"
              "day n 1 0 1 8 00000004\nman n 1 0 1 8 00000005\nport n 1 0 1 8 00000006\n");
  write_bytes(folder.file("noun.exc"), "men man\nmen-at-arms man-at-arms\n");
}

std::string lemma_of(const std::vector<Inflection>& words, const std::string& form, Xpos xpos) {
  for (const Inflection& word : words) {
    if (word.form == form && word.xpos == xpos) return word.lemma;
  }
  return "";
}

}  // namespace

TEST_CASE("words of an index are inflected by the rules and the exceptions") {
  const TemporaryFolder folder;
  save_words(folder);
  const std::vector<Inflection> words = load_inflections(folder.path());
  struct Row {
    std::string form;
    Xpos xpos;
    std::string lemma;
  };
  const Row rows[] = {
      {"shells", Xpos::Vbz, "shell"},
      {"shelled", Xpos::Vbd, "shell"},
      {"shelled", Xpos::Vbn, "shell"},
      {"shelling", Xpos::Vbg, "shell"},
      {"tries", Xpos::Vbz, "try"},
      {"tried", Xpos::Vbd, "try"},
      {"trying", Xpos::Vbg, "try"},
      {"dying", Xpos::Vbg, "die"},
      {"dyeing", Xpos::Vbg, "dye"},
      {"died", Xpos::Vbd, "die"},
      {"vetoes", Xpos::Vbz, "veto"},
      {"seeing", Xpos::Vbg, "see"},
      {"ran", Xpos::Vbd, "run"},
      {"running", Xpos::Vbg, "run"},
      {"seen", Xpos::Vbn, "see"},
      {"boxes", Xpos::Nns, "box"},
      {"churches", Xpos::Nns, "church"},
      {"cities", Xpos::Nns, "city"},
      {"days", Xpos::Nns, "day"},
      {"ports", Xpos::Nns, "port"},
      {"men", Xpos::Nns, "man"},
      // Two verbs: the more frequent one is meant.
      {"found", Xpos::Vbd, "find"},
      {"founded", Xpos::Vbd, "found"},
      // What is irregular, no plain word or no word has no regular form.
      {"runned", Xpos::Vbd, ""},
      {"mans", Xpos::Nns, ""},
      {"runing", Xpos::Vbg, ""},
      {"set_offs", Xpos::Vbz, ""},
      {"Bowdlerises", Xpos::Vbz, ""},
      {"1s", Xpos::Vbz, ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.form);
    CHECK(lemma_of(words, row.form, row.xpos) == row.lemma);
  }
}

TEST_CASE("inflections add what the sentences lack, and change nothing that they have") {
  TrainingSentence sentence;
  sentence.forms = {"dies", "found", "found"};
  sentence.lemmas = {"die", "found", "found"};
  sentence.xpos = {static_cast<std::uint16_t>(Xpos::Vbz), static_cast<std::uint16_t>(Xpos::Vbd),
                   static_cast<std::uint16_t>(Xpos::Vbd)};
  const LemmaTable table = learn_lemma_rules({sentence}, {{"found", Xpos::Vbd, "find", Regularity::Regular},
                                                          {"ran", Xpos::Vbd, "run", Regularity::Regular}});
  const Lemmatizer lemmatizer(table.rules, table.keys, table.rule_of_key);
  const auto lemma = [&](const char* form, Xpos xpos) {
    std::string out;
    lemmatizer.lemmatize(form, xpos, out);
    return out;
  };
  CHECK(lemma("dies", Xpos::Vbz) == "die");
  CHECK(lemma("found", Xpos::Vbd) == "found");
  CHECK(lemma("ran", Xpos::Vbd) == "run");
}

TEST_CASE("a regular form outvotes what the sentences say but once") {
  TrainingSentence sentence;
  sentence.forms = {"freed"};
  sentence.lemmas = {"fre"};
  sentence.xpos = {static_cast<std::uint16_t>(Xpos::Vbn)};
  const LemmaTable table = learn_lemma_rules({sentence}, {{"freed", Xpos::Vbn, "free", Regularity::Regular}});
  std::string lemma;
  Lemmatizer(table.rules, table.keys, table.rule_of_key).lemmatize("freed", Xpos::Vbn, lemma);
  CHECK(lemma == "free");
}

TEST_CASE("a listed exception outvotes a slip, not the usual annotation") {
  const auto lemma_after = [](std::size_t times) {
    TrainingSentence sentence;
    sentence.forms.assign(times, "fled");
    sentence.lemmas.assign(times, "flead");
    sentence.xpos.assign(times, static_cast<std::uint16_t>(Xpos::Vbd));
    const LemmaTable table =
        learn_lemma_rules({sentence}, {{"fled", Xpos::Vbd, "flee", Regularity::Irregular}});
    std::string lemma;
    Lemmatizer(table.rules, table.keys, table.rule_of_key).lemmatize("fled", Xpos::Vbd, lemma);
    return lemma;
  };
  CHECK(lemma_after(3) == "flee");
  CHECK(lemma_after(30) == "flead");
}

TEST_CASE("an index that is not there is refused with a message") {
  const TemporaryFolder folder;
  std::string message;
  try {
    (void)load_inflections(folder.path());
  } catch (const IoError& error) {
    message = error.what();
  }
  CHECK(message ==
        folder.path() + "/index.verb: cannot be opened; it comes with Debian's package wordnet-base");
}
