#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "answers/agreement/positions.h"
#include "answers/talks/fail_on.h"

namespace accord::answers {

/// From public words nothing is ever sure: nobody has said that options of different issues go
/// together.
enum class PublicZone : std::uint8_t { possible, excluded };

}  // namespace accord::answers

namespace accord::described {

template <>
struct Words<answers::PublicZone> {
  static constexpr auto last = answers::PublicZone::excluded;
  static constexpr std::string_view name = "public_zone_word", words[] = {"possible", "excluded"};
};

}  // namespace accord::described

namespace accord::answers {

struct ZoneOnQuestion {
  std::optional<Day> on;
  bool public_only = false;
  ZoneFailOn fail_on_answer = ZoneFailOn::possible;

  static constexpr auto described =
      object("zone_on_question", "From what was said in public: possible or excluded on a day",
             member<&ZoneOnQuestion::on>("on", "the day asked about, as 2025-05-18").setting(),
             member<&ZoneOnQuestion::public_only>("public_only",
                                                  "public statements only, no press reports"),
             member<&ZoneOnQuestion::fail_on_answer>(
                 "fail_on_answer",
                 "exit status 1 also for possible, or for excluded alone: a script must "
                 "not read possible as yes")
                 .as_flag("--fail-on")
                 .shown_as("ANSWER"));
};

struct IssueColumns {
  std::string issue, title;
  std::vector<std::string> not_excluded, not_opposed, named_by_all, silent;

  static constexpr auto described = object(
      "issue_columns", "What is left of an issue, in three columns that are never merged",
      member<&IssueColumns::issue>("issue", "its name"),
      member<&IssueColumns::title>("title", "what it is about"),
      member<&IssueColumns::not_excluded>("not_excluded", "options that no red line puts out"),
      member<&IssueColumns::not_opposed>(
          "not_opposed", "options that no side puts out or is against; a silent side is not a yes"),
      member<&IssueColumns::named_by_all>("named_by_all", "options that every side names"),
      member<&IssueColumns::silent>("silent", "sides without a statement in force"));
};

struct WithoutStatement {
  std::string party, party_title;
  std::vector<std::string> without;

  static constexpr auto described =
      object("without_statement", "On how many issues a side has said nothing that is in force",
             member<&WithoutStatement::party>("party", "the side"),
             member<&WithoutStatement::party_title>("party_title", "its name"),
             member<&WithoutStatement::without>("issues_without", "these issues; empty: none"));
};

struct LineStated {
  std::string party, party_title;
  std::vector<std::string> puts_out;
  SideStatement statement;

  static constexpr auto described =
      object("line_stated", "A statement that puts out options",
             member<&LineStated::party>("party", "the side"),
             member<&LineStated::party_title>("party_title", "its name"),
             member<&LineStated::puts_out>("puts_out", "the options that it puts out"),
             member<&LineStated::statement>("statement", "the statement"));
};

struct NoneLeft {
  std::string issue, title;
  std::vector<LineStated> lines;

  static constexpr auto described =
      object("none_left", "An issue on which every option is out for some side",
             member<&NoneLeft::issue>("issue", "its name"),
             member<&NoneLeft::title>("title", "what it is about"),
             member<&NoneLeft::lines>("red_lines", "the statements that put options out, by side"));
};

struct ZoneOnAnswer {
  Day on;
  bool public_only = false;
  PublicZone answer{};
  std::string sentence, illustration;
  talks::Number packages_not_excluded, packages_not_opposed, packages_named_by_all;
  std::vector<IssueColumns> issues;
  std::vector<WithoutStatement> without_statement;
  std::vector<NoneLeft> none_left;
  std::vector<std::string> notes;
  ZoneFailOn fails_on = ZoneFailOn::possible;

  [[nodiscard]] bool agreement_possible() const { return answer == PublicZone::possible; }
  [[nodiscard]] bool is_no() const {
    return answer == PublicZone::excluded || fails_on == ZoneFailOn::possible;
  }

  static constexpr auto described = object(
      "zone_on", "Whether what was said in public leaves a package that nobody has excluded",
      member<&ZoneOnAnswer::on>("on", "the day"),
      member<&ZoneOnAnswer::public_only>("public_only", "whether press reports are left out"),
      member<&ZoneOnAnswer::answer>("zone_answer",
                                    "possible: some package is excluded by nobody; excluded: on "
                                    "some issue every option is out for some side. Never sure"),
      member<&ZoneOnAnswer::agreement_possible>("agreement_possible", "whether it is not excluded"),
      member<&ZoneOnAnswer::sentence>("sentence", "the answer in its fixed words"),
      member<&ZoneOnAnswer::illustration>("illustration", "what it rests on, in fixed words"),
      member<&ZoneOnAnswer::packages_not_excluded>(
          "packages_not_excluded",
          "choices of one option for each issue that no red line puts out"),
      member<&ZoneOnAnswer::packages_not_opposed>(
          "packages_not_opposed", "those that no side puts out or is against in any part"),
      member<&ZoneOnAnswer::packages_named_by_all>("packages_named_by_all",
                                                   "those that every side names in every part"),
      member<&ZoneOnAnswer::issues>("issues_left", "in the order of the table of options"),
      member<&ZoneOnAnswer::without_statement>("without_statement",
                                               "each side, with the issues it is silent on"),
      member<&ZoneOnAnswer::none_left>("none_left",
                                       "where excluded: the issues without an option "
                                       "left, and the statements that left none"),
      member<&ZoneOnAnswer::notes>("notes", "statements that contradict one another"),
      member<&ZoneOnAnswer::fails_on>("fails_on", "the answer from which the exit status is 1"),
      member<&ZoneOnAnswer::is_no>("is_no", "whether the exit status is 1, as asked for")
          .deciding());
};

/// U005: no day is named; P020: no issues; P052: fewer than two sides.
[[nodiscard]] Answered<ZoneOnAnswer> zone_on(const Workspace& workspace,
                                             const ZoneOnQuestion& asked);

extern const Question zone_on_question;

}  // namespace accord::answers
