#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "agreement/explain/figure_words.h"
#include "cli/agreement/finding_text.h"
#include "cli/agreement/judge_flags.h"
#include "cli/agreement/judged_json.h"
#include "cli/frame/all_commands.h"
#include "cli/frame/unread.h"
#include "cli/frame/use.h"
#include "cli/print/data_table.h"
#include "cli/print/workbook.h"
#include "report/sections/finding_json.h"

namespace accord::cli {

using agreement::PartyTitles;
using evidence::Finding;
using evidence::Outcome;
using Findings = std::vector<const Finding*>;

namespace {

std::string joined(std::initializer_list<std::string> parts) {
  std::string out;
  for (const std::string& part : parts)
    if (!part.empty()) out += (out.empty() ? "" : "; ") + part;
  return out;
}

Table short_table(const Findings& findings, const PartyTitles& parties) {
  Table table;
  table.columns = {"term", "outcome", "state", "since",
                   "value against limit; evidence; declared beside it"};
  table.toned = 1;
  for (const Finding* f : findings) {
    table.rows.push_back({short_id(*f), word(f->outcome()), word(f->state), day_or_empty(f->since),
                          joined({shown(*f), evidence_note(*f), declared_note(*f, parties),
                                  f->supposed ? "rests on a supposed record" : ""})});
    table.tones.push_back(tone_of(f->outcome()));
  }
  return table;
}

DataTable full_table(const Findings& findings, const PartyTitles& parties) {
  DataTable table = DataTable("findings")
                        .text("finding")
                        .text("term")
                        .text("title")
                        .text("party")
                        .text("outcome")
                        .text("state")
                        .day("since")
                        .figure("value")
                        .number("limit")
                        .text("unit")
                        .number("ratio")
                        .text("shown")
                        .text("grade")
                        .text("trace")
                        .number("age_days")
                        .text("declared")
                        .text("if_attributed")
                        .text("if_not")
                        .text("together")
                        .text("supposed");
  const auto state_or_empty = [](const std::optional<evidence::State>& state) {
    return state ? word(*state) : std::string();
  };
  for (const Finding* f : findings) {
    agreement::ComparedWords compared;
    std::string ratio, if_attributed, if_not, together;
    if (f->not_attributed) {
      if_attributed = state_or_empty(f->not_attributed->if_attributed);
      if_not = state_or_empty(f->not_attributed->if_not);
      if (f->not_attributed->together) together = word(f->not_attributed->together->state);
    }
    if (f->deciding_rule < f->rules.size() && f->rules[f->deciding_rule].comparison) {
      const evidence::Comparison& c = *f->rules[f->deciding_rule].comparison;
      compared = agreement::compared_in(c.value_shown, c.limit_shown);
      if (c.limit) {
        const auto exact = to_decimal(*c.limit);
        compared.limit = exact ? to_string(*exact) : to_fixed(*c.limit, 6);
      }
      if (c.ratio) ratio = to_fixed(*c.ratio, 6);
    }
    table.add({f->id,
               f->term,
               f->title,
               parties.of(f->party),
               word(f->outcome()),
               word(f->state),
               day_or_empty(f->since),
               compared.value,
               compared.bound,
               compared.limit,
               compared.unit,
               ratio,
               shown(*f),
               f->grade ? word(*f->grade) : "",
               f->trace ? word(*f->trace) : "",
               f->age_days ? std::to_string(*f->age_days) : "",
               declared_note(*f, parties),
               if_attributed,
               if_not,
               together,
               f->supposed ? "yes" : ""});
  }
  return table;
}

Json data_of(const assessment::Assessment& assessment, const assessment::Query& query,
             const Findings& findings) {
  Json data = query_json(assessment, query);
  data["counts"] = counts_json(assessment.counts());
  data["recalled_only"] = recalled_json(assessment);
  Json list = Json::array();
  for (const Finding* f : findings) list.push_back(report::finding_json(*f, assessment.records()));
  data["findings"] = std::move(list);
  return data;
}

/// The findings asked for; text leaves out what is out of the count, unless asked for by name or
/// -v.
Findings chosen(const assessment::Assessment& assessment, const Request& request,
                std::size_t& left_out) {
  Findings out;
  const bool all = request.verbose || !request.term.empty() ||
                   request.format.value_or(Format::text) != Format::text;
  for (const Finding& f : assessment.findings()) {
    const bool named = request.term.empty() || request.term == f.term || request.term == f.id ||
                       "F-" + request.term == f.id;
    const bool owed_by =
        request.party.empty() || std::count(f.party.begin(), f.party.end(), request.party) > 0;
    if (!named || !owed_by) continue;
    if (all || f.outcome() != Outcome::out_of_count)
      out.push_back(&f);
    else
      ++left_out;
  }
  return out;
}

/// One line for each term of several parties where a record does not say whose it is.
std::string together_lines(const Findings& findings, const Look& look) {
  std::string out;
  const std::string* before = nullptr;
  for (const Finding* f : findings) {
    if (!f->not_attributed || !f->not_attributed->together) continue;
    if (before != nullptr && *before == f->term) continue;
    before = &f->term;
    const evidence::Together& together = *f->not_attributed->together;
    out += wrap(fmt::format("{}, all together: {} ({}); {}", f->term,
                            word(evidence::outcome_of(together.state)), word(together.state),
                            together.says),
                2, 0, look) +
           "\n";
  }
  return out.empty() ? out : "\n" + out;
}

std::string as_readable(const assessment::Assessment& assessment, const Request& request,
                        const Findings& findings, const PartyTitles& parties,
                        std::size_t left_out) {
  std::string out = heading(assessment, query_of(request), request.look) + "\n";
  out += as_text(short_table(findings, parties), request.look);
  if (request.together) out += together_lines(findings, request.look);
  if (request.term.empty() && request.party.empty())
    out += "\n" + counts_line(assessment.counts()) + "\n" + recalled_line(assessment);
  if (left_out > 0 && !request.quiet)
    out += fmt::format("{} out of the count not listed; -v lists {}\n", left_out,
                       left_out == 1 ? "it" : "them");
  return out;
}

Answer run(const Request& asked) {
  Request request = asked;
  const Assessed assessed = assess(status_command, request);
  if (!assessed) return assessed.refusal;
  if (!request.party.empty())
    if (auto refused =
            refuse_party(status_command, request, assessed->workspace().agreement, request.party))
      return *refused;
  std::size_t left_out = 0;
  const Findings findings = chosen(*assessed, request, left_out);
  if (findings.empty() && !request.term.empty() && request.party.empty())
    return no_such_finding(status_command, request, *assessed, request.term);
  const PartyTitles parties(assessed->workspace().agreement, assessed->workspace().outsiders);
  Answer answer;
  answer.messages = assessed.notes;
  for (const Finding* f : findings)
    if (rests_on_unread(*f)) answer.exit = Exit::input;
  switch (request.format.value_or(Format::text)) {
    case Format::json:
      answer.body = envelope(status_command.name, data_of(*assessed, query_of(request), findings));
      break;
    case Format::csv:
      answer.messages += remark_notes(*assessed, request);
      answer.body = as_csv(full_table(findings, parties).table(), request.exact);
      break;
    case Format::xlsx: {
      Answer made = workbook(status_command, request, {full_table(findings, parties).table()},
                             lines_about(heading(*assessed, query_of(request), Look{})));
      if (made.refused) return made;
      answer.body = std::move(made.body);
      break;
    }
    case Format::md:
      answer.messages += remark_notes(*assessed, request);
      answer.body = as_markdown(short_table(findings, parties));
      break;
    default:
      answer.body = as_readable(*assessed, request, findings, parties, left_out);
  }
  return answer;
}

constexpr auto flags = judging(std::array{Flag::term, Flag::party, Flag::together});
constexpr std::array formats{Format::text, Format::json, Format::csv, Format::xlsx, Format::md};

constexpr std::string_view schema_text = R"({
  "type": "object",
  "required": ["workspace", "on", "known", "min_grade", "found_only", "assume", "suppose", "books", "remarks",
    "record_end", "counts", "recalled_only", "findings"],
  "properties": {
    "workspace": {"type": "string"}, "on": {"$ref": "#/$defs/day"}, "known": {"$ref": "#/$defs/day"},
    "min_grade": {"$ref": "#/$defs/grade"}, "found_only": {"type": "boolean"},
    "assume": {"type": "array"}, "suppose": {"type": "array", "items": {"type": "string"}},
    "books": {"$ref": "#/$defs/books_or_null"}, "remarks": {"$ref": "#/$defs/remarks"},
    "counts": {"$ref": "#/$defs/counts"}, "record_end": {"$ref": "#/$defs/record_end"},
    "recalled_only": {"type": "array", "items": {"type": "string"}},
    "findings": {"type": "array", "items": {"$ref": "#/$defs/finding"}}}
})";

}  // namespace

const Command status_command{.name = "status",
                             .group = Group::judge,
                             .arguments = "[DIR]",
                             .arguments_max = 1,
                             .summary = "Where every commitment stands on a day, as known on a day",
                             .flags = flags,
                             .formats = formats,
                             .schema = schema_text,
                             .run = run,
                             .arguments_are = Words::workspaces};

}  // namespace accord::cli
