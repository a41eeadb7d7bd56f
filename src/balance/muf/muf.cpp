#include "balance/muf/muf.h"

#include <cmath>

#include "balance/muf/muf_pass.h"
#include "base/contract.h"
#include "base/stop_point.h"
#include "numerics/sum.h"

namespace accord::balance {

using numerics::Matrix;

namespace {

constexpr std::size_t stop_every = 1U << 16U;  // measurements

void check(const Measurements& in) {
  const std::size_t count = in.value_kg.size();
  ACCORD_EXPECT(in.periods <= 65'535);
  ACCORD_EXPECT(in.method.size() == count && in.stratum.size() == count);
  ACCORD_EXPECT(in.use_begin.size() == count + 1 && in.use_begin[0] == 0);
  ACCORD_EXPECT(in.use_begin[count] == in.use_period.size());
  ACCORD_EXPECT(in.use_sign.size() == in.use_period.size());
  ACCORD_EXPECT(in.use_weight.empty() || in.use_weight.size() == in.use_period.size());
  for (const auto& column : in.source_columns) ACCORD_EXPECT(column.size() == count);
  for (const std::vector<ErrorTerm>& terms : in.methods)
    for (const ErrorTerm& term : terms) {
      ACCORD_EXPECT(std::isfinite(term.sigma) && term.sigma >= 0);
      ACCORD_EXPECT(term.source == own_source || term.source < in.sources);
      ACCORD_EXPECT(term.column == no_column || term.column < in.source_columns.size());
    }
}

}  // namespace

Muf muf(const Measurements& in) {
  check(in);
  MufPass pass(in.periods, !in.tare.empty());
  for (std::size_t m = 0; m < in.value_kg.size(); ++m) {
    if (m % stop_every == 0) stop_point();
    pass.add(measured(in, m));
  }
  return pass.finish(in);
}

double Muf::sigma_kg(std::size_t period) const {
  const double variance = covariance_kg2(period, period);
  return variance < 0 ? 0 : std::sqrt(variance);
}

double Muf::cumulated_kg() const {
  return numerics::compensated_sum(muf_kg);
}

double Muf::cumulated_sigma_kg() const {
  const double variance = numerics::compensated_sum(covariance_kg2.values);
  return variance < 0 ? 0 : std::sqrt(variance);
}

Matrix load_matrix(const Measurements& in) {
  check(in);
  std::size_t columns = in.sources;
  for (const std::uint32_t method : in.method)
    for (const ErrorTerm& term : in.methods[method])
      columns += term.source == own_source && term.column == no_column ? 1 : 0;
  Matrix out(in.periods, columns);
  std::size_t next = in.sources;
  for (std::size_t m = 0; m < in.value_kg.size(); ++m)
    for (const ErrorTerm& term : in.methods[in.method[m]]) {
      const std::size_t column = term.column != no_column    ? in.source_columns[term.column][m]
                                 : term.source != own_source ? term.source
                                                             : next++;
      const double s = term.relative ? term.sigma * in.value_kg[m] : term.sigma;
      for (std::uint32_t i = in.use_begin[m]; i < in.use_begin[m + 1]; ++i)
        out(in.use_period[i], column) += in.coefficient(i) * s;
    }
  return out;
}

}  // namespace accord::balance
