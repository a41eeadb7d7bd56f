#include "answers/talks/zone_on.h"

#include <fmt/format.h>

#include <algorithm>

#include "answers/talks/public_words.h"
#include "base/text.h"
#include "talks/public_words/packages.h"

namespace accord::answers {

namespace {

std::vector<WithoutStatement> silent_sides(const std::vector<talks::IssueMarks>& issues,
                                           const agreement::PartyTitles& titles) {
  std::vector<WithoutStatement> out;
  for (std::size_t s = 0; s < issues.front().sides.size(); ++s) {
    const std::string& party = issues.front().sides[s].party;
    WithoutStatement& side = out.emplace_back(WithoutStatement{party, titles.of(party), {}});
    for (const talks::IssueMarks& issue : issues)
      if (issue.sides[s].silent) side.without.push_back(issue.issue);
  }
  return out;
}

/// Each statement once, with all options that it puts out.
std::vector<LineStated> lines_of(const Workspace& workspace, const agreement::PartyTitles& titles,
                                 const talks::IssueMarks& issue) {
  std::vector<LineStated> out;
  for (const talks::SideMarks& side : issue.sides)
    for (const std::size_t index : side.statements) {
      std::vector<std::string> puts_out;
      for (std::size_t o = 0; o < issue.options.size(); ++o) {
        const auto& [mark, because] = side.options[o];
        if (mark == talks::OptionMark::out &&
            std::find(because.begin(), because.end(), index) != because.end())
          puts_out.push_back(issue.options[o]);
      }
      if (!puts_out.empty())
        out.push_back({side.party, titles.of(side.party), std::move(puts_out),
                       statement_of(workspace.statements[index])});
    }
  return out;
}

/// The fixed sentences of the chapter on talks, 11.1.
std::string sentence_of(const ZoneOnAnswer& answer, std::size_t issues) {
  if (answer.answer == PublicZone::excluded)
    return fmt::format(
        "No package keeps every line as stated on {}. Lines can move; this says nothing about "
        "whether they will.",
        to_string(answer.on));
  std::string out =
      "Some packages are excluded by nobody; none is known to be acceptable to all. No agreement "
      "is implied.";
  for (const WithoutStatement& side : answer.without_statement)
    if (side.without.size() == issues)
      out += fmt::format(" {} has stated nothing.", side.party_title);
  return out;
}

std::string illustration_of(const ZoneOnAnswer& answer, std::size_t issues) {
  std::vector<std::string> sides;
  for (const WithoutStatement& side : answer.without_statement)
    sides.push_back(fmt::format("{} of {} issues without a statement by {}", side.without.size(),
                                issues, side.party_title));
  return fmt::format("Illustration from public statements{}, {}, {}. Nobody proposed this.",
                     answer.public_only ? "" : " and press reports", to_string(answer.on),
                     join(sides, ", "));
}

}  // namespace

Answered<ZoneOnAnswer> zone_on(const Workspace& workspace, const ZoneOnQuestion& asked) {
  const auto found = marks_on(workspace, asked.on, asked.public_only);
  if (!found) return tl::make_unexpected(found.error());
  if (const auto nothing = nothing_to_judge(workspace)) return refused(*nothing);
  const agreement::PartyTitles titles = titles_of(workspace);
  const talks::PackageCounts counts = talks::package_counts(*found);
  ZoneOnAnswer out;
  out.on = *asked.on;
  out.public_only = asked.public_only;
  out.answer = counts.not_excluded.sign() == 0 ? PublicZone::excluded : PublicZone::possible;
  out.packages_not_excluded = counts.not_excluded;
  out.packages_not_opposed = counts.not_opposed;
  out.packages_named_by_all = counts.named_by_all;
  for (const talks::IssueMarks& issue : *found) {
    out.issues.push_back({issue.issue, issue.title, issue.not_excluded, issue.not_opposed,
                          issue.named_by_all, issue.silent});
    if (issue.not_excluded.empty())
      out.none_left.push_back({issue.issue, issue.title, lines_of(workspace, titles, issue)});
  }
  out.without_statement = silent_sides(*found, titles);
  out.sentence = sentence_of(out, found->size());
  out.illustration = illustration_of(out, found->size());
  out.notes = contradictions(workspace, *found);
  out.fails_on = asked.fail_on_answer;
  return out;
}

constinit const Question zone_on_question = Asked<zone_on>::named("talks zone on", "zone_on");

}  // namespace accord::answers
