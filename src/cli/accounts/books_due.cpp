#include "answers/accounts/due.h"
#include "cli/frame/all_commands.h"

namespace accord::cli {

namespace {

constexpr std::array flags{Flag::workspace};

}  // namespace

const Command books_due{
    .name = "books due",
    .question = &answers::due_question,
    .group = Group::accounts,
    .arguments = "[FOLDER|FILE]",
    .arguments_max = 1,
    .text =
        "One row for each report of changes (ICR), list (PIL) and balance (MBR) that is there, and "
        "for each that is missing as far as the accounts can show it: the list or balance of an "
        "inventory that another report or state.json names, a month of a form that reports every "
        "month, the general ledger of a month with changes. Sent early, on time or late; not sent "
        "and due, or overdue. Not shown: no source states the time, something cannot be read, or "
        "the "
        "accounts cannot hold the report (general ledgers). Days are counted from the due day: "
        "below zero before it. A row that something "
        "unreadable may touch is not shown: the place is named, and the exit status is 3. The day "
        "asked is --on, else the assessment day of state.json, else "
        "the last day that a report speaks of, and never later than --known; --from and --to "
        "choose due days, and --open what is still open: what is due or overdue, and what cannot "
        "be "
        "told to have been sent, which is not shown. Exit status 1 when a report is overdue. A "
        "change that was never "
        "reported cannot be seen.",
    .flags = flags,
    .example =
        "accord books due examples/state/clean --on 2024-10-15 --mba ZZC1\n"
        "accord books due examples/state/clean --on 2024-10-15 --open\n"
        "accord books due examples/state/errors --format csv",
    .arguments_are = Words::files};

}  // namespace accord::cli
