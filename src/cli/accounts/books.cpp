#include "answers/accounts/due.h"
#include "answers/accounts/inventory.h"
#include "answers/accounts/items.h"
#include "answers/accounts/movements.h"
#include "answers/accounts/pairs.h"
#include "cli/frame/all_commands.h"

/// The commands on books that a question says everything of.
namespace accord::cli {

namespace {

constexpr std::array csv_first{Format::csv, Format::text, Format::json, Format::md, Format::xlsx};

}  // namespace

const Command books_due{
    .name = "books due", .question = &answers::due_question, .group = Group::accounts};
const Command books_inventory{
    .name = "books inventory", .question = &answers::inventory_question, .group = Group::accounts};
const Command books_movements{
    .name = "books movements", .question = &answers::movements_question, .group = Group::accounts};
const Command books_pairs{
    .name = "books pairs", .question = &answers::pairs_question, .group = Group::accounts};
const Command books_items{.name = "books items",
                          .question = &answers::items_question,
                          .group = Group::accounts,
                          .formats = csv_first};

}  // namespace accord::cli
