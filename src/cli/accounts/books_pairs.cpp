#include "answers/accounts/pairs.h"
#include "cli/frame/all_commands.h"

namespace accord::cli {

namespace {

constexpr std::array flags{Flag::workspace};

}  // namespace

const Command books_pairs{
    .name = "books pairs",
    .question = &answers::pairs_question,
    .group = Group::accounts,
    .arguments = "[FOLDER|FILE]",
    .arguments_max = 1,
    .text =
        "Pairs by shipping area, receiving area and the shipper's name of the batch, as the rules "
        "V080 to V084 do: domestic movements, and those with States whose reports are here. Then "
        "the shipments that nobody has received so far, and the receipts without a shipment; of "
        "these, at most ten open shipments that may belong to them with a score from 50 to 100: "
        "equal weights 50, number of items 15, material 15, shipper 10, at most 60 days before 10. "
        "The program "
        "accepts none of them: somebody decides, and a correction says so. What has no partner is "
        "not shown, and neither open nor without a shipment, where the area of the other side has "
        "no report here or something that cannot be read may be its partner; then the exit status "
        "is 3 and the counts are at least so many. Days are from shipment to receipt; the "
        "difference is sent less received. --from and --to choose by the day of either side.",
    .flags = flags,
    .example =
        "accord books pairs examples/state/clean --mba ZZC1 --from 2024-01-01\n"
        "accord books pairs examples/state/errors --format csv",
    .arguments_are = Words::files};

}  // namespace accord::cli
