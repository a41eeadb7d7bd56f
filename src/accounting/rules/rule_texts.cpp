#include "accounting/rules/rule_texts.h"

#include <algorithm>
#include <utility>

namespace accord::accounting {

namespace {

constexpr std::string_view code10 = "SG-FM-1172 (Code 10, labelled, 02-11-2011)";
constexpr std::string_view euratom = "Regulation (Euratom) 302/2005";
constexpr std::string_view both = "SG-FM-1172; Regulation (Euratom) 302/2005";
constexpr std::string_view own = "accord, from the logic of the balance";

constexpr RuleText texts[] = {
    {"V001", "an element cannot be read: unknown label, bad delimiter, missing # or empty part",
     "each element against the labels or columns of the form: known, closed, no part empty, once "
     "in an entry",
     "write LABEL:CONTENT# with a label of the form, once in an entry", code10},
    {"V002", "a label that must be there is missing, or one is there that may not",
     "the labels of an entry against those that its kind of report asks for and allows",
     "give the labels that the type of entry asks for, and no others", code10},
    {"V003", "a value is too long, has a character that is not allowed, or is not a calendar day",
     "each value against its length, characters and form; days against the calendar",
     "write capital letters, digits and signs, within the length; days as YYYYMMDD", code10},
    {"V004", "entries are not numbered 1 to n, or their total is not the number of entries",
     "the numbers of entries against 1 to n, for accounting entries and notes by themselves; the "
     "total against n",
     "number accounting entries and notes from 1, and give the total in the first of each", both},
    {"V005", "a report number of an area is used twice, or one is left out",
     "report numbers of an area, over all types of report, with one another",
     "number the reports of an area consecutively, over all their types", both},
    {"V006", "an entry says something else than the first entry about the report",
     "number, date, type, period, facility and area of each entry with those of the first",
     "repeat number, date, type, period, facility and area in each entry", own},
    {"V007", "a code is not in the table of the profile",
     "codes (change, status, basis, material, operator's) with the tables of the profile, for the "
     "type of report",
     "use a code of the profile", both},
    {"V008", "Ø or the digit 0 is where the letter O is meant",
     "the places of letters in codes for a Ø or a digit 0", "write the letter O", own},
    {"V020", "a change lies outside the period of its report, or a report is dated before its end",
     "the day of each new change with the period of its report; the date of a report with the end "
     "of its period",
     "put the change into the report of its period, or correct the date", code10},
    {"V021", "periods of reports overlap, or balance periods do not follow one another",
     "periods of change reports of an area with one another; the beginning of a balance with the "
     "end "
     "of the one before",
     "begin a balance period on the day after the inventory before", euratom},
    {"V022", "a partner or shipper's batch is missing, or is with a code that has none",
     "shipper, receiver, shipper's batch and the like with what the code needs and allows",
     "name the shipper and its batch with receipts, the receiver with shipments", both},
    {"V023", "isotopes are missing, weigh more than their element, or a unit letter is wrong",
     "isotopes with their element, by presence and by weight; unit letters with the label",
     "give 640, 660 or 670 with 600 and 630; K for 610, 620 and 800, G for the others", code10},
    {"V024", "the enrichment does not belong to the category",
     "weight of fissile isotopes in the weight of uranium with the limits of natural uranium, and "
     "20 % for H and L",
     "check the weights, or state the material in the category of its enrichment",
     "Regulation (Euratom) 302/2005; limits of natural uranium are values of the profile"},
    {"V025", "the letters of a category change are not those of its weights",
     "the element labels of a category change with the two letters of its code; none in a "
     "unified-uranium area",
     "give the weights of both categories, and no others", code10},
    {"V026", "a batch appears twice with one code on one day, or twice in one list",
     "batch, code, day and area of effective changes with one another; batches within one list",
     "combine the entries, or give the batches names of their own", both},
    {"V027", "the basis of a measurement does not fit what was reported of the batch before",
     "L and T (G, H) with earlier reports of the batch in the area; M and N with weights that were "
     "reported unchanged",
     "use T or L only for weights reported before, M or N only for new ones", both},
    {"V028", "items without a number, or a number of items that is not a whole number",
     "the number of items with zero, for item material; that it is a whole number",
     "count the items; 0 is for bulk material", code10},
    {"V029", "an accidental loss or gain without a special report, or on the day of an inventory",
     "each LA and GA with the table of special reports, and its day with the days of inventories",
     "send the special report; what an inventory finds is MUF",
     "Regulation (Euratom) 302/2005; CNSC REGDOC-2.13.1"},
    {"V030", "rebatching takes off another weight than it adds",
     "the sum of RM with the sum of RP in one report of changes, for each element and isotope",
     "enter the same weights as RM and RP", code10},
    {"V031", "a batch, or the book of an area, falls below zero",
     "the running account of each batch, and of each area's book, with zero; from one inventory to "
     "the next",
     "look for a missing receipt, a wrong weight or a wrong batch", own},
    {"V032", "exemptions exceed a limit of paragraph 37",
     "exemptions less de-exemptions of the State, by date, with the limits of each class",
     "end exemptions, or do not exempt more", "INFCIRC/153, 37"},
    {"V040", "a correction names an entry that is not there, not earlier, or already replaced",
     "the reference of a correction with the effective entries of earlier reports of its area",
     "name the entry that is valid now, by report and entry number",
     "SG-FM-1172; INFCIRC/153, 103"},
    {"V041", "a correction without a reference, or a new entry with one",
     "that C, D and A have a reference, and N has none",
     "write C, D and A with a reference, N without", code10},
    {"V042", "a correction lacks the earlier report, line or check value, or they do not fit",
     "report, line and check value of a correction with the line it names; the second half of a "
     "pair with the first",
     "repeat report, line and CRC of the line that is corrected", euratom},
    {"V043", "a correction changes a period whose balance was already reported",
     "the days of a corrected entry, old and new, with the balances that were already reported",
     "work out the balance, the list and the following beginning inventory again", own},
    {"V060", "the beginning inventory is not the ending inventory of the balance before",
     "PB as written with PE as written before; of the first balance with the initial list",
     "take over the ending inventory as it was reported", both},
    {"V061", "a line of the balance is not the sum of the entries of its code",
     "each line of the balance, with its rounding, with the effective changes of its code after "
     "the inventory before, up to this one",
     "add up the effective entries of the period, and give the rounding", code10},
    {"V062", "book, adjusted book or MUF do not follow from the lines above",
     "BE, BA and MF, with their roundings, with what the lines above them give by the formula of "
     "the profile",
     "work the line out again, and give the rounding", both},
    {"V063", "the ending inventory is not the sum of its list",
     "PE, with its rounding, with the list of that day", "add up the list, and give the rounding",
     code10},
    {"V064", "the ending book line is not the opening and the changes",
     "each line BA of a report of changes with the opening and the changes up to its day, by "
     "category and obligation",
     "work out the book at the end of the month and on the day of the inventory", euratom},
    {"V065", "MUF booked as a change is not that of the balance",
     "the MUF that is booked, its day of inventory and its own day with the balance of that "
     "inventory",
     "book the MUF of the balance, with the day of the inventory, after that day", euratom},
    {"V066", "the balance has a code that may not be there, a wrong order, or a line twice",
     "codes of a balance with those allowed there, their order, and that PB, BA, PE and MF are "
     "there once",
     "write PB, increases, decreases, BE, DI, BA, PE, MF, each once for a category", both},
    {"V067", "a rounding adjustment is larger than rounding can make it",
     "each rounding adjustment with half a unit of account for each term of its sum",
     "look for the difference behind it", own},
    {"V068", "a shipper/receiver difference without a receipt of the batch before it",
     "the batch of each DI with the receipts of the area up to its day",
     "only the receiver states it, for a batch that it received", "SG-FM-1172; CNSC REGDOC-2.13.1"},
    {"V069", "MUF is beyond its limit",
     "MF with its σ, as many times as the profile says, or with a significant quantity where no σ "
     "is given",
     "investigate; the limit is σ(MUF) or a significant quantity", own},
    {"V070", "an inventory without its list or without its balance",
     "the days of lists with the days of balances, and both with the table of inventories",
     "send both, also with no entry when nothing is there", code10},
    {"V080", "a receipt has no shipment, or is the second one of a shipment",
     "receipts with shipments: shipper, receiver and the shipper's batch, each shipment received "
     "once",
     "name shipper, receiver and the shipper's batch as in the shipment", both},
    {"V081", "weights, items or material of a receipt are not those of its shipment",
     "weights, items and material of a receipt with those of its shipment",
     "book the shipper's data; a difference is DI", code10},
    {"V082", "received before it was shipped, or not received in time",
     "the day of a receipt with that of its shipment; a shipment without receipt with the limit of "
     "the profile",
     "check the dates, or ask the receiving area", "accord; INFCIRC/153, 94"},
    {"V083", "a shipper/receiver difference is beyond the uncertainty of both measurements",
     "each DI with the uncertainty of both measurements, as many σ as the profile says; only where "
     "it is given",
     "measure again, and look for the cause", own},
    {"V084", "an import does not name the shipper's batch",
     "imports without the shipper's batch; shipments that it may be are named with a score",
     "find the shipment; candidates are shown and never taken by the program", own},
    {"V085", "a transfer above the limit, or several together, without a notice",
     "effective kilograms of each transfer out of or into the State, and of several within the "
     "time of the profile, with the limit; what is above it with the table of notices",
     "send the notice; earlier ones belong in the table of notices", "INFCIRC/153, 92 and 95"},
    {"V090", "a report was sent after its due day", "the date of a report with its due day",
     "send it by its due day", "INFCIRC/153, 62 and 63"},
    {"V091", "inventories more than 14 months apart, or a year without one",
     "the days of inventories of an area with one another, with the years, and with the day of "
     "assessment",
     "take an inventory each calendar year", euratom},
    {"V092", "an inventory inside a month with one report of changes",
     "the period of each report of changes with the days of inventories inside a month",
     "report the changes up to the inventory and those after it separately",
     "Regulation (Euratom) 302/2005, Article 12"},
    {"V093", "a month without a report of changes",
     "the months from the first to the last report of changes, and those whose report is due, with "
     "the reports",
     "report also months without a change", "Regulation (Euratom) 2025/974, Article 14(3)"},
};

constexpr RulePart parts[] = {
    {"V005 gap", "a number that is left out"},
    {"V020 report date", "a report dated before the end of its period"},
    {"V027 again", "M or N for what was reported unchanged before"},
    {"V028 not a number", "a number of items that is not a whole number"},
    {"V029 inventory", "a loss or gain on the day of an inventory"},
    {"V081 430", "the material description"},
    {"V081 470", "the number of items"},
};

/// The form has what the rule is about.
bool is_of_form(std::string_view rule, const Profile& profile) {
  const auto ending = profile.find(code("BA"));
  const std::pair<std::string_view, bool> conditions[] = {
      {"V008", profile.form == Form::labelled},
      {"V042", profile.pairs},
      {"V064", ending != nullptr && ending->in_icr},
      {"V065", profile.signs.muf_booked},
      {"V067", profile.form == Form::labelled},  // only there RAxx
      {"V085", profile.notice_above.known},
      {"V091", profile.each_year || profile.inventory_months.known},
      {"V092", profile.split_month},
      {"V093", profile.each_month}};
  for (const auto& [name, applies] : conditions)
    if (name == rule) return applies;
  return true;
}

}  // namespace

std::span<const RulePart> rule_parts() {
  return parts;
}

std::optional<Severity> severity_in(std::string_view rule, const Profile& profile) {
  const std::string_view whole = rule.substr(0, rule.find(' '));
  if (!is_of_form(whole, profile) || profile.is_off(whole) || profile.is_off(rule))
    return std::nullopt;
  return profile.severity(rule);
}

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
