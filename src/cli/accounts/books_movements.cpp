#include "answers/accounts/movements.h"
#include "cli/frame/all_commands.h"

namespace accord::cli {

namespace {

constexpr std::array flags{Flag::workspace};

}  // namespace

const Command books_movements{
    .name = "books movements",
    .question = &answers::movements_question,
    .group = Group::accounts,
    .arguments = "[FOLDER|FILE]",
    .arguments_max = 1,
    .text =
        "Effective entries of inventory change reports: corrections are applied, what was "
        "corrected or deleted is left out. What cannot be read is named, and the exit status is 3.",
    .flags = flags,
    .example =
        "accord books movements examples/state/clean --mba ZZF2 --from 2024-01-01 --format csv",
    .arguments_are = Words::files};

}  // namespace accord::cli
