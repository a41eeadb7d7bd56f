#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <system_error>

#include "base/text.h"
#include "cli/files/draft_folder.h"
#include "cli/files/files.h"
#include "cli/frame/all_commands.h"
#include "cli/frame/answer.h"
#include "cli/frame/example_names.h"
#include "cli/frame/suggested.h"
#include "cli/tools/init_accounts.h"
#include "formats/text/files.h"

namespace accord::cli {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view settings_text =
    R"(# The settings of this workspace; docs/reference/workspace.md explains every key.
[workspace]
name = "A new workspace"
terms = "terms/agreement.accord"
)";

constexpr std::string_view terms_text = R"(accord 1
agreement demo "Title of the agreement" {
  party first "First party"
  party second "Second party"
  body inspectorate "Verifier"

  day start = 2026-01-01

  measure stock "stock of the material" amount t

  term T-STOCK "Stock" ref "Article 1" {
    obliges first owed second verifier inspectorate
    from start for 10 years
    limit stock <= 100 t
  }

  example "at the limit is within the limit" {
    given stock = 100 t on 2026-02-01
    expect T-STOCK met on 2026-02-01
  }
}
)";

Error cannot_make(const fs::path& folder, const std::string& why) {
  return {"E003", why, folder.string(),
          "choose a folder that does not exist yet, where you may write"};
}

/// Fills a new folder beside the wanted one, which then takes its name: all or nothing.
template <class Fill>
Result<void> make_folder(const fs::path& folder, Fill fill) {
  std::error_code fault;
  if (fs::exists(folder, fault) &&
      !(fs::is_directory(folder, fault) && fs::is_empty(folder, fault)))
    return tl::make_unexpected(cannot_make(folder, "there is something already"));
  fs::path wanted = fs::absolute(folder, fault).lexically_normal();
  if (fault) return tl::make_unexpected(cannot_make(folder, "cannot be made: " + fault.message()));
  if (!wanted.has_filename()) wanted = wanted.parent_path();
  DraftFolder draft(wanted, DraftFolder::For::new_folder);
  if (!draft.made())
    return tl::make_unexpected(cannot_make(folder, "cannot be made: " + draft.why_not()));
  Result<void> done = fill(draft.path());
  if (!done) return done;
  fs::rename(draft.path(), wanted, fault);  // also in the place of an empty folder
  if (fault) return tl::make_unexpected(cannot_make(folder, "cannot be made: " + fault.message()));
  draft.release();
  return done;
}

Result<void> fill_from_example(const fs::path& draft, const fs::path& example) {
  std::error_code fault;
  fs::copy(example, draft, fs::copy_options::recursive, fault);
  if (fault) return tl::make_unexpected(cannot_make(draft, "cannot be filled: " + fault.message()));
  return {};
}

Result<void> fill_new(const fs::path& draft) {
  std::error_code fault;
  fs::create_directory(draft / "terms", fault);
  fs::create_directory(draft / "data", fault);
  if (auto done = write_file(draft / "terms/agreement.accord", terms_text); !done) return done;
  return write_file(draft / "accord.toml", settings_text);
}

/// What an example is started with: the settings of a workspace, or a study.
constexpr std::array<std::string_view, 2> starts{"accord.toml", "study.toml"};

bool can_be_started(const fs::path& folder) {
  std::error_code fault;
  return std::any_of(starts.begin(), starts.end(),
                     [&](std::string_view file) { return fs::exists(folder / file, fault); });
}

/// An example of several parts has the one to start from in a folder of its own.
fs::path example_folder(const std::string& name) {
  const fs::path folder = share_folder() / "examples" / name;
  return can_be_started(folder) ? folder : folder / "start";
}

/// What to do next with the folder that was made.
std::string next_command(const fs::path& folder, bool from_example) {
  std::error_code fault;
  if (fs::exists(folder / "study.toml", fault))
    return fmt::format("accord balance --study {}", shell_path((folder / "study.toml").string()));
  return fmt::format("accord -C {} {}", shell_word(folder.string()),
                     from_example ? "assess" : "terms check");
}

Error no_example(const std::string& name) {
  const std::vector<std::string> names = example_names();
  if (names.empty())
    return {"E004",
            "no examples are found beside the program",
            {},
            "install accord with `make install`"};
  const std::vector<std::string_view> known(names.begin(), names.end());
  const auto near = nearest(name, known);
  return {"C005",
          fmt::format("no example “{}”", name),
          {},
          near ? fmt::format("did you mean “{}”?", *near)
               : fmt::format("there are {}", join(names, ", "))};
}

Answer run(const Request& request) {
  const fs::path folder = request.arguments.front();
  if (request.accounts) {
    if (request.example.empty()) return init_accounts(init, request);
    return refuse(init, request,
                  {"U005", "a folder of accounts has no example", {}, "leave out --example"});
  }
  const std::vector<std::string> names = example_names();
  Result<void> done;
  if (request.example.empty())
    done = make_folder(folder, fill_new);
  else if (std::find(names.begin(), names.end(), request.example) == names.end())
    return refuse(init, request, no_example(request.example));
  else
    done = make_folder(folder, [&](const fs::path& draft) {
      return fill_from_example(draft, example_folder(request.example));
    });
  if (!done) return refuse(init, request, done.error());
  Answer answer;
  if (!request.quiet)
    answer.body = fmt::format("{}: a {}{}\nnext: {}\n", folder.string(),
                              formats::is_there(folder / "accord.toml") ? "workspace" : "study",
                              request.example.empty() ? "" : " from the example " + request.example,
                              next_command(folder, !request.example.empty()));
  return answer;
}

constexpr std::array flags{Flag::example, Flag::accounts, Flag::profile};

}  // namespace

std::vector<std::string> example_names() {
  std::vector<std::string> names;
  std::error_code fault;
  for (const auto& entry : fs::directory_iterator(share_folder() / "examples", fault))
    if (can_be_started(entry.path()) || can_be_started(entry.path() / "start"))
      names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

const Command init{.name = "init",
                   .group = Group::tools,
                   .arguments = "DIR",
                   .arguments_min = 1,
                   .arguments_max = 1,
                   .summary = "Make a new workspace or study folder, empty or from an example",
                   .flags = flags,
                   .run = run,
                   .arguments_are = Words::folders};

}  // namespace accord::cli
