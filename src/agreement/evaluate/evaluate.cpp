#include "agreement/evaluate/evaluate.h"

#include <algorithm>
#include <list>
#include <mutex>

#include "agreement/evaluate/changes.h"
#include "agreement/evaluate/context.h"
#include "agreement/evaluate/rules/duty_history.h"
#include "base/contract.h"

namespace accord::agreement {

std::vector<std::pair<Id, Id>> assumed_in(const CompiledAgreement& compiled,
                                          const std::vector<Assumption>& assume) {
  std::vector<std::pair<Id, Id>> out;
  for (const Assumption& a : assume) {
    const Id question = compiled.find(CompiledAgreement::Kind::question, a.question);
    if (question == no_id) continue;
    const auto& answers = compiled.questions[question].text->answers;
    for (Id answer = 0; answer < answers.size(); ++answer)
      if (answers[answer].name.text == a.answer) out.emplace_back(question, answer);
  }
  return out;
}

struct Evaluator::Impl {
  Impl(const Agreement& agreement, const Records& records, Options given)
      : options(std::move(given)), compiled(agreement, records), index(compiled, records, options) {
    for (Id id = 0; id < compiled.subject_names.size(); ++id)
      subject_ids.emplace(key(compiled.subject_names[id]), id);
    assumed = assumed_in(compiled, options.assume);
  }

  static std::string key(const Subject& subject) { return subject.term + '@' + subject.party; }

  [[nodiscard]] Id id_of(const Subject& subject) const {
    const auto found = subject_ids.find(key(subject));
    ACCORD_EXPECT(found != subject_ids.end());
    return found->second;
  }

  [[nodiscard]] Context context(Day valid, Day known) const {
    ACCORD_EXPECT(valid <= known);
    Context out{compiled, index, valid, known, assumed};
    out.duties = &duties;
    return out;
  }

  /// Asks with what the last few pairs of days have computed already: a state is looked up for
  /// every term on the same days, and may rest on that of every other. A second thread computes
  /// for itself.
  template <class Ask>
  auto with_kept(Day valid, Day known, Ask ask) const {
    const std::unique_lock guard(kept_lock, std::try_to_lock);
    if (!guard) {
      Context own = context(valid, known);
      return ask(own);
    }
    const auto at = std::find_if(kept.begin(), kept.end(), [&](const Context& c) {
      return c.valid == valid && c.known == known;
    });
    if (at != kept.end())
      kept.splice(kept.begin(), kept, at);
    else
      kept.push_front(with_days(context(valid, known)));
    if (kept.size() > kept_max) kept.pop_back();
    return ask(kept.front());
  }

  /// The same for days on which states can change.
  template <class Ask>
  auto with_changes(Day from, Day to, Day known, Ask ask) const {
    const std::unique_lock guard(kept_lock, std::try_to_lock);
    if (!guard) {
      Context own = context(std::min(to, known), known);
      ChangeDays changes(own, from, to);
      return ask(changes);
    }
    if (!kept_changes || kept_changes->from != from || kept_changes->to != to ||
        kept_changes->context.known != known)
      kept_changes =
          std::make_unique<KeptChanges>(with_days(context(std::min(to, known), known)), from, to);
    return ask(kept_changes->changes);
  }

  Options options;
  CompiledAgreement compiled;
  Index index;
  std::vector<std::pair<Id, Id>> assumed;
  std::unordered_map<std::string, Id> subject_ids;
  mutable DutyHistories duties;

 private:
  /// Shares the named days with the other kept contexts of its known day.
  Context with_days(Context out) const {
    if (kept_days == nullptr || kept_days_known != out.known) {
      kept_days = out.found;
      kept_days_known = out.known;
    }
    out.found = kept_days;
    return out;
  }

  static constexpr std::size_t kept_max = 8;
  mutable std::mutex kept_lock;
  mutable std::list<Context> kept;  ///< the last used first
  mutable std::shared_ptr<DaysFound> kept_days;
  mutable Day kept_days_known;

  struct KeptChanges {
    KeptChanges(Context of, Day first, Day last)
        : context(std::move(of)), from(first), to(last), changes(context, first, last) {}
    Context context;
    Day from, to;
    ChangeDays changes;
  };
  mutable std::unique_ptr<KeptChanges> kept_changes;
};

Evaluator::Evaluator(const Agreement& agreement, const Records& records, Options options)
    : impl_(std::make_unique<Impl>(agreement, records, std::move(options))) {}
Evaluator::~Evaluator() = default;
Evaluator::Evaluator(Evaluator&&) noexcept = default;

const std::vector<Subject>& Evaluator::subjects() const {
  return impl_->compiled.subject_names;
}

Finding Evaluator::evaluate(const Subject& subject, Day valid, Day known) const {
  const Id id = impl_->id_of(subject);
  return impl_->with_kept(valid, known, [&](Context& context) {
    Finding out;
    judge(context, id, &out);
    return out;
  });
}

std::vector<Finding> Evaluator::status(Day valid, Day known) const {
  Context context = impl_->context(valid, known);
  std::vector<Finding> out(impl_->compiled.subjects.size());
  for (Id subject = 0; subject < out.size(); ++subject) judge(context, subject, &out[subject]);
  return out;
}

State Evaluator::state(const Subject& subject, Day valid, Day known) const {
  const Id id = impl_->id_of(subject);
  return impl_->with_kept(valid, known,
                          [&](Context& context) { return judge(context, id, nullptr).state; });
}

std::optional<Day> Evaluator::day(std::string_view name, Day known) const {
  const Id id = impl_->compiled.find(CompiledAgreement::Kind::day, name);
  if (id == no_id) return std::nullopt;
  return impl_->with_kept(known, known, [&](Context& context) {
    Grounds grounds;
    return day_of(context, impl_->compiled.days[id], nullptr, grounds);
  });
}

std::optional<Day> Evaluator::day(const DayExpression& expression, Day known) const {
  const CompiledDay day = impl_->compiled.compile(expression);
  return impl_->with_kept(known, known, [&](Context& context) {
    Grounds grounds;
    return day_of(context, day, nullptr, grounds);
  });
}

std::vector<Day> Evaluator::change_days(const Subject& subject, Day from, Day to, Day known) const {
  return impl_->with_changes(from, to, known, [&, id = impl_->id_of(subject)](ChangeDays& changes) {
    return changes.of(id);
  });
}

const Agreement& Evaluator::agreement() const {
  return impl_->compiled.agreement;
}
const Records& Evaluator::records() const {
  return impl_->index.records;
}
const Options& Evaluator::options() const {
  return impl_->options;
}

}  // namespace accord::agreement
