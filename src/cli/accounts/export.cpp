#include "answers/accounts/export.h"

#include <fmt/format.h>

#include "answers/accounts/convert.h"
#include "base/english.h"
#include "cli/files/folder.h"
#include "cli/frame/all_commands.h"
#include "cli/frame/answer.h"
#include "cli/frame/answered.h"
#include "cli/print/text.h"

namespace accord::cli {

namespace {

extern const Command reports;

/// One report to the output as it is; several into a new folder, or none of them.
Answer give(const Call& call, std::vector<answers::ReportText> made) {
  Answer answer;
  if (made.size() == 1) {
    answer.body = std::move(made.front().text);
    return answer;
  }
  answer.written = true;  // also without a report: no empty file
  if (made.empty()) return answer;
  const std::string count = counted(made.size(), "report");
  if (call.output.empty() || call.output == "-")
    return refuse(reports, call,
                  Error{"C012",
                        count + " do not go into one file",
                        {},
                        "name a new folder with " + parameter("output")});
  std::vector<NamedBytes> files;
  for (answers::ReportText& one : made) files.push_back({one.name, std::move(one.text)});
  if (const auto done = write_new_folder(call.output, files); !done)
    return refuse(reports, call, done.error());
  answer.messages = fmt::format("{} written to {}\n", count, call.output);
  return answer;
}

/// The reports as files, with what was found.
Answer run(const Call& call) {
  auto ledger = ledger_of(call);
  if (!ledger) return refuse(reports, call, std::move(ledger.error()));
  auto made = answers::converted(**ledger, asked_of<answers::ConvertQuestion>(call));
  if (!made) return refuse(reports, call, std::move(made.error()));
  std::string said = render_all(made->found.problems, made->found.texts);
  for (const std::string& note : made->answer.notes) said += note + "\n";
  Answer answer = give(call, std::move(made->answer.reports));
  answer.messages = said + answer.messages;
  return answer;
}

constexpr std::array report_forms{Format::code10, Format::json};
constexpr std::array own_forms{Format::code10};
const Command reports{.name = "export",
                      .question = &answers::convert_question,
                      .group = Group::accounts,
                      .formats = report_forms,
                      .run = run,
                      .own_forms = own_forms};

constexpr std::array csv_first{Format::csv, Format::text, Format::json, Format::md, Format::xlsx};
constexpr std::array variants{&reports};

}  // namespace

const Command export_command{.name = "export",
                             .question = &answers::export_question,
                             .group = Group::accounts,
                             .formats = csv_first,
                             .variants = variants};

}  // namespace accord::cli
