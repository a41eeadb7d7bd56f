#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "answers/question.h"
#include "assessment/assessment.h"
#include "evidence/words.h"
#include "formats/workspace/workspace.h"

/// What is read before a question on an agreement, its record or talks is asked.
namespace accord::answers {

using assessment::Assessment;
using evidence::Grade;
using formats::Workspace;

struct WorkspaceGiven {
  std::string path = ".";

  static constexpr auto described =
      object("workspace_given", "A workspace: the text of an agreement and its record",
             member<&WorkspaceGiven::path>("path", "a folder with accord.toml")
                 .shown_as("DIR")
                 .completed_by("workspaces"));
};

template <>
struct SourceOf<Workspace> {
  static constexpr Source value = Source::workspace;
  using Given = WorkspaceGiven;
};

struct AssessmentGiven {
  std::string path = ".";
  std::optional<Day> on, known;
  std::vector<std::string> assume, suppose;
  Grade min_grade = Grade::unverified;
  bool found_only = false;

  /// U004: an assumption that is not a question with its answer.
  [[nodiscard]] std::optional<Error> fault() const;
  [[nodiscard]] assessment::Query query() const;

  static constexpr auto described = object(
      "assessment_given", "A workspace assessed on a day, as known on a day",
      member<&AssessmentGiven::path>("path", "a folder with accord.toml")
          .shown_as("DIR")
          .completed_by("workspaces"),
      member<&AssessmentGiven::on>("on",
                                   "the day asked about, as 2019-07-01; otherwise the known day")
          .setting(),
      member<&AssessmentGiven::known>("known",
                                      "as known on this day; otherwise the day asked about, or the "
                                      "last day of the record")
          .setting(),
      member<&AssessmentGiven::assume>("assume",
                                       "the answer to a question that the text leaves open")
          .shown_as("QUESTION=ANSWER")
          .completed_by("answers")
          .setting(),
      member<&AssessmentGiven::suppose>("suppose",
                                        "a fact of the language to add to the record; every answer "
                                        "that uses it says so")
          .shown_as("RECORD"),
      member<&AssessmentGiven::min_grade>("min_grade", "weakest evidence that counts")
          .shown_as("GRADE")
          .setting(),
      member<&AssessmentGiven::found_only>("found_only", "use only rows that are marked found")
          .setting());
};

template <>
struct SourceOf<Assessment> {
  static constexpr Source value = Source::assessment;
  using Given = AssessmentGiven;
};

}  // namespace accord::answers
