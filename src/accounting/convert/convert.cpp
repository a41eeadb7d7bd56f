#include "accounting/convert/convert.h"

#include "accounting/convert/convert_parts.h"
#include "base/english.h"

namespace accord::accounting {

namespace converting {

void Lost::note(const Entry& e) {
  for (std::uint32_t i = 0; i < e.element_count; ++i) {
    const Element& element = work_.report.elements[e.elements + i];
    if (element.length == 0 || is_carried(static_cast<Label>(element.label))) continue;
    Times& times = found_[static_cast<Label>(element.label)];
    if (times.first == nullptr) times.first = &e;
    ++times.entries;
  }
}

void Lost::tell() const {
  for (const auto& [label, times] : found_)
    work_.tell(
        times.first, Severity::warning, label, work_.content(*times.first, label),
        "no counterpart is known; left out of " + counted(times.entries, "entry", "entries"));
}

bool is_empty_list(const Report& report) {
  if (report.header.kind != ReportKind::pil) return false;
  bool says_so = false;
  for (const Entry& e : report.entries) {
    if (e.kind != EntryKind::accounting) continue;
    if (e.status != Status::ignored) return false;
    says_so = true;
  }
  return says_so;
}

}  // namespace converting

bool converts(const Profile& from, const Profile& to) {
  return (from.separate && to.form == Form::labelled) ||
         (from.form == Form::labelled && to.separate);
}

Converted convert(const Report& report, const Profile& from, const Profile& to,
                  const ConvertFacts& facts) {
  Converted out;
  out.kind = report.header.kind;
  const converting::Work work{report, from, to, facts, out};
  if (!converts(from, to)) {
    work.tell(nullptr, Severity::error, 0, from.id, "no conversion is known to " + to.id);
    return out;
  }
  if (out.kind != ReportKind::icr && out.kind != ReportKind::pil) {
    work.tell(nullptr, Severity::error, 10, "a report that is neither of changes nor a list",
              "work the balance out from the entries");
    return out;
  }
  if (to.form == Form::labelled)
    converting::to_code10(work);
  else
    converting::to_table(work);
  return out;
}

}  // namespace accord::accounting
