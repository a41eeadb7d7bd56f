#include "claims/claims.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "agreement/evaluate/evaluate.h"
#include "base/english.h"
#include "claims/claim_number.h"
#include "claims/words.h"
#include "described/words.h"

namespace accord::claims {

namespace {

using Facts = std::map<std::string, ClaimFacts, std::less<>>;
using Kind = ClaimMeaning::Kind;

Rational size_of(const Rational& value) {
  return value.is_negative() ? Rational() - value : value;
}

/// One claim on its way to a verdict.
class Check {
 public:
  Check(const Claim& claim, const ClaimMeaning& meaning, const ClaimFacts& facts,
        const ClaimFigures& figures)
      : claim_(claim), meaning_(meaning), facts_(facts), figures_(figures) {
    out_.claim = claim.id;
  }

  ClaimVerdict run();

 private:
  void number();
  void figure(const ClaimFigure& figure, const ClaimNumber& claimed);
  void change(const ClaimFigure& figure, const ClaimNumber& claimed);
  void multiple(const ClaimFigure& figure, const ClaimNumber& claimed);
  void day(Day claimed);
  void first_excess(Day claimed);
  void complied();

  void cannot(std::string reason) {
    out_.verdict = ClaimWord::cannot_check;
    out_.reason = std::move(reason);
  }
  void differs(ClaimFault fault, std::string reason) {
    out_.verdict = ClaimWord::inconsistent;
    out_.fault = fault;
    out_.reason = std::move(reason);
  }
  void differs(const LikelyReason& likely) {
    differs(likely.fault,
            likely.sentence.empty() ? "no figure on record gives this number" : likely.sentence);
    take(likely.from);
  }
  void say(std::string sentence) { out_.computation.push_back(std::move(sentence)); }
  void take(const std::vector<const Observation*>& from);
  void take(const std::vector<std::uint32_t>& origins) {
    out_.origins.insert(out_.origins.end(), origins.begin(), origins.end());
  }
  void say_conversion(const Rational& exact, const ClaimFigure& figure, const Rational& own);
  void say_resolution(const Rational& exact, const ClaimNumber& claimed);
  [[nodiscard]] std::string claimed_text() const { return claim_.value + " " + claim_.unit; }

  const Claim& claim_;
  const ClaimMeaning& meaning_;
  const ClaimFacts& facts_;
  const ClaimFigures& figures_;
  ClaimVerdict out_;
};

void Check::take(const std::vector<const Observation*>& from) {
  for (const Observation* o : from) {
    out_.origins.push_back(o->head.origin);
    out_.grade = std::max(out_.grade.value_or(o->head.grade), o->head.grade);
    out_.trace = std::max(out_.trace.value_or(o->head.trace), o->head.trace);
  }
}

/// Both ways: the record in the unit of the claim, the claim in the unit of the record.
void Check::say_conversion(const Rational& exact, const ClaimFigure& figure, const Rational& own) {
  if (!figure.converted()) return;
  say(fmt::format("{} {} is {} {}", to_fixed(own, figure.own_digits), figure.own_unit,
                  to_exact_string(exact), figure.unit));
  const auto claimed = claim_number(claim_);
  const auto back = figures_.factor(figure.unit, figure.own_unit);
  if (claimed && back)
    say(fmt::format("{} is {} {}", claimed_text(), to_exact_string(*back * claimed->value),
                    figure.own_unit));
}

void Check::say_resolution(const Rational& exact, const ClaimNumber& claimed) {
  if (claimed.qualifier != ClaimQualifier::none || exact == claimed.value) return;
  const int digits = claimed.value.scale;
  say(fmt::format("with the digits of the claim: {} when rounded, {} when cut off",
                  to_fixed(exact, digits), to_fixed(exact, digits, Rounding::floor)));
}

void Check::figure(const ClaimFigure& figure, const ClaimNumber& claimed) {
  say(fmt::format("{} gives {} (as of {})", figure.report, figure.shown, to_string(figure.valid)));
  say_conversion(figure.value, figure, figure.own_value);
  say_resolution(figure.value, claimed);
  ClaimComparison with{figure.value, figure.own_digits, {}, {}, false};
  if (const auto back = figures_.factor(figure.unit, figure.own_unit); back && figure.converted()) {
    with.back = *back * claimed.value;
    with.own = figure.own_value;
  }
  out_.verdict = compare(claimed, with);
  if (out_.verdict == ClaimWord::inconsistent)
    differs(likely_reason(figures_, figure, meaning_, claimed.value));
}

void Check::change(const ClaimFigure& figure, const ClaimNumber& claimed) {
  const auto before = figures_.beside(figure, meaning_, -1);
  if (!before)
    return cannot(fmt::format("no report before {} gives {}", figure.report, figure.label));
  take(before->from);
  const int digits = std::max(figure.own_digits, before->own_digits);
  const Rational own = figure.own_value - before->own_value;
  const Rational exact = figure.value - before->value;
  say(fmt::format("{} gives {}, {} before it {}: a change of {} {}", figure.report, figure.shown,
                  before->report, before->shown, to_fixed(own, digits),
                  difference_unit(figure.own_unit)));
  say_conversion(exact, figure, own);
  say_resolution(size_of(exact), claimed);
  out_.verdict = compare(claimed, {size_of(exact), digits, {}, {}, false});
  const bool agrees = out_.verdict != ClaimWord::inconsistent;
  if (agrees && claimed.negative != exact.is_negative() && !exact.is_zero())
    return differs(ClaimFault::sign_error, exact.is_negative()
                                               ? "the amount agrees, but it is a decrease"
                                               : "the amount agrees, but it is an increase");
  if (!agrees) differs(likely_reason(figures_, figure, meaning_, claimed.value));
}

void Check::multiple(const ClaimFigure& figure, const ClaimNumber& claimed) {
  const auto by = facts_.limit ? figures_.factor(facts_.limit_unit, figure.own_unit) : std::nullopt;
  if (!by)
    return cannot(fmt::format("no limit of {} on {}",
                              meaning_.terms.empty() ? "" : meaning_.terms.front(),
                              to_string(figure.valid)));
  const Rational limit = *facts_.limit * *by;
  const Rational exact = figure.own_value / limit;
  if (!exact.is_valid()) return cannot("the limit is zero: there is no multiple of it");
  say(fmt::format("{} gives {} (as of {}); the limit is {}", figure.report, figure.shown,
                  to_string(figure.valid), facts_.limit_shown));
  say(fmt::format("{} ÷ {} is {} times the limit, rounded down {}",
                  to_fixed(figure.own_value, figure.own_digits), to_exact_string(limit),
                  to_exact_string(exact), to_fixed(exact, 0, Rounding::floor)));
  out_.verdict = compare(claimed, {exact, -1, {}, {}, true});
  if (out_.verdict == ClaimWord::inconsistent)
    differs(likely_multiple(figures_, figure, meaning_, limit, claimed.value));
}

void Check::number() {
  const auto claimed = claim_number(claim_);
  if (!claimed) return cannot(fmt::format("“{}” is not a number", claim_.value));
  if (claim_.about.empty()) return cannot("the claim names no report");
  if (!figures_.knows(claim_.about))
    return cannot(fmt::format("no report {} on record", claim_.about));
  // A multiple has no unit of its own: the figure stays in that of the record.
  const bool is_multiple = meaning_.kind == Kind::multiple;
  std::optional<ClaimFigure> found;
  if (!is_multiple) {
    found = figures_.of(claim_.about, meaning_, claim_.unit);
  } else if (facts_.limit) {
    found = figures_.of(claim_.about, meaning_, facts_.limit_unit);
  }
  if (!found && is_multiple && !facts_.limit) return cannot("no limit on record for that day");
  if (!found)
    return cannot(fmt::format("{} gives no figure of {} in a unit that compares with {}",
                              claim_.about, figures_.label(meaning_.metric), claim_.unit));
  take(found->from);
  take(facts_.origins);
  if (is_multiple) return multiple(*found, *claimed);
  if (meaning_.kind == Kind::change) return change(*found, *claimed);
  figure(*found, *claimed);
}

void Check::day(Day claimed) {
  take(facts_.origins);
  if (!facts_.day) return cannot(fmt::format("no day of {} on record", meaning_.name));
  const std::int32_t off = claimed - *facts_.day;
  say(fmt::format("{}: {}", facts_.day_shown, to_string(*facts_.day)));
  if (off == 0) {
    out_.verdict = ClaimWord::consistent;
  } else if (off == 1 || off == -1) {
    differs(ClaimFault::off_by_one_day,
            fmt::format("one day {}", off > 0 ? "too late" : "too early"));
  } else {
    differs(ClaimFault::unknown,
            fmt::format("{} too {}", counted(std::abs(off), "day"), off > 0 ? "late" : "early"));
  }
}

void Check::first_excess(Day claimed) {
  if (facts_.excesses.empty()) return cannot("no excess on record");
  const ClaimFacts::Excess& first = facts_.excesses.front();
  take(first.origins);
  say(fmt::format("first excess of {} on record: {} on {}, known {}, against {}", first.term,
                  first.value, to_string(first.first_observed), to_string(first.first_known),
                  first.limit));
  if (claimed == first.first_observed) {
    out_.verdict = ClaimWord::consistent;
    return;
  }
  for (const ClaimFacts::Excess& later : facts_.excesses) {
    if (&later == &first || later.first_observed != claimed) continue;
    take(later.origins);
    return differs(ClaimFault::later_for_first,
                   fmt::format("{} is the first day of a later excess ({}); an earlier one was "
                               "observed on {}",
                               to_string(claimed), later.value, to_string(first.first_observed)));
  }
  if (claimed == first.first_known)
    return differs(ClaimFault::known_day_for_first,
                   "the day on which it became known, not the day observed");
  const std::int32_t off = claimed - first.first_observed;
  const bool near = off == 1 || off == -1;
  differs(near ? ClaimFault::off_by_one_day : ClaimFault::unknown,
          fmt::format("{} too {}", counted(std::abs(off), "day"), off > 0 ? "late" : "early"));
}

/// A whole number of the unit from a to b, rounded down and up.
std::optional<std::pair<std::int32_t, bool>> whole_units(Day a, Day b, std::string_view unit) {
  if (unit == "day" || unit == "days") return std::pair{b - a, true};
  const bool years = unit == "year" || unit == "years";
  if (!years && unit != "month" && unit != "months") return std::nullopt;
  const std::int32_t months_each = years ? 12 : 1;
  const std::int32_t n = whole_months(a, b) / months_each;
  return std::pair{n, add_months(a, n * months_each) == b};
}

/// "419 days or 13 whole months"
std::string length_words(Day from, Day to) {
  return fmt::format("{} or {}", counted(to - from, "day"),
                     counted(whole_months(from, to), "whole month"));
}

void Check::complied() {
  const auto claimed = claim_number(claim_);
  if (!claimed) return cannot(fmt::format("“{}” is not a number", claim_.value));
  if (!facts_.day) return cannot(fmt::format("no event {} on record", meaning_.name));
  take(facts_.origins);
  const auto broke =
      std::find_if(facts_.excesses.begin(), facts_.excesses.end(),
                   [&](const auto& excess) { return excess.first_observed > *facts_.day; });
  if (broke == facts_.excesses.end())
    return cannot("no excess on record after it: there is no end to count to");
  take(broke->origins);
  // What is proved reaches to the last observation within the limit, and never before the start.
  const Day proved = std::max(broke->last_satisfied.value_or(*facts_.day), *facts_.day);
  const auto least = whole_units(*facts_.day, proved, claim_.unit);
  const auto most = whole_units(*facts_.day, broke->first_observed, claim_.unit);
  if (!least || !most) return cannot(fmt::format("“{}” is not a length of time", claim_.unit));
  const std::int32_t upper = most->first + (most->second ? 0 : 1);
  say(fmt::format("{}: {}", facts_.day_shown, to_string(*facts_.day)));
  say(fmt::format("first excess of a listed term: {} on {} ({}), {} later", broke->term,
                  to_string(broke->first_observed), broke->value,
                  length_words(*facts_.day, broke->first_observed)));
  say(fmt::format("proved at least to the last observation within the limit, {}: {}",
                  to_string(proved), length_words(*facts_.day, proved)));
  if (broke->announced)
    say(fmt::format("first step announced on {}", to_string(*broke->announced)));
  say(fmt::format("in the unit of the claim: from {} (rounded down) to {} (rounded up)",
                  least->first, upper));
  const Rational value = claimed->value;
  if (value >= Rational::of(least->first) && value <= Rational::of(upper)) {
    out_.verdict = ClaimWord::consistent;
  } else {
    differs(ClaimFault::unknown, value > Rational::of(upper)
                                     ? "longer than the time to the first excess"
                                     : "shorter than the time that is proved");
  }
}

ClaimVerdict Check::run() {
  const auto day_claimed = parse_day(claim_.value);
  switch (meaning_.kind) {
    case Kind::figure:
    case Kind::change:
    case Kind::multiple:
      number();
      break;
    case Kind::complied_after:
      complied();
      break;
    case Kind::day:
    case Kind::event:
    case Kind::first_excess:
      if (!day_claimed) {
        cannot(fmt::format("“{}” is not a day", claim_.value));
      } else if (meaning_.kind == Kind::first_excess) {
        first_excess(*day_claimed);
      } else {
        day(*day_claimed);
      }
  }
  std::sort(out_.origins.begin(), out_.origins.end());
  out_.origins.erase(std::unique(out_.origins.begin(), out_.origins.end()), out_.origins.end());
  return std::move(out_);
}

}  // namespace

const char* word(ClaimWord verdict) {
  return described::word_of(verdict).data();
}
const char* word(ClaimFault fault) {
  return described::word_of(fault).data();
}

std::vector<ClaimVerdict> check_claims(const std::vector<Claim>& claims,
                                       const ClaimSettings& settings, const Records& records,
                                       const Facts& facts, const Units& units, Day known) {
  const ClaimFigures figures(settings, records, units, known);
  const ClaimFacts none;
  std::vector<ClaimVerdict> out;
  out.reserve(claims.size());
  for (const Claim& claim : claims) {
    const auto meaning = settings.metrics.find(claim.metric);
    if (meaning == settings.metrics.end()) {
      ClaimVerdict verdict;
      verdict.claim = claim.id;
      verdict.reason = fmt::format(
          "accord.toml does not say what “{}” means; name it in [claims.metrics]", claim.metric);
      out.push_back(std::move(verdict));
      continue;
    }
    const auto own = facts.find(claim.id);
    out.push_back(
        Check(claim, meaning->second, own == facts.end() ? none : own->second, figures).run());
  }
  return out;
}

std::vector<ClaimVerdict> check_claims(const std::vector<Claim>& claims,
                                       const ClaimSettings& settings, const Evaluator& evaluator,
                                       Day known) {
  return check_claims(claims, settings, evaluator.records(),
                      gather_claim_facts(claims, settings, evaluator, known),
                      Units(evaluator.agreement()), known);
}

}  // namespace accord::claims
