#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "formats/code10/code10_labels.h"

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
  std::uint8_t index = no_index;         ///< of the label
  std::uint32_t offset = 0, length = 0;  ///< of the content; without a label, of the whole element
};

/// Only space and printable ASCII without lower-case letters.
[[nodiscard]] bool is_allowed(std::string_view content);

/// Goes from entry to entry, so that a large file needs no more memory than one entry.
class Lexer {
 public:
  /// `text` is below 4 GiB.
  explicit Lexer(std::string_view text);

  /// To be called first: the first element before any entry, when there is one; it and all up to
  /// the first 001 belong to no entry.
  [[nodiscard]] std::optional<RawElement> skip_to_entry();
  /// The elements of the next entry, from its 001; false when there is none.
  [[nodiscard]] bool next(std::vector<RawElement>& elements);

  /// No entry is left.
  [[nodiscard]] bool at_end() const { return !begin_; }
  /// False when it stopped before the end, after `code10_findings_max` faults.
  [[nodiscard]] bool complete() const { return complete_; }
  [[nodiscard]] std::uint32_t offset() const { return static_cast<std::uint32_t>(at_); }

 private:
  bool read(RawElement& element);

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t faults_ = 0;
  std::optional<RawElement> begin_;  // the 001 of the next entry
  bool complete_ = true;
};

}  // namespace accord::formats::code10
