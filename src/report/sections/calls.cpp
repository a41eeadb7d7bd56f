#include "base/text.h"
#include "report/sections/blocks.h"

/// Calls of duties: requests and what became of them.
namespace accord::report {

void add_calls(Writer& w, const ReportBlock&, Section& out) {
  Table table{w.own_id("calls-" + out.id),
              "Requests, notices and reports that were due",
              "",
              {{"term"}, {"called for"}, {"due by"}, {"done on"}, {"state"}},
              {}};
  for (const auto& [f, name] : w.shown)
    for (const evidence::RuleFinding& rule : f->rules)
      for (const evidence::Call& call : rule.calls)
        table.rows.push_back(
            {"",
             {{.text = name, .href = Writer::place_of(*f)},
              {.text = call.what},
              {.text = to_string(call.deadline)},
              {.text = call.answered ? to_string(*call.answered) : "not on record"},
              {.text = plain(call.state)}}});
  if (!table.rows.empty()) out.blocks.emplace_back(std::move(table));
}

}  // namespace accord::report
