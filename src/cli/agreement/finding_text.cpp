#include "cli/agreement/finding_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "agreement/model/party_titles.h"
#include "assessment/summary.h"
#include "base/english.h"
#include "cli/frame/suggested.h"
#include "cli/frame/use.h"

namespace accord::cli {

std::string evidence_note(const answers::Finding& finding) {
  std::string out;
  if (finding.grade) out = word(*finding.grade);
  if (finding.trace && *finding.trace != evidence::Trace::found)
    out += fmt::format(" ({})", word(*finding.trace));
  if (finding.age_days)
    out += fmt::format("{}{} old", out.empty() ? "" : ", ",
                       counted(std::max(0, *finding.age_days), "day"));
  return out;
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
std::string books_line(const answers::AccountsBehind& books, const std::string& known,
                       const std::filesystem::path& root) {
  std::string out = fmt::format("the books of {}: {}, ", books.party_title,
                                counted(books.report_count, "report"));
  if (books.errors + books.warnings == 0) return out + "nothing open";
  const std::filesystem::path folder = (root / books.folder).lexically_normal();
  return out + fmt::format("{} and {} open {}", counted(books.errors, "error"),
                           counted(books.warnings, "warning"),
                           on_one_line(fmt::format("(accord check {} --known {})",
                                                   shell_path(folder.string()), known)));
}

std::string heading_of(const answers::Judged& judged, const std::vector<std::string>& notes,
                       const std::filesystem::path& root, const Look& look) {
  std::string out = paint(judged.workspace, Tone::strong, look) + "\n";
  std::string line =
      fmt::format("on {}, as known on {}", to_string(judged.on), to_string(judged.known));
  if (judged.min_grade != evidence::Grade::unverified)
    line += fmt::format("; records of grade {} or better only", word(judged.min_grade));
  if (judged.found_only) line += "; found records only";
  for (const std::string& assumed : judged.assume) {
    const std::size_t equals = assumed.find('=');
    line +=
        fmt::format("; assuming {} is {}", assumed.substr(0, equals), assumed.substr(equals + 1));
  }
  out += wrap(line, 2, 0, look) + "\n";
  // Said where the answer's day reaches the end of the record; else nothing is missing from it.
  if (judged.nothing_later) out += assessment::RecordEnd{judged.record_end, true}.sentence() + "\n";
  if (judged.accounts)
    out += paint(wrapped(books_line(*judged.accounts, to_string(judged.known), root), look),
                 judged.accounts->errors > 0 ? Tone::bad : Tone::plain, look) +
           "\n";
  for (const std::string& note : notes)
    out += paint(wrap(note, 2, 0, look), Tone::unsure, look) + "\n";
  for (const std::string& fact : judged.suppose)
    out += paint(wrap("supposed, not on record: " + fact, 2, 0, look), Tone::bad, look) + "\n";
  return out;
}

}  // namespace

std::string heading(const answers::Judged& judged, const std::vector<std::string>& notes,
                    const Call& call) {
  return heading_of(judged, notes, workspace_folder(call), call.look);
}

std::string remark_notes(const assessment::Assessment& assessment, const Call& call) {
  std::string out;
  if (call.quiet) return out;
  for (const std::string& sentence : answers::notes_of(assessment))
    out += wrap(sentence, 2, 0) + "\n";
  return out;
}

std::string lines(const std::vector<std::string>& sentences) {
  std::string out;
  for (const std::string& sentence : sentences) out += sentence + "\n";
  return out;
}

Tone tone_of(evidence::Outcome outcome) {
  constexpr std::array tones{Tone::good, Tone::bad, Tone::unsure, Tone::faint};
  return tones.at(static_cast<std::size_t>(outcome));
}

std::string day_or_empty(const std::optional<Day>& day) {
  return day ? to_string(*day) : std::string();
}

}  // namespace accord::cli
