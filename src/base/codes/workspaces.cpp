#include "base/codes/parts.h"

namespace accord::codes_of {

namespace {

constexpr Code all[] = {
    {"W001", Cause::input, false, "no such folder", "The folder after `-C` does not exist.",
     "Name the folder of a workspace."},
    {"W002", Cause::input, false, "a folder without accord.toml",
     "A workspace is a folder with a file accord.toml.",
     "Run inside a workspace, or name its folder with `-C`."},
    {"W003", Cause::input, false, "accord.toml is not TOML",
     "The file does not follow the syntax of TOML.", "Correct the place shown."},
    {"W004", Cause::input, false, "a file that cannot be read",
     "accord.toml names a file that is not in the workspace, or may not be read.",
     "Check its name and permissions."},
    {"W005", Cause::input, false, "an unknown key",
     "A misspelt key is not silently ignored. The keys are listed in {doc}`workspace`.",
     "Correct or remove the key."},
    {"W006", Cause::input, false, "a missing or empty key",
     "A key that must be there is not, or is empty.", "Add it."},
    {"W007", Cause::input, false, "a value of the wrong kind",
     "The value of the key is not of the kind that is needed.", "Write what was expected."},
    {"W008", Cause::input, false, "a name that the text does not declare",
     "accord.toml refers to a name of the agreement text.",
     "Correct it, or declare it in the text."},
    {"W009", Cause::input, false, "a row or column that no table has",
     "accord.toml refers to a column or a row of a table.", "Correct it."},
    {"W010", Cause::input, false, "a workspace with errors",
     "A workspace with an error is not judged. On the command line the errors themselves "
     "are printed; from Python they are the `problems` of the `AccordError`.",
     "Correct the places named."},
    {"W011", Cause::input, false, "a reading that is not a fact",
     "A reading says in the words of the language what a row says, as after `given` in an "
     "example.",
     "Correct the fact; see {doc}`../guides/writing-terms`."},
    {"W012", Cause::input, false, "a path that leaves the folder",
     "A workspace is complete in itself: files outside it are not read.",
     "Put the file into the workspace."},
    {"W013", Cause::input, false, "a word that is not one of those expected",
     "The key takes one of a few words, which the message lists, or a name of something that is "
     "known.",
     "Write one of them; a near one is suggested."},
    {"W014", Cause::input, false, "a text that cannot be read as what it should be",
     "The key takes a number, a day, a bound, a form or another thing in quotes, and the text is "
     "not one.",
     "Write it as the message shows."},
    {"W015", Cause::input, false, "a number outside its range",
     "The number can be read, and the key does not take it.",
     "Write a number within the range that the message states."},
    {"W016", Cause::input, false, "something given twice",
     "A name, a code or a metric appears twice where it may appear once.",
     "Keep one of the two, or give the other a name of its own."},
    {"W017", Cause::input, false, "keys that do not go together",
     "Two keys, or two values, contradict each other or cannot be used together.",
     "Keep one of them, as the message says."},
    {"W020", Cause::input, false, "a supposed fact that is not a fact",
     "A supposed fact is written as after `given` in an example.", "Correct the fact."},
    {"W021", Cause::input, false, "the day asked about is after the known day",
     "What was the state on day V, as known on day K: K is not before V.",
     "Leave `{known}` out, or take a later one."},
    {"W022", Cause::input, false, "no day to ask about",
     "Without `{on}` and `{known}` the last day on record is asked about; there is no "
     "record.",
     "Name a day with `{on}`."},
    {"W023", Cause::input, false, "no such question or answer",
     "`{assume}` takes a question of the text and one of its answers.",
     "Use names that the text has."},
    {"W030", Cause::input, false, "accounts without reports",
     "The folder has no folder `reports` with accountancy reports in it.",
     "Put the reports into it, or into its folder `reports`, one a file, with names that "
     "end in `.txt` (labelled) or `.csv` (tables)."},
    {"W032", Cause::input, false, "a table of an unknown profile",
     "A report that is a table belongs to a profile (docs/reference/profiles.md): "
     "`state.json` names it, or the table itself in a column `profile`. All reports of a "
     "folder are of one profile, and of its form.",
     "Name the profile, and keep reports of another form in a folder of their own."},
    {"C001", Cause::input, false, "no such term or finding",
     "The name is not a term of the text, and no finding.", "`accord status` lists them."},
    {"C002", Cause::input, false, "no such party", "The name is not a party of the text.",
     "Use one that the message names."},
    {"C005", Cause::input, false, "no such example",
     "`{example}` of `init` takes the name of an example that comes with the program.",
     "Use one that the message names."},
    {"C007", Cause::input, false, "a file that cannot be read",
     "A file named on the command line does not exist, or may not be read.",
     "Check the name and the permissions."},
    {"C009", Cause::input, false, "no such area in the reports",
     "The area after `{mba}` is in none of the reports of these accounts (for `accord "
     "check` also: not in `state.json`).",
     "Use one of the areas that the message names."},
    {"C010", Cause::input, false, "nothing of this name in the accounts",
     "`accord explain` was asked for an entry, a figure or a rule that is not there.",
     "`accord books movements …/examples/state/clean` names the file and line of each "
     "entry; write MBA/REPORT/ENTRY, MBA/DAY/LABEL or a rule."},
    {"C011", Cause::input, false, "more rows than a workbook holds",
     "An export with `{format}` xlsx of more than 1,048,575 entries.",
     "Choose one area with `{mba}`, or `{format}` csv."},
    {"C012", Cause::input, false, "several reports for one file",
     "The labelled form has one report a file; more of them were to be written to one "
     "place.",
     "Name a new folder with `{output}`."},
    {"C013", Cause::input, false, "a report without a name",
     "The area, number or type of a report that is to be imported cannot be read, so that "
     "it has no place in the accounts.",
     "Mend labels 001, 010 and 307; `accord check report.txt` shows what is wrong."},
    {"C014", Cause::input, false, "no balance to write",
     "The area has no physical inventory of that day with another before it.",
     "Take a day that `accord books mbr …/examples/state/clean` lists."},
    {"C015", Cause::input, false, "no labelled form",
     "A balance report was to be written in the labelled form of Code 10, and the reports "
     "of these accounts are tables of another profile.",
     "Take `{format}` csv or json, and fill in the report of the profile from its lines."},
    {"C016", Cause::input, false, "no conversion is known",
     "Reports can be written as those of another profile only where the counterparts are "
     "known: between Code 10 and Euratom or the United Kingdom.",
     "Leave `{profile}` out, or name a profile of the other of these two forms."},
    {"C017", Cause::input, false, "no material named",
     "A table of items is about one element or isotope, named by the label of its weights.",
     "Give {label} with one of the labels that the message lists."},
    {"C018", Cause::input, false, "no area named",
     "A balance is of one material balance area, and the accounts have several.",
     "Give {mba} with one of the areas that the message lists."},
    {"C030", Cause::input, false, "an incomplete book",
     "Something in the reports cannot be read, so that the book is at least, or at most, "
     "what could be read. No report, table of items or converted report is made of it.",
     "Correct the places that are named, or take in a correction that can be read."},
    {"C031", Cause::input, false, "reports with errors",
     "Reports that were to be taken into the accounts, or written in another form of reporting, "
     "have errors: nothing was taken or written.",
     "Correct what is named, or go on all the same with `{accept_findings}`."},
    {"U001", Cause::usage, false, "no such command",
     "The word is not a command. A name near it is suggested.",
     "`accord --help` lists all commands."},
    {"U002", Cause::usage, false, "no such flag",
     "The command does not have this flag. Flags are not abbreviated.",
     "`accord COMMAND --help` lists its flags."},
    {"U003", Cause::usage, false, "a flag without its value, or given twice",
     "Most flags take one value, once.", "Give it once, with a value."},
    {"U004", Cause::usage, false, "a value that is not understood",
     "The value is not of the kind the flag takes, or the command does not print this "
     "format.",
     "Use a value that the message names."},
    {"U005", Cause::usage, false, "too few or too many arguments",
     "The command takes another number of arguments.", "The message shows the form."},
    {"U006", Cause::usage, false, "a period ends before it begins",
     "`{from}` is after `{to}`, or after the last day asked about: no day is in between, "
     "whatever is on record.",
     "Exchange the two days, or leave one out."},
};

}  // namespace

/// Workspaces, names and questions.
std::span<const Code> workspaces() {
  return all;
}

}  // namespace accord::codes_of
