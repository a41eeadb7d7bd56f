#include <fmt/format.h>

#include <array>

#include "answers/talks/sheet_on.h"
#include "cli/frame/all_commands.h"
#include "report/forms/page.h"
#include "report/pages/sheet_page.h"

namespace accord::cli {

using answers::SheetOn;

namespace {

/// The first address of a source; nothing when it has none.
std::string address_in(const std::string& source) {
  for (const report::Cell& part : report::with_links(source))
    if (!part.href.empty()) return part.href;
  return {};
}

std::vector<std::string> notes_below(const SheetOn& answer) {
  std::vector<std::string> notes{answer.illustration};
  notes.insert(notes.end(), answer.notes.begin(), answer.notes.end());
  return notes;
}

report::TableSheet sheet_of(const SheetOn& answer) {
  report::TableSheet out;
  out.day = to_string(answer.on);
  if (answer.last_round)
    out.round = fmt::format("Last round: {} of {}, {}", answer.last_round->round,
                            to_string(answer.last_round->day), answer.last_round->place);
  out.sentence = answer.sentence;
  out.notes = notes_below(answer);
  for (const answers::SheetSide& side : answer.sides)
    out.sides.push_back({side.party_title, side.stated});
  for (const answers::SheetIssue& issue : answer.issues) {
    report::TableSheet::Issue& row = out.issues.emplace_back();
    row = {issue.title, issue.not_excluded, issue.named_by_all, issue.silent, {}};
    const std::string* side = nullptr;  // named once, before the first of its statements
    for (const answers::SheetSource& source : issue.sources) {
      const bool is_same = side != nullptr && *side == source.party_title;
      row.sources.push_back({fmt::format("{}{}{} ({})", is_same ? "" : source.party_title,
                                         is_same ? "" : " ", to_string(source.day), source.id),
                             address_in(source.source.value_or(""))});
      side = &source.party_title;
    }
  }
  out.digest = answer.digest;
  return out;
}

std::string text_of(const void* at, const Call& call) {
  const report::Page page = report::sheet_page(sheet_of(*static_cast<const SheetOn*>(at)));
  return call.format == Format::html ? report::html(page) : report::markdown(page);
}

constexpr std::array formats{Format::md, Format::html, Format::json};
constexpr std::array own_forms{Format::md, Format::html};

}  // namespace

const Command talks_sheet{.name = "talks sheet",
                          .question = &answers::sheet_on_question,
                          .group = Group::talks,
                          .formats = formats,
                          .text_of = text_of,
                          .own_forms = own_forms};

}  // namespace accord::cli
