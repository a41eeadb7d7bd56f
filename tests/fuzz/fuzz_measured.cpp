#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "assessment/balance_tests.h"
#include "assessment/measured_balance.h"
#include "assessment/targets.h"
#include "balance/decisions.h"
#include "base/contract.h"

/// Tables of items, of methods and of target values, parted by a byte 30, the first byte choosing
/// the masses: places are in their texts, and a balance of them keeps what it promises.
namespace {

using accord::Problem;
using accord::assessment::NamedText;
using accord::balance::Balance;
using accord::balance::Division;

constexpr std::size_t periods_most = 60;  // tests of more take long, and show nothing new

std::string_view next_part(std::string_view& rest) {
  const std::size_t end = std::min(rest.find('\x1e'), rest.size());
  const std::string_view part = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return part;
}

void check_places(const std::vector<Problem>& problems, std::string_view a, std::string_view b) {
  const auto lines = [](std::string_view text) {
    return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')) + 1;
  };
  for (const Problem& problem : problems)
    ACCORD_EXPECT(problem.place.line <= std::max(lines(a), lines(b)));
}

void check_balance(const Balance& balance) {
  const auto& sigma = balance.muf.covariance_kg2;
  for (std::size_t t = 0; t < sigma.rows; ++t) {
    ACCORD_EXPECT(std::isfinite(balance.periods[t].muf_kg) && sigma(t, t) >= 0);
    for (std::size_t u = 0; u < t; ++u) ACCORD_EXPECT(sigma(t, u) == sigma(u, t));
    for (const Division division :
         {Division::source, Division::method, Division::stratum, Division::nature}) {
      double sum = 0, size = 0;
      for (const auto& share : balance.shares(division, t)) {
        sum += share.variance_kg2;
        size += std::abs(share.variance_kg2);
      }
      ACCORD_EXPECT(std::abs(sum - sigma(t, t)) <= 1e-9 * (size + sigma(t, t)));
    }
    const auto& valid = balance.validity.periods[t];
    ACCORD_EXPECT(valid.largest_share >= 0 && valid.largest_share <= 1);
  }
  static_cast<void>(
      accord::assessment::balance_tests(balance.muf.muf_kg, balance.muf.covariance_kg2, {}));
  ACCORD_EXPECT(accord::balance::decide(balance, {}).has_value());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  std::string_view rest(reinterpret_cast<const char*>(data + 1), size - 1);
  const std::string_view items = next_part(rest), methods = next_part(rest);
  const auto made =
      accord::assessment::measured_balance({"items.csv", items}, {"methods.csv", methods}, {},
                                           static_cast<accord::measurement::MassKind>(data[0] % 3));
  check_places(made.problems, items, methods);
  ACCORD_EXPECT(made.balance || accord::has_errors(made.problems));
  if (made.balance && made.balance->periods.size() <= periods_most) check_balance(*made.balance);
  const auto targets = accord::assessment::target_report(
      {"methods.csv", methods}, {"targets.csv", rest},
      data[0] % 2 == 0 ? accord::measurement::Purpose::evaluation
                       : accord::measurement::Purpose::demonstration);
  check_places(targets.problems, methods, rest);
  return 0;
}
