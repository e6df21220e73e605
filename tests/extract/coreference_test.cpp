#include "extract/coreference.hpp"

#include <doctest/doctest.h>

#include <sstream>
#include <string>

using namespace actorgraph;

namespace {

// One word a line: form lemma UPOS XPOS head(1-based) deprel [PERSON|ORG|...]; a blank line ends a sentence.
Document parse(const std::string& rows) {
  Document doc;
  doc.sentences.emplace_back();
  std::istringstream lines(rows);
  for (std::string line; std::getline(lines, line);) {
    Sentence* sent = &doc.sentences.back();
    if (line.empty()) {
      doc.sentences.emplace_back();
      continue;
    }
    std::istringstream row(line);
    std::string form, lemma, upos, xpos, deprel, name;
    std::uint32_t head = 0;
    row >> form >> lemma >> upos >> xpos >> head >> deprel >> name;
    Token tok;
    tok.form = form;
    tok.lemma = lemma;
    tok.upos = *parse_upos(upos);
    tok.xpos = *parse_xpos(xpos);
    tok.head = head == 0 ? kRootHead : head - 1;
    tok.deprel = *parse_deprel(deprel);
    if (!doc.article.text.empty()) doc.article.text += ' ';
    tok.span.begin = static_cast<std::uint32_t>(doc.article.text.size());
    doc.article.text += form;
    tok.span.end = static_cast<std::uint32_t>(doc.article.text.size());
    const auto index = static_cast<std::uint32_t>(sent->tokens.size());
    sent->tokens.push_back(tok);
    if (!name.empty()) {
      const NameType type = *parse_name_type(name);
      if (!sent->names.empty() && sent->names.back().tokens.end == index) {
        ++sent->names.back().tokens.end;
      } else {
        sent->names.push_back({{index, index + 1}, type});
      }
    }
  }
  return doc;
}

// "text = actor (reason)", one line a mention that is linked to an earlier one.
std::string links(const Document& doc) {
  static const World kWorld = World::load(ACTORGRAPH_SOURCE_DIR "/data");
  const std::vector<DependencyTree> trees(doc.sentences.begin(), doc.sentences.end());
  const std::vector<Mention> mentions = find_mentions(doc, trees);
  const auto resolutions = resolve_coreference(doc, trees, find_quotations(doc, trees), mentions, kWorld);
  std::string result;
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    if (resolutions[i].reason.empty()) continue;
    result += mentions[i].text;
    result += " = ";
    result += resolutions[i].actor;
    result += '\n';
  }
  return result;
}

}  // namespace

TEST_CASE("a surname alone is who was in office when the article was published") {
  const std::string rows =
      "Kerry kerry PROPN NNP 2 nsubj PERSON\n"
      "called call VERB VBD 0 root\n"
      "Smith smith PROPN NNP 2 obj PERSON\n";
  const World world = World::load(ACTORGRAPH_SOURCE_DIR "/data");
  const auto first_actor = [&](const std::string& text, std::optional<Date> published) {
    Document doc = parse(text);
    doc.article.published = published;
    const std::vector<DependencyTree> trees(doc.sentences.begin(), doc.sentences.end());
    return resolve_coreference(doc, trees, find_quotations(doc, trees), find_mentions(doc, trees), world)
        .at(0)
        .actor;
  };
  CHECK(first_actor(rows, parse_date("2015-05-18")) == "John Kerry");
  CHECK(first_actor(rows, parse_date("2019-05-18")) == "Kerry");
  CHECK(first_actor(rows, std::nullopt) == "John Kerry");
  const std::string common =
      "Powell powell PROPN NNP 2 nsubj PERSON\n"
      "left leave VERB VBD 0 root\n";
  CHECK(first_actor(common, std::nullopt) == "Powell");
  CHECK(first_actor(common, parse_date("2003-05-18")) == "Colin Powell");
  const std::string king =
      "Charles charles PROPN NNP 2 nsubj PERSON\n"
      "left leave VERB VBD 0 root\n";
  CHECK(first_actor(king, parse_date("2023-05-18")) == "Charles");
  const std::string titled =
      "Secretary secretary PROPN NNP 2 compound\n"
      "Powell powell PROPN NNP 3 nsubj PERSON\n"
      "left leave VERB VBD 0 root\n";
  CHECK(first_actor(titled, std::nullopt) == "Colin Powell");
}

TEST_CASE("a listed actor has its listed name, however a document writes it") {
  const Document doc = parse(
      "Britain britain PROPN NNP 2 nsubj GPE\n"
      "warned warn VERB VBD 0 root\n"
      "the the DET DT 4 det\n"
      "U.S. u.s. PROPN NNP 2 obj GPE\n");
  const World world = World::load(ACTORGRAPH_SOURCE_DIR "/data");
  const std::vector<DependencyTree> trees(doc.sentences.begin(), doc.sentences.end());
  const auto resolutions =
      resolve_coreference(doc, trees, find_quotations(doc, trees), find_mentions(doc, trees), world);
  REQUIRE(resolutions.size() == 2);
  CHECK(resolutions[0].actor == "United Kingdom");
  CHECK(resolutions[1].actor == "United States");
}

TEST_CASE("a surname and a pronoun stand for the full name") {
  CHECK(links(parse("Maria maria PROPN NNP 3 nsubj PERSON\n"
                    "Novak novak PROPN NNP 1 flat PERSON\n"
                    "resigned resign VERB VBD 0 root\n"
                    "\n"
                    "Novak novak PROPN NNP 2 nsubj PERSON\n"
                    "said say VERB VBD 0 root\n"
                    "she she PRON PRP 4 nsubj\n"
                    "left leave VERB VBD 2 ccomp\n"
                    "her her PRON PRP$ 6 nmod:poss\n"
                    "party party NOUN NN 4 obj\n")) ==
        "Novak = Maria Novak\nshe = Maria Novak\nher = Maria Novak\n");
}

TEST_CASE("two people of one surname are never joined") {
  const std::string text =
      "Anna anna PROPN NNP 3 nsubj PERSON\nLind lind PROPN NNP 1 flat PERSON\nmet meet VERB VBD 0 root\n"
      "Karl karl PROPN NNP 3 obj PERSON\nLind lind PROPN NNP 4 flat PERSON\n\n"
      "Lind lind PROPN NNP 2 nsubj PERSON\nspoke speak VERB VBD 0 root\n";
  CHECK(links(parse(text)).empty());
}

TEST_CASE("the object of a verb is not its subject, its reflexive is") {
  const std::string subject = "Peter peter PROPN NNP 2 nsubj PERSON\nhurt hurt VERB VBD 0 root\n";
  CHECK(links(parse(subject + "him he PRON PRP 2 obj\n")).empty());
  CHECK(links(parse(subject + "himself himself PRON PRP 2 obj\n")) == "himself = Peter\n");
  CHECK(links(parse(subject + "her she PRON PRP$ 4 nmod:poss\nhand hand NOUN NN 2 obj\n")).empty());
}

TEST_CASE("country names, acronyms and descriptions of a group resolve") {
  CHECK(links(parse(
            "U.S. U.S. PROPN NNP 2 nsubj GPE\nacted act VERB VBD 0 root\n\n"
            "The the DET DT 2 det\nUnited united PROPN NNP 3 nsubj GPE\nwon win VERB VBD 0 root\n")) == "");
  CHECK(
      links(parse("The the DET DT 3 det\nNorthern northern PROPN NNP 3 compound ORG\n"
                  "Front front PROPN NNP 7 nsubj ORG\n( ( PUNCT -LRB- 5 punct\nNF NF PROPN NNP 3 appos ORG\n"
                  ") ) PUNCT -RRB- 5 punct\nattacked attack VERB VBD 0 root\n\n"
                  "NF NF PROPN NNP 2 nsubj ORG\nfled flee VERB VBD 0 root\n\n"
                  "The the DET DT 2 det\ngroup group NOUN NN 3 nsubj\nreturned return VERB VBD 0 root\n")) ==
      "NF = Northern Front\nNF = Northern Front\ngroup = Northern Front\n");
}

TEST_CASE("the speaker of a quotation is its I, and not its he") {
  const std::string text =
      "\" \" PUNCT `` 3 punct\nI I PRON PRP 3 nsubj\nwarned warn VERB VBD 7 ccomp\nhim he PRON PRP 3 obj\n"
      "\" \" PUNCT '' 3 punct\nOmar omar PROPN NNP 7 nsubj PERSON\nsaid say VERB VBD 0 root\n";
  CHECK(links(parse(text)) == "I = Omar\n");
}

TEST_CASE("an indefinite description and an expletive are not linked") {
  CHECK(links(parse("Hamas Hamas PROPN NNP 2 nsubj ORG\nfought fight VERB VBD 0 root\n\n"
                    "A a DET DT 2 det\ngroup group NOUN NN 3 nsubj\nfled flee VERB VBD 0 root\n\n"
                    "It it PRON PRP 2 expl\nrained rain VERB VBD 0 root\n"))
            .empty());
}

TEST_CASE("both names behind \"known as\" are declared, and later ones of either join them") {
  CHECK(links(parse("That that DET DT 2 det\n"
                    "branch branch NOUN NN 11 nsubj\n"
                    "known know VERB VBN 2 acl\n"
                    "as as ADP IN 6 case\n"
                    "the the DET DT 6 det\n"
                    "Northern northern PROPN NNP 3 obl ORG\n"
                    "or or CCONJ CC 8 cc\n"
                    "NRF-B nrf-b PROPN NNP 6 conj GPE\n"
                    "has have AUX VBZ 11 aux\n"
                    "been be AUX VBN 11 aux\n"
                    "banned ban VERB VBN 0 root\n"
                    "\n"
                    "NRF-B nrf-b PROPN NNP 2 nsubj PERSON\n"
                    "struck strike VERB VBD 0 root\n")) ==
        "Northern = Northern\nNRF-B = Northern\nNRF-B = Northern\n");
}

TEST_CASE("a place in the name of a body is no short form of it") {
  const std::string text =
      links(parse("Chamber chamber PROPN NNP 6 nsubj ORG\nof of ADP IN 3 case ORG\nEngineers engineers PROPN "
                  "NNPS 1 nmod ORG\n"
                  "of of ADP IN 5 case ORG\nBursa bursa PROPN NNP 1 nmod ORG\nsued sue VERB VBD 0 root\n\n"
                  "Bursa bursa PROPN NNP 2 nsubj GPE\nwaited wait VERB VBD 0 root\n"));
  CHECK(text.find("\nBursa = Chamber") == std::string::npos);
  CHECK(text.find("Bursa = Bursa") != std::string::npos);
}

TEST_CASE("the city of a name is the name") {
  CHECK(
      links(parse("They they PRON PRP 2 nsubj\ntook take VERB VBD 0 root\nthe the DET DT 4 det\n"
                  "city city NOUN NN 2 obj\nof of ADP IN 6 case\nTarnova tarnova PROPN NNP 4 nmod GPE\n")) ==
      "city of Tarnova = Tarnova\n");
}

TEST_CASE("the surest mention says the kind of an actor, and several people are a group") {
  const auto kinds = [](const std::string& rows) {
    static const World kWorld = World::load(ACTORGRAPH_SOURCE_DIR "/data");
    const Document doc = parse(rows);
    const std::vector<DependencyTree> trees(doc.sentences.begin(), doc.sentences.end());
    std::string result;
    for (const Resolution& resolution :
         resolve_coreference(doc, trees, find_quotations(doc, trees), find_mentions(doc, trees), kWorld)) {
      result += resolution.actor + ": " + std::string(to_string(resolution.kind)) + '\n';
    }
    return result;
  };
  CHECK(kinds("Attackers attacker NOUN NNS 2 nsubj\nfled flee VERB VBD 0 root\n") == "Attackers: group\n");
  CHECK(kinds("Coastal coastal PROPN NNP 2 compound ORG\nBrigades brigades PROPN NNPS 3 nsubj ORG\n"
              "fled flee VERB VBD 0 root\n") == "Coastal Brigades: armed group\n");
  CHECK(kinds("Alder alder PROPN NNP 3 compound PERSON\nPoint point PROPN NNP 3 compound PERSON\n"
              "Partners partner PROPN NNP 4 nsubj PERSON\nsold sell VERB VBD 0 root\n") ==
        "Alder Point Partners: company\n");
}
