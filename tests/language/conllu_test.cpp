#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>

#include "language/conllu_reader.hpp"
#include "language/conllu_writer.hpp"
#include "records/dump.hpp"

using namespace actorgraph;

namespace {

/// A fixture with spaces for tabs.
std::string tabbed(const std::string& text) {
  std::istringstream in(text);
  std::string out;
  for (std::string line; std::getline(in, line);) {
    if (!line.starts_with('#')) std::replace(line.begin(), line.end(), ' ', '\t');
    out += line + '\n';
  }
  return out;
}

const std::string kTwoParagraphs = tabbed(
    "# newdoc id = port-fire\n"
    "# meta::dateCreated = 2024-03-23\n"
    "# newpar\n"
    "# sent_kind = headline\n"
    "# sent_id = port-fire-1\n"
    "# text = Blast hits port\n"
    "1 Blast blast NOUN NN Number=Sing 2 nsubj _ _\n"
    "2 hits hit VERB VBZ _ 0 root _ _\n"
    "3 port port NOUN NN _ 2 obj _ _\n"
    "\n"
    "# newpar\n"
    "# sent_id = port-fire-2\n"
    "# text = Ana Ruiz doesn't agree.\n"
    "1 Ana Ana PROPN NNP _ 5 nsubj _ Name=B-PERSON\n"
    "2 Ruiz Ruiz PROPN NNP _ 1 flat _ Name=I-PERSON\n"
    "3-4 doesn't _ _ _ _ _ _ _ _\n"
    "3 does do AUX VBZ _ 5 aux _ _\n"
    "4 n't not PART RB _ 5 advmod _ _\n"
    "5 agree agree VERB VB _ 0 root _ SpaceAfter=No\n"
    "6 . . PUNCT . _ 5 punct _ _\n"
    "\n"
    "# sent_id = port-fire-3\n"
    "# text = “Wait”, she said\n"
    "1 “ \" PUNCT `` _ 2 punct _ SpaceAfter=No\n"
    "2 Wait wait VERB VB Mood=Imp 6 ccomp _ SpaceAfter=No\n"
    "3 ” \" PUNCT '' _ 2 punct _ SpaceAfter=No\n"
    "4 , , PUNCT , _ 2 punct _ _\n"
    "5 she she PRON PRP _ 6 nsubj _ _\n"
    "6 said say VERB VBD _ 0 root _ _\n"
    "\n");

Document read_one(const std::string& text) {
  std::istringstream in(text);
  ConlluReader reader(in, "f.conllu");
  auto result = reader.read();
  REQUIRE(result);
  REQUIRE_MESSAGE(result->has_value(), to_string(result->error()));
  return std::move(result->value());
}

std::string read_fault(const std::string& text) {
  std::istringstream in(text);
  ConlluReader reader(in, "f.conllu");
  const auto result = reader.read();
  return result && !result->has_value() ? to_string(result->error()) : "no fault";
}

std::string written(const Document& doc) {
  std::ostringstream out;
  write_conllu(doc, out);
  return out.str();
}

}  // namespace

TEST_CASE("a document of two paragraphs is read with its text, blocks, spans and names") {
  const Document doc = read_one(kTwoParagraphs);
  CHECK(doc.article.text == "Blast hits port\n\nAna Ruiz doesn't agree. “Wait”, she said");
  CHECK(doc.article.name == "port-fire");
  CHECK(to_string(*doc.article.published) == "2024-03-23");
  CHECK(dump(doc.article) ==
        "title 0..15 | Blast hits port\n"
        "body 17..61 | Ana Ruiz doesn't agree. “Wait”, she said\n");
  CHECK(dump(doc) ==
        "Blast/NOUN<nsubj:hits hits/VERB<root port/NOUN<obj:hits\n"
        "Ana/PROPN<nsubj:agree Ruiz/PROPN<flat:Ana does/AUX<aux:agree n't/PART<advmod:agree agree/VERB<root "
        "./PUNCT<punct:agree [Ana Ruiz PERSON]\n"
        "“/PUNCT<punct:Wait Wait/VERB<ccomp:said ”/PUNCT<punct:Wait ,/PUNCT<punct:Wait she/PRON<nsubj:said "
        "said/VERB<root\n");
  CHECK(doc.sentences[0].kind == SentenceKind::Headline);
  CHECK(doc.sentences[2].block == 1);
  const Sentence& sent = doc.sentences[1];
  CHECK(slice(doc.article.text, sent.tokens[2].span) == "does");
  CHECK(slice(doc.article.text, sent.tokens[3].span) == "n't");
  CHECK(slice(doc.article.text, sent.multiword[0].span) == "doesn't");
  CHECK(slice(doc.article.text, doc.sentences[2].span) == "“Wait”, she said");

  SUBCASE("and written as it was read") {
    CHECK(written(doc) == kTwoParagraphs);
  }
}

TEST_CASE("without text and newdoc the text comes from forms and SpaceAfter") {
  const Document doc =
      read_one(tabbed("1 Go go VERB VB _ 0 root _ SpaceAfter=No\n"
                      "2 ! ! PUNCT . _ 1 punct _ SpaceAfter=No\n"
                      "\n"
                      "1-2 Don’t _ _ _ _ _ _ _ _\n"
                      "1 Do do AUX VB _ 3 aux _ _\n"
                      "2 not not PART RB _ 3 advmod _ _\n"
                      "2.1 go go VERB VB _ _ _ _ _\n"
                      "3 stay stay VERB VB _ 0 root _ Gloss=x|SpaceAfter=No\n"));
  CHECK(doc.article.text == "Go!Don’t stay");
  CHECK(doc.article.path == "f.conllu");
  REQUIRE(doc.sentences.size() == 2);
  CHECK(doc.sentences[1].tokens[0].span == doc.sentences[1].multiword[0].span);
  CHECK(doc.sentences[1].tokens[1].span == doc.sentences[1].multiword[0].span);
  CHECK(doc.sentences[1].tokens.size() == 3);
}

TEST_CASE("every document of a stream is read, and a bad one does not stop the next") {
  std::istringstream in(
      "\xEF\xBB\xBF" +
      tabbed("# newdoc id = a\n1 Go go VERB VB _ 0 root _ _\n\n\n"
             "# newdoc id = b\n1 Go go VERBS VB _ 0 root _ _\n\n1 Go go VERB VB _ 0 root _ _\n\n"
             "# newdoc\n1 Go go VERB VB _ 0 root _ _\r\n\r\n1 On on ADV RB _ 0 root _ _\n"));
  ConlluReader reader(in, "f.conllu");
  const auto first = reader.read();
  REQUIRE((first && first->has_value()));
  CHECK(first->value().article.name == "a");
  const auto second = reader.read();
  REQUIRE((second && !second->has_value()));
  CHECK(to_string(second->error()) == "f.conllu:6:9: 'VERBS' is none of the 17 universal parts of speech");
  const auto third = reader.read();
  REQUIRE((third && third->has_value()));
  CHECK(third->value().sentences.size() == 2);
  CHECK_FALSE(reader.read());
}

TEST_CASE("every fault has one message with its place") {
  struct Row {
    const char* text;
    const char* message;
  };
  const Row rows[] = {
      {"1 Go go VERB VB _ 0 root _\n", "f.conllu:1: expected 10 columns with tabs between them, found 9"},
      {"1 Go go VERB VB _ 0 root _ _ _\n",
       "f.conllu:1: expected 10 columns with tabs between them, found 11"},
      {"1 Go  VERB VB _ 0 root _ _\n", "f.conllu:1:6: column LEMMA is empty; write _ where there is nothing"},
      {"x Go go VERB VB _ 0 root _ _\n",
       "f.conllu:1:1: the id 'x' is no number, range or empty node (3, 3-4, 3.1)"},
      {"1 Go go VERB VB _ 0 root _ _\n3 on on ADP IN _ 1 obl _ _\n",
       "f.conllu:2:1: expected word 2, found '3'"},
      {"1-x Gon _ _ _ _ _ _ _ _\n", "f.conllu:1:1: the id '1-x' is no range of words such as 3-4"},
      {"2-3 Gon _ _ _ _ _ _ _ _\n", "f.conllu:1:1: the multiword token '2-3' stands before word 1"},
      {"1-1 Gon _ _ _ _ _ _ _ _\n", "f.conllu:1:1: the multiword token '1-1' has fewer than two words"},
      {"1-2 Gon _ _ _ _ _ _ _ _\n1 Go go VERB VB _ 0 root _ _\n2-3 x _ _ _ _ _ _ _ _\n",
       "f.conllu:3:1: the multiword token '2-3' begins inside another one"},
      {"1-2 Gon _ _ _ _ _ _ _ _\n1 Go go VERB VB _ 0 root _ _\n",
       "f.conllu:2: the sentence ends inside the multiword token that reaches to word 2"},
      {"# text = Go on\n1 Go go VERB VB _ 0 root _ _\n2 in in ADP IN _ 1 obl _ _\n",
       "f.conllu:3:3: the word 'in' is not what the text of line 1 has here: 'on'"},
      {"# text = Go on\n1 Go go VERB VB _ 0 root _ _\n",
       "f.conllu:1: the words end before the text: ' on' is left"},
      {"1 Go go VERBAL VB _ 0 root _ _\n",
       "f.conllu:1:9: 'VERBAL' is none of the 17 universal parts of speech"},
      {"1 Go go VERB VB _ _ root _ _\n", "f.conllu:1:19: the head '_' is no number"},
      {"1 Go go VERB VB _ 1 root _ _\n", "f.conllu:1:19: word 1 is its own head"},
      {"1 Go go VERB VB _ 0 roots _ _\n", "f.conllu:1:21: 'roots' is no relation of Universal Dependencies"},
      {"1 Go go VERB VB _ 0 dep _ _\n",
       "f.conllu:1:21: a word with head 0 has the relation 'dep', expected root"},
      {"1 Go go VERB VB _ 2 root _ _\n", "f.conllu:1:21: the relation root has head 2, expected 0"},
      {"1 Go go VERB VB _ 0 root _ _\n2 on on ADP IN _ 3 obl _ _\n",
       "f.conllu:2:18: the head 3 is beyond the sentence's 2 words"},
      {"1 Go go VERB VB _ 0 root _ _\n2 on on ADP IN _ 0 root _ _\n",
       "f.conllu:2:18: a second root: word 1 already has head 0"},
      {"1 Go go VERB VB _ 2 dep _ _\n2 on on ADP IN _ 1 obl _ _\n",
       "f.conllu:1: the sentence has no root: no word has head 0"},
      {"1 Go go VERB VB _ 0 root _ _\n2 on on ADP IN _ 3 obl _ _\n3 up up ADP IN _ 2 obl _ _\n",
       "f.conllu:2:18: the heads run in a circle through word 2"},
      {"1 Go go VERB VB _ 0 root _ Name=B-PET\n",
       "f.conllu:1:28: Name=B-PET is no name label such as B-PERSON or I-PERSON"},
      {"1 Go go VERB VB _ 0 root _ Name=I-ORG\n",
       "f.conllu:1:28: Name=I-ORG follows no word of such a name; the first has B-"},
      {"1 Go go VERB VB _ 0 root _ _\n# text = Go\n",
       "f.conllu:2:1: a comment stands inside a sentence; an empty line must end the sentence"},
      {"# sent_id = 1\n\n", "f.conllu:1: the comments are followed by no words"},
      {"0.1 Go go VERB VB _ _ _ _ _\n", "f.conllu:1: the sentence has no words"},
      {"1 a\rb go VERB VB _ 0 root _ _\n", "f.conllu:1:4: a carriage return stands inside the line"},
      {"1 Go\u00A0 go VERB VB _ 0 root _ _\n",
       "f.conllu:1:3: the word 'Go\u00A0' begins or ends with white space"},
      {"# sent_kind = poem\n1 Go go VERB VB _ 0 root _ _\n",
       "f.conllu:1: sent_kind is 'poem', expected headline"},
      {"1 Go\xFF go VERB VB _ 0 root _ _\n",
       "f.conllu:1:5: the byte is not UTF-8; convert the file to UTF-8"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(read_fault(tabbed(row.text)) == row.message);
  }
}

TEST_CASE("unknown Penn tags and subtypes are dropped, unspecified lemmas are empty") {
  const Document doc =
      read_one(tabbed("1 Go _ VERB VVFIN _ 0 root _ _\n2 _ _ SYM SYM _ 1 obl:where _ _\n3 up up ADV RB _ 1 "
                      "advmod _ Name=O\n"));
  const Sentence& sent = doc.sentences[0];
  CHECK(sent.tokens[0].lemma.empty());
  CHECK(sent.tokens[0].xpos == Xpos::None);
  CHECK(sent.tokens[1].lemma == "_");
  CHECK(sent.tokens[1].deprel == Deprel::Obl);
  CHECK(sent.names.empty());
}

TEST_CASE("for its tokens alone a file needs no analysis") {
  std::istringstream in(
      tabbed("# text = It's\n1-2 It's _ _ _ _ _ _ _ _\n1 It _ _ _ _ _ _ _ _\n2 's _ _ _ _ _ _ _ _\n"));
  ConlluReader reader(in, "-", ConlluUse::Tokens);
  const auto result = reader.read();
  REQUIRE((result && result->has_value()));
  const Sentence& sent = result->value().sentences[0];
  CHECK(sent.tokens[1].form == "'s");
  CHECK(sent.tokens[1].span == ByteSpan{2, 4});
  CHECK(sent.tokens[1].upos == Upos::X);
}

TEST_CASE("a writer makes up the ids that are missing and keeps a line a line") {
  Document doc;
  doc.article.name = "my doc";
  doc.article.text = "Go\nnow";
  doc.article.blocks = {{BlockKind::Body, {0, 6}}};
  Sentence sent;
  sent.span = {0, 6};
  Token go;
  go.form = "Go";
  go.span = {0, 2};
  go.upos = Upos::Verb;
  go.deprel = Deprel::Root;
  Token now;
  now.form = "now";
  now.span = {3, 6};
  now.head = 0;
  now.upos = Upos::Adv;
  now.deprel = Deprel::Advmod;
  sent.tokens = {go, now};
  doc.sentences = {sent};
  CHECK(written(doc) == tabbed("# newdoc id = my doc\n# newpar\n# sent_id = my_doc-1\n# text = Go now\n"
                               "1 Go _ VERB _ _ 0 root _ _\n2 now _ ADV _ _ 1 advmod _ _\n\n"));
  doc.article.name.clear();
  doc.id = {0x12};
  CHECK(written(doc).starts_with(
      "# newdoc id = d0000000000000012\n# newpar\n# sent_id = d0000000000000012-1\n"));
  CHECK(read_one(written(doc)).article.name.empty());
}
