#include "accounting/reports/label_names.h"

#include "material/weights.h"

namespace accord::accounting {

std::string_view label_name(Label label) {
  if (material::is_kind(label)) return material::facts(material::Kind{label}).name;
  switch (label) {
    case 1:
      return "reference number";
    case 2:
      return "entry number";
    case 3:
      return "report date";
    case 6:
      return "encoder";
    case 10:
      return "report type";
    case 15:
      return "report period";
    case 99:
      return "note reference";
    case 207:
      return "facility";
    case 307:
      return "material balance area";
    case 309:
      return "entry status";
    case 310:
      return "State system record";
    case 370:
      return "shipper";
    case 372:
      return "receiver";
    case 390:
      return "note indicator";
    case 391:
      return "note";
    case 407:
      return "key measurement point";
    case 411:
      return "change or entry type";
    case 412:
      return "date of change";
    case 430:
      return "material description";
    case 435:
      return "operator's material code";
    case 436:
      return "operator's description";
    case 445:
      return "alphabet";
    case 446:
      return "batch";
    case 447:
      return "shipper's batch";
    case 469:
      return "measurement";
    case 470:
      return "items";
    default:
      return {};
  }
}

}  // namespace accord::accounting
