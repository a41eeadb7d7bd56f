#pragma once

#include <optional>
#include <string>
#include <vector>

#include "answers/agreement/finding.h"

namespace accord::answers {

struct StatusQuestion {
  std::optional<std::string> term, party;
  bool together = false;

  static constexpr auto described = object(
      "status_question", "Where every commitment stands on a day, as known on a day",
      term_flag<&StatusQuestion::term>(), party_flag<&StatusQuestion::party>(),
      member<&StatusQuestion::together>(
          "together",
          "where a record does not say whose it is: what can be said of all who are obliged"));
};

struct TermTogether {
  std::string term;
  Outcome outcome{};
  State state{};
  std::string says;

  static constexpr auto described = object(
      "term_together", "What can be said of all who are obliged, where a record names none of them",
      member<&TermTogether::term>("term", "the commitment"),
      member<&TermTogether::outcome>("outcome", "what may be said of all together"),
      member<&TermTogether::state>("state", "the state of all together"),
      member<&TermTogether::says>("says", "why, in words"));
};

struct StatusAnswer {
  Judged judged;
  std::vector<Finding> findings;
  std::vector<TermTogether> terms_together;
  std::vector<std::string> recalled_only, notes, closing;

  [[nodiscard]] bool rests_on_unread() const;

  static constexpr auto described = object(
      "status", "Where every commitment stands on a day", judged_member<&StatusAnswer::judged>(),
      member<&StatusAnswer::findings>("findings", "one for each commitment and obliged party"),
      member<&StatusAnswer::terms_together>(
          "terms_together", "where that is asked for: commitments that are judged together too"),
      recalled_only_member<&StatusAnswer::recalled_only>(), notes_member<&StatusAnswer::notes>(),
      closing_member<&StatusAnswer::closing>(),
      rests_on_unread_member<&StatusAnswer::rests_on_unread>());
};

/// C001, C002.
[[nodiscard]] Answered<StatusAnswer> status(const Assessment& assessment,
                                            const StatusQuestion& asked);

extern const Question status_question;

}  // namespace accord::answers
