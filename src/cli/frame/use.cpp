#include "cli/frame/use.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <system_error>
#include <utility>

#include "base/english.h"
#include "base/named.h"
#include "base/text.h"
#include "cli/frame/options.h"
#include "cli/frame/parse.h"
#include "cli/frame/suggested.h"
#include "cli/print/text.h"
#include "formats/accounts/report_files.h"
#include "formats/text/files.h"

namespace accord::cli {

namespace fs = std::filesystem;

namespace {

/// Names of files inside the workspace, as the user can open them from where they stand.
void name_from_here(const fs::path& root, std::vector<Problem>& problems, Texts& texts) {
  if (root == ".") return;
  const auto from_here = [&root](const std::string& file) {
    return (root / file).lexically_normal().string();
  };
  for (Problem& problem : problems)
    if (!problem.file.empty()) problem.file = from_here(problem.file);
  Texts renamed;
  for (auto& [file, text] : texts) renamed.emplace(from_here(file), std::move(text));
  texts = std::move(renamed);
}

std::string warnings_of(const Call& call, const std::vector<Problem>& problems,
                        const Texts& texts) {
  if (problems.empty() || call.quiet) return {};
  if (call.verbose) return render_all(problems, texts);
  return fmt::format("{} about the files of the workspace; -v shows {}\n",
                     counted(problems.size(), "warning"), problems.size() == 1 ? "it" : "them");
}

std::string near_help(const std::string& word, const std::vector<std::string_view>& known,
                      std::string otherwise) {
  const auto near = nearest(word, known);
  return near ? fmt::format("did you mean “{}”?", *near) : std::move(otherwise);
}

Problem at_place(Problem problem, const formats::Default& setting) {
  problem.code = "W014";
  problem.file = "accord.toml";
  problem.place = setting.place;
  return problem;
}

/// The key of [settings] that gives the default of a flag; empty: none does.
std::string_view key_of(const Option& option) {
  return option.setting ? std::string_view(option.name).substr(2) : std::string_view();
}

bool is_said(const Call& call, const Option& option) {
  return std::find(call.said.begin(), call.said.end(), option.name) != call.said.end();
}

/// The keys of all commands, each once.
std::vector<std::string> all_keys() {
  std::vector<std::string> out;
  for (const Command* command : commands())
    for (const Option& option : options_of(*command))
      if (const std::string_view key = key_of(option);
          !key.empty() && std::find(out.begin(), out.end(), key) == out.end())
        out.emplace_back(key);
  return out;
}

std::optional<Problem> no_such_key(const formats::Default& setting) {
  const std::vector<std::string> keys = all_keys();
  if (std::find(keys.begin(), keys.end(), setting.key) != keys.end()) return std::nullopt;
  const std::vector<std::string_view> known(keys.begin(), keys.end());
  return Problem{Severity::error,
                 "W005",
                 fmt::format("[settings] knows no key “{}”", setting.key),
                 near_help(setting.key, known, fmt::format("it knows {}", fmt::join(known, ", "))),
                 "accord.toml",
                 setting.place};
}

/// Defaults of commands that this one does not share are no problem; unknown ones are (W005).
void take_defaults(const Command& command, const formats::Workspace& workspace, Call& call,
                   std::vector<Problem>& problems) {
  if (workspace.defaults.empty()) return;
  const std::vector<Option> options = options_of(command);
  for (const formats::Default& setting : workspace.defaults) {
    const auto option = std::find_if(options.begin(), options.end(),
                                     [&](const Option& one) { return key_of(one) == setting.key; });
    if (option == options.end()) {
      if (auto problem = no_such_key(setting)) problems.push_back(std::move(*problem));
    } else if (!is_said(call, *option)) {
      if (auto problem = set(call, *option, setting.value, setting.key))
        problems.push_back(at_place(std::move(*problem), setting));
    }
  }
}

/// A name for a new folder here that nothing has.
std::string free_name() {
  std::string out = "workspace";
  for (int n = 2; formats::is_there(out); ++n) out = fmt::format("workspace-{}", n);
  return out;
}

/// A folder that is no workspace: what reads it, or what makes one.
Error with_way_out(Error error, const fs::path& root) {
  if (error.code != "W002") return error;
  const auto reports = formats::report_files(root);
  if (reports && !reports->files.empty())
    error.remedy = fmt::format("it holds accountancy reports, which `accord check {}` reads; {}",
                               shell_path(root.string()), error.remedy);
  error.remedy += fmt::format("; `accord init {}` makes a new one", free_name());
  return error;
}

/// What cannot be read of the books, with the places as the user would name them.
std::string unread_notes(const Call& call, const assessment::Assessment& assessment) {
  const assessment::KnownBooks* books = assessment.books();
  if (books == nullptr) return {};
  const answers::Doubts doubts =
      answers::doubts_of(books->ledger, answers::gaps_of(books->ledger, {}));
  std::vector<std::string> not_read;
  answers::add_not_read(doubts, not_read);
  std::string out;
  for (const std::string& line : not_read) out += line + "\n";
  const fs::path folder =
      (workspace_folder(call) / assessment.workspace().books.folder).lexically_normal();
  const fs::path place = formats::reports_place(folder);
  std::vector<Problem> problems =
      unread_problems(doubts.incomplete, "accord check " + shell_path(folder.string()));
  for (Problem& problem : problems) problem.file = (place / problem.file).string();
  return out + render_all(problems, {});
}

}  // namespace

std::vector<Problem> unread_problems(const std::vector<answers::Unread>& unread,
                                     const std::string& check) {
  const std::string help =
      fmt::format("`{}` says what belongs there; a correction that can be read ends it", check);
  std::vector<Problem> out;
  for (const answers::Unread& one : unread)
    out.push_back({Severity::error, one.rule, one.says, help, one.file, {one.line, one.column, 1}});
  return out;
}

fs::path workspace_folder(const Call& call) {
  if (!call.workspace.empty()) return call.workspace;
  std::error_code ignored;
  fs::path above = fs::current_path(ignored);
  fs::path relative = ".";
  for (;;) {
    if (formats::is_there(above / "accord.toml")) return relative;
    if (above == above.parent_path()) return ".";
    above = above.parent_path();
    relative = relative == "." ? fs::path("..") : relative / "..";
  }
}

Opened read_whole(const Command& command, const Call& call) {
  Opened out;
  const fs::path root = workspace_folder(call);
  Result<formats::Workspace> read = formats::read_workspace(root);
  if (read)
    out.value = std::make_shared<const formats::Workspace>(std::move(*read));
  else
    out.refusal = refuse(command, call, with_way_out(read.error(), root));
  return out;
}

Opened open_workspace(const Command& command, Call& call) {
  Opened out = read_whole(command, call);
  if (!out) return out;
  const fs::path root = workspace_folder(call);
  const formats::Workspace* read = out.value->get();
  std::vector<Problem> problems = read->problems;
  take_defaults(command, *read, call, problems);
  sort_problems(problems);
  Texts texts;  // for excerpts; of what is to be shown only
  for (const Problem& problem : problems)
    if (const auto text = read->texts.find(problem.file); text != read->texts.end())
      texts.insert(*text);
  name_from_here(root, problems, texts);
  if (has_errors(problems)) {
    out.refusal = refuse(command, call, problems, texts);
    out.value.reset();
    return out;
  }
  out.notes = warnings_of(call, problems, texts);
  return out;
}

Assessed assess(const Command& command, const Call& call, const Opened& opened,
                const assessment::Query& query) {
  Assessed out;
  Result<assessment::Assessment> made = assessment::Assessment::make(*opened, query);
  if (!made) {
    out.refusal = refuse(command, call, made.error());
    return out;
  }
  out.value = std::move(*made);
  out.notes = opened.notes + unread_notes(call, *out.value);
  return out;
}

}  // namespace accord::cli
