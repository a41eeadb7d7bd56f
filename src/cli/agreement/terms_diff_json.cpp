#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "agreement/check/check.h"
#include "agreement/explain/diff.h"
#include "agreement/syntax/parse.h"
#include "assessment/changes.h"
#include "cli/agreement/finding_text.h"
#include "cli/files/files.h"
#include "cli/frame/all_commands.h"
#include "cli/frame/answer.h"
#include "cli/frame/envelope_json.h"
#include "cli/frame/use.h"

namespace accord::cli {

using agreement::Difference;
using assessment::Assessment;
using assessment::Change;

namespace {

/// The text of a file, which must be without errors; otherwise the refusal. Its examples are not
/// run: a draft may be compared before they are right.
struct Read {
  std::optional<agreement::Agreement> agreement;
  Answer refusal;
};

Read read_text(const Request& request, const std::string& file) {
  const Result<std::string> text = read_file(file);
  if (!text) return {{}, refuse(terms_diff, request, text.error())};
  agreement::Parsed parsed = agreement::parse(*text, file);
  if (!has_errors(parsed.problems)) parsed.problems = agreement::check(parsed.agreement, file);
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

/// The records of a workspace judged by either text.
struct Judged {
  std::optional<Assessment> before, after;
  Answer refusal;
};

Judged judge(const Request& request, const agreement::Agreement& before,
             const agreement::Agreement& after) {
  Result<formats::Workspace> read = formats::read_workspace(request.data);
  if (!read) return {{}, {}, refuse(terms_diff, request, read.error())};
  if (has_errors(read->problems))
    return {{}, {}, refuse(terms_diff, request, read->problems, read->texts)};
  Judged out;
  for (auto [text, place] : {std::pair(&before, &out.before), std::pair(&after, &out.after)}) {
    auto workspace = std::make_shared<formats::Workspace>(*read);
    workspace->agreement = *text;
    Result<Assessment> made = Assessment::make(std::move(workspace), query_of(request));
    if (!made) return {{}, {}, refuse(terms_diff, request, made.error())};
    *place = std::move(*made);
  }
  return out;
}

std::string state_words(const evidence::Finding* finding) {
  return finding == nullptr
             ? "not in this text"
             : fmt::format("{} ({})", word(finding->outcome()), word(finding->state));
}

std::string changes_text(const Assessment& after, const std::vector<Change>& changes) {
  std::string out = fmt::format("\nFindings that differ on the records of {}, on {}\n",
                                after.workspace().name, to_string(after.on()));
  for (const Change& c : changes)
    out += fmt::format("  {}: {} → {}\n", answers::short_id((c.with != nullptr ? c.with : c.without)->id),
                       state_words(c.without), state_words(c.with));
  return out + (changes.empty() ? "  none\n" : "");
}

Json changes_json(const std::vector<Change>& changes) {
  Json list = Json::array();
  const auto state = [](const evidence::Finding* f) {
    return f == nullptr ? Json(nullptr)
                        : Json{{"outcome", word(f->outcome())}, {"state", word(f->state)}};
  };
  for (const Change& c : changes)
    list.push_back({{"id", c.with != nullptr ? c.with->id : c.without->id},
                    {"before", state(c.without)},
                    {"after", state(c.with)}});
  return list;
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
  std::optional<Judged> judged;
  std::vector<Change> changed;
  if (!request.data.empty()) {
    judged = judge(request, *before.agreement, *after.agreement);
    if (!judged->after) return judged->refusal;
    changed = assessment::changes(*judged->before, *judged->after);
  }
  Answer answer;
  answer.exit = found.empty() ? Exit::yes : Exit::no;
  if (!request.json()) {
    answer.body = found.empty() ? "no difference in meaning\n" : agreement::diff_text(found);
    if (judged) answer.body += changes_text(*judged->after, changed);
    return answer;
  }
  Json data;
  data["differences"] = Json::array();
  for (const Difference& d : found) data["differences"].push_back(difference_json(d));
  data["findings"] = judged ? changes_json(changed) : Json(nullptr);
  answer.body = envelope(terms_diff.name, std::move(data));
  return answer;
}

constexpr std::array flags{Flag::known_pair, Flag::data, Flag::on};
constexpr std::array formats{Format::text, Format::json};

constexpr std::string_view schema_text = R"({
  "type": "object", "required": ["differences", "findings"],
  "properties": {"differences": {"type": "array", "items": {"type": "object",
    "required": ["what", "kind", "name", "title", "details"],
    "properties": {"what": {"enum": ["added", "ended", "changed"]}}}},
    "findings": {"anyOf": [{"type": "null"}, {"type": "array", "items": {"type": "object",
      "required": ["id", "before", "after"]}}]}}
})";

}  // namespace

const Command terms_diff{.name = "terms diff",
                         .group = Group::text,
                         .arguments = "FILE [FILE]",
                         .arguments_min = 1,
                         .arguments_max = 2,
                         .summary = "What two agreement texts say differently",
                         .flags = flags,
                         .formats = formats,
                         .schema = schema_text,
                         .run = run,
                         .arguments_are = Words::files};

}  // namespace accord::cli
