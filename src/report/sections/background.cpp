#include <fmt/format.h>

#include <map>
#include <string_view>

#include "agreement/history/clock.h"
#include "agreement/syntax/print.h"
#include "base/english.h"
#include "base/text.h"
#include "report/sections/writer.h"

namespace accord::report {

using evidence::Finding;

namespace {

template <class T, class Use>
void each(const Writer& w, Use use) {
  for (const agreement::Item& item : w.workspace.agreement.items)
    if (const auto* found = std::get_if<T>(&item)) use(*found);
}

/// What differs from the day of the previous report, as known then.
Table changes(Writer& w) {
  Table table;
  table.id = "changes";
  table.title = "Changes since " + named(*w.previous);
  table.statement = "Commitments whose state differs from that day, as it was known on that day.";
  table.columns = {{"term"}, {"about"}, {"then"}, {"now"}, {"since"}};
  const Day then = w.previous->report_date;
  const auto before = w.assessed.evaluator().status(then, then);
  const auto& now = w.assessed.findings();
  for (std::size_t i = 0; i < now.size(); ++i) {
    if (before[i].state == now[i].state) continue;
    table.rows.push_back({"",
                          {{.text = now[i].term, .href = Writer::place_of(now[i])},
                           {.text = now[i].title},
                           w.state_cell(before[i]),
                           w.state_cell(now[i]),
                           {.text = now[i].since ? to_string(*now[i].since) : ""}}});
  }
  return table;
}

Section introduction(Writer& w) {
  Section out{"A", "Introduction", 1, {}};
  std::vector<std::string> sources;
  each<agreement::Source>(w, [&](const auto& s) { sources.push_back(s.text); });
  out.blocks.emplace_back(
      Paragraph{fmt::format("This report compares what was measured, declared and published with "
                            "the {} ({}). It was drawn up "
                            "for {}, as known on {}. It does not say who is right: contested "
                            "readings and effects are printed "
                            "with those who hold them.",
                            w.workspace.agreement.title, join(sources, "; "),
                            long_form(w.assessed.on()), long_form(w.assessed.known()))});
  if (w.previous == nullptr || w.previous->report_date > w.assessed.on()) {
    out.blocks.emplace_back(Paragraph{"There is no earlier report of the series to compare with."});
    return out;
  }
  Table table = changes(w);
  if (table.rows.empty())
    out.blocks.emplace_back(
        Paragraph{fmt::format("No state changed since {}.", named(*w.previous))});
  else
    out.blocks.emplace_back(std::move(table));
  return out;
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

void add_parties(Writer& w, Section& out) {
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
  out.blocks.emplace_back(Paragraph{"Parties and bodies:"});
  out.blocks.emplace_back(std::move(list));
}

void add_questions(Writer& w, Section& out) {
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

std::vector<Section> background(Writer& w) {
  Section out{"B", "Background", 1, {}};
  out.blocks.emplace_back(calendar(w));
  add_parties(w, out);
  add_questions(w, out);
  for (const auto& clock :
       agreement::clocks_on_record(w.assessed.evaluator(), w.assessed.on(), w.assessed.known())) {
    out.blocks.emplace_back(Paragraph{clock_text(w, clock)});
  }
  std::vector<Section> sections;
  sections.push_back(introduction(w));
  sections.push_back(std::move(out));
  return sections;
}

}  // namespace accord::report
