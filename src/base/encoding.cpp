#include "base/encoding.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

#include "base/text.h"

namespace accord {

namespace {

using namespace std::literals;

constexpr std::string_view as_utf8 = "save it as UTF-8 (in Excel: “CSV UTF-8”)";
constexpr std::string_view as_csv =
    "save the sheet as a table (in Excel: “CSV UTF-8”) and name that file";
constexpr std::string_view as_text = "save it as plain text in UTF-8 and name that file";
constexpr std::string_view as_plain =
    "save what it holds as a table (CSV) or as plain text, and name that file";
constexpr std::string_view unpacked = "unpack it and name the file inside";

ByteFault whole_file(std::string_view what, std::string_view help) {
  return {{1, 1, 1}, fmt::format("the file is {}", what), std::string(help)};
}

/// Beginnings of files, longest first where one begins like another.
struct Beginning {
  std::string_view bytes, what, help;
};
constexpr std::array beginnings{
    Beginning{"\xFF\xFE\0\0"sv, "UTF-32 text, not UTF-8", as_utf8},
    Beginning{"\0\0\xFE\xFF"sv, "UTF-32 text, not UTF-8", as_utf8},
    Beginning{"\xFF\xFE"sv, "UTF-16 text, not UTF-8", as_utf8},
    Beginning{"\xFE\xFF"sv, "UTF-16 text, not UTF-8", as_utf8},
    Beginning{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv,
              "an Excel or Word file of the old form (xls, doc), not a text", as_csv},
    Beginning{"\x1F\x8B"sv, "a packed file (gzip), not a text", unpacked},
    Beginning{"\xFD"
              "7zXZ\0"sv,
              "a packed file (xz), not a text", unpacked},
    Beginning{"\x28\xB5\x2F\xFD"sv, "a packed file (zstd), not a text", unpacked},
    Beginning{"7z\xBC\xAF\x27\x1C"sv, "a packed file (7z), not a text", unpacked},
    Beginning{"%PDF-"sv, "a PDF, not a text", "name the table or text that it was made from"},
    Beginning{"{\\rtf"sv, "a rich text file (RTF), not plain text", as_text}};

/// What is inside a zip file shows in the names of its first parts.
ByteFault zipped(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, 4096);
  const auto holds = [&](std::string_view name) { return head.find(name) != head.npos; };
  if (holds("mimetypeapplication/vnd.oasis.opendocument.spreadsheet"))
    return whole_file("a workbook (ods), not a text", as_csv);
  if (holds("mimetypeapplication/vnd.oasis.opendocument.text"))
    return whole_file("a text document (odt), not plain text", as_text);
  if (holds("word/")) return whole_file("a Word document (docx), not plain text", as_text);
  if (holds("xl/") || holds("[Content_Types].xml"))
    return whole_file("a workbook (xlsx), not a text", as_csv);
  return whole_file("a packed file (zip), not a text", unpacked);
}

/// A web page or an XML file: what servers and other programs give for a table or a text.
std::optional<ByteFault> marked_up(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  std::string start(trim(bytes.substr(0, 64)));
  std::transform(start.begin(), start.end(), start.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  if (start.starts_with("<!doctype html") || start.starts_with("<html"))
    return whole_file("a web page (HTML), not a table or a text", as_plain);
  if (start.starts_with("<?xml")) return whole_file("an XML file, not a table or a text", as_plain);
  return std::nullopt;
}

/// UTF-16 and UTF-32 of Latin text without a byte order mark: bytes 00 stand in the same places of
/// all units.
std::optional<ByteFault> wide(std::string_view bytes) {
  constexpr std::size_t looked_at = 4096;
  const std::size_t size = std::min(bytes.size(), looked_at) / 4 * 4;
  std::array<std::size_t, 4> zeros{};
  for (std::size_t i = 0; i < size; ++i) zeros.at(i % 4) += bytes[i] == '\0' ? 1U : 0U;
  const std::size_t units = size / 4;
  const auto most = [&](std::size_t i) { return zeros.at(i) * 2 > units; };
  const auto none = [&](std::size_t i) { return zeros.at(i) == 0; };
  if ((none(0) && most(1) && most(2) && most(3)) || (most(0) && most(1) && most(2) && none(3)))
    return whole_file("UTF-32 text, not UTF-8", as_utf8);
  // Of other scripts only blanks, digits and signs have a byte 00.
  const auto some = [&](std::size_t a, std::size_t b) {
    const std::size_t count = zeros.at(a) + zeros.at(b);
    return count > 1 && count * 4 > units;
  };
  if ((none(0) && none(2) && some(1, 3)) || (none(1) && none(3) && some(0, 2)))
    return whole_file("UTF-16 text, not UTF-8", as_utf8);
  return std::nullopt;
}

/// What Windows-1252 has for 80 to 9F; empty where it has nothing.
constexpr std::array<std::string_view, 32> windows_1252{
    "€", "",  "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", "", "Ž", "",
    "",  "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", "", "ž", "Ÿ"};

std::string in_windows_1252(unsigned char byte) {
  if (byte < 0xA0U) return std::string(windows_1252.at(byte - 0x80U));
  return {static_cast<char>(0xC0U | (byte >> 6U)), static_cast<char>(0x80U | (byte & 0x3FU))};
}

}  // namespace

Problem ByteFault::problem(std::string_view code, std::string_view file) const {
  return {Severity::error, std::string(code), message, help, std::string(file), place};
}

Place place_at(std::string_view text, std::size_t offset) {
  const std::string_view before = text.substr(0, offset);
  const std::size_t line_break = before.rfind('\n');
  std::string_view on_line = line_break == before.npos ? before : before.substr(line_break + 1);
  if (line_break == before.npos && on_line.starts_with("\xEF\xBB\xBF")) on_line.remove_prefix(3);
  const auto lines = std::count(before.begin(), before.end(), '\n');
  return {static_cast<std::uint32_t>(lines) + 1,
          static_cast<std::uint32_t>(character_count(on_line)) + 1, 1};
}

std::optional<ByteFault> foreign_format(std::string_view bytes) {
  if (bytes.starts_with("PK\x03\x04")) return zipped(bytes);
  for (const Beginning& beginning : beginnings)
    if (bytes.starts_with(beginning.bytes)) return whole_file(beginning.what, beginning.help);
  if (auto fault = wide(bytes)) return fault;
  return marked_up(bytes);
}

std::optional<ByteFault> foreign_byte(std::string_view bytes) {
  const std::size_t zero = std::min(bytes.find('\0'), bytes.size());
  const std::size_t bad = invalid_utf8_at(bytes.substr(0, zero)).value_or(zero);
  if (bad == bytes.size()) return std::nullopt;
  const auto byte = static_cast<unsigned char>(bytes[bad]);
  if (byte == 0)
    return ByteFault{place_at(bytes, bad), "the byte 00 does not belong to a text",
                     "remove it, or save the file again as UTF-8"};
  const std::string shown = in_windows_1252(byte);
  return ByteFault{place_at(bytes, bad),
                   fmt::format("the byte {:02X} does not belong to UTF-8 text{}", byte,
                               shown.empty() ? "" : "; in Windows-1252 it is “" + shown + "”"),
                   std::string(as_utf8)};
}

std::optional<ByteFault> lone_return(std::string_view bytes) {
  for (std::size_t at = bytes.find('\r'); at != bytes.npos; at = bytes.find('\r', at + 1))
    if (at + 1 >= bytes.size() || bytes[at + 1] != '\n')
      return ByteFault{place_at(bytes, at), "a carriage return is without a line feed",
                       "save the file with lines that end in LF or CR LF"};
  return std::nullopt;
}

std::optional<ByteFault> text_fault(std::string_view bytes) {
  if (auto fault = foreign_format(bytes)) return fault;
  if (auto fault = foreign_byte(bytes)) return fault;
  return lone_return(bytes);
}

}  // namespace accord
