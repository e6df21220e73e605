#include "extract/fold_name.hpp"

#include <cstdint>

namespace actorgraph {
namespace {

// Base letters of U+00C0..U+00FF and U+0100..U+017F, in order.
constexpr std::string_view kLatin1 = "aaaaaaaceeeeiiiidnooooo ouuuuytsaaaaaaaceeeeiiiidnooooo ouuuuyty";
constexpr std::string_view kLatinA =
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooorrrrrrsssssssstttttt"
    "uu"
    "uuuuuuuuuuwwyyyzzzzzzs";
static_assert(kLatin1.size() == 64 && kLatinA.size() == 128);

}  // namespace

std::string fold_name(std::string_view name) {
  std::string folded(name.size(), '\0');  // never longer
  std::size_t size = 0;
  const auto add = [&](char c) { folded[size++] = c; };
  const auto add_blank = [&] {
    if (size > 0 && folded[size - 1] != ' ') add(' ');
  };
  for (std::size_t i = 0; i < name.size(); ++i) {
    const auto byte = static_cast<unsigned char>(name[i]);
    if (byte < 0x80) {
      if (byte >= 'A' && byte <= 'Z') {
        add(static_cast<char>(byte - 'A' + 'a'));
      } else if (byte >= 'a' && byte <= 'z') {
        add(name[i]);
      } else if (byte == ' ' || byte == '-' || byte == '\t' || byte == '\n' || byte == '_') {
        add_blank();
      } else if (byte != '.' && byte != ',' && byte != '"') {
        add(name[i]);
      }
      continue;
    }
    const auto next = i + 1 < name.size() ? static_cast<unsigned char>(name[i + 1]) : 0U;
    if (byte == 0xC3 && next >= 0x80) {
      add(kLatin1[next - 0x80U]);
      ++i;
    } else if ((byte == 0xC4 || byte == 0xC5) && next >= 0x80) {
      add(kLatinA[(byte - 0xC4U) * 64U + (next - 0x80U)]);
      ++i;
    } else if (byte == 0xC8 && next >= 0x98 && next <= 0x9B) {
      add(next < 0x9A ? 's' : 't');
      ++i;
    } else if (byte == 0xC2 && next == 0xA0) {
      add_blank();
      ++i;
    } else if (byte == 0xE2 && next == 0x80 && i + 2 < name.size()) {
      const auto last = static_cast<unsigned char>(name[i + 2]);
      if (last == 0x98 || last == 0x99) add('\'');
      if (last >= 0x90 && last <= 0x95) add_blank();  // hyphens and dashes
      i += 2;
    } else {
      add(name[i]);
    }
  }
  while (size > 0 && folded[size - 1] == ' ') --size;
  folded.resize(size);
  if (folded.starts_with("the ")) folded.erase(0, 4);
  return folded;
}

}  // namespace actorgraph
