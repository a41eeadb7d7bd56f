#include "answers/talks/days.h"
#include "base/text.h"
#include "cli/frame/all_commands.h"
#include "cli/print/text.h"
#include "described/cells.h"

namespace accord::cli {

namespace {

std::string text_of(const void* at, const Call& call) {
  const auto& answer = *static_cast<const answers::TalksDays*>(at);
  Table table{
      {"from", "answer", "not excluded", "not opposed", "named by all", "none left", "said"},
      {},
      {},
      0,
      {false, false, true, true, true, false, false}};
  for (const answers::TalksDay& day : answer.days)
    table.rows.push_back(
        {day.from ? to_string(*day.from) : "before", described::cell(described::view(day.answer)),
         day.packages_not_excluded.text(), day.packages_not_opposed.text(),
         day.packages_named_by_all.text(), day.none_left.empty() ? "-" : join(day.none_left, ", "),
         day.statements.empty() ? "-" : join(day.statements, ", ")});
  return as_text(table, call.look);
}

}  // namespace

const Command talks_days{.name = "talks days",
                         .question = &answers::talks_days_question,
                         .group = Group::talks,
                         .text_of = text_of};

}  // namespace accord::cli
