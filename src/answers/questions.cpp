#include "answers/questions.h"

#include <algorithm>
#include <array>

#include "answers/accounts/check.h"
#include "answers/accounts/due.h"
#include "answers/accounts/inventory.h"
#include "answers/accounts/items.h"
#include "answers/accounts/mbr.h"
#include "answers/accounts/movements.h"
#include "answers/accounts/pairs.h"
#include "answers/agreement/assess.h"
#include "answers/agreement/explain.h"
#include "answers/agreement/positions.h"
#include "answers/agreement/status.h"
#include "answers/agreement/timeline.h"

namespace accord::answers {

namespace {

constexpr std::array all{&check_question, &inventory_question, &movements_question,
                         &mbr_question,   &due_question,       &pairs_question,
                         &items_question, &positions_question, &status_question, &assess_question, &timeline_question, &explain_question};

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
