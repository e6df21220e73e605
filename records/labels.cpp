#include "records/labels.hpp"

#include <array>

#include "records/label_table.hpp"

namespace actorgraph {
namespace {

constexpr std::array<std::string_view, kUposCount> kUpos = {
    "ADJ",  "ADP",  "ADV",   "AUX",   "CCONJ", "DET", "INTJ", "NOUN", "NUM",
    "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X",
};

constexpr std::array<std::string_view, kXposCount> kXpos = {
    "_",   "NN",  "IN",  "DT", "NNP", "PRP", "JJ",  "RB",   ".",    "VB",    "NNS",   ",",   "CC",
    "VBD", "VBP", "VBZ", "CD", "VBN", "VBG", "MD",  "TO",   "PRP$", "-RRB-", "-LRB-", "WDT", ":",
    "WRB", "``",  "''",  "WP", "RP",  "UH",  "POS", "HYPH", "NNPS", "JJR",   "JJS",   "EX",  "NFP",
    "RBR", "ADD", "GW",  "$",  "SYM", "PDT", "LS",  "FW",   "RBS",  "AFX",   "WP$",
};

constexpr std::array<std::string_view, kDeprelCount> kDeprel = {
    "acl",       "acl:relcl",     "advcl",        "advcl:relcl", "advmod",     "amod",        "appos",
    "aux",       "aux:pass",      "case",         "cc",          "cc:preconj", "ccomp",       "clf",
    "compound",  "compound:prt",  "conj",         "cop",         "csubj",      "csubj:outer", "csubj:pass",
    "dep",       "det",           "det:predet",   "discourse",   "dislocated", "expl",        "fixed",
    "flat",      "goeswith",      "iobj",         "list",        "mark",       "nmod",        "nmod:desc",
    "nmod:poss", "nmod:unmarked", "nsubj",        "nsubj:outer", "nsubj:pass", "nummod",      "obj",
    "obl",       "obl:agent",     "obl:unmarked", "orphan",      "parataxis",  "punct",       "reparandum",
    "root",      "vocative",      "xcomp",
};

constexpr std::array<std::string_view, kNameTypeCount> kNameTypes = {
    "PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "MISC",
};

}  // namespace

std::string_view to_string(Upos upos) {
  return kUpos[static_cast<std::size_t>(upos)];
}
std::string_view to_string(Xpos xpos) {
  return kXpos[static_cast<std::size_t>(xpos)];
}
std::string_view to_string(Deprel deprel) {
  return kDeprel[static_cast<std::size_t>(deprel)];
}
std::string_view to_string(NameType type) {
  return kNameTypes[static_cast<std::size_t>(type)];
}

std::optional<Upos> parse_upos(std::string_view text) {
  return find_label<Upos>(kUpos, text);
}
std::optional<Xpos> parse_xpos(std::string_view text) {
  return find_label<Xpos>(kXpos, text);
}
std::optional<NameType> parse_name_type(std::string_view text) {
  return find_label<NameType>(kNameTypes, text);
}

std::optional<Deprel> parse_deprel(std::string_view text) {
  if (const auto exact = find_label<Deprel>(kDeprel, text)) return exact;
  return find_label<Deprel>(kDeprel, text.substr(0, text.find(':')));
}

}  // namespace actorgraph
