#pragma once

#include <string>

#include "answers/question.h"
#include "formats/workspace/workspace.h"

/// What is read before a question on an agreement, its record or talks is asked.
namespace accord::answers {

using formats::Workspace;

struct WorkspaceGiven {
  std::string path = ".";

  static constexpr auto described =
      object("workspace_given", "A workspace: the text of an agreement and its record",
             member<&WorkspaceGiven::path>("path", "a folder with accord.toml").shown_as("DIR"));
};

template <>
struct SourceOf<Workspace> {
  static constexpr Source value = Source::workspace;
  using Given = WorkspaceGiven;
};

}  // namespace accord::answers
