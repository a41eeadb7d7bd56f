#include "answers/agreement/diff.h"

#include <fmt/format.h>

#include "assessment/changes.h"
#include "base/codes/parameter.h"
#include "base/text.h"

namespace accord::answers {

using agreement::Agreement;
using assessment::Assessment;

namespace {

ChangedFinding row_of(const assessment::Change& change) {
  const evidence::Finding* before = change.without;
  const evidence::Finding* after = change.with;
  ChangedFinding out{after != nullptr ? after->id : before->id, {}, {}, {}, {}};
  if (before != nullptr) {
    out.outcome_before = before->outcome();
    out.state_before = before->state;
  }
  if (after != nullptr) {
    out.outcome_after = after->outcome();
    out.state_after = after->state;
  }
  return out;
}

/// The records of the workspace judged by a text.
Result<Assessment> judged(const formats::Workspace& records, const Agreement& text,
                          const std::optional<Day>& on) {
  auto workspace = std::make_shared<formats::Workspace>(records);
  workspace->agreement = text;
  assessment::Query query;
  query.on = on;
  return Assessment::make(std::move(workspace), query);
}

std::optional<Refusal> add_findings(const Agreement& before, const Agreement& after,
                                    const DiffQuestion& asked, DiffAnswer& out) {
  const auto records = read_workspace(*asked.data);
  if (!records) return records.error();
  const auto by_first = judged(*records, before, asked.on);
  if (!by_first) return refused(by_first.error()).value();
  const auto by_second = judged(*records, after, asked.on);
  if (!by_second) return refused(by_second.error()).value();
  out.workspace = records->name;
  out.on = by_second->on();
  for (const assessment::Change& change : assessment::changes(*by_first, *by_second))
    out.findings_changed.push_back(row_of(change));
  return std::nullopt;
}

}  // namespace

std::optional<Error> DiffQuestion::fault() const {
  if (known.empty() || known.size() == 2) return std::nullopt;
  std::vector<std::string> days;
  for (const Day day : known) days.push_back(to_string(day));
  return Error{"U004",
               fmt::format("{}: expected two days, as 2016-01-16,2025-09-27, found “{}”",
                           parameter("known"), join(days, ",")),
               {},
               {}};
}

Answered<DiffAnswer> diff(const Terms& terms, const DiffQuestion& asked) {
  if (terms.texts.size() > 2 || (terms.texts.size() == 1 && asked.known.empty()))
    return refused({"U005",
                    "a comparison needs two texts, or one text and two known days",
                    {},
                    "name two texts, or two days with " + parameter("known")});
  const auto first = agreement_of(terms.texts.front());
  if (!first) return tl::make_unexpected(first.error());
  const auto second = agreement_of(terms.texts.back());
  if (!second) return tl::make_unexpected(second.error());
  Agreement before = **first, after = **second;
  if (!asked.known.empty()) {
    before = agreement::as_known(before, asked.known.front());
    after = agreement::as_known(after, asked.known.back());
  }
  DiffAnswer out{agreement::diff(before, after), {}, {}, {}};
  if (asked.data)
    if (auto refusal = add_findings(before, after, asked, out))
      return tl::make_unexpected(std::move(*refusal));
  return out;
}

constinit const Question diff_question = Asked<diff>::named("terms diff");

}  // namespace accord::answers
