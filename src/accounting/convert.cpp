#include "accounting/convert.h"

#include "accounting/convert_parts.h"

namespace accord::accounting {

Converted convert(const Report& report, const Profile& from, const Profile& to,
                  const ConvertFacts& facts) {
  Converted out;
  out.kind = report.header.kind;
  const converting::Work work{report, from, to, facts, out};
  const bool to_labelled = from.separate && to.form == Form::labelled;
  const bool to_separate = from.form == Form::labelled && to.separate;
  if (!to_labelled && !to_separate) {
    work.tell(nullptr, Severity::error, 0, from.id, "no conversion is known to " + to.id);
    return out;
  }
  if (out.kind != ReportKind::icr && out.kind != ReportKind::pil) {
    work.tell(nullptr, Severity::error, 10, "a report that is neither of changes nor a list",
              "work the balance out from the entries");
    return out;
  }
  if (to_labelled)
    converting::to_code10(work);
  else
    converting::to_table(work);
  return out;
}

}  // namespace accord::accounting
