#include "language/training/corpus.hpp"

#include <doctest/doctest.h>

#include <functional>

#include "language/training/lemma_rules.hpp"
#include "records/error.hpp"
#include "tests/language/temporary_folder.hpp"
#include "tests/language/training/tiny_corpus.hpp"

using namespace actorgraph;

namespace {

constexpr NameTags bits(NameType type) {
  return (1U << begin_tag(type)) | (1U << inside_tag(type));
}
constexpr NameTags begin_bit(NameType type) {
  return 1U << begin_tag(type);
}
constexpr NameTags inside_bit(NameType type) {
  return 1U << inside_tag(type);
}
constexpr NameTags kPlaceBegins =
    begin_bit(NameType::Gpe) | begin_bit(NameType::Loc) | begin_bit(NameType::Fac);

std::string message(const std::function<void()>& action) {
  try {
    action();
  } catch (const Error& error) {
    return error.what();
  }
  return "no error";
}

const std::string kHyphens =
    "# sent_id = h-1\n"
    "1\tThe\tthe\tDET\tDT\t_\t5\tdet\t_\t_\n"
    "2\tZenda\tZenda\tPROPN\tNNP\t_\t4\tobl\t_\tSpaceAfter=No\n"
    "3\t-\t-\tPUNCT\tHYPH\t_\t2\tpunct\t_\tSpaceAfter=No\n"
    "4\tled\tlead\tVERB\tVBN\t_\t5\tamod\t_\t_\n"
    "5\tarmy\tarmy\tNOUN\tNN\t_\t6\tnsubj\t_\t_\n"
    "6\tleft\tleave\tVERB\tVBD\t_\t0\troot\t_\t_\n"
    "\n";

}  // namespace

TEST_CASE("bundles of features are counted, the most frequent first") {
  const Treebank bank = parse_treebank(tiny_treebank());
  const FeatsTable all = count_feats({bank}, 1);
  CHECK(all.bundles == std::vector<std::string>{"", "Number=Sing", "Tense=Past", "Number=Plur"});
  CHECK(all.find("Tense=Past") == 2);
  CHECK(all.find("Tense=Pres") == kNoLabel);
  CHECK(count_feats({bank, bank}, 20).bundles.size() == 3);
  CHECK(count_feats({}, 1).bundles.empty());
}

TEST_CASE("a treebank becomes training sentences, hyphen chains joined") {
  const TemporaryFolder folder;
  write_bytes(
      folder.file("names.tsv"),
      "# sent_id = h-1\n# tagset = PER ORG LOC\nThe\tO\nZenda\tB-LOC\n-\tO\nled\tO\narmy\tO\nleft\tO\n\n");
  const auto sentences = load_trees(parse_treebank(kHyphens), folder.file("names.tsv"), {});
  REQUIRE(sentences.size() == 1);
  const TrainingSentence& sentence = sentences[0];
  CHECK(sentence.id == "h-1");
  CHECK(sentence.forms == std::vector<std::string>{"The", "Zenda-led", "army", "left"});
  CHECK(sentence.heads == std::vector<std::uint32_t>{2, 2, 3, kRootHead});
  CHECK(sentence.lemmas.size() == 4);
  CHECK(sentence.feats == std::vector<std::uint16_t>(4, kNoLabel));
  // A compound of which only a part is a name is none.
  REQUIRE(sentence.names.size() == 4);
  CHECK((sentence.names[1] & 1U) == 1U);
  CHECK((sentence.names[1] & kPlaceBegins) == 0);
}

TEST_CASE("coarse name tags allow all that they may mean") {
  const TemporaryFolder folder;
  const std::string path = folder.file("names.tsv");
  write_bytes(path,
              "# sent_id = a\n# source = wire\n# tagset = PER ORG LOC\n"
              "Zenda\tB-LOC\nRudolf\tB-PER\nElphberg\tI-PER\nruled\tO\nfoo\tB-FOO\n\n"
              "# sent_id = b\n# source = skipped\nx\tO\n\n"
              "# sent_id = c\n# tagset = PER ORG LOC MISC\nthe\tO\nCup\tB-MISC\n");
  const auto sentences = load_names(path, "skipped");
  REQUIRE(sentences.size() == 2);
  CHECK(sentences[0].names ==
        std::vector<NameTags>{kPlaceBegins, begin_bit(NameType::Person), inside_bit(NameType::Person),
                              1U | bits(NameType::Norp) | bits(NameType::Event) | bits(NameType::Misc),
                              kAnyNameTag});
  CHECK(sentences[1].id == "c");
  CHECK(sentences[1].names ==
        std::vector<NameTags>{
            1U, begin_bit(NameType::Misc) | begin_bit(NameType::Event) | begin_bit(NameType::Norp)});
  CHECK(sentences[1].upos == std::vector<std::uint16_t>(2, kNoLabel));
  CHECK(sentences[1].heads.empty());
}

TEST_CASE("names of JSON lines are found by characters, not bytes") {
  const TemporaryFolder folder;
  const std::string path = folder.file("names.jsonl");
  write_bytes(
      path,
      "{\"id\": \"a\", \"text\": \"“Élan” met Ana Ruiz\", \"tokens\": [\"“\", \"Élan\", \"”\", \"met\", "
      "\"Ana\", \"Ruiz\"], \"entities\": [[1, 5, \"ORG\"], [11, 19, \"PERSON\"]]}\n");
  const auto sentences = load_names(path, "");
  REQUIRE(sentences.size() == 1);
  CHECK(sentences[0].names == std::vector<NameTags>{1U, begin_bit(NameType::Org), 1U, 1U,
                                                    begin_bit(NameType::Person),
                                                    inside_bit(NameType::Person)});
}

TEST_CASE("a names file at fault is refused with a message") {
  const TemporaryFolder folder;
  const std::string tsv = folder.file("names.tsv");
  const std::string json = folder.file("names.jsonl");
  CHECK(message([&] { (void)load_names(tsv, ""); }) == tsv + ": cannot be opened for reading");
  write_bytes(tsv, "word without a tag\n");
  CHECK(message([&] { (void)load_names(tsv, ""); }) ==
        tsv + ": expected 'token<TAB>tag', got 'word without a tag'");
  write_bytes(json, "{\"id\": 3}\n");
  CHECK(message([&] { (void)load_names(json, ""); }) ==
        json + ": expected an object with tokens and entities, got '{\"id\": 3}'");
  write_bytes(json, R"({"id": "a", "text": "Ana", "tokens": ["Bob"], "entities": []})");
  CHECK(message([&] { (void)load_names(json, ""); }) == json + ": token 'Bob' is not in the text of a");
  write_bytes(json, R"({"id": "a", "text": "Ana", "tokens": ["Ana"], "entities": [[0, 3, "DOG"]]})");
  CHECK(message([&] { (void)load_names(json, ""); }) == json + ": unknown name type 'DOG'");
  CHECK(message([&] { (void)Treebank::load(folder.file("none")); }) ==
        folder.file("none") + ": cannot be opened for reading");
}

TEST_CASE("names move to the tree of the same sentence") {
  std::vector<TrainingSentence> trees(2);
  trees[0].id = "a";
  trees[0].forms = {"Zenda", "fell"};
  trees[1].id = "b";
  trees[1].forms = {"It", "rained"};
  std::vector<TrainingSentence> names(3);
  names[0] = trees[0];
  names[0].names = {begin_bit(NameType::Gpe), 1U};
  names[1].id = "b";  // cut otherwise
  names[1].forms = {"It", "rai", "ned"};
  names[2].id = "c";
  names[2].forms = {"Yes"};
  join_names(trees, names);
  CHECK(trees[0].names == std::vector<NameTags>{begin_bit(NameType::Gpe), 1U});
  CHECK(trees[1].names.empty());
  REQUIRE(names.size() == 2);
  CHECK(names[0].id == "b");
  CHECK(names[1].id == "c");
}

TEST_CASE("lemma rules give back the lemmas that they were learned from, and carry over") {
  TrainingSentence sentence;
  const auto add = [&](const char* form, const char* lemma, Xpos xpos) {
    sentence.forms.emplace_back(form);
    sentence.lemmas.emplace_back(lemma);
    sentence.xpos.push_back(static_cast<std::uint16_t>(xpos));
  };
  for (const char* noun : {"dog", "soldier", "ship", "port", "rebel"})
    add((std::string(noun) + "s").c_str(), noun, Xpos::Nns);
  for (const char* stem : {"cit", "part", "arm", "all"})
    add((std::string(stem) + "ies").c_str(), (std::string(stem) + "y").c_str(), Xpos::Nns);
  for (int i = 0; i < 50; ++i) add("men", "man", Xpos::Nns);
  add("Men", "man", Xpos::Nns);
  add("took", "take", Xpos::Vbd);
  add("killed", "kill", Xpos::Vbd);
  add("attacked", "attack", Xpos::Vbd);
  const LemmaTable table = learn_lemma_rules({sentence}, {});
  CHECK(table.keys.size() == table.rule_of_key.size());
  CHECK(std::is_sorted(table.keys.begin(), table.keys.end()));
  const Lemmatizer lemmatizer(table.rules, table.keys, table.rule_of_key);
  const auto lemma = [&](const std::string& form, Xpos xpos) {
    std::string out;
    lemmatizer.lemmatize(form, xpos, out);
    return out;
  };
  for (std::size_t i = 0; i < sentence.forms.size(); ++i) {
    CAPTURE(sentence.forms[i]);
    CHECK(lemma(sentence.forms[i], static_cast<Xpos>(sentence.xpos[i])) == sentence.lemmas[i]);
  }
  CHECK(lemma("bombs", Xpos::Nns) == "bomb");
  CHECK(lemma("bodies", Xpos::Nns) == "body");
  CHECK(lemma("shelled", Xpos::Vbd) == "shell");
  CHECK(lemma("omen", Xpos::Nns) != "oman");  // a frequent irregular form does not spread
}

TEST_CASE("names with hyphens are also shown divided") {
  TrainingSentence sentence;
  sentence.forms = {"In", "Guinea-Bissau", "a", "well-known", "Mr.", "Amoako-Attah", "spoke"};
  const NameTags gpe = 1U << begin_tag(NameType::Gpe);
  const NameTags person = 1U << begin_tag(NameType::Person);
  const NameTags person_inside = 1U << inside_tag(NameType::Person);
  sentence.names = {1, gpe, 1, 1, person, person_inside, 1};
  const std::optional<TrainingSentence> divided = with_divided_names(sentence);
  REQUIRE(divided);
  CHECK(divided->forms == std::vector<std::string>{"In", "Guinea", "-", "Bissau", "a", "well-known", "Mr.",
                                                   "Amoako", "-", "Attah", "spoke"});
  const NameTags gpe_inside = 1U << inside_tag(NameType::Gpe);
  CHECK(divided->names == std::vector<NameTags>{1, gpe, gpe_inside, gpe_inside, 1, 1, person, person_inside,
                                                person_inside, person_inside, 1});
  CHECK(divided->upos.size() == divided->size());
  CHECK(!with_divided_names(*divided));
}
