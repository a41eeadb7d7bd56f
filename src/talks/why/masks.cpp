#include "talks/why/masks.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <unordered_map>

#include "talks/zone/said.h"

namespace accord::talks {

namespace {

constexpr std::int64_t outcomes_at_most = 2'000'000'000;
constexpr std::size_t limits_at_most = 63;  // the last bit is that of public rules
constexpr std::size_t masks_at_most = 4'000'000;

/// The walk-away value of a party by number.
struct Threshold {
  std::size_t position = 0;
  std::size_t bit = 0;
  Margins margins;
};

struct Walked {
  std::vector<std::uint32_t> sizes;
  std::vector<Factor<std::uint64_t>> lines;
  std::vector<Threshold> thresholds;
};

Result<Walked> walked_of(const Talks& talks, const std::vector<Limit>& named,
                         const Limits& limits) {
  Walked out;
  auto sizes = sizes_of(talks.domain);
  if (!sizes) return tl::make_unexpected(sizes.error());
  out.sizes = std::move(*sizes);
  const auto bit_of = [&](const std::string& name) {
    const auto at = std::find_if(named.begin(), named.end(),
                                 [&](const Limit& limit) { return limit.name == name; });
    return static_cast<std::size_t>(at - named.begin());
  };
  for (const Line& line : lines_of(talks)) {
    const std::uint64_t bit = line.is_public ? public_bit : std::uint64_t{1} << bit_of(line.name);
    auto table = table_of(talks.domain, line.rule, bit, limits);
    if (!table) return tl::make_unexpected(table.error());
    out.lines.push_back(std::move(*table));
  }
  for (std::size_t i = 0; i < talks.positions.size(); ++i) {
    auto margins = margins_of(talks.domain, talks.positions[i], limits);
    if (!margins) return tl::make_unexpected(margins.error());
    if (margins->high || margins->by_outcome)
      out.thresholds.push_back(
          {i, bit_of(talks.positions[i].party + ".reservation"), std::move(*margins)});
  }
  return out;
}

/// What one part finds: masks with counts, the first rank of each.
class Seen {
 public:
  void add(std::uint64_t broken, std::uint64_t rank) {
    if (last_ == nullptr || last_->broken != broken) {
      const auto [at, is_new] = by_.try_emplace(broken, Mask{broken, 0, rank});
      last_ = &at->second;
    }
    ++last_->outcomes;
  }
  void add(const Seen& later) {
    for (const auto& [broken, mask] : later.by_) {
      const auto [at, is_new] = by_.try_emplace(broken, mask);
      if (is_new) continue;
      at->second.outcomes += mask.outcomes;
      at->second.first = std::min(at->second.first, mask.first);
    }
  }
  [[nodiscard]] std::size_t size() const { return by_.size(); }
  [[nodiscard]] std::vector<Mask> sorted() const {
    std::vector<Mask> out;
    for (const auto& [broken, mask] : by_) out.push_back(mask);
    std::sort(out.begin(), out.end(),
              [](const Mask& a, const Mask& b) { return a.broken < b.broken; });
    return out;
  }

 private:
  std::unordered_map<std::uint64_t, Mask> by_;  // nodes stay where they are
  Mask* last_ = nullptr;
};

template <class T>
struct NumberColumn {
  const Threshold* threshold = nullptr;
  std::unique_ptr<ScaledParty<T>> whole;  ///< of tables; empty: one outcome at a time
  std::optional<BlockColumn<T, Sum>> column;
};

template <class T>
Seen walk_part(const Talks& talks, const Blocks& blocks,
               const BlockColumn<std::uint64_t, Union>& lines,
               const std::vector<NumberColumn<T>>& numbers, std::uint64_t first,
               std::uint64_t last) {
  Seen out;
  std::vector<std::uint32_t> prefix;
  std::vector<std::uint64_t> broken(blocks.length());
  std::vector<T> values(blocks.length());
  for (std::uint64_t number = first; number < last; ++number) {
    blocks.prefix(number, prefix);
    lines.fill(prefix, blocks.sizes(), broken);
    for (const NumberColumn<T>& one : numbers) {
      const std::uint64_t bit = std::uint64_t{1} << one.threshold->bit;
      if (one.column) {
        one.column->fill(prefix, blocks.sizes(), values);
        for (std::size_t j = 0; j < blocks.length(); ++j)
          if (values[j] < *one.whole->reservation) broken[j] |= bit;
        continue;
      }
      const Position& position = talks.positions[one.threshold->position];
      for (std::size_t j = 0; j < blocks.length(); ++j) {
        const auto names = broken_by(talks.domain, position,
                                     talks.domain.outcome_at(number * blocks.length() + j));
        if (!names.empty() && names.back() == position.party + ".reservation") broken[j] |= bit;
      }
    }
    for (std::size_t j = 0; j < blocks.length(); ++j)
      if ((broken[j] & public_bit) == 0) out.add(broken[j], number * blocks.length() + j);
  }
  return out;
}

template <class T>
Seen walk_masks(const Talks& talks, const Walked& walked, unsigned threads) {
  const Blocks blocks(walked.sizes);
  const BlockColumn<std::uint64_t, Union> lines(walked.lines, blocks.sizes(),
                                                blocks.first_of_suffix(), blocks.length());
  std::vector<NumberColumn<T>> numbers;
  for (const Threshold& threshold : walked.thresholds) {
    NumberColumn<T>& one = numbers.emplace_back();
    one.threshold = &threshold;
    if (threshold.margins.by_outcome) continue;
    one.whole =
        std::make_unique<ScaledParty<T>>(std::move(scaled<T>({*threshold.margins.high}).front()));
    one.column.emplace(one.whole->utility, blocks.sizes(), blocks.first_of_suffix(),
                       blocks.length());
  }
  const std::uint64_t parts = parts_of(blocks);
  std::vector<Seen> found(parts);
  for_parts(blocks, threads, parts, [&](std::size_t part, std::uint64_t first, std::uint64_t last) {
    found[part] = walk_part<T>(talks, blocks, lines, numbers, first, last);
  });
  Seen out;
  for (const Seen& part : found) out.add(part);
  return out;
}

}  // namespace

std::vector<Limit> limits_of(const Talks& talks) {
  std::vector<Limit> out;
  const std::vector<Line> lines = lines_of(talks);
  for (std::size_t i = 0; i < talks.positions.size(); ++i) {
    const Position& position = talks.positions[i];
    for (const Line& line : lines)
      if (!line.is_public && line.party == i) out.push_back({line.name, position.party, line.text});
    const std::string name = position.party + ".reservation";
    const bool is_there = !out.empty() && out.back().name == name;
    if (position.utility && position.reservation.index() != 0 && !is_there)
      out.push_back({name, position.party, ""});
  }
  return out;
}

Result<Masks> masks_of(const Talks& talks, const Limits& limits, unsigned threads) {
  Masks out;
  out.limits = limits_of(talks);
  if (talks.parties().size() < 2)
    return fail("P052",
                fmt::format("expected at least two parties, found {}", talks.parties().size()), "",
                "name the parties in the domain, or add positions");
  if (out.limits.size() > std::min<std::size_t>(limits_at_most, limits.lines))
    return fail("P061",
                fmt::format("{} limits, at most {} are told apart", out.limits.size(),
                            std::min<std::size_t>(limits_at_most, limits.lines)),
                "", "put lines of one party together with all");
  const Number outcomes = talks.domain.outcomes();
  if (outcomes > Number(outcomes_at_most))
    return fail("P061", fmt::format("{} outcomes are too many to walk over", outcomes.text()), "",
                fmt::format("take coarser values so that at most {} are left", outcomes_at_most));
  const auto walked = walked_of(talks, out.limits, limits);
  if (!walked) return tl::make_unexpected(walked.error());
  std::vector<ExactParty> numbers;
  for (const Threshold& threshold : walked->thresholds)
    if (threshold.margins.high) numbers.push_back(*threshold.margins.high);
  const Digits digits = digits_needed(numbers);
  const Seen seen = digits == Digits::narrow ? walk_masks<std::int64_t>(talks, *walked, threads)
                    : digits == Digits::wide ? walk_masks<Number::Wide>(talks, *walked, threads)
                                             : walk_masks<Number>(talks, *walked, threads);
  if (seen.size() > masks_at_most)
    return fail("P061", "the outcomes break too many different sets of limits", "",
                "put lines of one party together with all");
  out.masks = seen.sorted();
  if (out.masks.empty())
    return fail("P042", "the public rules exclude every outcome", "",
                "correct the rules of the domain");
  return out;
}

}  // namespace accord::talks
