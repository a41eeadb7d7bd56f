#include "assessment/assessment.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <variant>

#include "agreement/check/check.h"
#include "agreement/evaluate/examples.h"
#include "agreement/syntax/parse.h"
#include "assessment/unsure.h"
#include "base/codes/parameter.h"
#include "base/named.h"
#include "base/text.h"

namespace accord::assessment {

using agreement::Assumption;
using agreement::Evaluator;
using agreement::Fact;
using agreement::Question;
using evidence::Finding;
using evidence::Records;
using formats::Workspace;

struct Assessment::Impl {
  std::shared_ptr<const Workspace> workspace;
  std::optional<Records> extended;  ///< those of the workspace and more; none: the same
  Day on, known;
  Query query;  ///< as asked: its options without assumptions that came as supposed facts
  std::optional<Evaluator> evaluator;  ///< holds references into this object, which never moves
  std::vector<Finding> findings;
  std::shared_ptr<const KnownBooks> books;  ///< null without accounts
  Remarks remarks;

  [[nodiscard]] const Records& records() const { return extended ? *extended : workspace->records; }
  Records& extend() { return extended ? *extended : extended.emplace(workspace->records); }
  void note_unsure() {
    if (any_unsure(remarks)) add_unsure(extend(), remarks);
  }
};

namespace {

Result<std::vector<Fact>> supposed_facts(const Workspace& workspace,
                                         const std::vector<std::string>& texts) {
  std::vector<Fact> facts;
  if (texts.empty()) return facts;
  agreement::FactCheck check(workspace.agreement);
  for (const std::string& text : texts) {
    agreement::ParsedFact parsed = agreement::parse_fact(text);
    std::vector<Problem> problems = parsed.problems;
    if (parsed.fact && !has_errors(problems)) problems = check(*parsed.fact);
    for (const Problem& problem : problems)
      if (problem.severity == Severity::error)
        return fail(
            "W020", fmt::format("{} in the supposed fact “{}”", problem.message, text), {},
            problem.help.empty() ? "write it as after `given` in an example" : problem.help);
    if (parsed.fact) facts.push_back(std::move(*parsed.fact));
  }
  return facts;
}

std::string meant(const std::string& word, const std::vector<Named>& known, std::string_view what) {
  if (std::string near = did_you_mean(word, known); !near.empty()) return near;
  std::vector<std::string_view> ids;
  for (const Named& one : known) ids.push_back(one.id);
  return ids.empty() ? fmt::format("the text has no {}", what)
                     : fmt::format("there are {}", fmt::join(ids, ", "));
}

Result<void> check_assumption(const Workspace& workspace, const Assumption& assumption) {
  std::vector<const Question*> questions;
  for (const agreement::Item& item : workspace.agreement.items)
    if (const auto* question = std::get_if<Question>(&item)) questions.push_back(question);
  const auto found = std::find_if(questions.begin(), questions.end(), [&](const Question* q) {
    return q->head.name.text == assumption.question;
  });
  std::vector<Named> known;
  for (const Question* q : questions) known.push_back({q->head.name.text, q->head.title});
  if (found == questions.end())
    return fail("W023", fmt::format("no question “{}” in the text", assumption.question), {},
                meant(assumption.question, known, "question"));
  const auto& answers = (*found)->answers;
  const auto name_of = [](const agreement::Answer& a) -> std::string_view { return a.name.text; };
  if (std::any_of(answers.begin(), answers.end(),
                  [&](const agreement::Answer& a) { return name_of(a) == assumption.answer; }))
    return {};
  known.clear();
  for (const agreement::Answer& a : answers) known.push_back({a.name.text, {}});
  return fail("W023",
              fmt::format("“{}” is not an answer of {}", assumption.answer, assumption.question),
              {}, meant(assumption.answer, known, "answer"));
}

std::optional<Day> last_known_day(const Records& records) {
  std::optional<Day> last;
  const auto look = [&last](const auto& list) {
    for (const auto& record : list)
      if (!last || *last < record.head.known) last = record.head.known;
  };
  look(records.observations);
  look(records.events);
  look(records.declarations);
  return last;
}

}  // namespace

Result<Assessment> Assessment::make(std::shared_ptr<const Workspace> workspace,
                                    const Query& query) {
  if (has_errors(workspace->problems))
    return fail("W010", "the workspace has errors", workspace->root.string(),
                "correct the places named");
  Result<std::vector<Fact>> facts = supposed_facts(*workspace, query.suppose);
  if (!facts) return tl::make_unexpected(facts.error());
  agreement::FactRecords supposed = agreement::records_of(*facts, true);
  auto impl = std::make_shared<Impl>();
  impl->query = query;
  agreement::Options options = query.options;
  options.assume.insert(options.assume.end(), supposed.assume.begin(), supposed.assume.end());
  for (const Assumption& assumption : options.assume)
    if (const auto good = check_assumption(*workspace, assumption); !good)
      return tl::make_unexpected(good.error());

  impl->workspace = std::move(workspace);
  if (!facts->empty()) evidence::append(impl->extend(), std::move(supposed.records));
  const std::optional<Day> known = query.known ? query.known
                                   : query.on  ? query.on
                                               : last_known_day(impl->records());
  if (!known)
    return fail("W022", "no record gives a day to ask about", {},
                "name one with " + parameter("on"));
  impl->known = *known;
  impl->on = query.on.value_or(*known);
  if (impl->known < impl->on)
    return fail("W021",
                fmt::format("the day asked about ({}) is after the known day ({})",
                            to_string(impl->on), to_string(impl->known)),
                {}, "leave " + parameter("known") + " out, or take a later one");
  if (const auto& accounts = impl->workspace->books.accounts)
    impl->books = std::make_shared<const KnownBooks>(accounts, impl->known);
  impl->remarks = remarks_of(*impl->workspace, impl->known);
  impl->note_unsure();
  judge(*impl, std::move(options));
  return Assessment(std::move(impl));
}

void Assessment::judge(Impl& impl, agreement::Options options) {
  impl.evaluator.emplace(impl.workspace->agreement, impl.records(), std::move(options));
  impl.findings = impl.evaluator->status(impl.on, impl.known);
  const auto& subjects = impl.evaluator->subjects();
  for (std::size_t i = 0; i < impl.findings.size(); ++i)
    impl.findings[i].since =
        agreement::state_since(*impl.evaluator, subjects[i], impl.on, impl.known);
}

Assessment Assessment::without_supposed() const {
  auto impl = std::make_shared<Impl>();
  impl->workspace = impl_->workspace;
  impl->on = impl_->on;
  impl->known = impl_->known;
  impl->query = impl_->query;
  impl->query.suppose.clear();
  impl->books = impl_->books;
  impl->remarks = impl_->remarks;
  impl->note_unsure();
  judge(*impl, impl->query.options);
  return Assessment(std::move(impl));
}

const Workspace& Assessment::workspace() const {
  return *impl_->workspace;
}
const Records& Assessment::records() const {
  return impl_->records();
}
const Evaluator& Assessment::evaluator() const {
  return *impl_->evaluator;
}
const Query& Assessment::query() const {
  return impl_->query;
}
Day Assessment::on() const {
  return impl_->on;
}
Day Assessment::known() const {
  return impl_->known;
}
const std::vector<Finding>& Assessment::findings() const {
  return impl_->findings;
}

const KnownBooks* Assessment::books() const {
  return impl_->books.get();
}

const Remarks& Assessment::remarks() const {
  return impl_->remarks;
}

const Finding* Assessment::find(std::string_view id) const {
  const auto found =
      std::find_if(impl_->findings.begin(), impl_->findings.end(), [&](const Finding& f) {
        return f.id == id || f.term == id ||
               (f.id.starts_with("F-") && std::string_view(f.id).substr(2) == id);
      });
  return found == impl_->findings.end() ? nullptr : &*found;
}

Counts Assessment::counts() const {
  Counts counts;
  for (const Finding& finding : impl_->findings) switch (finding.outcome()) {
      case evidence::Outcome::met:
        ++counts.met;
        break;
      case evidence::Outcome::not_met:
        ++counts.not_met;
        break;
      case evidence::Outcome::not_shown:
        ++counts.not_shown;
        break;
      case evidence::Outcome::out_of_count:
        ++counts.out_of_count;
        break;
    }
  return counts;
}

}  // namespace accord::assessment
