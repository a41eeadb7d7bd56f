#pragma once

#include <optional>
#include <string>
#include <vector>

#include "answers/talks/zone_on.h"
#include "talks/public_words/days.h"

namespace accord::described {

template <>
struct Words<talks::OptionMark> {
  static constexpr auto last = talks::OptionMark::out;
  static constexpr std::string_view name = "option_mark",
                                    words[] = {"open", "named", "against", "out"};
};

}  // namespace accord::described

namespace accord::answers {

struct TalksDaysQuestion {
  bool public_only = false;

  static constexpr auto described =
      object("talks_days_question", "Every day of talks on which a mark changes: what is left",
             member<&TalksDaysQuestion::public_only>("public_only",
                                                     "public statements only, no press reports"));
};

struct MarkChanged {
  std::string issue, option, party;
  talks::OptionMark before{}, after{};
  std::vector<std::string> because;

  static constexpr auto described = object(
      "mark_changed", "The mark of a side on an option, which changes on the day",
      member<&MarkChanged::issue>("issue", "its name"),
      member<&MarkChanged::option>("option", "the option"),
      member<&MarkChanged::party>("party", "the side"),
      member<&MarkChanged::before>("mark_before", "until the day"),
      member<&MarkChanged::after>("mark_after", "from the day"),
      member<&MarkChanged::because>("because", "the statements that decide it now; empty: none"));
};

struct TalksDay {
  std::optional<Day> from;
  PublicZone answer{};
  talks::Number packages_not_excluded, packages_not_opposed, packages_named_by_all;
  std::vector<std::string> none_left, statements;
  std::vector<MarkChanged> changes;

  static constexpr auto described =
      object("talks_day", "What is left from a day until the next of the list",
             member<&TalksDay::from>("from_day", "the day; none: before the first statement"),
             member<&TalksDay::answer>("zone_answer", "possible or excluded, never sure"),
             member<&TalksDay::packages_not_excluded>(
                 "packages_not_excluded",
                 "choices of one option for each issue that no red line puts out"),
             member<&TalksDay::packages_not_opposed>(
                 "packages_not_opposed", "those that no side puts out or is against in any part"),
             member<&TalksDay::packages_named_by_all>("packages_named_by_all",
                                                      "those that every side names in every part"),
             member<&TalksDay::none_left>("issues_none_left",
                                          "issues on which every option is out for some side"),
             member<&TalksDay::statements>("statements_new",
                                           "the statements behind the changes of the day"),
             member<&TalksDay::changes>("marks_changed", "every mark that changes on it"));
};

struct TalksDays {
  bool public_only = false;
  std::vector<TalksDay> days;

  static constexpr auto described = object(
      "talks_days", "What is left on each day of talks on which a mark changes",
      member<&TalksDays::public_only>("public_only", "whether press reports are left out"),
      member<&TalksDays::days>("talk_days", "in their order, before the first statement first"));
};

/// P020: no issues; P052: fewer than two sides.
[[nodiscard]] Answered<TalksDays> talks_days(const Workspace& workspace,
                                             const TalksDaysQuestion& asked);

extern const Question talks_days_question;

}  // namespace accord::answers
