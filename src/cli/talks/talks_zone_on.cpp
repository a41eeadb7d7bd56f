#include <fmt/format.h>

#include "answers/talks/zone_on.h"
#include "base/text.h"
#include "cli/frame/all_commands.h"

namespace accord::cli {

using answers::ZoneOnAnswer;

namespace {

std::string none_left_lines(const ZoneOnAnswer& answer) {
  std::string out;
  for (const answers::NoneLeft& issue : answer.none_left) {
    out += fmt::format("\nno option left: {}  {}\n", issue.issue, issue.title);
    for (const answers::LineStated& line : issue.lines)
      out += fmt::format("    {} of {}, {} ({}): not {}\n", line.statement.id,
                         to_string(line.statement.day), line.party_title,
                         line.statement.statement_type, join(line.puts_out, ", "));
  }
  return out;
}

std::string text_of(const void* at, const Call&) {
  const auto& answer = *static_cast<const ZoneOnAnswer*>(at);
  std::string out =
      fmt::format("{} on {}\n{}\n{}\n", answer.agreement_possible() ? "possible" : "excluded",
                  to_string(answer.on), answer.sentence, answer.illustration);
  out += fmt::format(
      "\npackages not excluded: {}\npackages not opposed: {}\n"
      "packages named by all: {}\n",
      answer.packages_not_excluded.text(), answer.packages_not_opposed.text(),
      answer.packages_named_by_all.text());
  out += none_left_lines(answer) + "\n";
  for (const answers::WithoutStatement& side : answer.without_statement)
    out += fmt::format("without a statement by {}: {}\n", side.party_title,
                       side.without.empty() ? "none" : join(side.without, ", "));
  for (const std::string& note : answer.notes) out += note + "\n";
  return out;
}

}  // namespace

const Command talks_zone_on{.name = "talks zone",
                            .question = &answers::zone_on_question,
                            .group = Group::talks,
                            .text_of = text_of};

}  // namespace accord::cli
