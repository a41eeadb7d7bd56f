#include <fmt/format.h>

#include "agreement/check/checks.h"

namespace accord::agreement {

namespace {

/// Items whose paragraph a reader wants to find.
template <class T>
constexpr bool has_reference = requires(const T& item) {
  item.words;
}
|| std::is_same_v<T, Term>;

/// Names inside one item: each stands once.
template <class List>
void check_own_names(Checks& checks, const List& list) {
  std::unordered_map<std::string_view, const Name*> seen;
  for (const auto& part : list) {
    const auto [at, is_new] = seen.try_emplace(part.name.text, &part.name);
    if (!is_new)
      checks.error("A030", part.name.at, fmt::format("the name “{}” is used twice", part.name.text),
                   fmt::format("first used in line {}", at->second->at.place.line));
  }
}

template <class Other>
void check_item(Checks&, const Other&) {}

void check_item(Checks& checks, const Party& party) {
  if (party.members) check_listed_once(checks, *party.members);
}

void check_item(Checks& checks, const Question& question) {
  check_own_names(checks, question.answers);
  if (question.head.damage.is || question.answers.size() >= 2) return;
  checks.error("A049", question.head.name.at,
               fmt::format("question “{}” has {}", question.head.name.text,
                           question.answers.empty() ? "no answer" : "only one answer"),
               "a question on which nobody differs is not a question: write two answers or more");
}

void check_item(Checks& checks, const Procedure& procedure) {
  check_own_names(checks, procedure.stages);
  if (procedure.head.damage.is) return;
  const Name& name = procedure.head.name;
  if (!procedure.opens_by)
    checks.error("A050", name.at,
                 fmt::format("procedure “{}” does not say who opens it, with what", name.text),
                 "add for example: opens by … with …");
  if (procedure.stages.empty())
    checks.error("A051", name.at, fmt::format("procedure “{}” has no stage", name.text),
                 "add for example: stage first 15 days");
}

}  // namespace

void check_items(Checks& checks) {
  for (const Item& item : checks.agreement.items)
    std::visit([&](const auto& what) { check_item(checks, what); }, item);
  for (const NamedItem& item : checks.names.all())
    std::visit(
        [&](const auto* what) {
          if constexpr (has_reference<std::remove_cv_t<std::remove_pointer_t<decltype(what)>>>)
            if (!what->head.ref && !what->head.damage.is)
              checks.warning("A060", what->head.name.at,
                             fmt::format("{} “{}” has no ref", word(item), what->head.name.text),
                             "say where it is, behind the title: ref \"Article 1\"");
        },
        item);
}

}  // namespace accord::agreement
