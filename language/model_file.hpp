// The analyser's model file: named sections of bytes behind a header with a checksum.
//
// Layout, little-endian: "AGMODEL1", u64 checksum of all that follows it, u32 section count, u32 zero; then
// for each section u32 name length, u32 zero, u64 offset from the start of the file, u64 size in bytes, name
// padded with zeros to a multiple of 8; then the sections, each at a multiple of 64 bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "records/error.hpp"

namespace actorgraph {

/// A model file mapped into memory.
class ModelFile {
 public:
  /// Errors: throws IoError where it cannot be read, FormatError where it is not a model or damaged.
  [[nodiscard]] static ModelFile open(const std::string& path);

  /// The bytes of a section; they live as long as the file.
  /// Errors: throws FormatError where there is none of that name.
  [[nodiscard]] std::span<const std::byte> section(std::string_view name) const;

  /// A section as an array of plain values.
  template <class T>
  [[nodiscard]] std::span<const T> values(std::string_view name) const {
    static_assert(std::is_trivially_copyable_v<T>);
    const std::span<const std::byte> bytes = section(name);
    if (bytes.size() % sizeof(T) != 0) throw_bad_size(name);
    return {reinterpret_cast<const T*>(bytes.data()), bytes.size() / sizeof(T)};
  }

 private:
  [[noreturn]] void throw_bad_size(std::string_view name) const;

  struct Mapping;
  std::shared_ptr<const Mapping> mapping_;
  std::string path_;
  std::map<std::string, std::span<const std::byte>, std::less<>> sections_;
};

/// Collects sections and writes the file.
class ModelFileWriter {
 public:
  template <class T>
  void add(const std::string& name, std::span<const T> values) {
    static_assert(std::is_trivially_copyable_v<T>);
    std::vector<std::byte> bytes(values.size_bytes());
    if (!bytes.empty()) std::memcpy(bytes.data(), values.data(), bytes.size());
    sections_[name] = std::move(bytes);
  }

  /// Errors: throws IoError.
  void save(const std::string& path) const;

 private:
  std::map<std::string, std::vector<std::byte>> sections_;
};

}  // namespace actorgraph
