// An article as it was read, before any analysis. Made by ingest, read by language.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "records/date.hpp"
#include "records/span.hpp"

namespace actorgraph {

enum class BlockKind : std::uint8_t {
  Title,     ///< the headline
  Byline,    ///< who wrote it; not analysed
  Dateline,  ///< "KABUL, March 23 (Agency) -": where and when it was written; not analysed
  Body,      ///< one paragraph
  Other,     ///< publisher's name, page furniture; not analysed
};

/// A part of the article's text. Blocks are in text order and do not overlap.
struct Block {
  BlockKind kind = BlockKind::Body;
  ByteSpan span;

  friend bool operator==(const Block&, const Block&) = default;
};

struct Article {
  std::string text;  ///< valid UTF-8; every offset of every later stage is a byte of it
  std::vector<Block> blocks;
  std::string path;  ///< the file it came from, "-" for standard input
  std::string name;  ///< the user's own id for it, else empty
  std::string url;
  std::string source;  ///< the publisher, else empty
  std::string author;
  std::string place;  ///< of the dateline, else empty
  std::optional<Date> published;

  /// The text of the first Title block, else empty.
  [[nodiscard]] std::string_view title() const;
};

}  // namespace actorgraph
