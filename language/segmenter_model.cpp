#include "language/segmenter_model.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <charconv>
#include <fstream>
#include <string_view>

#include "records/error.hpp"

namespace actorgraph {
namespace {

constexpr std::string_view kHeader = "actorgraph-segmenter 1";

bool parse_line(std::string_view line, SegmenterModel::Weight& weight) {
  const char* const end = line.data() + line.size();
  const auto feature = std::from_chars(line.data(), end, weight.feature, 16);
  if (feature.ec != std::errc() || feature.ptr == end || *feature.ptr != ' ') return false;
  const auto value = std::from_chars(feature.ptr + 1, end, weight.value);
  return value.ec == std::errc() && value.ptr == end && weight.value != 0;
}

}  // namespace

SegmenterModel::SegmenterModel(const std::vector<Weight>& weights) {
  if (weights.empty()) return;
  std::size_t size = 16;
  while (size < weights.size() * 2) size *= 2;
  slots_.resize(size);
  mask_ = size - 1;
  for (const Weight& weight : weights) {
    std::size_t i = weight.feature & mask_;
    while (slots_[i].value != 0) {
      assert(slots_[i].feature != weight.feature);
      i = (i + 1) & mask_;
    }
    slots_[i] = weight;
  }
}

SegmenterModel SegmenterModel::load(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw IoError(path + ": cannot be read; is --data the folder with the model?");
  std::string line;
  if (!std::getline(in, line) || line != kHeader) {
    throw FormatError(path + ":1: '" + line.substr(0, 40) + "', expected '" + std::string(kHeader) + "'");
  }
  std::vector<Weight> weights;
  for (std::size_t number = 2; std::getline(in, line); ++number) {
    Weight weight;
    if (!parse_line(line, weight)) {
      throw FormatError(path + ':' + std::to_string(number) + ": '" + line.substr(0, 40) +
                        "', expected a feature and its weight such as '1f3a -25'");
    }
    if (!weights.empty() && weights.back().feature >= weight.feature) {
      throw FormatError(path + ':' + std::to_string(number) + ": the features are not in ascending order");
    }
    weights.push_back(weight);
  }
  if (in.bad()) throw IoError(path + ": cannot be read to its end");
  return SegmenterModel(weights);
}

std::string to_table(std::vector<SegmenterModel::Weight> weights) {
  std::sort(weights.begin(), weights.end(),
            [](const auto& a, const auto& b) { return a.feature < b.feature; });
  std::string table = std::string(kHeader) + '\n';
  for (const SegmenterModel::Weight& weight : weights) {
    std::array<char, 16> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), weight.feature, 16);
    table.append(digits.data(), end.ptr);
    table += ' ' + std::to_string(weight.value) + '\n';
  }
  return table;
}

}  // namespace actorgraph
