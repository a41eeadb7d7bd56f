#pragma once

#include <optional>
#include <string>
#include <vector>

#include "agreement/history/account.h"
#include "answers/agreement/judged.h"

namespace accord::answers {

struct AccountQuestion {
  std::string left, right;

  static constexpr auto described =
      object("account_question",
             "What each of two sides performed, stopped or owes, by day, in two columns",
             member<&AccountQuestion::left>("left", "a party, whose column is the left one")
                 .argument()
                 .required()
                 .shown_as("PARTY")
                 .completed_by("parties"),
             member<&AccountQuestion::right>("right", "the other party")
                 .argument()
                 .required()
                 .shown_as("PARTY")
                 .completed_by("parties"));
};

struct AccountRow {
  Day day;
  agreement::AccountSide side{};
  agreement::AccountWord what{};
  std::vector<std::string> party;
  std::string party_title;
  std::optional<std::string> term;
  std::string title;
  std::optional<evidence::State> state;
  std::optional<std::string> value_shown, limit_shown, ground, source;
  bool supposed = false;
  std::optional<Record> record;

  static constexpr auto described = object(
      "account_line", "What a side performed, stopped or owed on a day",
      member<&AccountRow::day>("day", "the day"),
      member<&AccountRow::side>("side", "whose line it is: of one side, or of both"),
      member<&AccountRow::what>("what", "what became of it"),
      member<&AccountRow::party>("party", "who owes or declares it").detail(),
      member<&AccountRow::party_title>("party_title", "their names"),
      member<&AccountRow::term>("term", "the term; none: a declaration about no single term"),
      member<&AccountRow::title>("title", "of the term, or of the declaration"),
      member<&AccountRow::state>("state", "state of the term; none: a declaration"),
      member<&AccountRow::value_shown>("value_shown", "its figure as on record; none: no figure"),
      member<&AccountRow::limit_shown>("limit_shown", "its limit in words; none: no limit"),
      member<&AccountRow::ground>("ground", "remark of the record of a declaration"),
      member<&AccountRow::source>("source", "where it is published; none: not stated").detail(),
      member<&AccountRow::supposed>("supposed", "whether it is supposed and not on record")
          .detail(),
      member<&AccountRow::record>("record", "the row; none: no record says it"));
};

struct AccountAnswer {
  Judged judged;
  std::string left, right, left_title, right_title;
  std::vector<AccountRow> account_lines;
  std::vector<agreement::AccountStanding> standing;
  std::vector<std::string> notes;

  static constexpr auto described = object(
      "account", "The account of give and take of two sides",
      judged_member<&AccountAnswer::judged>(), member<&AccountAnswer::left>("left", "a party"),
      member<&AccountAnswer::right>("right", "the other party"),
      member<&AccountAnswer::left_title>("left_title", "its name"),
      member<&AccountAnswer::right_title>("right_title", "its name"),
      member<&AccountAnswer::account_lines>("account_lines",
                                            "by day; nothing is inferred from the order"),
      member<&AccountAnswer::standing>("standing",
                                       "each term on the day, in the order of the text"),
      notes_member<&AccountAnswer::notes>());
};

/// C002: no such party, or one is on both sides.
[[nodiscard]] Answered<AccountAnswer> account(const Assessment& assessment,
                                              const AccountQuestion& asked);

extern const Question account_question;

}  // namespace accord::answers
