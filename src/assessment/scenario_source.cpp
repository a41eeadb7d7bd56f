#include "assessment/scenario_source.h"

#include <fmt/format.h>

#include <filesystem>

#include "assessment/measured_source.h"
#include "assessment/study.h"
#include "seal/sha256.h"

namespace accord::assessment {

namespace {

NamedText named_text(const ScenarioSource& source, std::size_t i) {
  const std::string& file = source.named.at(i);
  return {file, source.texts.at(file)};
}

Result<void> read_named(const std::string& file, const Files& files, ScenarioSource& out) {
  auto text = files.read(file);
  if (!text) return tl::make_unexpected(text.error());
  out.named.push_back(file);
  out.texts[file] = std::move(*text);
  return {};
}

Result<void> read_series(const Files& files, ScenarioSource& out) {
  for (const std::string& file : files_of_study(named_text(out, 0)))
    if (files.has(file))
      if (auto done = read_named(file, files, out); !done) return done;
  return {};
}

/// The covariance that the scenario states, or that of what it names.
MeasuredSource measured_by(const ScenarioSource& source) {
  const formats::ScenarioBalance& balance = source.scenario.balance;
  MeasuredSource stated;
  stated.covariance_kg2 = stated_covariance(balance);
  if (stated.covariance_kg2) return stated;
  if (!balance.study.empty())
    return study_source(named_text(source, 0), source.texts, balance.each_measurement);
  return measured_source(named_text(source, 0), named_text(source, 1), balance.mass);
}

}  // namespace

Result<ScenarioSource> scenario_source(const std::string& file, std::string text,
                                       const Files& files) {
  formats::ReadScenario read = formats::read_scenario(text, file);
  ScenarioSource out{file, std::move(read.scenario), {}, {}, std::move(read.problems)};
  out.texts[file] = std::move(text);
  const formats::ScenarioBalance& balance = out.scenario.balance;
  if (has_errors(out.problems) || stated_covariance(balance)) return out;
  const auto folder = std::filesystem::path(file).parent_path();
  const bool is_study = !balance.study.empty();
  const std::vector<std::string> paths =
      is_study ? std::vector{balance.study} : std::vector{balance.items, balance.methods};
  for (const std::string& path : paths)
    if (auto done = read_named((folder / path).string(), files, out); !done)
      return tl::make_unexpected(done.error());
  if (is_study)
    if (auto done = read_series(files, out); !done) return tl::make_unexpected(done.error());
  return out;
}

std::string hash_of(const ScenarioSource& source) {
  std::string all = seal::sha256_hex(fmt::format(
      "{}\n{}\n{}", source.scenario.seed, source.scenario.sequences, source.texts.at(source.file)));
  for (const std::string& file : source.named)
    all += "\n" + seal::sha256_hex(source.texts.at(file));
  return seal::sha256_hex(all);
}

CampaignAnswer prepare_campaign(const ScenarioSource& source, unsigned threads) {
  CampaignAnswer out;
  out.problems = source.problems;
  if (has_errors(out.problems)) return out;
  MeasuredSource measured = measured_by(source);
  out.problems.insert(out.problems.end(), measured.problems.begin(), measured.problems.end());
  if (has_errors(out.problems)) return out;
  CampaignAnswer made =
      prepare_campaign(source.scenario, *measured.covariance_kg2, source.file, threads);
  out.problems.insert(out.problems.end(), made.problems.begin(), made.problems.end());
  out.prepared = std::move(made.prepared);
  if (measured.common_share) out.prepared.common_share = measured.common_share;
  if (source.scenario.balance.each_measurement)
    out.prepared.campaign.measured = std::move(measured.errors);
  return out;
}

}  // namespace accord::assessment
