#include <nlohmann/json.hpp>

#include "agreement/check.h"
#include "agreement/diff.h"
#include "cli/all_commands.h"
#include "cli/answer.h"
#include "cli/envelope_json.h"
#include "cli/files.h"

namespace accord::cli {

using agreement::Difference;

namespace {

/// The text of a file, which must be without errors; otherwise the refusal.
struct Read {
  std::optional<agreement::Agreement> agreement;
  Answer refusal;
};

Read read_text(const Request& request, const std::string& file) {
  const Result<std::string> text = read_file(file);
  if (!text) return {{}, refuse(terms_diff, request, text.error())};
  agreement::Parsed parsed = agreement::read(*text, file);
  if (has_errors(parsed.problems))
    return {{}, refuse(terms_diff, request, parsed.problems, {{file, *text}})};
  return {std::move(parsed.agreement), {}};
}

Json difference_json(const Difference& d) {
  constexpr const char* words[] = {"added", "ended", "changed"};
  Json details = Json::array();
  for (const agreement::Detail& one : d.details)
    details.push_back({{"label", one.label}, {"before", one.before}, {"after", one.after}});
  return {{"what", words[static_cast<std::size_t>(d.what)]},
          {"kind", d.kind},
          {"name", d.name},
          {"title", d.title},
          {"details", std::move(details)}};
}

Answer run(const Request& request) {
  const bool one_file = request.arguments.size() == 1;
  if (one_file && !request.known_pair.first)
    return refuse(terms_diff, request,
                  {"U005", "`accord terms diff` needs two files, or one file and two known days",
                   "", "accord terms diff A.accord B.accord, or --known DAY,DAY"});
  Read before = read_text(request, request.arguments.front());
  if (!before.agreement) return before.refusal;
  Read after = read_text(request, request.arguments.back());
  if (!after.agreement) return after.refusal;
  if (request.known_pair.first) {
    before.agreement = agreement::as_known(*before.agreement, *request.known_pair.first);
    after.agreement = agreement::as_known(*after.agreement, *request.known_pair.second);
  }
  const std::vector<Difference> found = agreement::diff(*before.agreement, *after.agreement);
  Answer answer;
  answer.exit = found.empty() ? Exit::yes : Exit::no;
  if (!request.json()) {
    answer.body = found.empty() ? "no difference in meaning\n" : agreement::diff_text(found);
    return answer;
  }
  Json data;
  data["differences"] = Json::array();
  for (const Difference& d : found) data["differences"].push_back(difference_json(d));
  answer.body = envelope(terms_diff.name, std::move(data));
  return answer;
}

constexpr std::array flags{Flag::known_pair};
constexpr std::array formats{Format::text, Format::json};

constexpr std::string_view schema_text = R"({
  "type": "object", "required": ["differences"],
  "properties": {"differences": {"type": "array", "items": {"type": "object",
    "required": ["what", "kind", "name", "title", "details"],
    "properties": {"what": {"enum": ["added", "ended", "changed"]}}}}}
})";

}  // namespace

const Command terms_diff{
    .name = "terms diff",
    .group = Group::text,
    .arguments = "FILE [FILE]",
    .arguments_min = 1,
    .arguments_max = 2,
    .summary = "What two agreement texts say differently",
    .text =
        "Compares meaning, not lines: terms added, ended and changed, names, examples. Layout, "
        "comments, order and notes do not count. With one file and --known DAY,DAY: what decisions "
        "between the two days have changed. Exit status 1 when there is a difference.",
    .flags = flags,
    .formats = formats,
    .example = "accord terms diff draft.accord signed.accord",
    .schema = schema_text,
    .run = run,
    .arguments_are = Words::files};

}  // namespace accord::cli
