#include "agreement/explain/figure_words.h"

#include <array>
#include <utility>

#include "base/decimal.h"

namespace accord::agreement {

namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 5> bounds{
    {{"at least ", "at least"},
     {"at most ", "at most"},
     {"below ", "below"},
     {"above ", "above"},
     {"≈ ", "about"}}};

/// What `amount_words` makes one of.
std::string of_many(std::string_view number, std::string_view unit) {
  constexpr std::array<std::string_view, 7> one{"item",  "site", "person", "day",
                                                "month", "year", "time"};
  std::string out(unit);
  if (number == "1")
    for (const std::string_view word : one)
      if (word == unit) out += 's';
  return out;
}

bool is_number(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  return parse_decimal(text).fault == DecimalFault::none;
}

/// "205.0 kg_u": a number, a blank, and one word.
bool take_amount(std::string_view words, FigureWords& out) {
  const std::size_t blank = words.find(' ');
  const std::string_view number = words.substr(0, blank);
  if (blank == std::string_view::npos || !is_number(number)) return false;
  const std::string_view unit = words.substr(blank + 1);
  if (unit.empty() || unit.find(' ') != std::string_view::npos) return false;
  out.number = number;
  out.unit = of_many(number, unit);
  return true;
}

/// "40 to 60 t"
bool take_range(std::string_view words, FigureWords& out) {
  const std::size_t to = words.find(" to ");
  FigureWords end;
  if (to == std::string_view::npos || !is_number(words.substr(0, to)) ||
      !take_amount(words.substr(to + 4), end))
    return false;
  out.bound = "between";
  out.unit = end.unit;
  return true;
}

bool take_one_of(std::string_view words, FigureWords& out) {
  const std::size_t end = words.find(" or ");
  if (end == std::string_view::npos || !take_amount(words.substr(0, end), out)) return false;
  out.number.clear();
  out.bound = "one of";
  return true;
}

}  // namespace

FigureWords figure_in(std::string_view words) {
  FigureWords out;
  if (take_one_of(words, out)) return out;
  if (words.starts_with("from ") && take_range(words.substr(5), out)) return out;
  for (const auto& [start, word] : bounds)
    if (words.starts_with(start)) {
      words.remove_prefix(start.size());
      out.bound = word;
    }
  return take_amount(words, out) ? out : FigureWords();
}

FigureWords limit_in(std::string_view words) {
  words = words.substr(0, words.find(", with a tolerance of "));
  if (const std::size_t open = words.rfind(" ("); words.ends_with(')') && open != words.npos)
    words = words.substr(open + 2, words.size() - open - 3);
  FigureWords out;
  if (take_range(words, out)) return out;
  return figure_in(words);
}

ComparedWords compared_in(std::string_view value, std::string_view limit) {
  const FigureWords figure = figure_in(value), bound = limit_in(limit);
  // That a limit is rounded its words say, and a column of numbers cannot.
  const bool is_one = bound.bound.empty() || bound.bound == "about";
  ComparedWords out{figure.number, figure.bound, is_one ? bound.number : std::string(),
                    figure.unit};
  if (out.unit.empty()) out.unit = bound.unit;
  if (bound.unit != out.unit) out.limit.clear();
  return out;
}

}  // namespace accord::agreement
