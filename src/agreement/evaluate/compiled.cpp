#include "agreement/evaluate/compiled.h"

#include <algorithm>

namespace accord::agreement {

CompiledDay CompiledAgreement::compile(const DayExpression& text) const {
  CompiledDay out;
  out.kind = text.kind;
  out.date = text.date;
  out.unit = text.unit;
  out.text = &text;
  const bool is_named = text.kind == DayExpression::Kind::day;
  if (!text.name.empty()) out.index = find(is_named ? Kind::day : Kind::event, text.name.text);
  for (const DayExpression& part : text.parts) out.parts.push_back(compile(part));
  return out;
}

Id CompiledAgreement::find(Kind kind, std::string_view name) const {
  const auto found = names_.find(name);
  return found == names_.end() || found->second.kind != kind ? no_id : found->second.id;
}

Id CompiledAgreement::party(std::string_view name) const {
  if (name.empty()) return no_id;
  if (const Id declared = find(Kind::party, name); declared != no_id) return declared;
  const auto found = outsiders_.find(std::string(name));
  return found == outsiders_.end() ? no_id : found->second;
}

Id CompiledAgreement::subject(Id term, Id party) const {
  for (const Id subject : terms[term].subjects)
    if (subjects[subject].party == party) return subject;
  return no_id;
}

/// A figure of a group names nobody in it; for the whole group it is the figure.
Standing CompiledAgreement::figure_standing(const Scope& scope, Id party,
                                            bool names_subject) const {
  const Scope::Kind kind = scope.kind;
  if (party != no_id && has(scope.parties, party))
    return kind == Scope::Kind::whole ? Standing::apart : Standing::named;
  if (kind == Scope::Kind::member) return Standing::apart;
  if (party == no_id) return Standing::unnamed;
  if (kind == Scope::Kind::whole && has(scope.wholes, party)) return Standing::unnamed;
  if (kind != Scope::Kind::whole && has(scope.groups, party)) return Standing::unnamed;
  const PartyInfo& info = parties[party];
  const bool reports = !names_subject && (!info.is_declared || (info.is_body && !scope.of_body));
  return reports && kind != Scope::Kind::each ? Standing::unnamed : Standing::apart;
}

/// What a group does or is seen to do, each of its members does.
Standing CompiledAgreement::act_standing(const Scope& scope, Id party, bool names_subject) const {
  return party != no_id && has(scope.groups, party) ? Standing::named
                                                    : figure_standing(scope, party, names_subject);
}

}  // namespace accord::agreement
