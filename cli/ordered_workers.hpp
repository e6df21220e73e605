// Runs tasks on several threads and hands the results over in the order of the tasks, with a bound on what is
// under way. The results do not depend on the number of threads.
// Thread-safety: one thread calls push and close, one calls pop, any thread stop.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace actorgraph {

template <class Task, class Done>
class OrderedWorkers {
 public:
  using Worker = std::function<Done(Task)>;

  /// Starts `threads` workers; each is made by `make_worker` on its own thread and may own scratch.
  /// At most `limit_bytes` (or one task) and `limit_tasks` are between push and pop.
  OrderedWorkers(unsigned threads, std::uint64_t limit_bytes, std::size_t limit_tasks,
                 const std::function<Worker()>& make_worker)
      : limit_bytes_(limit_bytes), limit_tasks_(limit_tasks) {
    for (unsigned i = 0; i < threads; ++i) threads_.emplace_back([this, make_worker] { work(make_worker); });
  }

  ~OrderedWorkers() {
    stop();
    for (std::thread& thread : threads_) thread.join();
  }
  OrderedWorkers(const OrderedWorkers&) = delete;
  OrderedWorkers& operator=(const OrderedWorkers&) = delete;

  /// Waits for room, then queues `task`. False where the workers were stopped: the task is dropped then.
  bool push(Task task, std::uint64_t bytes) {
    return add(
        Slot{.task = std::move(task), .bytes = bytes, .done = {}, .failure = {}, .state = State::Waiting});
  }

  /// Queues a result that needs no work, in the order of the tasks.
  bool push_done(Done done) {
    return add(Slot{.task = {}, .bytes = 0, .done = std::move(done), .failure = {}, .state = State::Ready});
  }

  /// No task follows. With `failure`, pop throws it after the last result.
  void close(std::exception_ptr failure = nullptr) {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    failure_ = std::move(failure);
    changed_.notify_all();
  }

  /// The next result; nothing where all are handed over. Throws what the task's worker threw.
  std::optional<Done> pop() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] {
      return stopped_ || (slots_.empty() ? closed_ : slots_.front().state == State::Ready);
    });
    if (stopped_) return std::nullopt;
    if (slots_.empty()) {
      if (failure_) std::rethrow_exception(std::exchange(failure_, nullptr));
      return std::nullopt;
    }
    Slot slot = std::move(slots_.front());
    slots_.pop_front();
    if (next_ > 0) --next_;
    bytes_ -= slot.bytes;
    changed_.notify_all();
    if (slot.failure) std::rethrow_exception(slot.failure);
    return std::move(slot.done);
  }

  /// Ends the workers after their present task; push and pop no longer wait.
  void stop() {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
    changed_.notify_all();
  }

 private:
  enum class State : std::uint8_t { Waiting, Running, Ready };

  struct Slot {
    std::optional<Task> task;
    std::uint64_t bytes = 0;
    std::optional<Done> done;
    std::exception_ptr failure;
    State state = State::Waiting;
  };

  bool add(Slot slot) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] {
      return stopped_ || slots_.empty() ||
             (slots_.size() < limit_tasks_ && bytes_ + slot.bytes <= limit_bytes_);
    });
    if (stopped_) return false;
    bytes_ += slot.bytes;
    slots_.push_back(std::move(slot));
    changed_.notify_all();
    return true;
  }

  /// Skips what others took; slots before next_ are running or done.
  [[nodiscard]] bool find_next() {
    while (next_ < slots_.size() && slots_[next_].state != State::Waiting) ++next_;
    return next_ < slots_.size();
  }

  void work(const std::function<Worker()>& make_worker) {
    std::exception_ptr broken;
    Worker worker;
    try {
      worker = make_worker();
    } catch (...) {
      broken = std::current_exception();
    }
    std::unique_lock lock(mutex_);
    while (true) {
      changed_.wait(lock, [this] { return stopped_ || closed_ || find_next(); });
      if (stopped_ || !find_next()) return;
      Slot& slot =
          slots_[next_++];  // a deque keeps its elements in place while others come and go at the ends
      slot.state = State::Running;
      Task task = std::move(*slot.task);
      slot.task.reset();
      lock.unlock();
      std::optional<Done> done;
      std::exception_ptr failure = broken;
      if (!failure) {
        try {
          done.emplace(worker(std::move(task)));
        } catch (...) {
          failure = std::current_exception();
        }
      }
      lock.lock();
      slot.done = std::move(done);
      slot.failure = failure;
      slot.state = State::Ready;
      changed_.notify_all();
    }
  }

  const std::uint64_t limit_bytes_;
  const std::size_t limit_tasks_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Slot> slots_;  // in the order of pushing; the front is the next to hand over
  std::size_t next_ = 0;    // the first slot that may be waiting
  std::uint64_t bytes_ = 0;
  std::exception_ptr failure_;
  bool closed_ = false;
  bool stopped_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace actorgraph
