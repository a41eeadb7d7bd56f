#include "answers/accounts/inventory.h"
#include "cli/frame/all_commands.h"

namespace accord::cli {

namespace {

constexpr std::array flags{Flag::workspace};

}  // namespace

const Command books_inventory{
    .name = "books inventory",
    .question = &answers::inventory_question,
    .group = Group::accounts,
    .arguments = "[FOLDER|FILE]",
    .arguments_max = 1,
    .text =
        "The list of the last inventory on or before the day, and every effective change after it, "
        "corrections applied. With --known as it was known on that day: only reports dated on or "
        "before it take part. Weights are exact. An area without an inventory or change on or "
        "before the day has no figure, which is said, and is not zero. Where something cannot be "
        "read the book is incomplete: it is at least or at most what could be read, or not known; "
        "every place is named, and the exit status is 3 until a correction that can be read.",
    .flags = flags,
    .example = "accord books inventory examples/state/clean --on 2024-06-30 --known 2024-08-01",
    .arguments_are = Words::files};

}  // namespace accord::cli
