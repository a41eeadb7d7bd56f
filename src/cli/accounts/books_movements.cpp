#include "answers/accounts/movements.h"
#include "cli/frame/all_commands.h"

namespace accord::cli {

namespace {

constexpr std::array flags{Flag::workspace};

}  // namespace

const Command books_movements{.name = "books movements",
                              .question = &answers::movements_question,
                              .group = Group::accounts,
                              .arguments = "[FOLDER|FILE]",
                              .arguments_max = 1,
                              .flags = flags,
                              .arguments_are = Words::files};

}  // namespace accord::cli
