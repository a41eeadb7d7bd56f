#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "accounting/books/gaps.h"
#include "answers/accounts/opened.h"
#include "answers/or_none.h"
#include "base/codes/parameter.h"
#include "material/amount.h"

/// Members that several answers from the books have, each said once: materials, figures that may be
/// only an end of one, what cannot be read, and areas without a figure.
namespace accord::answers {

/// How a figure stands to the true one; nothing where it is the figure.
enum class Bound : std::uint8_t { at_least, at_most, not_known };

/// What the books say of one material. Never a number without its bound: see `figure`.
struct Figure {
  std::optional<material::Amount> number;  ///< none: nothing is known
  std::optional<Bound> bound;
};
[[nodiscard]] Figure figure(material::MassSum mass, const material::KindFacts& facts,
                            accounting::Bound bound);

/// A label of weights, as 630.
using Label = material::Kind;
[[nodiscard]] inline std::string material_of(Label label) {
  return std::string(material::facts(label).name);
}
[[nodiscard]] constexpr material::Unit unit_of(Label label) {
  return material::shown(material::facts(label).unit);
}
[[nodiscard]] inline std::string unit_letter_of(Label label) {
  return {static_cast<char>(material::facts(label).unit)};
}

/// What cannot be read, at its place.
struct Unread {
  std::optional<std::string> mba;
  std::optional<Day> from_day;
  std::string file;
  std::uint32_t line = 0, column = 0;
  std::optional<std::uint32_t> label;
  std::optional<std::string> found;
  std::string rule, says;

  static constexpr auto described =
      object("unread", "Something in a report that cannot be read, and what rests on it",
             member<&Unread::mba>("mba", "material balance area; none: any of the State"),
             member<&Unread::from_day>("from_day", "first day that it may touch; none: any"),
             member<&Unread::file>("file", "file of the report"),
             member<&Unread::line>("line", "line in the file, from 1"),
             member<&Unread::column>("column", "character in the line, from 1"),
             member<&Unread::label>("label", "label of the element; none: the report as a whole"),
             member<&Unread::found>("found", "what is written there; none: nothing is"),
             member<&Unread::rule>("rule", "the rule that it breaks, as V003"),
             member<&Unread::says>("says", "what is not known for it, in words"));
};

/// An area that has no figure: what is asked of it is not known, and not zero.
struct NoFigure {
  std::string mba;
  Day day;
  std::string why;

  static constexpr auto described =
      object("no_figure", "An area without a figure on the day: not known, and not zero",
             member<&NoFigure::mba>("mba", "material balance area"),
             member<&NoFigure::day>("day", "the day asked about"),
             member<&NoFigure::why>("why", "why there is none, in words"));
};

/// All that cannot be read of these areas, of any day, and `more` of what is shown; of all when
/// there are no areas that can be read.
[[nodiscard]] std::vector<const accounting::Gap*> gaps_of(
    const Ledger& ledger, const std::vector<std::string_view>& areas, accounting::Doubt more = {});

/// What is not read and cannot be read of all that was asked about: on every answer from the books.
struct Doubts {
  std::vector<Unread> incomplete;
  std::vector<std::string> not_read;
};
/// Each place once.
[[nodiscard]] Doubts doubts_of(const Ledger& ledger,
                               const std::vector<const accounting::Gap*>& gaps);
/// A line for each file that was not read.
void add_not_read(const Doubts& doubts, std::vector<std::string>& notes);

/// Puts them where an answer has them: in `incomplete`, `not_read` and `notes`.
template <class Answer>
void add_doubts(Doubts doubts, Answer& answer) {
  add_not_read(doubts, answer.notes);
  answer.incomplete = std::move(doubts.incomplete);
  answer.not_read = std::move(doubts.not_read);
}
template <class Answer>
void add_doubts(const Ledger& ledger, const std::vector<std::string_view>& areas, Answer& answer,
                accounting::Doubt more = {}) {
  add_doubts(doubts_of(ledger, gaps_of(ledger, areas, std::move(more))), answer);
}

template <auto P>
consteval auto mba_member() {
  return member<P>("mba", "material balance area");
}
template <auto P>
consteval auto label_member() {
  return member<P>("label", "label of the weight, as 630");
}
template <auto P>
consteval auto material_member() {
  return member<P>("material", "element or isotope that the label names");
}
/// Behind the member whose name it has before "_bound".
template <auto P>
consteval auto bound_member(std::string_view name) {
  return member<P>(name, "how that compares with the true figure; none: it is the true one");
}
template <auto P>
consteval auto unit_member() {
  return member<P>("unit", "unit of the weights");
}
template <auto P>
consteval auto unit_letter_member() {
  return member<P>("unit_letter", "the unit as reports write it: G or K").detail();
}
template <auto P>
consteval auto file_member() {
  return member<P>("file", "file of the report that says it");
}
template <auto P>
consteval auto line_member() {
  return member<P>("line", "line in the file, from 1");
}
template <auto P>
consteval auto incomplete_member() {
  return member<P>("incomplete", "what cannot be read in the reports that were asked about");
}
template <auto P>
consteval auto not_read_member() {
  return member<P>("not_read", "files among the reports that were not read");
}
template <auto P>
consteval auto notes_member() {
  return member<P>("notes", "what has to be known beside the rows, in sentences");
}
template <auto P>
consteval auto closing_member() {
  return member<P>("closing", "what the rows come to, in sentences");
}
/// Of a computed member: something that was asked about cannot be read.
template <auto P>
consteval auto rests_on_unread_member() {
  return member<P>("rests_on_unread", "whether something that was asked about cannot be read")
      .doubting();
}
template <auto P>
consteval auto mba_flag() {
  return member<P>("mba", "this material balance area only").shown_as("CODE").completed_by("areas");
}
/// Its struct has `no_such_profile` as its fault.
template <auto P>
consteval auto profile_flag(std::string_view meaning) {
  return member<P>("profile", meaning).shown_as("ID").completed_by("profiles");
}
template <auto P>
consteval auto from_flag() {
  return member<P>("from_day", "first day").as_flag("--from");
}
template <auto P>
consteval auto to_flag() {
  return member<P>("to_day", "last day").as_flag("--to");
}

/// A finding of the rules as a problem of its report.
[[nodiscard]] Problem problem_of(const accounting::Finding& finding);

/// C030: nothing is written from an incomplete book. `what`: "a table of items".
[[nodiscard]] tl::unexpected<Refusal> refused_incomplete(
    const std::string& what, const std::vector<const accounting::Gap*>& gaps);

/// U006: no day is from a day on and up to an earlier one.
[[nodiscard]] std::optional<Error> turned_period(const std::optional<Day>& from_day,
                                                 const std::optional<Day>& to_day);

/// U004: the program has no such form of reporting.
[[nodiscard]] std::optional<Error> no_such_profile(const std::optional<std::string>& profile);

/// C009: there is no such area; names those that are there, in their order.
[[nodiscard]] Error no_such_area(std::string_view mba, const std::vector<std::string_view>& areas);
/// All areas, or the one that is asked for. C009.
[[nodiscard]] Answered<std::vector<std::string_view>> areas_of(
    const Ledger& ledger, const std::optional<std::string>& mba);

}  // namespace accord::answers

namespace accord::described {

template <>
struct Words<answers::Bound> {
  static constexpr auto last = answers::Bound::not_known;
  static constexpr std::string_view name = "bound", words[] = {"at least", "at most", "not known"};
};

}  // namespace accord::described
