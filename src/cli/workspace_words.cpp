#include "cli/workspace_words.h"

#include <algorithm>

#include "cli/example_names.h"
#include "cli/parse.h"
#include "cli/use.h"
#include "formats/workspace.h"

namespace accord::cli {

namespace {

using Found = std::vector<std::string>;

/// The folder that -C names on the line so far.
Request request_of(const std::vector<std::string>& line) {
  Request request;
  for (std::size_t i = 0; i + 1 < line.size(); ++i)
    if (line[i] == "-C" || line[i] == "--workspace") request.workspace = line[i + 1];
  return request;
}

template <class Item>
void add_names(const agreement::Agreement& agreement, Found& out) {
  for (const agreement::Item& item : agreement.items)
    if (const auto* found = std::get_if<Item>(&item)) out.push_back(found->head.name.text);
}

void add_answers(const agreement::Agreement& agreement, Found& out) {
  for (const agreement::Item& item : agreement.items)
    if (const auto* question = std::get_if<agreement::Question>(&item))
      for (const agreement::Answer& answer : question->answers)
        out.push_back(question->head.name.text + "=" + answer.name.text);
}

}  // namespace

std::vector<std::string> workspace_words(Words words, const std::vector<std::string>& line) {
  if (words == Words::examples) return example_names();
  const bool none = words == Words::none || words == Words::files || words == Words::folders ||
                    words == Words::days;
  if (none) return {};
  const auto read = formats::read_workspace(workspace_folder(request_of(line)));
  if (!read) return {};
  Found out;
  const agreement::Agreement& text = read->agreement;
  if (words == Words::terms || words == Words::findings || words == Words::term_or_party)
    add_names<agreement::Term>(text, out);
  if (words == Words::parties || words == Words::term_or_party)
    add_names<agreement::Party>(text, out);
  if (words == Words::procedures) add_names<agreement::Procedure>(text, out);
  if (words == Words::answers) add_answers(text, out);
  if (words == Words::reports)
    for (const formats::SeriesReport& report : read->reports) out.push_back(report.id);
  return out;
}

}  // namespace accord::cli
