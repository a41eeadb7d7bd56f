#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>

/// What a value is and says, as constants that exist at run time: every face of a question (text,
/// CSV, JSON and its schema, flags, Python) is an ordinary function over them.
namespace accord::described {

enum class Kind : std::uint8_t {
  text,    ///< std::string
  yes_no,  ///< bool
  whole,   ///< an integer
  real,    ///< double
  day,     ///< Day
  exact,   ///< Decimal, Rational
  word,    ///< an enumeration with `Words`
  maybe,   ///< std::optional
  list,    ///< std::vector
  object,  ///< a struct with `described`
  one_of   ///< std::variant
};

struct Member;

/// One constant for each C++ type. Functions that a kind does not have are null.
struct Type {
  Kind kind = Kind::text;
  std::string_view name{}, meaning{};  ///< of an object; an enumeration has a name
  std::span<const Member> members{};   ///< of an object
  const Member* which_kind = nullptr;  ///< of an object: the word that says its kind
  std::string_view sentence{};  ///< that says such an object; {name} stands for the member's value
  std::string_view tag{};       ///< of one of several objects: the key under which data says which
  std::span<const std::string_view> words{};    ///< of an enumeration, by the value's number
  const Type* of = nullptr;                     ///< inside maybe and list
  std::span<const Type* const> among{};         ///< of one_of, by the alternative's number
  std::size_t (*count)(const void*) = nullptr;  ///< of maybe (0 or 1) and list
  const void* (*at)(const void*, std::size_t) = nullptr;  ///< of maybe and list
  std::size_t (*which)(const void*) = nullptr;   ///< number of the alternative, or of the word
  const void* (*inside)(const void*) = nullptr;  ///< of one_of: the alternative
  void (*print)(const void*, std::string&) = nullptr;  ///< appends the value as a cell has it
  /// False: not such a value, nothing changed. Of a list: adds one value.
  bool (*parse)(std::string_view, void*) = nullptr;
  double (*number)(const void*) = nullptr;  ///< of whole and real
  bool may_be_none = false;     ///< a double that is no number, an invalid fraction: no cell, null
  std::string_view expected{};  ///< "a day such as 2026-02-28", for messages
  std::weak_ordering (*compare)(const void*,
                                const void*) = nullptr;  ///< of what rows are sorted by
};

/// Where a member is shown: tables (text, CSV, XLSX, Markdown), data (JSON, Python), or in both.
/// Nowhere: it says where and how something is written, not what.
enum class Use : std::uint8_t { everywhere, table, data, nowhere };

/// A bound of a number in a question.
struct Bound {
  double value = 0;
  bool is_set = false;
  bool is_open = false;  ///< the bound itself is outside
};

/// What is said of one member of a struct. The order of members is that of keys, columns and
/// fields.
struct Member {
  std::string_view name{}, meaning{};
  const Type* type = nullptr;
  /// Calls `use` with the value; a computed one lives only that long.
  void (*visit)(const void* owner, void* context, void (*use)(void*, const void*)) = nullptr;
  void* (*edit)(void* owner) = nullptr;  ///< none: computed
  bool is_computed =
      false;             ///< the same, where addresses of functions are no constants (sanitizers)
  bool is_short = true;  ///< also in the table that a person reads first
  bool decides = false;  ///< true is the answer “no”: exit status 1
  bool doubts = false;   ///< true: something asked about cannot be read: exit status 3
  Use use = Use::everywhere;

  // Of structs that hold others, as the model of a text does.
  bool is_kind = false;           ///< a word that says of which kind the object is
  std::uint64_t kinds = 0;        ///< speaks in objects of these kinds, a bit each; 0: of all
  bool is_flat = false;           ///< what it holds stands among the members of its owner
  bool is_left_out = false;       ///< no key in data, rather than null or [], where it says nothing
  bool is_none_if_empty = false;  ///< an empty text is none
  const void* more = nullptr;     ///< what its own module says of it
  std::string_view label{};       ///< what people read, where that is not the name
  std::string_view cell_form{};   ///< of a number in tables, "{:.4f}"; empty: all its digits
  std::string_view name_if_true{};  ///< of a yes_no: what the object is called then
  std::uint8_t role = 0;            ///< what a name stands for, in the words of its module; 0: none
  std::span<const std::uint8_t> role_of_kind{};  ///< the same, by the kind of the object

  // Of questions.
  std::string_view value_name{};  ///< "CODE" in `--mba CODE`
  std::string_view completed{};   ///< the list of words that completion offers: "areas"
  std::string_view flag{};        ///< "--from", where the flag is not the name
  std::string_view letter{};      ///< "-o"
  Bound least{}, most{};
  bool is_required = false;
  bool is_argument = false;  ///< a word without a flag; a list takes all the rest
  bool is_setting = false;   ///< also an environment variable and a key of [settings]
};

[[nodiscard]] constexpr bool is_data(const Member& member) {
  return member.use == Use::everywhere || member.use == Use::data;
}

/// A value and what it is.
struct View {
  const void* at = nullptr;
  const Type* type = nullptr;

  /// Of maybe and list.
  [[nodiscard]] std::size_t size() const { return type->count(at); }
  [[nodiscard]] View operator[](std::size_t i) const { return {type->at(at, i), type->of}; }
};

/// Calls `use(View)` with the member's value.
template <class Function>
void visit(const Member& member, const void* owner, Function use) {
  struct Context {
    Function* use;
    const Type* type;
  } context{&use, member.type};
  member.visit(owner, &context, [](void* given, const void* value) {
    auto* c = static_cast<Context*>(given);
    (*c->use)(View{value, c->type});
  });
}

/// The number of the object's kind; 0 where it has none.
[[nodiscard]] std::size_t kind_of(View object);
/// Whether the member says anything in an object of this kind.
[[nodiscard]] bool speaks(const Member& member, View object);
/// What a name in the member stands for, in an object of this kind.
[[nodiscard]] std::uint8_t role_of(const Member& member, View object);
/// What the object is called: the name of its type, or that of a yes_no which is true.
[[nodiscard]] std::string_view name_of(View object);
/// The value itself: that in a maybe, the alternative of a one_of; a maybe without one stays.
[[nodiscard]] View inside(View value);

}  // namespace accord::described
