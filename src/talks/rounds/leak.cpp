#include "talks/rounds/leak.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace accord::talks {

namespace {

constexpr std::uint64_t one_bit = 1000;

constexpr std::array<std::string_view, 7> query_words{
    "zone",         "propose",         "blocked own", "blocked who",
    "blocked full", "sensitivity own", "frontier own"};

constexpr Bits without_bound{0, false};

Number power(Number base, std::uint64_t exponent) {
  Number out = 1;
  for (; exponent > 0; exponent /= 2) {
    if (exponent % 2 == 1) out *= base;
    base *= base;
  }
  return out;
}

/// The least k with 2^k at least the number.
std::uint64_t ceil_log2(const Number& number) {
  std::uint64_t high = 1;
  while (power(2, high) < number) high *= 2;
  std::uint64_t low = 0;
  while (low < high) {
    const std::uint64_t middle = low + (high - low) / 2;
    if (power(2, middle) >= number)
      high = middle;
    else
      low = middle + 1;
  }
  return low;
}

Bits times(const Bits& bits, std::uint64_t count) {
  return {bits.thousandths * count, bits.is_bounded};
}

}  // namespace

Bits& Bits::operator+=(const Bits& other) {
  thousandths += other.thousandths;
  is_bounded = is_bounded && other.is_bounded;
  return *this;
}

std::string Bits::text() const {
  std::string amount = fmt::format("{}.{:03}", thousandths / one_bit, thousandths % one_bit);
  amount.erase(amount.find_last_not_of('0') + 1);
  if (amount.back() == '.') amount.pop_back();
  amount += thousandths == one_bit ? " bit" : " bits";
  return is_bounded ? amount : fmt::format("more than {}: a whole number or text", amount);
}

Bits log2_of(const Number& alternatives) {
  // ⌈1000·log2 n⌉ = ⌈log2 n^1000⌉. Of a long n the first binary digits decide, unless the next
  // number with as many digits has another logarithm: then more of them are taken.
  const std::uint64_t length = ceil_log2(alternatives + Number(1));
  for (std::uint64_t kept = 64;; kept *= 2) {
    if (kept >= length) return {ceil_log2(power(alternatives, one_bit)), true};
    const std::uint64_t cut = length - kept;
    const Number low = (alternatives / power(2, cut)).floor();
    const std::uint64_t bits = ceil_log2(power(low, one_bit));
    // Between low·2^cut and (low + 1)·2^cut; at low itself only if nothing was cut away.
    if (bits == ceil_log2(power(low + Number(1), one_bit))) return {bits + one_bit * cut, true};
  }
}

std::string_view words(LeakQuery query) {
  return query_words.at(static_cast<std::size_t>(query));
}

Bits bits_of(LeakQuery query, const LeakSizes& sizes) {
  const Bits outcome_or_none = log2_of(sizes.outcomes + Number(1));
  switch (query) {
    case LeakQuery::zone:
      return {2 * one_bit, true};
    case LeakQuery::propose:
      return outcome_or_none;
    case LeakQuery::blocked_own:
      return {one_bit * sizes.own_lines, true};
    case LeakQuery::blocked_who:
      return {one_bit * ((std::uint64_t{1} << sizes.parties) - 1), true};
    case LeakQuery::sensitivity_own:
      return times(outcome_or_none, sizes.own_lines);
    case LeakQuery::frontier_own:
      return {one_bit * 64 * sizes.frontier_points, true};
    case LeakQuery::blocked_full:
      break;
  }
  return without_bound;
}

Bits bits_of(const Domain& domain, const RoundSettings& settings, const RoundStep& step) {
  switch (settings.procedure) {
    case ProcedureKind::single_text:
    case ProcedureKind::anneal:
    case ProcedureKind::posted_price:
      return {one_bit, true};
    case ProcedureKind::one_shot:
    case ProcedureKind::veto: {
      Bits out = log2_of(domain.outcomes() + Number(1));
      return out += Bits{one_bit, true};
    }
    case ProcedureKind::improving:
      return times(log2_of(1'000'001), domain.issues.size());
    case ProcedureKind::double_auction:
    case ProcedureKind::blind_bids:
      return step.step.word == RoundWord::none ? Bits{one_bit, true} : without_bound;
    case ProcedureKind::adjusted_winner:
      break;
  }
  return without_bound;
}

Bits most_bits_of(const Domain& domain, const RoundSettings& settings) {
  RoundStep step;
  step.step.word = RoundWord::price;
  return bits_of(domain, settings, step);
}

std::vector<PartyLeak> leak_of(const Domain& domain, const RunningRound& round) {
  Bits sum;
  for (const RoundStep& step : round.steps()) sum += bits_of(domain, round.settings(), step);
  std::vector<PartyLeak> out;
  for (const std::string& party : round.settings().parties)
    out.push_back({party, round.steps().size(), sum});
  return out;
}

LeakAccount::LeakAccount(const std::vector<std::string>& parties) {
  for (const std::string& party : parties) totals_[party].party = party;
}

std::optional<std::uint64_t> LeakAccount::budget_of(const std::string& receiver) const {
  std::optional<std::uint64_t> least;
  for (const auto& [by, thousandths] : budgets_)
    if (by != receiver) least = least ? std::min(*least, thousandths) : thousandths;
  return least;
}

std::optional<Error> LeakAccount::charge(const std::map<std::string, Bits>& receivers) {
  for (const auto& [party, bits] : receivers) {
    const auto budget = budget_of(party);
    if (!budget) continue;
    const std::uint64_t so_far = totals_[party].bits.thousandths;
    if (!bits.is_bounded || so_far > *budget || bits.thousandths > *budget - so_far)
      return Error{"P070",
                   fmt::format("{} would learn {} beyond {} so far, and the others allow {}", party,
                               bits.text(), Bits{so_far, true}.text(), Bits{*budget, true}.text()),
                   party, "ask for less, or let the others raise the budget"};
  }
  for (const auto& [party, bits] : receivers) {
    PartyLeak& total = totals_[party];
    total.party = party;
    ++total.questions;
    total.bits += bits;
  }
  return std::nullopt;
}

}  // namespace accord::talks
