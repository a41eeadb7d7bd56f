#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "accounting/convert.h"

/// What both directions of `convert` share.
namespace accord::accounting::converting {

/// The report that is converted, and what was found so far.
struct Work {
  const Report& report;
  const Profile& from;
  const Profile& to;
  const ConvertFacts& facts;
  Converted& out;

  void tell(const Entry* e, Severity severity, Label label, std::string found,
            std::string expected) const {
    Finding f;
    f.rule = "V007";
    f.severity = severity;
    f.mba = report.header.mba;
    f.report = report.header.number;
    f.label = label;
    f.found = std::move(found);
    f.expected = std::move(expected);
    f.file = report.file;
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
    tell(&e, Severity::error, label, std::move(found), why + " in " + to.id);
    return false;
  }
  [[nodiscard]] std::string content(const Entry& e, Label label) const {
    const Element* element = report.find(e, label);
    return element == nullptr ? std::string() : std::string(report.content(*element));
  }
};

void to_code10(const Work& work);
void to_table(const Work& work);

}  // namespace accord::accounting::converting
