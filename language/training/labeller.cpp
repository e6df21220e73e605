#include "language/training/labeller.hpp"

#include <algorithm>
#include <ostream>
#include <thread>

#include "language/characters.hpp"
#include "language/conllu_writer.hpp"
#include "language/name_decoder.hpp"

namespace actorgraph {
namespace {

constexpr std::size_t kBatchSentences = 32;
constexpr std::size_t kMaxWords = 200;

/// Whether CoNLL-U can hold the words of a sentence: none is empty or begins or ends with white space.
bool can_be_written(const TrainingSentence& sentence) {
  return std::all_of(sentence.forms.begin(), sentence.forms.end(), [](const std::string& form) {
    if (form.empty() || is_space(decode(form, 0).code)) return false;
    std::size_t last = form.size() - 1;
    while (last > 0 && (static_cast<unsigned char>(form[last]) & 0xC0U) == 0x80U) --last;
    return !is_space(decode(form, last).code);
  });
}

Document make_document(const TrainingSentence& sentence, const Prediction& prediction,
                       const FeatsTable& feats) {
  Document doc;
  Sentence& sent = doc.sentences.emplace_back();
  std::string& text = doc.article.text;
  for (std::size_t i = 0; i < sentence.size(); ++i) {
    if (i > 0) text += ' ';
    Token& tok = sent.tokens.emplace_back();
    tok.form = sentence.forms[i];
    tok.span.begin = static_cast<std::uint32_t>(text.size());
    text += tok.form;
    tok.span.end = static_cast<std::uint32_t>(text.size());
    tok.upos = static_cast<Upos>(prediction.upos[i]);
    tok.xpos = static_cast<Xpos>(prediction.xpos[i]);
    tok.feats = feats.bundles[prediction.feats[i]];
    tok.head = prediction.heads[i];
    tok.deprel = static_cast<Deprel>(prediction.deprels[i]);
  }
  sent.span = {0, static_cast<std::uint32_t>(text.size())};
  sent.names = names_of_tags(prediction.names);
  sent.sent_id = sentence.id;
  doc.article.name = sentence.id;
  return doc;
}

}  // namespace

void write_labelled(std::span<const TrainableNetwork* const> networks,
                    const std::vector<TrainingSentence>& sentences, const FeatsTable& feats,
                    std::uint32_t threads, std::ostream& out) {
  std::vector<const TrainingSentence*> order;
  for (const TrainingSentence& sentence : sentences) {
    const bool fits = sentence.size() > 0 && sentence.size() <= kMaxWords;
    if (fits && can_be_written(sentence)) order.push_back(&sentence);
  }
  std::stable_sort(order.begin(), order.end(),
                   [](const auto* a, const auto* b) { return a->size() > b->size(); });
  std::vector<Prediction> predictions(order.size());
  const auto work = [&](std::uint32_t thread) {
    for (std::size_t begin = thread * kBatchSentences; begin < order.size();
         begin += threads * kBatchSentences) {
      const std::size_t count = std::min(kBatchSentences, order.size() - begin);
      std::vector<Prediction> part = predict(networks, {order.data() + begin, count}, Weights::Average);
      std::move(part.begin(), part.end(), predictions.begin() + static_cast<std::ptrdiff_t>(begin));
    }
  };
  std::vector<std::jthread> others;
  for (std::uint32_t thread = 1; thread < threads; ++thread) others.emplace_back(work, thread);
  work(0);
  others.clear();
  for (std::size_t i = 0; i < order.size(); ++i)
    write_conllu(make_document(*order[i], predictions[i], feats), out);
}

}  // namespace actorgraph
