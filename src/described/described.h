#pragma once

#include <array>
#include <concepts>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "base/date.h"
#include "base/decimal.h"
#include "base/rational.h"
#include "described/decomposed.h"
#include "described/names.h"
#include "described/type.h"

/// How a struct says what its members are:
///
///     struct Row {
///       std::string mba;
///       Day day;
///       static constexpr auto described = object("row", "One row",
///           member<&Row::mba>("mba", "material balance area"), member<&Row::day>("day", "day of
///           it").detail());
///     };
///
/// The only templates; a face takes a `View` and needs none. Use `type_of` in .cpp files.
namespace accord::described {

template <class T>
struct Described;  // one `type` for each C++ type that faces know

template <class T>
concept Describable = requires {
  Described<T>::type;
};

template <Describable T>
inline constexpr const Type& type_of = Described<T>::type;

template <Describable T>
constexpr View view(const T& value) {
  return {&value, &type_of<T>};
}

// Not constexpr: the compiler names the mistake.
void a_name_is_small_letters_digits_and_low_lines_and_no_word_of_python();
void a_member_has_a_meaning();
void a_name_is_given_twice();
void what_is_of_some_kinds_needs_one_word_for_its_kind();

namespace detail {

template <class P>
struct Pointer;
template <class C, class T>
struct Pointer<T C::*> {
  using Class = C;
  using Value = T;
};
template <class C, class T>
struct Pointer<T (C::*)() const> {
  using Class = C;
  using Value = std::remove_cvref_t<T>;
};

}  // namespace detail

/// A member that knows its struct while it is declared. The words below say more of it.
template <class C>
struct MemberOf : Member {
  consteval MemberOf detail() const {
    return with([](Member& m) { m.is_short = false; });
  }
  consteval MemberOf deciding() const {
    return with([](Member& m) { m.decides = true; });
  }
  consteval MemberOf doubting() const {
    return with([](Member& m) { m.doubts = true; });
  }
  consteval MemberOf required() const {
    return with([](Member& m) { m.is_required = true; });
  }
  consteval MemberOf setting() const {
    return with([](Member& m) { m.is_setting = true; });
  }
  consteval MemberOf in(Use where) const {
    return with([where](Member& m) { m.use = where; });
  }
  consteval MemberOf shown_as(std::string_view value) const {
    return with([value](Member& m) { m.value_name = value; });
  }
  consteval MemberOf completed_by(std::string_view list) const {
    return with([list](Member& m) { m.completed = list; });
  }
  consteval MemberOf as_flag(std::string_view written) const {
    return with([written](Member& m) { m.flag = written; });
  }
  consteval MemberOf letter(std::string_view written) const {
    return with([written](Member& m) { m.letter = written; });
  }
  consteval MemberOf argument() const {
    return with([](Member& m) { m.is_argument = true; });
  }
  /// The word that says of which kind the object is; at most one in it.
  consteval MemberOf kind() const {
    return with([](Member& m) { m.is_kind = true; });
  }
  /// Speaks in objects of these kinds only.
  template <class... Kinds>
  consteval MemberOf only(Kinds... of) const {
    return with(
        [=](Member& m) { m.kinds = ((std::uint64_t{1} << static_cast<unsigned>(of)) | ...); });
  }
  consteval MemberOf flat() const {
    return with([](Member& m) { m.is_flat = true; });
  }
  consteval MemberOf left_out() const {
    return with([](Member& m) { m.is_left_out = true; });
  }
  consteval MemberOf none_if_empty() const {
    return with([](Member& m) { m.is_none_if_empty = true; });
  }
  consteval MemberOf named_if_true(std::string_view word) const {
    return with([word](Member& m) { m.name_if_true = word; });
  }
  consteval MemberOf with_more(const void* what) const {
    return with([what](Member& m) { m.more = what; });
  }
  consteval MemberOf called(std::string_view words) const {
    return with([words](Member& m) { m.label = words; });
  }
  /// Of a number: how a table has it, in the words of fmt. Data have all its digits.
  consteval MemberOf cell(std::string_view form) const {
    return with([form](Member& m) { m.cell_form = form; });
  }
  template <class Role>
  consteval MemberOf role(Role what) const {
    return with([what](Member& m) { m.role = static_cast<std::uint8_t>(what); });
  }
  consteval MemberOf role_of_kind(std::span<const std::uint8_t> roles) const {
    return with([roles](Member& m) { m.role_of_kind = roles; });
  }
  consteval MemberOf from(double x) const {
    return with([x](Member& m) { m.least = {x, true, false}; });
  }
  consteval MemberOf above(double x) const {
    return with([x](Member& m) { m.least = {x, true, true}; });
  }
  consteval MemberOf to(double x) const {
    return with([x](Member& m) { m.most = {x, true, false}; });
  }
  consteval MemberOf below(double x) const {
    return with([x](Member& m) { m.most = {x, true, true}; });
  }

 private:
  template <class Change>
  consteval MemberOf with(Change change) const {
    MemberOf out = *this;
    change(out);
    return out;
  }
};

/// `P` is a data member, or a const member function without arguments: then the value is computed.
/// For what is data only (JSON): the name may be a word of Python, as in `from`.
template <auto P>
requires Describable<typename detail::Pointer<decltype(P)>::Value>
consteval auto key(std::string_view name, std::string_view meaning) {
  using C = typename detail::Pointer<decltype(P)>::Class;
  using T = typename detail::Pointer<decltype(P)>::Value;
  if (!is_key(name)) a_name_is_small_letters_digits_and_low_lines_and_no_word_of_python();
  if (meaning.empty()) a_member_has_a_meaning();
  MemberOf<C> out;
  out.name = name;
  out.meaning = meaning;
  out.type = &type_of<T>;
  if constexpr (std::is_member_object_pointer_v<decltype(P)>) {
    out.visit = [](const void* owner, void* context, void (*use)(void*, const void*)) {
      use(context, &(static_cast<const C*>(owner)->*P));
    };
    out.edit = [](void* owner) -> void* { return &(static_cast<C*>(owner)->*P); };
  } else {
    out.is_computed = true;
    out.visit = [](const void* owner, void* context, void (*use)(void*, const void*)) {
      const T value = (static_cast<const C*>(owner)->*P)();
      use(context, &value);
    };
  }
  return out;
}

/// The same for every face.
template <auto P>
requires Describable<typename detail::Pointer<decltype(P)>::Value>
consteval auto member(std::string_view name, std::string_view meaning) {
  if (!is_name(name)) a_name_is_small_letters_digits_and_low_lines_and_no_word_of_python();
  return key<P>(name, meaning);
}

template <class C, std::size_t N>
struct Object {
  using Of = C;
  std::string_view name, meaning;
  std::array<Member, N> members;
  std::string_view tag{}, sentence{};

  /// One of several objects: in data its name stands first, under this key.
  [[nodiscard]] consteval Object tagged(std::string_view key) const {
    Object out = *this;
    out.tag = key;
    return out;
  }
  /// How an object is said in plain words; each {name} is one of its members.
  [[nodiscard]] consteval Object said(std::string_view words) const {
    Object out = *this;
    out.sentence = words;
    return out;
  }

  [[nodiscard]] constexpr std::size_t stored() const {
    std::size_t count = 0;
    for (const Member& m : members)
      if (!m.is_computed) ++count;
    return count;
  }
};

template <class C, class... Rest>
requires(std::same_as<C, Rest>&&...) consteval auto object(std::string_view name,
                                                           std::string_view meaning,
                                                           MemberOf<C> first,
                                                           MemberOf<Rest>... rest) {
  if (!is_name(name)) a_name_is_small_letters_digits_and_low_lines_and_no_word_of_python();
  if (meaning.empty()) a_member_has_a_meaning();
  const Object<C, sizeof...(Rest) + 1> out{name, meaning, {first, rest...}};
  for (std::size_t i = 0; i < out.members.size(); ++i)
    for (std::size_t j = 0; j < i; ++j)
      if (out.members[i].name == out.members[j].name) a_name_is_given_twice();
  std::size_t kinds = 0;
  bool is_of_some = false;
  for (const Member& m : out.members) {
    if (m.is_kind) ++kinds;
    if (m.kinds != 0 || !m.role_of_kind.empty()) is_of_some = true;
  }
  if (kinds > 1 || (is_of_some && kinds == 0)) what_is_of_some_kinds_needs_one_word_for_its_kind();
  return out;
}

/// The type that a table describes, which lives as long as the program. No member is forgotten.
template <const auto& Table>
consteval Type type_by() {
  using T = typename std::remove_cvref_t<decltype(Table)>::Of;
  [[maybe_unused]] constexpr auto every_member = detail::has_members<T, Table.stored()>;
  Type out;
  out.kind = Kind::object;
  out.name = Table.name;
  out.meaning = Table.meaning;
  out.members = Table.members;
  out.tag = Table.tag;
  out.sentence = Table.sentence;
  for (const Member& m : Table.members)
    if (m.is_kind) out.which_kind = &m;
  return out;
}

template <class T>
consteval Type object_type() {
  static_assert(std::same_as<typename decltype(T::described)::Of, T>,
                "`described` is of another struct");
  return type_by<T::described>();
}

template <class T>
requires requires {
  T::described.members;
}
struct Described<T> {
  static constexpr Type type = object_type<T>();
};

// Plain kinds, defined in plain.cpp.
#define ACCORD_PLAIN(T)     \
  template <>               \
  struct Described<T> {     \
    static const Type type; \
  }
ACCORD_PLAIN(std::string);
ACCORD_PLAIN(bool);
ACCORD_PLAIN(std::int32_t);
ACCORD_PLAIN(std::int64_t);
ACCORD_PLAIN(std::uint32_t);
ACCORD_PLAIN(std::uint64_t);
ACCORD_PLAIN(double);
ACCORD_PLAIN(Day);
ACCORD_PLAIN(Decimal);
ACCORD_PLAIN(Rational);
#undef ACCORD_PLAIN

/// The words of an enumeration whose values count from 0: `name`, `words`, and `last` so that none
/// is forgotten.
template <class E>
struct Words;

namespace detail {

template <class E>
constexpr bool words_are_whole() {
  return std::size(Words<E>::words) == static_cast<std::size_t>(Words<E>::last) + 1;
}
template <class E>
std::size_t which_word(const void* value) {
  return static_cast<std::size_t>(*static_cast<const E*>(value));
}
template <class E>
void print_word(const void* value, std::string& out) {
  out += Words<E>::words[static_cast<std::size_t>(*static_cast<const E*>(value))];
}
template <class E>
bool parse_word(std::string_view text, void* value) {
  for (std::size_t i = 0; i < std::size(Words<E>::words); ++i)
    if (Words<E>::words[i] == text) {
      *static_cast<E*>(value) = static_cast<E>(i);
      return true;
    }
  return false;
}
template <class E>
std::weak_ordering compare_words(const void* a, const void* b) {
  return *static_cast<const E*>(a) <=> *static_cast<const E*>(b);
}

}  // namespace detail

template <class E>
requires std::is_enum_v<E>
struct Described<E> {
  static_assert(detail::words_are_whole<E>(), "a word for each value");
  static constexpr Type type{.kind = Kind::word,
                             .name = Words<E>::name,
                             .words = Words<E>::words,
                             .which = detail::which_word<E>,
                             .print = detail::print_word<E>,
                             .parse = detail::parse_word<E>,
                             .compare = detail::compare_words<E>};
};

// Functions by name, not lambdas: they wait for a T that is not complete yet.
template <class T>
struct Described<std::optional<T>> {
  static std::size_t count(const void* value) {
    return static_cast<const std::optional<T>*>(value)->has_value() ? 1 : 0;
  }
  static const void* at(const void* value, std::size_t /*first*/) {
    return &**static_cast<const std::optional<T>*>(value);
  }
  static bool parse(std::string_view text, void* value) {
    T inside{};
    if (type_of<T>.parse == nullptr || !type_of<T>.parse(text, &inside)) return false;
    *static_cast<std::optional<T>*>(value) = std::move(inside);
    return true;
  }
  static constexpr Type type{
      .kind = Kind::maybe, .of = &type_of<T>, .count = count, .at = at, .parse = parse};
};

template <class T>
struct Described<std::vector<T>> {
  static_assert(!std::same_as<T, bool>, "a vector<bool> has no addresses");
  static std::size_t count(const void* value) {
    return static_cast<const std::vector<T>*>(value)->size();
  }
  static const void* at(const void* value, std::size_t i) {
    return static_cast<const std::vector<T>*>(value)->data() + i;
  }
  static bool parse(std::string_view text, void* value) {
    T inside{};
    if (type_of<T>.parse == nullptr || !type_of<T>.parse(text, &inside)) return false;
    static_cast<std::vector<T>*>(value)->push_back(std::move(inside));
    return true;
  }
  static constexpr Type type{
      .kind = Kind::list, .of = &type_of<T>, .count = count, .at = at, .parse = parse};
};

namespace detail {

template <class... T>
struct OneOf {
  static constexpr const Type* among[] = {&type_of<T>...};
  static std::size_t which(const void* value) {
    return static_cast<const std::variant<T...>*>(value)->index();
  }
  static const void* inside(const void* value) {
    return std::visit([](const auto& one) -> const void* { return &one; },
                      *static_cast<const std::variant<T...>*>(value));
  }
  static constexpr Type type{
      .kind = Kind::one_of, .among = among, .which = which, .inside = inside};
};

}  // namespace detail

template <class... T>
struct Described<std::variant<T...>> : detail::OneOf<T...> {};

}  // namespace accord::described
