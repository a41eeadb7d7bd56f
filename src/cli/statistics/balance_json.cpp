#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "assessment/targets.h"
#include "balance/muf/common_share.h"
#include "balance/tests/page.h"
#include "cli/files/files.h"
#include "cli/frame/all_commands.h"
#include "cli/frame/answer.h"
#include "cli/frame/envelope_json.h"
#include "cli/print/run_pages.h"
#include "cli/statistics/balance_answers_json.h"
#include "cli/statistics/balance_input.h"
#include "cli/statistics/balance_text.h"
#include "formats/profiles/criteria.h"
#include "report/pages/balance_page.h"

namespace accord::cli {

using balance::Balance;
using balance::Division;
using balance::PeriodBalance;
using balance::Share;

namespace {

constexpr Division divisions[] = {Division::source, Division::method, Division::stratum,
                                  Division::nature};

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

/// Criteria that come with the program, or of a file; none when none are asked for.
Result<formats::ReadCriteria> criteria_of(const Request& request, Texts& texts) {
  if (request.criteria.empty()) return formats::ReadCriteria{};
  std::string text(formats::own_criteria(request.criteria));
  if (text.empty()) {
    Result<std::string> read = read_file(request.criteria);
    if (!read) {
      Error error = read.error();
      error.remedy =
          fmt::format("name a file, or one of {}", fmt::join(formats::own_criteria_ids(), ", "));
      return tl::make_unexpected(std::move(error));
    }
    text = std::move(*read);
  }
  formats::ReadCriteria out = formats::read_criteria(text, request.criteria);
  texts[request.criteria] = std::move(text);
  return out;
}

/// Declared errors against target values; nothing when none are asked for.
Result<std::optional<assessment::ReadTargets>> targets_of(const Request& request,
                                                          BalanceInput& in) {
  if (request.targets.empty()) {
    if (request.demonstration)
      return fail("U004", "--demonstration: no target values are used here", {},
                  "add --targets FILE");
    return std::nullopt;
  }
  if (in.methods_file.empty())
    return fail("U005", "a study names no target values", {},
                "--targets takes the errors of a table of methods; leave it out with --study");
  Result<std::string> text = read_file(request.targets);
  if (!text) return tl::make_unexpected(text.error());
  auto out = assessment::target_report({in.methods_file, in.texts.at(in.methods_file)},
                                       {request.targets, *text},
                                       request.demonstration ? measurement::Purpose::demonstration
                                                             : measurement::Purpose::evaluation);
  in.texts[request.targets] = std::move(*text);
  return out;
}

void take(std::vector<Problem>& problems, const std::vector<Problem>& more) {
  problems.insert(problems.end(), more.begin(), more.end());
}

Answer answer_of(const Request& request, const report::BalanceRun& run,
                 const std::vector<Problem>& problems) {
  Answer out;
  const bool discrepancy = std::any_of(
      run.balance.periods.begin(), run.balance.periods.end(),
      [](const PeriodBalance& p) { return p.status == balance::Status::item_discrepancy; });
  if (discrepancy || !run.tests.adds_up() || run.tests.alarmed() || run.decisions.exceeded())
    out.exit = Exit::no;
  if (request.json()) {
    Json data = data_of(run.balance);
    data["validity"] = validity_json(run);
    data["tests"] = tests_json(run);
    data["decisions"] = decisions_json(run);
    data["criteria"] = criteria_json(run);
    data["targets"] = targets_json(run);
    out.body = envelope(balance_command.name, std::move(data), problems);
  } else if (wants_page(request)) {
    out.body = page_text(request, report::balance_page(run));
  } else {
    out.body = request.format == Format::csv ? balance_csv(run)
                                             : balance_text(run, request.verbose, request.look);
  }
  return out;
}

/// What the tests say of their arguments, in the words of the flags that gave them.
Error as_flag(const Error& error, const Request& request) {
  const bool limit = error.where == "h" || error.where == "headstart" || error.where == "periods";
  if (error.code == "B105")
    return {
        "U004",
        request.page_headstart > 0
            ? fmt::format("--page-k {} with --page-headstart {}: no limit makes the probability of "
                          "a false alarm as large as --false-alarm {}",
                          request.page_k, request.page_headstart, request.false_alarm)
            : fmt::format("--page-k {} is too large: whatever the limit, the probability of a "
                          "false alarm stays below --false-alarm {}",
                          request.page_k, request.false_alarm),
        {},
        request.page_headstart > 0 ? "take a smaller --page-headstart or --page-k"
                                   : "take a smaller --page-k; 0.5 is usual"};
  if ((error.code == "B107" || error.code == "B102") && limit && request.page_headstart > 0)
    return {
        "U004",
        fmt::format("--page-headstart {} is too large: Page's statistic would begin at its limit, "
                    "or need one above {}",
                    request.page_headstart, balance::page_h_max),
        {},
        "take a smaller one; half of the limit is usual"};
  if ((error.code == "B107" || error.code == "B102") && limit)
    return {
        "U004",
        fmt::format("--page-k {} is too small for --false-alarm {}: Page's test would need a limit "
                    "above {}",
                    request.page_k, request.false_alarm, balance::page_h_max),
        {},
        "take a larger --page-k or --false-alarm"};
  return error;
}

Answer run(const Request& request) {
  if (const auto fault = figure_fault(request, report::balance_figures))
    return refuse(balance_command, request, *fault);
  Result<BalanceInput> in = balance_input(request);
  if (!in) return refuse(balance_command, request, in.error());
  auto criteria = criteria_of(request, in->texts);
  if (!criteria) return refuse(balance_command, request, criteria.error());
  auto targets = targets_of(request, *in);
  if (!targets) return refuse(balance_command, request, targets.error());
  std::vector<Problem> problems = in->balance.problems;
  take(problems, criteria->problems);
  // The reader of the balance has reported what is wrong with the table of methods.
  if (*targets) take(problems, (*targets)->problems);
  if (!in->balance.balance || has_errors(problems))
    return refuse(balance_command, request, problems, in->texts);
  const Balance& balance = *in->balance.balance;
  const assessment::TestChoice choice{request.false_alarm, request.page_k, request.page_headstart,
                                      request.two_sided};
  const balance::DecisionChoice decision{request.false_alarm, request.detection, request.goal};
  const auto tests = assessment::balance_tests(balance.muf.muf_kg, balance.muf.covariance_kg2,
                                               choice, balance::common_share(balance.muf));
  if (!tests) return refuse(balance_command, request, as_flag(tests.error(), request));
  const auto decisions = balance::decide(balance, decision, criteria->criteria);
  if (!decisions) return refuse(balance_command, request, as_flag(decisions.error(), request));
  report::BalanceRun run{balance, *tests, *decisions, choice, decision};
  run.criteria = std::move(criteria->criteria);
  if (*targets) run.targets = std::move((*targets)->report);
  run.demonstration = request.demonstration;
  run.limit_factor = request.limit_factor;
  for (const auto& [file, text] : in->texts) run.files.push_back(report::run_file(file, text));
  Answer answer = answer_of(request, run, problems);
  answer.messages = render_all(problems, in->texts);
  return answer;
}

constexpr std::array flags{Flag::items,     Flag::methods,        Flag::study,
                           Flag::mass,      Flag::limit_factor,   Flag::false_alarm,
                           Flag::page_k,    Flag::page_headstart, Flag::two_sided,
                           Flag::detection, Flag::goal,           Flag::criteria,
                           Flag::targets,   Flag::demonstration,  Flag::figure};
constexpr std::array formats_of{Format::text, Format::json, Format::csv,
                                Format::html, Format::md,   Format::svg};

constexpr std::string_view schema_text = R"({
  "type": "object",
  "required": ["periods", "covariance_kg2", "contributions", "cumulated_muf_kg", "cumulated_sigma_kg", "tests",
    "validity", "decisions", "criteria", "targets"],
  "properties": {
    "periods": {"type": "array", "items": {"type": "object",
      "required": ["period", "pb_kg", "x_kg", "y_kg", "pe_kg", "muf_kg", "sigma_kg", "seid_kg",
        "leid_kg", "muf_over_sigma", "p", "active_kg", "sigma_over_active", "measurements", "status"],
      "properties": {"period": {"type": "integer"}, "muf_kg": {"type": ["number", "null"]},
        "sigma_kg": {"type": ["number", "null"]}, "muf_over_sigma": {"type": ["number", "null"]},
        "p": {"type": ["number", "null"]},
        "status": {"enum": ["measured", "empty", "closed", "item discrepancy", "not measured"]}}}},
    "covariance_kg2": {"type": "array", "items": {"type": "array", "items": {"type": ["number", "null"]}}},
    "contributions": {"type": "array", "items": {"type": "object",
      "required": ["period", "by", "name", "variance_kg2", "fraction"],
      "properties": {"by": {"enum": ["source", "method", "stratum", "nature"]}}}},
    "cumulated_muf_kg": {"type": ["number", "null"]}, "cumulated_sigma_kg": {"type": ["number", "null"]},
    "tests": {"type": "object",
      "required": ["false_alarm", "page_k", "periods", "answers", "adds_up", "unexplained", "constant_loss",
        "common_share"],
      "properties": {
        "periods": {"type": "array", "items": {"type": "object",
          "required": ["period", "cumuf_kg", "sigma_cumuf_kg", "itmuf_kg", "sigma_itmuf_kg", "sitmuf", "gemuf",
            "degrees", "page", "status"],
          "properties": {"status": {"enum": ["regular", "near singular", "predictable", "discrepancy"]}}}},
        "answers": {"type": "array", "items": {"type": "object",
          "required": ["test", "statistic", "limit", "alarm", "period"]}},
        "adds_up": {"type": "boolean"},
        "unexplained": {"type": "array", "items": {"type": "object", "required": ["period", "kg"],
          "properties": {"period": {"type": "integer"}, "kg": {"type": "number"}}}}}},
    "validity": {"type": "object", "required": ["largest_relative", "method", "may_be_negative", "periods"],
      "properties": {"method": {"type": ["string", "null"]}, "periods": {"type": "array", "items": {"type": "object",
        "required": ["period", "largest", "largest_share", "effective"]}}}},
    "decisions": {"type": "object",
      "required": ["false_alarm", "detection", "goal_kg", "periods", "together"],
      "properties": {"periods": {"type": "array", "items": {"type": "object",
        "required": ["period", "limit_kg", "alarm", "does_not_add_up", "found_kg", "goal_probability"]}}}},
    "criteria": {"type": ["object", "null"], "required": ["id", "title", "criteria", "definitions"],
      "properties": {"criteria": {"type": "array", "items": {"type": "object",
        "required": ["name", "statistic", "action", "source", "confirmed", "note", "periods"],
        "properties": {"statistic": {"enum": ["MUF", "|MUF|", "SEID", "CUMUF", "|CUMUF|"]},
          "periods": {"type": "array", "items": {"type": "object",
            "required": ["period", "value_kg", "limit_kg", "exceeded"]}}}}},
        "definitions": {"type": "array", "items": {"type": "object",
          "required": ["name", "text", "source", "confirmed"]}}}},
    "targets": {"type": ["object", "null"], "required": ["demonstration", "rows", "without_target"],
      "properties": {"rows": {"type": "array", "items": {"type": "object",
        "required": ["method", "factor", "declared", "target", "unit", "ratio", "within", "target_method",
          "material", "quantity", "edition", "source_page", "verified_by", "verified_on"]}}}}}
})";

}  // namespace

const Command balance_command{
    .name = "balance",
    .group = Group::statistics,
    .arguments = "[FOLDER]",
    .arguments_max = 1,
    .summary = "The material balance of measured items, with its uncertainty",
    .flags = flags,
    .formats = formats_of,
    .schema = schema_text,
    .run = run,
    .arguments_are = Words::folders};

}  // namespace accord::cli
