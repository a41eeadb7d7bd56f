#include "cli/print/data_table.h"

#include "base/contract.h"
#include "cli/print/text.h"

namespace accord::cli {

void DataTable::add(std::vector<std::string> cells) {
  ACCORD_EXPECT(cells.size() == table_.columns.size());
  table_.rows.push_back(std::move(cells));
}

std::string as_csv(const formats::XlsxTable& table, bool exact) {
  Table plain;
  for (const formats::XlsxColumn& column : table.columns) plain.columns.push_back(column.name);
  plain.rows = table.rows;
  return as_csv(plain, exact);
}

}  // namespace accord::cli
