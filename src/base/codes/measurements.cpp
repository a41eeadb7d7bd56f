#include "base/codes/parts.h"

namespace accord::codes_of {

namespace {

constexpr Code all[] = {
    {"B001", Cause::input, false, "a standard deviation that cannot be one",
     "A standard deviation is a number of 0 or more: a fraction below 1 for a relative "
     "error, kg for an absolute one.",
     "Write the fraction: 0.001 for 0.1 per cent."},
    {"B002", Cause::input, false, "a systematic error without its source",
     "What an error is common to decides how much it matters: without its source that is "
     "not known.",
     "Name the source; components with the same name are one error."},
    {"B003", Cause::input, false, "a source twice in one method",
     "A source is one error. Twice in one method it would count double.",
     "Give its standard deviation once."},
    {"B004", Cause::input, false, "a method without components",
     "The items name a method that the table of methods does not have.",
     "Add its components; a method without error has one row with the component `none`."},
    {"B005", Cause::input, false, "an item twice",
     "An item stands twice in one inventory, or twice among the receipts or removals of "
     "one period.",
     "Take one of the rows out, or correct the name of one item."},
    {"B006", Cause::input, false, "one measurement with two values",
     "Rows with the same item, method and measured period are one measurement, used "
     "several times.",
     "Write the value that was measured in each of them, or name the period of the second "
     "measurement."},
    {"B007", Cause::input, false, "a negative mass",
     "A negative mass is a correction of an earlier one, and has to say so.",
     "Correct the mass, or write `yes` in the column `correction`."},
    {"B008", Cause::input, false, "a mass of zero or less with a relative error only",
     "A relative error of nothing is nothing; no measurement is that good.",
     "Give the method an absolute component in kg."},
    {"B009", Cause::warning, false, "a mass of zero or less with a relative error",
     "The relative error is taken of the amount without its sign; the absolute component "
     "is the floor.",
     "Nothing, when the mass is right."},
    {"B010", Cause::input, false, "a period that is not there",
     "Periods are whole numbers from 1; the inventory at the start is PE of period 0.",
     "Correct the period."},
    {"B011", Cause::warning, false, "a period without a closing inventory",
     "Without an inventory a period cannot be closed: everything that should be there "
     "appears as missing, and comes back in the next period.",
     "If no inventory was taken, give the rows of both periods one number."},
    {"B012", Cause::input, false, "a target value that nobody verified",
     "A figure of a published table may be used in an evaluation only when somebody "
     "compared it with its source.",
     "Compare it and fill in `verified_by` and `verified_on`; until then use it with "
     "`{demonstration}` only."},
    {"B013", Cause::input, false, "a mass that is no number, from Python",
     "A mass is a finite number of kg.", "Correct the value of the row named."},
    {"B014", Cause::warning, false, "measured after its period",
     "`measured_in_period` says in which period the value of a row was measured. It is "
     "usually that of the row or an earlier one.",
     "Correct it if it is a slip."},
    {"B015", Cause::input, false, "a source key with a column that is not there",
     "A key may name columns of the items in braces: one realisation for each content.",
     "Name a column that the items have, or add it."},
    {"B016", Cause::input, false, "an item that a period counts twice",
     "An item cannot be in the opening inventory and be received, or be removed and be in "
     "the closing inventory, in one period.",
     "Take the wrong row out, or add the movement that is missing."},
    {"B017", Cause::input, false, "columns of different length, from Python",
     "Every column has one value for each row.",
     "Give each column as many values as there are rows."},
    {"B018", Cause::warning, false, "a relative error above 30 per cent",
     "Normal errors and sums of squares are a poor model of so large an error.",
     "Take the result as rough, or simulate the measurement."},
    {"B019", Cause::input, false, "nothing in a column that a source key names",
     "Items with the same content of the column share an error. Empty cells are not the "
     "same content: they say nothing.",
     "Fill the cell in."},
    {"B020", Cause::input, false, "a probability that is not between 0 and 1",
     "α is the chance of an alarm without loss, β that of no alarm with one.",
     "Write a fraction, such as 0.05."},
    {"B021", Cause::input, false, "times that do not ascend",
     "Samples of a flow or inventory, and the ends of periods, are in order of time, each "
     "time once.",
     "Put them in order."},
    {"B022", Cause::input, false, "a flow or inventory that is not known",
     "Nothing is assumed before the first sample of a rate, after its end, or of a pulse "
     "outside all periods; an inventory is needed at the begin of the first period and at "
     "the end of each.",
     "Give a sample for the whole of every period; a rate of zero is a sample too."},
    {"B023", Cause::input, false, "a location without samples",
     "A flow or inventory of a study has no row: nothing says that nothing flowed.",
     "Give it a sample with the value 0, or take the location out."},
    {"B024", Cause::warning, false, "a period without a sample of any flow",
     "The periods are probably in another unit of time than the series, or the ends are "
     "not those of the plant.",
     "Check the ends of the periods."},
    {"B025", Cause::warning, false, "amounts outside all periods",
     "Amounts of a discrete flow before the first period or after the last one are left "
     "out of the balance.",
     "Add their periods if they belong to it."},
    {"B026", Cause::input, false,
     "a target value that the table does not have, or that is not named clearly",
     "The column `target` of a table of methods names a row of the table of target values "
     "by its method, material and quantity.",
     "Write `METHOD; MATERIAL; QUANTITY` as in that table, the same for all components of "
     "one factor."},
    {"B027", Cause::input, false, "more items selected or hidden than there are",
     "A plan beside a balance selects at most the items of its stratum; what is hidden is "
     "at most those, and at most the goal.",
     "Correct the number; take very many small items together into larger ones."},
    {"B028", Cause::input, false, "a method without errors that has one",
     "`none` says that a method measures without error, as counting does. A standard "
     "deviation in such a row, or another row with an error of the same method, would be "
     "lost.",
     "Write `random` or `systematic` for the error, or take it out."},
    {"B029", Cause::input, false, "a method with too many products of errors",
     "When the error of a factor is above 15 per cent, the products of errors of different"
     " factors count too. Their number doubles with each factor.",
     "Join factors whose errors are small, or state the error of the whole."},
    {"B030", Cause::warning, false, "a gap in a series",
     "A rate that is not 0 was not sampled for more than ten times the median step (or "
     "`gap_max`), or an inventory was sampled farther than 5 % of a period from its end. "
     "The period is *not measured*: it has no MUF, and a sequence with such a period is "
     "not tested or simulated. With gaps = \"merge\" periods that meet where no inventory "
     "was taken are one.",
     "Sample it, write a rate of 0 where nothing flowed, or say gaps = \"hold\" or \"merge\" "
     "in the study."},
    {"B031", Cause::input, false, "two calibrations of one source",
     "Locations with one source key share its systematic error, so that they are "
     "calibrated at the same times.",
     "Give them one calibration, or source keys of their own."},
    {"B101", Cause::input, false, "a number that is not finite",
     "A MUF, covariance, loss or other number of a sequence is infinite or not a number. "
     "The place names the period.",
     "Leave out a period that was not closed and merge its flows with the next."},
    {"B102", Cause::input, false, "an argument out of range",
     "An argument of a statistical test is outside of its range: k below 0, a limit h that"
     " is not above 0, a probability that is not between 0 and 1, no periods.",
     "Give a value within the range that the message states."},
    {"B103", Cause::input, false, "sizes that do not fit",
     "A covariance needs a row and a column for each MUF, a pattern of loss a number for "
     "each period.",
     "Give arrays of the same number of periods."},
    {"B104", Cause::input, false, "no covariance",
     "The numbers cannot be variances and covariances: not symmetric, or not positive "
     "semi-definite (a correlation above 1, for example).",
     "Compute them from the measurements, or look for a mistyped number."},
    {"B105", Cause::input, false, "no limit with this false-alarm probability",
     "With a large k even the smallest limit gives fewer false alarms than were asked for.",
     "Take a smaller k or a smaller false-alarm probability."},
    {"B106", Cause::input, false, "a run length beyond the periods allowed",
     "The probability that was asked for is not reached within the largest number of "
     "periods.",
     "Ask for a smaller probability, or allow more periods."},
    {"B107", Cause::input, false, "no limit within the range of the formula",
     "Page's test would need a limit above the largest one that the formula takes.",
     "Test fewer periods at once, or take a larger k."},
    {"B108", Cause::input, false, "too few simulated sequences for the probability",
     "A limit from fewer than ten expected alarms would rest on chance.",
     "Simulate more sequences, or ask for a larger probability."},
    {"B109", Cause::input, false, "more periods than the formula takes",
     "The probability of repeated CUMUF is computed for at most 25 periods.",
     "Simulate the test, which takes any number of periods."},
    {"S001", Cause::input, false, "a scenario without what it needs",
     "A scenario needs one description of how the MUFs vary, and at least one test.",
     "Add the table that is named."},
    {"S002", Cause::input, false, "a loss or test that is not complete",
     "Something that a loss or a test needs is missing.", "Write what the message names."},
    {"S004", Cause::input, false, "a number out of range",
     "The number is outside of the range that makes sense.", "Write a number within the range."},
    {"S005", Cause::input, false, "a covariance that is no square table",
     "A covariance has a row and a column for each period.",
     "Write as many rows as periods, with as many numbers each."},
    {"S006", Cause::input, false, "a period without a variance of its own",
     "The MUF of the period follows exactly from the earlier ones, or nothing was measured"
     " with an error: no test of SITMUF exists.",
     "Merge the period with another, or state the measurement errors that are missing."},
    {"S007", Cause::input, false, "no state of a simulation",
     "The file named by {resume} is there, and no interrupted simulation has written it.",
     "Name the file that the interrupted run printed, or one that is not there yet."},
    {"S008", Cause::input, false, "a state of another simulation",
     "The state was written with another scenario, seed or number of sequences: its counts"
     " cannot be added to.",
     "Give the scenario, seed and number of sequences it was begun with."},
    {"S009", Cause::input, false, "a scenario that takes too much memory",
     "Alarms are counted for each loss, test and period: losses, tests and periods "
     "multiply.",
     "Simulate fewer losses or tests at a time."},
    {"S010", Cause::input, false, "a damaged state of a simulation",
     "The file was written by an interrupted simulation and changed since: its numbers "
     "contradict each other (more alarms than sequences, sequences that are no whole "
     "chunks), or their digest is another. Nothing is added to such counts.",
     "Begin the simulation anew, with the name of a file that is not there yet."},
    {"S011", Cause::input, false, "a key that has no effect here",
     "The key belongs to another kind of balance, loss or test.",
     "Take the key out, or choose the kind that it belongs to."},
    {"S012", Cause::input, false, "a name that is taken",
     "Two losses or two tests have one name, or a loss has the name of the sequence without loss.",
     "Give each a name of its own."},
    {"S013", Cause::input, false, "periods that do not fit the balance",
     "A loss names more, fewer or other periods than the balance has, or a test needs more of "
     "them.",
     "Name the periods of the balance, or take another test."},
    {"S014", Cause::input, false, "a loss that is not named clearly",
     "A test is for a loss that the scenario does not have, or that stands for several totals.",
     "Name one loss with one total."},
};

}  // namespace

/// Measurements, balances and simulations.
std::span<const Code> measurements() {
  return all;
}

}  // namespace accord::codes_of
