#include "base/codes/parts.h"

namespace accord::codes_of {

namespace {

constexpr Code all[] = {
    {"I001", Cause::input, false, "a table that is empty",
     "A table begins with a line of column names. A first line `sep=,` is a hint for Excel"
     " and not a header.",
     "Write the header line, or delete the hint."},
    {"I002", Cause::input, false, "a file that is not UTF-8 text",
     "Tables are UTF-8; a byte order mark is skipped. UTF-16, a workbook, a packed file or"
     " a PDF is named for what it is, and nothing of it is read. Of bytes that are not "
     "UTF-8 the first is named. Lines end in LF or CR LF; a carriage return alone is "
     "refused. Other readers say the same with their own code: A001, V001, W003, S007.",
     "Save the table as UTF-8; in Excel, as “CSV UTF-8”."},
    {"I003", Cause::input, false, "a quote where none may be",
     "A cell with a comma, a quote or a line end is in quotes as a whole; a quote "
     "inside is written twice.",
     "Put the whole cell in quotes."},
    {"I004", Cause::input, false, "a row with more or fewer cells than the header",
     "Every row has one cell for each column. Often a comma is in a cell without "
     "quotes.",
     "Put the cell in quotes."},
    {"I005", Cause::input, false, "a column named twice",
     "Cells are found by the name of their column.", "Rename one of the columns."},
    {"I006", Cause::input, false, "a column that is missing",
     "Each table has columns that must be there, see {doc}`workspace`. Columns that are "
     "separated by semicolons, tabs or vertical bars are one such error for the whole "
     "table.",
     "Add the column, or give the one that holds it this name."},
    {"I007", Cause::input, false, "an empty cell that must be filled",
     "An empty cell means unknown; here a row without it has no meaning.", "Fill the cell."},
    {"I008", Cause::input, false, "something that is not a number",
     "A number is digits with an optional point. When a comma may be a decimal or a "
     "thousands mark both readings are named, and none is chosen.",
     "Write the number with a point."},
    {"I009", Cause::input, false, "something that is not a day",
     "A day is `YYYY-MM-DD`, exists, and lies between 1900 and 2100.",
     "Write the day in this form."},
    {"I010", Cause::input, false, "known before the day it is about",
     "A report cannot give a figure of a later day.", "Correct one of the two days."},
    {"I011", Cause::input, false, "a word that its column does not know",
     "Some columns hold one of a few words, see {doc}`workspace`.", "Use one of them."},
    {"I012", Cause::input, false, "a name that nothing explains",
     "`[parties]` of accord.toml says which party each name of the tables stands for.",
     "Correct the name, or add a line to `[parties]`."},
    {"I013", Cause::input, false, "a unit that nothing explains",
     "A unit word of the tables is a unit of the text, or explained in `[units]`.",
     "Correct the word, or add a line to `[units]`."},
    {"I014", Cause::input, false, "an identifier twice in one table",
     "A finding leads back to one row by its identifier.", "Rename one of the rows."},
    {"I015", Cause::input, false, "an identifier that nothing carries",
     "The row refers to an item of the text, a report, an issue or an option that does not"
     " exist.",
     "Correct the identifier."},
    {"I016", Cause::input, false, "a figure beside a mark that says there is none",
     "The mark says how a figure was found; `none` says that there is no figure.",
     "Correct the mark, the basis, or the figure."},
    {"I017", Cause::input, false, "parts above their whole",
     "What is a part of a figure (`part_of` of accord.toml) is not more than the whole, and so are "
     "all its parts together.",
     "Correct the row; what is not known stays empty."},
    {"I018", Cause::input, false, "a name of several parties where one is needed",
     "The row is about one party; the name stands for several in `[parties]`.",
     "Write one row for each."},
    {"I020", Cause::input, false, "columns `answers` and `for` in one table",
     "Both say which call or period a row answers; a table has one of them.",
     "Keep one of the two columns."},
    {"I024", Cause::input, false, "an uncertainty that cannot be used",
     "`u` is the expanded uncertainty of the figure of its row, in the row's unit or in %,"
     " and `k` the coverage factor that it was given with, above 0.",
     "Give both beside a figure, or leave both empty."},
    {"I025", Cause::input, false, "an answer to something that no duty calls for",
     "The column `answers` names the id of the row that calls, or a period: `2021`, "
     "`2021-Q3`, `2021-03`, `2021-03-01..2021-08-31`. It must have begun on the day of the"
     " row.",
     "Name the call or period, or leave the cell empty; see {doc}`language`."},
    {"I026", Cause::input, false, "a correction of a row that cannot be corrected",
     "`replaces` names an earlier row of the same table about the same metric or event. "
     "That row no longer counts from the known day of the one that corrects it; both stay "
     "on record.",
     "Name the row that is corrected."},
    {"I028", Cause::warning, false, "a figure, a yes or a no of several parties",
     "The row names several parties, and does not say which of them it is "
     "about. It is kept as a record that names nobody: never as one about each of them.",
     "Name the party in a column `party`."},
    {"I030", Cause::input, false, "statements of one report that contradict each other",
     "Two rows of `[attestations]` have one report say both that something holds and that "
     "it does not, of one day, or give figures and ranges without a common value.",
     "Correct one of the rows, or give each the day that it holds for."},
    {"I031", Cause::input, false, "a statement that cannot be about its measure",
     "A figure is about an amount or a flow, in a unit that can be compared with it. A yes"
     " or no is about an activity: “state holds” of one that the text requires, “activity "
     "seen” of one that it prohibits.",
     "Use the word that fits, or name the right measure."},
    {"F001", Cause::input, false, "a row without an item of the text",
     "The table has a commitment that the text does not have.",
     "Add it to the text, or correct its identifier."},
    {"F002", Cause::input, false, "an item of the text without a row",
     "The text has a commitment that the table does not have.", "Add a row."},
    {"F003", Cause::input, false, "another kind",
     "The kind of the row does not fit the rule of the item.",
     "Correct whichever differs from the agreement."},
    {"F004", Cause::input, false, "another limit",
     "Comparison, number, unit or equivalent of a limit differ.",
     "Correct whichever differs from the agreement."},
    {"F005", Cause::input, false, "another duration",
     "The duration of a duty or of the stages of a procedure differs.",
     "Correct whichever differs from the agreement."},
    {"F006", Cause::input, false, "another first day", "The day from which the item holds differs.",
     "Correct whichever differs from the agreement."},
    {"F007", Cause::input, false, "another end", "The day on which the item ends differs.",
     "Correct whichever differs from the agreement."},
    {"F008", Cause::input, false, "another day due",
     "The day by which a duty is due differs. A lasting commitment is due from its first "
     "day.",
     "Correct whichever differs from the agreement."},
    {"F009", Cause::input, false, "others are obliged",
     "Who is obliged, or may open a procedure, differs.",
     "Correct whichever differs from the agreement."},
    {"F010", Cause::input, false, "owed to others", "To whom the commitment is owed differs.",
     "Correct whichever differs from the agreement."},
    {"F011", Cause::input, false, "another verifier", "Who verifies differs.",
     "Correct whichever differs from the agreement."},
};

}  // namespace

/// Tables, and tables beside the text.
std::span<const Code> tables() {
  return all;
}

}  // namespace accord::codes_of
