// A stream on a full disk.
#pragma once

#include <cstddef>
#include <ostream>
#include <streambuf>

namespace actorgraph {

/// Takes `room_bytes` bytes and then fails.
class FullDisk : public std::streambuf {
 public:
  explicit FullDisk(std::size_t room_bytes) : room_bytes_(room_bytes) {}

 private:
  int overflow(int c) override {
    if (room_bytes_ == 0) return traits_type::eof();
    --room_bytes_;
    return c;
  }

  std::size_t room_bytes_;
};

}  // namespace actorgraph
