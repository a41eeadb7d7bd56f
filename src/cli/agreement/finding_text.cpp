#include "cli/agreement/finding_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "agreement/evaluate/rules/call_counts.h"
#include "agreement/explain/explain.h"
#include "assessment/recalled.h"
#include "assessment/summary.h"
#include "base/english.h"
#include "base/text.h"
#include "cli/frame/suggested.h"

namespace accord::cli {

using evidence::Finding;
using evidence::RuleFinding;

namespace {

const RuleFinding* deciding(const Finding& finding) {
  return finding.deciding_rule < finding.rules.size() ? &finding.rules[finding.deciding_rule]
                                                      : nullptr;
}

std::string figure(const evidence::Comparison& comparison) {
  return comparison.limit_shown.empty()
             ? comparison.value_shown
             : fmt::format("{} against {}", comparison.value_shown, comparison.limit_shown);
}

std::string last_known(const evidence::LastKnown& last) {
  std::string out = fmt::format("last known {} on {}", plain(last.state), to_string(last.valid));
  if (last.comparison) out += fmt::format(" ({})", figure(*last.comparison));
  return out;
}

}  // namespace

std::string short_id(const Finding& finding) {
  return finding.id.starts_with("F-") ? finding.id.substr(2) : finding.id;
}

std::string shown(const Finding& finding) {
  std::vector<std::string> parts;
  if (const RuleFinding* rule = deciding(finding); rule != nullptr) {
    if (rule->comparison && !rule->comparison->value_shown.empty())
      parts.push_back(figure(*rule->comparison));
    else if (!rule->reason.empty())
      parts.push_back(rule->reason);
    else if (!rule->evidence.empty())
      parts.push_back(rule->evidence.front().says);
    if (agreement::tells_last_period(*rule))
      parts.push_back(agreement::sentence(*rule->last_period));
    if (rule->counts) parts.push_back(agreement::sentence(*rule->counts));
  }
  if (!finding.reason.empty()) parts.push_back(finding.reason);
  if (finding.last_known) parts.push_back(last_known(*finding.last_known));
  return join(parts, "; ");
}

std::string evidence_note(const Finding& finding) {
  std::string out;
  if (finding.grade) out = word(*finding.grade);
  if (finding.trace && *finding.trace != evidence::Trace::found)
    out += fmt::format(" ({})", word(*finding.trace));
  if (finding.age_days)
    out += fmt::format("{}{} old", out.empty() ? "" : ", ",
                       counted(std::max(0, *finding.age_days), "day"));
  return out;
}

std::string declared_note(const Finding& finding, const agreement::PartyTitles& parties) {
  constexpr std::array verbs{"declared performance ceased", "declared suspended",
                             "declared resumed", "refused"};
  std::vector<std::string> parts;
  for (const evidence::DeclarationShown& d : finding.declarations)
    parts.push_back(fmt::format(
        "{}{} on {}{}", finding.party.size() > 1 ? parties.of(d.party) + " " : std::string(),
        verbs.at(static_cast<std::size_t>(d.kind)),
        d.first ? to_string(d.first->day) + " and again on " : "", to_string(d.day)));
  return join(parts, ", ");
}

std::string party_words(const agreement::Agreement& agreement,
                        const std::vector<std::string>& ids) {
  return agreement::PartyTitles(agreement).of(ids);
}

namespace {

constexpr std::string_view kept_blank = "\xC2\xA0";  // no-break space

/// A command that can be copied: `wrapped` does not break it.
std::string on_one_line(std::string_view command) {
  std::string out;
  for (const char c : command) out += c == ' ' ? std::string(kept_blank) : std::string(1, c);
  return out;
}

std::string wrapped(const std::string& text, const Look& look) {
  std::string out = wrap(text, 2, 0, look);
  for (std::size_t at = 0; (at = out.find(kept_blank, at)) != std::string::npos; ++at)
    out.replace(at, kept_blank.size(), " ");
  return out;
}

/// The figures of the books are as good as the books.
std::string books_line(const assessment::Assessment& assessment) {
  const assessment::KnownBooks& books = *assessment.books();
  const formats::PartyBooks& from = assessment.workspace().books;
  std::string out = fmt::format("the books of {}: {}, ",
                                party_words(assessment.workspace().agreement, {from.party}),
                                counted(books.ledger.effective.reports.size(), "report"));
  if (books.findings.empty()) return out + "nothing open";
  const std::filesystem::path folder =
      (assessment.workspace().root / from.folder).lexically_normal();
  return out + fmt::format("{} and {} open {}", counted(books.errors, "error"),
                           counted(books.warnings, "warning"),
                           on_one_line(fmt::format("(accord check {} --known {})",
                                                   shell_path(folder.string()),
                                                   to_string(assessment.known()))));
}

}  // namespace

std::string heading(const assessment::Assessment& assessment, const assessment::Query& query,
                    const Look& look) {
  std::string out = paint(assessment.workspace().name, Tone::strong, look) + "\n";
  std::string line = fmt::format("on {}, as known on {}", to_string(assessment.on()),
                                 to_string(assessment.known()));
  if (query.options.min_grade != evidence::Grade::unverified)
    line += fmt::format("; records of grade {} or better only", word(query.options.min_grade));
  if (query.options.found_only) line += "; found records only";
  for (const agreement::Assumption& assumption : query.options.assume)
    line += fmt::format("; assuming {} is {}", assumption.question, assumption.answer);
  out += wrap(line, 2, 0, look) + "\n";
  // Said where the answer's day reaches the end of the record; else nothing is missing from it.
  if (const assessment::RecordEnd end = assessment::record_end(assessment); end.nothing_later)
    out += end.sentence() + "\n";
  if (const assessment::KnownBooks* books = assessment.books())
    out += paint(wrapped(books_line(assessment), look), books->errors > 0 ? Tone::bad : Tone::plain,
                 look) +
           "\n";
  for (const std::string& sentence :
       assessment::sentences(assessment.remarks(), assessment.records()))
    out += paint(wrap(sentence, 2, 0, look), Tone::unsure, look) + "\n";
  for (const std::string& fact : query.suppose)
    out += paint(wrap("supposed, not on record: " + fact, 2, 0, look), Tone::bad, look) + "\n";
  return out;
}

std::string remark_notes(const assessment::Assessment& assessment, const Request& request) {
  std::string out;
  if (request.quiet) return out;
  for (const std::string& sentence :
       assessment::sentences(assessment.remarks(), assessment.records()))
    out += wrap(sentence, 2, 0) + "\n";
  return out;
}

std::string counts_line(const assessment::Counts& c) {
  return fmt::format("{} met, {} not met, {} not shown, {} out of the count", c.met, c.not_met,
                     c.not_shown, c.out_of_count);
}

std::string recalled_line(const assessment::Assessment& assessment) {
  const std::string said = assessment::recalled_sentence(assessment.findings());
  return said.empty() ? said : said + "\n";
}

Tone tone_of(evidence::Outcome outcome) {
  constexpr std::array tones{Tone::good, Tone::bad, Tone::unsure, Tone::faint};
  return tones.at(static_cast<std::size_t>(outcome));
}

std::string day_or_empty(const std::optional<Day>& day) {
  return day ? to_string(*day) : std::string();
}

}  // namespace accord::cli
