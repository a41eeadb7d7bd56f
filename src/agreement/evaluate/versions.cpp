#include <algorithm>
#include <tuple>

#include "agreement/evaluate/context.h"

namespace accord::agreement {

namespace {

constexpr std::size_t at(ClauseKind kind) {
  return static_cast<std::size_t>(kind);
}

struct Applied {
  Day effective, decided;
  Id amendment = no_id;  // in order of the file
  Id clauses = no_id;
};

std::optional<Day> in_effect(Context& context, const AmendmentInfo& amendment, const Scope* own,
                             Grounds& grounds) {
  if (amendment.text->decided > context.known) return std::nullopt;
  const std::optional<Day> day = day_of(context, amendment.effective, own, grounds);
  return day && *day <= context.valid ? day : std::nullopt;
}

/// Amendments decided by K and effective by V, in the order in which they apply. Without an `own`
/// those that each party has a day of its own for are left out.
std::vector<Applied> applied(Context& context, const TermInfo& term, const Scope* own,
                             Grounds& grounds) {
  std::vector<Applied> out;
  for (const TermInfo::Change& change : term.changes) {
    const AmendmentInfo& amendment = context.compiled.amendments[change.amendment];
    if (amendment.is_own && own == nullptr) continue;
    if (const auto effective = in_effect(context, amendment, own, grounds))
      out.push_back({*effective, amendment.text->decided, change.amendment, change.clauses});
  }
  std::stable_sort(out.begin(), out.end(), [](const Applied& a, const Applied& b) {
    return std::tie(a.effective, a.decided, a.amendment) <
           std::tie(b.effective, b.decided, b.amendment);
  });
  return out;
}

Version version_for(Context& context, const TermInfo& info, const Scope* own, Grounds& grounds) {
  Version out;
  out.blocks = {info.base};
  out.from.fill(info.base);
  if (info.added_by != no_id)
    out.added =
        in_effect(context, context.compiled.amendments[info.added_by], own, grounds).has_value();
  if (info.changes.empty()) return out;
  for (const Applied& change : applied(context, info, own, grounds)) {
    if (change.clauses == no_id) {
      if (out.repealed_by == no_id) out.repealed_by = change.amendment;
      continue;
    }
    out.blocks.push_back(change.clauses);
    const ClauseKinds& kinds = context.compiled.clauses[change.clauses].kinds;
    for (std::size_t kind = 0; kind < clause_kinds; ++kind)
      if (kinds[kind]) out.from[kind] = change.clauses;
  }
  return out;
}

bool has_own_change(const CompiledAgreement& compiled, const TermInfo& info) {
  const auto is_own = [&](Id amendment) { return compiled.amendments[amendment].is_own; };
  return (info.added_by != no_id && is_own(info.added_by)) ||
         std::any_of(info.changes.begin(), info.changes.end(),
                     [&](const TermInfo::Change& change) { return is_own(change.amendment); });
}

/// A scope of the party in any version, for days of its own.
Id any_scope(const CompiledAgreement& compiled, const TermInfo& info, Id party) {
  std::vector<Id> blocks{info.base};
  for (const TermInfo::Change& change : info.changes)
    if (change.clauses != no_id) blocks.push_back(change.clauses);
  for (const Id block : blocks) {
    const auto& obliges = compiled.clauses[block].obliges;
    if (!obliges || obliges->how != Obliges::How::each) continue;
    for (std::size_t i = 0; i < obliges->parties.size(); ++i)
      if (obliges->parties[i] == party) return obliges->scopes[i];
  }
  return no_id;
}

}  // namespace

Version version_of(Context& context, Id term, Id party, Grounds& grounds) {
  const CompiledAgreement& compiled = context.compiled;
  const TermInfo& info = compiled.terms[term];
  if (!has_own_change(compiled, info)) return version_for(context, info, nullptr, grounds);
  // Whose day it is: of the party judged, or of the one that the other amendments leave obliged.
  Grounds unused;
  const Id scope = party != no_id
                       ? any_scope(compiled, info, party)
                       : scope_in(compiled, version_for(context, info, nullptr, unused), no_id);
  return version_for(context, info, scope != no_id ? &compiled.scopes[scope] : nullptr, grounds);
}

Id scope_in(const CompiledAgreement& compiled, const Version& version, Id party) {
  const auto& obliges = version.of(compiled, ClauseKind::obliges).obliges;
  if (!obliges || obliges->scopes.empty()) return no_id;
  const bool each = obliges->how == Obliges::How::each;
  if (!each) return party == no_id ? obliges->scopes.front() : no_id;
  for (std::size_t i = 0; i < obliges->parties.size(); ++i)
    if (obliges->parties[i] == party) return obliges->scopes[i];
  return no_id;
}

std::vector<const CompiledRule*> rules_of(const CompiledAgreement& compiled,
                                          const Version& version) {
  std::vector<const CompiledRule*> out;
  for (const Id block : version.blocks)
    for (const CompiledRule& rule : compiled.clauses[block].rules)
      if (version.from[at(kind_of(*rule.text))] == block) out.push_back(&rule);
  return out;
}

}  // namespace accord::agreement
