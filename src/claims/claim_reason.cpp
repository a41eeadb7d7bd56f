#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>

#include "claims/claim_number.h"

/// What gives exactly the number that was claimed, when the record does not.
namespace accord::claims {

namespace {

Rational size_of(const Rational& value) {
  return value.is_negative() ? Rational() - value : value;
}

std::string digits_of(std::string text) {
  std::erase(text, '.');
  return text;
}

bool is_one_less(const std::string& shorter, const std::string& longer) {
  if (shorter.size() + 1 != longer.size()) return false;
  const auto [a, b] = std::mismatch(shorter.begin(), shorter.end(), longer.begin());
  return std::equal(a, shorter.end(), b + 1);
}

bool is_swapped(const std::string& a, const std::string& b) {
  if (a.size() != b.size()) return false;
  const auto [x, y] = std::mismatch(a.begin(), a.end(), b.begin());
  return x != a.end() && x + 1 != a.end() && *x == *(y + 1) && *(x + 1) == *y &&
         std::equal(x + 2, a.end(), y + 2);
}

/// Slips of writing; at least four digits, since fewer agree by chance.
LikelyReason digit_slip(const Rational& exact, const Decimal& claimed, std::string_view unit) {
  const std::string right = to_fixed(exact, claimed.scale);
  const std::string expected = digits_of(right);
  const std::string written = digits_of(to_string(claimed));
  ClaimFault fault = ClaimFault::unknown;
  const char* what = "";
  if (std::min(expected.size(), written.size()) < 4) return {};
  if (is_one_less(written, expected)) fault = ClaimFault::digit_lost, what = "one digit is missing";
  if (is_one_less(expected, written)) fault = ClaimFault::digit_added, what = "one digit too many";
  if (is_swapped(expected, written))
    fault = ClaimFault::digits_swapped, what = "two digits exchanged";
  if (fault == ClaimFault::unknown) return {};
  return {fault, fmt::format("{} for {} {}: {}", to_string(claimed), right, unit, what), {}};
}

class Search {
 public:
  Search(const ClaimFigures& figures, const ClaimFigure& figure, const ClaimMeaning& meaning,
         const Decimal& claimed)
      : figures_(figures), figure_(figure), meaning_(meaning), claimed_(claimed) {
    before_ = figures.beside(figure, meaning, -1);
    after_ = figures.beside(figure, meaning, +1);
  }

  LikelyReason run() {
    if (meaning_.kind == ClaimMeaning::Kind::change) {
      change();
    } else {
      other_unit();
      if (meaning_.less.empty()) parts();
      differences();
      taken_off();
    }
    other_reports();
    if (!found_) found_ = digit_slip(expected(), claimed_, figure_.unit);
    return *found_;
  }

 private:
  void offer(ClaimFault fault, const Rational& value, std::string sentence,
             std::vector<const Observation*> from) {
    if (!found_ && agrees(value, claimed_))
      found_ = LikelyReason{fault, std::move(sentence), std::move(from)};
  }
  void offer(ClaimFault fault, const ClaimFigure& other, std::string sentence) {
    offer(fault, other.value, std::move(sentence), other.from);
  }
  [[nodiscard]] std::string number(const Rational& value) const {
    return fmt::format("{} {}", to_fixed(value, std::max<int>(claimed_.scale, 1)), figure_.unit);
  }
  [[nodiscard]] Rational expected() const {
    if (meaning_.kind != ClaimMeaning::Kind::change) return figure_.value;
    return before_ ? size_of(figure_.value - before_->value) : Rational::invalid();
  }

  void other_unit();
  void parts();
  void differences();
  void taken_off();
  void change();
  void other_reports();

  const ClaimFigures& figures_;
  const ClaimFigure& figure_;
  const ClaimMeaning& meaning_;
  const Decimal& claimed_;
  std::optional<ClaimFigure> before_, after_;
  std::optional<LikelyReason> found_;
};

void Search::other_unit() {
  for (const std::string_view unit : {"g", "kg", "t", "lb"})
    if (const auto by = figures_.factor(figure_.own_unit, unit); by && unit != figure_.unit)
      offer(ClaimFault::other_unit, figure_.own_value * *by,
            fmt::format("{} is the figure in {}", to_string(claimed_), unit), {});
}

void Search::parts() {
  for (const ClaimFigure& other : figures_.others(figure_)) {
    const bool part = other.value < figure_.value;
    offer(part ? ClaimFault::part_for_whole : ClaimFault::whole_for_part, other,
          fmt::format("{} is {} of the same report, {}", number(other.value), other.label,
                      part ? "a part of what is claimed" : "more than what is claimed"));
  }
}

void Search::differences() {
  const auto difference = [&](const ClaimFigure& a, const ClaimFigure& b) {
    offer(ClaimFault::difference_for_value, size_of(b.value - a.value),
          fmt::format("{} is the difference between {} ({}) and {} ({})",
                      number(size_of(b.value - a.value)), a.report, number(a.value), b.report,
                      number(b.value)),
          b.from);
  };
  /// The change added where it was to be taken off, or the other way round.
  const auto turned = [&](const ClaimFigure& from) {
    const Rational by = size_of(from.value - figure_.value);
    const bool added = from.value > figure_.value;
    const Rational wrong = added ? from.value + by : from.value - by;
    offer(ClaimFault::sign_error, wrong,
          fmt::format("{} {} {} = {}; the figure is {} {} {} = {} ({})", number(from.value),
                      added ? "+" : "−", number(by), number(wrong), number(from.value),
                      added ? "−" : "+", number(by), number(figure_.value), from.report),
          from.from);
  };
  if (before_) difference(*before_, figure_);
  if (after_) difference(figure_, *after_);
  if (after_) turned(*after_);
  if (before_) turned(*before_);
}

void Search::taken_off() {
  if (meaning_.less.empty()) return;
  const auto whole = figures_.of(figure_.report, meaning_.metric, figure_.unit);
  if (!whole) return;
  for (const ClaimFigure& other : figures_.others(figure_))
    offer(ClaimFault::other_part_taken_off, whole->value - other.value,
          fmt::format("{} less {} ({}) is {}: another part was taken off", number(whole->value),
                      number(other.value), other.label, number(whole->value - other.value)),
          other.from);
}

void Search::change() {
  offer(ClaimFault::value_for_difference, figure_,
        fmt::format("{} is the figure itself, not its change", number(figure_.value)));
  for (const ClaimFigure& other : figures_.others(figure_)) {
    ClaimMeaning meaning;
    meaning.metric = other.metric;
    if (const auto before = figures_.beside(other, meaning, -1))
      offer(ClaimFault::part_for_whole, size_of(other.value - before->value),
            fmt::format("{} is the change of {}", number(size_of(other.value - before->value)),
                        other.label),
            other.from);
  }
  if (after_)
    offer(ClaimFault::other_report, size_of(after_->value - figure_.value),
          fmt::format("{} is the change to {}", number(size_of(after_->value - figure_.value)),
                      after_->report),
          after_->from);
  if (!before_) return;
  if (const auto earlier = figures_.beside(*before_, meaning_, -1))
    for (const ClaimFigure* to : {&std::as_const(*before_), &figure_})
      offer(ClaimFault::other_report, size_of(to->value - earlier->value),
            fmt::format("{} is the change from {} to {}",
                        number(size_of(to->value - earlier->value)), earlier->report, to->report),
            earlier->from);
}

void Search::other_reports() {
  for (const auto& other : {before_, after_})
    if (other)
      offer(ClaimFault::other_report, *other,
            fmt::format("{} is the figure of {}", number(other->value), other->report));
}

}  // namespace

LikelyReason likely_reason(const ClaimFigures& figures, const ClaimFigure& figure,
                           const ClaimMeaning& meaning, const Decimal& claimed) {
  return Search(figures, figure, meaning, claimed).run();
}

LikelyReason likely_multiple(const ClaimFigures& figures, const ClaimFigure& figure,
                             const ClaimMeaning& meaning, const Rational& limit,
                             const Decimal& claimed) {
  for (const int step : {-1, +1})
    if (const auto other = figures.beside(figure, meaning, step);
        other && agrees(other->value / limit, claimed))
      return {ClaimFault::other_report,
              fmt::format("{} gives {} times the limit", other->report,
                          to_fixed(other->value / limit, 2)),
              other->from};
  for (const ClaimFigure& other : figures.others(figure))
    if (agrees(other.value / limit, claimed))
      return {ClaimFault::part_for_whole,
              fmt::format("{} of the same report is {} times the limit", other.label,
                          to_fixed(other.value / limit, 2)),
              other.from};
  if (agrees((figure.value - limit) / limit, claimed))
    return {ClaimFault::difference_for_value,
            fmt::format("the excess alone is {} times the limit",
                        to_fixed((figure.value - limit) / limit, 2)),
            {}};
  return {};
}

}  // namespace accord::claims
