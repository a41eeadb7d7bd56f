#include <fmt/format.h>

#include <filesystem>
#include <system_error>

#include "cli/files/files.h"
#include "cli/frame/suggested.h"
#include "cli/tools/init.h"
#include "formats/accounts/state_skeleton_json.h"
#include "formats/profiles/profile.h"
#include "formats/text/files.h"

namespace accord::cli {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view readme_text = R"(# A folder of accounts

`reports/` holds the accountancy reports, one a file, as they were sent. `accord check .` applies the rules to them.

`state.json` says what the reports do not say. `null` means “not known”: nothing is assumed, and `accord check` names
the rules that it left out for that. Days are written "YYYY-MM-DD".

- `country`: code of the State, as in label 001
- `profile`: form of the reports; values may be beside it: `{"id": "…", "muf_limit_sigma": 3}`
- `entry_into_force`, `initial_inventory`: days of the agreement and of the first list
- `assessment_day`: “today”; what is due is counted up to this day
- `holidays`: days off other than Saturdays and Sundays, for times in business days: `["2026-07-01"]`
- `mbas`: the areas, each with `mba`, `facility`, `name`, `unified_uranium` (true: one account for all uranium, label
  600) and `pit_dates` (days of physical inventories without the first list)
- `materials`: one material in two forms of reporting: `{"U6CF": "O/G/R/B"}`

`templates/` holds the header lines of tables that may be beside `state.json`. It is not read: copy a table one
folder up when you have its rows. A table that is there says that it is complete; an empty one, that there is nothing.

- `notices.csv`: notices of transfers into the State (`direction` in) or out of it (out), with `mba`, `batch`,
  `partner` and `date`
- `special_reports.csv`: special reports on accidental losses (`kind` LA) and gains (GA), with `id`, `mba`, `batch`
  and `date`
- `uncertainty.csv`: the standard deviation of MUF (`kind` MUF: `sigma_g`, grams) or both uncertainties of transfers
  (SR: `u_shipper`, `u_receiver`, relative), of an area `mba` and a `label` from 600 to 800

The page “state.json and the tables beside it” of the manual has every key with its default.
)";

struct NewFile {
  fs::path name;
  std::string text;
};

std::vector<NewFile> files_of(const formats::Accounts& accounts) {
  std::vector<NewFile> out{{formats::state_file, formats::state_skeleton(accounts)},
                           {"README.md", std::string(readme_text)}};
  for (auto& [name, text] : formats::table_templates())
    out.push_back({fs::path("templates") / name, std::move(text)});
  return out;
}

/// None yet, when there is no such folder.
Result<formats::Accounts> accounts_in(const fs::path& folder,
                                      const std::optional<std::string>& id) {
  const accounting::Profile* profile = id ? formats::find_profile(*id) : nullptr;
  if (formats::is_there(folder)) return formats::read_accounts_or_none(folder, {}, profile);
  formats::Accounts none;
  none.profile = profile == nullptr ? formats::code10_profile() : *profile;
  return none;
}

}  // namespace

answers::Answered<InitAnswer> make_accounts(const InitAsked& asked) {
  const fs::path folder = asked.folder;
  Result<formats::Accounts> read = accounts_in(folder, asked.profile);
  if (!read) return answers::refused(read.error());
  if (has_errors(read->problems))
    return tl::make_unexpected(answers::Refusal{std::move(read->problems), std::move(read->texts)});
  if (formats::leads_outside(folder, folder / "templates"))
    return answers::refused(formats::outside(folder / "templates"));
  std::error_code fault;
  fs::create_directories(folder / "templates", fault);
  if (read->reports.empty() && !fault && !formats::is_there(folder / formats::reports_folder))
    fs::create_directory(folder / formats::reports_folder, fault);
  if (fault)
    return answers::refused({"E003", "cannot be made: " + fault.message(), folder.string(),
                             "choose a folder where you may write"});
  InitAnswer out{folder.string(),
                 Made::accounts,
                 {},
                 {},
                 {},
                 read->reports.size(),
                 fmt::format("accord check {}", shell_path(folder.string()))};
  for (const NewFile& file : files_of(*read)) {
    const bool is_there = formats::is_there(folder / file.name);
    if (!is_there)
      if (const auto done = write_file(folder / file.name, file.text); !done)
        return answers::refused(done.error());
    (is_there ? out.kept : out.written).push_back(file.name.string());
  }
  return out;
}

}  // namespace accord::cli
