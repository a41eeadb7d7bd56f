#include "cli/compared.h"

#include "agreement/figure_words.h"

namespace accord::cli {

namespace {

/// The number of "≈ 2.1429 t" is rounded, which words say and a column of numbers cannot.
std::string number_of(const agreement::FigureWords& limit) {
  return limit.bound.empty() || limit.bound == "about" ? limit.number : std::string();
}

}  // namespace

Compared compared_in(std::string_view value, std::string_view limit) {
  const agreement::FigureWords figure = agreement::figure_in(value),
                               bound = agreement::limit_in(limit);
  Compared out{figure.number, figure.bound, number_of(bound), figure.unit};
  if (out.unit.empty()) out.unit = bound.unit;
  // A number of another unit would be compared with the wrong one.
  if (bound.unit != out.unit) out.limit.clear();
  return out;
}

}  // namespace accord::cli
