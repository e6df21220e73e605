// What writers of XML share: escaping, numbers, and output in pieces. Private to export.
#pragma once

#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <string>
#include <string_view>

#include "export/attributes.hpp"

namespace actorgraph {

/// Gathers output and hands it on in pieces, so that memory does not grow with it.
class XmlWriter {
 public:
  /// In: `format` is named where the output fails: "GraphML".
  XmlWriter(std::ostream& out, std::string format);

  /// `text` as it is.
  void markup(std::string_view text);

  /// `text` as content or as the value of an attribute, without the characters that XML forbids.
  /// Errors: throws FormatError where it is not UTF-8, which names `owner`.
  void escaped(std::string_view text, std::string_view owner);

  /// The same of any value: true and false in words, lists as JSON arrays, numbers in the shortest form that
  /// reads back as the same, whatever the locale.
  void value(const AttributeValue& value, std::string_view owner);

  /// ` name="value"`.
  void attribute(std::string_view name, std::string_view value, std::string_view owner = {});

  /// Hands all on. Errors: throws IoError where the stream fails.
  void finish();

 private:
  static constexpr std::size_t kPieceBytes = std::size_t{64} * 1024;

  void put_character(std::string_view bytes);
  void hand_on();

  std::ostream& out_;
  std::string format_;
  std::string buffer_;
};

}  // namespace actorgraph
