#include "answers/accounts/items.h"
#include "cli/frame/all_commands.h"

namespace accord::cli {

namespace {

constexpr std::array flags{Flag::workspace};
constexpr std::array formats{Format::csv, Format::text, Format::json, Format::md, Format::xlsx};

}  // namespace

const Command books_items{.name = "books items",
                          .question = &answers::items_question,
                          .group = Group::accounts,
                          .arguments = "[FOLDER|FILE]",
                          .arguments_max = 1,
                          .flags = flags,
                          .formats = formats,
                          .arguments_are = Words::files};

}  // namespace accord::cli
