#include "talks/public_words/packages.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/text.h"

/// Sets of one option for each issue, and a draft text of a chosen one.
namespace accord::talks {

namespace {

constexpr std::string_view mark = "Illustrative, not proposed by any party";

/// In quotes as the language wants them: one line, without direction marks.
std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = utf8_length(text, at);
    const std::string_view one = text.substr(at, length);
    at += length;
    const bool direction =
        (one >= "\u202A" && one <= "\u202E") || (one >= "\u2066" && one <= "\u2069");
    if (direction || one == "\r") continue;
    if (one == "\"" || one == "\\") out += '\\';
    out += one == "\n" || one == "\t" ? " " : one;
  }
  return out + "\"";
}

/// A name of the language from an identifier of the tables: "LEVEL-2.5" gives "LEVEL_2_5".
std::string name_of(std::string_view prefix, std::string_view id) {
  std::string out(prefix);
  for (const char c : id) {
    const bool fits = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    out += fits ? c : '_';
  }
  return out;
}

struct Draft {
  std::string measures, terms;
};

void add(Draft& draft, const IssueOption& option, std::string_view binds) {
  const std::string measure = name_of("agreed_", option.issue);
  draft.measures += fmt::format("  measure {} {} activity\n", measure,
                                quoted(fmt::format("{}: {}", option.issue_title, option.text)));
  draft.terms +=
      fmt::format("\n  term {} {} {{\n", name_of("D_", option.issue), quoted(option.issue_title));
  draft.terms += fmt::format("    obliges jointly {{ {} }} verifier none\n", binds);
  draft.terms += "    from event in_force without end\n";
  draft.terms += fmt::format("    require {}\n", measure);
  const auto note = [&](std::string_view text) {
    draft.terms += fmt::format("    note {}\n", quoted(text));
  };
  note(fmt::format("Option {}: {}.", option.id, option.text));
  note("Day of entry into force: empty. End: empty.");
  note("Who owes it to whom, and who verifies it: open.");
  note(fmt::format("{}.", mark));
  draft.terms += "  }\n";
}

}  // namespace

PackageCounts package_counts(const std::vector<IssueMarks>& issues) {
  const Number one = issues.empty() ? 0 : 1;
  PackageCounts out{one, one, one};
  const auto number = [](const std::vector<std::string>& options) {
    return Number(static_cast<std::int64_t>(options.size()));
  };
  for (const IssueMarks& issue : issues) {
    out.not_excluded *= number(issue.not_excluded);
    out.not_opposed *= number(issue.not_opposed);
    out.named_by_all *= number(issue.named_by_all);
  }
  return out;
}

std::vector<Package> packages(const std::vector<IssueMarks>& issues, std::uint64_t first,
                              std::size_t count) {
  std::vector<Package> out;
  if (issues.empty()) return out;
  for (const IssueMarks& issue : issues)
    if (issue.not_excluded.empty()) return out;
  // Digits of `first` in the mixed base of the issues, the last issue lowest.
  std::vector<std::size_t> digits(issues.size());
  for (std::size_t i = issues.size(); i-- > 0;) {
    digits[i] = static_cast<std::size_t>(first % issues[i].not_excluded.size());
    first /= issues[i].not_excluded.size();
  }
  if (first != 0) return out;  // beyond the last
  while (out.size() < count) {
    Package& package = out.emplace_back();
    for (std::size_t i = 0; i < issues.size(); ++i)
      package.push_back(issues[i].not_excluded[digits[i]]);
    std::size_t i = issues.size();
    while (i > 0 && ++digits[i - 1] == issues[i - 1].not_excluded.size()) digits[--i] = 0;
    if (i == 0) break;
  }
  return out;
}

Result<std::string> draft_terms(const std::vector<IssueOption>& options, const Package& package,
                                const std::map<std::string, std::string>& sides, Day day) {
  if (sides.size() < 2)
    return fail("P002", "a draft needs at least two sides", "", "name both sides");
  std::vector<std::string> ids;
  std::string parties;
  for (const auto& [id, name] : sides) {
    ids.push_back(id);
    parties += fmt::format("  party {} {}\n", id, quoted(name));
  }
  Draft draft;
  std::vector<std::string> issues;
  for (const std::string& chosen : package) {
    const auto option = std::find_if(options.begin(), options.end(),
                                     [&](const IssueOption& o) { return o.id == chosen; });
    if (option == options.end())
      return fail("P001", fmt::format("no option has the identifier “{}”", chosen), chosen,
                  "use an option id of the issues table");
    if (std::find(issues.begin(), issues.end(), option->issue) != issues.end())
      return fail("P002", fmt::format("the package has two options on {}", option->issue), chosen,
                  "choose one option for each issue");
    issues.push_back(option->issue);
    add(draft, *option, join(ids, ", "));
  }
  return fmt::format(
      "accord 1\nagreement draft {} {{\n  source {}\n{}  event in_force {}\n{}{}}}\n",
      quoted(fmt::format("Draft from a chosen package. {}", mark)),
      quoted(fmt::format("{}. Options as on record on {}.", mark, to_string(day))), parties,
      quoted("Entry into force: day empty"), draft.measures, draft.terms);
}

}  // namespace accord::talks
