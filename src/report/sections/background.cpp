#include <fmt/format.h>

#include <map>
#include <string_view>

#include "agreement/history/clock.h"
#include "agreement/syntax/print.h"
#include "base/english.h"
#include "base/text.h"
#include "report/sections/blocks.h"

namespace accord::report {

namespace {

template <class T, class Use>
void each(const Writer& w, Use use) {
  for (const agreement::Item& item : w.workspace.agreement.items)
    if (const auto* found = std::get_if<T>(&item)) use(*found);
}

Table calendar(Writer& w) {
  Table table{"calendar",
              "Calendar",
              "Days of the agreement as known on this day.",
              {{"day"}, {"rule of the text"}, {"falls on"}},
              {}};
  each<agreement::NamedDay>(w, [&](const agreement::NamedDay& day) {
    const auto found = w.assessed.evaluator().day(day.head.name.text, w.assessed.known());
    table.rows.push_back(
        {"",
         {{.text = day.head.name.text},
          {.text = agreement::print(day.expression)},
          {.text = found ? to_string(*found) : "not known: what it rests on is not on record"}}});
  });
  return table;
}

Block parties_list(const Writer& w) {
  List list;
  std::multimap<std::string_view, Day> ceased_on;  // equal keys keep their order
  for (const evidence::Declaration* d : ceased(w)) ceased_on.emplace(d->head.party, d->head.valid);
  each<agreement::Party>(w, [&](const agreement::Party& p) {
    std::string text = fmt::format("{} ({})", p.head.title, p.head.name.text);
    if (p.members) {
      std::vector<std::string> members;
      for (const agreement::Name& m : *p.members) members.push_back(w.party(m.text));
      text += ": " + join(members, ", ");
    }
    const auto [first, last] = ceased_on.equal_range(p.head.name.text);
    for (auto d = first; d != last; ++d)
      text += fmt::format("; declared on {} that it ceases to participate", to_string(d->second));
    list.items.push_back({.text = std::move(text)});
  });
  return list;
}

void add_open_questions(const Writer& w, Section& out) {
  each<agreement::Question>(w, [&](const agreement::Question& q) {
    std::string text = fmt::format("Question {} ({}): {}", q.head.name.text,
                                   q.head.ref.value_or("no reference"), q.head.title);
    agreement::DayExpression event;
    event.kind = agreement::DayExpression::Kind::event;
    event.name = q.arises_from;
    const auto arose = w.assessed.evaluator().day(event, w.assessed.known());
    if (!arose || *arose > w.assessed.on()) {
      text += " It had not arisen by this day.";
    } else {
      text += fmt::format(" It arose on {}.", to_string(*arose));
      for (const agreement::Answer& a : q.answers) {
        std::vector<std::string> by;
        for (const agreement::Name& n : a.by) by.push_back(w.party(n.text));
        text += fmt::format(" Answered “{}” by {}.", a.text,
                            by.empty() ? "nobody named" : join(by, ", "));
      }
      for (const agreement::Assumption& a : w.assessed.evaluator().options().assume)
        if (a.question == q.head.name.text)
          text += fmt::format(" This report assumes the answer {}.", a.answer);
    }
    out.blocks.emplace_back(Paragraph{std::move(text), Paragraph::Kind::note});
  });
}

std::string clock_text(const Writer& w, const agreement::ClockDates& clock) {
  std::vector<std::string> ends;
  for (const auto& stage : clock.stages)
    ends.push_back(fmt::format("{} until {}{}", stage.name, to_string(stage.until),
                               stage.extended ? " (extended)" : ""));
  std::string out =
      fmt::format("{} was opened on {}{}: {}.", clock.title, to_string(clock.opened),
                  clock.openers.empty() ? "" : " by " + w.parties(clock.openers), join(ends, ", "));
  if (clock.stopped_on)
    out += fmt::format(" It was stopped on {}.", to_string(*clock.stopped_on));
  else
    out +=
        fmt::format(" Unless it is extended or stopped, it {} out on {}, {} after it was opened.",
                    clock.runs_out <= w.assessed.on() ? "ran" : "runs", to_string(clock.runs_out),
                    counted(clock.runs_out - clock.opened, "day"));
  if (clock.available_until)
    out += fmt::format(
        " The procedure itself is available until {}: {}.", to_string(*clock.available_until),
        clock.completes_in_time ? "the stages end before that" : "the stages end after that");
  if (!clock.leads_to.empty())
    out +=
        fmt::format(" The text says it leads to: “{}”; whether it did is a claim.", clock.leads_to);
  if (!clock.opener_named) out += " The text does not name this opener; its standing is a claim.";
  return out;
}

}  // namespace

void add_calendar(Writer& w, const ReportBlock&, Section& out) {
  Table table = calendar(w);
  if (!table.rows.empty()) out.blocks.emplace_back(std::move(table));
}

void add_parties(Writer& w, const ReportBlock&, Section& out) {
  out.blocks.emplace_back(Paragraph{"Parties and bodies:"});
  out.blocks.emplace_back(parties_list(w));
}

void add_questions(Writer& w, const ReportBlock&, Section& out) {
  add_open_questions(w, out);
  for (const auto& clock :
       agreement::clocks_on_record(w.assessed.evaluator(), w.assessed.on(), w.assessed.known()))
    out.blocks.emplace_back(Paragraph{clock_text(w, clock)});
}

}  // namespace accord::report
