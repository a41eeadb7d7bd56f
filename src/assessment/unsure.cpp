#include "assessment/unsure.h"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

namespace accord::assessment {

using agreement::Observation;

namespace {

/// The row says nothing about the name that it may mean, but that there may be something. A place
/// without a column is that of a row that can be read.
Observation statement(const agreement::Header& head, const UnfedRow& row, const char* column,
                      agreement::Records& records) {
  const agreement::Origin& origin = records.origins[head.origin];
  Observation out;
  out.head = head;
  out.metric = row.did_you_mean->name;
  out.relation = agreement::Relation::no_figure;
  out.unread = {static_cast<std::uint32_t>(records.unread.size())};
  records.unread.push_back({origin.file, origin.row, 0, column, row.word});
  return out;
}

}  // namespace

bool any_unsure(const Remarks& remarks) {
  return std::any_of(remarks.unfed_rows.begin(), remarks.unfed_rows.end(),
                     [](const UnfedRow& row) { return row.did_you_mean.has_value(); });
}

void add_unsure(agreement::Records& records, const Remarks& remarks) {
  std::map<std::uint32_t, std::vector<const UnfedRow*>> rows;  // by origin
  for (const UnfedRow& row : remarks.unfed_rows)
    if (row.did_you_mean) rows[row.origin].push_back(&row);
  if (rows.empty()) return;
  std::vector<Observation> made;
  std::map<std::uint32_t, bool> has_figure;
  for (const Observation& o : records.observations)
    if (const auto of = rows.find(o.head.origin); of != rows.end())
      for (const UnfedRow* row : of->second)
        if (row->word == o.metric) {
          has_figure[o.head.origin] = true;
          made.push_back(statement(o.head, *row, "metric", records));
        }
  for (const agreement::EventRecord& e : records.events)
    if (const auto of = rows.find(e.head.origin); of != rows.end() && !has_figure[e.head.origin])
      for (const UnfedRow* row : of->second)
        if (row->word == e.category) made.push_back(statement(e.head, *row, "category", records));
  for (Observation& one : made) records.observations.push_back(std::move(one));
}

}  // namespace accord::assessment
