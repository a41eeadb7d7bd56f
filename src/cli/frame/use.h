#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "assessment/assessment.h"
#include "cli/frame/answer.h"
#include "formats/workspace/workspace.h"

/// The workspace a command works on, and its assessment: read once, refused as a whole when its
/// files have errors.
namespace accord::cli {

/// -C, else this folder or the nearest one above it with an accord.toml,
/// else “.”.
[[nodiscard]] std::filesystem::path workspace_folder(const Request& request);

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
[[nodiscard]] Opened read_whole(const Command& command, const Request& request);
/// Fills in the defaults of [settings] where neither a flag nor the environment said anything.
[[nodiscard]] Opened open_workspace(const Command& command, Request& request);

/// Days, records and assumptions as the request says.
[[nodiscard]] assessment::Query query_of(const Request& request);

using Assessed = Used<assessment::Assessment>;
[[nodiscard]] Assessed assess(const Command& command, Request& request);
/// The same on a workspace already open.
[[nodiscard]] Assessed assess(const Command& command, const Request& request, const Opened& opened,
                              const assessment::Query& query);

/// C001 with the nearest id: no such term or finding.
[[nodiscard]] Answer no_such_finding(const Command& command, const Request& request,
                                     const assessment::Assessment& assessment,
                                     const std::string& id);
/// C002 with the nearest id, unless the party is in the text.
[[nodiscard]] std::optional<Answer> refuse_party(const Command& command, const Request& request,
                                                 const agreement::Agreement& agreement,
                                                 const std::string& party);

}  // namespace accord::cli
