#pragma once

/// Codes of the problems this module reports. They are stable and never reused; each is explained
/// with cause and remedy in docs/reference/workspace.md.
///
/// Tables (I = input):
///   I001  no header line, or a hint for Excel in its place
///   I002  not UTF-8 text (see base/encoding.h), or a carriage return without line feed
///   I003  a quote where none may stand, or a quoted cell that never ends
///   I004  more or fewer cells than the header has columns
///   I005  two columns of one name
///   I006  a column that is needed is missing, or columns that are not separated by commas
///   I007  a cell that must be filled is empty
///   I008  not a number: sign, thousands mark, unit or other characters, too many digits
///   I009  not a day, or a day outside 1900–2100
///   I010  known before the day it is about
///   I011  a word that is not one of the words of its column
///   I012  a name of a party that accord.toml does not explain
///   I013  a unit that accord.toml does not explain
///   I014  an identifier twice in one table
///   I015  an identifier that nothing carries (item of the text, issue, option, report, location)
///   I016  a figure beside a mark or a basis that says there is none
///   I017  bands that add up to more than their form or total, or a form above the total
///   I018  a cell that names several where one is needed
///   I020  columns `answers` and `for` in one table
///   I024  an uncertainty that cannot be used
///   I026  a correction of a row that cannot be corrected
///   I028  a figure, a yes or a no of several parties (a warning)
///   I030  statements of one report that contradict each other
///   I031  a statement that cannot be about its measure: a figure of an activity, a yes or no of an
///   amount,
///         a unit that cannot be compared
///
/// Workspace folder and accord.toml (W010, W020 and W021 belong to `assessment`):
///   W001  no such folder
///   W002  no accord.toml in it
///   W003  accord.toml is not TOML
///   W004  a file named in it cannot be read
///   W005  a key it does not know
///   W006  a key that must be there is missing
///   W007  a value of the wrong kind
///   W008  a name that the agreement text does not declare
///   W009  a row or column that no table has
///   W011  a reading that is not a fact of the terms language
///   W012  a path that leaves the folder
///
/// Text against tables (F): see against.h.
