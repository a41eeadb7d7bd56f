#pragma once

#include <array>
#include <deque>
#include <span>
#include <string>
#include <string_view>

#include "formats/code10/code10_findings.h"
#include "formats/code10/code10_lexer.h"
#include "formats/code10/code10_values.h"

namespace accord::formats::code10 {

/// What the texts of a report are views into.
struct Texts {
  std::string bytes;                  ///< of the file
  std::deque<std::string> rewritten;  ///< contents with O for Ø
};

/// What should have stood there instead.
[[nodiscard]] std::string_view expected_instead_of(Fault fault);

/// Turns the elements of one entry after the other into entries of the report, with V001 to V003,
/// V006 to V008 and V028.
class EntryReader {
 public:
  EntryReader(const accounting::Profile& profile, Texts& texts, accounting::Report& report,
              Findings& findings)
      : profile_(profile), texts_(texts), report_(report), findings_(findings) {}

  /// Before any entry: the header that the others are compared with; without findings.
  void read_header(std::span<const RawElement> elements);
  /// `elements` begins with a 001.
  void read(std::span<const RawElement> elements);

 private:
  void keep(accounting::Entry& entry, const RawElement& element);
  void read_element(accounting::Entry& entry, const RawElement& element);
  [[nodiscard]] Verdict read_value(accounting::Entry& entry, Label label, std::string_view content);
  /// With V006 when the entry says something else than the header.
  [[nodiscard]] Verdict compare_header(const Spot& spot, std::string_view content);
  [[nodiscard]] std::string expected_words(const Verdict& verdict, Label label) const;
  void add_wrong(accounting::Entry& entry, const RawElement& element, const Verdict& verdict);
  void check_whole(const accounting::Entry& entry, const RawElement& first);
  /// An isotope without its element: how much there is of the element is not known.
  void check_elements(const accounting::Entry& entry, const RawElement& first);

  [[nodiscard]] std::string_view content_of(const RawElement& element) const {
    return std::string_view(texts_.bytes).substr(element.offset, element.length);
  }
  /// Without Ø; `slashed` tells that there was one.
  [[nodiscard]] std::string_view usable_content(const RawElement& element, bool& slashed);

  const accounting::Profile& profile_;
  Texts& texts_;
  accounting::Report& report_;
  Findings& findings_;
  std::uint32_t accounting_entries_ = 0, notes_ = 0;  // so far
  std::array<std::string_view, 9> header_contents_;   // by index, of `header_mask`; when usable

  Needs needs_;                            // of the entry that is being read
  const RawElement* odd_items_ = nullptr;  // its 470 when that is no whole number
  bool zero_ = false;                      // the digit 0 stands for O in its 430
};

}  // namespace accord::formats::code10
