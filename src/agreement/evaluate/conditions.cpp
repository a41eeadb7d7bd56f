#include <algorithm>
#include <unordered_set>
#include <utility>

#include "agreement/evaluate/context.h"

namespace accord::agreement {

Truth negation(Truth a) {
  return a == Truth::yes ? Truth::no : a == Truth::no ? Truth::yes : Truth::unknown;
}
Truth both(Truth a, Truth b) {
  return std::min(a, b);
}
Truth either(Truth a, Truth b) {
  return std::max(a, b);
}

void Grounds::add(const Grounds& other) {
  sources.insert(sources.end(), other.sources.begin(), other.sources.end());
  for (const Declared* d : other.declarations)
    if (std::find(declarations.begin(), declarations.end(), d) == declarations.end())
      declarations.push_back(d);
  for (const Id question : other.open_questions) add_question(question);
  supposed = supposed || other.supposed;
}

namespace {

/// Events in the order in which they are met, each once.
class EventList {
 public:
  void add(const Happened* event) {
    if (seen_.insert(event).second) out_.push_back(event);
  }
  /// Also through other named days; without recursion, as a chain may be as long as the text.
  void add(const Grounds& grounds) {
    std::unordered_set<const NamedDayFound*> entered;
    std::vector<std::pair<const std::vector<Grounds::Source>*, std::size_t>> path{
        {&grounds.sources, 0}};
    while (!path.empty()) {
      auto& [list, at] = path.back();
      if (at == list->size()) {
        path.pop_back();
        continue;
      }
      const Grounds::Source& source = (*list)[at++];
      if (source.event != nullptr) add(source.event);
      if (source.day == nullptr || !entered.insert(source.day).second) continue;
      if (source.day->events)
        for (const Happened* event : *source.day->events) add(event);
      else
        path.emplace_back(&source.day->grounds.sources, 0);
    }
  }
  std::vector<const Happened*> take() { return std::move(out_); }

 private:
  std::vector<const Happened*> out_;
  std::unordered_set<const Happened*> seen_;
};

}  // namespace

std::vector<const Happened*> Grounds::events() const {
  for (const Source& source : sources)
    if (source.day != nullptr && !source.day->events) {
      EventList of_day;
      of_day.add(source.day->grounds);
      source.day->events = of_day.take();
    }
  EventList out;
  out.add(*this);
  return out.take();
}

void Grounds::add_question(Id question) {
  if (std::find(open_questions.begin(), open_questions.end(), question) == open_questions.end())
    open_questions.push_back(question);
}

const Happened* first_seen(const Context& context, Id event) {
  if (event == no_id) return nullptr;
  for (const Happened& h : context.index.happened(event)) {
    if (h.head().valid > context.valid) break;
    if (h.stands(context.known)) return &h;
  }
  return nullptr;
}

namespace {

bool by_then(const Context& context, const Declared& d) {
  return d.head().valid <= context.valid && d.stands(context.known);
}

/// Of a kind, or one that ends it.
bool speaks_of(const Declared& d, Declaration::Kind kind) {
  return d.record->kind == kind || d.record->kind == Declaration::Kind::resumes;
}

/// The last word of the party on the matter: later valid day, then later known day.
const Declared* last_word(const Context& context, Declaration::Kind kind,
                          const Index::Declarations& about) {
  const Declared* last = nullptr;
  auto at = std::partition_point(about.begin(), about.end(), [&](const Declared* d) {
    return d->head().valid <= context.valid;
  });
  while (at != about.begin()) {
    const Declared* d = *--at;
    if (!d->stands(context.known) || !speaks_of(*d, kind)) continue;
    // Two declarations of one day known on one day: the one that stops stands, else the first.
    if (last != nullptr &&
        (last->head().valid != d->head().valid || last->head().known != d->head().known))
      break;
    last = d;
    if (d->record->kind == Declaration::Kind::resumes) break;
  }
  return last;
}

/// Those about one term, or about no single one.
const Index::Declarations& matter(const Context& context, Id party, Declaration::Kind kind,
                                  std::string_view term) {
  const bool is_whole = kind == Declaration::Kind::ceases;
  return context.index.declared_about(party, is_whole ? std::string_view() : term);
}

}  // namespace

const Declared* ceased(const Context& context, Id party) {
  return declared_about(context, party, Declaration::Kind::ceases, {});
}

const Declared* declared_about(const Context& context, Id party, Declaration::Kind kind,
                               std::string_view term) {
  const Declared* last = last_word(context, kind, matter(context, party, kind, term));
  return last != nullptr && last->record->kind == kind ? last : nullptr;
}

const Declared* first_of_run(const Context& context, Id party, const Declared& last,
                             std::string_view term) {
  const Declaration::Kind kind = last.record->kind;
  const Index::Declarations& about = matter(context, party, kind, term);
  const Declared* first = &last;
  for (auto at = std::find(about.rbegin(), about.rend(), &last); at != about.rend(); ++at) {
    if (*at == &last || !by_then(context, **at) || !speaks_of(**at, kind)) continue;
    if ((*at)->record->kind != kind) break;
    first = *at;
  }
  return first;
}

namespace {

Truth truth_of_question(Context& context, const CompiledCondition& c, Grounds& grounds) {
  const Happened* arisen = first_seen(context, context.compiled.questions[c.index].arises_from);
  if (arisen == nullptr) return Truth::no;
  grounds.add(*arisen);
  for (const auto& [question, answer] : context.assumed)
    if (question == c.index) return answer == c.answer ? Truth::yes : Truth::no;
  grounds.add_question(c.index);
  return Truth::unknown;
}

/// The outcome of a term for the asking party if it owes the term too, else of all who owe it: not
/// met as soon as one does not meet it, met when all do.
Truth truth_of_outcome(Context& context, const CompiledCondition& c, Id asking_party,
                       Grounds& grounds) {
  if (c.index == no_id || !c.wanted) return Truth::unknown;
  const Id own = context.compiled.subject(c.index, asking_party);
  const std::vector<Id> all =
      own != no_id ? std::vector<Id>{own} : context.compiled.terms[c.index].subjects;
  std::size_t met = 0, not_met = 0, not_shown = 0;
  for (const Id subject : all) {
    const Verdict verdict = verdict_of(context, subject);
    for (const Id question : verdict.open_questions) grounds.add_question(question);
    grounds.supposed = grounds.supposed || verdict.supposed;
    const Outcome outcome = outcome_of(verdict.state);
    met += outcome == Outcome::met ? 1 : 0;
    not_met += outcome == Outcome::not_met ? 1 : 0;
    not_shown += outcome == Outcome::not_shown ? 1 : 0;
  }
  const auto is = [](bool holds) { return holds ? Truth::yes : Truth::no; };
  if (*c.wanted == Outcome::not_shown) return is(not_met == 0 && not_shown > 0);
  if (not_met > 0) return is(*c.wanted == Outcome::not_met);
  if (not_shown > 0 || met == 0) return Truth::unknown;
  return is(*c.wanted == Outcome::met);
}

Truth truth_of_event(Context& context, const CompiledCondition& c, Grounds& grounds) {
  const Happened* first = first_seen(context, c.index);
  if (first != nullptr) grounds.add(*first);
  return first != nullptr ? Truth::yes : Truth::no;
}

Truth truth_of_performing(Context& context, const CompiledCondition& c, Grounds& grounds) {
  const Declared* stopped = ceased(context, c.index);
  if (stopped != nullptr) grounds.declarations.push_back(stopped);
  return stopped != nullptr ? Truth::no : Truth::yes;
}

}  // namespace

Truth truth_of(Context& context, const CompiledCondition& c, Id asking_party, Grounds& grounds) {
  switch (c.kind) {
    case Condition::Kind::event:
      return truth_of_event(context, c, grounds);
    case Condition::Kind::performing:
      return truth_of_performing(context, c, grounds);
    case Condition::Kind::is:
      return c.of_question ? truth_of_question(context, c, grounds)
                           : truth_of_outcome(context, c, asking_party, grounds);
    case Condition::Kind::negation:
      return negation(truth_of(context, c.parts.front(), asking_party, grounds));
    case Condition::Kind::all:
    case Condition::Kind::any:
      break;
  }
  const bool all = c.kind == Condition::Kind::all;
  Truth out = all ? Truth::yes : Truth::no;
  for (const CompiledCondition& part : c.parts) {
    const Truth next = truth_of(context, part, asking_party, grounds);
    out = all ? both(out, next) : either(out, next);
  }
  return out;
}

}  // namespace accord::agreement
