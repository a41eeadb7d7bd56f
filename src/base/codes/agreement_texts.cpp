#include "base/codes/parts.h"

namespace accord::codes_of {

namespace {

constexpr Code all[] = {
    {"A000", Cause::input, false, "a text with errors, from Python",
     "The Python package raises one `AccordError` for a text with errors; its `problems` "
     "hold the messages, each with a code of its own.",
     "Correct the places named."},
    {"A001", Cause::input, false, "a character that does not belong",
     "Outside a text in quotes the language uses ASCII; control characters and bytes that "
     "are no UTF-8 are refused everywhere.",
     "Write the sign that the message names, or remove the character."},
    {"A002", Cause::input, false, "a direction mark",
     "The characters U+202A to U+202E and U+2066 to U+2069 change the order in which a "
     "text is shown. What is read and what is judged must be the same.",
     "Remove the character."},
    {"A003", Cause::input, false, "a text that is not closed",
     "A text in quotes ends on its line; a text of several lines stands between `\"\"\"` and "
     "`\"\"\"`.",
     "Close the text."},
    {"A004", Cause::input, false, "no such day",
     "A day is written year-month-day, exists in the calendar and lies between 1900 and "
     "2100.",
     "Correct the day."},
    {"A005", Cause::input, false, "a number in another form",
     "A number is digits with an optional point and digits: no sign, no thousands mark, no"
     " exponent, at most 15 digits.",
     "Write the number with a point; the message shows it."},
    {"A006", Cause::input, false, "a number and a word run together",
     "A number and its unit are two words.", "Write a space between them."},
    {"A010", Cause::input, false, "another word was expected",
     "The next word alone decides what can follow; the message says what was expected and "
     "what was found.",
     "Write one of the words expected."},
    {"A011", Cause::input, false, "brackets nested too deep", "Brackets may be nested 32 deep.",
     "Give an inner part a name of its own."},
    {"A012", Cause::input, false, "a duration that is not a whole number",
     "Days, weeks, months and years are counted whole; a span that repeats is at least 1.",
     "Write the parts, for example `8 years + 6 months`."},
    {"A013", Cause::input, false, "`and` mixed with `or`",
     "There is no precedence to remember: a condition has `and` or `or`, not both, unless "
     "brackets say how.",
     "Add brackets."},
    {"A014", Cause::input, false, "a version of the language that is not known",
     "The first line says for which version a text was written. A higher version may have "
     "words that this program does not know.",
     "Use a newer program, or write `accord 1` if the text is one of version 1."},
    {"A021", Cause::input, false, "no such grade",
     "The grades of evidence are verified, attested, estimated, declared, reported and "
     "unverified.",
     "Write one of them."},
    {"A022", Cause::input, false, "no such state",
     "An example expects one of the states of {doc}`../concepts/three-outcomes`. A "
     "declaration such as *suspended* stands beside the state and is none.",
     "Write one of the states."},
    {"A023", Cause::input, false, "a fact known before its day",
     "A fact cannot be known before the day it is about.",
     "Correct one of the two days; leave `known` out when it is the same day."},
    {"A024", Cause::input, false, "a question asked before its day",
     "`known` is the day on which it is asked; it is not before the day asked about.",
     "Correct one of the two days."},
    {"A030", Cause::input, false, "a name used twice", "Every name of a text stands for one thing.",
     "Rename one of the two."},
    {"A031", Cause::input, false, "a built-in unit declared again",
     "kg, g, t, lb, %, items, sites, persons, days, months, years and times need no "
     "declaration.",
     "Leave the line out."},
    {"A032", Cause::input, false, "an equivalence that does not define its unit",
     "`unit … with A = B` gives the new unit in one that is known; one side is in the new "
     "unit, and neither is 0.",
     "Write the pair that the text or the verifier publishes."},
    {"A033", Cause::input, false, "no such unit", "A unit is built in or declared with `unit`.",
     "Correct the word, or declare the unit."},
    {"A034", Cause::input, false, "no such name",
     "Every name is declared in the text. Names near it are suggested.",
     "Correct the name, or declare it."},
    {"A035", Cause::input, false, "a name of another kind",
     "The name is declared, but as something that cannot stand here.",
     "Use a name of the kind that is needed, or the form that the message shows."},
    {"A036", Cause::input, false, "something that depends on itself",
     "Days, measures and terms may rest on each other, but not in a circle. The message "
     "prints the circle.",
     "Give one of them a meaning that does not lead back."},
    {"A037", Cause::input, false, "figure and activity confused",
     "`limit` is about a figure, `prohibit` and `require` are about an activity; a formula"
     " joins figures of one kind.",
     "Use the rule that fits the measure."},
    {"A038", Cause::input, false, "units that cannot be compared",
     "Units of different dimension, or of two chemical forms without a declared "
     "equivalence, are not converted.",
     "Use one unit, or declare the published equivalence."},
    {"A039", Cause::input, false, "no such answer or outcome",
     "`Q is A` names an answer of the question; `T is …` is met, not_met or not_shown.",
     "Use one that exists."},
    {"A040", Cause::input, false, "several parties without `each` or `jointly`",
     "One obligation of several parties is either one finding for each, or one finding for"
     " the sum.",
     "Write which of the two."},
    {"A041", Cause::input, false, "bounds or days reversed",
     "The lower bound stands first; a period ends after it begins.",
     "Exchange the two, or correct one."},
    {"A042", Cause::input, false, "`per` on an amount",
     "An amount stands until the next figure; only a flow is added up over a month, "
     "quarter or year.",
     "Declare the measure as a flow, or leave `per` out."},
    {"A043", Cause::input, false, "steps out of order",
     "The steps of a limit are written in the order of their days.", "Reorder them."},
    {"A044", Cause::warning, false, "a quote in a language that is not authentic",
     "`languages` lists the authentic languages; a quote in another one is a "
     "translation.",
     "Quote an authentic text, or add the language."},
    {"A045", Cause::input, false, "a clause that stands twice",
     "Clauses that say one thing stand once in a term.", "Keep one of them."},
    {"A046", Cause::input, false, "a term that obliges nobody", "Every term says who owes it.",
     "Add `obliges` and the party."},
    {"A047", Cause::input, false, "a term without a period",
     "Every term says from which day it holds, and how long.",
     "Add `from` with `for`, `until` or `without end`."},
    {"A048", Cause::input, false, "a term without a rule",
     "A term has at least one `limit`, `prohibit`, `require` or `duty`.",
     "Add the rule, or write a provision."},
    {"A049", Cause::input, false, "a question with fewer than two answers",
     "A question is a point on which parties differ.",
     "Write who holds which answer, at least two."},
    {"A050", Cause::input, false, "a procedure that nobody opens",
     "A clock starts with an event of a party that may open it.", "Add `opens by … with …`."},
    {"A051", Cause::input, false, "a procedure without a stage", "A clock has at least one stage.",
     "Add a stage with its duration."},
    {"A060", Cause::warning, false, "a term without a place in the treaty",
     "A term says where it stands in the text, so that it can be read beside "
     "it.",
     "Add `ref` behind the title."},
    {"A061", Cause::warning, false, "a term without a verifier",
     "Who verifies is said openly, also when nobody does.",
     "Add `verifier` and the body, or `verifier none`."},
    {"A062", Cause::warning, false, "a number that does not occur in the quote",
     "A number of the rule is looked for in the treaty's own words. Numbers in "
     "words are not recognised.",
     "Compare the rule with the text."},
    {"A063", Cause::warning, false, "working days without holidays",
     "Working days are Monday to Friday without the holidays listed; none are "
     "listed.",
     "List them with `holidays`."},
    {"A064", Cause::warning, false, "a step of months cut to the end of a shorter month",
     "31 January and one month is 28 or 29 February.",
     "If the last day of the month is meant, write `end of month of …`."},
    {"A065", Cause::warning, false, "a name that nothing uses",
     "It is often a slip: a measure that no term limits.", "Use it, or leave it out."},
    {"A066", Cause::warning, false, "an end that waits for an event",
     "Before 2033 the term is in force; from then on it is *undetermined* as "
     "long as nobody says that it was prolonged, or that it was not.",
     "Write a plain end, and an amendment that is effective with the event and replaces "
     "it."},
    {"A069", Cause::warning, false, "the first of several parties' events",
     "`event ratified` is the day of the first ratification on record, whoever "
     "ratified: from then on the term binds both, and the deadline runs for both.",
     "Write `own event` where the day of the party that is judged is meant."},
    {"A070", Cause::input, false, "an example that gives another state",
     "The facts of the example were judged; the state found is not the one expected. "
     "Either the rule or the example is wrong.",
     "Work out the state by hand from the treaty, then correct the one that differs."},
    {"A072", Cause::input, false, "an own event without a party",
     "`own event E` is the event of the party that is judged. A term that is owed jointly,"
     " an amendment of one, and a procedure have no single party.",
     "Name the event itself, or give each party its own term."},
    {"A080", Cause::input, false, "no such procedure",
     "`terms clock` takes the names of procedures of the text.", "Use one that the message lists."},
    {"A081", Cause::input, false, "no such stage",
     "`{stage_end}` names a stage of the procedures asked about.",
     "Use one that the message names."},
    {"A082", Cause::input, false, "a stage that cannot be extended",
     "Only a stage written `extendable` may end on another day.",
     "Leave the flag out, or name an extendable stage."},
    {"A083", Cause::input, false, "a stage that ends before it begins",
     "The end of an extended stage is not before its first day.", "Give a later day."},
};

}  // namespace

/// Agreement texts.
std::span<const Code> agreement_texts() {
  return all;
}

}  // namespace accord::codes_of
