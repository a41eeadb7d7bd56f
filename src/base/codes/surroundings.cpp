#include "base/codes/parts.h"

namespace accord::codes_of {

namespace {

constexpr Code all[] = {
    {"E002", Cause::environment, false, "a file that cannot be written",
     "The answer could not be written to the file after `{output}`. Nothing is left half "
     "written.",
     "Check that the folder exists, may be written and is not full."},
    {"E003", Cause::environment, false, "a folder that cannot be made",
     "`init` needs a folder that does not exist yet or is empty; `report` must be able to "
     "make the folder after `{output}`.",
     "Choose another folder."},
    {"E004", Cause::environment, false, "no examples beside the program",
     "The examples are installed with the program; a copy of the program alone has none.",
     "Install accord with `make install`."},
    {"E005", Cause::environment, false, "the folder is there already",
     "A command makes a new folder and does not write into one that is there.",
     "Name a new folder."},
    {"E006", Cause::environment, false, "a folder that cannot be locked",
     "`accord import` holds the folder of accounts alone, so that two imports at once lose"
     " nothing, and the folder cannot be opened or its disk knows no locks.",
     "Name a folder that may be read, on a disk that knows locks (flock)."},
    {"E007", Cause::environment, true, "another process cannot take part",
     "One of the processes of an MPI run could not read the scenario or its files; none of"
     " them goes on.",
     "Put the scenario and its files at the same place on every machine."},
    {"E008", Cause::environment, false, "a file that may not be read",
     "The file is there, and may not be opened, or the disk fails. It is never taken for "
     "absent: a folder of accounts with a `state.json` that cannot be opened is refused. A"
     " name that is wrong (no such file, a folder, a link to nothing) is C007.",
     "Let the user who runs accord read the file, or copy it to another disk."},
    {"E009", Cause::environment, true, "not enough memory",
     "The memory of the machine, or the limit of the user (`ulimit -v`), does not suffice,"
     " or a file is larger than the memory. Nothing was written.",
     "Free memory, raise the limit, or ask for less; look at what a file of that size is."},
    {"E010", Cause::environment, true, "the system refuses",
     "A thread, a file or a folder that accord needs for itself is refused by the system.",
     "Look at the limits of the user (`ulimit -a`), at the disk and at the folder."},
    {"R001", Cause::input, false, "no such report",
     "`{as_of}` of a report takes the identifier of a report of the series, or a day.",
     "Use one that exists."},
    {"R010", Cause::environment, false, "no WeasyPrint on this machine",
     "The PDF is made by the program weasyprint. The HTML report is complete without it.",
     "Install it: `apt-get install weasyprint fonts-dejavu-core`."},
    {"R011", Cause::environment, false, "WeasyPrint failed",
     "The program weasyprint ended with an error; what it said is printed. The other files"
     " are complete.",
     "Run it by hand, as the message shows."},
    {"X001", Cause::fault, false, "a fault of accord itself",
     "A condition that accord's own code promises did not hold, or a formula failed "
     "inside. In Python it is an error like any other and the interpreter goes on; the "
     "program accord stops with the status 70. The message names the place.",
     "Report it with the call and its arguments (see CONTRIBUTING.md)."},
};

}  // namespace

/// Files, positions, reports, items, and faults of accord.
std::span<const Code> surroundings() {
  return all;
}

}  // namespace accord::codes_of
