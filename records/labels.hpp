// The label sets of the analysis: UD part of speech, Penn tag, dependency relation, name type.
// Source: universaldependencies.org (English, release 2.17); Penn Treebank tags as UD English uses them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace actorgraph {

enum class Upos : std::uint8_t {
  Adj,
  Adp,
  Adv,
  Aux,
  Cconj,
  Det,
  Intj,
  Noun,
  Num,
  Part,
  Pron,
  Propn,
  Punct,
  Sconj,
  Sym,
  Verb,
  X,
};

enum class Xpos : std::uint8_t {
  None,
  Nn,
  In,
  Dt,
  Nnp,
  Prp,
  Jj,
  Rb,
  Period,
  Vb,
  Nns,
  Comma,
  Cc,
  Vbd,
  Vbp,
  Vbz,
  Cd,
  Vbn,
  Vbg,
  Md,
  To,
  PrpPoss,
  RightBracket,
  LeftBracket,
  Wdt,
  Colon,
  Wrb,
  OpenQuote,
  CloseQuote,
  Wp,
  Rp,
  Uh,
  Pos,
  Hyph,
  Nnps,
  Jjr,
  Jjs,
  Ex,
  Nfp,
  Rbr,
  Add,
  Gw,
  Currency,
  Sym,
  Pdt,
  Ls,
  Fw,
  Rbs,
  Afx,
  WpPoss,
};

/// Universal relations with the subtypes of English UD.
enum class Deprel : std::uint8_t {
  Acl,
  AclRelcl,
  Advcl,
  AdvclRelcl,
  Advmod,
  Amod,
  Appos,
  Aux,
  AuxPass,
  Case,
  Cc,
  CcPreconj,
  Ccomp,
  Clf,
  Compound,
  CompoundPrt,
  Conj,
  Cop,
  Csubj,
  CsubjOuter,
  CsubjPass,
  Dep,
  Det,
  DetPredet,
  Discourse,
  Dislocated,
  Expl,
  Fixed,
  Flat,
  Goeswith,
  Iobj,
  List,
  Mark,
  Nmod,
  NmodDesc,
  NmodPoss,
  NmodUnmarked,
  Nsubj,
  NsubjOuter,
  NsubjPass,
  Nummod,
  Obj,
  Obl,
  OblAgent,
  OblUnmarked,
  Orphan,
  Parataxis,
  Punct,
  Reparandum,
  Root,
  Vocative,
  Xcomp,
};

/// PERSON has no titles; GPE is a place with a government; LOC any other place; FAC a named building;
/// NORP a nationality, religion or political group.
enum class NameType : std::uint8_t {
  Person,
  Org,
  Gpe,
  Loc,
  Fac,
  Norp,
  Event,
  Misc,
};

inline constexpr std::size_t kUposCount = 17;
inline constexpr std::size_t kXposCount = 50;
inline constexpr std::size_t kDeprelCount = 52;
inline constexpr std::size_t kNameTypeCount = 8;

/// The label as CoNLL-U writes it: "NOUN", "NNP", "nsubj:pass"; Xpos::None is "_".
[[nodiscard]] std::string_view to_string(Upos upos);
[[nodiscard]] std::string_view to_string(Xpos xpos);
[[nodiscard]] std::string_view to_string(Deprel deprel);
[[nodiscard]] std::string_view to_string(NameType type);

[[nodiscard]] std::optional<Upos> parse_upos(std::string_view text);
/// An unknown tag is nothing; "_" is Xpos::None.
[[nodiscard]] std::optional<Xpos> parse_xpos(std::string_view text);
/// An unknown subtype falls back to its universal relation; an unknown relation is nothing.
[[nodiscard]] std::optional<Deprel> parse_deprel(std::string_view text);
[[nodiscard]] std::optional<NameType> parse_name_type(std::string_view text);

/// The relation without its subtype: nsubj:pass gives nsubj.
[[nodiscard]] constexpr Deprel universal(Deprel deprel) {
  switch (deprel) {
    case Deprel::AclRelcl:
      return Deprel::Acl;
    case Deprel::AdvclRelcl:
      return Deprel::Advcl;
    case Deprel::AuxPass:
      return Deprel::Aux;
    case Deprel::CcPreconj:
      return Deprel::Cc;
    case Deprel::CompoundPrt:
      return Deprel::Compound;
    case Deprel::CsubjOuter:
    case Deprel::CsubjPass:
      return Deprel::Csubj;
    case Deprel::DetPredet:
      return Deprel::Det;
    case Deprel::NmodDesc:
    case Deprel::NmodPoss:
    case Deprel::NmodUnmarked:
      return Deprel::Nmod;
    case Deprel::NsubjOuter:
    case Deprel::NsubjPass:
      return Deprel::Nsubj;
    case Deprel::OblAgent:
    case Deprel::OblUnmarked:
      return Deprel::Obl;
    default:
      return deprel;
  }
}

/// Whether a tag is one of verbs: VB, VBD, VBG, VBN, VBP, VBZ.
[[nodiscard]] constexpr bool is_verb(Xpos tag) {
  return tag == Xpos::Vb || tag == Xpos::Vbd || tag == Xpos::Vbg || tag == Xpos::Vbn || tag == Xpos::Vbp ||
         tag == Xpos::Vbz;
}

}  // namespace actorgraph
