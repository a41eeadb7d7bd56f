#include "cli/frame/answered.h"

#include <fmt/format.h>

#include <algorithm>

#include "answers/accounts/parts.h"
#include "answers/agreement/opened.h"
#include "answers/agreement/terms.h"
#include "answers/message.h"
#include "answers/table.h"
#include "cli/files/files.h"
#include "cli/frame/answer.h"
#include "cli/frame/envelope.h"
#include "cli/frame/options.h"
#include "cli/frame/suggested.h"
#include "cli/frame/use.h"
#include "cli/print/data_table.h"
#include "cli/print/text.h"
#include "cli/print/workbook.h"
#include "described/cells.h"

namespace accord::cli {

using answers::AnswerTable;
using answers::Question;
using answers::TableChoice;
using described::Kind;
using described::Member;
using described::Shown;
using described::View;

namespace {

const TableChoice& choice_of(const Request& request) {
  return *static_cast<const TableChoice*>(request.choice.at.get());
}

const std::vector<answers::Unread>* unread_of(View answer) {
  const std::vector<answers::Unread>* found = nullptr;
  for (const Member& m : answer.type->members)
    if (m.type == &described::type_of<std::vector<answers::Unread>>)
      visit(m, answer.at,
            [&](View v) { found = static_cast<const std::vector<answers::Unread>*>(v.at); });
  return found;
}

/// The places, where the answer rests on them.
std::vector<Problem> unread_in(View answer, const Request& request) {
  const auto* unread = unread_of(answer);
  return unread == nullptr ? std::vector<Problem>()
                           : cli::unread_problems(*unread, about_accounts(request, "check"));
}

bool is_any(View answer, bool Member::*word) {
  bool out = false;
  for (const Member& m : answer.type->members)
    if (m.*word) visit(m, answer.at, [&](View v) { out = out || *static_cast<const bool*>(v.at); });
  return out;
}

bool is_number(const Member& member) {
  const Kind kind = described::inner(*member.type).kind;
  return kind == Kind::whole || kind == Kind::real || kind == Kind::exact;
}

bool is_bound(const described::Cells& cells, std::size_t column) {
  return column > 0 &&
         cells.columns[column]->name == std::string(cells.columns[column - 1]->name) + "_bound";
}

/// "at least 10000", "not known": the figure with its bound before it.
void join_bounds(described::Cells& cells) {
  for (std::size_t c = 1; c < cells.columns.size(); ++c) {
    if (!is_bound(cells, c)) continue;
    for (auto& row : cells.rows)
      if (!row[c].empty()) row[c - 1] = row[c] + (row[c - 1].empty() ? "" : " " + row[c - 1]);
  }
}

/// Which columns people see: not those of bounds, and none that may be empty and is.
std::vector<std::size_t> columns_to_read(const described::Cells& cells) {
  std::vector<std::size_t> out;
  for (std::size_t c = 0; c < cells.columns.size(); ++c) {
    if (is_bound(cells, c)) continue;
    const bool may_be_empty = cells.columns[c]->type->kind == Kind::maybe && !cells.rows.empty();
    const bool is_empty = std::all_of(cells.rows.begin(), cells.rows.end(),
                                      [c](const auto& row) { return row[c].empty(); });
    if (!may_be_empty || !is_empty) out.push_back(c);
  }
  return out;
}

/// What is not there is a dash.
Table readable(described::Cells cells) {
  join_bounds(cells);
  const std::vector<std::size_t> shown = columns_to_read(cells);
  Table out;
  for (const std::size_t c : shown) {
    out.columns.emplace_back(cells.columns[c]->name);
    out.numbers.push_back(is_number(*cells.columns[c]));
  }
  for (auto& row : cells.rows) {
    auto& line = out.rows.emplace_back();
    for (const std::size_t c : shown)
      line.push_back(
          row[c].empty() && cells.columns[c]->type->kind == Kind::maybe ? "-" : std::move(row[c]));
  }
  return out;
}

formats::XlsxTable for_programs(AnswerTable made) {
  formats::XlsxTable out{std::string(made.name), {}, std::move(made.cells.rows)};
  for (const Member* m : made.cells.columns)
    out.columns.push_back({std::string(m->name), is_number(*m) ? formats::CellType::number
                                                 : described::inner(*m->type).kind == Kind::day
                                                     ? formats::CellType::day
                                                     : formats::CellType::text});
  return out;
}

/// Every list of the answer that has rows, as a sheet; only the one that is asked for, if one is.
Answer workbook_of(const Command& command, const Request& request, View answer,
                   const std::vector<std::string>& notes, const std::vector<Problem>& unread) {
  std::vector<formats::XlsxTable> sheets;
  AboutLines about;
  for (const answers::Value* value : {&request.asked, &request.given})
    for (const Member& m :
         value->type == nullptr ? std::span<const Member>() : value->type->members)
      visit(m, value->at.get(), [&](View v) {
        std::string text = described::cell(v);
        about.emplace_back(m.name, text.empty() ? "all" : std::move(text));
      });
  for (const std::string& note : notes) about.emplace_back("note", note);
  for (std::string& line : answers::lines_of(answer, "remark_lines"))
    about.emplace_back("remark", std::move(line));
  for (const Problem& one : unread)
    about.emplace_back("cannot be read", fmt::format("{}:{}:{}: {}", one.file, one.place.line,
                                                     one.place.column, one.message));
  const TableChoice& choice = choice_of(request);
  for (const std::string_view name : answers::table_names(*answer.type)) {
    if (choice.rows && *choice.rows != name) continue;
    // The choice of columns is that of the list that is shown.
    TableChoice own = sheets.empty() ? choice : TableChoice();
    own.rows = name;
    AnswerTable made = answers::table_of(answer, own, Shown::all);
    if (made.cells.rows.empty() && !sheets.empty()) continue;
    for (const Member* m : made.cells.columns)
      about.emplace_back(fmt::format("{} of {}", m->name, name), m->meaning);
    sheets.push_back(for_programs(std::move(made)));
  }
  return workbook(command, request, sheets, std::move(about));
}

Format format_of(const Command& command, const Request& request) {
  return request.format.value_or(printed_formats(command).front());
}

/// The text, unless it is to be a table.
bool is_text(const Command& command, const Request& request) {
  const TableChoice& choice = choice_of(request);
  return format_of(command, request) == Format::text && !choice.rows && !choice.columns &&
         !choice.sort;
}

/// A form that only this command has.
bool is_own_form(const Command& command, const Request& request) {
  const Format format = format_of(command, request);
  const auto& own = command.own_forms;
  return std::find(own.begin(), own.end(), format) != own.end() &&
         (format != Format::text || is_text(command, request));
}

/// The command's own text, which also says the notes.
bool is_own_text(const Command& command, const Request& request) {
  return command.text_of != nullptr && is_text(command, request);
}

Answer shown(const Command& command, const Request& request, View answer,
             const std::vector<std::string>& notes, const std::vector<Problem>& unread) {
  Answer out;
  const Format format = format_of(command, request);
  const TableChoice& choice = choice_of(request);
  switch (format) {
    case Format::json:
      out.body = envelope(command.name, answer);
      return out;
    case Format::xlsx:
      return workbook_of(command, request, answer, notes, unread);
    case Format::csv:
      out.body = as_csv(for_programs(answers::table_of(answer, choice, Shown::all)), request.exact);
      return out;
    default:
      break;
  }
  if (command.text_of != nullptr &&
      (is_text(command, request) || is_own_form(command, request) || format == Format::code10)) {
    out.body = command.text_of(answer.at, request);
    return out;
  }
  const Table table = readable(answers::table_of(answer, choice, Shown::main).cells);
  out.body = format == Format::md ? as_markdown(table) : as_text(table, request.look);
  for (const std::string& line : answers::lines_of(answer, "closing")) out.body += line + "\n";
  return out;
}

}  // namespace

answers::Answered<std::unique_ptr<answers::Ledger>> ledger_of(const Request& request) {
  auto given = *static_cast<const answers::AccountsGiven*>(request.given.at.get());
  if (!request.workspace.empty()) given.path = request.workspace;
  return answers::opened(given);
}

answers::Answered<answers::Measured> measured_of(const Request& request) {
  const void* given = request.given.at.get();
  return answers::read_measured(*static_cast<const answers::BalanceGiven*>(given), read_file);
}

Used<answers::Terms> terms_of(const Command& command, const Request& request) {
  Used<answers::Terms> out;
  answers::Terms made;
  const void* given = request.given.at.get();
  for (const std::string& file : static_cast<const answers::TermsGiven*>(given)->files) {
    Result<std::string> text = read_file(file);
    if (!text) return out.refusal = refuse(command, request, text.error()), out;
    made.texts.push_back({file, std::move(*text), {}});
  }
  if (!made.texts.empty()) return out.value = std::move(made), out;
  Request copy = request;
  Opened read = read_whole(command, request);
  if (read && (*read)->terms_text.empty()) read = open_workspace(command, copy);
  out.refusal = read.refusal;
  if (read) out.value = answers::terms_of(*read, workspace_folder(request));
  return out;
}

Assessed assessed_by(const Command& command, const Request& written) {
  Request request = written;
  const Opened opened = open_workspace(command, request);
  if (!opened) return {std::nullopt, opened.refusal, {}};
  const auto* given = static_cast<const answers::AssessmentGiven*>(request.given.at.get());
  return assess(command, request, opened, given->query());
}

const void* asked_at(const Request& request) {
  return request.asked.at.get();
}

Answer refuse(const Command& command, const Request& request, answers::Refusal refusal) {
  for (Problem& problem : refusal.problems)
    problem = as_written(std::move(problem), command, request);
  return refuse(command, request, refusal.problems, refusal.texts);
}

namespace {

/// The problems that an answer lists, with their lines of the files.
std::string messages_of(View answer, const Texts& texts) {
  std::vector<Problem> problems;
  for (const Member& m : answer.type->members)
    if (m.type == &described::type_of<std::vector<answers::Message>>)
      visit(m, answer.at, [&](View v) {
        for (const auto& one : *static_cast<const std::vector<answers::Message>*>(v.at))
          problems.push_back(answers::problem_of(one));
      });
  return render_all(problems, texts);
}

Used<answers::Answered<answers::Value>> ask_measured(const Command& command,
                                                     const Request& request) {
  Used<answers::Answered<answers::Value>> out;
  auto measured = measured_of(request);
  if (!measured) return out.refusal = refuse(command, request, std::move(measured.error())), out;
  out.value = command.question->ask(&*measured, asked_at(request));
  if (*out.value) out.notes = messages_of((*out.value)->view(), measured->texts);
  return out;
}

/// From the accounts, or from the workspace with its settings and what it says of its files.
Used<answers::Answered<answers::Value>> ask_source(const Command& command, Request& request) {
  Used<answers::Answered<answers::Value>> out;
  const Question& question = *command.question;
  if (question.source == answers::Source::nothing) {
    const answers::Nothing nothing;
    out.value = question.ask(&nothing, asked_at(request));
    return out;
  }
  if (question.source == answers::Source::measured) return ask_measured(command, request);
  if (question.source == answers::Source::assessment) {
    const Assessed assessed = assessed_by(command, request);
    out.refusal = assessed.refusal;
    out.notes = assessed.notes;
    if (!assessed) return out;
    out.value = question.ask(&*assessed, asked_at(request));
    if (*out.value && command.writes != nullptr)
      out.notes += command.writes(&*assessed, (*out.value)->at.get(), request);
    return out;
  }
  if (question.source == answers::Source::workspace) {
    const Opened opened = open_workspace(command, request);
    out.refusal = opened.refusal;
    out.notes = opened.notes;
    if (opened) out.value = question.ask(opened->get(), asked_at(request));
    return out;
  }
  if (question.source == answers::Source::terms) {
    const Used<answers::Terms> terms = terms_of(command, request);
    out.refusal = terms.refusal;
    if (terms) out.value = question.ask(&*terms, asked_at(request));
    return out;
  }
  auto ledger = ledger_of(request);
  if (ledger)
    out.value = question.ask(ledger->get(), asked_at(request));
  else
    out.refusal = refuse(command, request, std::move(ledger.error()));
  return out;
}

}  // namespace

Answer ask(const Command& command, const Request& written) {
  Request request = written;
  if (command.run != nullptr && is_own_form(command, request)) return command.run(request);
  auto asked = ask_source(command, request);
  if (!asked) return asked.refusal;
  auto& answer = *asked.value;
  if (!answer) return refuse(command, request, std::move(answer.error()));
  const View view = answer->view();
  const std::vector<std::string> notes = answers::lines_of(view, "notes");
  const bool is_doubtful = is_any(view, &Member::doubts);
  const std::vector<Problem> unread =
      is_doubtful ? unread_in(view, request) : std::vector<Problem>();
  Answer out = shown(command, request, view, notes, unread);
  if (out.refused) return out;
  out.messages = asked.notes;
  if (!request.quiet && !is_own_text(command, request))
    for (const std::string& note : notes) out.messages += note + "\n";
  const bool is_whole = request.json() || request.format == Format::xlsx;  // they are in the answer
  if (!request.quiet && !is_whole)
    for (const std::string& line : answers::lines_of(view, "remark_lines"))
      out.messages += line + "\n";
  out.messages += render_all(unread, {});
  if (is_any(view, &Member::decides)) out.exit = Exit::no;
  if (is_doubtful) out.exit = Exit::input;
  return out;
}

}  // namespace accord::cli
