// The training loop: batches, threads, learning rate, dev scores, and a state from which it can go on.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <string>
#include <vector>

#include "language/training/corpus.hpp"
#include "language/training/name_pool.hpp"
#include "language/training/trainable_network.hpp"

namespace actorgraph {

struct TrainerOptions {
  std::uint32_t epochs = 25;
  std::uint32_t batch_tokens = 700;
  std::uint32_t threads = 2;  ///< a batch is split among them; the result depends on their number
  std::uint64_t seed = 1;
  float capitals = 0.03F;    ///< share of sentences that are shown in capitals
  float lower_case = 0.03F;  ///< share of sentences that are shown in lower case
  float headlines = 0.04F;   ///< share of sentences with a tree that are shown as headlines
  float other_names =
      0.2F;  ///< share of sentences with names that are shown with other ones, if there is a pool
  const NamePool* pool = nullptr;
  AdamOptions adam;
  DropoutOptions dropout;
  std::string state_path;  ///< where the state is kept after each epoch; read at the start if it exists
};

/// Scores of one development set, in percent; NaN where it does not annotate them.
struct DevScores {
  double upos = 0, xpos = 0, uas = 0, las = 0, names = 0;
};

[[nodiscard]] DevScores score(const TrainableNetwork& network, const std::vector<TrainingSentence>& dev,
                              std::uint32_t threads);

struct DevSet {
  std::string name;
  std::vector<TrainingSentence> sentences;
};

/// Trains `network`, with a line to `log` after each epoch.
/// Errors: throws IoError or FormatError where the state cannot be read or written.
void train(TrainableNetwork& network, const std::vector<TrainingSentence>& sentences,
           const std::vector<DevSet>& dev, const KnownWords& known, const TrainerOptions& options,
           std::ostream& log);

}  // namespace actorgraph
