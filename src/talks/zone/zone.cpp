#include "talks/zone/zone.h"

#include <fmt/format.h>

#include <algorithm>
#include <deque>

#include "talks/solve/frontier.h"
#include "talks/solve/merge.h"
#include "talks/zone/said.h"

namespace accord::talks {

namespace {

constexpr std::int64_t walked_at_most = 2'000'000'000;
constexpr std::int64_t slow_steps = 10'000;  ///< elementary steps of an outcome looked at alone

/// What one part of the walk counts.
struct Tally {
  explicit Tally(std::size_t parties = 0) : by_open(parties + 1), first_by_open(parties + 1) {}

  std::uint64_t sure = 0, possible = 0, by_rules = 0;
  std::vector<std::uint64_t>
      by_open;  ///< outcomes that nobody excludes, by the number of open parties
  std::vector<std::optional<std::uint64_t>> first_by_open;
  std::vector<std::uint64_t> ranks;  ///< of those, as many as are wanted

  void add(const Tally& later) {
    sure += later.sure;
    possible += later.possible;
    by_rules += later.by_rules;
    for (std::size_t i = 0; i < by_open.size(); ++i) {
      by_open[i] += later.by_open[i];
      if (!first_by_open[i]) first_by_open[i] = later.first_by_open[i];
    }
    ranks.insert(ranks.end(), later.ranks.begin(), later.ranks.end());
  }
};

/// The numbers of one party as columns; the tables live beside them.
template <class T>
class MarginColumn {
 public:
  MarginColumn(const std::optional<ExactParty>& party, const Blocks& blocks) {
    if (!party) return;
    whole_ = std::make_unique<ScaledParty<T>>(std::move(scaled<T>({*party}).front()));
    column_.emplace(whole_->utility, blocks.sizes(), blocks.first_of_suffix(), blocks.length());
  }
  [[nodiscard]] bool is_there() const { return column_.has_value(); }
  [[nodiscard]] const T& enough() const { return *whole_->reservation; }
  void fill(const std::vector<std::uint32_t>& prefix, const Blocks& blocks,
            std::vector<T>& out) const {
    column_->fill(prefix, blocks.sizes(), out);
  }

 private:
  std::unique_ptr<ScaledParty<T>> whole_;
  std::optional<BlockColumn<T, Sum>> column_;
};

template <class T>
struct SaidColumns {
  BlockColumn<std::uint64_t, Union> broken, yes_fails;
  std::vector<BlockColumn<std::int32_t, Sum>> lived_with;
  std::vector<MarginColumn<T>> low, high;

  SaidColumns(const Said& said, const Blocks& blocks)
      : broken(said.broken, blocks.sizes(), blocks.first_of_suffix(), blocks.length()),
        yes_fails(said.yes_fails, blocks.sizes(), blocks.first_of_suffix(), blocks.length()) {
    for (std::size_t i = 0; i < said.yes.size(); ++i) {
      lived_with.emplace_back(said.yes[i].lived_with, blocks.sizes(), blocks.first_of_suffix(),
                              blocks.length());
      low.emplace_back(said.margins[i].low, blocks);
      high.emplace_back(said.margins[i].high, blocks);
    }
  }
};

template <class T>
class ZoneWalk {
 public:
  ZoneWalk(const Talks& talks, const Said& said, const Blocks& blocks,
           const SaidColumns<T>& columns, std::size_t ranks_most)
      : talks_(talks),
        said_(said),
        blocks_(blocks),
        columns_(columns),
        tally_(said.yes.size() + talks.silent_parties().size()),
        silent_(talks.silent_parties().size()),
        ranks_most_(ranks_most),
        broken_(blocks.length()),
        fails_(blocks.length()),
        open_(blocks.length()),
        numbers_(blocks.length()),
        lived_(blocks.length()) {}

  Tally run(std::uint64_t first, std::uint64_t last) {
    for (std::uint64_t number = first; number < last; ++number) {
      blocks_.prefix(number, prefix_);
      columns_.broken.fill(prefix_, blocks_.sizes(), broken_);
      columns_.yes_fails.fill(prefix_, blocks_.sizes(), fails_);
      std::fill(open_.begin(), open_.end(), 0u);
      for (std::size_t i = 0; i < said_.yes.size(); ++i) add_party(i, number);
      count(number);
    }
    return std::move(tally_);
  }

 private:
  const Talks& talks_;
  const Said& said_;
  const Blocks& blocks_;
  const SaidColumns<T>& columns_;
  Tally tally_;
  std::size_t silent_, ranks_most_;
  std::vector<std::uint32_t> prefix_;
  std::vector<std::uint64_t> broken_, fails_;
  std::vector<std::uint32_t> open_;  ///< parties that have not said yes
  std::vector<T> numbers_;
  std::vector<std::int32_t> lived_;
  std::vector<char> yes_;

  void add_party(std::size_t i, std::uint64_t number) {
    const SaidYes& yes = said_.yes[i];
    const std::size_t length = blocks_.length();
    yes_.assign(length, yes.otherwise ? 1 : 0);
    for (const std::size_t bit : yes.bits)
      for (std::size_t j = 0; j < length; ++j)
        if ((fails_[j] >> bit & 1) == 0) yes_[j] = 1;
    if (yes.together) {
      columns_.lived_with[i].fill(prefix_, blocks_.sizes(), lived_);
      for (std::size_t j = 0; j < length; ++j)
        if ((fails_[j] >> yes.together_bit & 1) == 0 && lived_[j] <= yes.live_at_most) yes_[j] = 1;
    }
    if (columns_.low[i].is_there()) add_numbers(i);
    if (said_.margins[i].by_outcome) add_each(i, number);
    for (std::size_t j = 0; j < length; ++j) open_[j] += yes_[j] ? 0u : 1u;
  }

  void add_numbers(std::size_t i) {
    const std::size_t length = blocks_.length();
    columns_.low[i].fill(prefix_, blocks_, numbers_);
    const T& enough = columns_.low[i].enough();
    for (std::size_t j = 0; j < length; ++j)
      if (numbers_[j] >= enough) yes_[j] = 1;
    columns_.high[i].fill(prefix_, blocks_, numbers_);
    const T& needed = columns_.high[i].enough();
    for (std::size_t j = 0; j < length; ++j)
      if (numbers_[j] < needed) broken_[j] |= std::uint64_t{1} << i;
  }

  /// Numbers that do not come as tables: what is not excluded yet is looked at one by one.
  void add_each(std::size_t i, std::uint64_t number) {
    for (std::size_t j = 0; j < blocks_.length(); ++j) {
      if (broken_[j] != 0) continue;
      const Outcome outcome = talks_.domain.outcome_at(number * blocks_.length() + j);
      const Answer answer = answer_of(talks_.domain, talks_.positions[i], outcome);
      if (answer == Answer::yes) yes_[j] = 1;
      if (answer == Answer::no) broken_[j] |= std::uint64_t{1} << i;
    }
  }

  void count(std::uint64_t number) {
    for (std::size_t j = 0; j < blocks_.length(); ++j) {
      if ((broken_[j] & public_bit) == 0) ++tally_.by_rules;
      if (broken_[j] != 0) continue;
      ++tally_.possible;
      if (tally_.ranks.size() < ranks_most_) tally_.ranks.push_back(number * blocks_.length() + j);
      const std::size_t open = open_[j] + silent_;
      if (open == 0) ++tally_.sure;
      ++tally_.by_open[open];
      if (!tally_.first_by_open[open]) tally_.first_by_open[open] = number * blocks_.length() + j;
    }
  }
};

template <class T>
Tally walk(const Talks& talks, const Said& said, std::size_t ranks_most, unsigned threads) {
  const Blocks blocks(said.sizes);
  const SaidColumns<T> columns(said, blocks);
  const std::uint64_t parts = parts_of(blocks);
  std::vector<Tally> found(parts);
  for_parts(blocks, threads, parts, [&](std::size_t part, std::uint64_t first, std::uint64_t last) {
    found[part] = ZoneWalk<T>(talks, said, blocks, columns, ranks_most).run(first, last);
  });
  Tally out = std::move(found.front());
  for (std::size_t part = 1; part < found.size(); ++part) out.add(found[part]);
  return out;
}

ZoneAnswer answer_from(const Talks& talks, const Tally& tally) {
  ZoneAnswer out;
  out.silent_parties = talks.silent_parties();
  out.sure_outcomes = Number(static_cast<std::int64_t>(tally.sure));
  out.possible_outcomes = Number(static_cast<std::int64_t>(tally.possible));
  out.answer = tally.sure > 0       ? ZoneWord::sure
               : tally.possible > 0 ? ZoneWord::possible
                                    : ZoneWord::excluded;
  if (tally.first_by_open[0]) out.first_sure = talks.domain.outcome_at(*tally.first_by_open[0]);
  if (out.answer != ZoneWord::possible) return out;
  std::size_t open = 0;
  while (tally.by_open[open] == 0) ++open;
  Nearest nearest{
      open, tally.by_open[open], talks.domain.outcome_at(*tally.first_by_open[open]), {}};
  for (const Position& position : talks.positions)
    if (answer_of(talks.domain, position, nearest.first) != Answer::yes)
      nearest.ask.push_back(position.party);
  for (const std::string& party : out.silent_parties) nearest.ask.push_back(party);
  out.nearest = std::move(nearest);
  return out;
}

/// More outcomes than can be walked over: exact numbers of everybody decide by the frontier.
Result<ZoneAnswer> zone_by_frontier(const Talks& talks, const Limits& limits) {
  const bool all_reserved = std::all_of(
      talks.positions.begin(), talks.positions.end(),
      [](const Position& p) { return p.reservation.index() != 0 || p.otherwise_acceptable; });
  SolveOptions options;
  options.limits = limits;
  const auto front = frontier(talks, options);
  if (!front) {
    if (front.error().code != "P046") return tl::make_unexpected(front.error());
    return fail("P061",
                fmt::format("{} outcomes are too many to walk over, and {}",
                            talks.domain.outcomes().text(), front.error().message),
                "",
                fmt::format("take coarser values so that at most {} are left, or state exact "
                            "numbers",
                            walked_at_most));
  }
  ZoneAnswer out;
  out.method = std::string(words(front->method));
  if (front->points.empty()) {
    out.answer = ZoneWord::excluded;
    out.sure_outcomes = out.possible_outcomes = Number();
    return out;
  }
  out.answer = all_reserved ? ZoneWord::sure : ZoneWord::possible;
  if (all_reserved) out.first_sure = front->points.front().first;
  return out;
}

/// Walks over all outcomes, at most 2 · 10^9.
Result<Tally> tally_of(const Talks& talks, const Limits& limits, std::size_t ranks_most,
                       unsigned threads) {
  auto said = said_by(talks, limits);
  if (!said) return tl::make_unexpected(said.error());
  const bool is_slow = std::any_of(said->margins.begin(), said->margins.end(),
                                   [](const Margins& m) { return m.by_outcome; });
  const Number outcomes = talks.domain.outcomes();
  const Number steps = outcomes * Number(is_slow ? slow_steps : 1);
  if (steps > Number(static_cast<std::int64_t>(limits.work)))
    return fail("P061",
                fmt::format("{} outcomes with weights that have a sum or a rank are too many",
                            outcomes.text()),
                "", "take coarser values, or state ranges of weights without a sum");
  std::vector<ExactParty> numbers;
  for (const Margins& margins : said->margins)
    for (const auto* one : {&margins.low, &margins.high})
      if (*one) numbers.push_back(**one);
  const Digits digits = digits_needed(numbers);
  Tally out = digits == Digits::narrow ? walk<std::int64_t>(talks, *said, ranks_most, threads)
              : digits == Digits::wide ? walk<Number::Wide>(talks, *said, ranks_most, threads)
                                       : walk<Number>(talks, *said, ranks_most, threads);
  if (out.by_rules == 0)
    return fail("P042", "the public rules exclude every outcome", "",
                "correct the rules of the domain");
  return out;
}

std::optional<Error> too_few_parties(const Talks& talks) {
  if (talks.parties().size() >= 2) return std::nullopt;
  return Error{"P052",
               fmt::format("expected at least two parties, found {}", talks.parties().size()), "",
               "name the parties in the domain, or add positions"};
}

}  // namespace

Result<ZoneAnswer> zone(const Talks& talks, const Limits& limits, unsigned threads) {
  if (auto error = too_few_parties(talks)) return tl::make_unexpected(*error);
  const auto sizes = sizes_of(talks.domain);
  if (!sizes) return tl::make_unexpected(sizes.error());
  const Number outcomes = talks.domain.outcomes();
  if (outcomes > Number(walked_at_most)) return zone_by_frontier(talks, limits);
  const auto tally = tally_of(talks, limits, 0, threads);
  if (!tally) return tl::make_unexpected(tally.error());
  ZoneAnswer out = answer_from(talks, *tally);
  out.method = fmt::format("{}: {}", words(Method::enumerate), outcomes.text());
  return out;
}

Result<std::vector<std::uint64_t>> possible_outcomes(const Talks& talks, std::size_t most,
                                                     const Limits& limits, unsigned threads) {
  if (auto error = too_few_parties(talks)) return tl::make_unexpected(*error);
  const auto sizes = sizes_of(talks.domain);
  if (!sizes) return tl::make_unexpected(sizes.error());
  const auto too_many = [](const std::string& found, const char* of, std::int64_t wanted) {
    return fail("P061", fmt::format("{} outcomes {}, at most {} can be", found, of, wanted), "",
                fmt::format("take coarser values so that at most {} are left", wanted));
  };
  if (talks.domain.outcomes() > Number(walked_at_most))
    return too_many(talks.domain.outcomes().text(), "to walk over", walked_at_most);
  auto tally = tally_of(talks, limits, most, threads);
  if (!tally) return tl::make_unexpected(tally.error());
  if (tally->possible > most)
    return too_many(fmt::format("{}", tally->possible), "that nobody excludes are to be compared",
                    static_cast<std::int64_t>(most));
  return std::move(tally->ranks);
}

}  // namespace accord::talks
