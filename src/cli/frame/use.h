#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "answers/accounts/parts.h"
#include "assessment/assessment.h"
#include "cli/frame/answer.h"
#include "formats/workspace/workspace.h"

/// The workspace a command works on, and its assessment: read once, refused as a whole when its
/// files have errors.
namespace accord::cli {

/// -C, else this folder or the nearest one above it with an accord.toml,
/// else “.”.
[[nodiscard]] std::filesystem::path workspace_folder(const Call& call);

template <class T>
struct Used {
  std::optional<T> value;
  Answer refusal;     ///< when there is no value
  std::string notes;  ///< warnings about the files, for standard error
  explicit operator bool() const { return value.has_value(); }
  const T* operator->() const { return &*value; }
  const T& operator*() const { return *value; }
};

using Opened = Used<std::shared_ptr<const formats::Workspace>>;
/// Also with errors in its files: for what reads one of them only.
[[nodiscard]] Opened read_whole(const Command& command, const Call& call);
/// Fills in the defaults of [settings] where neither a flag nor the environment said anything.
[[nodiscard]] Opened open_workspace(const Command& command, Call& call);

/// Every place as a problem. `check`: the command that says what belongs there.
[[nodiscard]] std::vector<Problem> unread_problems(const std::vector<answers::Unread>& unread,
                                                   const std::string& check);

using Assessed = Used<assessment::Assessment>;
/// A workspace already open, assessed.
[[nodiscard]] Assessed assess(const Command& command, const Call& call, const Opened& opened,
                              const assessment::Query& query);

}  // namespace accord::cli
