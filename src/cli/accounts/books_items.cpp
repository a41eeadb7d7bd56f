#include "answers/accounts/items.h"
#include "cli/frame/all_commands.h"

namespace accord::cli {

namespace {

constexpr std::array flags{Flag::workspace};
constexpr std::array formats{Format::csv, Format::text, Format::json, Format::md, Format::xlsx};

}  // namespace

const Command books_items{
    .name = "books items",
    .question = &answers::items_question,
    .group = Group::accounts,
    .arguments = "[FOLDER|FILE]",
    .arguments_max = 1,
    .text =
        "The lists of the inventories and the changes between them, of one label, as the table "
        "that "
        "`accord balance --items` takes; its MUF is that of the books. The method of an item is "
        "its "
        "material description: reports do not say how well something was measured, so a table of "
        "methods with these names has to be written. A batch that its entry says was not measured "
        "again (basis L, T, G, H), with the weight it had, keeps the measurement it came with. No "
        "table is written where something of it cannot be read.",
    .flags = flags,
    .formats = formats,
    .example =
        "accord books items examples/state/clean --mba ZZF2 --label 630 --format csv -o items.csv",
    .arguments_are = Words::files};

}  // namespace accord::cli
