#include "cli/frame/answered.h"

#include <fmt/format.h>

#include <algorithm>

#include "answers/accounts/parts.h"
#include "answers/agreement/opened.h"
#include "answers/agreement/terms.h"
#include "answers/message.h"
#include "answers/table.h"
#include "answers/talks/given.h"
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
#include "formats/text/files.h"

namespace accord::cli {

using answers::AnswerTable;
using answers::Question;
using answers::TableChoice;
using described::Kind;
using described::Member;
using described::Shown;
using described::View;

namespace {

const TableChoice& choice_of(const Call& call) {
  return *static_cast<const TableChoice*>(call.choice.at.get());
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
std::vector<Problem> unread_in(View answer, const Call& call) {
  const auto* unread = unread_of(answer);
  return unread == nullptr ? std::vector<Problem>()
                           : cli::unread_problems(*unread, about_accounts(call, "check"));
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
Answer workbook_of(const Command& command, const Call& call, View answer,
                   const std::vector<std::string>& notes, const std::vector<Problem>& unread) {
  std::vector<formats::XlsxTable> sheets;
  AboutLines about;
  for (const answers::Value* value : {&call.asked, &call.given})
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
  const TableChoice& choice = choice_of(call);
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
  return workbook(command, call, sheets, std::move(about));
}

Format format_of(const Command& command, const Call& call) {
  return call.format.value_or(printed_formats(command).front());
}

/// The text, unless it is to be a table.
bool is_text(const Command& command, const Call& call) {
  const TableChoice& choice = choice_of(call);
  return format_of(command, call) == Format::text && !choice.rows && !choice.columns &&
         !choice.sort;
}

/// A form that only this command has.
bool is_own_form(const Command& command, const Call& call) {
  const Format format = format_of(command, call);
  const auto& own = command.own_forms;
  return std::find(own.begin(), own.end(), format) != own.end() &&
         (format != Format::text || is_text(command, call));
}

/// The command's own text, which also says the notes.
bool is_own_text(const Command& command, const Call& call) {
  return command.text_of != nullptr && is_text(command, call);
}

Answer shown(const Command& command, const Call& call, View answer,
             const std::vector<std::string>& notes, const std::vector<Problem>& unread) {
  Answer out;
  const Format format = format_of(command, call);
  const TableChoice& choice = choice_of(call);
  switch (format) {
    case Format::json:
      out.body = envelope(command.name, answer);
      return out;
    case Format::xlsx:
      return workbook_of(command, call, answer, notes, unread);
    case Format::csv:
      out.body = as_csv(for_programs(answers::table_of(answer, choice, Shown::all)), call.exact);
      return out;
    default:
      break;
  }
  if (command.text_of != nullptr &&
      (is_text(command, call) || is_own_form(command, call) || format == Format::code10)) {
    out.body = command.text_of(answer.at, call);
    return out;
  }
  const Table table = readable(answers::table_of(answer, choice, Shown::main).cells);
  out.body = format == Format::md ? as_markdown(table) : as_text(table, call.look);
  for (const std::string& line : answers::lines_of(answer, "closing")) out.body += line + "\n";
  return out;
}

}  // namespace

answers::Answered<std::unique_ptr<answers::Ledger>> ledger_of(const Call& call) {
  auto given = *static_cast<const answers::AccountsGiven*>(call.given.at.get());
  if (!call.workspace.empty()) given.path = call.workspace;
  return answers::opened(given);
}

answers::Answered<answers::Measured> measured_of(const Call& call) {
  const void* given = call.given.at.get();
  return answers::read_measured(*static_cast<const answers::BalanceGiven*>(given),
                                {formats::is_there, read_file});
}

Used<answers::Terms> terms_of(const Command& command, const Call& call) {
  Used<answers::Terms> out;
  answers::Terms made;
  const void* given = call.given.at.get();
  for (const std::string& file : static_cast<const answers::TermsGiven*>(given)->files) {
    Result<std::string> text = read_file(file);
    if (!text) return out.refusal = refuse(command, call, text.error()), out;
    made.texts.push_back({file, std::move(*text), {}});
  }
  if (!made.texts.empty()) return out.value = std::move(made), out;
  Call copy = call;
  Opened read = read_whole(command, call);
  if (read && (*read)->terms_text.empty()) read = open_workspace(command, copy);
  out.refusal = read.refusal;
  if (read) out.value = answers::terms_of(*read, workspace_folder(call));
  return out;
}

Assessed assessed_by(const Command& command, const Call& written) {
  Call call = written;
  const Opened opened = open_workspace(command, call);
  if (!opened) return {std::nullopt, opened.refusal, {}};
  const auto* given = static_cast<const answers::AssessmentGiven*>(call.given.at.get());
  return assess(command, call, opened, given->query());
}

const void* asked_at(const Call& call) {
  return call.asked.at.get();
}

Answer refuse(const Command& command, const Call& call, answers::Refusal refusal) {
  for (Problem& problem : refusal.problems) problem = as_written(std::move(problem), command, call);
  return refuse(command, call, refusal.problems, refusal.texts);
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

Used<answers::Answered<answers::Value>> ask_measured(const Command& command, const Call& call) {
  Used<answers::Answered<answers::Value>> out;
  auto measured = measured_of(call);
  if (!measured) return out.refusal = refuse(command, call, std::move(measured.error())), out;
  out.value = command.question->ask(&*measured, asked_at(call));
  if (*out.value) out.notes = messages_of((*out.value)->view(), measured->texts);
  return out;
}

Used<answers::Answered<answers::Value>> ask_talks(const Command& command, const Call& call) {
  Used<answers::Answered<answers::Value>> out;
  const void* given = call.given.at.get();
  auto files = answers::read_talks(*static_cast<const answers::TalksGiven*>(given),
                                   {formats::is_there, read_file});
  if (!files) return out.refusal = refuse(command, call, std::move(files.error())), out;
  out.value = command.question->ask(&*files, asked_at(call));
  // An answer that lists problems has the warnings of the files among them.
  if (*out.value) out.notes = messages_of((*out.value)->view(), {});
  if (out.notes.empty()) out.notes = render_all(files->warnings, {});
  if (*out.value && command.writes != nullptr)
    out.notes += command.writes(&*files, (*out.value)->at.get(), call);
  return out;
}

/// From the accounts, or from the workspace with its settings and what it says of its files.
Used<answers::Answered<answers::Value>> ask_source(const Command& command, Call& call) {
  Used<answers::Answered<answers::Value>> out;
  const Question& question = *command.question;
  if (question.source == answers::Source::nothing) {
    const answers::Nothing nothing;
    out.value = question.ask(&nothing, asked_at(call));
    return out;
  }
  if (question.source == answers::Source::measured) return ask_measured(command, call);
  if (question.source == answers::Source::talks) return ask_talks(command, call);
  if (question.source == answers::Source::assessment) {
    const Assessed assessed = assessed_by(command, call);
    out.refusal = assessed.refusal;
    out.notes = assessed.notes;
    if (!assessed) return out;
    out.value = question.ask(&*assessed, asked_at(call));
    if (*out.value && command.writes != nullptr)
      out.notes += command.writes(&*assessed, (*out.value)->at.get(), call);
    return out;
  }
  if (question.source == answers::Source::workspace) {
    const Opened opened = open_workspace(command, call);
    out.refusal = opened.refusal;
    out.notes = opened.notes;
    if (opened) out.value = question.ask(opened->get(), asked_at(call));
    return out;
  }
  if (question.source == answers::Source::terms) {
    const Used<answers::Terms> terms = terms_of(command, call);
    out.refusal = terms.refusal;
    if (terms) out.value = question.ask(&*terms, asked_at(call));
    return out;
  }
  auto ledger = ledger_of(call);
  if (ledger)
    out.value = question.ask(ledger->get(), asked_at(call));
  else
    out.refusal = refuse(command, call, std::move(ledger.error()));
  return out;
}

}  // namespace

Answer ask(const Command& command, const Call& written) {
  Call call = written;
  if (command.run != nullptr && is_own_form(command, call)) return command.run(call);
  auto asked = ask_source(command, call);
  if (!asked) return asked.refusal;
  auto& answer = *asked.value;
  if (!answer) return refuse(command, call, std::move(answer.error()));
  const View view = answer->view();
  const std::vector<std::string> notes = answers::lines_of(view, "notes");
  const bool is_doubtful = is_any(view, &Member::doubts);
  const std::vector<Problem> unread = is_doubtful ? unread_in(view, call) : std::vector<Problem>();
  Answer out = shown(command, call, view, notes, unread);
  if (out.refused) return out;
  out.messages = asked.notes;
  if (!call.quiet && !is_own_text(command, call))
    for (const std::string& note : notes) out.messages += note + "\n";
  const bool is_whole = call.json() || call.format == Format::xlsx;  // they are in the answer
  if (!call.quiet && !is_whole)
    for (const std::string& line : answers::lines_of(view, "remark_lines"))
      out.messages += line + "\n";
  out.messages += render_all(unread, {});
  if (is_any(view, &Member::decides)) out.exit = Exit::no;
  if (is_doubtful) out.exit = Exit::input;
  return out;
}

}  // namespace accord::cli
