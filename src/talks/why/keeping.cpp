#include "talks/why/keeping.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "base/parallel.h"
#include "talks/model/utility.h"
#include "talks/solve/merge.h"

namespace accord::talks {

namespace {

constexpr std::int64_t walked_readily = 1'000'000;
constexpr std::int64_t kept_walked_at_most = 2'000'000'000;
constexpr std::int64_t by_outcome_at_most = 1'000'000;

/// A question as tables: who has to reach what, which lines are kept, and what is to be greatest.
struct Asked {
  std::vector<ExactParty> parties;
  bool has_goal = false;  ///< the last party
  std::vector<Factor<std::uint64_t>> lines;
};

struct BestRank {
  Number most;
  std::uint64_t rank = 0;
};

template <class T>
class KeptWalk {
 public:
  using Column = BlockColumn<T, Sum>;

  KeptWalk(const Blocks& blocks, const std::vector<ScaledParty<T>>& parties,
           const std::vector<Column>& columns, const BlockColumn<std::uint64_t, Union>& lines,
           bool has_goal)
      : blocks_(blocks),
        parties_(parties),
        columns_(columns),
        lines_(lines),
        has_goal_(has_goal),
        broken_(blocks.length()),
        values_(blocks.length()) {}

  void run(std::uint64_t first, std::uint64_t last) {
    for (std::uint64_t number = first; number < last && !(rank && !has_goal_); ++number) {
      blocks_.prefix(number, prefix_);
      if (lines_.base(prefix_, blocks_.sizes()) != 0) continue;
      if (fill()) keep(number * blocks_.length());
    }
  }

  std::optional<std::uint64_t> rank;  ///< least, of those that go furthest
  T most{};

 private:
  const Blocks& blocks_;
  const std::vector<ScaledParty<T>>& parties_;
  const std::vector<Column>& columns_;
  const BlockColumn<std::uint64_t, Union>& lines_;
  bool has_goal_;
  std::vector<std::uint32_t> prefix_;
  std::vector<std::uint64_t> broken_;
  std::vector<T> values_;

  /// Lines and walk-away values; false: no outcome of the block keeps them. Leaves the goal.
  bool fill() {
    lines_.fill(prefix_, blocks_.sizes(), broken_);
    for (std::size_t i = 0; i < parties_.size(); ++i) {
      const bool is_goal = has_goal_ && i + 1 == parties_.size();
      if (!is_goal && columns_[i].most(prefix_, blocks_.sizes()) < *parties_[i].reservation)
        return false;
      columns_[i].fill(prefix_, blocks_.sizes(), values_);
      if (is_goal) continue;
      const T& needed = *parties_[i].reservation;
      for (std::size_t j = 0; j < blocks_.length(); ++j)
        broken_[j] |= values_[j] < needed ? 1u : 0u;
    }
    return true;
  }

  void keep(std::uint64_t first_rank) {
    for (std::size_t j = 0; j < blocks_.length(); ++j) {
      if (broken_[j] != 0 || (rank && (!has_goal_ || !(most < values_[j])))) continue;
      rank = first_rank + j;
      if (has_goal_) most = values_[j];
    }
  }
};

template <class T>
std::optional<BestRank> walk_kept(const std::vector<std::uint32_t>& sizes, const Asked& asked,
                                  unsigned threads) {
  const Blocks blocks(sizes);
  const auto parties = scaled<T>(asked.parties);
  std::vector<BlockColumn<T, Sum>> columns;
  for (const ScaledParty<T>& party : parties)
    columns.emplace_back(party.utility, blocks.sizes(), blocks.first_of_suffix(), blocks.length());
  const BlockColumn<std::uint64_t, Union> lines(asked.lines, blocks.sizes(),
                                                blocks.first_of_suffix(), blocks.length());
  const std::uint64_t parts = parts_of(blocks);
  std::vector<std::unique_ptr<KeptWalk<T>>> walks(parts);
  for_parts(blocks, threads, parts, [&](std::size_t part, std::uint64_t first, std::uint64_t last) {
    walks[part] = std::make_unique<KeptWalk<T>>(blocks, parties, columns, lines, asked.has_goal);
    walks[part]->run(first, last);
  });
  const KeptWalk<T>* best = nullptr;
  for (const auto& walk : walks)
    if (walk->rank && (best == nullptr || (asked.has_goal && best->most < walk->most)))
      best = walk.get();
  if (best == nullptr) return std::nullopt;
  return BestRank{asked.has_goal ? unscaled(best->most, parties.back().denominator) : Number(),
                  *best->rank};
}

std::optional<BestRank> walk_by_digits(const std::vector<std::uint32_t>& sizes, const Asked& asked,
                                       unsigned threads) {
  switch (digits_needed(asked.parties)) {
    case Digits::narrow:
      return walk_kept<std::int64_t>(sizes, asked, threads);
    case Digits::wide:
      return walk_kept<Number::Wide>(sizes, asked, threads);
    case Digits::any:
      break;
  }
  return walk_kept<Number>(sizes, asked, threads);
}

/// Group by group, whatever the number of outcomes.
Result<std::optional<Keeping::Found>> merge_kept(const std::vector<std::uint32_t>& sizes,
                                                 const std::vector<Group>& groups, Asked asked,
                                                 std::uint64_t points) {
  if (asked.parties.empty()) asked.parties.emplace_back();
  const auto merged = merge_groups(sizes, groups, asked.parties, asked.lines, points);
  if (!merged) return tl::make_unexpected(merged.error());
  std::optional<Keeping::Found> out;
  for (const Merged::Point& point : merged->points) {
    const Number most = asked.has_goal ? point.utilities.back() : Number();
    if (!out || most > out->most) out = Keeping::Found{point.first, most};
  }
  return out;
}

/// A table over all issues at once.
template <class V, class Of>
Factor<V> whole_table(const Domain& domain, unsigned threads, Of of) {
  Factor<V> out;
  for (std::size_t issue = 0; issue < domain.issues.size(); ++issue) out.issues.push_back(issue);
  out.values.resize(static_cast<std::size_t>(*domain.outcomes().to_int64()));
  const std::size_t parts = std::min<std::size_t>(parts_max, out.values.size());
  parallel_for(parts, threads, [&](std::size_t part) {
    const std::size_t last = out.values.size() * (part + 1) / parts;
    for (std::size_t rank = out.values.size() * part / parts; rank < last; ++rank)
      out.values[rank] = of(domain.outcome_at(rank));
  });
  return out;
}

}  // namespace

Result<Keeping> Keeping::of(const Talks& talks, const Limits& limits, unsigned threads) {
  if (talks.parties().size() < 2)
    return fail("P052",
                fmt::format("expected at least two parties, found {}", talks.parties().size()), "",
                "name the parties in the domain, or add positions");
  Keeping out;
  out.talks_ = &talks;
  out.most_ = limits;
  out.threads_ = threads;
  out.named_ = limits_of(talks);
  auto sizes = sizes_of(talks.domain);
  if (!sizes) return tl::make_unexpected(sizes.error());
  out.sizes_ = std::move(*sizes);
  if (auto error = out.add_lines()) return tl::make_unexpected(*error);
  if (auto error = out.add_thresholds()) return tl::make_unexpected(*error);
  return out;
}

std::size_t Keeping::index_of(const std::string& name) const {
  const auto at = std::find_if(named_.begin(), named_.end(),
                               [&](const Limit& limit) { return limit.name == name; });
  return static_cast<std::size_t>(at - named_.begin());
}

std::optional<Error> Keeping::add_lines() {
  for (const Line& line : lines_of(*talks_)) {
    auto table = table_of(talks_->domain, line.rule, 1, most_);
    if (!table) return table.error();
    lines_.push_back(
        {line.is_public ? std::nullopt : std::optional(index_of(line.name)), std::move(*table)});
  }
  return std::nullopt;
}

std::optional<Error> Keeping::add_thresholds() {
  for (std::size_t i = 0; i < talks_->positions.size(); ++i) {
    auto margins = margins_of(talks_->domain, talks_->positions[i], most_);
    if (!margins) return margins.error();
    const std::size_t limit = index_of(talks_->positions[i].party + ".reservation");
    if (margins->high) thresholds_.push_back({limit, std::move(*margins->high)});
    if (!margins->by_outcome) continue;
    if (auto error = add_by_outcome(i, limit)) return error;
  }
  return std::nullopt;
}

std::optional<Error> Keeping::add_by_outcome(std::size_t index, std::size_t limit) {
  const Position& position = talks_->positions[index];
  if (talks_->domain.outcomes() > Number(by_outcome_at_most))
    return Error{"P061",
                 fmt::format("{} outcomes with weights that have a sum or a rank are too many",
                             talks_->domain.outcomes().text()),
                 "",
                 fmt::format("take coarser values so that at most {} are left, or state ranges of "
                             "weights without a sum",
                             by_outcome_at_most)};
  const auto is_broken = [&](const Outcome& outcome) -> std::uint64_t {
    if (const auto* package = std::get_if<Outcome>(&position.reservation))
      return difference(talks_->domain, position, outcome, *package)->high.sign() < 0 ? 1 : 0;
    const Number most = utility_of(talks_->domain, position, outcome)->high;
    return most < std::get<Range>(position.reservation).low ? 1 : 0;
  };
  lines_.push_back({limit, whole_table<std::uint64_t>(talks_->domain, threads_, is_broken)});
  return std::nullopt;
}

std::optional<std::vector<Factor<Number>>> Keeping::utility_of_limit(std::size_t limit) const {
  for (const Position& position : talks_->positions) {
    if (named_[limit].name != position.party + ".reservation") continue;
    if (!position.utility || !std::holds_alternative<Range>(position.reservation)) break;
    for (const Threshold& threshold : thresholds_)
      if (threshold.limit == limit) return threshold.party.utility;
    return std::vector{whole_table<Number>(talks_->domain, threads_, [&](const Outcome& outcome) {
      return utility_of(talks_->domain, position, outcome)->high;
    })};
  }
  return std::nullopt;
}

std::vector<bool> Keeping::kept_by(const Outcome& outcome) const {
  std::vector<bool> out(named_.size(), true);
  for (const Position& position : talks_->positions)
    for (const std::string& name : broken_by(talks_->domain, position, outcome))
      out[index_of(name)] = false;
  return out;
}

Result<std::optional<Keeping::Found>> Keeping::ask(const Question& question) const {
  Asked asked;
  for (const Threshold& threshold : thresholds_)
    if (question.kept[threshold.limit]) asked.parties.push_back(threshold.party);
  for (const LineTable& line : lines_)
    if (!line.limit || question.kept[*line.limit]) asked.lines.push_back(line.broken);
  for (const Rule& rule : question.also) {
    auto table = table_of(talks_->domain, rule, 1, most_);
    if (!table) return tl::make_unexpected(table.error());
    asked.lines.push_back(std::move(*table));
  }
  asked.has_goal = !question.goal.empty();
  if (asked.has_goal) asked.parties.push_back({"", question.goal, std::nullopt});
  const Number outcomes = talks_->domain.outcomes();
  if (outcomes > Number(walked_readily)) {
    const auto groups = groups_of(sizes_, asked.parties, asked.lines);
    const bool fit = std::all_of(groups.begin(), groups.end(), [](const Group& group) {
      return group.outcomes <= Number(group_outcomes_max);
    });
    if (fit) return merge_kept(sizes_, groups, std::move(asked), most_.points);
  }
  if (outcomes > Number(kept_walked_at_most))
    return fail("P061",
                fmt::format("{} outcomes are too many to walk over, and too many issues hang "
                            "together",
                            outcomes.text()),
                "",
                fmt::format("take coarser values so that at most {} are left, or split the rule "
                            "or term that joins many issues",
                            kept_walked_at_most));
  const auto best = walk_by_digits(sizes_, asked, threads_);
  if (!best) return std::nullopt;
  return Found{talks_->domain.outcome_at(best->rank), best->most};
}

}  // namespace accord::talks
