#include "cli/statistics/simulate_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "answers/table.h"
#include "assessment/balance_tests.h"
#include "base/english.h"
#include "report/pages/run_words.h"

namespace accord::cli {

using answers::SimulateAnswer;

namespace {

std::string limits_text(const SimulateAnswer& answer) {
  std::string out;
  for (const answers::SimulatedTest& test : answer.tests) {
    if (test.limit_low)
      out += fmt::format("limit of {}: simulated, 95 % interval {:.4f} to {:.4f}\n", test.name,
                         *test.limit_low, *test.limit_high);
    if (!test.parts.empty()) out += fmt::format("{}: {}\n", test.name, fmt::join(test.parts, "; "));
  }
  return out;
}

std::string sitmuf_text(const answers::SitmufMoments& found, std::uint64_t sequences) {
  double mean = 0, variance = 0, covariance = 0;
  for (std::size_t t = 0; t < found.mean.size(); ++t) {
    mean = std::max(mean, std::abs(found.mean[t]));
    variance = std::max(variance, std::abs(found.covariance[t][t] - 1));
    for (std::size_t u = 0; u < t; ++u)
      covariance = std::max(covariance, std::abs(found.covariance[t][u]));
  }
  const double error = 1 / std::sqrt(static_cast<double>(sequences));
  return fmt::format(
      "\nevery measurement drawn; SITMUF without loss, largest deviation from 0, 1 and 0: mean "
      "{:.5f} "
      "(standard\nerror {:.5f}), variance {:.5f} ({:.5f}), covariance {:.5f} ({:.5f})\n",
      mean, error, variance, std::sqrt(2.0) * error, covariance, error);
}

}  // namespace

Table results_table(const SimulateAnswer& answer) {
  described::Cells cells =
      answers::table_of(described::view(answer), {}, described::Shown::all).cells;
  Table out;
  for (const described::Member* column : cells.columns) out.columns.emplace_back(column->name);
  out.rows = std::move(cells.rows);
  return out;
}

std::string simulate_text(const SimulateAnswer& answer, const Look& look) {
  std::string out = fmt::format(
      "{}\n{}, sigma of CUMUF at the end {:.6g} kg (k = 1); {} sequences, seed {}\n\n",
      answer.name.empty() ? "Simulation" : answer.name, counted(answer.periods, "period"),
      answer.sigma_cumuf_kg, answer.sequences, answer.seed);
  out += as_text(results_table(answer), look);
  const std::string limits = limits_text(answer);
  if (!limits.empty()) out += "\n" + limits;
  if (answer.sitmuf_moments) out += sitmuf_text(*answer.sitmuf_moments, answer.sequences);
  if (answer.common_share.value_or(0) > assessment::systematic_share_warning)
    out += "\n" + wrap(fmt::format("{}\n", report::common_errors), 0, 0, look);
  return out +
         "\nprobability: share of the sequences with an alarm within the periods; for “no loss” "
         "the\n"
         "false-alarm probability. exact: computed without simulation, where a formula is known.\n";
}

}  // namespace accord::cli
