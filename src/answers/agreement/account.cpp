#include "answers/agreement/account.h"

#include <fmt/format.h>

namespace accord::answers {

namespace {

/// A side is not set against a group that holds it.
std::optional<Error> overlap(const agreement::Agreement& text, const AccountQuestion& asked) {
  const auto both = on_both_sides(text, asked.left, asked.right);
  if (!both) return std::nullopt;
  return Error{"C002",
               asked.left == asked.right ? fmt::format("“{}” is named for both sides", asked.left)
                                         : fmt::format("“{}” is on both sides", *both),
               {},
               "name two sides that have no party in common"};
}

AccountRow row_of(const agreement::AccountLine& line, const evidence::Records& records) {
  AccountRow out{line.day,
                 line.side,
                 line.what,
                 line.parties,
                 line.party_title,
                 text_or_none(line.term),
                 line.title,
                 line.state,
                 text_or_none(line.value),
                 text_or_none(line.limit),
                 text_or_none(line.ground),
                 text_or_none(line.source),
                 line.supposed,
                 {}};
  if (line.origin) out.record = record_of(records, *line.origin);
  return out;
}

}  // namespace

Answered<AccountAnswer> account(const Assessment& assessment, const AccountQuestion& asked) {
  const agreement::Agreement& text = assessment.workspace().agreement;
  for (const std::string& side : {asked.left, asked.right})
    if (const auto unknown = no_such_party(text, side)) return refused(*unknown);
  if (const auto both = overlap(text, asked)) return refused(*both);
  agreement::Account made = agreement::account(assessment.evaluator(), asked.left, asked.right,
                                               assessment.on(), assessment.known());
  AccountAnswer out{judged_of(assessment),    made.left,           made.right,
                    made.left_title,          made.right_title,    {},
                    std::move(made.standing), notes_of(assessment)};
  for (const agreement::AccountLine& line : made.lines)
    out.account_lines.push_back(row_of(line, assessment.records()));
  return out;
}

constinit const Question account_question = Asked<account>::named("terms account");

}  // namespace accord::answers
