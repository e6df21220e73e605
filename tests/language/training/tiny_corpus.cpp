#include "tests/language/training/tiny_corpus.hpp"

#include <algorithm>
#include <set>
#include <sstream>
#include <stdexcept>

#include "language/conllu_reader.hpp"

namespace actorgraph {
namespace {

// Fields are divided by blanks: form, lemma, upos, xpos, feats, head, relation, misc.
constexpr const char* kRows = R"(The the DET DT _ 2 det _
army army NOUN NN Number=Sing 3 nsubj _
attacked attack VERB VBD Tense=Past 0 root _
Zenda Zenda PROPN NNP Number=Sing 3 obj Name=B-GPE
. . PUNCT . _ 3 punct _

Rebels rebel NOUN NNS Number=Plur 2 nsubj _
took take VERB VBD Tense=Past 0 root _
the the DET DT _ 4 det _
port port NOUN NN Number=Sing 2 obj _
. . PUNCT . _ 2 punct _

Two two NUM CD _ 2 nummod _
soldiers soldier NOUN NNS Number=Plur 4 nsubj:pass _
were be AUX VBD Tense=Past 4 aux:pass _
killed kill VERB VBN Tense=Past 0 root _
in in ADP IN _ 6 case _
Strelsau Strelsau PROPN NNP Number=Sing 4 obl Name=B-GPE
. . PUNCT . _ 4 punct _

Rudolf Rudolf PROPN NNP Number=Sing 3 nsubj Name=B-PERSON
Elphberg Elphberg PROPN NNP Number=Sing 1 flat Name=I-PERSON
met meet VERB VBD Tense=Past 0 root _
the the DET DT _ 5 det _
rebels rebel NOUN NNS Number=Plur 3 obj _
. . PUNCT . _ 3 punct _

The the DET DT _ 3 det _
Ruritanian Ruritanian ADJ JJ _ 3 amod Name=B-NORP
king king NOUN NN Number=Sing 4 nsubj _
resigned resign VERB VBD Tense=Past 0 root _
. . PUNCT . _ 4 punct _

Police police NOUN NN Number=Sing 2 nsubj _
said say VERB VBD Tense=Past 0 root _
the the DET DT _ 4 det _
port port NOUN NN Number=Sing 6 nsubj _
was be AUX VBD Tense=Past 6 cop _
quiet quiet ADJ JJ _ 2 ccomp _
. . PUNCT . _ 2 punct _

They they PRON PRP Number=Plur 2 nsubj _
blamed blame VERB VBD Tense=Past 0 root _
the the DET DT _ 5 det _
Blue Blue PROPN NNP Number=Sing 5 compound Name=B-ORG
Front Front PROPN NNP Number=Sing 2 obj Name=I-ORG
. . PUNCT . _ 2 punct _

Talks talk NOUN NNS Number=Plur 2 nsubj _
failed fail VERB VBD Tense=Past 0 root _
and and CCONJ CC _ 5 cc _
fighting fighting NOUN NN Number=Sing 5 nsubj _
resumed resume VERB VBD Tense=Past 2 conj _
. . PUNCT . _ 2 punct _

Quiet quiet ADJ JJ _ 0 root _
. . PUNCT . _ 1 punct _

Zenda Zenda PROPN NNP Number=Sing 2 nsubj Name=B-GPE
fell fall VERB VBD Tense=Past 0 root _
on on ADP IN _ 4 case _
Monday Monday PROPN NNP Number=Sing 2 obl _
, , PUNCT , _ 7 punct _
police police NOUN NN Number=Sing 7 nsubj _
said say VERB VBD Tense=Past 2 parataxis _
. . PUNCT . _ 2 punct _

Soldiers soldier NOUN NNS Number=Plur 4 nsubj _
of of ADP IN _ 3 case _
Strelsau Strelsau PROPN NNP Number=Sing 1 nmod Name=B-GPE
freed free VERB VBD Tense=Past 0 root _
the the DET DT _ 6 det _
king king NOUN NN Number=Sing 4 obj _
. . PUNCT . _ 4 punct _

Did do AUX VBD Tense=Past 4 aux _
the the DET DT _ 3 det _
army army NOUN NN Number=Sing 4 nsubj _
attack attack VERB VB _ 0 root _
? ? PUNCT . _ 4 punct _

)";

NameTags name_tag(const Sentence& sent, std::uint32_t token) {
  for (const Name& name : sent.names) {
    if (name.tokens.begin == token) return 1U << begin_tag(name.type);
    if (name.tokens.contains(token)) return 1U << inside_tag(name.type);
  }
  return 1U;
}

}  // namespace

std::string tiny_treebank() {
  std::istringstream in(kRows);
  std::string out;
  int id = 0;
  int sentence = 0;
  for (std::string line; std::getline(in, line);) {
    if (line.empty()) {
      out += '\n';
      id = 0;
      continue;
    }
    if (id == 0) out += "# sent_id = tiny-" + std::to_string(++sentence) + '\n';
    std::istringstream fields(line);
    std::string form, lemma, upos, xpos, feats, head, relation, misc;
    fields >> form >> lemma >> upos >> xpos >> feats >> head >> relation >> misc;
    out += std::to_string(++id) + '\t' + form + '\t' + lemma + '\t' + upos + '\t' + xpos + '\t' + feats +
           '\t' + head + '\t' + relation + "\t_\t" + misc + '\n';
  }
  return out;
}

Treebank parse_treebank(const std::string& conllu) {
  std::istringstream in(conllu);
  ConlluReader reader(in, "tiny.conllu");
  Treebank bank;
  while (auto doc = reader.read()) {
    if (!doc->has_value()) throw std::runtime_error(to_string(doc->error()));
    bank.documents.push_back(std::move(doc->value()));
  }
  return bank;
}

std::vector<std::uint64_t> all_words(const std::vector<TrainingSentence>& sentences) {
  std::set<std::uint64_t> words;
  for (const TrainingSentence& sentence : sentences) {
    for (const std::string& form : sentence.forms) words.insert(word_hash(form));
  }
  return {words.begin(), words.end()};
}

std::vector<TrainingSentence> training_sentences(const Treebank& bank, const FeatsTable& feats) {
  std::vector<TrainingSentence> sentences = load_trees(bank, "", feats);
  std::size_t at = 0;
  for (const Document& doc : bank.documents) {
    for (const Sentence& sent : doc.sentences) {
      for (std::uint32_t i = 0; i < sent.tokens.size(); ++i)
        sentences.at(at).names.push_back(name_tag(sent, i));
      ++at;
    }
  }
  return sentences;
}

}  // namespace actorgraph
