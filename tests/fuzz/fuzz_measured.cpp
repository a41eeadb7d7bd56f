#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "assessment/measured_balance.h"
#include "assessment/measured_source.h"
#include "assessment/targets.h"
#include "balance_laws.h"
#include "formats/measured/measured.h"

/// Tables of items, of methods and of target values, parted by a byte 30, the first byte choosing
/// the masses: places are in their texts, and a balance of them keeps what it promises.
namespace {

using accord::Problem;
using accord::assessment::NamedText;
using accord::measurement::MassKind;

std::string_view next_part(std::string_view& rest) {
  const std::size_t end = std::min(rest.find('\x1e'), rest.size());
  const std::string_view part = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return part;
}

void check_problems(const std::vector<Problem>& problems, std::string_view a, std::string_view b) {
  const auto lines = [](std::string_view text) {
    return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')) + 1;
  };
  for (const Problem& problem : problems)
    ACCORD_EXPECT(problem.place.line <= std::max(lines(a), lines(b)));
  accord::fuzz::check_texts(problems);
}

void check_measured(std::string_view items, std::string_view methods, MassKind kind) {
  const auto read = accord::formats::read_items(items, "items.csv", kind);
  check_problems(read.problems, items, items);
  for (const std::int32_t period : read.items.period)
    if (period > static_cast<std::int32_t>(accord::fuzz::periods_most)) return;
  const NamedText items_text{"items.csv", items}, methods_text{"methods.csv", methods};
  const auto made = accord::assessment::measured_balance(items_text, methods_text, {}, kind);
  check_problems(made.problems, items, methods);
  ACCORD_EXPECT(made.balance || accord::has_errors(made.problems));
  if (!made.balance) return;
  accord::fuzz::check_balance(*made.balance);
  const auto source = accord::assessment::measured_source(items_text, methods_text, kind);
  ACCORD_EXPECT(source.errors && source.covariance_kg2);
  accord::fuzz::check_errors(*source.errors);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  std::string_view rest(reinterpret_cast<const char*>(data + 1), size - 1);
  const std::string_view items = next_part(rest), methods = next_part(rest);
  check_measured(items, methods, static_cast<MassKind>(data[0] % 3));
  const auto targets = accord::assessment::target_report(
      {"methods.csv", methods}, {"targets.csv", rest},
      data[0] % 2 == 0 ? accord::measurement::Purpose::evaluation
                       : accord::measurement::Purpose::demonstration);
  check_problems(targets.problems, methods, rest);
  return 0;
}
