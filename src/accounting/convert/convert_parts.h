#pragma once

#include <algorithm>
#include <map>
#include <span>
#include <string>
#include <string_view>

#include "accounting/convert/convert.h"
#include "accounting/reports/findings.h"

/// What both directions of `convert` share.
namespace accord::accounting::converting {

inline constexpr const char* correction_refused =
    "a correction names numbers of another form, and the entry that it is about stays as it was; "
    "no "
    "counterpart is known";

/// The report that is converted, and what was found so far.
struct Work {
  const Report& report;
  const Profile& from;
  const Profile& to;
  const ConvertFacts& facts;
  Converted& out;

  void tell(const Entry* e, Severity severity, Label label, std::string found,
            std::string expected) const {
    Finding f = finding_on(report, "V007", severity, label, std::move(found), std::move(expected));
    if (e != nullptr) {
      f.kind = static_cast<char>(e->kind);
      f.entry = e->number;
      const Element* element = report.find(*e, label);
      if (element == nullptr && e->element_count > 0) element = &report.elements[e->elements];
      if (element != nullptr) f.place = report.place(*element);
    }
    out.findings.push_back(std::move(f));
  }
  /// False, for a line that is left out.
  [[nodiscard]] bool refuse(const Entry& e, Label label, std::string found,
                            std::string why = "no counterpart is known") const {
    tell(&e, Severity::error, label, std::move(found), why);
    return false;
  }
  [[nodiscard]] std::string content(const Entry& e, Label label) const {
    const Element* element = report.find(e, label);
    return element == nullptr ? std::string() : std::string(report.content(*element));
  }
};

/// Contents of entries that were taken, under labels that the other form does not say.
class Lost {
 public:
  /// Labels that are said: `carried` and `more`.
  Lost(const Work& work, std::span<const Label> carried, std::span<const Label> more = {})
      : work_(work), carried_(carried), more_(more) {}

  void note(const Entry& e);
  /// V007 W: once for each label, on the first entry that has it.
  void tell() const;

 private:
  struct Times {
    const Entry* first = nullptr;
    std::size_t entries = 0;
  };
  const Work& work_;
  std::span<const Label> carried_, more_;
  std::map<Label, Times> found_;

  [[nodiscard]] bool is_carried(Label label) const {
    return std::find(carried_.begin(), carried_.end(), label) != carried_.end() ||
           std::find(more_.begin(), more_.end(), label) != more_.end();
  }
};

/// A list that says that nothing is there: no accounting entry of it counts; it may have notes.
[[nodiscard]] bool is_empty_list(const Report& report);

void to_code10(const Work& work);
void to_table(const Work& work);

}  // namespace accord::accounting::converting
