#pragma once

#include <algorithm>

#include "agreement/model/clause_kinds.h"
#include "described/described.h"

/// How the table of `Clauses` says that a member holds clauses. For that table alone.
namespace accord::agreement {

/// What one member of `Clauses` or `Words` holds; `owner` is the struct that it is a member of.
struct ClauseMember {
  void (*note_kinds)(const void* owner, ClauseKinds& kinds);
  void (*replace)(void* owner, const void* block);
};

[[nodiscard]] ClauseKind kind_of(const ConditionClause& clause);
[[nodiscard]] inline ClauseKind kind_of(const Reading&) {
  return ClauseKind::reading;
}
[[nodiscard]] inline ClauseKind kind_of(const Quote&) {
  return ClauseKind::quote;
}
[[nodiscard]] inline ClauseKind kind_of(const Note&) {
  return ClauseKind::note;
}

template <class T>
ClauseKinds kinds_of(const std::vector<T>& list) {
  ClauseKinds out;
  for (const T& one : list) out.set(static_cast<std::size_t>(kind_of(one)));
  return out;
}

template <class T>
void replace_listed(std::vector<T>& list, const std::vector<T>& block) {
  const ClauseKinds named = kinds_of(block);
  std::erase_if(list, [&](const T& one) { return named[static_cast<std::size_t>(kind_of(one))]; });
  list.insert(list.end(), block.begin(), block.end());
  if constexpr (std::same_as<T, ConditionClause>)  // every while before every unless
    std::stable_sort(list.begin(), list.end(),
                     [](const T& a, const T& b) { return kind_of(a) < kind_of(b); });
}

/// A clause that stands at most once.
template <auto P, ClauseKind kind>
struct SingleClause {
  using C = typename described::detail::Pointer<decltype(P)>::Class;
  static void note_kinds(const void* owner, ClauseKinds& kinds) {
    if (static_cast<const C*>(owner)->*P) kinds.set(static_cast<std::size_t>(kind));
  }
  static void replace(void* owner, const void* block) {
    if (const auto& now = static_cast<const C*>(block)->*P) static_cast<C*>(owner)->*P = now;
  }
  static constexpr ClauseMember says{note_kinds, replace};
};

/// Clauses that may stand several times; `kind_of` tells those of one list apart.
template <auto P>
struct ListedClauses {
  using C = typename described::detail::Pointer<decltype(P)>::Class;
  static void note_kinds(const void* owner, ClauseKinds& kinds) {
    kinds |= kinds_of(static_cast<const C*>(owner)->*P);
  }
  static void replace(void* owner, const void* block) {
    replace_listed(static_cast<C*>(owner)->*P, static_cast<const C*>(block)->*P);
  }
  static constexpr ClauseMember says{note_kinds, replace};
};

template <auto P, ClauseKind kind>
consteval auto clause(std::string_view name, std::string_view meaning) {
  return described::key<P>(name, meaning).with_more(&SingleClause<P, kind>::says);
}
template <auto P>
consteval auto clauses_of(std::string_view name, std::string_view meaning) {
  return described::key<P>(name, meaning).with_more(&ListedClauses<P>::says);
}

}  // namespace accord::agreement
