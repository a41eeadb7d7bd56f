#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <algorithm>
#include <map>
#include <set>

#include "answers/accounts/opened.h"
#include "answers/agreement/opened.h"
#include "answers/flags.h"
#include "answers/questions.h"
#include "answers/statistics/measured.h"
#include "base/codes/parameter.h"
#include "bind.h"
#include "described/cells.h"
#include "formats/text/defused.h"
#include "formats/text/files.h"

namespace py = pybind11;

/// Questions and answers as their structs describe them: for the package, which makes methods and
/// rows of them (python/accord/_answers.py).
namespace accord::python {

using answers::Question;
using described::Kind;
using described::Member;
using described::Type;
using described::View;

namespace {

py::str text(std::string_view words) {
  return {words.data(), words.size()};
}

std::string class_name(std::string_view name) {
  std::string out;
  bool is_start = true;
  for (const char c : name) {
    if (c != '_') out += is_start ? static_cast<char>(c - 'a' + 'A') : c;
    is_start = c == '_';
  }
  return out;
}

/// As a stub writes it.
std::string annotation(const Type& type, bool is_asked) {
  switch (type.kind) {
    case Kind::text:
      return "str";
    case Kind::yes_no:
      return "bool";
    case Kind::whole:
      return "int";
    case Kind::real:
      return "float";
    case Kind::day:
      return is_asked ? "DayLike" : "datetime.date";
    case Kind::exact:
      return type.may_be_none ? "Union[decimal.Decimal, fractions.Fraction, None]"
                              : "decimal.Decimal";
    case Kind::word: {
      std::string out = "Literal[";
      for (const std::string_view word : type.words)
        out += (out.back() == '[' ? "\"" : ", \"") + std::string(word) + "\"";
      return out + "]";
    }
    case Kind::maybe:
      return "Optional[" + annotation(*type.of, is_asked) + "]";
    case Kind::list:
      return (is_asked ? "Sequence[" + annotation(*type.of, is_asked)
                       : "tuple[" + annotation(*type.of, is_asked) + ", ...") +
             "]";
    case Kind::object:
      return class_name(type.name);
    case Kind::one_of: {
      std::string out = "Union[";
      for (const Type* one : type.among)
        out += (out.back() == '[' ? "" : ", ") + annotation(*one, is_asked);
      return out + "]";
    }
  }
  return {};
}

bool is_whole(const Type& type) {
  return described::inner(type).kind == Kind::whole;
}

/// A dict for each member.
py::list members_of(const Type& type, bool is_asked) {
  py::list out;
  for (const Member& m : type.members) {
    if (!described::is_data(m)) continue;
    if (m.is_flat) {
      for (const auto& inside : members_of(*m.type, is_asked)) {
        inside["rows_are"] = "";  // the tables of an answer are its own lists
        out.append(inside);
      }
      continue;
    }
    py::dict one;
    one["name"] = text(m.name);
    one["meaning"] = text(m.meaning);
    one["annotation"] = m.is_none_if_empty ? "Optional[" + annotation(*m.type, is_asked) + "]"
                                           : annotation(*m.type, is_asked);
    one["is_column"] = described::is_column(m);
    one["is_short"] = described::is_column(m, described::Shown::main);
    one["is_single"] = described::is_single(*m.type);
    const bool is_table = m.type->kind == Kind::list && m.type->of->kind == Kind::object;
    one["rows_are"] = is_table ? class_name(m.type->of->name) : std::string();
    one["is_whole"] = is_whole(*m.type);
    out.append(std::move(one));
  }
  return out;
}

void add_objects(const Type& type, std::set<const Type*>& there, py::list& out);

/// What is flat has no object of its own.
void add_objects_of(const Member& member, std::set<const Type*>& there, py::list& out) {
  if (!member.is_flat) return add_objects(*member.type, there, out);
  for (const Member& inside : member.type->members) add_objects_of(inside, there, out);
}

/// The objects that a type holds, those inside first.
void add_objects(const Type& type, std::set<const Type*>& there, py::list& out) {
  if (type.of != nullptr) add_objects(*type.of, there, out);
  for (const Type* one : type.among) add_objects(*one, there, out);
  if (type.kind != Kind::object || !there.insert(&type).second) return;
  for (const Member& m : type.members) add_objects_of(m, there, out);
  py::dict one;
  one["name"] = class_name(type.name);
  one["meaning"] = text(type.meaning);
  one["members"] = members_of(type, false);
  out.append(std::move(one));
}

std::string_view source_name(answers::Source source) {
  switch (source) {
    case answers::Source::accounts:
      return "accounts";
    case answers::Source::workspace:
      return "workspace";
    case answers::Source::terms:
      return "terms";
    case answers::Source::assessment:
      return "assessment";
    case answers::Source::measured:
      return "measured";
    case answers::Source::talks:
      return "talks";
    case answers::Source::nothing:
      return "nothing";
  }
  return {};
}

/// All questions, and the classes of their answers.
py::dict described_questions() {
  py::list questions, classes;
  std::set<const Type*> there;
  for (const Question* question : answers::questions()) {
    py::dict one;
    one["name"] = text(question->name);
    one["meaning"] = text(question->asked->meaning);
    one["answer"] = class_name(question->answer->name);
    one["method"] = text(question->method);
    one["source"] = text(source_name(question->source));
    py::list asked;
    // Of measurements what is read comes first: the folder.
    if (question->source == answers::Source::measured)
      asked = members_of(*question->fresh_given().type, true);
    for (const auto& member : members_of(*question->asked, true)) asked.append(member);
    // A workspace is open and assessed before it is asked.
    if (question->source == answers::Source::accounts)
      for (const auto& member : members_of(*question->fresh_given().type, true))
        if (member["name"].cast<std::string>() != "path") asked.append(member);
    one["asked"] = std::move(asked);
    questions.append(std::move(one));
    add_objects(*question->answer, there, classes);
  }
  py::dict out;
  out["questions"] = std::move(questions);
  out["classes"] = std::move(classes);
  return out;
}

/// Makes objects of Python; `classes` by their names.
class Made {
 public:
  explicit Made(py::dict classes) : classes_(std::move(classes)) {}

  py::object of(View v) {
    switch (v.type->kind) {
      case Kind::yes_no:
        return py::bool_(*static_cast<const bool*>(v.at));
      case Kind::whole:
      case Kind::real:
        return number(v);
      case Kind::text:
        return written(described::cell(v));
      case Kind::word:
        return text(described::cell(v));
      case Kind::day:
        return date_.attr("fromisoformat")(described::cell(v));
      case Kind::exact:
        return exact(described::cell(v));
      case Kind::maybe:
        return v.size() == 0 ? py::object(py::none()) : of(v[0]);
      case Kind::list:
        return list(v);
      case Kind::one_of:
        return of({v.type->inside(v.at), v.type->among[v.type->which(v.at)]});
      case Kind::object:
        return object(v);
    }
    return py::none();
  }

 private:
  py::dict classes_;
  std::map<const Type*, py::object> known_;
  py::object date_ = py::module_::import("datetime").attr("date");
  py::object decimal_ = py::module_::import("decimal").attr("Decimal");
  py::object fraction_ = py::module_::import("fractions").attr("Fraction");

  /// Bytes that are not UTF-8 come back as they went in, with "surrogateescape".
  static py::object written(const std::string& words) {
    return py::reinterpret_steal<py::object>(PyUnicode_DecodeUTF8(
        words.data(), static_cast<py::ssize_t>(words.size()), "surrogateescape"));
  }
  static py::object number(View v) {
    const std::string printed = described::cell(v);
    if (printed.empty()) return py::none();  // no number
    if (v.type->kind == Kind::real) return py::float_(v.type->number(v.at));
    return py::reinterpret_steal<py::object>(PyLong_FromString(printed.c_str(), nullptr, 10));
  }
  py::object exact(const std::string& printed) {
    if (printed.empty()) return py::none();
    return (printed.find('/') == std::string::npos ? decimal_ : fraction_)(printed);
  }
  py::tuple list(View v) {
    py::tuple out(v.size());
    for (std::size_t i = 0; i < v.size(); ++i) out[i] = of(v[i]);
    return out;
  }
  py::object object(View v) {
    py::object& made = known_[v.type];
    if (!made) made = classes_[py::str(class_name(v.type->name))];
    py::list fields;
    add_fields(v, fields);
    return made(*fields);
  }
  void add_fields(View v, py::list& fields) {
    for (const Member& m : v.type->members)
      if (described::is_data(m))
        visit(m, v.at, [&](View inside) {
          if (m.is_flat) return add_fields(inside, fields);
          const bool is_none = m.is_none_if_empty && described::cell(inside).empty();
          fields.append(is_none ? py::object(py::none()) : of(inside));
        });
  }
};

/// As a flag would have it.
std::string as_text(const py::handle& value) {
  if (py::isinstance<py::bool_>(value)) return value.cast<bool>() ? "yes" : "no";
  if (py::hasattr(value, "isoformat"))
    return py::str(value.attr("isoformat")()).cast<std::string>().substr(0, 10);
  return py::str(value);
}

std::vector<answers::Flag> members_asked(const Type& type) {
  std::vector<answers::Flag> out = answers::arguments_of(type);
  for (answers::Flag& flag : answers::flags_of(type)) out.push_back(std::move(flag));
  return out;
}

/// Puts what is given into the structs that have such members.
void put(const py::dict& given, const std::vector<answers::Value*>& into) {
  for (const auto& [key, value] : given) {
    if (value.is_none()) continue;
    const auto name = key.cast<std::string>();
    for (answers::Value* one : into)
      for (const answers::Flag& flag : members_asked(*one->type)) {
        if (flag.member().name != name) continue;
        const auto add = [&](const py::handle& v) {
          if (const auto problem = answers::set(flag, one->at.get(), as_text(v), name))
            raise({problem->code, problem->message, {}, problem->help});
        };
        if (!flag.repeatable || py::isinstance<py::str>(value))
          add(value);
        else
          for (const py::handle v : value) add(v);
      }
  }
}

}  // namespace

void raise_refusal(const answers::Refusal& refusal) {
  const Problem& said = refusal.problems.back();
  const std::vector<Problem> none;
  raise({said.code, said.message, said.file, said.help},
        refusal.problems.size() == 1 ? none : refusal.problems,
        {refusal.texts.begin(), refusal.texts.end()});
}

py::object made(View value, const py::dict& classes) {
  return Made(classes).of(value);
}

py::object ask_accounts(const std::shared_ptr<const formats::Accounts>& accounts,
                        const std::string& name, const py::dict& given, const py::dict& classes) {
  const Question* question = answers::find_question(name);
  answers::Value asked = question->fresh();
  answers::Value source = answers::Value::of(answers::AccountsGiven());
  put(given, {&asked, &source});
  const auto known = static_cast<const answers::AccountsGiven*>(source.at.get())->known;
  answers::Answered<answers::Value> answer;
  {
    py::gil_scoped_release release;
    const answers::Ledger ledger(accounts, known.value_or(day_max));
    answer = question->ask(&ledger, asked.at.get());
  }
  if (!answer) raise_refusal(answer.error());
  return made(answer->view(), classes);
}

py::object ask(const void* source, const std::string& name, const py::dict& given,
               const py::dict& classes) {
  const Question* question = answers::find_question(name);
  answers::Value asked = question->fresh();
  put(given, {&asked});
  answers::Answered<answers::Value> answer;
  {
    py::gil_scoped_release release;
    answer = question->ask(source, asked.at.get());
  }
  if (!answer) raise_refusal(answer.error());
  return Made(classes).of(answer->view());
}

namespace {

/// Reads the files that are named, then asks.
py::object ask_measured(const std::string& name, const py::dict& given, const py::dict& classes) {
  const Question* question = answers::find_question(name);
  answers::Value asked = question->fresh(), source = question->fresh_given();
  put(given, {&asked, &source});
  // Its parameters are keywords, also where a question has the same name.
  if (auto fault = question->given_fault(source.at.get())) {
    fault->remedy =
        spelled(fault->remedy, [](std::string_view keyword) { return std::string(keyword); });
    raise(*fault);
  }
  const auto& which = *static_cast<const answers::BalanceGiven*>(source.at.get());
  answers::Answered<answers::Value> answer;
  {
    py::gil_scoped_release release;
    auto measured = answers::read_measured(which, {formats::is_there, [](const std::string& file) {
                                                     return formats::file_bytes(file);
                                                   }});
    if (measured)
      answer = question->ask(&*measured, asked.at.get());
    else
      answer = tl::make_unexpected(std::move(measured.error()));
  }
  if (!answer) raise_refusal(answer.error());
  return made(answer->view(), classes);
}

}  // namespace

void bind_answers(py::module_& module) {
  module.def("described_questions", &described_questions);
  module.def("ask", [](const std::string& name, const py::dict& given, const py::dict& classes) {
    const answers::Nothing nothing;
    return ask(&nothing, name, given, classes);
  });
  module.def("ask_measured", &ask_measured);
  module.def("defused", [](const std::string& cell) { return formats::defused(cell); });
}

}  // namespace accord::python
