#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "base/text.h"
#include "formats/text/csv.h"

namespace accord::formats {
namespace {

/// Cells of the characters that matter to the reader.
rc::Gen<std::vector<std::string>> cells(std::size_t count) {
  return rc::gen::container<std::vector<std::string>>(
      count,
      rc::gen::container<std::string>(rc::gen::element('a', '1', ',', '"', '\n', '\r', ' ', '\t')));
}

RC_GTEST_PROP(CsvProperty, WhatIsWrittenIsReadBack, ()) {
  const auto columns = *rc::gen::inRange<std::size_t>(1, 5);
  const auto table = *rc::gen::container<std::vector<std::vector<std::string>>>(cells(columns));
  std::vector<std::string> header;
  for (std::size_t i = 0; i < columns; ++i) header.push_back("c" + std::to_string(i));
  std::string text = csv_line(header);
  for (const auto& row : table) text += csv_line(row);
  const ReadTable read = read_csv(text, "t.csv");
  std::vector<std::vector<std::string>> kept;  // all but the rows that say nothing
  for (const auto& row : table)
    if (std::any_of(row.begin(), row.end(), [](const auto& cell) { return !trim(cell).empty(); }))
      kept.push_back(row);
  RC_ASSERT(read.problems.empty());
  RC_ASSERT(read.table.rows.size() == kept.size());
  for (std::size_t i = 0; i < kept.size(); ++i)
    for (std::size_t j = 0; j < columns; ++j)
      RC_ASSERT(read.table.rows[i].cells[j].text == kept[i][j]);
}

RC_GTEST_PROP(CsvProperty, AnyBytesGiveRowsOfTheWidthOfTheHeader, ()) {
  const auto text = *rc::gen::container<std::string>(
      rc::gen::element('a', ',', '"', '\n', '\r', '\0', '\xC3', '\xBC'));
  const ReadTable read = read_csv(text, "t.csv");
  for (const Row& row : read.table.rows) RC_ASSERT(row.cells.size() == read.table.columns.size());
  for (const Problem& problem : read.problems) RC_ASSERT(problem.place.line >= 1U);
}

}  // namespace
}  // namespace accord::formats
