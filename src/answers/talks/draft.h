#pragma once

#include <optional>
#include <string>
#include <vector>

#include "answers/question.h"

namespace accord::answers {

struct DraftQuestion {
  std::string domain;
  std::vector<std::string> package, parties;
  std::optional<std::string> title;

  static constexpr auto described = object(
      "draft_question", "A chosen package as a draft in the terms language",
      member<&DraftQuestion::domain>("domain", "the issues with their values")
          .argument()
          .required()
          .shown_as("DOMAIN")
          .completed_by("files"),
      member<&DraftQuestion::package>("package_words", "one value for each issue: issue=value")
          .argument()
          .shown_as("ISSUE=VALUE"),
      member<&DraftQuestion::parties>("parties",
                                      "who signs, perhaps with a name: A or A=NAME; "
                                      "otherwise the parties of the domain")
          .as_flag("--party")
          .shown_as("ID"),
      member<&DraftQuestion::title>("title", "of the draft; otherwise the name of the domain")
          .shown_as("TEXT"));
};

struct DraftAnswer {
  std::string text;

  static constexpr auto described = object(
      "draft", "Draft terms",
      member<&DraftAnswer::text>("terms_text",
                                 "a text that `terms check` accepts; days, duties and verifiers "
                                 "are open, and each issue is named in a note"));
};

/// P010–P053 of the domain and the package; P052: fewer than two parties.
[[nodiscard]] Answered<DraftAnswer> draft(const Nothing& nothing, const DraftQuestion& asked);

extern const Question draft_question;

}  // namespace accord::answers
