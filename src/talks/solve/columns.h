#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

#include "base/parallel.h"

/// Values of outcomes as columns: what a party gains, or which lines are broken, is put together of
/// small tables over few issues. Outcomes are walked in order of their rank, block by block, and
/// never stored.
namespace accord::talks {

/// A table over some issues, in mixed radix of their sizes, the first issue most significant.
template <class V>
struct Factor {
  std::vector<std::size_t> issues;  ///< ascending
  std::vector<V> values;
};

/// How the values of several tables come together.
struct Sum {
  template <class V>
  static void into(V& a, const V& b) {
    a += b;
  }
};
struct Union {
  template <class V>
  static void into(V& a, const V& b) {
    a |= b;
  }
};

/// One column over the suffix of a block.
template <class V, class How>
class BlockColumn {
 public:
  BlockColumn(const std::vector<Factor<V>>& factors, const std::vector<std::uint32_t>& sizes,
              std::size_t first_of_suffix, std::size_t length)
      : suffix_(length, V{}), first_(first_of_suffix) {
    for (const Factor<V>& factor : factors) {
      if (factor.issues.empty() || factor.issues.back() < first_) {
        before_.push_back(&factor);
        continue;
      }
      std::vector<std::uint32_t> places = places_in_suffix(factor, sizes, length);
      if (factor.issues.front() >= first_) {
        for (std::size_t j = 0; j < length; ++j) How::into(suffix_[j], factor.values[places[j]]);
      } else {
        across_.push_back({&factor, std::move(places)});
      }
    }
    most_of_suffix_ = *std::max_element(suffix_.begin(), suffix_.end());
    for (const Across& one : across_)
      How::into(most_of_suffix_,
                *std::max_element(one.factor->values.begin(), one.factor->values.end()));
  }

  /// What the issues before the suffix alone come to.
  V base(const std::vector<std::uint32_t>& prefix, const std::vector<std::uint32_t>& sizes) const {
    V out{};
    for (const Factor<V>* factor : before_)
      How::into(out, factor->values[place(*factor, prefix, sizes)]);
    return out;
  }

  /// No outcome that begins so has more; of sums.
  V most(const std::vector<std::uint32_t>& prefix, const std::vector<std::uint32_t>& sizes) const {
    V out = base(prefix, sizes);
    How::into(out, most_of_suffix_);
    return out;
  }

  /// The values of all outcomes that begin so, into `out`.
  void fill(const std::vector<std::uint32_t>& prefix, const std::vector<std::uint32_t>& sizes,
            std::vector<V>& out) const {
    const V start = base(prefix, sizes);
    const std::size_t length = suffix_.size();
    for (std::size_t j = 0; j < length; ++j) {
      out[j] = start;
      How::into(out[j], suffix_[j]);
    }
    for (const Across& one : across_) {
      const V* values = one.factor->values.data() + place(*one.factor, prefix, sizes);
      for (std::size_t j = 0; j < length; ++j) How::into(out[j], values[one.places[j]]);
    }
  }

 private:
  struct Across {
    const Factor<V>* factor;
    std::vector<std::uint32_t> places;
  };
  std::vector<V> suffix_;
  std::vector<const Factor<V>*> before_;
  std::vector<Across> across_;
  std::size_t first_;
  V most_of_suffix_{};

  /// Where the prefix puts the outcome in the table; issues of the suffix count 0.
  std::size_t place(const Factor<V>& factor, const std::vector<std::uint32_t>& prefix,
                    const std::vector<std::uint32_t>& sizes) const {
    std::size_t out = 0;
    for (const std::size_t issue : factor.issues)
      out = out * sizes[issue] + (issue < first_ ? prefix[issue] : 0);
    return out;
  }

  std::vector<std::uint32_t> places_in_suffix(const Factor<V>& factor,
                                              const std::vector<std::uint32_t>& sizes,
                                              std::size_t length) const {
    std::vector<std::uint32_t> out(length, 0);
    std::size_t stride = 1;
    for (std::size_t f = factor.issues.size(); f-- > 0;) {
      const std::size_t issue = factor.issues[f];
      if (issue >= first_) {
        std::size_t run = 1;
        for (std::size_t i = issue + 1; i < sizes.size(); ++i) run *= sizes[i];
        for (std::size_t j = 0; j < length; ++j)
          out[j] += static_cast<std::uint32_t>(stride * (j / run % sizes[issue]));
      }
      stride *= sizes[issue];
    }
    return out;
  }
};

/// How outcomes are cut: the last issues form a block that is worked on at once.
class Blocks {
 public:
  explicit Blocks(std::vector<std::uint32_t> sizes) : sizes_(std::move(sizes)) {
    constexpr std::size_t length_wanted = 8192;
    first_ = sizes_.size();
    while (first_ > 0 && (first_ == sizes_.size() || length_ * sizes_[first_ - 1] <= length_wanted))
      length_ *= sizes_[--first_];
    for (std::size_t i = 0; i < first_; ++i) count_ *= sizes_[i];
  }

  [[nodiscard]] const std::vector<std::uint32_t>& sizes() const { return sizes_; }
  [[nodiscard]] std::size_t first_of_suffix() const { return first_; }
  [[nodiscard]] std::size_t length() const { return length_; }
  [[nodiscard]] std::uint64_t count() const { return count_; }

  /// The values of the issues before the suffix in block `number`.
  void prefix(std::uint64_t number, std::vector<std::uint32_t>& out) const {
    out.assign(first_, 0);
    for (std::size_t i = first_; i-- > 0;) {
      out[i] = static_cast<std::uint32_t>(number % sizes_[i]);
      number /= sizes_[i];
    }
  }

 private:
  std::vector<std::uint32_t> sizes_;
  std::size_t first_ = 0, length_ = 1;
  std::uint64_t count_ = 1;
};

/// At most this many parts are worked on apart; what each finds is put together in their order, so
/// that results do not depend on the number of threads.
inline constexpr std::uint64_t parts_max = 64;

/// Calls work(part, first, last) for ranges of blocks.
template <class Work>
void for_parts(const Blocks& blocks, unsigned threads, std::uint64_t parts, Work work) {
  parallel_for(static_cast<std::size_t>(parts), threads, [&](std::size_t part) {
    work(part, blocks.count() * part / parts, blocks.count() * (part + 1) / parts);
  });
}

[[nodiscard]] inline std::uint64_t parts_of(const Blocks& blocks) {
  return std::min(parts_max, blocks.count());
}

}  // namespace accord::talks
