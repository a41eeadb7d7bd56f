#include "talks/draft/draft.h"

#include <fmt/format.h>

#include <set>

#include "base/text.h"

namespace accord::talks {

namespace {

/// In quotes as the language wants them: one line, without direction marks.
std::string in_quotes(std::string_view text) {
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

/// Names of the language from any ids: "LEVEL-2.5" gives "LEVEL_2_5", the next of the same letters
/// "LEVEL_2_5_2".
class DraftNames {
 public:
  std::string of(std::string_view prefix, std::string_view id) {
    std::string out(prefix);
    for (const char c : id) {
      const bool fits = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      out += fits ? c : '_';
    }
    std::string name = out;
    for (int i = 2; !taken_.insert(name).second; ++i) name = fmt::format("{}_{}", out, i);
    return name;
  }

 private:
  std::set<std::string> taken_;
};

std::string chosen_words(const Issue& issue, std::uint32_t chosen) {
  return fmt::format("{}: {}", issue.id, issue.label(chosen));
}

std::string term_of(const Issue& issue, std::uint32_t chosen, std::string_view name,
                    std::string_view measure, std::string_view parties) {
  std::string out =
      fmt::format("\n  term {} {} {{\n", name, in_quotes(chosen_words(issue, chosen)));
  out += fmt::format("    obliges jointly {{ {} }} verifier none\n", parties);
  out += "    from event in_force without end\n";
  out += fmt::format("    require {}\n", measure);
  const auto note = [&](std::string_view text) {
    out += fmt::format("    note {}\n", in_quotes(text));
  };
  note(issue_sentence(issue, chosen));
  if (issue.is_numeric())
    note(
        "Whether the number is the most or the least: open. Write it as a limit once it is clear.");
  note("Day of entry into force: empty. End: empty.");
  note("Who owes it to whom, and who verifies it: open.");
  return out + "  }\n";
}

}  // namespace

Result<std::string> draft_terms(const Domain& domain, const Outcome& chosen,
                                const std::vector<DraftParty>& parties, const DraftWords& words) {
  if (parties.size() < 2)
    return fail("P052", fmt::format("a draft needs at least two parties, found {}", parties.size()),
                "", "name the parties");
  DraftNames names;
  std::string declared, bound, measures, terms;
  for (const DraftParty& party : parties) {
    const std::string id =
        names.of(party.id.find_first_not_of("0123456789") == 0 ? "" : "P_", party.id);
    declared += fmt::format("  party {} {}\n", id, in_quotes(party.name));
    bound += (bound.empty() ? "" : ", ") + id;
  }
  for (std::size_t i = 0; i < domain.issues.size(); ++i) {
    const Issue& issue = domain.issues[i];
    const std::string measure = names.of("agreed_", issue.id);
    measures += fmt::format("  measure {} {} activity\n", measure,
                            in_quotes(chosen_words(issue, chosen[i])));
    terms += term_of(issue, chosen[i], names.of("D_", issue.id), measure, bound);
  }
  return fmt::format(
      "accord 1\nagreement draft {} {{\n  source {}\n{}  event in_force {}\n{}{}}}\n",
      in_quotes(words.title), in_quotes(words.source), declared,
      in_quotes("Entry into force: day empty"), measures, terms);
}

}  // namespace accord::talks
