#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "formats/code10_labels.h"

/// Bytes into elements and entries: nothing is read into a value yet.
namespace accord::formats::code10 {

/// What makes an element unreadable (V001).
enum class Fault : std::uint8_t {
  none,
  no_label,   ///< no three digits and a colon
  unknown,    ///< a label that the form does not have
  no_end,     ///< the file ends before "#"
  twice,      ///< a label that the entry has already
  delimiter,  ///< a delimiter where none may stand, or not the one that should
  empty_item
};

/// Bits of the characters in a content.
inline constexpr std::uint8_t mark_not_allowed = 1;  ///< lower case, control, outside ASCII
inline constexpr std::uint8_t mark_not_ascii = 2;

struct RawElement {
  Label label = 0;  ///< 0: not readable
  Shape shape = other;
  Fault fault = Fault::none;
  std::uint8_t marks = 0;
  std::uint32_t offset = 0, length = 0;  ///< of the content; without a label, of the whole element
};

struct Lexed {
  std::vector<RawElement> elements;
  /// Index of the first element of each entry, a 001. What stands before the first belongs to none.
  std::vector<std::uint32_t> entries;
  bool complete = true;  ///< false: stopped after `code10_findings_max` faults

  [[nodiscard]] std::uint32_t end_of(std::size_t entry) const {
    return entry + 1 < entries.size() ? entries[entry + 1]
                                      : static_cast<std::uint32_t>(elements.size());
  }
};

/// Only space and printable ASCII without lower-case letters.
[[nodiscard]] bool is_allowed(std::string_view content);

/// `text` is below 4 GiB.
[[nodiscard]] Lexed lex(std::string_view text);

}  // namespace accord::formats::code10
