#include <fmt/format.h>

#include "accounting/books/gaps.h"

namespace accord::accounting {

namespace {

/// Those that a reader can keep in mind; more are all.
constexpr int materials_named_max = 4;

std::string what(const Finding& f) {
  const std::string label = f.label == 0 ? std::string() : fmt::format(" of label {:03}", f.label);
  if (!f.found.empty()) return fmt::format("“{}”{} cannot be read", f.found, label);
  if (f.label == 0) return "a part of the file cannot be read";
  return fmt::format("label {:03} is missing or cannot be read", f.label);
}

std::string materials(const Gap& gap) {
  std::string out;
  int count = 0;
  for (const material::KindFacts& facts : material::kinds) {
    if (((gap.more | gap.less) & bit(facts.kind)) == 0) continue;
    out += fmt::format("{}{}", count == 0 ? "" : ", ", facts.name);
    ++count;
  }
  return count == 0 || count > materials_named_max ? std::string() : fmt::format(" ({})", out);
}

std::string areas(const Gap& gap) {
  if (!gap.mba.empty()) return std::string(gap.mba);
  return gap.country.empty() ? std::string("every area")
                             : fmt::format("every area of {}", gap.country);
}

}  // namespace

std::string in_words(const Gap& gap) {
  const std::string from = gap.from == day_min ? std::string() : " from " + to_string(gap.from);
  if (gap.of == Gap::Of::balance)
    return fmt::format("{}: what was reported of the balance of {}{} is not known",
                       what(*gap.finding), areas(gap),
                       gap.from == day_min ? "" : " to " + to_string(gap.from));
  if (!gap.moves_book())
    return fmt::format("{}: batches and movements of {} are not known{}", what(*gap.finding),
                       areas(gap), from);
  return fmt::format("{}: the book of {} is incomplete{}{}", what(*gap.finding), areas(gap), from,
                     materials(gap));
}

}  // namespace accord::accounting
