#include "simulation/rule.h"

#include <algorithm>
#include <cmath>

#include "balance/tests/anytime.h"
#include "balance/tests/arguments.h"
#include "balance/tests/best_test.h"
#include "base/contract.h"
#include "numerics/distributions.h"

namespace accord::simulation {

namespace {

using numerics::Cholesky;
using numerics::Matrix;

double length(std::span<const double> row) {
  double sum = 0;
  for (const double value : row) sum += value * value;
  return std::sqrt(sum);
}

/// Looked at in the last period only.
std::vector<double> at_end(std::size_t periods) {
  std::vector<double> scale(periods);
  if (periods > 0) scale.back() = 1;
  return scale;
}

Rule linear(std::string name, const Cholesky& factor) {
  Rule rule;
  rule.name = std::move(name);
  rule.left = Matrix(factor.size(), factor.size());
  rule.scale.assign(factor.size(), 1);
  return rule;
}

/// Divides each row by its length: the statistic has variance 1.
void standardise(Matrix& rows) {
  for (std::size_t t = 0; t < rows.rows; ++t) {
    const double sigma = length(rows.row(t));
    for (std::size_t u = 0; u < rows.columns; ++u) rows(t, u) /= sigma;
  }
}

Rule cumuf(std::string name, const Cholesky& factor) {
  Rule rule = linear(std::move(name), factor);
  for (std::size_t t = 0; t < factor.size(); ++t)
    for (std::size_t u = 0; u <= t; ++u)
      rule.left(t, u) = factor(t, u) + (t > 0 ? rule.left(t - 1, u) : 0);
  standardise(rule.left);
  return rule;
}

}  // namespace

Result<Rule> single_period_rule(const Cholesky& factor, double alpha) {
  if (auto error = balance::alpha_fault(alpha)) return tl::make_unexpected(*std::move(error));
  Rule rule = linear("single period", factor);
  for (std::size_t t = 0; t < factor.size(); ++t)
    for (std::size_t u = 0; u <= t; ++u) rule.left(t, u) = factor(t, u);
  standardise(rule.left);
  rule.limit = numerics::normal_upper_quantile(alpha);
  return rule;
}

Result<Rule> cumuf_end_rule(const Cholesky& factor, double alpha) {
  if (auto error = balance::alpha_fault(alpha)) return tl::make_unexpected(*std::move(error));
  Rule rule = cumuf("CUMUF at the end", factor);
  rule.scale = at_end(factor.size());
  rule.limit = numerics::normal_upper_quantile(alpha);
  return rule;
}

Rule cumuf_each_rule(const Cholesky& factor, double limit) {
  Rule rule = cumuf("CUMUF in each period", factor);
  rule.limit = limit;
  return rule;
}

Result<Rule> gemuf_rule(const Cholesky& factor, double alpha) {
  if (auto error = balance::alpha_fault(alpha)) return tl::make_unexpected(*std::move(error));
  Rule rule;
  rule.name = "GEMUF at the end";
  rule.form = Rule::Form::squares;
  rule.scale = at_end(factor.size());
  if (factor.size() > 0)
    rule.limit = numerics::chi_squared_upper_quantile(alpha, static_cast<double>(factor.size()));
  return rule;
}

Rule gemuf_v5b3_rule(const Cholesky& factor, double limit) {
  const std::size_t periods = factor.size();
  ACCORD_EXPECT(periods >= 5);
  Cholesky inner;  // of the covariance of the periods 3 … T − 2
  for (std::size_t t = 2; t + 2 < periods; ++t) {
    std::vector<double> row;
    for (std::size_t u = 2; u <= t; ++u) {
      double sum = 0;
      for (std::size_t j = 0; j <= u; ++j) sum += factor(t, j) * factor(u, j);
      row.push_back(sum);
    }
    ACCORD_EXPECT(inner.append(row) == Cholesky::Step::regular);
  }
  Rule rule;
  rule.name = "GEMUF with the smoothed pattern";
  rule.form = Rule::Form::bilinear;
  rule.scale = at_end(periods);
  rule.limit = limit;
  rule.left = Matrix(inner.size(), periods);
  rule.right = Matrix(inner.size(), periods);
  for (std::size_t u = 0; u < periods; ++u) {  // the columns: what one SITMUF contributes
    std::vector<double> muf(periods);
    for (std::size_t t = u; t < periods; ++t) muf[t] = factor(t, u);
    const std::vector<double> pattern = inner.solve_lower(balance::smoothed_pattern(muf));
    const std::vector<double> middle = inner.solve_lower(std::span(muf).subspan(2, inner.size()));
    for (std::size_t t = 0; t < inner.size(); ++t) {
      rule.left(t, u) = pattern[t];
      rule.right(t, u) = middle[t];
    }
  }
  return rule;
}

Result<Rule> page_rule(const Cholesky& factor, const balance::PageTest& test) {
  if (auto error = balance::page_fault(test)) return tl::make_unexpected(*std::move(error));
  Rule rule;
  rule.name = "Page";
  rule.form = Rule::Form::page;
  rule.k = test.k;
  rule.headstart = test.headstart;
  rule.limit = test.h;
  rule.scale.assign(factor.size(), 1);
  return rule;
}

Result<Rule> page_lower_rule(const Cholesky& factor, const balance::PageTest& test) {
  auto rule = page_rule(factor, test);
  if (rule) rule->name = "Page, gains", rule->sign = -1;
  return rule;
}

Result<Rule> known_loss_rule(const Cholesky& factor, std::span<const double> loss, double alpha) {
  if (auto error = balance::alpha_fault(alpha)) return tl::make_unexpected(*std::move(error));
  const auto means = balance::sitmuf_means(factor, loss);
  if (!means) return tl::make_unexpected(means.error());
  Rule rule = linear("known loss", factor);
  rule.scale = at_end(factor.size());
  rule.limit = numerics::normal_upper_quantile(alpha);
  const double distance = length(*means);
  if (distance == 0)
    return fail("B102", "the loss is zero in every period, expected one above 0", "loss");
  for (std::size_t u = 0; u < factor.size(); ++u)
    rule.left(factor.size() - 1, u) = (*means)[u] / distance;
  return rule;
}

Result<Rule> anytime_rule(const Cholesky& factor, double alpha, double m) {
  Rule rule = linear("anytime", factor);
  rule.two_sided = true;
  rule.limit = 1;
  for (std::size_t t = 0; t < factor.size(); ++t) {
    const auto boundary = balance::anytime_boundary(t + 1, alpha, m);
    if (!boundary) return tl::make_unexpected(boundary.error());
    rule.scale[t] = 1 / *boundary;
    for (std::size_t u = 0; u <= t; ++u) rule.left(t, u) = 1;
  }
  return rule;
}

}  // namespace accord::simulation
