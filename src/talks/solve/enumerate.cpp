#include "talks/solve/enumerate.h"

#include <array>
#include <limits>
#include <type_traits>

namespace accord::talks {

namespace {

template <class T>
double rough(const T& value) {
  if constexpr (std::is_same_v<T, Number>)
    return value.approximate();
  else
    return static_cast<double>(value);
}

/// Says of many points at once that they are surely not on the frontier; never of one that is.
template <class T>
class Sieve {
 public:
  Sieve(std::size_t parties, double low, double high)
      : parties_(parties), low_(low), scale_(cells / std::max(high - low, 1.0)) {}

  /// Learns from points that are there, in descending order.
  void learn(const Points<T>& front) {
    if (parties_ == 2) {
      for (std::size_t i = 0; i < front.size(); ++i) raise(front.at(i));
      return;
    }
    known_.clear();
    const std::size_t step = std::max<std::size_t>(1, front.size() / known_max);
    for (std::size_t i = 0; i < front.size(); i += step)
      known_.insert(known_.end(), front.at(i), front.at(i) + parties_);
  }

  /// Whether some point is at least equal in all and above in one. A point is put into the cell of
  /// its first coordinate; cells grow with it, so that a point of a later cell has more of it.
  [[nodiscard]] bool drops(const T* point) const {
    if (parties_ == 2) {
      const std::size_t cell = cell_of(point[0]) + 1;
      return cell < cells && has_[cell] && point[1] <= best_[cell];
    }
    for (std::size_t at = 0; at < known_.size(); at += parties_) {
      bool all = true, more = false;
      for (std::size_t i = 0; i < parties_; ++i) {
        all = all && known_[at + i] >= point[i];
        more = more || known_[at + i] > point[i];
      }
      if (all && more) return true;
    }
    return false;
  }

 private:
  static constexpr std::size_t cells = 4096, known_max = 48;
  std::size_t parties_;
  double low_, scale_;
  std::vector<T> best_ = std::vector<T>(cells);  ///< of a cell and all after it
  std::vector<char> has_ = std::vector<char>(cells);
  std::vector<T> known_;

  [[nodiscard]] std::size_t cell_of(const T& value) const {
    const double cell = (rough(value) - low_) * scale_;
    return cell <= 0 ? 0 : std::min(static_cast<std::size_t>(cell), cells - 1);
  }
  void raise(const T* point) {
    for (std::size_t cell = cell_of(point[0]) + 1; cell-- > 0;) {
      if (has_[cell] && best_[cell] >= point[1]) return;
      best_[cell] = point[1];
      has_[cell] = 1;
    }
  }
};

/// One part of the walk.
template <class T>
class Walk {
 public:
  using Column = BlockColumn<T, Sum>;

  Walk(const Blocks& blocks, const std::vector<ScaledParty<T>>& parties,
       const std::vector<Column>& columns, const BlockColumn<std::uint64_t, Union>& lines,
       const Sieve<T>& sieve)
      : blocks_(blocks),
        parties_(parties),
        columns_(columns),
        lines_(lines),
        sieve_(sieve),
        u_(parties.size(), std::vector<T>(blocks.length())),
        broken_(blocks.length()),
        in_zone_(blocks.length()) {
    out_.front.parties = parties.size();
    out_.least.resize(parties.size());
    most_.resize(parties.size());
    point_.resize(parties.size());
  }

  void run(std::uint64_t first, std::uint64_t last) {
    for (std::uint64_t number = first; number < last; ++number) {
      blocks_.prefix(number, prefix_);
      if (is_outside()) continue;
      fill();
      count();
      if (!sieve_.drops(most_.data())) keep(number * blocks_.length());
      if (out_.front.size() > reduce_at_) tidy();
    }
    reduce(out_.front);
  }

  Enumerated<T>& result() { return out_; }

 private:
  const Blocks& blocks_;
  const std::vector<ScaledParty<T>>& parties_;
  const std::vector<Column>& columns_;
  const BlockColumn<std::uint64_t, Union>& lines_;
  Sieve<T> sieve_;
  Enumerated<T> out_;
  std::vector<std::uint32_t> prefix_;
  std::vector<std::vector<T>> u_;
  std::vector<std::uint64_t> broken_;
  std::vector<char> in_zone_;
  std::vector<T> most_, point_;
  std::size_t reduce_at_ = reduce_from;
  static constexpr std::size_t reduce_from = 2048;

  /// Whether no outcome that begins so is in the zone. Also finds the most of each party.
  bool is_outside() {
    if (lines_.base(prefix_, blocks_.sizes()) != 0) return true;
    for (std::size_t i = 0; i < parties_.size(); ++i) {
      most_[i] = columns_[i].most(prefix_, blocks_.sizes());
      if (parties_[i].reservation && most_[i] < *parties_[i].reservation) return true;
    }
    return false;
  }

  void fill() {
    const std::size_t length = blocks_.length();
    lines_.fill(prefix_, blocks_.sizes(), broken_);
    for (std::size_t j = 0; j < length; ++j) in_zone_[j] = broken_[j] == 0 ? 1 : 0;
    for (std::size_t i = 0; i < parties_.size(); ++i) {
      columns_[i].fill(prefix_, blocks_.sizes(), u_[i]);
      if (!parties_[i].reservation) continue;
      const T least = *parties_[i].reservation;
      const std::vector<T>& u = u_[i];
      for (std::size_t j = 0; j < length; ++j)
        in_zone_[j] = static_cast<char>(in_zone_[j] & (u[j] >= least ? 1 : 0));
    }
  }

  void count() {
    const std::size_t length = blocks_.length();
    std::uint64_t found = 0;
    for (std::size_t j = 0; j < length; ++j) found += static_cast<std::uint64_t>(in_zone_[j]);
    out_.zone += found;
    if (found == 0) return;
    for (std::size_t i = 0; i < parties_.size(); ++i) {
      if (parties_[i].reservation) continue;
      for (std::size_t j = 0; j < length; ++j)
        if (in_zone_[j] && (!out_.least[i] || u_[i][j] < *out_.least[i])) out_.least[i] = u_[i][j];
    }
  }

  void keep(std::uint64_t first_rank) {
    const std::size_t length = blocks_.length(), n = parties_.size();
    for (std::size_t j = 0; j < length; ++j) {
      if (!in_zone_[j]) continue;
      for (std::size_t i = 0; i < n; ++i) point_[i] = u_[i][j];
      if (!sieve_.drops(point_.data())) out_.front.add(point_.data(), 1, first_rank + j);
    }
  }

  void tidy() {
    reduce(out_.front);
    sieve_.learn(out_.front);
    reduce_at_ = std::max(reduce_from, 4 * out_.front.size());
  }
};

template <class T>
std::pair<double, double> extent(const ScaledParty<T>& party) {
  double low = 0, high = 0;
  for (const Factor<T>& factor : party.utility) {
    const auto [least, most] = std::minmax_element(factor.values.begin(), factor.values.end());
    low += rough(*least);
    high += rough(*most);
  }
  if (party.reservation) low = std::max(low, rough(*party.reservation));
  return {low, high};
}

template <class T>
void put_together(Enumerated<T>& out, Enumerated<T>& part) {
  out.front.add(part.front);
  out.zone += part.zone;
  for (std::size_t i = 0; i < part.least.size(); ++i)
    if (part.least[i] && (!out.least[i] || *part.least[i] < *out.least[i]))
      out.least[i] = part.least[i];
}

}  // namespace

template <class T>
Enumerated<T> enumerate(const Blocks& blocks, const std::vector<ScaledParty<T>>& parties,
                        const std::vector<Factor<std::uint64_t>>& lines, unsigned threads) {
  std::vector<BlockColumn<T, Sum>> columns;
  for (const ScaledParty<T>& party : parties)
    columns.emplace_back(party.utility, blocks.sizes(), blocks.first_of_suffix(), blocks.length());
  const BlockColumn<std::uint64_t, Union> broken(lines, blocks.sizes(), blocks.first_of_suffix(),
                                                 blocks.length());
  const auto [low, high] = extent(parties.front());
  const Sieve<T> sieve(parties.size(), low, high);
  const std::uint64_t parts = parts_of(blocks);
  std::vector<Enumerated<T>> found(parts);
  for_parts(blocks, threads, parts, [&](std::size_t part, std::uint64_t first, std::uint64_t last) {
    Walk<T> walk(blocks, parties, columns, broken, sieve);
    walk.run(first, last);
    found[part] = std::move(walk.result());
  });
  Enumerated<T> out;
  out.front.parties = parties.size();
  out.least.resize(parties.size());
  for (Enumerated<T>& part : found) put_together(out, part);
  reduce(out.front);
  for (std::size_t i = 0; i < parties.size(); ++i)
    if (parties[i].reservation) out.least[i].reset();
  return out;
}

template Enumerated<std::int64_t> enumerate(const Blocks&,
                                            const std::vector<ScaledParty<std::int64_t>>&,
                                            const std::vector<Factor<std::uint64_t>>&, unsigned);
template Enumerated<Number::Wide> enumerate(const Blocks&,
                                            const std::vector<ScaledParty<Number::Wide>>&,
                                            const std::vector<Factor<std::uint64_t>>&, unsigned);
template Enumerated<Number> enumerate(const Blocks&, const std::vector<ScaledParty<Number>>&,
                                      const std::vector<Factor<std::uint64_t>>&, unsigned);

}  // namespace accord::talks
