#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/english.h"
#include "chart/bar_chart.h"
#include "chart/number_chart.h"
#include "numerics/distributions.h"
#include "report/pages/balance_page.h"
#include "report/pages/run_words.h"

namespace accord::report {

using balance::PeriodBalance;
using balance::PeriodStatus;
using balance::Status;
using chart::Colour;
using chart::NumberChart;
using chart::NumberPoint;

namespace {

constexpr std::size_t bars_max = 14;

template <class Chart>
Figure finish(std::string name, const Chart& drawing) {
  return {std::move(name), drawing.head.title, drawing.head.statement, chart::draw(drawing), {}};
}

std::string period_id(const char* what, std::size_t t) {
  return fmt::format("{}-{}", what, t + 1);
}

NumberChart over_periods(std::string id, std::string title) {
  NumberChart out;
  out.head.id = "fig-" + std::move(id);
  out.head.title = std::move(title);
  out.x_title = "period";
  out.whole = true;
  return out;
}

NumberPoint muf_point(const PeriodBalance& p, std::size_t t, int digits) {
  NumberPoint out{.x = static_cast<double>(t + 1)};
  out.anchor = {period_id("muf", t), "",
                fmt::format("period {}: MUF {}, {}", t + 1,
                            with_sigma(p.muf_kg, p.sigma_kg, digits), to_string(p.status))};
  if (p.status == Status::empty) {
    out.label = "empty";
    return out;
  }
  if (p.status == Status::not_measured) {
    out.label = "not measured";
    return out;
  }
  out.y = p.muf_kg;
  out.error = p.sigma_kg;
  return out;
}

/// One share of σ² as a bar.
struct Source {
  std::string name;
  double variance_kg2 = 0;
  bool shared = false;
};

std::vector<Source> sources_of(const balance::Balance& balance, std::size_t period) {
  std::vector<Source> out;
  const balance::Contributions& all = balance.muf.contributions;
  for (const balance::VariancePart& part : balance::of_period(all.own, period))
    out.push_back({"random:" + balance.methods[part.row], part.variance_kg2, false});
  for (const balance::SourceLoad& load : all.sources)
    if (load.period == period)
      out.push_back({balance.sources[load.source], load.load_kg * load.load_kg, true});
  std::stable_sort(out.begin(), out.end(), [](const Source& a, const Source& b) {
    return a.variance_kg2 != b.variance_kg2 ? a.variance_kg2 > b.variance_kg2 : a.name < b.name;
  });
  return out;
}

/// The largest ones; those behind them as two sums.
std::vector<Source> largest(std::vector<Source> all) {
  if (all.size() <= bars_max) return all;
  std::vector<Source> out(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(bars_max));
  for (const bool shared : {false, true}) {
    Source rest{"", 0, shared};
    std::size_t count = 0;
    for (std::size_t i = bars_max; i < all.size(); ++i)
      if (all[i].shared == shared) {
        rest.variance_kg2 += all[i].variance_kg2;
        ++count;
      }
    if (count == 0) continue;
    rest.name = counted(count, shared ? "other shared source" : "other random source");
    out.push_back(std::move(rest));
  }
  return out;
}

}  // namespace

double largest_sitmuf_limit(std::size_t periods, double alpha) {
  return numerics::normal_upper_quantile(
      -std::expm1(std::log1p(-alpha) / static_cast<double>(periods)));
}

const assessment::TestAnswer* page_answer(const assessment::BalanceTests& tests) {
  const auto found = std::find_if(tests.answers.begin(), tests.answers.end(),
                                  [](const auto& answer) { return answer.name == "Page"; });
  return found == tests.answers.end() ? nullptr : &*found;
}

Figure muf_figure(const BalanceRun& run) {
  const int digits = mass_digits(run.balance);
  NumberChart out = over_periods("muf", "MUF of each period");
  out.head.statement = fmt::format(
      "MUF with its standard error SEID as a bar (k = 1), and the limits of error ± LEID, {} times "
      "SEID; above zero is an apparent loss, below zero an apparent gain.",
      run.limit_factor);
  out.y_title = "MUF, kg";
  chart::NumberBand band{.name = fmt::format("± LEID ({} × SEID)", run.limit_factor)};
  chart::NumberLine line{.name = "MUF ± SEID (k = 1)", .joined = false};
  for (std::size_t t = 0; t < run.balance.periods.size(); ++t) {
    const PeriodBalance& p = run.balance.periods[t];
    line.points.push_back(muf_point(p, t, digits));
    if (p.status != Status::not_measured)
      band.steps.push_back({static_cast<double>(t + 1), -p.limit_kg, p.limit_kg});
    if (p.status == Status::item_discrepancy)
      out.flags.push_back({static_cast<double>(t + 1),
                           p.muf_kg,
                           "item discrepancy",
                           {period_id("discrepancy", t), "", "no measurement error, and no zero"}});
  }
  out.bands.push_back(std::move(band));
  out.lines.push_back(std::move(line));
  return finish("muf", out);
}

Figure sitmuf_figure(const BalanceRun& run) {
  NumberChart out =
      over_periods("sitmuf", "SITMUF: each period beside what is expected from the earlier ones");
  out.y_title = "SITMUF, standard deviations";
  chart::NumberLine line{.name = "SITMUF"};
  std::size_t regular = 0;
  for (std::size_t t = 0; t < run.tests.sequence.size(); ++t) {
    const balance::SequencePeriod& p = run.tests.sequence.periods()[t];
    NumberPoint point{.x = static_cast<double>(t + 1)};
    point.anchor.id = period_id("sitmuf", t);
    if (balance::has_sitmuf(p.status)) {
      ++regular;
      point.y = p.sitmuf;
      point.anchor.text = fmt::format("period {}: SITMUF {}", t + 1, fixed(p.sitmuf, 3));
    } else {
      point.label =
          p.status == PeriodStatus::predictable ? "no variance of its own" : "discrepancy";
      point.anchor.text = fmt::format("period {}: {}", t + 1, point.label);
    }
    line.points.push_back(std::move(point));
  }
  out.head.statement =
      "MUF of each period less what is expected from the earlier MUFs, in units of its standard "
      "deviation: without loss independent, with mean 0 and standard deviation 1.";
  if (regular > 0) {
    const double limit = largest_sitmuf_limit(regular, run.choice.false_alarm);
    out.references.push_back({limit, fmt::format("+{:.3f}", limit)});
    out.references.push_back({-limit, fmt::format("-{:.3f}", limit)});
    out.head.statement += fmt::format(
        " The lines at ± {:.3f} are for comparison: without loss the largest of {} passes "
        "the upper one with probability {}.",
        limit, counted(regular, "value"), run.choice.false_alarm);
  }
  out.lines.push_back(std::move(line));
  return finish("sitmuf", out);
}

Figure page_figure(const BalanceRun& run) {
  NumberChart out = over_periods("page", "Page's test");
  out.y_title = "Page's statistic S, standard deviations";
  out.head.statement =
      fmt::format("The statistic S = max(0, S of the period before + SITMUF - k) with k = {}.",
                  run.choice.page_k);
  chart::NumberLine line{.name = "S"};
  for (std::size_t t = 0; t < run.tests.page.size(); ++t)
    line.points.push_back(
        {.x = static_cast<double>(t + 1),
         .y = run.tests.page[t],
         .anchor = {period_id("page", t), "",
                    fmt::format("period {}: S {}", t + 1, fixed(run.tests.page[t], 3))}});
  out.lines.push_back(std::move(line));
  if (const auto* answer = page_answer(run.tests)) {
    out.references.push_back({answer->limit, fmt::format("threshold {:.3f}", answer->limit)});
    out.head.statement += fmt::format(
        " It alarms when S is above the threshold {:.3f}, which without loss happens within the "
        "periods with probability {}; {}.",
        answer->limit, run.choice.false_alarm,
        answer->alarm ? fmt::format("here in period {}", *answer->alarm) : "here it does not");
    if (answer->alarm)
      out.flags.push_back({static_cast<double>(*answer->alarm),
                           run.tests.page[*answer->alarm - 1],
                           fmt::format("alarm in period {}", *answer->alarm),
                           {"page-alarm", "", "the first period above the threshold"}});
  }
  return finish("page", out);
}

Figure contributions_figure(const BalanceRun& run, std::size_t period) {
  chart::BarChart out;
  out.head = {
      "fig-contributions",
      fmt::format("Where the variance of MUF of period {} comes from", period + 1),
      "Share of each source of error in the variance of MUF; an error of single measurements "
      "acts anew on each, a shared one in the same way on all measurements with its key."};
  out.value_title = "share of the variance, %";
  out.kinds = {{"random: anew in each measurement", Colour::blue, chart::Fill::solid},
               {"shared: one error of all measurements with the key", Colour::vermilion,
                chart::Fill::hatched}};
  const double variance = run.balance.muf.covariance_kg2(period, period);
  for (const Source& source : largest(sources_of(run.balance, period))) {
    if (!(variance > 0)) break;
    const double fraction = source.variance_kg2 / variance;
    out.bars.push_back({source.name,
                        fraction * 100,
                        per_cent(fraction),
                        source.shared ? 1U : 0U,
                        {"share-" + source.name, "",
                         fmt::format("{}: {:.6g} kg², {}", source.name, source.variance_kg2,
                                     per_cent(fraction))}});
  }
  return finish("contributions", out);
}

}  // namespace accord::report
