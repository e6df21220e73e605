#include "ingest/charset.hpp"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <array>

#include <algorithm>
#include <memory>

#include "ingest/ascii.hpp"

namespace actorgraph {
namespace {

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";
constexpr std::size_t kDetectedBytes = 64 << 10;
constexpr int kConfident = 50;

/// Length of the well-formed sequence at the start of `bytes`, which is not empty; 0 where there is none.
std::size_t sequence_bytes(std::string_view bytes) {
  const auto at = [&](std::size_t i) { return i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0U; };
  const auto continues = [&](std::size_t i, unsigned low = 0x80, unsigned high = 0xBF) {
    return at(i) >= low && at(i) <= high;
  };
  const unsigned lead = at(0);
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return continues(1) ? 2 : 0;
  if (lead >= 0xE0 && lead <= 0xEF) {
    return continues(1, lead == 0xE0 ? 0xA0 : 0x80, lead == 0xED ? 0x9F : 0xBF) && continues(2) ? 3 : 0;
  }
  if (lead >= 0xF0 && lead <= 0xF4) {
    return continues(1, lead == 0xF0 ? 0x90 : 0x80, lead == 0xF4 ? 0x8F : 0xBF) && continues(2) &&
                   continues(3)
               ? 4
               : 0;
  }
  return 0;
}

std::size_t count_controls(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x20 && !is_ascii_space(c);
  }));
}

/// Whether high bytes of `bytes` make sense as Windows-1252: punctuation anywhere, letters only within words.
bool is_plausible_windows_1252(std::string_view bytes) {
  constexpr std::string_view kUndefined = "\x81\x8D\x8F\x90\x9D";
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const auto byte = static_cast<unsigned char>(bytes[i]);
    if (byte < 0x80) continue;
    if (kUndefined.find(bytes[i]) != std::string_view::npos || byte >= 0xFE) return false;
    const bool in_word =
        (i > 0 && is_ascii_letter(bytes[i - 1])) || (i + 1 < bytes.size() && is_ascii_letter(bytes[i + 1]));
    if (byte >= 0xC0 && !in_word) return false;
  }
  return true;
}

/// True where valid sequences beyond ASCII are as many as broken ones, or more: damaged UTF-8.
bool is_mostly_utf8(std::string_view bytes) {
  std::size_t valid = 0;
  std::size_t broken = 0;
  for (std::size_t i = 0; i < bytes.size();) {
    const std::size_t length = sequence_bytes(bytes.substr(i));
    valid += length > 1 ? 1U : 0U;
    i += std::max<std::size_t>(length, 1);
    if (length > 0) continue;
    ++broken;
    while (i < bytes.size() && (static_cast<unsigned char>(bytes[i]) & 0xC0U) == 0x80U) ++i;
  }
  return valid >= broken;
}

/// `bytes` in `charset` as UTF-8; nothing where a byte has no meaning in it.
std::optional<std::string> convert(std::string_view bytes, const char* charset) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> from(ucnv_open(charset, &status), ucnv_close);
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> to(ucnv_open("UTF-8", &status), ucnv_close);
  if (U_FAILURE(status)) return std::nullopt;
  ucnv_setToUCallBack(from.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  std::array<UChar, 1024> pivot{};
  std::array<char, 8192> buffer{};
  UChar* pivot_source = pivot.data();
  UChar* pivot_target = pivot.data();
  const char* source = bytes.data();
  const char* const source_end = bytes.data() + bytes.size();
  std::string text;
  UBool reset = true;
  while (U_SUCCESS(status)) {
    char* target = buffer.data();
    ucnv_convertEx(to.get(), from.get(), &target, buffer.data() + buffer.size(), &source, source_end,
                   pivot.data(), &pivot_source, &pivot_target, pivot.data() + pivot.size(), reset, true,
                   &status);
    reset = false;
    text.append(buffer.data(), target);
    if (status != U_BUFFER_OVERFLOW_ERROR) break;
    status = U_ZERO_ERROR;
  }
  if (U_FAILURE(status)) return std::nullopt;
  if (text.starts_with(kUtf8Mark)) text.erase(0, kUtf8Mark.size());
  return text;
}

/// The name of the encoding that ICU is confident of, else empty.
std::string detect_charset(std::string_view bytes) {
  bytes = bytes.substr(0, kDetectedBytes);
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&status),
                                                                            ucsdet_close);
  ucsdet_setText(detector.get(), bytes.data(), static_cast<std::int32_t>(bytes.size()), &status);
  const UCharsetMatch* match = ucsdet_detect(detector.get(), &status);
  if (U_FAILURE(status) || match == nullptr || ucsdet_getConfidence(match, &status) < kConfident) return {};
  const char* name = ucsdet_getName(match, &status);
  return U_SUCCESS(status) ? name : std::string();
}

/// UTF-16 without a mark: a byte of zero in most characters, always on the same side.
std::string find_wide_charset(std::string_view bytes) {
  bytes = bytes.substr(0, kDetectedBytes);
  std::array<std::size_t, 2> zeros{};
  for (std::size_t i = 0; i < bytes.size(); ++i) zeros[i % 2] += bytes[i] == '\0' ? 1U : 0U;
  const std::size_t most = bytes.size() / 2 * 7 / 10;
  if (bytes.size() < 8) return {};
  if (zeros[0] == 0 && zeros[1] >= most) return "UTF-16LE";
  if (zeros[1] == 0 && zeros[0] >= most) return "UTF-16BE";
  return {};
}

Issue make_issue(std::string_view source, std::string_view bytes, std::size_t offset, std::string message) {
  const TextPosition position = find_position(bytes, offset);
  return {std::string(source), position.line, position.column, std::move(message)};
}

Result<std::string> refuse_encoding(std::string_view bytes, std::size_t offset, std::string_view source) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  const auto byte = static_cast<unsigned char>(bytes[offset]);
  return make_issue(source, bytes, offset,
                    std::string("byte 0x") + kDigits[byte >> 4U] + kDigits[byte & 0xFU] +
                        " is not valid UTF-8, and the text fits no other encoding; convert the file to UTF-8"
                        " (for example with iconv) and read it again");
}

}  // namespace

std::optional<std::size_t> find_invalid_utf8(std::string_view bytes) {
  for (std::size_t i = 0; i < bytes.size();) {
    if (!is_beyond_ascii(bytes[i])) {
      ++i;
      continue;
    }
    const std::size_t length = sequence_bytes(bytes.substr(i));
    if (length == 0) return i;
    i += length;
  }
  return std::nullopt;
}

TextPosition find_position(std::string_view bytes, std::size_t offset) {
  const std::string_view before = bytes.substr(0, offset);
  const std::size_t newline = before.rfind('\n');
  return {static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')) + 1,
          newline == std::string_view::npos ? offset + 1 : offset - newline};
}

bool has_wide_byte_order_mark(std::string_view bytes) {
  using namespace std::string_view_literals;
  return bytes.starts_with("\xFF\xFE"sv) || bytes.starts_with("\xFE\xFF"sv) ||
         bytes.starts_with("\0\0\xFE\xFF"sv);
}

Result<std::string> decode_text(std::string bytes, std::string_view source) {
  using namespace std::string_view_literals;
  const std::string_view view = bytes;
  if (has_wide_byte_order_mark(view)) {
    const bool is_utf32 = view.starts_with("\xFF\xFE\0\0"sv) || view.starts_with("\0\0\xFE\xFF"sv);
    auto text = convert(view, is_utf32 ? "UTF-32" : "UTF-16");
    if (text && text->find('\0') == std::string::npos) return std::move(*text);
    if (view.find('\0') == std::string_view::npos) return refuse_encoding(view, 0, source);
    return make_issue(
        source, view, 0,
        "starts with the byte order mark of UTF-16 or UTF-32 but is not a text in it; convert the"
        " file to UTF-8 and read it again");
  }
  if (const std::size_t zero = view.find('\0'); zero != std::string_view::npos) {
    if (const std::string charset = find_wide_charset(view); !charset.empty()) {
      if (auto text = convert(view, charset.c_str()); text && text->find('\0') == std::string::npos) {
        return std::move(*text);
      }
    }
    return make_issue(source, view, zero, "a binary file (it has a NUL byte here); expected text");
  }
  if (const std::size_t controls = count_controls(view); controls > 0 && controls * 10 > view.size()) {
    return Issue{std::string(source), 0, 0,
                 "a binary file (" + std::to_string(controls) + " of its " + std::to_string(view.size()) +
                     " bytes are control characters); expected text"};
  }
  const auto bad = find_invalid_utf8(view);
  if (!bad) {
    if (view.starts_with(kUtf8Mark)) bytes.erase(0, kUtf8Mark.size());
    return bytes;
  }
  if (!is_mostly_utf8(view)) {
    const bool is_western = is_plausible_windows_1252(view);
    const std::string charset = is_western ? "windows-1252" : detect_charset(view);
    if (!charset.empty() && !charset.starts_with("UTF-") &&
        (is_western || !charset.starts_with("ISO-8859-1"))) {
      if (auto text = convert(view, charset.c_str())) return std::move(*text);
    }
  }
  return refuse_encoding(view, *bad, source);
}

}  // namespace actorgraph
