#include "assessment/unsure.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace accord::assessment {

using evidence::Observation;

namespace {

/// The row says nothing about the name that it may mean, but that there may be something. A place
/// without a column is that of a row that can be read.
Observation statement(const evidence::Header& head, const UnfedRow& row, const std::string& name,
                      const char* column, evidence::Records& records) {
  const evidence::Origin& origin = records.origins[head.origin];
  Observation out;
  out.head = head;
  out.metric = name;
  out.relation = evidence::Relation::no_figure;
  out.unread = {static_cast<std::uint32_t>(records.unread.size())};
  records.unread.push_back({origin.file, origin.row, 0, column, row.word});
  return out;
}

/// What the row may be, each once.
std::set<std::string> names_of(const UnfedRow& row) {
  std::set<std::string> out(row.may_be.begin(), row.may_be.end());
  if (row.did_you_mean) out.insert(row.did_you_mean->name);
  return out;
}

}  // namespace

bool any_unsure(const Remarks& remarks) {
  return std::any_of(remarks.unfed_rows.begin(), remarks.unfed_rows.end(),
                     [](const UnfedRow& row) { return row.did_you_mean || !row.may_be.empty(); });
}

void add_unsure(evidence::Records& records, const Remarks& remarks) {
  std::map<std::uint32_t, std::vector<const UnfedRow*>> rows;  // by origin
  for (const UnfedRow& row : remarks.unfed_rows)
    if (row.did_you_mean || !row.may_be.empty()) rows[row.origin].push_back(&row);
  if (rows.empty()) return;
  std::vector<Observation> made;
  std::map<std::uint32_t, bool> has_figure;
  for (const Observation& o : records.observations)
    if (const auto of = rows.find(o.head.origin); of != rows.end())
      for (const UnfedRow* row : of->second)
        if (row->word == o.metric && row->did_you_mean) {
          has_figure[o.head.origin] = true;
          made.push_back(statement(o.head, *row, row->did_you_mean->name, "metric", records));
        }
  for (const evidence::EventRecord& e : records.events)
    if (const auto of = rows.find(e.head.origin); of != rows.end() && !has_figure[e.head.origin])
      for (const UnfedRow* row : of->second)
        if (row->word == e.category)
          for (const std::string& name : names_of(*row))
            made.push_back(statement(e.head, *row, name, "category", records));
  for (Observation& one : made) records.observations.push_back(std::move(one));
}

}  // namespace accord::assessment
