#include "answers/accounts/due.h"
#include "cli/frame/all_commands.h"

namespace accord::cli {

namespace {

constexpr std::array flags{Flag::workspace};

}  // namespace

const Command books_due{.name = "books due",
                        .question = &answers::due_question,
                        .group = Group::accounts,
                        .arguments = "[FOLDER|FILE]",
                        .arguments_max = 1,
                        .flags = flags,
                        .arguments_are = Words::files};

}  // namespace accord::cli
