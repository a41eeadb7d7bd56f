#include <fmt/format.h>

#include <cmath>

#include "base/english.h"
#include "report/pages/balance_page.h"
#include "report/pages/run_words.h"

namespace accord::report {

using balance::CriterionAnswer;
using balance::Decision;
using measurement::Criterion;

namespace {

Table decisions_table(const BalanceRun& run, int digits) {
  const balance::DecisionChoice& choice = run.decision_choice;
  Table out{"decisions-table",
            "Each period by itself",
            fmt::format("A MUF above the limit alarms; without loss that happens with probability "
                        "{} in each period. Found: the loss that alarms with probability {}.",
                        choice.false_alarm, choice.detection),
            {{"period"}, {"MUF, kg", true}, {"limit, kg", true}, {"answer"}, {"found, kg", true}},
            {}};
  if (choice.goal_kg) {
    out.columns.push_back({fmt::format("{} kg alarms, %", *choice.goal_kg), true});
    out.statement +=
        fmt::format(" Last column: how often a loss of {} kg alarms.", *choice.goal_kg);
  }
  const auto add = [&](std::string period, double muf_kg, const Decision& d) {
    std::vector<std::string> row{std::move(period), fixed(muf_kg, digits),
                                 fixed(d.limit_kg, digits),
                                 std::isnan(d.limit_kg) ? "not measured"
                                 : d.does_not_add_up    ? "does not add up"
                                 : d.alarm              ? "alarm"
                                                        : "no alarm",
                                 fixed(d.found_kg, digits)};
    if (d.goal_probability) row.push_back(fixed(*d.goal_probability * 100, 2));
    out.rows.push_back(row_of(std::move(row)));
  };
  for (std::size_t t = 0; t < run.decisions.periods.size(); ++t)
    add(std::to_string(t + 1), run.balance.periods[t].muf_kg, run.decisions.periods[t]);
  if (run.decisions.periods.size() > 1)
    add("all together", run.balance.muf.cumulated_kg(), run.decisions.together);
  return out;
}

Table criteria_table(const BalanceRun& run, int digits) {
  Table out{"criteria-table",
            run.criteria.title,
            "A criterion is exceeded when the value is above the limit.",
            {{"period", true}, {"value, kg", true}, {"limit, kg", true}, {"answer"}},
            {}};
  for (std::size_t i = 0; i < run.criteria.list.size(); ++i) {
    const Criterion& criterion = run.criteria.list[i];
    out.rows.push_back(
        {"", {{.text = fmt::format("{} ({})", criterion.name, criterion.source)}}, true});
    for (std::size_t t = 0; t < run.decisions.criteria[i].size(); ++t) {
      const CriterionAnswer& answer = run.decisions.criteria[i][t];
      out.rows.push_back(row_of({std::to_string(t + 1), fixed(answer.value_kg, digits),
                                 fixed(answer.limit_kg, digits),
                                 std::isnan(answer.value_kg) ? std::string("not measured")
                                 : answer.exceeded ? fmt::format("exceeded: {}", criterion.action)
                                                   : std::string("not exceeded")}));
    }
  }
  return out;
}

}  // namespace

Section decisions_section(const BalanceRun& run, int digits) {
  Section out{"decisions", "Each period by itself", 1, {decisions_table(run, digits)}};
  if (run.criteria.list.empty()) return out;
  out.blocks.emplace_back(criteria_table(run, digits));
  List open;
  for (const Criterion& criterion : run.criteria.list)
    if (!criterion.confirmed)
      open.items.push_back(
          {.text =
               fmt::format("{}: not confirmed at its source ({}).{}", criterion.name,
                           criterion.source, criterion.note.empty() ? "" : " " + criterion.note)});
  if (!open.items.empty()) {
    out.blocks.emplace_back(Paragraph{"Bounds that have to be confirmed before they are used:",
                                      Paragraph::Kind::warning});
    out.blocks.emplace_back(std::move(open));
  }
  if (run.criteria.definitions.empty()) return out;
  List words;
  for (const measurement::Definition& d : run.criteria.definitions)
    words.items.push_back({.text = fmt::format("{}: {} ({}){}", d.name, d.text, d.source,
                                               d.confirmed ? "" : "; not confirmed there")});
  out.blocks.emplace_back(Paragraph{"Words of the rule:"});
  out.blocks.emplace_back(std::move(words));
  return out;
}

Section targets_section(const measurement::TargetReport& targets, bool demonstration) {
  Section out{"targets", "Declared errors against target values", 1, {}};
  if (demonstration)
    out.blocks.emplace_back(
        Paragraph{"A demonstration: target values that nobody verified may be among these.",
                  Paragraph::Kind::warning});
  Table table{"targets-table",
              "Declared and target",
              "Standard deviations of the kinds of error that the target states, random and "
              "systematic together; relative ones as fractions, others in kg.",
              {{"method"},
               {"factor"},
               {"declared", true},
               {"target", true},
               {"ratio", true},
               {"answer"},
               {"target value"},
               {"verified by"}},
              {}};
  for (const measurement::DeclaredAgainst& row : targets.rows) {
    const measurement::AgainstTarget& a = row.against;
    table.rows.push_back(row_of(
        {row.method, row.factor, fmt::format("{:.5g}", a.declared),
         fmt::format("{:.5g}", a.target_total), a.ratio ? fixed(*a.ratio, 2) : "–",
         a.meets ? "within" : "above", target_name(a.target),
         a.target.is_verified() ? fmt::format("{}, {}", a.target.verified_by, a.target.verified_on)
                                : std::string("nobody")}));
  }
  out.blocks.emplace_back(std::move(table));
  if (!targets.without_target.empty())
    out.blocks.emplace_back(
        Paragraph{fmt::format("No target is named for {}.", enumerated(targets.without_target))});
  return out;
}

}  // namespace accord::report
