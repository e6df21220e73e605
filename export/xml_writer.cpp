#include "export/xml_writer.hpp"

#include <array>
#include <charconv>
#include <ostream>
#include <type_traits>
#include <utility>
#include <variant>

#include "records/error.hpp"

namespace actorgraph {
namespace {

/// The length in bytes of the UTF-8 character that `text` begins with; 0 where it is not one.
/// Source: The Unicode Standard 15, table 3-7.
std::size_t utf8_length(std::string_view text) {
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
  const auto continues = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
  const unsigned first = byte(0);
  const unsigned second = byte(1);
  if (first < 0x80) return 1;
  if (first >= 0xC2 && first <= 0xDF) return continues(1) ? 2 : 0;
  if (first >= 0xE0 && first <= 0xEF) {
    const unsigned low = first == 0xE0 ? 0xA0U : 0x80U;
    const unsigned high = first == 0xED ? 0x9FU : 0xBFU;
    return second >= low && second <= high && continues(2) ? 3 : 0;
  }
  if (first >= 0xF0 && first <= 0xF4) {
    const unsigned low = first == 0xF0 ? 0x90U : 0x80U;
    const unsigned high = first == 0xF4 ? 0x8FU : 0xBFU;
    return second >= low && second <= high && continues(2) && continues(3) ? 4 : 0;
  }
  return 0;
}

template <class Number>
void append_number(std::string& text, Number held) {
  std::array<char, 32> digits{};
  const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), held);
  text.append(digits.data(), end);
}

}  // namespace

XmlWriter::XmlWriter(std::ostream& out, std::string format) : out_(out), format_(std::move(format)) {
  buffer_.reserve(kPieceBytes * 2);
}

void XmlWriter::markup(std::string_view text) {
  buffer_ += text;
  if (buffer_.size() >= kPieceBytes) hand_on();
}

void XmlWriter::escaped(std::string_view text, std::string_view owner) {
  while (!text.empty()) {
    const std::size_t length = utf8_length(text);
    if (length == 0) {
      throw FormatError(std::string(owner) + ": a text of it is not UTF-8, so it has no form in XML");
    }
    put_character(text.substr(0, length));
    text.remove_prefix(length);
  }
  if (buffer_.size() >= kPieceBytes) hand_on();
}

void XmlWriter::value(const AttributeValue& value, std::string_view owner) {
  std::visit(
      [&](const auto& held) {
        using Held = std::decay_t<decltype(held)>;
        if constexpr (std::is_same_v<Held, bool>) {
          markup(held ? "true" : "false");
        } else if constexpr (std::is_same_v<Held, std::int64_t> || std::is_same_v<Held, double>) {
          append_number(buffer_, held);
        } else if constexpr (std::is_same_v<Held, std::string>) {
          escaped(held, owner);
        } else if constexpr (std::is_same_v<Held, std::vector<std::string>>) {
          escaped(to_json_array(held), owner);
        }
      },
      value);
}

void XmlWriter::attribute(std::string_view name, std::string_view value, std::string_view owner) {
  buffer_ += ' ';
  buffer_ += name;
  buffer_ += "=\"";
  escaped(value, owner);
  buffer_ += '"';
}

void XmlWriter::finish() {
  hand_on();
  out_.flush();
  if (!out_) throw IoError("the " + format_ + " output could not be written");
}

void XmlWriter::put_character(std::string_view bytes) {
  const auto first = static_cast<unsigned char>(bytes[0]);
  switch (first) {
    case '&':
      buffer_ += "&amp;";
      return;
    case '<':
      buffer_ += "&lt;";
      return;
    case '>':
      buffer_ += "&gt;";
      return;
    case '"':
      buffer_ += "&quot;";
      return;
    // A reader would make spaces of them in attributes, and a line feed of a return everywhere.
    case '\t':
      buffer_ += "&#9;";
      return;
    case '\n':
      buffer_ += "&#10;";
      return;
    case '\r':
      buffer_ += "&#13;";
      return;
    default:
      break;
  }
  const bool forbidden = first < 0x20 || bytes == "\xEF\xBF\xBE" || bytes == "\xEF\xBF\xBF";
  if (!forbidden) buffer_ += bytes;
}

void XmlWriter::hand_on() {
  out_.write(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
  buffer_.clear();
  if (!out_) throw IoError("the " + format_ + " output could not be written");
}

}  // namespace actorgraph
