#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <utility>
#include <variant>

#include "agreement/evaluate/evaluate.h"
#include "agreement/history/timeline.h"
#include "agreement/syntax/print.h"
#include "claims/claims.h"

/// What the terms say that claims are compared with.
namespace accord::claims {

namespace {

using Kind = ClaimMeaning::Kind;

class Gather {
 public:
  Gather(const Evaluator& evaluator, Day known) : evaluator_(evaluator), known_(known) {}

  ClaimFacts run(const Claim& claim, const ClaimMeaning& meaning) {
    ClaimFacts out;
    switch (meaning.kind) {
      case Kind::figure:
      case Kind::change:
        break;
      case Kind::multiple:
        limit(claim, meaning, out);
        break;
      case Kind::day:
        named_day(meaning, out);
        break;
      case Kind::event:
        event(meaning, out);
        break;
      case Kind::complied_after:
        event(meaning, out);
        excesses(meaning, out);
        break;
      case Kind::first_excess:
        excesses(meaning, out);
        break;
    }
    return out;
  }

 private:
  void limit(const Claim& claim, const ClaimMeaning& meaning, ClaimFacts& out) const;
  void named_day(const ClaimMeaning& meaning, ClaimFacts& out) const;
  void event(const ClaimMeaning& meaning, ClaimFacts& out) const;
  void excesses(const ClaimMeaning& meaning, ClaimFacts& out) const;

  const Evaluator& evaluator_;
  Day known_;
};

/// The bound of the term on the day of the report's figure.
void Gather::limit(const Claim& claim, const ClaimMeaning& meaning, ClaimFacts& out) const {
  const Records& records = evaluator_.records();
  std::optional<Day> day;
  for (const Observation& o : records.observations)
    if (o.metric == meaning.metric && o.relation == Relation::equal &&
        records.origins[o.head.origin].id == claim.about && o.head.known <= known_)
      day = std::max(day.value_or(o.head.valid), o.head.valid);
  if (!day || meaning.terms.empty()) return;
  for (const Subject& subject : evaluator_.subjects()) {
    if (subject.term != meaning.terms.front()) continue;
    for (const RuleFinding& rule : evaluator_.evaluate(subject, *day, known_).rules) {
      if (!rule.comparison || !rule.comparison->limit) continue;
      out.limit = rule.comparison->limit;
      out.limit_unit = rule.comparison->unit;
      out.limit_shown = rule.comparison->limit_shown;
      return;
    }
  }
}

void Gather::named_day(const ClaimMeaning& meaning, ClaimFacts& out) const {
  out.day = evaluator_.day(meaning.name, known_);
  out.day_shown = meaning.name;
  for (const Item& item : evaluator_.agreement().items)
    if (const auto* named = std::get_if<NamedDay>(&item);
        named != nullptr && named->head.name.text == meaning.name)
      out.day_shown = fmt::format("{} = {}", meaning.name, print(named->expression));
}

/// The first day on which it is on record.
void Gather::event(const ClaimMeaning& meaning, ClaimFacts& out) const {
  const EventRecord* first = nullptr;
  for (const EventRecord& e : evaluator_.records().events) {
    if (e.head.known > known_) continue;
    if (std::find(e.names.begin(), e.names.end(), meaning.name) == e.names.end()) continue;
    const auto key = [](const EventRecord& r) { return std::tuple(r.head.valid, r.head.origin); };
    if (first == nullptr || key(e) < key(*first)) first = &e;
  }
  out.day_shown = meaning.name;
  if (first == nullptr) return;
  out.day = first->head.valid;
  if (!first->title.empty()) out.day_shown = first->title;
  out.origins.push_back(first->head.origin);
}

void Gather::excesses(const ClaimMeaning& meaning, ClaimFacts& out) const {
  for (const Subject& subject : evaluator_.subjects()) {
    if (std::find(meaning.terms.begin(), meaning.terms.end(), subject.term) == meaning.terms.end())
      continue;
    for (Episode& e : episodes(evaluator_, subject, known_, known_))
      out.excesses.push_back({e.term, e.first_observed, e.first_known, e.last_satisfied,
                              e.announced, std::move(e.first_value), std::move(e.limit),
                              std::move(e.origins)});
  }
  std::stable_sort(out.excesses.begin(), out.excesses.end(), [](const auto& a, const auto& b) {
    return std::tuple(a.first_observed, a.term) < std::tuple(b.first_observed, b.term);
  });
}

}  // namespace

std::map<std::string, ClaimFacts, std::less<>> gather_claim_facts(const std::vector<Claim>& claims,
                                                                  const ClaimSettings& settings,
                                                                  const Evaluator& evaluator,
                                                                  Day known) {
  std::map<std::string, ClaimFacts, std::less<>> out;
  Gather gather(evaluator, known);
  for (const Claim& claim : claims)
    if (const auto meaning = settings.metrics.find(claim.metric); meaning != settings.metrics.end())
      out.emplace(claim.id, gather.run(claim, meaning->second));
  return out;
}

}  // namespace accord::claims
