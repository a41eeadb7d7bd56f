#include "answers/accounts/parts.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "accounting/rules/rule_texts.h"
#include "base/named.h"
#include "formats/profiles/profile.h"

namespace accord::answers {

Figure figure(material::MassSum mass, const material::KindFacts& facts, accounting::Bound bound) {
  const material::Amount amount = material::amount(mass, facts);
  switch (bound) {
    case accounting::Bound::at_least:
      return {amount, Bound::at_least};
    case accounting::Bound::at_most:
      return {amount, Bound::at_most};
    case accounting::Bound::none:
      return {std::nullopt, Bound::not_known};
    case accounting::Bound::exact:
      break;
  }
  return {amount, std::nullopt};
}

namespace {

/// One for each place; a place may touch several books.
std::vector<const accounting::Gap*> each_place(const std::vector<const accounting::Gap*>& gaps) {
  std::vector<const accounting::Gap*> out;
  std::set<const accounting::Finding*> there;
  for (const accounting::Gap* gap : gaps)
    if (there.insert(gap->finding).second) out.push_back(gap);
  return out;
}

Unread unread(const accounting::Gap& gap) {
  const accounting::Finding& f = *gap.finding;
  return {text_or_none(gap.mba),
          gap.from == day_min ? std::nullopt : std::optional(gap.from),
          f.file,
          f.place.line,
          f.place.column,
          number_or_none(f.label),
          text_or_none(f.found),
          f.rule,
          accounting::in_words(gap)};
}

}  // namespace

std::vector<const accounting::Gap*> gaps_of(const Ledger& ledger,
                                            const std::vector<std::string_view>& areas,
                                            accounting::Doubt more) {
  accounting::Doubt all = std::move(more);
  for (const std::string_view mba : areas)
    all.add(ledger.books.doubt_between(mba, day_min, day_max));
  if (areas.empty())
    for (const accounting::Gap& gap : ledger.books.gaps()) all.add(gap);
  return all.gaps;
}

Doubts doubts_of(const Ledger& ledger, const std::vector<const accounting::Gap*>& gaps) {
  Doubts out{{}, ledger.accounts.not_read};
  for (const accounting::Gap* gap : each_place(gaps)) out.incomplete.push_back(unread(*gap));
  return out;
}

void add_not_read(const Doubts& doubts, std::vector<std::string>& notes) {
  for (const std::string& name : doubts.not_read)
    notes.push_back(fmt::format(
        "{} was not read: reports are labelled texts (.txt) or tables (.csv), all in one folder",
        name));
}

Problem problem_of(const accounting::Finding& f) {
  const accounting::RuleText* text = accounting::rule_text(f.rule);
  std::string message(text == nullptr ? f.rule : text->meaning);
  if (!f.found.empty()) message += fmt::format("; found: {}", f.found);
  if (!f.expected.empty()) message += fmt::format("; expected: {}", f.expected);
  return {f.severity, f.rule, std::move(message), std::string(text == nullptr ? "" : text->remedy),
          f.file,     f.place};
}

tl::unexpected<Refusal> refused_incomplete(const std::string& what,
                                           const std::vector<const accounting::Gap*>& gaps) {
  Refusal out;
  for (const accounting::Gap* gap : each_place(gaps))
    out.problems.push_back(
        {Severity::error, gap->finding->rule, accounting::in_words(*gap),
         parameter("check") + " says what belongs there; a correction that can be read ends it",
         gap->finding->file, gap->finding->place});
  out.problems.push_back({Severity::error,
                          "C030",
                          what + " is not written from an incomplete book",
                          "correct the reports that are named, or take in corrections that can be "
                          "read",
                          {},
                          {}});
  return tl::make_unexpected(std::move(out));
}

std::optional<Error> turned_period(const std::optional<Day>& from_day,
                                   const std::optional<Day>& to_day) {
  if (!from_day || !to_day || *from_day <= *to_day) return std::nullopt;
  return Error{"U006",
               fmt::format("{} {} is after {} {}", parameter("from_day"), to_string(*from_day),
                           parameter("to_day"), to_string(*to_day)),
               {},
               "exchange the two days, or leave one out"};
}

std::optional<Error> no_such_profile(const std::optional<std::string>& profile) {
  if (!profile || formats::find_profile(*profile) != nullptr) return std::nullopt;
  return Error{"U004",
               fmt::format("{}: expected one of {}, found “{}”", parameter("profile"),
                           formats::profile_names(), *profile),
               {},
               {}};
}

Error no_such_area(std::string_view mba, const std::vector<std::string_view>& areas) {
  constexpr std::ptrdiff_t named_max = 20;
  std::string message = fmt::format("no area “{}” in the reports", mba);
  if (areas.empty())
    return {"C009",
            std::move(message),
            {},
            "no report was known on that day: take a later " + parameter("known")};
  std::vector<Named> known;
  for (const std::string_view area : areas) known.push_back({area, {}});
  std::string help = did_you_mean(mba, known);
  if (!help.empty()) help += " ";
  const auto count = static_cast<std::ptrdiff_t>(areas.size());
  help += fmt::format("the areas are {}",
                      fmt::join(areas.begin(), areas.begin() + std::min(named_max, count), ", "));
  if (count > named_max) help += fmt::format(" and {} more", count - named_max);
  return {"C009", std::move(message), {}, std::move(help)};
}

Answered<std::vector<std::string_view>> areas_of(const Ledger& ledger,
                                                 const std::optional<std::string>& mba) {
  std::vector<std::string_view> all = ledger.books.areas();
  if (!mba) return all;
  const auto found = std::find(all.begin(), all.end(), *mba);
  if (found != all.end()) return std::vector<std::string_view>{*found};
  return refused(no_such_area(*mba, all));
}

}  // namespace accord::answers
