#include "records/labels.hpp"

#include <doctest/doctest.h>

#include <set>

using namespace actorgraph;

TEST_CASE("every label is written as CoNLL-U has it and read back") {
  std::set<std::string_view> names;
  for (std::size_t i = 0; i < kUposCount; ++i) {
    const auto label = static_cast<Upos>(i);
    names.insert(to_string(label));
    CHECK(parse_upos(to_string(label)) == label);
  }
  CHECK(names.size() == kUposCount);
  names.clear();
  for (std::size_t i = 0; i < kXposCount; ++i) {
    const auto label = static_cast<Xpos>(i);
    names.insert(to_string(label));
    CHECK(parse_xpos(to_string(label)) == label);
  }
  CHECK(names.size() == kXposCount);
  names.clear();
  for (std::size_t i = 0; i < kDeprelCount; ++i) {
    const auto label = static_cast<Deprel>(i);
    names.insert(to_string(label));
    CHECK(parse_deprel(to_string(label)) == label);
  }
  CHECK(names.size() == kDeprelCount);
  names.clear();
  for (std::size_t i = 0; i < kNameTypeCount; ++i) {
    const auto label = static_cast<NameType>(i);
    names.insert(to_string(label));
    CHECK(parse_name_type(to_string(label)) == label);
  }
  CHECK(names.size() == kNameTypeCount);
}

TEST_CASE("enumerators stand for their own labels") {
  CHECK(to_string(Upos::Adj) == "ADJ");
  CHECK(to_string(Upos::X) == "X");
  CHECK(to_string(Xpos::None) == "_");
  CHECK(to_string(Xpos::Nnp) == "NNP");
  CHECK(to_string(Xpos::PrpPoss) == "PRP$");
  CHECK(to_string(Xpos::WpPoss) == "WP$");
  CHECK(to_string(Xpos::RightBracket) == "-RRB-");
  CHECK(to_string(Deprel::Acl) == "acl");
  CHECK(to_string(Deprel::NsubjPass) == "nsubj:pass");
  CHECK(to_string(Deprel::OblAgent) == "obl:agent");
  CHECK(to_string(Deprel::Xcomp) == "xcomp");
  CHECK(to_string(NameType::Misc) == "MISC");
}

TEST_CASE("every relation without its subtype is its universal one") {
  for (std::size_t i = 0; i < kDeprelCount; ++i) {
    const auto deprel = static_cast<Deprel>(i);
    const std::string_view name = to_string(deprel);
    CAPTURE(name);
    CHECK(to_string(universal(deprel)) == name.substr(0, name.find(':')));
  }
}

TEST_CASE("unknown labels are none, unknown subtypes their universal relation") {
  CHECK_FALSE(parse_upos("noun"));
  CHECK_FALSE(parse_xpos("NNQ"));
  CHECK_FALSE(parse_name_type(""));
  CHECK_FALSE(parse_deprel("subject"));
  CHECK_FALSE(parse_deprel("subject:pass"));
  CHECK(parse_deprel("nsubj:unheard") == Deprel::Nsubj);
  CHECK(universal(Deprel::NsubjPass) == Deprel::Nsubj);
  CHECK(universal(Deprel::Obj) == Deprel::Obj);
}
