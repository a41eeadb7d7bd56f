#include "formats/workspace/workspace.h"

#include <algorithm>
#include <utility>

#include "agreement/check/check.h"
#include "base/codes/parameter.h"
#include "formats/text/files.h"
#include "formats/workspace/intake.h"
#include "seal/sha256.h"

namespace accord::formats {

namespace {

void read_terms(Workspace& workspace, const Setting& path) {
  const auto text = workspace_file(workspace, path);
  if (!text) return;
  workspace.terms_text = *text;
  workspace.files.push_back({path.text, seal::sha256_hex(*text), 0});
  agreement::Parsed parsed = agreement::read(*text, path.text);
  workspace.agreement = std::move(parsed.agreement);
  std::move(parsed.problems.begin(), parsed.problems.end(), std::back_inserter(workspace.problems));
}

void read_tables(Workspace& workspace, const Settings& settings) {
  Intake intake(settings, workspace);
  check_settings(intake);
  read_series(intake);
  read_events(intake);
  read_commitments(intake);
  read_obligations(intake);
  read_attestations(intake);
  read_talks(intake);
  read_claims(intake);
  read_sources(intake);
  read_items(intake);
  read_books(intake);
  read_readings(intake);
  check_replaced(intake);
  check_background(intake);
  check_answers(intake);
}

}  // namespace

Result<Workspace> read_workspace(const std::filesystem::path& root) {
  std::error_code error;
  if (!std::filesystem::is_directory(root, error))
    return fail("W001", "there is no such folder", root.string(),
                "name the folder of a workspace with " + parameter("folder"));
  if (!is_there(root / settings_file))
    return fail("W002", "the folder holds no accord.toml", root.string(),
                "run inside a workspace, or name its folder with " + parameter("folder"));
  if (leads_outside(root, root / settings_file))
    return tl::make_unexpected(outside(root / settings_file));
  auto bytes = file_bytes(root / settings_file);
  if (!bytes) return tl::make_unexpected(std::move(bytes.error()));
  Workspace out;
  out.root = root;
  const std::string& text = out.texts.emplace(settings_file, std::move(*bytes)).first->second;
  out.files.push_back({std::string(settings_file), seal::sha256_hex(text), 0});
  ReadSettings read = read_settings(text, settings_file);
  out.problems = std::move(read.problems);
  out.name = read.settings.name;
  out.terms_file = read.settings.terms.text;
  out.report = read.settings.report;
  out.defaults = std::move(read.settings.defaults);
  read_terms(out, read.settings.terms);
  read_tables(out, read.settings);
  std::sort(out.files.begin(), out.files.end(),
            [](const DataFile& a, const DataFile& b) { return a.path < b.path; });
  sort_problems(out.problems);
  // Two figures may share a mark or a day: one fault, one message.
  out.problems.erase(std::unique(out.problems.begin(), out.problems.end()), out.problems.end());
  return out;
}

}  // namespace accord::formats
