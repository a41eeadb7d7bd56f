#include "assessment/targets.h"

#include <iterator>
#include <utility>

#include "formats/measured/measured.h"
#include "formats/measured/target_values.h"

namespace accord::assessment {

ReadTargets target_report(const NamedText& methods, const NamedText& targets,
                          measurement::Purpose purpose) {
  ReadTargets out;
  const auto take = [&](std::vector<Problem> problems) {
    std::move(problems.begin(), problems.end(), std::back_inserter(out.problems));
  };
  const formats::ReadMethods declared = formats::read_methods(methods.bytes, methods.file);
  formats::ReadTargetValues table = formats::read_target_values(targets.bytes, targets.file);
  const bool whole = !has_errors(table.problems);
  take(std::move(table.problems));
  // Rows that could not be read are missing: that a name is not there may come from that alone.
  if (!whole) return out;
  out.report = measurement::against_targets(declared.methods, table.values, purpose);
  take(formats::problems_of(out.report.table_faults, targets.bytes, targets.file, table.lines));
  take(formats::problems_of(out.report.method_faults, methods.bytes, methods.file, declared.lines));
  sort_problems(out.problems);
  return out;
}

}  // namespace accord::assessment
