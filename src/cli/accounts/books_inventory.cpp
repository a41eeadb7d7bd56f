#include "answers/accounts/inventory.h"
#include "cli/frame/all_commands.h"

namespace accord::cli {

namespace {

constexpr std::array flags{Flag::workspace};

}  // namespace

const Command books_inventory{.name = "books inventory",
                              .question = &answers::inventory_question,
                              .group = Group::accounts,
                              .arguments = "[FOLDER|FILE]",
                              .arguments_max = 1,
                              .flags = flags,
                              .arguments_are = Words::files};

}  // namespace accord::cli
