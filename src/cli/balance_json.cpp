#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "assessment/measured_balance.h"
#include "assessment/study.h"
#include "cli/all_commands.h"
#include "cli/answer.h"
#include "cli/balance_tests_json.h"
#include "cli/envelope_json.h"
#include "cli/files.h"
#include "cli/run_pages.h"
#include "cli/text.h"
#include "report/balance_page.h"
#include "report/run_words.h"

namespace accord::cli {

using balance::Balance;
using balance::Division;
using balance::PeriodBalance;
using balance::Share;

namespace {

constexpr Division divisions[] = {Division::source, Division::method, Division::stratum,
                                  Division::nature};

/// Both tables with their names, or why they cannot be had.
struct Inputs {
  std::string items_file, methods_file, items, methods;
};

Result<Inputs> inputs_of(const Request& request) {
  Inputs out;
  if (!request.arguments.empty()) {
    const std::filesystem::path folder = request.arguments.front();
    out.items_file = (folder / "items.csv").string();
    out.methods_file = (folder / "methods.csv").string();
  }
  if (!request.items.empty()) out.items_file = request.items;
  if (!request.methods.empty()) out.methods_file = request.methods;
  if (out.items_file.empty() || out.methods_file.empty())
    return fail("U005", "a balance needs a table of items and a table of methods", {},
                "name a folder with items.csv and methods.csv, or give --items and --methods");
  for (const auto& [file, bytes] :
       {std::pair(&out.items_file, &out.items), {&out.methods_file, &out.methods}}) {
    Result<std::string> read = read_file(*file);
    if (!read) return tl::make_unexpected(read.error());
    *bytes = std::move(*read);
  }
  return out;
}

std::string or_dash(const std::optional<double>& value, int digits, double times = 1) {
  return value ? fmt::format("{:.{}f}", value.value_or(0) * times, digits) : "-";
}

Table masses(const Balance& balance, int digits) {
  Table out{{"period", "PB", "X", "Y", "PE", "MUF", "active", "status"}, {}, {}};
  for (std::size_t t = 0; t < balance.periods.size(); ++t) {
    const PeriodBalance& p = balance.periods[t];
    std::vector<std::string> row{std::to_string(t + 1)};
    for (const double kg : {p.sums.opening_kg, p.sums.increases_kg, p.sums.decreases_kg,
                            p.sums.closing_kg, p.muf_kg, p.active_kg})
      row.push_back(fmt::format("{:.{}f}", kg, digits));
    row.emplace_back(to_string(p.status));
    out.rows.push_back(std::move(row));
  }
  return out;
}

Table uncertainties(const Balance& balance, int digits) {
  Table out{{"period", "MUF", "SEID", "LEID", "MUF/SEID", "p", "SEID/active %"}, {}, {}};
  for (std::size_t t = 0; t < balance.periods.size(); ++t) {
    const PeriodBalance& p = balance.periods[t];
    out.rows.push_back({std::to_string(t + 1), fmt::format("{:.{}f}", p.muf_kg, digits),
                        fmt::format("{:.{}f}", p.sigma_kg, digits),
                        fmt::format("{:.{}f}", p.limit_kg, digits), or_dash(p.ratio, 3),
                        or_dash(p.probability, 4), or_dash(p.active_share, 4, 100)});
  }
  return out;
}

Table contributions(const Balance& balance, std::size_t period) {
  Table out{{"period", "source", "kg²", "%"}, {}, {}};
  for (const Share& share : balance.shares(Division::source, period))
    out.rows.push_back({std::to_string(period + 1), share.name,
                        fmt::format("{:.6g}", share.variance_kg2),
                        fmt::format("{:.2f}", share.fraction * 100)});
  return out;
}

std::string text_of(const Request& request, const Balance& balance,
                    const assessment::BalanceTests& tests) {
  if (balance.periods.empty()) return "no period: nothing to balance\n";
  const int digits = report::mass_digits(balance);
  std::string out = "Material balance, kg; MUF = PB + X - Y - PE\n";
  out += as_text(masses(balance, digits), request.colored);
  out +=
      fmt::format("\nSEID is the standard error of MUF, LEID {} times it\n", request.limit_factor);
  out += as_text(uncertainties(balance, digits), request.colored);
  out += tests_text(tests, request.false_alarm, digits, request.colored);
  const std::size_t last = balance.periods.size() - 1;
  out += fmt::format("\nWhere the variance of {} comes from\n",
                     request.verbose ? "each period" : fmt::format("period {}", last + 1));
  Table shares = contributions(balance, request.verbose ? 0 : last);
  for (std::size_t t = 1; request.verbose && t <= last; ++t)
    for (auto& row : contributions(balance, t).rows) shares.rows.push_back(std::move(row));
  return out + as_text(shares, request.colored);
}

std::string csv_of(const Balance& balance) {
  Table out{{"period", "pb_kg", "x_kg", "y_kg", "pe_kg", "muf_kg", "sigma_kg", "leid_kg",
             "muf_over_sigma", "p", "active_kg", "sigma_over_active", "measurements", "status"},
            {},
            {}};
  const auto optional = [](const std::optional<double>& v) {
    return v ? fmt::format("{}", *v) : std::string();
  };
  for (std::size_t t = 0; t < balance.periods.size(); ++t) {
    const PeriodBalance& p = balance.periods[t];
    std::vector<std::string> row{std::to_string(t + 1)};
    for (const double kg : {p.sums.opening_kg, p.sums.increases_kg, p.sums.decreases_kg,
                            p.sums.closing_kg, p.muf_kg, p.sigma_kg, p.limit_kg})
      row.push_back(fmt::format("{}", kg));
    for (const auto& cell : {optional(p.ratio), optional(p.probability),
                             fmt::format("{}", p.active_kg), optional(p.active_share),
                             std::to_string(p.measurements), std::string(to_string(p.status))})
      row.push_back(cell);
    out.rows.push_back(std::move(row));
  }
  return as_csv(out);
}

Json number_or_null(const std::optional<double>& value) {
  return value ? Json(*value) : Json();
}

Json period_json(const PeriodBalance& p, std::size_t t) {
  return {{"period", t + 1},
          {"pb_kg", p.sums.opening_kg},
          {"x_kg", p.sums.increases_kg},
          {"y_kg", p.sums.decreases_kg},
          {"pe_kg", p.sums.closing_kg},
          {"muf_kg", p.muf_kg},
          {"sigma_kg", p.sigma_kg},
          {"seid_kg", p.sigma_kg},
          {"leid_kg", p.limit_kg},
          {"muf_over_sigma", number_or_null(p.ratio)},
          {"p", number_or_null(p.probability)},
          {"active_kg", p.active_kg},
          {"sigma_over_active", number_or_null(p.active_share)},
          {"measurements", p.measurements},
          {"status", to_string(p.status)}};
}

Json data_of(const Balance& balance) {
  Json data{{"periods", Json::array()},
            {"covariance_kg2", Json::array()},
            {"contributions", Json::array()},
            {"cumulated_muf_kg", balance.muf.cumulated_kg()},
            {"cumulated_sigma_kg", balance.muf.cumulated_sigma_kg()}};
  for (std::size_t t = 0; t < balance.periods.size(); ++t) {
    data["periods"].push_back(period_json(balance.periods[t], t));
    const auto row = balance.muf.covariance_kg2.row(t);
    data["covariance_kg2"].push_back(std::vector<double>(row.begin(), row.end()));
    for (const Division division : divisions)
      for (const Share& share : balance.shares(division, t))
        data["contributions"].push_back(
            {{"period", t + 1},
             {"by", balance::division_words[static_cast<std::size_t>(division)]},
             {"name", share.name},
             {"variance_kg2", share.variance_kg2},
             {"fraction", share.fraction}});
  }
  return data;
}

/// A balance with the texts that its problems are about.
struct Made {
  assessment::MeasuredBalance balance;
  Texts texts;
};

Result<Made> made_of_study(const Request& request) {
  if (!request.arguments.empty() || !request.items.empty() || !request.methods.empty())
    return fail("U005", "a balance takes either a study or tables of items and methods", {},
                "give --study alone, or leave it out");
  Result<std::string> text = read_file(request.study);
  if (!text) return tl::make_unexpected(text.error());
  Made out;
  const assessment::NamedText study{request.study, *text};
  for (const std::string& file : assessment::files_of_study(study))
    if (Result<std::string> series = read_file(file)) out.texts[file] = std::move(*series);
  out.balance = assessment::study_balance(study, out.texts, {request.limit_factor});
  out.texts[request.study] = std::move(*text);
  return out;
}

Result<Made> made_of(const Request& request) {
  if (!request.study.empty()) return made_of_study(request);
  Result<Inputs> in = inputs_of(request);
  if (!in) return tl::make_unexpected(in.error());
  return Made{assessment::measured_balance({in->items_file, in->items},
                                           {in->methods_file, in->methods}, {request.limit_factor}),
              {{in->items_file, in->items}, {in->methods_file, in->methods}}};
}

std::string page_of(const Request& request, const Texts& texts, const Balance& balance,
                    const assessment::BalanceTests& tests, const assessment::TestChoice& choice) {
  report::BalanceRun run{balance, tests, choice, request.limit_factor, {}};
  for (const auto& [file, text] : texts) run.files.push_back(report::run_file(file, text));
  return page_text(request, report::balance_page(run));
}

Answer run(const Request& request) {
  if (const auto fault = figure_fault(request, report::balance_figures))
    return refuse(balance_command, request, *fault);
  Result<Made> found = made_of(request);
  if (!found) return refuse(balance_command, request, found.error());
  const Texts& texts = found->texts;
  const assessment::MeasuredBalance& made = found->balance;
  if (!made.balance) return refuse(balance_command, request, made.problems, texts);
  const Balance& balance = *made.balance;
  Answer answer;
  answer.messages = render_all(made.problems, texts);
  if (std::any_of(balance.periods.begin(), balance.periods.end(), [](const PeriodBalance& p) {
        return p.status == balance::Status::item_discrepancy;
      }))
    answer.exit = Exit::no;
  const assessment::TestChoice choice{request.false_alarm, request.page_k};
  const auto tests =
      assessment::balance_tests(balance.muf.muf_kg, balance.muf.covariance_kg2, choice);
  if (!tests) return refuse(balance_command, request, tests.error());
  if (tests->alarmed()) answer.exit = Exit::no;
  if (request.json()) {
    Json data = data_of(balance);
    data["tests"] = tests_json(*tests, choice);
    answer.body = envelope(balance_command.name, std::move(data), made.problems);
  } else if (wants_page(request)) {
    answer.body = page_of(request, texts, balance, *tests, choice);
  } else {
    answer.body =
        request.format == Format::csv ? csv_of(balance) : text_of(request, balance, *tests);
  }
  return answer;
}

constexpr std::array flags{Flag::items,       Flag::methods, Flag::study, Flag::limit_factor,
                           Flag::false_alarm, Flag::page_k,  Flag::figure};
constexpr std::array formats_of{Format::text, Format::json, Format::csv,
                                Format::html, Format::md,   Format::svg};

constexpr std::string_view schema_text = R"({
  "type": "object",
  "required": ["periods", "covariance_kg2", "contributions", "cumulated_muf_kg", "cumulated_sigma_kg", "tests"],
  "properties": {
    "periods": {"type": "array", "items": {"type": "object",
      "required": ["period", "pb_kg", "x_kg", "y_kg", "pe_kg", "muf_kg", "sigma_kg", "seid_kg",
        "leid_kg", "muf_over_sigma", "p", "active_kg", "sigma_over_active", "measurements", "status"],
      "properties": {"period": {"type": "integer"}, "muf_kg": {"type": "number"},
        "sigma_kg": {"type": "number"}, "muf_over_sigma": {"type": ["number", "null"]},
        "p": {"type": ["number", "null"]},
        "status": {"enum": ["measured", "empty", "closed", "item discrepancy"]}}}},
    "covariance_kg2": {"type": "array", "items": {"type": "array", "items": {"type": "number"}}},
    "contributions": {"type": "array", "items": {"type": "object",
      "required": ["period", "by", "name", "variance_kg2", "fraction"],
      "properties": {"by": {"enum": ["source", "method", "stratum", "nature"]}}}},
    "cumulated_muf_kg": {"type": "number"}, "cumulated_sigma_kg": {"type": "number"},
    "tests": {"type": "object",
      "required": ["false_alarm", "page_k", "periods", "answers", "constant_loss", "common_share"],
      "properties": {
        "periods": {"type": "array", "items": {"type": "object",
          "required": ["period", "cumuf_kg", "sigma_cumuf_kg", "itmuf_kg", "sigma_itmuf_kg", "sitmuf", "gemuf",
            "degrees", "page", "status"],
          "properties": {"status": {"enum": ["regular", "predictable", "discrepancy"]}}}},
        "answers": {"type": "array", "items": {"type": "object",
          "required": ["test", "statistic", "limit", "alarm"]}}}}}
})";

}  // namespace

const Command balance_command{
    .name = "balance",
    .group = Group::statistics,
    .arguments = "[FOLDER]",
    .arguments_max = 1,
    .summary = "The material balance of measured items, with its uncertainty",
    .text =
        "MUF of each period from a table of items, its standard error from the errors of the "
        "methods, and where the variance comes from. Errors with one source key are one error, "
        "wherever they act, so that inventories used twice, shared analyses and biases of a method "
        "count as they are. FOLDER holds items.csv and methods.csv; with --study the flows and "
        "inventories are time series. SEID is the standard error of "
        "MUF, p the chance of a MUF at least as large without a loss. The shares of all periods "
        "are "
        "printed with --verbose; --json has the covariances of all periods and the shares by "
        "source, method, stratum and nature. The periods are tested as a sequence: CUMUF, SITMUF "
        "with Page's test, whose limit is exact, and GEMUF. --format html writes a page that says "
        "all "
        "this with drawings; --format svg one of them: muf, sitmuf, page or contributions. Exit "
        "status 1: a test alarms, or a "
        "period without measurement error does not close.",
    .flags = flags,
    .formats = formats_of,
    .example =
        "accord balance examples/state/items_honest\n"
        "accord balance examples/state/items_honest --format html -o balance.html\n"
        "accord balance --items items.csv --methods methods.csv --format csv\n"
        "accord balance --study examples/study/study.toml",
    .schema = schema_text,
    .run = run,
    .arguments_are = Words::folders};

}  // namespace accord::cli
