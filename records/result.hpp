// A value, or the issue that stood in its way. A small part of std::expected's interface (C++23).
#pragma once

#include <cassert>
#include <utility>
#include <variant>

#include "records/issue.hpp"

namespace actorgraph {

template <class T>
class [[nodiscard]] Result {
 public:
  // `return value;` and `return Issue{...};` are what the type is for.
  // NOLINTNEXTLINE(google-explicit-constructor)
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  // NOLINTNEXTLINE(google-explicit-constructor)
  Result(Issue issue) : state_(std::in_place_index<1>, std::move(issue)) {}

  [[nodiscard]] bool has_value() const { return state_.index() == 0; }
  explicit operator bool() const { return has_value(); }

  /// Requires: has_value().
  [[nodiscard]] T& value() { return assert(has_value()), std::get<0>(state_); }
  [[nodiscard]] const T& value() const { return assert(has_value()), std::get<0>(state_); }
  [[nodiscard]] T& operator*() { return value(); }
  [[nodiscard]] const T& operator*() const { return value(); }
  [[nodiscard]] T* operator->() { return &value(); }
  [[nodiscard]] const T* operator->() const { return &value(); }

  /// Requires: !has_value().
  [[nodiscard]] const Issue& error() const { return assert(!has_value()), std::get<1>(state_); }

 private:
  std::variant<T, Issue> state_;
};

}  // namespace actorgraph
