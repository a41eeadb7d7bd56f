#include "cli/tools/init.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <system_error>

#include "answers/accounts/parts.h"
#include "base/english.h"
#include "base/text.h"
#include "cli/files/draft_folder.h"
#include "cli/files/files.h"
#include "cli/frame/all_commands.h"
#include "cli/frame/answer.h"
#include "cli/frame/answered.h"
#include "cli/frame/envelope.h"
#include "cli/frame/example_names.h"
#include "cli/frame/suggested.h"
#include "formats/accounts/accounts.h"
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

answers::Answered<InitAnswer> make(const InitAsked& asked) {
  if (asked.accounts) return make_accounts(asked);
  const fs::path folder = asked.folder;
  const std::vector<std::string> names = example_names();
  if (asked.example && std::find(names.begin(), names.end(), *asked.example) == names.end())
    return answers::refused(no_example(*asked.example));
  const Result<void> done = make_folder(folder, [&](const fs::path& draft) {
    return asked.example ? fill_from_example(draft, example_folder(*asked.example))
                         : fill_new(draft);
  });
  if (!done) return answers::refused(done.error());
  return InitAnswer{folder.string(),
                    formats::is_there(folder / "accord.toml") ? Made::workspace : Made::study,
                    asked.example,
                    {},
                    {},
                    {},
                    next_command(folder, asked.example.has_value())};
}

std::string text_of(const InitAnswer& made) {
  if (made.made != Made::accounts)
    return fmt::format("{}: a {}{}\nnext: {}\n", made.folder,
                       made.made == Made::workspace ? "workspace" : "study",
                       made.example ? " from the example " + *made.example : "", made.next);
  std::string out;
  if (!made.written.empty()) out += fmt::format("{}: {}\n", made.folder, join(made.written, ", "));
  if (!made.kept.empty()) out += fmt::format("left as they are: {}\n", join(made.kept, ", "));
  const std::string reports = (fs::path(made.folder) / formats::reports_folder).string();
  return out + fmt::format("filled from {}; null means “not known”\nnext: {}{}\n",
                           counted(*made.reports_read, "report"),
                           *made.reports_read == 0
                               ? fmt::format("put the reports into {}, then ", reports)
                               : "",
                           made.next);
}

Answer run(const Call& call) {
  auto made = make(asked_of<InitAsked>(call));
  if (!made) return refuse(init, call, std::move(made.error()));
  Answer answer;
  if (call.json())
    answer.body = envelope(init.name, described::view(*made));
  else if (!call.quiet)
    answer.body = text_of(*made);
  return answer;
}

constexpr std::array formats_of{Format::text, Format::json};

}  // namespace

std::optional<Error> InitAsked::fault() const {
  if (accounts && example)
    return Error{
        "U005", "a folder of accounts has no example", {}, "leave out " + parameter("example")};
  return answers::no_such_profile(profile);
}

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
                   .takes = &takes<InitAsked>,
                   .made = &described::type_of<InitAnswer>,
                   .group = Group::tools,
                   .formats = formats_of,
                   .run = run};

}  // namespace accord::cli
