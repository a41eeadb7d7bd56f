#include <algorithm>

#include "agreement/evaluate/context.h"

/// Which records count for whom (agreement-2, 9).
namespace accord::agreement {

namespace {

bool holds(const std::vector<Id>& sorted, Id id) {
  return std::binary_search(sorted.begin(), sorted.end(), id);
}

/// An act of nobody in particular is the party's own, unless others may be meant.
bool unnamed_counts(const Context& context, const Scope& scope, Id event) {
  if (context.which == Attribution::all) return true;
  if (scope.kind == Scope::Kind::each) return false;
  return scope.kind != Scope::Kind::one ||
         !context.compiled.event_concerns_others(event, scope.parties.front());
}

}  // namespace

bool is_act(const Context& context, const Scope& scope, Id event, const Happened& h) {
  if (h.is_told && !holds(scope.parties, h.party)) return false;
  const Standing standing = context.compiled.act_standing(
      scope, h.party, context.index.records.origins[h.head().origin].names_subject);
  if (standing == Standing::unnamed) return unnamed_counts(context, scope, event);
  return standing == Standing::named;
}

bool is_own(const Context& context, const Scope& scope, Id event, const Happened& h) {
  if (h.party == no_id) return unnamed_counts(context, scope, event);
  return holds(scope.parties, h.party) || holds(scope.groups, h.party);
}

Context& with_named(Context& context) {
  if (context.which == Attribution::named) return context;
  if (context.named_records == nullptr) {
    std::shared_ptr<DaysFound>& named = context.found->named;
    if (named == nullptr) named = std::make_shared<DaysFound>();
    context.named_records = std::make_shared<Context>(Context{
        context.compiled, context.index, context.valid, context.known, context.assumed, named});
    context.named_records->which = Attribution::named;
    context.named_records->whole = &context;
    context.named_records->duties = context.duties;
  }
  return *context.named_records;
}

Context& under_answer(Context& context, Id question, Id answer) {
  if (context.whole != nullptr) return with_named(under_answer(*context.whole, question, answer));
  std::shared_ptr<Context>& made = context.under[{question, answer}];
  if (made == nullptr) {
    made = std::make_shared<Context>(Context{context.compiled, context.index, context.valid,
                                             context.known, context.assumed, context.found});
    made->assumed.emplace_back(question, answer);
    made->duties = context.duties;
  }
  return *made;
}

}  // namespace accord::agreement
