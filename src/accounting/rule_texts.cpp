#include "accounting/rule_texts.h"

#include <algorithm>

namespace accord::accounting {

namespace {

constexpr std::string_view code10 = "SG-FM-1172 (Code 10, labelled, 02-11-2011)";
constexpr std::string_view euratom = "Regulation (Euratom) 302/2005";
constexpr std::string_view both = "SG-FM-1172; Regulation (Euratom) 302/2005";
constexpr std::string_view own = "accord, from the logic of the balance";

constexpr RuleText texts[] = {
    {"V001", "an element cannot be read: unknown label, bad delimiter, missing # or empty part",
     "write LABEL:CONTENT# with a label of the form, once in an entry", code10},
    {"V002", "a label that must be there is missing, or one stands there that may not",
     "give the labels that the type of entry asks for, and no others", code10},
    {"V003", "a value is too long, has a character that is not allowed, or is no calendar day",
     "write capital letters, digits and signs, within the length; days as YYYYMMDD", code10},
    {"V004", "entries are not numbered 1 to n, or their total is not the number of entries",
     "number accounting entries and notes from 1, and give the total in the first of each", both},
    {"V005", "a report number of an area is used twice, or one is left out",
     "number the reports of an area consecutively, over all their types", both},
    {"V006", "an entry says something else than the first entry about the report",
     "repeat number, date, type, period, facility and area in each entry", own},
    {"V007", "a code is not in the table of the profile", "use a code of the profile", both},
    {"V008", "Ø or the digit 0 stands where the letter O is meant", "write the letter O", own},
    {"V020", "a change lies outside the period of its report, or a report is dated before its end",
     "put the change into the report of its period, or correct the date", code10},
    {"V021", "periods of reports overlap, or balance periods do not follow one another",
     "begin a balance period on the day after the inventory before", euratom},
    {"V022", "a partner or shipper's batch is missing, or stands with a code that has none",
     "name the shipper and its batch with receipts, the receiver with shipments", both},
    {"V023", "isotopes are missing, weigh more than their element, or a unit letter is wrong",
     "give 640, 660 or 670 with 600 and 630; K for 610, 620 and 800, G for the others", code10},
    {"V024", "the enrichment does not belong to the category",
     "check the weights, or state the material in the category of its enrichment",
     "Regulation (Euratom) 302/2005; limits of natural uranium are values of the profile"},
    {"V025", "the letters of a category change are not those of its weights",
     "give the weights of both categories, and no others", code10},
    {"V026", "a batch stands twice with one code on one day, or twice in one list",
     "combine the entries, or give the batches names of their own", both},
    {"V027", "the basis of a measurement does not fit what was reported of the batch before",
     "use T or L only for weights reported before, M or N only for new ones", both},
    {"V028", "items without a number, or a number of items that is no whole number",
     "count the items; 0 is for bulk material", code10},
    {"V029", "an accidental loss or gain without a special report, or on the day of an inventory",
     "send the special report; what an inventory finds is MUF",
     "Regulation (Euratom) 302/2005; CNSC REGDOC-2.13.1"},
    {"V030", "rebatching takes off another weight than it adds",
     "enter the same weights as RM and RP", code10},
    {"V031", "a batch, or the book of an area, falls below zero",
     "look for a missing receipt, a wrong weight or a wrong batch", own},
    {"V032", "exemptions exceed a limit of paragraph 37", "end exemptions, or do not exempt more",
     "INFCIRC/153, 37"},
    {"V040", "a correction names an entry that is not there, not earlier, or already replaced",
     "name the entry that is valid now, by report and entry number",
     "SG-FM-1172; INFCIRC/153, 103"},
    {"V041", "a correction without a reference, or a new entry with one",
     "write C, D and A with a reference, N without", code10},
    {"V042", "a correction lacks the earlier report, line or check value, or they do not fit",
     "repeat report, line and CRC of the line that is corrected", euratom},
    {"V043", "a correction changes a period whose balance was already reported",
     "work out the balance, the list and the following beginning inventory again", own},
    {"V060", "the beginning inventory is not the ending inventory of the balance before",
     "take over the ending inventory as it was reported", both},
    {"V061", "a line of the balance is not the sum of the entries of its code",
     "add up the effective entries of the period, and give the rounding", code10},
    {"V062", "book, adjusted book or MUF do not follow from the lines above",
     "work the line out again, and give the rounding", both},
    {"V063", "the ending inventory is not the sum of its list",
     "add up the list, and give the rounding", code10},
    {"V064", "the ending book line is not the opening and the changes",
     "work out the book at the end of the month and on the day of the inventory", euratom},
    {"V065", "MUF booked as a change is not that of the balance",
     "book the MUF of the balance, with the day of the inventory, after that day", euratom},
    {"V066", "the balance has a code that may not stand there, a wrong order, or a line twice",
     "write PB, increases, decreases, BE, DI, BA, PE, MF, each once for a category", both},
    {"V067", "a rounding adjustment is larger than rounding can make it",
     "look for the difference behind it", own},
    {"V068", "a shipper/receiver difference without a receipt of the batch before it",
     "only the receiver states it, for a batch that it received", "SG-FM-1172; CNSC REGDOC-2.13.1"},
    {"V069", "MUF is beyond its limit",
     "investigate; the limit is σ(MUF) or a significant quantity", own},
    {"V070", "an inventory without its list or without its balance",
     "send both, also with no entry when nothing is there", code10},
    {"V080", "a receipt has no shipment, or is the second one of a shipment",
     "name shipper, receiver and the shipper's batch as in the shipment", both},
    {"V081", "weights, items or material of a receipt are not those of its shipment",
     "book the shipper's data; a difference is DI", code10},
    {"V082", "received before it was shipped, or not received in time",
     "check the dates, or ask the receiving area", "accord; INFCIRC/153, 94"},
    {"V083", "a shipper/receiver difference is beyond the uncertainty of both measurements",
     "measure again, and look for the cause", own},
    {"V084", "an import does not name the shipper's batch",
     "find the shipment; candidates are shown and never taken by the program", own},
    {"V085", "a transfer above the limit, or several together, without a notice",
     "send the notice; earlier ones belong in the table of notices", "INFCIRC/153, 92 and 95"},
    {"V090", "a report was sent after its due day", "send it by its due day",
     "INFCIRC/153, 62 and 63"},
    {"V091", "inventories more than 14 months apart, or a year without one",
     "take an inventory each calendar year", euratom},
    {"V092", "an inventory inside a month with one report of changes",
     "report the changes up to the inventory and those after it separately",
     "Regulation (Euratom) 302/2005, Article 12"},
    {"V093", "a month without a report of changes", "report also months without a change",
     "Regulation (Euratom) 2025/974, Article 14(3)"},
};

}  // namespace

std::span<const RuleText> rule_texts() {
  return texts;
}

const RuleText* rule_text(std::string_view rule) {
  const auto at =
      std::lower_bound(std::begin(texts), std::end(texts), rule,
                       [](const RuleText& t, std::string_view id) { return t.rule < id; });
  return at != std::end(texts) && at->rule == rule ? at : nullptr;
}

}  // namespace accord::accounting
