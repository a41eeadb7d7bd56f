#include "agreement/model/clause_kinds.h"

#include "agreement/model/clause_table.h"
#include "agreement/model/described.h"

namespace accord::agreement {

namespace {

using described::Member;
using described::Type;
using described::type_of;
using described::View;

const ClauseMember* clause_of(const Member& member) {
  return static_cast<const ClauseMember*>(member.more);
}

void note_kinds(const Type& type, const void* owner, ClauseKinds& out) {
  for (const Member& m : type.members) {
    if (m.more != nullptr) clause_of(m)->note_kinds(owner, out);
    if (m.is_flat) visit(m, owner, [&](View inner) { note_kinds(*m.type, inner.at, out); });
  }
}

void replace(const Type& type, void* owner, const void* block) {
  for (const Member& m : type.members) {
    if (m.more != nullptr) clause_of(m)->replace(owner, block);
    if (m.is_flat) visit(m, block, [&](View inner) { replace(*m.type, m.edit(owner), inner.at); });
  }
}

}  // namespace

ClauseKind kind_of(const Rule& rule) {
  if (std::holds_alternative<Limit>(rule.what)) return ClauseKind::limit;
  if (std::holds_alternative<Duty>(rule.what)) return ClauseKind::duty;
  return std::get<ActivityRule>(rule.what).require ? ClauseKind::require : ClauseKind::prohibit;
}

ClauseKind kind_of(const ConditionClause& clause) {
  return clause.unless ? ClauseKind::unless_holds : ClauseKind::while_holds;
}

ClauseKinds kinds_in(const Clauses& clauses) {
  ClauseKinds out;
  note_kinds(type_of<Clauses>, &clauses, out);
  return out;
}

void replace_clauses(Clauses& clauses, const Clauses& block) {
  replace(type_of<Clauses>, &clauses, &block);
}

}  // namespace accord::agreement
