// What the writers of JSON lines share: values, and the line's end. Private to export.
#pragma once

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <cstdint>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "records/claim.hpp"
#include "records/error.hpp"
#include "records/span.hpp"

namespace actorgraph {

/// One record on its way to a line. Writers of records derive from it privately; each writes one record.
class JsonLine {
 public:
  /// Ends the line and hands it over.
  /// Errors: throws FormatError where a text is not UTF-8, IoError where the stream fails; `what` names the
  ///         record: "claim c3f1...".
  void finish(const std::string& what, std::ostream& out) {
    if (!valid_) throw FormatError(what + ": a text of it is not UTF-8, so it has no form in JSON");
    buffer_.Put('\n');
    out.write(buffer_.GetString(), static_cast<std::streamsize>(buffer_.GetSize()));
    if (!out) throw IoError(what + ": the output could not be written");
  }

 protected:
  void string(std::string_view text) {
    if (!json_.String(text.data(), static_cast<rapidjson::SizeType>(text.size()))) valid_ = false;
  }

  void strings(const std::vector<std::string>& texts) {
    json_.StartArray();
    for (const std::string& text : texts) string(text);
    json_.EndArray();
  }

  void field(const char* key, std::string_view text) {
    json_.Key(key);
    string(text);
  }

  void field_or_null(const char* key, std::string_view text) {
    json_.Key(key);
    if (text.empty()) {
      json_.Null();
    } else {
      string(text);
    }
  }

  void count(const char* key, std::uint64_t value) {
    json_.Key(key);
    json_.Uint64(value);
  }

  void span(const char* key, ByteSpan bytes) {
    json_.Key(key);
    json_.StartArray();
    json_.Uint(bytes.begin);
    json_.Uint(bytes.end);
    json_.EndArray();
  }

  /// "size": {"dead": 3}, with what is known alone.
  void size(const EventSize& size) {
    json_.Key("size");
    json_.StartObject();
    if (size.dead) count("dead", *size.dead);
    if (size.injured) count("injured", *size.injured);
    if (size.arrested) count("arrested", *size.arrested);
    if (size.protesters) count("protesters", *size.protesters);
    json_.EndObject();
  }

 private:
  rapidjson::StringBuffer buffer_;

 protected:
  rapidjson::Writer<rapidjson::StringBuffer, rapidjson::UTF8<>, rapidjson::UTF8<>, rapidjson::CrtAllocator,
                    rapidjson::kWriteValidateEncodingFlag>
      json_{buffer_};

 private:
  bool valid_ = true;
};

}  // namespace actorgraph
