#include <algorithm>
#include <tuple>

#include "agreement/context.h"

namespace accord::agreement {

namespace {

constexpr std::size_t at(ClauseKind kind) {
  return static_cast<std::size_t>(kind);
}

/// The kinds of clauses that a `replace` names, and so removes from the term.
std::array<bool, clause_kinds> kinds_in(const Clauses& c) {
  std::array<bool, clause_kinds> out{};
  out[at(ClauseKind::obliges)] = c.obliges.has_value();
  out[at(ClauseKind::owed)] = c.owed.has_value();
  out[at(ClauseKind::verifier)] = c.verifier.has_value();
  out[at(ClauseKind::from)] = c.from.has_value();
  for (const Rule& rule : c.rules) out[at(kind_of(rule))] = true;
  for (const ConditionClause& condition : c.conditions)
    out[at(condition.unless ? ClauseKind::unless_holds : ClauseKind::while_holds)] = true;
  out[at(ClauseKind::stale)] = c.stale_after.has_value();
  out[at(ClauseKind::reciprocal)] = c.reciprocal.has_value();
  out[at(ClauseKind::about)] = c.about.has_value();
  out[at(ClauseKind::reading)] = !c.words.readings.empty();
  out[at(ClauseKind::quote)] = !c.words.quotes.empty();
  out[at(ClauseKind::note)] = !c.words.notes.empty();
  return out;
}

struct Applied {
  Day effective, decided;
  Id amendment = no_id;  // in order of the file
  Id clauses = no_id;
};

/// Amendments decided by K and effective by V, in the order in which they apply.
std::vector<Applied> applied(Context& context, const TermInfo& term, Basis& basis) {
  std::vector<Applied> out;
  for (const TermInfo::Change& change : term.changes) {
    const AmendmentInfo& amendment = context.world.amendments[change.amendment];
    if (amendment.text->decided > context.known) continue;
    const std::optional<Day> effective = day_of(context, amendment.effective, nullptr, basis);
    if (effective && *effective <= context.valid)
      out.push_back({*effective, amendment.text->decided, change.amendment, change.clauses});
  }
  std::stable_sort(out.begin(), out.end(), [](const Applied& a, const Applied& b) {
    return std::tie(a.effective, a.decided, a.amendment) <
           std::tie(b.effective, b.decided, b.amendment);
  });
  return out;
}

}  // namespace

ClauseKind kind_of(const Rule& rule) {
  if (std::holds_alternative<Limit>(rule.what)) return ClauseKind::limit;
  if (std::holds_alternative<Duty>(rule.what)) return ClauseKind::duty;
  return std::get<ActivityRule>(rule.what).require ? ClauseKind::require : ClauseKind::prohibit;
}

Version version_of(Context& context, Id term, Basis& basis) {
  const TermInfo& info = context.world.terms[term];
  Version out;
  out.blocks = {info.base};
  out.from.fill(info.base);
  if (info.added_by != no_id) {
    const AmendmentInfo& amendment = context.world.amendments[info.added_by];
    const auto effective = day_of(context, amendment.effective, nullptr, basis);
    out.added =
        amendment.text->decided <= context.known && effective && *effective <= context.valid;
  }
  if (info.changes.empty()) return out;
  for (const Applied& change : applied(context, info, basis)) {
    if (change.clauses == no_id) {
      if (out.repealed_by == no_id) out.repealed_by = change.amendment;
      continue;
    }
    out.blocks.push_back(change.clauses);
    const auto kinds = kinds_in(*context.world.clauses[change.clauses].text);
    for (std::size_t kind = 0; kind < clause_kinds; ++kind)
      if (kinds[kind]) out.from[kind] = change.clauses;
  }
  return out;
}

std::vector<const CompiledRule*> rules_of(const World& world, const Version& version) {
  std::vector<const CompiledRule*> out;
  for (const Id block : version.blocks)
    for (const CompiledRule& rule : world.clauses[block].rules)
      if (version.from[at(kind_of(*rule.text))] == block) out.push_back(&rule);
  return out;
}

}  // namespace accord::agreement
