#include "language/training/trainer.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <filesystem>
#include <numeric>
#include <optional>
#include <ostream>
#include <thread>

#include "language/name_decoder.hpp"
#include "language/training/augmentation.hpp"
#include "language/training/training_state.hpp"
#include "records/hash.hpp"

namespace actorgraph {
namespace {

using Batch = std::vector<const TrainingSentence*>;

constexpr std::size_t kScoredTogether = 32;  ///< sentences
constexpr std::size_t kSortWindow = 3000;    ///< sentences among which those of like length are put together

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

/// Adds the gradients of one parameter of the other threads to those of the first.
void add_up(std::vector<std::vector<Gradient>>& gradients, std::size_t parameter, Update update) {
  Gradient& to = gradients[0][parameter];
  for (std::size_t thread = 1; thread < gradients.size(); ++thread) {
    Gradient& from = gradients[thread][parameter];
    if (update == Update::Dense) {
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

void hide_lists(TrainingSentence& sentence) {
  for (TokenFeatures& features : sentence.features) features.gazetteer = 0;
}

/// The sentence written in another way, with the probabilities of `options`. In: a draw from [0, 1).
std::optional<TrainingSentence> augmented(const TrainingSentence& sentence, const TrainerOptions& options,
                                          float draw, std::mt19937_64& random) {
  if (draw < options.capitals) return recased(sentence, LetterCase::Upper);
  draw -= options.capitals;
  if (draw < options.lower_case) return recased(sentence, LetterCase::Lower);
  draw -= options.lower_case;
  if (draw < options.headlines) return as_headline(sentence);
  draw -= options.headlines;
  if (options.pool == nullptr || draw >= options.other_names) return {};
  return with_other_names(sentence, *options.pool, random);
}

/// Runs `work` with 0 .. threads - 1, each in a thread of its own.
template <class Work>
void run_parallel(std::uint32_t threads, const Work& work) {
  std::vector<std::jthread> others;
  for (std::uint32_t thread = 1; thread < threads; ++thread) others.emplace_back(work, thread);
  work(0);
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

enum Count : std::uint8_t {
  kUposWords,
  kUposRight,
  kXposWords,
  kXposRight,
  kTreeWords,
  kHeadsRight,
  kArcsRight,
  kNamesBoth,  ///< those that are there and those that were found
  kNamesRight,
  kCounts
};
using Counts = std::array<double, kCounts>;

void count_right(const TrainableNetwork& network, std::span<const TrainingSentence* const> batch,
                 Counts& counts) {
  const TrainableNetwork* const one = &network;
  const std::vector<Prediction> predictions = predict({&one, 1}, batch, Weights::Average);
  for (std::size_t s = 0; s < batch.size(); ++s) {
    const TrainingSentence& sentence = *batch[s];
    const Prediction& found = predictions[s];
    for (std::size_t i = 0; i < sentence.size(); ++i) {
      if (sentence.upos[i] != kNoLabel)
        ++counts[kUposWords], counts[kUposRight] += sentence.upos[i] == found.upos[i];
      if (sentence.xpos[i] != kNoLabel)
        ++counts[kXposWords], counts[kXposRight] += sentence.xpos[i] == found.xpos[i];
      if (sentence.heads.empty()) continue;
      const bool attached = sentence.heads[i] == found.heads[i];
      const auto base = [](std::uint16_t label) { return universal(static_cast<Deprel>(label)); };
      ++counts[kTreeWords];
      counts[kHeadsRight] += attached;
      counts[kArcsRight] += attached && base(sentence.deprels[i]) == base(found.deprels[i]);
    }
    if (sentence.names.empty()) continue;
    const std::vector<Name> wanted = names_of_tags(gold_tags(sentence));
    const std::vector<Name> got = names_of_tags(found.names);
    counts[kNamesBoth] += static_cast<double>(wanted.size() + got.size());
    for (const Name& name : got)
      counts[kNamesRight] += static_cast<double>(std::count(wanted.begin(), wanted.end(), name));
  }
}

}  // namespace

DevScores score(const TrainableNetwork& network, const std::vector<TrainingSentence>& dev,
                std::uint32_t threads) {
  Batch order;
  for (const TrainingSentence& sentence : dev) order.push_back(&sentence);
  sort_falling(order);
  std::vector<Counts> parts(threads);
  run_parallel(threads, [&](std::uint32_t thread) {
    for (std::size_t begin = thread * kScoredTogether; begin < order.size();
         begin += threads * kScoredTogether) {
      count_right(network, {order.data() + begin, std::min(kScoredTogether, order.size() - begin)},
                  parts[thread]);
    }
  });
  Counts all{};
  for (const Counts& part : parts) {
    for (std::size_t i = 0; i < all.size(); ++i) all[i] += part[i];
  }
  return {percent(all[kUposRight], all[kUposWords]), percent(all[kXposRight], all[kXposWords]),
          percent(all[kHeadsRight], all[kTreeWords]), percent(all[kArcsRight], all[kTreeWords]),
          percent(2 * all[kNamesRight], all[kNamesBoth])};
}

void train(TrainableNetwork& network, const std::vector<TrainingSentence>& sentences,
           const std::vector<DevSet>& dev, const KnownWords& known, const TrainerOptions& options,
           std::ostream& log) {
  TrainingPlace place;
  if (std::filesystem::exists(options.state_path))
    place = load_state(options.state_path, network.parameters());
  std::uint64_t& epoch = place.epochs;
  std::uint64_t& step = place.steps;
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
          if (auto other = augmented(*sentence, options, draw, part_random)) {
            set_features(*other, known);
            // New names are all listed, which names in use are not.
            if (part_random() % 2 == 0) hide_lists(*other);
            sentence = &changed.emplace_back(std::move(*other));
          }
        }
        sort_falling(part);
        part_losses[thread] = network.add_gradients(part, options.dropout, 1 / static_cast<float>(tokens),
                                                    part_random, gradients[thread]);
      };
      run_parallel(options.threads, work);
      for (const Losses& part : part_losses) losses += part;
      AdamOptions adam = options.adam;
      const double done = std::min(1.0, static_cast<double>(step) / steps_in_all);
      const double warm = std::min(1.0, static_cast<double>(step) / 300);
      adam.rate *= static_cast<float>(warm * (0.02 + 0.98 * 0.5 * (1 + std::cos(done * 3.14159265358979))));
      run_parallel(options.threads, [&](std::uint32_t thread) {
        std::vector<Parameter>& parameters = network.parameters();
        for (std::size_t p = thread; p < parameters.size(); p += options.threads) {
          add_up(gradients, p, parameters[p].update);
          update_parameter(parameters[p], gradients[0][p], adam, step);
        }
      });
    }
    if (!options.state_path.empty()) save_state(options.state_path, network.parameters(), {epoch + 1, step});
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    log << "epoch " << epoch + 1 << " seconds " << seconds << " loss";
    for (std::size_t i = 0; i < losses.sum.size(); ++i)
      log << ' ' << losses.sum[i] / std::max(1.0, losses.count[i]);
    for (const DevSet& set : dev) {
      const DevScores scores = score(network, set.sentences, options.threads);
      log << " | " << set.name << " upos " << scores.upos << " xpos " << scores.xpos << " uas " << scores.uas
          << " las " << scores.las << " names " << scores.names;
    }
    log << std::endl;
  }
}

}  // namespace actorgraph
