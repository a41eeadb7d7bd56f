#include "answers/questions.h"

#include <algorithm>
#include <array>

#include "answers/accounts/check.h"
#include "answers/accounts/convert.h"
#include "answers/accounts/due.h"
#include "answers/accounts/explain_entry.h"
#include "answers/accounts/explain_figure.h"
#include "answers/accounts/explain_rule.h"
#include "answers/accounts/export.h"
#include "answers/accounts/import.h"
#include "answers/accounts/inventory.h"
#include "answers/accounts/items.h"
#include "answers/accounts/mbr.h"
#include "answers/accounts/mbr_report.h"
#include "answers/accounts/movements.h"
#include "answers/accounts/pairs.h"
#include "answers/agreement/account.h"
#include "answers/agreement/assess.h"
#include "answers/agreement/clock.h"
#include "answers/agreement/compare_claims.h"
#include "answers/agreement/compare_items.h"
#include "answers/agreement/depends.h"
#include "answers/agreement/diff.h"
#include "answers/agreement/explain.h"
#include "answers/agreement/positions.h"
#include "answers/agreement/show.h"
#include "answers/agreement/status.h"
#include "answers/agreement/terms_check.h"
#include "answers/agreement/timeline.h"
#include "answers/statistics/balance.h"
#include "answers/talks/check.h"
#include "answers/talks/days.h"
#include "answers/talks/draft.h"
#include "answers/talks/round.h"
#include "answers/talks/sheet_on.h"
#include "answers/talks/solve.h"
#include "answers/talks/verify.h"
#include "answers/talks/why.h"
#include "answers/talks/zone.h"
#include "answers/talks/zone_on.h"

namespace accord::answers {

namespace {

constexpr std::array all{&check_question,         &inventory_question,
                         &movements_question,     &mbr_question,
                         &mbr_report_question,    &due_question,
                         &pairs_question,         &items_question,
                         &explain_entry_question, &explain_figure_question,
                         &explain_rule_question,  &import_question,
                         &export_question,        &convert_question,
                         &positions_question,     &status_question,
                         &assess_question,        &timeline_question,
                         &account_question,       &compare_claims_question,
                         &compare_items_question, &terms_check_question,
                         &show_question,          &diff_question,
                         &clock_question,         &depends_question,
                         &explain_question,       &balance_question,
                         &talks_check_question,   &zone_question,
                         &solve_question,         &why_question,
                         &verify_question,        &draft_question,
                         &zone_on_question,       &talks_days_question,
                         &sheet_on_question,      &round_question,
                         &replay_question};

}  // namespace

std::span<const Question* const> questions() {
  return all;
}

const Question* find_question(std::string_view name) {
  const auto found = std::find_if(all.begin(), all.end(),
                                  [name](const Question* one) { return one->name == name; });
  return found == all.end() ? nullptr : *found;
}

}  // namespace accord::answers
