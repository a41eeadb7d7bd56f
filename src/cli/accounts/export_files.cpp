#include "cli/accounts/export_files.h"

#include <fmt/format.h>

#include "base/english.h"
#include "cli/frame/all_commands.h"
#include "cli/frame/answer.h"
#include "cli/print/text.h"

namespace accord::cli {

Answer give_reports(const Request& request, std::vector<NamedBytes> files) {
  Answer answer;
  if (files.size() == 1) {
    answer.body = std::move(files.front().bytes);
    return answer;
  }
  if (request.output.empty() || request.output == "-")
    return refuse(export_command, request,
                  Error{"C012",
                        fmt::format("{} do not go into one file", counted(files.size(), "report")),
                        {},
                        "name a new folder with -o"});
  if (const auto done = write_new_folder(request.output, files); !done)
    return refuse(export_command, request, done.error());
  answer.written = true;
  answer.messages =
      fmt::format("{} written to {}\n", counted(files.size(), "report"), request.output);
  return answer;
}

}  // namespace accord::cli
