// Loops and sorts spread over the processors. Results never depend on how many there are.
#pragma once

#include <algorithm>
#include <cstddef>
#include <functional>
#include <future>
#include <thread>
#include <vector>

namespace actorgraph {

/// Into how many parts `count` things are divided: as many as there are processors, but no tiny ones.
[[nodiscard]] inline std::size_t count_parts(std::size_t count) {
  constexpr std::size_t kSmallestPart = 4096;
  const std::size_t processors = std::max(1U, std::thread::hardware_concurrency());
  return std::clamp<std::size_t>(count / kSmallestPart, 1, processors);
}

/// Calls work(part, begin, end) for each of the consecutive parts of [0, count), at the same time.
///
/// Requires: what the calls write is disjoint.
/// Errors:   throws what a call threw, after all have ended.
template <class Work>
void for_each_part(std::size_t count, const Work& work) {
  const std::size_t parts = count_parts(count);
  std::vector<std::future<void>> others;
  for (std::size_t part = 1; part < parts; ++part) {
    others.push_back(std::async(std::launch::async, [&work, count, part, parts] {
      work(part, count * part / parts, count * (part + 1) / parts);
    }));
  }
  work(std::size_t{0}, std::size_t{0}, count / parts);
  for (std::future<void>& other : others) other.get();
}

/// Sorts; equal values may change places. Cost: O(n log n), divided by the processors.
template <class Value, class Less = std::less<>>
void sort_in_threads(std::vector<Value>& values, const Less& less = {}) {
  const std::size_t parts = count_parts(values.size());
  const auto place = [&](std::size_t part) {
    return values.begin() + static_cast<std::ptrdiff_t>(values.size() * part / parts);
  };
  for_each_part(values.size(), [&](std::size_t part, std::size_t, std::size_t) {
    std::sort(place(part), place(part + 1), less);
  });
  for (std::size_t width = 1; width < parts; width *= 2) {
    for (std::size_t part = 0; part + width < parts; part += 2 * width) {
      std::inplace_merge(place(part), place(part + width), place(std::min(part + 2 * width, parts)), less);
    }
  }
}

}  // namespace actorgraph
