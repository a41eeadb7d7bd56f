#include "answers/agreement/account.h"
#include "cli/agreement/finding_text.h"
#include "cli/frame/all_commands.h"

namespace accord::cli {

using answers::AccountAnswer;
using answers::AccountRow;

namespace {

agreement::AccountLine line_of(const AccountRow& row) {
  agreement::AccountLine out;
  out.day = row.day;
  out.side = row.side;
  out.what = row.what;
  out.parties = row.party;
  out.party_title = row.party_title;
  out.term = row.term.value_or("");
  out.title = row.title;
  out.state = row.state;
  out.value = row.value_shown.value_or("");
  out.limit = row.limit_shown.value_or("");
  out.ground = row.ground.value_or("");
  out.supposed = row.supposed;
  return out;
}

std::string text_of(const void* at, const Call& call) {
  const auto& answer = *static_cast<const AccountAnswer*>(at);
  agreement::Account account{answer.left,        answer.right, answer.left_title,
                             answer.right_title, {},           answer.standing};
  for (const AccountRow& row : answer.account_lines) account.lines.push_back(line_of(row));
  return heading(answer.judged, answer.notes, call) + "\n" + agreement::account_text(account);
}

}  // namespace

const Command terms_account{.name = "terms account",
                            .question = &answers::account_question,
                            .group = Group::judge,
                            .text_of = text_of};

}  // namespace accord::cli
