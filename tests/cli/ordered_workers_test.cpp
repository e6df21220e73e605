#include "cli/ordered_workers.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <chrono>
#include <stdexcept>
#include <string>

using namespace actorgraph;

namespace {

using Workers = OrderedWorkers<int, int>;

Workers::Worker make_doubler() {
  return [](int number) {
    // Later tasks are quicker: without ordering they would overtake.
    std::this_thread::sleep_for(std::chrono::microseconds((number % 7) * 50));
    return number * 2;
  };
}

}  // namespace

TEST_CASE("results come in the order of the tasks, whatever the threads") {
  for (const unsigned threads : {1U, 2U, 5U}) {
    CAPTURE(threads);
    Workers workers(threads, 1000, 8, make_doubler);
    std::jthread producer([&workers] {
      for (int i = 0; i < 300; ++i) {
        if (i % 10 == 3) {
          workers.push_done(-i);
        } else {
          workers.push(i, 1);
        }
      }
      workers.close();
    });
    for (int i = 0; i < 300; ++i) {
      const auto done = workers.pop();
      REQUIRE(done.has_value());
      CHECK(*done == (i % 10 == 3 ? -i : i * 2));
    }
    CHECK_FALSE(workers.pop().has_value());
  }
}

TEST_CASE("no more is under way than the limits allow, but one task always is") {
  Workers workers(1, 10, 3, make_doubler);
  std::atomic<int> pushed = 0;
  std::jthread producer([&] {
    for (int i = 0; i < 6; ++i) {
      workers.push(i, i == 0 ? 50 : 1);
      ++pushed;
    }
    workers.close();
  });
  std::this_thread::sleep_for(std::chrono::milliseconds(30));
  CHECK(pushed == 1);  // larger than the limit by itself
  CHECK(workers.pop() == 0);
  std::this_thread::sleep_for(std::chrono::milliseconds(30));
  CHECK(pushed == 4);  // three tasks
  for (int i = 1; i < 6; ++i) CHECK(workers.pop() == i * 2);
  CHECK_FALSE(workers.pop().has_value());
}

TEST_CASE("a failing task throws in its turn, and the rest can be left") {
  Workers workers(2, 1000, 100, [] {
    return [](int number) {
      if (number == 3) throw std::runtime_error("three");
      return number;
    };
  });
  for (int i = 0; i < 10; ++i) workers.push(i, 1);
  workers.close();
  for (int i = 0; i < 3; ++i) CHECK(workers.pop() == i);
  CHECK_THROWS_WITH(workers.pop(), "three");
}

TEST_CASE("a worker that cannot be made is a failure of its first task") {
  Workers workers(1, 1000, 100, []() -> Workers::Worker { throw std::runtime_error("no model"); });
  workers.push(1, 1);
  workers.close();
  CHECK_THROWS_WITH(workers.pop(), "no model");
}

TEST_CASE("the producer's failure follows the last result") {
  Workers workers(1, 1000, 100, make_doubler);
  workers.push(1, 1);
  workers.close(std::make_exception_ptr(std::runtime_error("cannot read on")));
  CHECK(workers.pop() == 2);
  CHECK_THROWS_WITH(workers.pop(), "cannot read on");
}

TEST_CASE("stopping releases a producer that waits for room") {
  std::atomic<bool> refused = false;
  {
    Workers workers(1, 1000, 1, make_doubler);
    std::jthread producer([&] {
      while (workers.push(1, 1)) {
      }
      refused = true;
    });
    CHECK(workers.pop() == 2);
    workers.stop();
    CHECK_FALSE(workers.pop().has_value());
  }
  CHECK(refused);
}
