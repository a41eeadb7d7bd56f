#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "accounting/reports/profile.h"
#include "accounting/reports/report.h"

namespace accord::formats::code10 {

/// What a finding is about, and where that stands in the text.
struct Spot {
  char kind = 0;  ///< 'O' or 'N'; 0: the whole report
  std::uint32_t entry = 0;
  accounting::Label label = 0;
  std::uint32_t offset = 0, length = 0;
  bool hides = false;       ///< see `accounting::Finding`
  std::uint32_t kinds = 0;  ///< of weights, likewise
};

/// Collects findings of one text. Places are counted at the end, in one pass over the text: a
/// large file with many mistakes stays fast.
class Findings {
 public:
  Findings(std::string_view text, const accounting::Profile& profile)
      : text_(text), profile_(profile) {}

  /// `rule` may name a part of a rule, "V028 not a number", with a severity of its own.
  void add(std::string_view rule, const Spot& spot, std::string found, std::string_view expected);
  [[nodiscard]] std::size_t size() const { return noted_.size(); }
  /// In order of place, with the area and number of the report.
  [[nodiscard]] std::vector<accounting::Finding> finish(const accounting::Report& report);

  /// The text is UTF-8; otherwise it is Latin-1.
  [[nodiscard]] bool is_utf8();
  /// A content as valid UTF-8, long ones cut, control characters as a space.
  [[nodiscard]] std::string shown(std::string_view content);

 private:
  struct Noted {
    std::uint32_t offset = 0, length = 0;
    accounting::Finding finding;
  };
  std::string_view text_;
  const accounting::Profile& profile_;
  int utf8_ = -1;  // -1: not asked yet
  std::vector<Noted> noted_;
};

}  // namespace accord::formats::code10
