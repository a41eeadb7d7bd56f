#include <fmt/format.h>
#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <algorithm>
#include <span>
#include <tuple>

#include "balance/tests/anytime.h"
#include "balance/tests/best_test.h"
#include "balance/tests/page.h"
#include "balance/tests/repeated.h"
#include "balance/tests/sequential.h"
#include "base/stop_point.h"
#include "bind.h"
#include "made_balance.h"
#include "numbers.h"
#include "numerics/random.h"

namespace py = pybind11;

/// Tests of a sequence of balances, one formula at a time. Long ones let other Python threads run.
namespace accord::python {

using balance::PageTest;
using balance::Sequence;
using balance::SequencePeriod;
using numerics::Cholesky;

namespace {

/// The value of a calculation that needs no Python.
template <class Function>
auto computed(Function&& function) {
  auto result = [&] {
    const py::gil_scoped_release release;
    return function();
  }();
  return value_or_raise(std::move(result));
}

/// S006: a period without a variance of its own, where the formula divides by it.
void need_regular(const Cholesky& factor) {
  if (const auto period = balance::first_determined(factor))
    raise({"S006",
           fmt::format("MUF of period {} has no variance of its own: the earlier periods determine "
                       "it, or nothing was measured",
                       *period + 1),
           "covariance", "merge the period with another, or add the missing measurement errors"});
}

/// A warning that Python may turn into an error, or leave out.
void warn_near_singular(const Sequence& sequence) {
  if (!sequence.is_near_singular()) return;
  const std::string text = fmt::format(
      "near a singular covariance: a period keeps the share {:.2g} of its variance beside the "
      "earlier ones; what is "
      "computed from it may be off by about {:.0g} of itself",
      sequence.factor().pivot_ratio_min(), 4e-16 / sequence.factor().pivot_ratio_min());
  const py::object category = py::module_::import("accord._numbers").attr("NearSingularWarning");
  if (PyErr_WarnEx(category.ptr(), text.c_str(), 2) != 0) throw py::error_already_set();
}

Sequence regular_sequence(const Numbers& muf, const Numbers& covariance) {
  Sequence out = computed([&] { return balance::sequence(span_of(muf), matrix_of(covariance)); });
  need_regular(out.factor());
  warn_near_singular(out);
  return out;
}

Cholesky factor_of(const Numbers& covariance) {
  const std::vector<double> none(static_cast<std::size_t>(covariance.shape(0)));
  const Sequence out = computed([&] { return balance::sequence(none, matrix_of(covariance)); });
  need_regular(out.factor());
  warn_near_singular(out);
  return out.factor();
}

/// In the order of the fields of accord.statistics.Period.
py::tuple row_of(const SequencePeriod& p) {
  return py::make_tuple(p.muf, p.sigma_muf, p.cumuf, p.sigma_cumuf, p.itmuf, p.sigma_itmuf,
                        p.sitmuf, p.gemuf, p.degrees, balance::to_string(p.status));
}

void bind_sequence(py::module_& module) {
  py::class_<Sequence>(module, "Sequence")
      .def(py::init<>())
      .def("append",
           [](Sequence& self, double muf, const Numbers& covariances) {
             return row_of(value_or_raise(self.append(muf, span_of(covariances))));
           })
      .def("periods", &rows_of)
      .def("__len__", &Sequence::size);
  module.def("sequence", [](const Numbers& muf, const Numbers& covariance) {
    return rows_of(
        computed([&] { return balance::sequence(span_of(muf), matrix_of(covariance)); }));
  });
  module.def("gemuf_v5b3", [](const Numbers& muf, const Numbers& covariance) {
    return computed([&] { return balance::gemuf_v5b3(span_of(muf), matrix_of(covariance)); });
  });
}

void bind_page(py::module_& module) {
  module.def("page_run", [](const Numbers& y, double k, double h, double headstart, bool without) {
    balance::PageRun run = value_or_raise(balance::page_run(
        span_of(y), {k, h, headstart},
        without ? balance::PageStart::first_without_k : balance::PageStart::subtract_k));
    return std::tuple(array_of(std::move(run.statistic)), run.alarm);
  });
  module.def("page_arl", [](double k, double h, double headstart, double mean) {
    return computed([&] { return balance::page_arl({k, h, headstart}, mean); });
  });
  module.def("page_arl_two_sided", [](double k, double h, double headstart, double mean) {
    return computed([&] { return balance::page_arl_two_sided({k, h, headstart}, mean); });
  });
  module.def("page_alarm_probabilities",
             [](const Numbers& means, double k, double h, double headstart) {
               return array_of(computed([&] {
                 return balance::page_alarm_probabilities({k, h, headstart}, span_of(means));
               }));
             });
  module.def("page_detection_probability",
             [](const Numbers& means, double k, double h, double headstart) {
               return computed([&] {
                 return balance::page_detection_probability({k, h, headstart}, span_of(means));
               });
             });
  module.def("page_threshold", [](std::size_t periods, double alpha, double k, double headstart) {
    return computed([&] { return balance::page_threshold(periods, alpha, k, headstart); });
  });
  module.def("page_run_length_quantile", [](double k, double h, double headstart, double mean,
                                            double p, std::size_t periods_max) {
    return computed([&] {
      return balance::page_run_length_quantile({k, h, headstart}, mean, p, periods_max);
    });
  });
}

void bind_best_test(py::module_& module) {
  module.def("sitmuf_means", [](const Numbers& covariance, const Numbers& loss) {
    return array_of(value_or_raise(balance::sitmuf_means(factor_of(covariance), span_of(loss))));
  });
  module.def("known_loss_test",
             [](const Numbers& muf, const Numbers& covariance, const Numbers& loss, double alpha) {
               const auto test = value_or_raise(balance::known_loss_test(
                   regular_sequence(muf, covariance), span_of(loss), alpha));
               return std::tuple(test.statistic, test.limit, test.detection_probability);
             });
  const auto probability = [&](const char* name, auto function) {
    module.def(name, [function](const Numbers& covariance, const Numbers& loss, double alpha) {
      const Cholesky factor = factor_of(covariance);
      return computed([&] { return function(factor, span_of(loss), alpha); });
    });
  };
  probability("known_loss_bound", &balance::known_loss_bound);
  probability("gemuf_detection_probability", &balance::gemuf_detection_probability);
  probability("cumuf_detection_probability", &balance::cumuf_detection_probability);
  module.def("worst_pattern", [](const Numbers& covariance, double total, double alpha) {
    const Cholesky factor = factor_of(covariance);
    balance::WorstPattern worst =
        computed([&] { return balance::worst_pattern(factor, total, alpha); });
    return std::tuple(array_of(std::move(worst.loss)), worst.detection_probability, worst.bounded);
  });
  module.def("constant_loss", [](const Numbers& muf, const Numbers& covariance) {
    const auto estimate = balance::constant_loss(regular_sequence(muf, covariance));
    return std::tuple(estimate.loss, estimate.sigma);
  });
  module.def("single_losses", [](const Numbers& muf, const Numbers& covariance) {
    std::vector<double> losses;
    std::vector<double> sigmas;
    for (const auto& one : balance::single_losses(regular_sequence(muf, covariance))) {
      losses.push_back(one.loss);
      sigmas.push_back(one.sigma);
    }
    return std::tuple(array_of(std::move(losses)), array_of(std::move(sigmas)));
  });
}

void bind_repeated(py::module_& module) {
  module.def("anytime_boundary", [](std::size_t n, double alpha, double m) {
    return value_or_raise(balance::anytime_boundary(n, alpha, m));
  });
  module.def("repeated_cumuf_false_alarm", [](const Numbers& covariance, double limit) {
    const Cholesky factor = factor_of(covariance);
    const auto found = computed([&] { return balance::repeated_cumuf_false_alarm(factor, limit); });
    return std::tuple(found.value, found.error);
  });
  module.def("repeated_cumuf_limit", [](const Numbers& covariance, double alpha) {
    const Cholesky factor = factor_of(covariance);
    const auto found = computed([&] { return balance::repeated_cumuf_limit(factor, alpha); });
    return std::tuple(found.value, found.error);
  });
  module.def("normal", [](std::uint64_t seed, std::uint32_t stream, std::uint64_t first,
                          std::size_t count) {
    std::vector<double> out(count);
    {
      const py::gil_scoped_release release;
      constexpr std::size_t part = std::size_t{1} << 20;
      for (std::size_t done = 0; done < count; done += part, stop_point())
        numerics::fill_normals({seed, stream}, first + done,
                               std::span(out).subspan(done, std::min(part, count - done)));
    }
    return array_of(std::move(out));
  });
}

}  // namespace

py::list rows_of(const Sequence& sequence) {
  py::list out;
  for (const SequencePeriod& period : sequence.periods()) out.append(row_of(period));
  return out;
}

void bind_statistics(py::module_& module) {
  bind_sequence(module);
  bind_page(module);
  bind_best_test(module);
  bind_repeated(module);
}

}  // namespace accord::python
