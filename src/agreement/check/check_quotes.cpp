#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "agreement/check/checks.h"
#include "agreement/syntax/character_class.h"
#include "base/text.h"

namespace accord::agreement {

namespace {

/// Digits of Arabic, Persian and Devanagari script as ASCII, the Arabic decimal mark as a point,
/// and the spaces that may stand between thousands as a plain space.
std::string plain_digits(std::string_view text) {
  static constexpr std::array<std::string_view, 3> zeros{"\u0660", "\u06f0", "\u0966"};
  static constexpr std::array<std::string_view, 3> spaces{"\u00a0", "\u202f", "\u2009"};
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view one = text.substr(at, utf8_length(text, at));
    at += one.size();
    char digit = 0;
    for (const std::string_view zero : zeros) {
      if (one.size() != zero.size() ||
          one.substr(0, one.size() - 1) != zero.substr(0, zero.size() - 1))
        continue;
      const int distance =
          static_cast<unsigned char>(one.back()) - static_cast<unsigned char>(zero.back());
      if (distance >= 0 && distance <= 9) digit = static_cast<char>('0' + distance);
    }
    if (digit != 0)
      out += digit;
    else if (one == "\u066b")
      out += '.';
    else if (std::find(spaces.begin(), spaces.end(), one) != spaces.end())
      out += ' ';
    else
      out += one;
  }
  return out;
}

/// A number found in a text: its groups of digits and the marks between them.
struct Found {
  std::vector<std::string> groups;
  std::string marks;
};

std::vector<Found> numbers_in(std::string_view text) {
  std::vector<Found> out;
  for (std::size_t at = 0; at < text.size();) {
    if (!is_digit(text[at])) {
      ++at;
      continue;
    }
    Found found;
    for (;;) {
      std::size_t end = at;
      while (end < text.size() && is_digit(text[end])) ++end;
      found.groups.emplace_back(text.substr(at, end - at));
      at = end;
      const bool is_joined = at + 1 < text.size() && is_digit(text[at + 1]) &&
                             std::string_view(".,' ").find(text[at]) != std::string_view::npos;
      if (!is_joined) break;
      found.marks += text[at++];
    }
    out.push_back(std::move(found));
  }
  return out;
}

std::string without_ending_zeros(const Decimal& number) {
  std::string text = to_string(number);
  if (text.find('.') == std::string::npos) return text;
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text;
}

/// The ways to read what was found: "20,000" is 20000 and 20.0; "5 10" is 5 and 10, too.
bool reads_as(const Found& found, const std::string& number) {
  for (std::size_t first = 0; first < found.groups.size(); ++first) {
    std::string joined = found.groups[first];
    for (std::size_t next = first;; ++next) {
      if (joined == number) return true;
      if (next == found.groups.size() - 1) break;
      std::string decimal = joined + "." + found.groups[next + 1];
      decimal.erase(decimal.find_last_not_of('0') + 1);
      if (decimal.back() == '.') decimal.pop_back();
      if (found.marks[next] != ' ' && decimal == number) return true;
      if (found.groups[next + 1].size() != 3) break;
      joined += found.groups[next + 1];
    }
  }
  return false;
}

struct Number {
  std::string text;
  At at;
};

void numbers_of(std::vector<Number>& out, const Span& span) {
  for (const Duration& d : span) out.push_back({std::to_string(d.count), d.at});
}
void numbers_of(std::vector<Number>& out, const Value& value) {
  out.push_back({without_ending_zeros(value.number), value.at});
}
void numbers_of(std::vector<Number>& out, const Limit& limit) {
  for (const Step& step : limit.steps) {
    numbers_of(out, step.bound.value);
    if (step.bound.kind == Bound::Kind::between) numbers_of(out, step.bound.upper);
  }
  if (limit.tolerance) numbers_of(out, *limit.tolerance);
}
void numbers_of(std::vector<Number>&, const ActivityRule&) {}
void numbers_of(std::vector<Number>& out, const Duty& duty) {
  if (duty.kind == Duty::Kind::by)
    for (const Shift& shift : duty.by.shifts) numbers_of(out, Span{shift.by});
  for (const Stage& stage : duty.stages) numbers_of(out, Span{stage.duration});
  numbers_of(out, duty.span);
  numbers_of(out, duty.grace);
}

/// Calls `f` with the words of every item, term and `replace`.
template <class F>
void each_words(const Agreement& agreement, F f) {
  each_clauses(agreement, [&](const Clauses& clauses) { f(clauses.words); });
  for (const Item& item : agreement.items)
    std::visit(
        [&](const auto& what) {
          if constexpr (requires { what.words; }) f(what.words);
        },
        item);
}

void check_languages(Checks& checks) {
  std::vector<std::string_view> authentic;
  for (const Item& item : checks.agreement.items)
    if (const auto* languages = std::get_if<Languages>(&item))
      for (const Name& name : languages->names) authentic.push_back(name.text);
  if (authentic.empty()) return;
  each_words(checks.agreement, [&](const Words& words) {
    for (const Quote& quote : words.quotes)
      if (std::find(authentic.begin(), authentic.end(), quote.language.text) == authentic.end())
        checks.warning(
            "A044", quote.language.at,
            fmt::format("“{}” is not an authentic language of the text", quote.language.text),
            fmt::format("authentic are {}", fmt::join(authentic, ", ")));
  });
}

}  // namespace

void check_quotes(Checks& checks, const Clauses& clauses) {
  std::map<std::string_view, std::vector<Found>> by_language;
  for (const Quote& quote : clauses.words.quotes) {
    auto& found = by_language[quote.language.text];
    for (Found& number : numbers_in(plain_digits(quote.text))) found.push_back(std::move(number));
  }
  if (by_language.empty()) return;
  std::vector<Number> numbers;
  for (const Rule& rule : clauses.rules)
    std::visit([&](const auto& what) { numbers_of(numbers, what); }, rule.what);
  for (const Number& number : numbers)
    for (const auto& [language, found] : by_language) {
      const auto is_it = [&](const Found& f) { return reads_as(f, number.text); };
      if (number.text == "0" || std::any_of(found.begin(), found.end(), is_it)) continue;
      checks.warning("A062", number.at,
                     fmt::format("the number {} does not occur in the quoted text “{}”",
                                 number.text, language),
                     "compare the rule with the text; numbers in words are not recognised");
    }
}

void check_words(Checks& checks) {
  check_languages(checks);
}

}  // namespace accord::agreement
