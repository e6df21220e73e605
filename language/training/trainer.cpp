#include "language/training/trainer.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <fstream>
#include <numeric>
#include <ostream>
#include <thread>

#include "language/name_decoder.hpp"
#include "records/error.hpp"
#include "records/hash.hpp"

namespace actorgraph {
namespace {

using Batch = std::vector<const TrainingSentence*>;

constexpr std::size_t kSortWindow = 3000;  ///< sentences among which those of like length are put together

std::mt19937_64 random_for(std::uint64_t seed, std::uint64_t a, std::uint64_t b) {
  return std::mt19937_64(Hasher().add(seed).add(a).add(b).finish());
}

void sort_falling(Batch& batch) {
  std::stable_sort(batch.begin(), batch.end(),
                   [](const auto* a, const auto* b) { return a->size() > b->size(); });
}

template <class T>
void shuffle(std::vector<T>& items, std::mt19937_64& random) {
  for (std::size_t i = items.size(); i > 1; --i) std::swap(items[i - 1], items[random() % i]);
}

std::vector<Batch> make_batches(Batch sentences, std::uint32_t batch_tokens, std::mt19937_64& random) {
  shuffle(sentences, random);
  std::vector<Batch> batches;
  for (std::size_t begin = 0; begin < sentences.size(); begin += kSortWindow) {
    Batch window(
        sentences.begin() + static_cast<std::ptrdiff_t>(begin),
        sentences.begin() + static_cast<std::ptrdiff_t>(std::min(sentences.size(), begin + kSortWindow)));
    sort_falling(window);
    std::size_t tokens = 0;
    batches.emplace_back();
    for (const TrainingSentence* sentence : window) {
      if (tokens > 0 && tokens + sentence->size() > batch_tokens) batches.emplace_back(), tokens = 0;
      batches.back().push_back(sentence);
      tokens += sentence->size();
    }
  }
  shuffle(batches, random);
  return batches;
}

enum class LetterCase : std::uint8_t { Upper, Lower };

TrainingSentence recased(const TrainingSentence& sentence, LetterCase letter_case,
                         const Vocabulary& vocabulary) {
  TrainingSentence out = sentence;
  for (std::string& form : out.forms) {
    for (char& c : form) {
      if (letter_case == LetterCase::Upper && c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
      if (letter_case == LetterCase::Lower && c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    }
  }
  set_features(out, vocabulary);
  return out;
}

/// Adds the gradients of the other threads to those of the first.
void add_up(std::vector<std::vector<Gradient>>& gradients, const std::vector<Parameter>& parameters) {
  for (std::size_t thread = 1; thread < gradients.size(); ++thread) {
    for (std::size_t p = 0; p < parameters.size(); ++p) {
      Gradient& to = gradients[0][p];
      Gradient& from = gradients[thread][p];
      if (parameters[p].update == Update::Dense) {
        to.sum += from.sum;
        from.sum.setZero();
        continue;
      }
      std::sort(from.touched.begin(), from.touched.end());
      from.touched.erase(std::unique(from.touched.begin(), from.touched.end()), from.touched.end());
      for (const std::uint32_t row : from.touched) {
        to.sum.row(row) += from.sum.row(row);
        from.sum.row(row).setZero();
        to.touched.push_back(row);
      }
      from.touched.clear();
    }
  }
}

void save_state(const std::string& path, const std::vector<Parameter>& parameters, std::uint64_t epochs,
                std::uint64_t steps) {
  if (path.empty()) return;
  std::ofstream out(path + ".tmp", std::ios::binary);
  out.write(reinterpret_cast<const char*>(&epochs), sizeof epochs);
  out.write(reinterpret_cast<const char*>(&steps), sizeof steps);
  for (const Parameter& p : parameters) {
    for (const Matrix* matrix : {&p.value, &p.average, &p.first_moment, &p.second_moment}) {
      out.write(reinterpret_cast<const char*>(matrix->data()),
                static_cast<std::streamsize>(matrix->size() * 4));
    }
  }
  out.close();
  if (!out || std::rename((path + ".tmp").c_str(), path.c_str()) != 0)
    throw IoError(path + ": cannot be written");
}

void load_state(const std::string& path, std::vector<Parameter>& parameters, std::uint64_t& epochs,
                std::uint64_t& steps) {
  std::ifstream in(path, std::ios::binary);
  if (path.empty() || !in) return;
  in.read(reinterpret_cast<char*>(&epochs), sizeof epochs);
  in.read(reinterpret_cast<char*>(&steps), sizeof steps);
  for (Parameter& p : parameters) {
    for (Matrix* matrix : {&p.value, &p.average, &p.first_moment, &p.second_moment}) {
      in.read(reinterpret_cast<char*>(matrix->data()), static_cast<std::streamsize>(matrix->size() * 4));
    }
  }
  if (!in || in.peek() != std::ifstream::traits_type::eof()) {
    throw FormatError(path + ": the state is of another network; delete it to start again");
  }
}

std::vector<std::uint32_t> gold_tags(const TrainingSentence& sentence) {
  std::vector<std::uint32_t> tags;
  for (const NameTags allowed : sentence.names) {
    std::uint32_t tag = 0;
    while (((allowed >> tag) & 1U) == 0) ++tag;
    tags.push_back(tag);
  }
  return tags;
}

double percent(double part, double whole) {
  return whole > 0 ? 100 * part / whole : std::nan("");
}

}  // namespace

DevScores score(const TrainableNetwork& network, const std::vector<TrainingSentence>& dev) {
  Batch order;
  for (const TrainingSentence& sentence : dev) order.push_back(&sentence);
  sort_falling(order);
  double words = 0, upos = 0, xpos_words = 0, xpos = 0, tree_words = 0, uas = 0, las = 0, gold = 0, found = 0,
         right = 0;
  for (std::size_t begin = 0; begin < order.size(); begin += 32) {
    const std::span<const TrainingSentence* const> batch(order.data() + begin,
                                                         std::min<std::size_t>(32, order.size() - begin));
    const std::vector<Prediction> predictions = network.predict(batch, Weights::Average);
    for (std::size_t s = 0; s < batch.size(); ++s) {
      const TrainingSentence& sentence = *batch[s];
      for (std::size_t i = 0; i < sentence.size(); ++i) {
        if (sentence.upos[i] != kNoLabel) ++words, upos += sentence.upos[i] == predictions[s].upos[i];
        if (sentence.xpos[i] != kNoLabel) ++xpos_words, xpos += sentence.xpos[i] == predictions[s].xpos[i];
        if (sentence.heads.empty()) continue;
        const bool attached = sentence.heads[i] == predictions[s].heads[i];
        const auto base = [](std::uint16_t label) { return universal(static_cast<Deprel>(label)); };
        ++tree_words;
        uas += attached;
        las += attached && base(sentence.deprels[i]) == base(predictions[s].deprels[i]);
      }
      if (sentence.names.empty()) continue;
      const std::vector<Name> wanted = names_of_tags(gold_tags(sentence));
      const std::vector<Name> got = names_of_tags(predictions[s].names);
      gold += static_cast<double>(wanted.size());
      found += static_cast<double>(got.size());
      for (const Name& name : got)
        right += static_cast<double>(std::count(wanted.begin(), wanted.end(), name));
    }
  }
  return {percent(upos, words), percent(xpos, xpos_words), percent(uas, tree_words), percent(las, tree_words),
          gold + found > 0 ? 200 * right / (gold + found) : std::nan("")};
}

void train(TrainableNetwork& network, const std::vector<TrainingSentence>& sentences,
           const std::vector<DevSet>& dev, const Vocabulary& vocabulary, const TrainerOptions& options,
           std::ostream& log) {
  std::uint64_t epoch = 0;
  std::uint64_t step = 0;
  load_state(options.state_path, network.parameters(), epoch, step);
  std::vector<std::vector<Gradient>> gradients;
  for (std::uint32_t thread = 0; thread < options.threads; ++thread)
    gradients.push_back(network.make_gradients());
  Batch all;
  double tokens_per_epoch = 0;
  for (const TrainingSentence& sentence : sentences) {
    if (sentence.size() == 0 || sentence.size() > 200) continue;
    all.push_back(&sentence);
    tokens_per_epoch += static_cast<double>(sentence.size());
  }
  const double steps_in_all = 1.03 * options.epochs * tokens_per_epoch / options.batch_tokens;

  for (; epoch < options.epochs; ++epoch) {
    const auto start = std::chrono::steady_clock::now();
    std::mt19937_64 random = random_for(options.seed, epoch, 0);
    Losses losses;
    const std::vector<Batch> batches = make_batches(all, options.batch_tokens, random);
    for (const Batch& batch : batches) {
      ++step;
      std::vector<Batch> parts(options.threads);
      std::size_t tokens = 0;
      for (std::size_t i = 0; i < batch.size(); ++i) {
        parts[i % options.threads].push_back(batch[i]);
        tokens += batch[i]->size();
      }
      std::vector<Losses> part_losses(options.threads);
      const auto work = [&](std::uint32_t thread) {
        Batch& part = parts[thread];
        if (part.empty()) return;
        std::mt19937_64 part_random = random_for(options.seed, step, thread + 1);
        std::uniform_real_distribution<float> uniform(0, 1);
        std::vector<TrainingSentence> changed;
        changed.reserve(part.size());
        for (const TrainingSentence*& sentence : part) {
          const float draw = uniform(part_random);
          if (draw < options.capitals) {
            sentence = &changed.emplace_back(recased(*sentence, LetterCase::Upper, vocabulary));
          } else if (draw < options.capitals + options.lower_case) {
            sentence = &changed.emplace_back(recased(*sentence, LetterCase::Lower, vocabulary));
          }
        }
        sort_falling(part);
        part_losses[thread] = network.add_gradients(part, options.dropout, 1 / static_cast<float>(tokens),
                                                    part_random, gradients[thread]);
      };
      std::vector<std::jthread> threads;
      for (std::uint32_t thread = 1; thread < options.threads; ++thread) threads.emplace_back(work, thread);
      work(0);
      threads.clear();
      for (const Losses& part : part_losses) losses += part;
      add_up(gradients, network.parameters());
      AdamOptions adam = options.adam;
      const double done = std::min(1.0, static_cast<double>(step) / steps_in_all);
      const double warm = std::min(1.0, static_cast<double>(step) / 300);
      adam.rate *= static_cast<float>(warm * (0.02 + 0.98 * 0.5 * (1 + std::cos(done * 3.14159265358979))));
      for (std::size_t p = 0; p < network.parameters().size(); ++p) {
        update_parameter(network.parameters()[p], gradients[0][p], adam, step);
      }
    }
    save_state(options.state_path, network.parameters(), epoch + 1, step);
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    log << "epoch " << epoch + 1 << " seconds " << seconds << " loss";
    for (std::size_t i = 0; i < losses.sum.size(); ++i)
      log << ' ' << losses.sum[i] / std::max(1.0, losses.count[i]);
    for (const DevSet& set : dev) {
      const DevScores scores = score(network, set.sentences);
      log << " | " << set.name << " upos " << scores.upos << " xpos " << scores.xpos << " uas " << scores.uas
          << " las " << scores.las << " names " << scores.names;
    }
    log << std::endl;
  }
}

}  // namespace actorgraph
