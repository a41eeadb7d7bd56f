#include "answers/accounts/due.h"
#include "answers/accounts/inventory.h"
#include "answers/accounts/items.h"
#include "answers/accounts/mbr.h"
#include "answers/accounts/mbr_report.h"
#include "answers/accounts/movements.h"
#include "answers/accounts/pairs.h"
#include "cli/frame/all_commands.h"

/// The commands on books that a question says everything of.
namespace accord::cli {

namespace {

constexpr std::array csv_first{Format::csv, Format::text, Format::json, Format::md, Format::xlsx};

std::string mbr_text(const void* answer, const Call&) {
  return static_cast<const answers::MbrReportAnswer*>(answer)->text;
}

constexpr std::array report_forms{Format::code10, Format::json};
const Command mbr_report{.name = "books mbr",
                         .question = &answers::mbr_report_question,
                         .group = Group::accounts,
                         .formats = report_forms,
                         .text_of = mbr_text};
constexpr std::array mbr_variants{&mbr_report};

}  // namespace

const Command books_due{
    .name = "books due", .question = &answers::due_question, .group = Group::accounts};
const Command books_inventory{
    .name = "books inventory", .question = &answers::inventory_question, .group = Group::accounts};
const Command books_movements{
    .name = "books movements", .question = &answers::movements_question, .group = Group::accounts};
const Command books_pairs{
    .name = "books pairs", .question = &answers::pairs_question, .group = Group::accounts};
const Command books_mbr{.name = "books mbr",
                        .question = &answers::mbr_question,
                        .group = Group::accounts,
                        .variants = mbr_variants};
const Command books_items{.name = "books items",
                          .question = &answers::items_question,
                          .group = Group::accounts,
                          .formats = csv_first};

}  // namespace accord::cli
