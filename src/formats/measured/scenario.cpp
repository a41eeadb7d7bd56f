#include "formats/measured/scenario.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "formats/text/keys.h"
#include "formats/text/toml.h"

namespace accord::formats {

namespace {

void at_least_zero(Keys& keys, std::string_view key, double value) {
  if (value < 0)
    keys.report("S004", keys.place_of(key),
                fmt::format("{} is {}; expected a number from 0", key, value));
}

std::optional<ScenarioStructure> structure(Keys& above) {
  const TomlValue* table = above.table("structure");
  if (table == nullptr) return std::nullopt;
  Keys keys(*table, "structure", above.file(), above.problems());
  ScenarioStructure out;
  out.periods = keys.whole("periods").value_or(0);
  out.flow_kg2 = keys.number("flow_variance_kg2").value_or(0);
  out.systematic_kg2 = keys.number("systematic_variance_kg2").value_or(0);
  out.inventory_kg2 = keys.number("inventory_variance_kg2").value_or(0);
  if (out.periods == 0 || out.periods > scenario_periods_max)
    keys.report("S004", keys.place_of("periods"),
                fmt::format("periods is {}; expected a whole number from 1 to {}", out.periods,
                            scenario_periods_max));
  at_least_zero(keys, "flow_variance_kg2", out.flow_kg2);
  at_least_zero(keys, "systematic_variance_kg2", out.systematic_kg2);
  at_least_zero(keys, "inventory_variance_kg2", out.inventory_kg2);
  keys.finish();
  return out;
}

std::optional<numerics::Matrix> covariance(Keys& keys) {
  const TomlValue* rows = keys.value("covariance_kg2");
  if (rows == nullptr) return std::nullopt;
  const std::size_t size = rows->items.size();
  bool square = rows->kind == TomlValue::Kind::array && size > 0 && size <= scenario_periods_max;
  numerics::Matrix out;
  if (square) out = numerics::Matrix(size, size);  // of a size that is taken
  for (std::size_t t = 0; t < size; ++t) {
    const std::vector<double> row = keys.numbers_of(rows->items[t]);
    if (row.size() != size)
      square = false;
    else if (out.rows == size)
      std::copy(row.begin(), row.end(), out.values.begin() + static_cast<std::ptrdiff_t>(t * size));
  }
  if (!square)
    keys.report("S005", rows->place,
                "covariance_kg2 is not a square table: as many rows as periods, as many numbers in "
                "each row",
                "write it as [[1.5, -0.2], [-0.2, 1.4]]");
  return out;
}

ScenarioBalance balance(Keys& above) {
  ScenarioBalance out;
  out.place = above.place();
  const TomlValue* table = above.table("balance");
  if (table == nullptr) {
    above.report("S001", {1, 1, 1}, "there is no [balance]: nothing says how MUF varies",
                 "add [balance] with structure, covariance_kg2, items and methods, or study");
    return out;
  }
  out.place = table->place;
  Keys keys(*table, "[balance]", above.file(), above.problems());
  out.structure = structure(keys);
  out.covariance_kg2 = covariance(keys);
  out.items = keys.text("items").text;
  out.methods = keys.text("methods").text;
  const auto mass = keys.word("mass", keys.text("mass"), measurement::mass_kind_words);
  if (mass && out.items.empty())
    keys.report("S011", keys.place_of("mass"), "mass needs items and methods");
  out.mass = static_cast<measurement::MassKind>(mass.value_or(0));
  out.study = keys.text("study").text;
  out.each_measurement = keys.flag("each_measurement");
  if (out.each_measurement && out.items.empty() && out.study.empty())
    keys.report("S011", keys.place_of("each_measurement"),
                "each_measurement needs items and methods, or a study");
  const int sources = (out.structure ? 1 : 0) + (out.covariance_kg2 ? 1 : 0) +
                      (out.items.empty() && out.methods.empty() ? 0 : 1) +
                      (out.study.empty() ? 0 : 1);
  if (sources != 1 || out.items.empty() != out.methods.empty())
    keys.report("S001", table->place,
                "[balance] needs exactly one of: structure; covariance_kg2; items together with "
                "methods; study");
  keys.finish();
  return out;
}

ScenarioLoss loss(const TomlValue& table, Keys& above) {
  static const std::vector<std::string_view> patterns{"given", "uniform", "worst"};
  Keys keys(table, "[[loss]]", above.file(), above.problems());
  ScenarioLoss out;
  out.place = table.place;
  out.name = keys.needed_text("name").text;
  out.per_period_kg = keys.numbers("per_period_kg");
  out.totals_kg = keys.numbers("total_kg");
  out.first = keys.whole("first").value_or(0);
  out.last = keys.whole("last").value_or(0);
  if (keys.has("pattern"))
    out.pattern = static_cast<ScenarioLoss::Pattern>(
        keys.word("pattern", keys.text("pattern"), patterns)
            .value_or(static_cast<std::size_t>(ScenarioLoss::Pattern::uniform)));
  else if (keys.has("total_kg"))
    out.pattern = ScenarioLoss::Pattern::uniform;
  const bool given = out.pattern == ScenarioLoss::Pattern::given;
  if (given ? out.per_period_kg.empty() || keys.has("total_kg")
            : out.totals_kg.empty() || keys.has("per_period_kg"))
    keys.report("S002", table.place,
                "a loss needs either per_period_kg, or total_kg with the pattern “uniform” or "
                "“worst”");
  for (const double total : out.totals_kg) at_least_zero(keys, "total_kg", total);
  for (const char* key : {"first", "last"}) {
    if (!keys.has(key)) continue;
    if (out.pattern != ScenarioLoss::Pattern::uniform)
      keys.report("S011", keys.place_of(key),
                  fmt::format("“{}” says nothing for this pattern of loss", key));
    else if ((key == std::string_view("first") ? out.first : out.last) == 0)
      keys.report("S004", keys.place_of(key), fmt::format("{} is 0; periods count from 1", key));
  }
  if (out.name == scenario_no_loss)
    keys.report("S012", keys.place_of("name"),
                "“no loss” is what every scenario begins with: take another name");
  if (out.last != 0 && out.last < out.first)
    keys.report("S004", keys.place_of("last"),
                fmt::format("last is {}, before first, which is {}", out.last, out.first));
  keys.finish();
  return out;
}

void open_interval(Keys& keys, std::string_view key, const std::optional<double>& value) {
  if (value && !(*value > 0 && *value < 1))
    keys.report("S004", keys.place_of(key),
                fmt::format("{} is {}; expected above 0 and below 1", key, *value));
}

/// Keys that say nothing for this kind of test are mistakes, not decoration.
void check_keys(Keys& keys, ScenarioTest::Kind kind) {
  using Kind = ScenarioTest::Kind;
  const bool page = kind == Kind::page || kind == Kind::page_gains || kind == Kind::page_two_sided;
  const std::pair<const char*, bool> uses[] = {{"k", page || kind == Kind::pages},
                                               {"headstart", page},
                                               {"m", kind == Kind::anytime},
                                               {"loss", kind == Kind::known_loss}};
  for (const auto& [key, used] : uses)
    if (keys.has(key) && !used)
      keys.report("S011", keys.place_of(key),
                  fmt::format("“{}” says nothing for the kind “{}”", key,
                              scenario_test_kinds()[static_cast<std::size_t>(kind)]));
}

/// What can be said without knowing the balance.
void check_values(Keys& keys, const ScenarioTest& test) {
  for (const double k : test.k) at_least_zero(keys, "k", k);
  if (keys.has("k") && test.k.empty())
    keys.report("S004", keys.place_of("k"), "k has no number", "write k = 0.5, or leave it out");
  if (test.headstart) at_least_zero(keys, "headstart", *test.headstart);
  if (test.headstart && test.limit && *test.headstart > *test.limit)
    keys.report("S004", keys.place_of("headstart"),
                fmt::format("headstart is {}, above the limit {}", *test.headstart, *test.limit),
                "begin below the limit");
  if (test.m && *test.m <= 0)
    keys.report("S004", keys.place_of("m"),
                fmt::format("m is {}; expected a number above 0", *test.m));
}

ScenarioTest test(const TomlValue& table, Keys& above) {
  using Kind = ScenarioTest::Kind;
  Keys keys(table, "[[test]]", above.file(), above.problems());
  ScenarioTest out;
  out.place = table.place;
  out.kind = static_cast<Kind>(keys.word("kind", keys.needed_text("kind"), scenario_test_kinds())
                                   .value_or(static_cast<std::size_t>(Kind::page)));
  out.name = keys.text("name").text;
  out.false_alarm = keys.number("false_alarm");
  out.limit = keys.number("limit");
  out.headstart = keys.number("headstart");
  out.m = keys.number("m");
  out.k = keys.numbers("k");
  out.loss = keys.text("loss").text;
  open_interval(keys, "false_alarm", out.false_alarm);
  if (out.false_alarm.has_value() == out.limit.has_value())
    keys.report("S002", table.place, "a test needs either false_alarm or limit");
  if (out.limit &&
      (out.kind == Kind::pages || out.kind == Kind::known_loss || out.kind == Kind::anytime))
    keys.report("S011", keys.place_of("limit"), "this kind of test takes false_alarm, not a limit");
  if (out.k.size() > 1 && out.kind != Kind::pages)
    keys.report("S011", keys.place_of("k"), "only the kind “pages” takes more than one k");
  check_keys(keys, out.kind);
  check_values(keys, out);
  if (out.kind == Kind::known_loss && out.loss.empty())
    keys.report("S002", table.place, "the kind “known_loss” needs the name of a loss");
  keys.finish();
  return out;
}

void check_names(const Scenario& scenario, Keys& keys) {
  std::vector<std::string_view> names;
  for (const ScenarioLoss& loss : scenario.losses) {
    if (std::find(names.begin(), names.end(), loss.name) != names.end())
      keys.report("S012", loss.place, fmt::format("a second loss is named “{}”", loss.name));
    names.push_back(loss.name);
  }
  for (const ScenarioTest& test : scenario.tests)
    if (!test.loss.empty() && std::find(names.begin(), names.end(), test.loss) == names.end()) {
      const auto near = nearest(test.loss, names);
      keys.report("S014", test.place, fmt::format("no loss is named “{}”", test.loss),
                  near ? fmt::format("did you mean “{}”?", *near) : "");
    }
}

}  // namespace

const std::vector<std::string_view>& scenario_test_kinds() {
  static const std::vector<std::string_view> kinds{
      "single_period", "cumuf_end", "cumuf_each",     "gemuf",      "gemuf_v5b3", "page",
      "page_gains",    "pages",     "page_two_sided", "known_loss", "anytime"};
  return kinds;
}

ReadScenario read_scenario(std::string_view text, std::string_view file) {
  ReadScenario out;
  ReadToml toml = read_toml(text, file);
  out.problems = std::move(toml.problems);
  if (!out.problems.empty()) return out;
  Keys keys(toml.root, "the scenario", file, out.problems);
  Scenario& scenario = out.scenario;
  scenario.name = keys.text("name").text;
  scenario.sequences = keys.whole("sequences").value_or(scenario.sequences);
  scenario.seed = keys.whole("seed").value_or(0);
  if (scenario.sequences == 0 || scenario.sequences > scenario_sequences_max)
    keys.report("S004", keys.place_of("sequences"),
                fmt::format("sequences is {}; expected a whole number from 1 to {}",
                            scenario.sequences, scenario_sequences_max));
  scenario.balance = balance(keys);
  for (const TomlValue* table : keys.tables("loss")) scenario.losses.push_back(loss(*table, keys));
  for (const TomlValue* table : keys.tables("test")) scenario.tests.push_back(test(*table, keys));
  if (scenario.tests.empty())
    keys.report("S001", {1, 1, 1}, "there is no [[test]]: nothing to find out",
                "add a [[test]] with kind = \"page\", k = 0.5 and false_alarm = 0.05");
  check_names(scenario, keys);
  keys.finish();
  sort_problems(out.problems);
  return out;
}

}  // namespace accord::formats
