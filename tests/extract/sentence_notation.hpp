// Parsed sentences in one line of text, for the tests of extract.
#pragma once

#include <sstream>
#include <string>
#include <string_view>

#include "extract/extractor.hpp"
#include "records/document.hpp"
#include "records/dump.hpp"

namespace actorgraph {

/// The universal tag that goes with a Penn tag and a relation.
inline Upos upos_of(std::string_view tag, Deprel deprel) {
  const Deprel relation = universal(deprel);
  if (relation == Deprel::Aux || relation == Deprel::Cop || tag == "MD") return Upos::Aux;
  if (tag.starts_with("NNP")) return Upos::Propn;
  if (tag.starts_with("NN")) return Upos::Noun;
  if (tag.starts_with("VB")) return Upos::Verb;
  if (tag.starts_with("JJ")) return Upos::Adj;
  if (tag.starts_with("RB") || tag == "WRB") return Upos::Adv;
  if (tag.starts_with("PRP") || tag.starts_with("W") || tag == "EX") return Upos::Pron;
  if (tag == "DT" || tag == "PDT") return Upos::Det;
  if (tag == "IN") return relation == Deprel::Mark ? Upos::Sconj : Upos::Adp;
  if (tag == "RP") return Upos::Adp;
  if (tag == "CD") return Upos::Num;
  if (tag == "CC") return Upos::Cconj;
  if (tag == "TO" || tag == "POS") return Upos::Part;
  return Upos::Punct;
}

/// Adds a sentence of words "form/XPOS/lemma<deprel:head" with heads from 1 (0: root), the lemma left out
/// where it is the form in lower case, "@PERSON" behind a word that begins or continues a name.
inline void add_sentence(Document& doc, const std::string& notation) {
  Sentence sent;
  std::string& text = doc.article.text;
  if (!text.empty()) text += ' ';
  sent.span.begin = static_cast<std::uint32_t>(text.size());
  std::istringstream words(notation);
  for (std::string word; words >> word;) {
    std::string name;
    if (const auto at = word.rfind('@'); at != std::string::npos) {
      name = word.substr(at + 1);
      word.resize(at);
    }
    const auto angle = word.rfind('<');
    const auto colon = word.rfind(':');
    const auto slash = word.find('/');
    Token tok;
    tok.form = word.substr(0, slash);
    std::string tag = word.substr(slash + 1, angle - slash - 1);
    if (const auto second = tag.find('/'); second != std::string::npos) {
      tok.lemma = tag.substr(second + 1);
      tag.resize(second);
    } else {
      for (const char c : tok.form) tok.lemma += static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    }
    tok.deprel = *parse_deprel(word.substr(angle + 1, colon - angle - 1));
    const auto head = static_cast<std::uint32_t>(std::stoul(word.substr(colon + 1)));
    tok.head = head == 0 ? kRootHead : head - 1;
    tok.xpos = *parse_xpos(tag);
    tok.upos = upos_of(tag, tok.deprel);
    const bool joined = tag == "POS" || tag == "," || tag == ".";
    if (!sent.tokens.empty() && !joined) text += ' ';
    tok.span.begin = static_cast<std::uint32_t>(text.size());
    text += tok.form;
    tok.span.end = static_cast<std::uint32_t>(text.size());
    const auto index = static_cast<std::uint32_t>(sent.tokens.size());
    if (!name.empty()) {
      const NameType type = *parse_name_type(name);
      const bool continues = !sent.names.empty() && sent.names.back().tokens.end == index;
      if (continues) {
        ++sent.names.back().tokens.end;
      } else {
        sent.names.push_back({{index, index + 1}, type});
      }
    }
    sent.tokens.push_back(std::move(tok));
  }
  sent.span.end = static_cast<std::uint32_t>(text.size());
  doc.sentences.push_back(std::move(sent));
}

/// The claims of one sentence, or of one sentence a line.
inline std::vector<Claim> extract_from(const std::string& notation) {
  static const Extractor kExtractor = Extractor::load(ACTORGRAPH_SOURCE_DIR "/data");
  Document doc;
  std::istringstream lines(notation);
  for (std::string line; std::getline(lines, line);) add_sentence(doc, line);
  return kExtractor.extract(doc);
}

/// The same as dump() writes them, without their events.
inline std::string claims_of(const std::string& notation) {
  std::vector<Claim> claims = extract_from(notation);
  for (Claim& claim : claims) claim.event.reset();
  return dump(claims);
}

}  // namespace actorgraph
