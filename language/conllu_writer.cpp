#include "language/conllu_writer.hpp"

#include <string>
#include <string_view>

#include "language/characters.hpp"
#include "records/error.hpp"

namespace actorgraph {
namespace {

/// `text` on one line: every white space becomes one blank, since no line of CoNLL-U may hold another.
std::string one_line(std::string_view text) {
  std::string line;
  line.reserve(text.size());
  for (const char c : text) line += (c == '\t' || c == '\n' || c == '\r') ? ' ' : c;
  return line;
}

void add_comment(std::string& out, std::string_view key, std::string_view value) {
  if (value.empty()) return;
  out += "# ";
  out += key;
  out += " = ";
  out += one_line(value);
  out += '\n';
}

void add_cell(std::string& out, std::string_view value) {
  out += '\t';
  if (value.empty()) {
    out += '_';
  } else {
    out += one_line(value);
  }
}

/// The document's name as the beginning of sentence ids, which hold no white space.
std::string id_prefix(const Document& doc) {
  if (doc.article.name.empty()) return to_string(doc.id);
  std::string prefix;
  for (const char c : one_line(doc.article.name)) prefix += c == ' ' ? '_' : c;
  return prefix;
}

class SentenceWriter {
 public:
  SentenceWriter(const Sentence& sent, bool space_after, std::string& out)
      : sent_(sent), space_after_(space_after), out_(out) {}

  void write(std::string_view text) {
    std::size_t multiword = 0;
    std::size_t name = 0;
    for (std::uint32_t i = 0; i < sent_.tokens.size(); ++i) {
      while (multiword < sent_.multiword.size() && sent_.multiword[multiword].tokens.end <= i) ++multiword;
      while (name < sent_.names.size() && sent_.names[name].tokens.end <= i) ++name;
      const bool inside = multiword < sent_.multiword.size() && sent_.multiword[multiword].tokens.contains(i);
      if (inside && sent_.multiword[multiword].tokens.begin == i) {
        write_range(sent_.multiword[multiword], text);
      }
      const bool named = name < sent_.names.size() && sent_.names[name].tokens.contains(i);
      write_word(i, inside, named ? &sent_.names[name] : nullptr);
    }
    out_ += '\n';
  }

 private:
  [[nodiscard]] bool is_space_after(std::uint32_t next, std::uint32_t end) const {
    return next < sent_.tokens.size() ? sent_.tokens[next].span.begin > end : space_after_;
  }

  void write_range(const MultiwordToken& multiword, std::string_view text) {
    out_ += std::to_string(multiword.tokens.begin + 1) + '-' + std::to_string(multiword.tokens.end);
    add_cell(out_, slice(text, multiword.span));
    out_ += "\t_\t_\t_\t_\t_\t_\t_\t";
    out_ += is_space_after(multiword.tokens.end, multiword.span.end) ? "_\n" : "SpaceAfter=No\n";
  }

  void write_word(std::uint32_t i, bool inside, const Name* name) {
    const Token& tok = sent_.tokens[i];
    out_ += std::to_string(i + 1);
    add_cell(out_, tok.form);
    add_cell(out_, tok.lemma);
    add_cell(out_, to_string(tok.upos));
    add_cell(out_, to_string(tok.xpos));
    add_cell(out_, tok.feats);
    add_cell(out_, tok.head == kRootHead ? "0" : std::to_string(tok.head + 1));
    add_cell(out_, to_string(tok.deprel));
    out_ += "\t_\t";
    if (name != nullptr) {
      out_ += name->tokens.begin == i ? "Name=B-" : "Name=I-";
      out_ += to_string(name->type);
    }
    const bool space_after = inside || is_space_after(i + 1, tok.span.end);
    if (!space_after) out_ += name != nullptr ? "|SpaceAfter=No" : "SpaceAfter=No";
    if (space_after && name == nullptr) out_ += '_';
    out_ += '\n';
  }

  const Sentence& sent_;
  bool space_after_;
  std::string& out_;
};

}  // namespace

void write_conllu(const Document& doc, std::ostream& out) {
  const Article& article = doc.article;
  std::string text;
  add_comment(text, "newdoc id", article.name.empty() ? to_string(doc.id) : article.name);
  if (article.published) add_comment(text, "meta::dateCreated", to_string(*article.published));
  add_comment(text, "meta::sourceURL", article.url);
  add_comment(text, "meta::source", article.source);
  add_comment(text, "meta::author", article.author);
  add_comment(text, "meta::place", article.place);
  const std::string prefix = id_prefix(doc);
  for (std::size_t i = 0; i < doc.sentences.size(); ++i) {
    const Sentence& sent = doc.sentences[i];
    const Sentence* next = i + 1 < doc.sentences.size() ? &doc.sentences[i + 1] : nullptr;
    if (i == 0 || sent.block != doc.sentences[i - 1].block) text += "# newpar\n";
    if (sent.kind == SentenceKind::Headline) text += "# sent_kind = headline\n";
    add_comment(text, "sent_id", sent.sent_id.empty() ? prefix + '-' + std::to_string(i + 1) : sent.sent_id);
    add_comment(text, "text", slice(article.text, sent.span));
    const bool space_after = next == nullptr || next->block != sent.block || next->span.begin > sent.span.end;
    SentenceWriter(sent, space_after, text).write(article.text);
    out << text;
    text.clear();
  }
  out << text;
  if (!out) throw IoError("CoNLL-U cannot be written: the output does not take it");
}

}  // namespace actorgraph
