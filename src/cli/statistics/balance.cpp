#include "answers/statistics/balance.h"

#include "cli/frame/all_commands.h"
#include "cli/frame/answer.h"
#include "cli/frame/answered.h"
#include "cli/print/run_pages.h"
#include "cli/statistics/balance_text.h"
#include "report/pages/balance_page.h"

namespace accord::cli {

using answers::BalanceQuestion;
using answers::MadeBalance;

namespace {

report::BalanceRun run_of(const answers::Measured& measured, const MadeBalance& made,
                          const BalanceQuestion& asked) {
  report::BalanceRun out{made.balance, made.tests, made.decisions, made.choice,
                         made.decision_choice};
  out.criteria = made.criteria;
  out.targets = made.targets;
  out.demonstration = asked.demonstration;
  out.limit_factor = asked.limit_factor;
  for (const auto& [file, text] : measured.texts) out.files.push_back(report::run_file(file, text));
  return out;
}

/// What people read: the text, a page or a drawing.
Answer run(const Call& call) {
  const auto& asked = asked_of<BalanceQuestion>(call);
  auto measured = measured_of(call);
  if (!measured) return refuse(balance_command, call, std::move(measured.error()));
  auto made = answers::made_balance(*measured, asked);
  if (!made) return refuse(balance_command, call, std::move(made.error()));
  const report::BalanceRun shown = run_of(*measured, *made, asked);
  Answer answer;
  answer.messages = render_all(made->problems, measured->texts);
  if (made->is_doubted()) answer.exit = Exit::no;
  answer.body = wants_page(call) ? page_text(call, report::balance_page(shown), asked.figure)
                                 : balance_text(shown, call.verbose, call.look);
  return answer;
}

std::optional<Error> fault(const Call& call) {
  return figure_fault(call, asked_of<BalanceQuestion>(call).figure, report::balance_figures);
}

constexpr std::array formats{Format::text, Format::json, Format::csv, Format::xlsx,
                             Format::html, Format::md,   Format::svg};
constexpr std::array own_forms{Format::text, Format::html, Format::md, Format::svg};

}  // namespace

const Command balance_command{.name = "balance",
                              .question = &answers::balance_question,
                              .group = Group::statistics,
                              .formats = formats,
                              .run = run,
                              .fault = fault,
                              .own_forms = own_forms};

}  // namespace accord::cli
