#include "talks/rounds/settings_tree.h"

#include <fmt/format.h>

#include <limits>
#include <type_traits>

namespace accord::talks {

namespace {

using Kind = JsonTree::Kind;

template <class T>
requires std::is_unsigned_v<T> JsonTree value_tree(T value) {
  return json_number(fmt::format("{}", value));
}
JsonTree value_tree(const Number& value) {
  return json_text(value.text());
}
JsonTree value_tree(const std::string& value) {
  return json_text(value);
}
template <class T>
JsonTree value_tree(const std::vector<T>& values) {
  std::vector<JsonTree> items;
  for (const T& value : values) items.push_back(value_tree(value));
  return json_list(std::move(items));
}

/// Zero-prefixed or signed numbers read as they can; the bytes are compared afterwards.
template <class T>
requires std::is_unsigned_v<T>
bool read_value(const JsonTree& tree, T& out) {
  if (!tree.is(Kind::number) || tree.text.size() > 20) return false;
  std::uint64_t value = 0;
  for (const char c : tree.text) {
    if (c < '0' || c > '9') return false;
    const auto digit = static_cast<std::uint64_t>(c - '0');
    if (value > (std::numeric_limits<std::uint64_t>::max() - digit) / 10) return false;
    value = value * 10 + digit;
  }
  out = static_cast<T>(value);
  return value == std::uint64_t{out};
}
bool read_value(const JsonTree& tree, Number& out) {
  const auto number = tree.is(Kind::text) ? Number::parse(tree.text) : std::nullopt;
  if (number) out = *number;
  return number.has_value();
}
bool read_value(const JsonTree& tree, std::string& out) {
  out = tree.text;
  return tree.is(Kind::text);
}
template <class T>
bool read_value(const JsonTree& tree, std::vector<T>& out) {
  if (!tree.is(Kind::list)) return false;
  for (const JsonTree& item : tree.items)
    if (!read_value(item, out.emplace_back())) return false;
  return true;
}

/// Every setting that the procedure reads, with its name.
template <class Settings, class Use>
void each_setting(Settings& s, Use use) {
  use("parties", s.parties);
  switch (s.procedure) {
    case ProcedureKind::one_shot:
    case ProcedureKind::veto:
      return;
    case ProcedureKind::anneal:
      use("overrides", s.overrides);
      use("seed", s.seed);
      use("steps", s.steps);
      use("temperature", s.temperature);
      [[fallthrough]];
    case ProcedureKind::single_text:
      use("radius", s.radius);
      use("start", s.start);
      return;
    case ProcedureKind::improving:
      use("smallest_step", s.smallest_step);
      use("step", s.step);
      use("steps", s.steps);
      use("text", s.text);
      return;
    case ProcedureKind::double_auction:
      use("share", s.share);
      return;
    case ProcedureKind::blind_bids:
      use("band", s.band);
      use("steps", s.steps);
      return;
    case ProcedureKind::posted_price:
      use("price", s.price);
      return;
    case ProcedureKind::adjusted_winner:
      use("items", s.items);
      return;
  }
}

}  // namespace

JsonTree told_tree(const Told& told) {
  std::vector<std::pair<std::string, JsonTree>> out{{"word", json_text(words(told.word))}};
  if (!told.outcome.empty()) out.emplace_back("outcome", value_tree(told.outcome));
  if (!told.numbers.empty()) out.emplace_back("numbers", value_tree(told.numbers));
  return json_object(std::move(out));
}

std::optional<Told> read_told(const JsonTree& tree) {
  const JsonTree* word = tree.find("word");
  const auto known =
      word != nullptr && word->is(Kind::text) ? find_round_word(word->text) : std::nullopt;
  if (!known) return std::nullopt;
  Told out{*known, {}, {}};
  const JsonTree *outcome = tree.find("outcome"), *numbers = tree.find("numbers");
  if (outcome != nullptr && !read_value(*outcome, out.outcome)) return std::nullopt;
  if (numbers != nullptr && !read_value(*numbers, out.numbers)) return std::nullopt;
  return out;
}

JsonTree settings_tree(const RoundSettings& settings) {
  std::vector<std::pair<std::string, JsonTree>> out{
      {"procedure", json_text(words(settings.procedure))}};
  each_setting(settings, [&](const char* name, const auto& value) {
    out.emplace_back(name, value_tree(value));
  });
  return json_object(std::move(out));
}

std::optional<RoundSettings> read_settings(const JsonTree& tree) {
  const JsonTree* kind = tree.find("procedure");
  const auto known =
      kind != nullptr && kind->is(Kind::text) ? find_procedure(kind->text) : std::nullopt;
  if (!known) return std::nullopt;
  RoundSettings out;
  out.procedure = *known;
  bool good = true;
  each_setting(out, [&](const char* name, auto& value) {
    const JsonTree* member = tree.find(name);
    good = good && member != nullptr && read_value(*member, value);
  });
  if (!good) return std::nullopt;
  return out;
}

}  // namespace accord::talks
