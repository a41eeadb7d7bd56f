#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "accounting/reports/entry_lines.h"
#include "accounting/reports/label_names.h"
#include "accounting/rules/rule_texts.h"
#include "base/english.h"
#include "base/text.h"
#include "cli/accounts/accounts.h"
#include "cli/accounts/explain_accounts.h"
#include "cli/accounts/rules_json.h"
#include "cli/frame/answer.h"
#include "cli/frame/envelope_json.h"
#include "cli/frame/suggested.h"
#include "cli/frame/unread.h"
#include "cli/print/text.h"
#include "material/description.h"

namespace accord::cli {

using accounting::EffectiveEntry;
using accounting::Entry;
using accounting::EntryKind;
using accounting::Label;
using accounting::Report;

namespace {

std::vector<std::string_view> parts_of(std::string_view words) {
  std::vector<std::string_view> out;
  for (std::size_t at = 0; at <= words.size();) {
    const std::size_t slash = std::min(words.find('/', at), words.size());
    out.push_back(words.substr(at, slash - at));
    at = slash + 1;
  }
  return out;
}

/// 1 to 999,999,999; 0 for anything else.
std::uint32_t whole(std::string_view digits) {
  if (digits.empty() || digits.size() > 9) return 0;
  std::uint32_t out = 0;
  for (const char c : digits) {
    if (c < '0' || '9' < c) return 0;
    out = out * 10 + static_cast<std::uint32_t>(c - '0');
  }
  return out;
}

std::string name(const Report& report, const Entry& entry) {
  return fmt::format("{}/{}/{}{}", report.header.mba, report.header.number,
                     entry.kind == EntryKind::note ? "N" : "", entry.number);
}

std::string place(const Report& report, const Entry& entry) {
  return fmt::format("{}:{}", report.file, report.place(report.elements[entry.elements]).line);
}

std::string status_in_words(const Entry& entry) {
  const auto of = [&](std::string_view what) {
    return fmt::format("{} entry {} of report {}", what, entry.reference.entry,
                       entry.reference.report);
  };
  switch (entry.status) {
    case accounting::Status::fresh:
      return "new";
    case accounting::Status::corrects:
      return of("replaces");
    case accounting::Status::removes:
      return of("removes");
    case accounting::Status::added:
      return of("is added as");
    case accounting::Status::ignored:
      return "enters no sum";
    default:
      return "";
  }
}

/// What the content of a label says, where the content itself does not.
std::string in_words(const Ledger& ledger, const Report& report, const Entry& entry, Label label) {
  if (label == 309) return status_in_words(entry);
  if (label == 430 && entry.description[0] != 0) return material::in_words(entry.description);
  if (label == 411)
    if (const accounting::CodeRule* rule = ledger.accounts.profile.find(entry.code))
      return rule->keyword;
  if (label == 412 && entry.date != day_min) return to_string(entry.date);
  if (label == 3 && report.header.date != day_min) return to_string(report.header.date);
  return "";
}

/// What became of an entry: applied corrections of it, in their order, and whether it counts.
std::vector<std::string> history(const Ledger& ledger, const Report& report, const Entry& entry,
                                 const Request& request) {
  std::vector<std::string> out;
  const auto& effective = ledger.effective;
  for (const accounting::Correction& c : effective.applied)
    if (c.target == &entry)
      out.push_back(fmt::format(
          "{} by {} ({}), known on {}",
          c.entry->status == accounting::Status::removes ? "removed" : "replaced",
          name(*c.source, *c.entry), place(*c.source, *c.entry), to_string(c.source->header.date)));
  for (const accounting::Refused& r : effective.refused)
    if (r.entry == &entry)
      out.push_back(
          fmt::format("not applied: see {} in `{}`", r.rule, about_accounts(request, "check")));
  for (const accounting::Gap& gap : ledger.books.gaps())
    if (gap.entry == &entry) out.push_back(accounting::in_words(gap));
  const bool doubtful = std::any_of(effective.doubtful.begin(), effective.doubtful.end(),
                                    [&](const EffectiveEntry& e) { return e.entry == &entry; });
  if (doubtful) {
    out.emplace_back(
        "its status cannot be read: it does not count, and may replace or delete another");
    return out;
  }
  const bool counts = std::any_of(effective.entries.begin(), effective.entries.end(),
                                  [&](const EffectiveEntry& e) { return e.entry == &entry; });
  const bool took_part = std::find(effective.reports.begin(), effective.reports.end(), &report) !=
                         effective.reports.end();
  out.emplace_back(counts      ? "it counts in the books"
                   : took_part ? "it does not count in the books"
                               : "its report was not known on that day");
  return out;
}

struct Explained {
  std::string text;
  Json json;
  Gaps gaps{};  ///< what cannot be read of what was asked about
};

Explained explain_entry(const Ledger& ledger, const Report& report, const Entry& entry, Label only,
                        const Request& request) {
  Explained out;
  out.text = fmt::format("{}: {} ({})\n", name(report, entry),
                         entry.kind == EntryKind::note ? "a concise note" : "an accounting entry",
                         place(report, entry));
  Table table{{"label", "line", "name", "content", "in words"}, {}, {}};
  Json labels = Json::array();
  for (std::uint32_t i = 0; i < entry.element_count; ++i) {
    const accounting::Element& element = report.elements[entry.elements + i];
    if (only != 0 && element.label != only) continue;
    const Label label = element.label;
    const Place at = report.place(element);
    const std::string content(report.content(element)),
        words = in_words(ledger, report, entry, label);
    table.rows.push_back({fmt::format("{:03}", label), fmt::format("{}:{}", at.line, at.column),
                          std::string(accounting::label_name(label)), content, words});
    labels.push_back({{"label", label},
                      {"name", accounting::label_name(label)},
                      {"line", at.line},
                      {"column", at.column},
                      {"content", content},
                      {"in_words", words.empty() ? Json() : Json(words)}});
  }
  out.text += as_text(table, request.look);
  Json events = Json::array();
  for (const std::string& line : history(ledger, report, entry, request)) {
    out.text += line + "\n";
    events.push_back(line);
  }
  out.json = {{"entry", name(report, entry)},
              {"file", report.file},
              {"labels", std::move(labels)},
              {"history", std::move(events)}};
  return out;
}

Result<Explained> explain_report(const Ledger& ledger, const AccountName& asked,
                                 const Request& request) {
  Explained out{{}, Json::array()};
  for (const Report& report : ledger.accounts.reports) {
    if (report.header.mba != asked.mba || report.header.number != asked.report) continue;
    for (const Entry& entry : report.entries) {
      if (asked.entry != 0 && (entry.number != asked.entry || entry.kind != asked.kind)) continue;
      Explained one = explain_entry(ledger, report, entry, asked.label, request);
      out.text += (out.text.empty() ? "" : "\n") + one.text;
      out.json.push_back(std::move(one.json));
    }
    for (const accounting::Gap& gap : ledger.books.gaps())
      if (gap.source == &report &&
          (asked.entry == 0 || gap.entry == nullptr || gap.entry->number == asked.entry))
        out.gaps.push_back(&gap);
  }
  if (out.json.empty())
    return fail("C010", "no such report or entry in the accounts", {},
                fmt::format("`{}` names file and line of each entry",
                            about_accounts(request, "books movements")));
  return out;
}

/// One line of the books: an entry with what it adds.
struct Step {
  std::string what;
  const EffectiveEntry* entry = nullptr;
  material::MassSum change;
};

/// The entries behind the book of an area at the end of a day: the list before it, the changes, and
/// the list of that day if there is one.
std::vector<Step> steps_of(const Ledger& ledger, const AccountName& asked, Day start,
                           material::Kind kind) {
  std::vector<Step> changes, out;
  for (const EffectiveEntry& e : ledger.effective.entries) {
    const accounting::Header& h = e.report->header;
    const accounting::Weight* weight = e.source->weight(*e.entry, kind);
    if (h.mba != asked.mba || weight == nullptr) continue;
    if (h.kind == accounting::ReportKind::pil && h.end == start)
      out.push_back({"listed", &e, weight->mass});
    if (h.kind == accounting::ReportKind::icr && start < e.entry->date &&
        e.entry->date <= *asked.day) {
      const int sign = ledger.signs.of(e.entry->code, kind);
      if (sign == 0) continue;
      changes.push_back(
          {accounting::to_string(e.entry->code), &e,
           sign < 0 ? -material::MassSum(weight->mass) : material::MassSum(weight->mass)});
    }
  }
  std::stable_sort(changes.begin(), changes.end(), [](const Step& a, const Step& b) {
    return a.entry->entry->date < b.entry->entry->date;
  });
  out.insert(out.end(), changes.begin(), changes.end());
  return out;
}

/// Before the first inventory or entry of the area, or of an area without either.
std::optional<Error> no_figure(const Ledger& ledger, const AccountName& asked,
                               const Request& request) {
  const auto first = ledger.books.first_day(asked.mba);
  if ((first && *first <= *asked.day) || !ledger.books.doubt(asked.mba, *asked.day).empty())
    return std::nullopt;
  return Error{"C010",
               fmt::format("there is no figure of {} on {}: {}", asked.mba, to_string(*asked.day),
                           first ? "its accounts begin on " + to_string(*first)
                                 : "no inventory or change of it is known"),
               {},
               first ? fmt::format("ask for {} or a later day", to_string(*first))
                     : fmt::format("`{}` shows the areas with figures",
                                   about_accounts(request, "books inventory"))};
}

/// The last inventory before the day, from which its book is counted; of the first inventory of all
/// that day itself; day_min: none, and the book is that of the changes.
Day start_of(const Ledger& ledger, const AccountName& asked) {
  Day start = day_min;
  for (const Day day : ledger.books.inventories(asked.mba))
    if (day < *asked.day || (day == *asked.day && start == day_min)) start = day;
  return start;
}

Result<Explained> explain_figure(const Ledger& ledger, const AccountName& asked,
                                 const Request& request) {
  const auto kind = static_cast<material::Kind>(asked.label);
  const std::size_t index = material::index_of(kind);
  const std::vector<std::string_view> areas = ledger.books.areas();
  if (std::find(areas.begin(), areas.end(), asked.mba) == areas.end() ||
      index >= material::kinds.size())
    return fail("C010", "no such figure in the books", {},
                "write MBA/DAY/LABEL, as ZZC1/2023-09-30/610");
  if (auto none = no_figure(ledger, asked, request)) return tl::make_unexpected(std::move(*none));
  const Day start = start_of(ledger, asked);
  const material::KindFacts& facts = material::kinds[index];
  Explained out{fmt::format("{} of {} at the end of {}, in {}\n", words_of(facts), asked.mba,
                            to_string(*asked.day),
                            facts.unit == material::MassUnit::gram ? "grams" : "kilograms"),
                {{"mba", asked.mba},
                 {"day", to_string(*asked.day)},
                 {"label", asked.label},
                 {"unit", std::string(1, static_cast<char>(facts.unit))},
                 {"steps", Json::array()}}};
  Table table{{"day", "what", "batch", "change", "book", "entry", "place"}, {}, {}};
  material::MassSum book;
  accounting::EntryLines lines;
  for (const Step& step : steps_of(ledger, asked, start, kind)) {
    book += step.change;
    const Report& source = *step.entry->source;
    const Entry& entry = *step.entry->entry;
    const std::string day = to_string(step.what == "listed" ? start : entry.date);
    const std::string at = fmt::format("{}:{}", source.file, lines.of(source, entry));
    table.rows.push_back({day, step.what, std::string(entry.batch), exact(step.change, facts),
                          exact(book, facts), name(source, entry), at});
    out.json["steps"].push_back({{"day", day},
                                 {"what", step.what},
                                 {"batch", entry.batch},
                                 {"change", exact(step.change, facts)},
                                 {"book", exact(book, facts)},
                                 {"entry", name(source, entry)},
                                 {"place", at}});
  }
  // The book of the day of an inventory is shown before its list, from the list before.
  const accounting::Doubt doubt =
      start == *asked.day ? ledger.books.doubt(asked.mba, start)
                          : ledger.books.doubt(asked.mba, start, *asked.day).ending_book;
  const BookFigure figure = book_figure(exact(book, facts), doubt.bound(kind));
  out.text += as_text(table, request.look) + fmt::format("book: {}\n", figure.text);
  figure.put(out.json, "book");
  out.gaps = gaps_of(ledger, {asked.mba});
  out.json["physical"] = out.json["unaccounted"] = Json();
  const std::vector<Day> days = ledger.books.inventories(asked.mba);
  if (start < *asked.day && std::find(days.begin(), days.end(), *asked.day) != days.end()) {
    const accounting::Balance balance = ledger.books.balance(asked.mba, start, *asked.day);
    const accounting::BalanceDoubt of_balance = ledger.books.doubt(asked.mba, start, *asked.day);
    const BookFigure physical =
        book_figure(exact(balance.ending.amounts[index], facts), of_balance.ending.bound(kind));
    const BookFigure missing =
        book_figure(exact(balance.unaccounted()[index], facts), of_balance.unaccounted.bound(kind));
    out.text += fmt::format("physical inventory of that day: {} (entries: {})\n", physical.text,
                            balance.ending.terms[index]);
    out.text +=
        fmt::format("unaccounted for: {}, positive when material is missing\n", missing.text);
    const auto or_null = [](const std::string& text) { return text.empty() ? Json() : Json(text); };
    out.json["physical"] = or_null(physical.exact);
    out.json["unaccounted"] = or_null(missing.exact);
  }
  return out;
}

Answer explain_rule(const Command& command, const Request& request, const AccountName& asked) {
  const accounting::RuleText* text = accounting::rule_text(asked.rule);
  if (text == nullptr)
    return refuse(command, request,
                  Error{"C010",
                        fmt::format("there is no rule {}", asked.rule),
                        {},
                        "the rules are V001 to V093; the manual lists them"});
  Answer answer;
  answer.body = request.json() ? envelope(command.name, rule_json(*text)) : rule_lines(*text);
  return answer;
}

}  // namespace

std::optional<AccountName> account_name(std::string_view words) {
  AccountName out;
  if (words.size() == 4 && words[0] == 'V' && whole(words.substr(1)) != 0) {
    out.rule = words;
    return out;
  }
  std::vector<std::string_view> parts = parts_of(words);
  if (parts.size() < 2 || parts.size() > 4 || parts[0].empty()) return std::nullopt;
  out.mba = parts[0];
  if (const auto day = parse_day(parts[1]); day && parts.size() == 3) {
    out.day = day;
    out.label = static_cast<Label>(std::min(whole(parts[2]), 999U));
    return out;
  }
  out.report = whole(parts[1]);
  if (out.report == 0) return std::nullopt;
  if (parts.size() > 2) {
    const bool note = parts[2].starts_with('N');
    out.kind = note ? EntryKind::note : EntryKind::accounting;
    out.entry = whole(parts[2].substr(note ? 1 : 0));
    if (out.entry == 0) return std::nullopt;
  }
  if (parts.size() > 3) out.label = static_cast<Label>(std::min(whole(parts[3]), 999U));
  return out;
}

Answer explain_accounts(const Command& command, const Request& request, const AccountName& asked) {
  if (!asked.rule.empty()) return explain_rule(command, request, asked);
  Request of_folder = request;
  of_folder.arguments.clear();
  const OpenedLedger opened = open_ledger(command, of_folder);
  if (!opened) return opened.refusal;
  Result<Explained> explained = asked.day ? explain_figure(*opened.ledger, asked, of_folder)
                                          : explain_report(*opened.ledger, asked, of_folder);
  if (!explained) return refuse(command, request, explained.error());
  Answer answer;
  answer.body =
      request.json()
          ? envelope(command.name, {{asked.day ? "figure" : "entries", std::move(explained->json)},
                                    {"incomplete", unread_json(explained->gaps)}})
          : explained->text;
  name_unread(answer, of_folder, *opened.ledger, explained->gaps);
  return answer;
}

}  // namespace accord::cli
