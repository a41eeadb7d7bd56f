#include "simulation/measured.h"

#include <algorithm>
#include <cmath>

#include "base/contract.h"

namespace accord::simulation {

namespace {

/// Streams of random numbers: 0 is that of the MUF vector.
constexpr std::uint32_t source_stream = 1;
constexpr std::uint32_t own_stream = 2;

/// Numbers 0, 1, 2 … of 64 places of a stream, four at a time.
class Drawer {
 public:
  Drawer(numerics::RandomStream stream, std::uint64_t first) : stream_(stream), first_(first) {}
  const Lane& next() {
    const std::size_t part = number_ % 4;
    if (part == 0)
      numerics::normal_block(stream_, first_, static_cast<std::uint32_t>(number_ / 4), block_);
    ++number_;
    return block_[part];
  }

 private:
  numerics::RandomStream stream_;
  std::uint64_t first_;
  std::uint64_t number_ = 0;
  numerics::NormalBlock block_;
};

void add(double factor, const Lane& x, Lane& sum) {
  for (std::size_t i = 0; i < lanes; ++i) sum[i] += factor * x[i];
}

}  // namespace

MeasuredErrors::MeasuredErrors(const balance::Measurements& in)
    : periods_(in.periods), sources_(in.sources) {
  for (std::size_t m = 0; m < in.value_kg.size(); ++m) {
    if (in.use_begin[m] == in.use_begin[m + 1]) continue;
    for (std::uint32_t u = in.use_begin[m]; u < in.use_begin[m + 1]; ++u)
      uses_.push_back({in.use_period[u], in.coefficient(u)});
    for (const balance::ErrorTerm& term : in.methods[in.method[m]]) {
      const double sigma = term.relative ? term.sigma * in.value_kg[m] : term.sigma;
      const std::uint32_t source =
          term.column == balance::no_column ? term.source : in.source_columns[term.column][m];
      terms_.push_back({sigma, source, term.left, term.right});
      if (term.is_product())
        terms_max_ = std::max(terms_max_, in.methods[in.method[m]].size());
      else
        own_ += source == balance::own_source ? 1 : 0;
    }
    value_kg_.push_back(in.value_kg[m]);
    term_begin_.push_back(static_cast<std::uint32_t>(terms_.size()));
    use_begin_.push_back(static_cast<std::uint32_t>(uses_.size()));
  }
}

template <class Take>
void MeasuredErrors::for_each_error(std::uint64_t seed, std::uint64_t first, Take take) const {
  std::vector<Lane> sources(sources_);
  Drawer shared({seed, source_stream}, first);
  for (Lane& source : sources) source = shared.next();
  Drawer own({seed, own_stream}, first);
  std::vector<Lane> drawn(terms_max_);  // of the terms of one measurement, for their products
  for (std::size_t m = 0; m + 1 < term_begin_.size(); ++m) {
    Lane error{};  // of the measured value, kg
    const std::uint32_t begin = term_begin_[m], end = term_begin_[m + 1];
    const bool has_products = end > begin && terms_[end - 1].left != balance::no_term;
    for (std::uint32_t t = begin; t < end; ++t) {
      const Term& term = terms_[t];
      if (term.left != balance::no_term) {
        Lane& z = drawn[t - begin];
        for (std::size_t i = 0; i < lanes; ++i) z[i] = drawn[term.left][i] * drawn[term.right][i];
        add(term.sigma_kg, z, error);
        continue;
      }
      const Lane& z = term.source == balance::own_source ? own.next() : sources[term.source];
      add(term.sigma_kg, z, error);
      if (has_products) drawn[t - begin] = z;
    }
    take(m, error);
  }
}

void MeasuredErrors::draw_muf_errors(std::uint64_t seed, std::uint64_t first,
                                     std::vector<Lane>& muf) const {
  muf.assign(periods_, Lane{});
  for_each_error(seed, first, [&](std::size_t m, const Lane& error) {
    for (std::uint32_t u = use_begin_[m]; u < use_begin_[m + 1]; ++u)
      add(uses_[u].sign, error, muf[uses_[u].period]);
  });
}

void MeasuredErrors::draw_values(std::uint64_t seed, std::uint64_t first,
                                 std::vector<Lane>& values) const {
  values.resize(value_kg_.size());
  for_each_error(seed, first, [&](std::size_t m, const Lane& error) {
    for (std::size_t i = 0; i < lanes; ++i) values[m][i] = value_kg_[m] + error[i];
  });
}

void whiten(const numerics::Cholesky& factor, std::span<const Lane> muf,
            std::vector<Lane>& sitmuf) {
  ACCORD_EXPECT(muf.size() == factor.size());
  sitmuf.assign(muf.begin(), muf.end());
  for (std::size_t t = 0; t < factor.size(); ++t) {
    for (std::size_t u = 0; u < t; ++u) add(-factor(t, u), sitmuf[u], sitmuf[t]);
    for (double& value : sitmuf[t]) value /= factor.pivot(t);
  }
}

}  // namespace accord::simulation
