#include "assessment/measured_balance.h"

#include <algorithm>
#include <initializer_list>
#include <utility>

#include "formats/measured/measured.h"

namespace accord::assessment {

namespace {

void leave_out(balance::MadeBalance& made, std::initializer_list<std::string_view> codes) {
  const auto is_one = [&](const measurement::Fault& fault) {
    return std::find(codes.begin(), codes.end(), fault.code) != codes.end();
  };
  std::erase_if(made.faults, is_one);
  std::erase_if(made.method_faults, is_one);
}

}  // namespace

MeasuredBalance measured_balance(const NamedText& items, const NamedText& methods,
                                 const balance::Options& options, measurement::MassKind kind) {
  MeasuredBalance out;
  formats::ReadItems read = formats::read_items(items.bytes, items.file, kind);
  formats::ReadMethods errors = formats::read_methods(methods.bytes, methods.file);
  const bool items_whole = !has_errors(read.problems);
  const bool methods_whole = !has_errors(errors.problems);
  const auto take = [&](std::vector<Problem> problems) {
    for (Problem& problem : problems) out.problems.push_back(std::move(problem));
  };
  take(std::move(read.problems));
  take(std::move(errors.problems));
  balance::MadeBalance made = balance::balance_of(read.items, errors.methods, options);
  // Rows that could not be read are missing: what may come from that alone is not reported.
  if (!items_whole) leave_out(made, {"B011", "B015", "B016"});
  if (!methods_whole) leave_out(made, {"B004", "B008", "B009"});
  take(formats::problems_of(made.faults, items.bytes, items.file, read.lines));
  take(formats::problems_of(made.method_faults, methods.bytes, methods.file, errors.lines));
  if (items_whole && methods_whole) out.balance = std::move(made.balance);
  sort_problems(out.problems);
  return out;
}

}  // namespace accord::assessment
