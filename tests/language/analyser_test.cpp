#include "language/analyser.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <functional>
#include <random>
#include <sstream>

#include "language/characters.hpp"
#include "language/conllu_writer.hpp"
#include "language/sentence_splitter.hpp"
#include "language/tree_decoder.hpp"
#include "records/dump.hpp"
#include "records/error.hpp"
#include "tests/language/temporary_folder.hpp"
#include "tests/language/tiny_model.hpp"

using namespace actorgraph;

namespace {

constexpr const char* kShippedData = ACTORGRAPH_SOURCE_DIR "/data";

bool has_shipped_model() {
  return std::filesystem::exists(std::string(kShippedData) + "/model/analyser.model");
}

/// Runs `test` with the tiny model, and with the shipped one where it is there.
void with_each_analyser(const std::function<void(const Analyser&)>& test) {
  {
    const TemporaryFolder folder;
    save_tiny_data(folder.path());
    test(Analyser::load(folder.path()));
  }
  if (has_shipped_model()) test(Analyser::load(kShippedData));
}

Article make_article(const std::string& title, const std::string& body) {
  Article article;
  article.text = title + "\n\n" + body;
  const auto title_end = static_cast<std::uint32_t>(title.size());
  article.blocks = {{BlockKind::Title, {0, title_end}},
                    {BlockKind::Body, {title_end + 2, static_cast<std::uint32_t>(article.text.size())}}};
  return article;
}

std::string to_conllu(const Document& doc) {
  std::ostringstream out;
  write_conllu(doc, out);
  return out.str();
}

/// What the analysis breaks of its promises, else empty.
std::string fault(const Document& doc) {
  for (const Sentence& sent : doc.sentences) {
    if (sent.tokens.empty()) return "an empty sentence";
    if (sent.tokens.size() > kMaxSentenceTokens) return "a long sentence";
    std::vector<std::uint32_t> heads;
    for (const Token& tok : sent.tokens) {
      heads.push_back(tok.head);
      if (tok.lemma.empty()) return "no lemma of " + tok.form;
      if (find_utf8_fault(tok.lemma) != tok.lemma.size())
        return "a cut character in the lemma of " + tok.form;
      if ((tok.deprel == Deprel::Root) != (tok.head == kRootHead)) return "a root that is none: " + tok.form;
    }
    if (!is_tree(heads)) return "no tree: " + std::string(slice(doc.article.text, sent.span));
    std::uint32_t end = 0;
    for (const Name& name : sent.names) {
      if (name.tokens.begin < end || name.tokens.empty()) return "names that overlap";
      end = name.tokens.end;
    }
    if (end > sent.tokens.size()) return "a name beyond the sentence";
  }
  return "";
}

std::string repeated(const std::string& text, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += text;
  return out;
}

void append_utf8(std::string& out, char32_t c) {
  if (c < 0x80U) {
    out += static_cast<char>(c);
  } else if (c < 0x800U) {
    out += static_cast<char>(0xC0U | (c >> 6U));
    out += static_cast<char>(0x80U | (c & 0x3FU));
  } else if (c < 0x10000U) {
    out += static_cast<char>(0xE0U | (c >> 12U));
    out += static_cast<char>(0x80U | ((c >> 6U) & 0x3FU));
    out += static_cast<char>(0x80U | (c & 0x3FU));
  } else {
    out += static_cast<char>(0xF0U | (c >> 18U));
    out += static_cast<char>(0x80U | ((c >> 12U) & 0x3FU));
    out += static_cast<char>(0x80U | ((c >> 6U) & 0x3FU));
    out += static_cast<char>(0x80U | (c & 0x3FU));
  }
}

/// Letters, blanks, marks and characters of every plane.
std::string random_text(std::mt19937& random) {
  const std::u32string likely = U"aeiostnrlcdmpSTARUK      ..,;:'\"-–—“”’()\n\n\t!?0159%$/";
  std::string text;
  const std::size_t size = random() % 400;
  while (text.size() < size) {
    const auto kind = random() % 20;
    char32_t c = likely[random() % likely.size()];
    if (kind == 0) c = static_cast<char32_t>(1 + random() % 0x10FFFFU);
    if (kind == 1) c = static_cast<char32_t>(0xA0U + random() % 0x600U);
    if (kind == 2) c = static_cast<char32_t>(0x1F300U + random() % 0x300U);
    if (c >= 0xD800U && c <= 0xDFFFU) c = U'�';
    append_utf8(text, c);
  }
  return text;
}

}  // namespace

TEST_CASE("an article twice gives equal documents, with any scratch") {
  with_each_analyser([](const Analyser& analyser) {
    const Article article =
        make_article("Blast hits port",
                     "Two soldiers died in Kabul, police said. The army didn't comment on it.\n\nIt rained.");
    AnalyserScratch scratch;
    const Document first = analyser.analyse(article, scratch);
    CHECK(first.sentences.size() == 4);
    CHECK(first.id == make_document_id(article));
    CHECK(fault(first).empty());
    const std::string expected = to_conllu(first);
    CHECK(to_conllu(analyser.analyse(article, scratch)) == expected);
    (void)analyser.analyse(make_article("Other", repeated("Nothing of it matters here. ", 90)), scratch);
    CHECK(to_conllu(analyser.analyse(article, scratch)) == expected);
    AnalyserScratch fresh;
    CHECK(to_conllu(analyser.analyse(article, fresh)) == expected);
  });
}

TEST_CASE("a sentence is analysed the same in an article of many") {
  with_each_analyser([](const Analyser& analyser) {
    const std::string sentence = "The rebels attacked the camp near Goma in March.";
    AnalyserScratch scratch;
    const Document alone = analyser.analyse(make_article("", sentence), scratch);
    REQUIRE(alone.sentences.size() == 1);
    std::string body = sentence;
    for (int i = 1; i < 120; ++i) body += " " + repeated("Then more of them came, ", i % 9) + "and it ended.";
    const Document many = analyser.analyse(make_article("", body), scratch);
    REQUIRE(many.sentences.size() > 100);
    Document first = many;
    first.sentences.resize(1);
    CHECK(dump(first) == dump(alone));
  });
}

TEST_CASE("an article without words has no sentences") {
  with_each_analyser([](const Analyser& analyser) {
    AnalyserScratch scratch;
    CHECK(analyser.analyse({}, scratch).sentences.empty());
    CHECK(analyser.analyse(make_article("", " \n\n \t "), scratch).sentences.empty());
    Article furniture = make_article("By Ana Ruiz", "All rights reserved.");
    furniture.blocks[0].kind = BlockKind::Byline;
    furniture.blocks[1].kind = BlockKind::Other;
    CHECK(analyser.analyse(furniture, scratch).sentences.empty());
  });
}

TEST_CASE("odd text is analysed to trees") {
  const std::pair<std::string, std::string> rows[] = {
      {"one word", "Yes"},
      {"one mark", "."},
      {"400 words", repeated("and so ", 200)},
      {"2000 words without a mark", repeated("word ", 2000)},
      {"one long word", std::string(20000, 'a')},
      {"emoji", "😀 😀😀 👨‍👩‍👧 🇺🇳"},
      {"right to left", "هاجم الجيش كابول. قتل جنديان."},
      {"capitals", "THE ARMY ATTACKED KABUL ON MONDAY, POLICE SAID."},
      {"marks alone", "... --- !!! ??? ((( \"\"\" '''"},
      {"combining marks", "e\xCC\x81\xCC\x81\xCC\x81 a\xCC\x8A"},
      {"zero width",
       "a\xE2\x80\x8B"
       "b \xEF\xBB\xBF c"},
      {"a null character", std::string("a\0b c", 5)},
      {"digits", "1 22 333 4,444 5.5.5 6-6-6"},
      {"blanks",
       "a\xC2\xA0"
       "b\xE2\x80\xAF"
       "c"},
  };
  with_each_analyser([&](const Analyser& analyser) {
    AnalyserScratch scratch;
    for (const auto& row : rows) {
      CAPTURE(row.first);
      const std::string& text = row.second;
      const Document doc = analyser.analyse(make_article("", text), scratch);
      CHECK(!doc.sentences.empty());
      CHECK(fault(doc) == "");
      const Document title = analyser.analyse(make_article(text, ""), scratch);
      CHECK(fault(title) == "");
    }
  });
}

TEST_CASE("200 random texts are analysed to trees") {
  with_each_analyser([](const Analyser& analyser) {
    std::mt19937 random(51);
    AnalyserScratch scratch;
    std::size_t sentences = 0;
    for (int i = 0; i < 200; ++i) {
      const Article article = make_article(random_text(random), random_text(random));
      CAPTURE(i);
      REQUIRE(find_utf8_fault(article.text) == article.text.size());
      const Document doc = analyser.analyse(article, scratch);
      REQUIRE(fault(doc) == "");
      sentences += doc.sentences.size();
    }
    CHECK(sentences > 400);
  });
}

TEST_CASE("features are filled only where they are asked for") {
  const TemporaryFolder folder;
  save_tiny_data(folder.path());
  Analyser analyser = Analyser::load(folder.path());
  AnalyserScratch scratch;
  const Article article = make_article("", repeated("Old ships lay in ports. ", 20));
  const auto with_feats = [&] {
    std::size_t count = 0;
    for (const Sentence& sent : analyser.analyse(article, scratch).sentences) {
      for (const Token& tok : sent.tokens) count += tok.feats.empty() ? 0 : 1;
    }
    return count;
  };
  CHECK(with_feats() == 0);
  analyser.set_feats(Feats::Predict);
  CHECK(with_feats() > 0);
}

TEST_CASE("tokens that are given keep their forms") {
  const TemporaryFolder folder;
  save_tiny_data(folder.path());
  const Analyser analyser = Analyser::load(folder.path());
  AnalyserScratch scratch;
  Document doc;
  doc.sentences.resize(3);  // one of them without words
  for (const char* form : {"Old", "ships", "sank"}) {
    Token tok;
    tok.form = form;
    doc.sentences[0].tokens.push_back(tok);
    doc.sentences[2].tokens.insert(doc.sentences[2].tokens.begin(), tok);
  }
  CHECK(analyser.analyse_tokens(doc, scratch).empty());
  CHECK(doc.sentences[1].tokens.empty());
  CHECK(doc.sentences[0].tokens[1].form == "ships");
  CHECK(doc.sentences[0].tokens[1].lemma == "ship");
  CHECK(doc.sentences[2].tokens[0].form == "sank");
}

TEST_CASE("a given sentence of any length is one tree") {
  const TemporaryFolder folder;
  save_tiny_data(folder.path());
  const Analyser analyser = Analyser::load(folder.path());
  AnalyserScratch scratch;
  Document doc;
  for (const std::size_t size : {kMaxSentenceTokens, kMaxSentenceTokens + 1, 25 * kMaxSentenceTokens}) {
    Sentence& sent = doc.sentences.emplace_back();
    sent.tokens.resize(size);
    for (Token& tok : sent.tokens) tok.form = "Kabul";
  }
  CHECK(analyser.analyse_tokens(doc, scratch).empty());
  for (const Sentence& sent : doc.sentences) {
    std::size_t roots = 0;
    std::vector<std::uint32_t> heads;
    for (const Token& tok : sent.tokens) {
      roots += tok.head == kRootHead ? 1U : 0U;
      heads.push_back(tok.head);
    }
    CHECK(roots == 1);
    CHECK(is_tree(heads));
    CHECK((sent.names.empty() || sent.names.back().tokens.end <= sent.tokens.size()));
  }
  CHECK(doc.sentences[2].tokens.size() == 25 * kMaxSentenceTokens);
}

TEST_CASE("given compounds are analysed as one word and split again") {
  const TemporaryFolder folder;
  save_tiny_data(folder.path());
  Analyser analyser = Analyser::load(folder.path());
  analyser.set_feats(Feats::Predict);
  AnalyserScratch scratch;
  Document doc;
  doc.article.text = "old-ships sank";
  Sentence& sent = doc.sentences.emplace_back();
  const std::pair<const char*, ByteSpan> tokens[] = {
      {"old", {0, 3}}, {"-", {3, 4}}, {"ships", {4, 9}}, {"sank", {10, 14}}};
  for (const auto& [form, span] : tokens) {
    Token& tok = sent.tokens.emplace_back();
    tok.form = form;
    tok.span = span;
  }
  const std::vector<Compound> compounds = analyser.analyse_tokens(doc, scratch);
  REQUIRE(sent.tokens.size() == 2);
  CHECK(sent.tokens[0].form == "old-ships");
  REQUIRE(compounds.size() == 1);
  analyser.split(doc, compounds);
  REQUIRE(sent.tokens.size() == 4);
  for (std::size_t i = 0; i < 4; ++i) {
    CHECK(sent.tokens[i].form == tokens[i].first);
    CHECK(sent.tokens[i].span == tokens[i].second);
  }
  CHECK(sent.tokens[1].upos == Upos::Punct);
}

TEST_CASE("a model that is missing or damaged is refused with a message") {
  const TemporaryFolder folder;
  const auto message = [&] {
    try {
      (void)Analyser::load(folder.path());
    } catch (const Error& error) {
      return std::string(error.what());
    }
    return std::string("no error");
  };
  const std::string path = folder.path() + "/model/analyser.model";
  CHECK(message() == path + ": cannot read the model: No such file or directory");
  save_tiny_data(folder.path());
  CHECK(message() == "no error");

  const auto save_with = [&](const std::string& section, const std::string& text) {
    ModelFileWriter writer = make_tiny_model();
    writer.add(section, std::span<const char>(text.data(), text.size()));
    writer.save(path);
  };
  save_with("lemma_rules", "0 0 \n7 1 s\n");
  CHECK(message() == "the model's lemma rule '7 1 s' is damaged");
  save_with("lemma_rules", "0 0 \n1 999 s\n");
  CHECK(message() == "the model's lemma rule '1 999 s' is damaged");
  save_with("lemma_rules", "0 0 \n");
  CHECK(message() == "the model's lemma table is damaged");
  save_with("lemma_keys", "12345678");
  CHECK(message() == "the model's lemma table is damaged");
  save_with("word_tag_keys", "1234567812345678");
  CHECK(message() == "the model's table of tags is damaged");
  save_with("gazetteer_keys", "1234567812345678");
  CHECK(message() == "the model does not fit this program: size of the gazetteer");
}

TEST_CASE("the shipped model parses plain news" * doctest::skip(!has_shipped_model())) {
  const Analyser analyser = Analyser::load(kShippedData);
  AnalyserScratch scratch;
  const Document doc = analyser.analyse(make_article("",
                                                     "The Ruritanian army attacked the port of Zenda. "
                                                     "Two soldiers were killed by rebels, police said."),
                                        scratch);
  CHECK(dump(doc) ==
        "The/DET<det:army Ruritanian/ADJ<amod:army army/NOUN<nsubj:attacked attacked/VERB<root "
        "the/DET<det:port port/NOUN<obj:attacked of/ADP<case:Zenda Zenda/PROPN<nmod:port "
        "./PUNCT<punct:attacked [Ruritanian NORP] [Zenda GPE]\n"
        "Two/NUM<nummod:soldiers soldiers/NOUN<nsubj:pass:killed were/AUX<aux:pass:killed "
        "killed/VERB<ccomp:said by/ADP<case:rebels rebels/NOUN<obl:agent:killed ,/PUNCT<punct:killed "
        "police/NOUN<nsubj:said said/VERB<root ./PUNCT<punct:said\n");
}
