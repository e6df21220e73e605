#include "language/model_file.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <fstream>

namespace actorgraph {
namespace {

constexpr std::string_view kMagic = "AGMODEL1";
constexpr std::size_t kHeaderBytes = 24;
constexpr std::size_t kAlignment = 64;

struct SectionHeader {
  std::uint32_t name_bytes;
  std::uint32_t zero;
  std::uint64_t offset;
  std::uint64_t size;
};

constexpr std::size_t round_up(std::size_t n, std::size_t to) {
  return (n + to - 1) / to * to;
}

/// Hashes words of 8 bytes (the last one filled with zeros): several times faster than byte by byte.
std::uint64_t checksum(std::span<const std::byte> bytes) {
  std::uint64_t hash = 14695981039346656037ULL;
  for (std::size_t at = 0; at < bytes.size(); at += 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes.data() + at, std::min<std::size_t>(8, bytes.size() - at));
    hash = (hash ^ word) * 1099511628211ULL;
    hash ^= hash >> 32U;
  }
  return hash;
}

template <class T>
T read_value(std::span<const std::byte> bytes, std::size_t at) {
  T value{};
  std::memcpy(&value, bytes.data() + at, sizeof value);
  return value;
}

template <class T>
void append_value(std::vector<std::byte>& out, const T& value) {
  const auto* begin = reinterpret_cast<const std::byte*>(&value);
  out.insert(out.end(), begin, begin + sizeof value);
}

}  // namespace

struct ModelFile::Mapping {
  void* address = nullptr;
  std::size_t size = 0;

  Mapping(void* mapped, std::size_t bytes) : address(mapped), size(bytes) {}
  Mapping(const Mapping&) = delete;
  Mapping& operator=(const Mapping&) = delete;
  ~Mapping() { munmap(address, size); }
};

ModelFile ModelFile::open(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) throw IoError(path + ": cannot read the model: " + std::strerror(errno));
  struct stat info {};
  if (fstat(file, &info) != 0 || info.st_size < static_cast<off_t>(kHeaderBytes)) {
    ::close(file);
    throw FormatError(path + ": not a model file (too short)");
  }
  const auto size = static_cast<std::size_t>(info.st_size);
  void* address = mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file, 0);
  ::close(file);
  if (address == MAP_FAILED) throw IoError(path + ": cannot map the model: " + std::strerror(errno));

  ModelFile model;
  model.path_ = path;
  model.mapping_ = std::make_shared<const Mapping>(address, size);
  const std::span<const std::byte> bytes(static_cast<const std::byte*>(address), size);
  if (std::memcmp(bytes.data(), kMagic.data(), kMagic.size()) != 0) {
    throw FormatError(path + ": not a model file of this version (expected it to begin with " +
                      std::string(kMagic) + ")");
  }
  if (checksum(bytes.subspan(16)) != read_value<std::uint64_t>(bytes, 8)) {
    throw FormatError(path + ": the model is damaged (its checksum is wrong); fetch or train it again");
  }
  std::size_t at = kHeaderBytes;
  for (auto left = read_value<std::uint32_t>(bytes, 16); left > 0; --left) {
    if (at + sizeof(SectionHeader) > size) throw FormatError(path + ": the table of sections is cut off");
    const auto header = read_value<SectionHeader>(bytes, at);
    at += sizeof header;
    if (header.name_bytes > size - at || header.offset > size || header.size > size - header.offset) {
      throw FormatError(path + ": a section lies outside the file");
    }
    const std::string name(reinterpret_cast<const char*>(bytes.data() + at), header.name_bytes);
    at += round_up(header.name_bytes, 8);
    model.sections_[name] = bytes.subspan(header.offset, header.size);
  }
  return model;
}

std::span<const std::byte> ModelFile::section(std::string_view name) const {
  const auto it = sections_.find(name);
  if (it == sections_.end())
    throw FormatError(path_ + ": the model has no section '" + std::string(name) + "'");
  return it->second;
}

void ModelFile::throw_bad_size(std::string_view name) const {
  throw FormatError(path_ + ": section '" + std::string(name) + "' has a wrong size");
}

void ModelFileWriter::save(const std::string& path) const {
  std::size_t table = kHeaderBytes;
  for (const auto& [name, bytes] : sections_) table += sizeof(SectionHeader) + round_up(name.size(), 8);
  std::vector<std::byte> out;
  append_value(out, static_cast<std::uint32_t>(sections_.size()));
  append_value(out, std::uint32_t{0});
  std::size_t offset = round_up(table, kAlignment);
  for (const auto& [name, bytes] : sections_) {
    append_value(out, SectionHeader{static_cast<std::uint32_t>(name.size()), 0, offset, bytes.size()});
    for (const char c : name) out.push_back(static_cast<std::byte>(c));
    out.resize(round_up(out.size(), 8));
    offset = round_up(offset + bytes.size(), kAlignment);
  }
  for (const auto& [name, bytes] : sections_) {
    out.resize(round_up(out.size() + 16, kAlignment) - 16);
    out.insert(out.end(), bytes.begin(), bytes.end());
  }
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  const std::uint64_t sum = checksum(out);
  file.write(kMagic.data(), static_cast<std::streamsize>(kMagic.size()));
  file.write(reinterpret_cast<const char*>(&sum), sizeof sum);
  file.write(reinterpret_cast<const char*>(out.data()), static_cast<std::streamsize>(out.size()));
  file.close();
  if (!file) throw IoError(path + ": cannot be written");
}

}  // namespace actorgraph
