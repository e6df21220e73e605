#include "store/json_lists.hpp"

#include <rapidjson/document.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <array>

#include "records/error.hpp"

namespace actorgraph {
namespace {

using Json = rapidjson::Document;
using JsonWriter = rapidjson::Writer<rapidjson::StringBuffer>;

constexpr std::array<std::string_view, 5> kBlockKinds = {"title", "byline", "dateline", "body", "other"};

void write_text(JsonWriter& json, std::string_view text) {
  json.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
}

Json parse_json(std::string_view text) {
  Json json;
  json.Parse<rapidjson::kParseValidateEncodingFlag | rapidjson::kParseIterativeFlag>(text.data(),
                                                                                     text.size());
  if (json.HasParseError() || !json.IsArray()) {
    throw FormatError("'" + std::string(text) + "' is not a JSON array");
  }
  return json;
}

std::string text_of(const rapidjson::Value& value) {
  if (!value.IsString()) throw FormatError("a JSON list holds something else than text");
  return {value.GetString(), value.GetStringLength()};
}

std::int64_t number_of(const rapidjson::Value& value) {
  if (!value.IsInt64()) throw FormatError("a JSON list holds something else than a number");
  return value.GetInt64();
}

}  // namespace

std::string texts_to_json(const std::vector<std::string>& values) {
  rapidjson::StringBuffer buffer;
  JsonWriter json(buffer);
  json.StartArray();
  for (const std::string& value : values) write_text(json, value);
  json.EndArray();
  return {buffer.GetString(), buffer.GetSize()};
}

std::vector<std::string> texts_from_json(std::string_view json) {
  std::vector<std::string> values;
  const Json parsed = parse_json(json);
  for (const auto& value : parsed.GetArray()) values.push_back(text_of(value));
  return values;
}

std::string arguments_to_json(const std::vector<Argument>& arguments, std::string_view text) {
  rapidjson::StringBuffer buffer;
  JsonWriter json(buffer);
  json.StartArray();
  for (const Argument& argument : arguments) {
    json.StartArray();
    json.Uint(static_cast<unsigned>(argument.role));
    json.Uint(argument.span.begin);
    json.Uint(argument.span.end);
    if (argument.text != slice(text, argument.span)) write_text(json, argument.text);
    json.EndArray();
  }
  json.EndArray();
  return {buffer.GetString(), buffer.GetSize()};
}

std::vector<Argument> arguments_from_json(std::string_view json, std::string_view text) {
  std::vector<Argument> arguments;
  const Json parsed = parse_json(json);
  for (const auto& row : parsed.GetArray()) {
    if (!row.IsArray() || row.Size() < 3 || row.Size() > 4) {
      throw FormatError("an argument has neither three nor four parts");
    }
    const std::int64_t role = number_of(row[0]);
    if (role < 0 || role > static_cast<std::int64_t>(Role::Other)) {
      throw FormatError(std::to_string(role) + " is no number of a role");
    }
    const ByteSpan span = checked_span(number_of(row[1]), number_of(row[2]), text);
    arguments.push_back(
        {static_cast<Role>(role), row.Size() == 3 ? std::string(slice(text, span)) : text_of(row[3]), span});
  }
  return arguments;
}

std::vector<Argument> named_arguments_from_json(std::string_view json, std::string_view text) {
  std::vector<Argument> arguments;
  const Json parsed = parse_json(json);
  for (const auto& row : parsed.GetArray()) {
    if (!row.IsArray() || row.Size() != 4) throw FormatError("an argument has not four parts");
    const std::string name = text_of(row[0]);
    const std::optional<Role> role = parse_role(name);
    if (!role) throw FormatError("'" + name + "' is not a role");
    const ByteSpan span = checked_span(number_of(row[2]), number_of(row[3]), text);
    arguments.push_back({*role, row[1].IsNull() ? std::string(slice(text, span)) : text_of(row[1]), span});
  }
  return arguments;
}

std::string blocks_to_json(const std::vector<Block>& blocks) {
  rapidjson::StringBuffer buffer;
  JsonWriter json(buffer);
  json.StartArray();
  for (const Block& block : blocks) {
    json.StartArray();
    write_text(json, kBlockKinds[static_cast<std::size_t>(block.kind)]);
    json.Uint(block.span.begin);
    json.Uint(block.span.end);
    json.EndArray();
  }
  json.EndArray();
  return {buffer.GetString(), buffer.GetSize()};
}

std::vector<Block> blocks_from_json(std::string_view json, std::string_view text) {
  std::vector<Block> blocks;
  const Json parsed = parse_json(json);
  for (const auto& row : parsed.GetArray()) {
    if (!row.IsArray() || row.Size() != 3) throw FormatError("a block has not three parts");
    const std::string name = text_of(row[0]);
    const auto kind = std::ranges::find(kBlockKinds, name);
    if (kind == kBlockKinds.end()) throw FormatError("'" + name + "' is not a kind of block");
    blocks.push_back({static_cast<BlockKind>(kind - kBlockKinds.begin()),
                      checked_span(number_of(row[1]), number_of(row[2]), text)});
  }
  return blocks;
}

ByteSpan checked_span(std::int64_t begin, std::int64_t end, std::string_view text) {
  if (begin < 0 || end < begin || static_cast<std::uint64_t>(end) > text.size()) {
    throw FormatError("the span " + std::to_string(begin) + ".." + std::to_string(end) +
                      " is not in the text, which has " + std::to_string(text.size()) + " bytes");
  }
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

}  // namespace actorgraph
