#include "talks/why/sensitivity.h"

#include <algorithm>

#include "talks/why/conflicts.h"

/// What limits cost, and what could be gained by stating something else.
namespace accord::talks {

namespace {

constexpr FairRule fair_rules[] = {FairRule::nash, FairRule::ks, FairRule::egal, FairRule::welfare};

/// Adds what Nash chooses; an error is kept once.
void add_nash(const Talks& talks, const SolveOptions& options, Price& price,
              std::optional<Error>& error) {
  if (error) return;
  const auto front = frontier(talks, options);
  if (!front) {
    error = front.error();
    return;
  }
  if (front->points.empty()) return;
  const FrontierPoint& point = front->points[solution(*front, FairRule::nash).chosen];
  price.nash = point.utilities;
  price.outcome = point.first;
}

using How = Exaggeration::How;

/// Nothing: the party has nothing of the kind to change.
std::optional<Talks> exaggerated(const Talks& talks, std::size_t party, How how, std::size_t term) {
  Talks out = talks;
  Position& position = out.positions[party];
  if (how == How::reservation_up) {
    if (position.reservation.index() == 0) return std::nullopt;
    const auto* package = std::get_if<Outcome>(&position.reservation);
    Range stated = package == nullptr ? std::get<Range>(position.reservation)
                                      : *utility_of(talks.domain, position, *package);
    const Number more = Number(1) / Number(20);
    position.reservation = Range{stated.low + more, stated.high + more};
    return out;
  }
  const Number factor = Number(how == How::weight_up ? 11 : 9) / Number(10);
  position.utility->weights_sum.reset();
  std::visit(
      [&](auto& t) {
        t.weight = {t.weight.low * factor, t.weight.high * factor};
      },
      position.utility->terms[term]);
  return out;
}

class Exaggerating {
 public:
  Exaggerating(const Talks& talks, const SolveOptions& options, const Frontier& stated)
      : talks_(talks), options_(options), stated_(stated) {
    for (const FairRule rule : fair_rules) chosen_.push_back(solution(stated, rule).chosen);
  }

  std::optional<Error> run() {
    for (std::size_t party = 0; party < talks_.positions.size(); ++party) {
      best_.assign(std::size(fair_rules), std::nullopt);
      const std::size_t terms = talks_.positions[party].utility->terms.size();
      for (std::size_t term = 0; term < terms; ++term)
        for (const How how : {How::weight_up, How::weight_down})
          if (auto error = attempt(party, how, term)) return error;
      if (auto error = attempt(party, How::reservation_up, 0)) return error;
      for (auto& one : best_)
        if (one) found.push_back(std::move(*one));
    }
    return std::nullopt;
  }

  std::vector<Exaggeration> found;

 private:
  const Talks& talks_;
  const SolveOptions& options_;
  const Frontier& stated_;
  std::vector<std::size_t> chosen_;
  std::vector<std::optional<Exaggeration>> best_;  ///< of one party, by rule

  std::optional<Error> attempt(std::size_t party, How how, std::size_t term) {
    const auto talks = exaggerated(talks_, party, how, term);
    if (!talks) return std::nullopt;
    const auto front = frontier(*talks, options_);
    if (!front) return front.error();
    const Position& position = talks_.positions[party];
    for (std::size_t r = 0; r < std::size(fair_rules); ++r) {
      const Number& before = stated_.points[chosen_[r]].utilities[party];
      Exaggeration one{fair_rules[r], position.party, {}, how, term, !front->points.empty()};
      Number after = stated_.disagreement[party];
      if (one.leaves_a_zone) {
        const auto& point = front->points[solution(*front, fair_rules[r]).chosen];
        after = utility_of(talks_.domain, position, point.first)->low;
      }
      one.gain = after - before;
      if (!best_[r] || one.gain > best_[r]->gain) best_[r] = std::move(one);
    }
    return std::nullopt;
  }
};

}  // namespace

Talks without(const Talks& talks, const Limit& limit) {
  Talks out = talks;
  for (Position& position : out.positions) {
    if (position.party != limit.party) continue;
    if (limit.name == position.party + ".reservation") position.reservation = std::monostate();
    for (auto& [issue, marks] : position.marks)
      if (limit.name == position.party + ".no." + talks.domain.issues[issue].id) marks.no.clear();
    for (std::size_t i = position.packages.size(); i-- > 0;)
      if (limit.name == position.party + ".package." + std::to_string(i + 1))
        position.packages.erase(position.packages.begin() + static_cast<std::ptrdiff_t>(i));
    std::erase_if(position.red_lines, [&](const NamedRule& line) {
      return limit.name == position.party + "." + line.id;
    });
  }
  return out;
}

Result<Prices> prices(const Talks& talks, const SolveOptions& options) {
  const auto masks = masks_of(talks, options.limits, options.threads);
  if (!masks && masks.error().code != "P061") return tl::make_unexpected(masks.error());
  const auto outcomes = [&](std::uint64_t fallen) -> std::optional<Number> {
    if (!masks) return std::nullopt;
    return Number(static_cast<std::int64_t>(outcomes_without(*masks, fallen)));
  };
  Prices out;
  out.as_it_is.zone_outcomes = outcomes(0);
  add_nash(talks, options, out.as_it_is, out.why_no_solution);
  const std::vector<Limit> limits = limits_of(talks);
  for (std::size_t i = 0; i < limits.size(); ++i) {
    // Beyond 63 limits there are no masks, and no bit is asked for.
    Price price{limits[i], outcomes(masks ? std::uint64_t{1} << i : 0), {}, {}};
    add_nash(without(talks, limits[i]), options, price, out.why_no_solution);
    out.without.push_back(std::move(price));
  }
  return out;
}

Result<std::vector<Exaggeration>> exaggerations(const Talks& talks, const SolveOptions& options) {
  const auto stated = frontier(talks, options);
  if (!stated) return tl::make_unexpected(stated.error());
  if (stated->points.empty()) return std::vector<Exaggeration>();
  Exaggerating out(talks, options, *stated);
  if (auto error = out.run()) return tl::make_unexpected(*error);
  return std::move(out.found);
}

}  // namespace accord::talks
