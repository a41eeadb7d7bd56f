#include "talks/zone/said.h"

#include <fmt/format.h>

#include <algorithm>

#include "talks/model/utility.h"

namespace accord::talks {

namespace {

class Saying {
 public:
  Saying(const Talks& talks, const Limits& limits, Said& out)
      : domain_(talks.domain), talks_(talks), limits_(limits), out_(out) {}

  std::optional<Error> run() {
    for (const Line& line : out_.lines) {
      const std::uint64_t bit = line.is_public ? public_bit : std::uint64_t{1} << line.party;
      if (!add(out_.broken, line.rule, bit)) return fault_;
    }
    for (const Position& position : talks_.positions) {
      if (!add_yes(position)) return fault_;
      auto margins = margins_of(domain_, position, limits_);
      if (!margins) return margins.error();
      out_.margins.push_back(std::move(*margins));
    }
    return std::nullopt;
  }

 private:
  const Domain& domain_;
  const Talks& talks_;
  const Limits& limits_;
  Said& out_;
  std::size_t next_bit_ = 0;
  std::optional<Error> fault_;

  bool add(std::vector<Factor<std::uint64_t>>& to, const Rule& rule, std::uint64_t bit) {
    auto table = table_of(domain_, rule, bit, limits_);
    if (table)
      to.push_back(std::move(*table));
    else
      fault_ = table.error();
    return table.has_value();
  }

  std::optional<std::size_t> take_bit() {
    if (next_bit_ < 64) return next_bit_++;
    fault_ = Error{"P016", "more than 64 packages and marks say yes", "",
                   "leave packages out that others already say"};
    return std::nullopt;
  }

  bool add_condition(SaidYes& yes, const Rule& rule) {
    const auto bit = take_bit();
    if (!bit) return false;
    yes.bits.push_back(*bit);
    return add(out_.yes_fails, rule, std::uint64_t{1} << *bit);
  }

  /// Each limit on several issues is split, since every issue by itself makes it fail.
  bool add_split(SaidYes& yes, const Rule& all) {
    const auto bit = take_bit();
    if (!bit) return false;
    yes.bits.push_back(*bit);
    return std::all_of(all.parts.begin(), all.parts.end(), [&](const Rule& part) {
      return add(out_.yes_fails, part, std::uint64_t{1} << *bit);
    });
  }

  bool add_yes(const Position& position) {
    SaidYes yes;
    yes.otherwise = position.otherwise_acceptable;
    for (const PackageAnswer& package : position.packages)
      if (package.yes && !add_split(yes, reaches_rule(domain_, position, package))) return false;
    const auto* package = std::get_if<Outcome>(&position.reservation);
    if (package != nullptr && !add_split(yes, at_least_as_good_rule(domain_, position, *package)))
      return false;
    if (position.together && !add_together(position, yes)) return false;
    out_.yes.push_back(std::move(yes));
    return true;
  }

  bool add_together(const Position& position, SaidYes& yes) {
    const auto bit = take_bit();
    if (!bit) return false;
    yes.together = true;
    yes.together_bit = *bit;
    yes.live_at_most = static_cast<std::int32_t>(position.live_at_most);
    for (std::size_t issue = 0; issue < domain_.issues.size(); ++issue) {
      const std::uint32_t size = domain_.issues[issue].size();
      Factor<std::uint64_t> fails{{issue},
                                  std::vector<std::uint64_t>(size, std::uint64_t{1} << *bit)};
      Factor<std::int32_t> lived{{issue}, std::vector<std::int32_t>(size, 0)};
      if (const auto marks = position.marks.find(issue); marks != position.marks.end()) {
        for (const std::uint32_t value : marks->second.yes) fails.values[value] = 0;
        for (const std::uint32_t value : marks->second.live) {
          fails.values[value] = 0;
          lived.values[value] = 1;
        }
      }
      out_.yes_fails.push_back(std::move(fails));
      yes.lived_with.push_back(std::move(lived));
    }
    return true;
  }
};

/// The differences of one term to a package, as a table of its issues.
Result<std::vector<Factor<Number>>> differences(const Domain& domain, const Position& position,
                                                const Outcome& package, bool want_least,
                                                const Limits& limits) {
  std::vector<Factor<Number>> out;
  for (const Term& term : position.utility->terms) {
    Position alone = position;
    alone.utility = Utility{{term}, {}, {}, {}};
    std::vector<std::size_t> issues = issues_of(term);
    std::sort(issues.begin(), issues.end());
    // The table of a rule that is always kept has the places; its values are replaced.
    Rule all;
    for (const std::size_t issue : issues) {
      Rule any;
      any.form = Rule::Form::not_in;
      any.issue = issue;
      all.parts.push_back(any);
    }
    const auto places = table_of(domain, all, 0, limits);
    if (!places) return tl::make_unexpected(places.error());
    Factor<Number> factor{issues, {}};
    Outcome outcome = package;
    for (std::uint64_t place = 0; place < places->values.size(); ++place) {
      std::uint64_t rest = place;
      for (std::size_t i = issues.size(); i-- > 0;) {
        const std::uint32_t size = domain.issues[issues[i]].size();
        outcome[issues[i]] = static_cast<std::uint32_t>(rest % size);
        rest /= size;
      }
      const Range d = *difference(domain, alone, outcome, package);
      factor.values.push_back(want_least ? d.low : d.high);
    }
    out.push_back(std::move(factor));
  }
  return out;
}

}  // namespace

Result<Margins> margins_of(const Domain& domain, const Position& position, const Limits& limits) {
  Margins out;
  if (!position.utility || position.reservation.index() == 0) return out;
  const Utility& utility = *position.utility;
  out.by_outcome = utility.weights_sum || !utility.weight_order.empty() || utility.cap;
  if (out.by_outcome) return out;
  for (const bool least : {true, false}) {
    ExactParty party;
    party.id = position.party;
    Result<std::vector<Factor<Number>>> factors = [&] {
      if (const auto* package = std::get_if<Outcome>(&position.reservation))
        return differences(domain, position, *package, least, limits);
      return factors_of(domain, utility, least, limits);
    }();
    if (!factors) return tl::make_unexpected(factors.error());
    party.utility = std::move(*factors);
    const auto* range = std::get_if<Range>(&position.reservation);
    party.reservation = range == nullptr ? Number() : least ? range->high : range->low;
    (least ? out.low : out.high) = std::move(party);
  }
  return out;
}

Result<Said> said_by(const Talks& talks, const Limits& limits) {
  Said out;
  auto sizes = sizes_of(talks.domain);
  if (!sizes) return tl::make_unexpected(sizes.error());
  out.sizes = std::move(*sizes);
  out.lines = lines_of(talks);
  if (auto fault = Saying(talks, limits, out).run()) return tl::make_unexpected(*fault);
  return out;
}

}  // namespace accord::talks
