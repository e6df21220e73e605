#include "language/training/corpus.hpp"

#include <rapidjson/document.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <unordered_map>

#include "language/conllu_reader.hpp"
#include "language/hyphens.hpp"
#include "records/error.hpp"

namespace actorgraph {
namespace {

constexpr NameTags both(NameType type) {
  return (1U << begin_tag(type)) | (1U << inside_tag(type));
}
constexpr NameTags begin_of(NameTags types) {
  return types & 0x0AAAAAAAAU;
}
constexpr NameTags inside_of(NameTags types) {
  return types & 0x155555554U;
}

/// The types that a coarse tag may mean; 0 for a tag that means nothing here.
NameTags types_of(const std::string& tag) {
  if (tag == "PER") return both(NameType::Person);
  if (tag == "ORG") return both(NameType::Org);
  if (tag == "LOC") return both(NameType::Gpe) | both(NameType::Loc) | both(NameType::Fac);
  if (tag == "NORP") return both(NameType::Norp);
  if (tag == "MISC") return both(NameType::Misc) | both(NameType::Event) | both(NameType::Norp);
  return 0;
}

/// What "O" allows in a corpus that annotates only the types of its tag set.
NameTags outside_tags(const std::string& tagset) {
  NameTags unlabelled = both(NameType::Norp) | both(NameType::Event) | both(NameType::Misc);
  if (tagset.find("MISC") != std::string::npos) unlabelled = 0;
  return 1U | unlabelled;
}

std::ifstream open_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw IoError(path + ": cannot be opened for reading");
  return in;
}

struct TaggedSentence {
  std::string source;
  std::string id;
  std::vector<std::string> forms;
  std::vector<NameTags> tags;
};

std::vector<TaggedSentence> read_tsv(const std::string& path) {
  std::ifstream in = open_file(path);
  std::vector<TaggedSentence> sentences;
  TaggedSentence sentence;
  std::string tagset;
  std::string line;
  const auto finish = [&] {
    if (!sentence.forms.empty()) sentences.push_back(std::move(sentence));
    sentence = {};
  };
  while (std::getline(in, line)) {
    if (line.empty()) {
      finish();
    } else if (line.rfind("# ", 0) == 0 && line.find(" = ") != std::string::npos &&
               line.find('\t') == std::string::npos) {
      const std::string key = line.substr(2, line.find(" = ") - 2);
      const std::string value = line.substr(line.find(" = ") + 3);
      if (key == "source") sentence.source = value;
      if (key == "sent_id") sentence.id = value;
      if (key == "tagset") tagset = value;
    } else {
      const std::size_t tab = line.find('\t');
      if (tab == std::string::npos)
        throw FormatError(path + ": expected 'token<TAB>tag', got '" + line + "'");
      const std::string tag = line.substr(tab + 1, line.find('\t', tab + 1) - tab - 1);
      const NameTags types = tag.size() > 2 ? types_of(tag.substr(2)) : 0;
      sentence.forms.push_back(line.substr(0, tab));
      sentence.tags.push_back(types == 0      ? (tag == "O" ? outside_tags(tagset) : kAnyNameTag)
                              : tag[0] == 'B' ? begin_of(types)
                                              : inside_of(types));
    }
  }
  finish();
  return sentences;
}

void reserve_unlabelled(TrainingSentence& sentence) {
  sentence.upos.assign(sentence.size(), kNoLabel);
  sentence.xpos.assign(sentence.size(), kNoLabel);
  sentence.feats.assign(sentence.size(), kNoLabel);
}

TrainingSentence make_sentence(const Sentence& sent, const FeatsTable& feats) {
  TrainingSentence out;
  out.id = sent.sent_id;
  const auto any = [&](auto member) {
    return std::any_of(sent.tokens.begin(), sent.tokens.end(),
                       [&](const Token& tok) { return !(tok.*member).empty(); });
  };
  const bool has_feats = any(&Token::feats);
  const bool has_lemmas = any(&Token::lemma);
  for (const Token& tok : sent.tokens) {
    out.forms.push_back(tok.form);
    out.upos.push_back(static_cast<std::uint16_t>(tok.upos));
    out.xpos.push_back(tok.xpos == Xpos::None ? kNoLabel : static_cast<std::uint16_t>(tok.xpos));
    out.feats.push_back(has_feats ? feats.find(tok.feats) : kNoLabel);
    out.heads.push_back(tok.head);
    out.deprels.push_back(static_cast<std::uint16_t>(tok.deprel));
    if (has_lemmas) out.lemmas.push_back(tok.lemma);
  }
  return out;
}

/// The tags of the words that hyphen joining leaves. A compound of which only a part is a name is none.
std::vector<NameTags> joined_tags(const Sentence& split, const Sentence& joined,
                                  const std::vector<NameTags>& tags) {
  std::vector<NameTags> out;
  std::size_t at = 0;
  for (const Token& tok : joined.tokens) {
    NameTags all = tags[at];
    std::size_t bytes = split.tokens[at++].form.size();
    while (bytes < tok.form.size() && at < tags.size()) {
      if (((tags[at] & 1U) != 0) != ((all & 1U) != 0)) all = outside_tags("MISC");
      bytes += split.tokens[at++].form.size();
    }
    out.push_back(all);
  }
  return out;
}

}  // namespace

std::uint16_t FeatsTable::find(const std::string& bundle) const {
  const auto it = std::find(bundles.begin(), bundles.end(), bundle);
  return it == bundles.end() ? kNoLabel : static_cast<std::uint16_t>(it - bundles.begin());
}

Treebank Treebank::load(const std::string& path) {
  std::ifstream in = open_file(path);
  ConlluReader reader(in, path);
  Treebank bank;
  while (auto doc = reader.read()) {
    if (!doc->has_value()) throw FormatError(to_string(doc->error()));
    bank.documents.push_back(std::move(doc->value()));
  }
  return bank;
}

FeatsTable count_feats(const std::vector<Treebank>& banks, std::uint32_t least) {
  std::map<std::string, std::uint32_t> counts;
  for (const Treebank& bank : banks) {
    for (const Document& doc : bank.documents) {
      for (const Sentence& sent : doc.sentences) {
        for (const Token& tok : sent.tokens) ++counts[tok.feats];
      }
    }
  }
  std::vector<std::pair<std::uint32_t, std::string>> order;
  for (const auto& [bundle, count] : counts) {
    if (count >= least) order.emplace_back(count, bundle);
  }
  std::stable_sort(order.begin(), order.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  FeatsTable table;
  for (auto& [count, bundle] : order) table.bundles.push_back(std::move(bundle));
  return table;
}

std::vector<TrainingSentence> load_trees(Treebank bank, const std::string& names_tsv,
                                         const FeatsTable& feats) {
  std::unordered_map<std::string, TaggedSentence> tagged;
  if (!names_tsv.empty()) {
    for (TaggedSentence& sentence : read_tsv(names_tsv)) {
      std::string id = sentence.id;
      tagged.emplace(std::move(id), std::move(sentence));
    }
  }
  std::vector<TrainingSentence> out;
  for (Document& doc : bank.documents) {
    const std::vector<Sentence> split = doc.sentences;
    join_hyphens(doc);
    for (std::size_t i = 0; i < split.size(); ++i) {
      TrainingSentence sentence = make_sentence(doc.sentences[i], feats);
      const auto it = tagged.find(sentence.id);
      if (it != tagged.end() && it->second.tags.size() == split[i].tokens.size()) {
        sentence.names = joined_tags(split[i], doc.sentences[i], it->second.tags);
        if (sentence.names.size() != sentence.size())
          throw FormatError(names_tsv + ": words of " + sentence.id + " do not align");
      }
      out.push_back(std::move(sentence));
    }
  }
  return out;
}

std::vector<TrainingSentence> load_labelled(const Treebank& bank, const FeatsTable& feats) {
  std::vector<TrainingSentence> out;
  for (const Document& doc : bank.documents) {
    for (const Sentence& sent : doc.sentences) {
      TrainingSentence& sentence = out.emplace_back(make_sentence(sent, feats));
      sentence.names.assign(sentence.size(), 1U);
      for (const Name& name : sent.names) {
        for (std::uint32_t i = name.tokens.begin; i < name.tokens.end; ++i) {
          sentence.names[i] = 1U << (i == name.tokens.begin ? begin_tag(name.type) : inside_tag(name.type));
        }
      }
    }
  }
  return out;
}

std::vector<TrainingSentence> load_names(const std::string& path, const std::string& skip_source) {
  std::vector<TrainingSentence> out;
  if (path.size() < 6 || path.substr(path.size() - 6) != ".jsonl") {
    for (TaggedSentence& tagged : read_tsv(path)) {
      if (!skip_source.empty() && tagged.source == skip_source) continue;
      TrainingSentence sentence;
      sentence.id = std::move(tagged.id);
      sentence.forms = std::move(tagged.forms);
      sentence.names = std::move(tagged.tags);
      reserve_unlabelled(sentence);
      out.push_back(std::move(sentence));
    }
    return out;
  }
  std::ifstream in = open_file(path);
  std::string line;
  while (std::getline(in, line)) {
    rapidjson::Document json;
    json.Parse(line.c_str());
    if (json.HasParseError() || !json.IsObject() || !json.HasMember("tokens") ||
        !json.HasMember("entities")) {
      throw FormatError(path + ": expected an object with tokens and entities, got '" + line.substr(0, 60) +
                        "'");
    }
    // Offsets count characters (code points) of the text.
    const std::string text = json["text"].GetString();
    std::vector<std::size_t> character_of_byte(text.size() + 1, 0);
    for (std::size_t i = 0; i < text.size(); ++i) {
      character_of_byte[i + 1] =
          character_of_byte[i] + ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U ? 1 : 0);
    }
    TrainingSentence sentence;
    sentence.id = json["id"].GetString();
    std::size_t at = 0;
    for (const auto& token : json["tokens"].GetArray()) {
      const std::string form = token.GetString();
      at = text.find(form, at);
      if (at == std::string::npos)
        throw FormatError(path + ": token '" + form + "' is not in the text of " + sentence.id);
      const std::size_t begin = character_of_byte[at + 1] - 1;
      NameTags tags = 1U;
      for (const auto& entity : json["entities"].GetArray()) {
        const auto type = parse_name_type(entity[2].GetString());
        if (!type) throw FormatError(path + ": unknown name type '" + entity[2].GetString() + "'");
        if (begin == entity[0].GetUint()) tags = 1U << begin_tag(*type);
        if (begin > entity[0].GetUint() && begin < entity[1].GetUint()) tags = 1U << inside_tag(*type);
      }
      sentence.forms.push_back(form);
      sentence.names.push_back(tags);
      at += form.size();
    }
    reserve_unlabelled(sentence);
    out.push_back(std::move(sentence));
  }
  return out;
}

void join_names(std::vector<TrainingSentence>& trees, std::vector<TrainingSentence>& names) {
  std::unordered_map<std::string, TrainingSentence*> by_id;
  for (TrainingSentence& sentence : names) by_id.emplace(sentence.id, &sentence);
  for (TrainingSentence& tree : trees) {
    const auto it = by_id.find(tree.id);
    if (it == by_id.end() || it->second->forms != tree.forms) continue;
    tree.names = it->second->names;
    it->second->forms.clear();
  }
  std::erase_if(names, [](const TrainingSentence& sentence) { return sentence.forms.empty(); });
}

std::optional<TrainingSentence> with_divided_names(const TrainingSentence& sentence) {
  TrainingSentence out;
  out.id = sentence.id;
  const auto add = [&out](std::string form, NameTags tags) {
    out.forms.push_back(std::move(form));
    out.names.push_back(tags);
  };
  for (std::size_t i = 0; i < sentence.size(); ++i) {
    const std::string& form = sentence.forms[i];
    const NameTags tags = sentence.names[i];
    std::size_t hyphen = form.find('-', 1);
    if ((tags & 1U) != 0 || hyphen == std::string::npos || hyphen + 1 == form.size()) {
      add(form, tags);
      continue;
    }
    // Of a begin tag the parts after the first have the inside tag of the same type.
    const NameTags inside = inside_of(tags) | (begin_of(tags) << 1U);
    std::size_t at = 0;
    for (; hyphen != std::string::npos; hyphen = form.find('-', at)) {
      if (hyphen > at) add(form.substr(at, hyphen - at), at == 0 ? tags : inside);
      add("-", inside);
      at = hyphen + 1;
    }
    if (at < form.size()) add(form.substr(at), inside);
  }
  if (out.size() == sentence.size()) return {};
  reserve_unlabelled(out);
  return out;
}

void set_features(TrainingSentence& sentence, const KnownWords& known) {
  const std::vector<std::string_view> forms(sentence.forms.begin(), sentence.forms.end());
  sentence.features.clear();
  FeatureScratch scratch;
  append_features(forms, known, scratch, sentence.features);
}

}  // namespace actorgraph
