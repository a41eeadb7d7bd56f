#include "answers/agreement/depends.h"

#include <algorithm>

namespace accord::answers {

using agreement::Dependence;
using agreement::DependKind;
using agreement::DependNode;

namespace {

std::vector<Named> names_of(const Dependence& all) {
  std::vector<Named> out;
  for (const DependNode& node : all.nodes)
    out.push_back({node.name, node.kind == DependKind::day ? std::string_view()
                                                           : std::string_view(node.title)});
  return out;
}

}  // namespace

bool DependsAnswer::is_of_party() const {
  return std::any_of(nodes.begin(), nodes.end(), [&](const DependNode& node) {
    return node.kind == DependKind::party && node.name == item;
  });
}

Answered<DependsAnswer> depends(const Terms& terms, const DependsQuestion& asked) {
  const auto text = agreement_of(terms.texts.front());
  if (!text) return tl::make_unexpected(text.error());
  const Dependence all = agreement::depends(**text);
  Dependence shown = asked.item ? agreement::around(all, *asked.item) : all;
  if (shown.nodes.empty() && asked.item)
    return refused(nothing_named(*asked.item, names_of(all), "depends"));
  DependsAnswer out{asked.item, std::move(shown.edges), std::move(shown.nodes), {}};
  if (out.is_of_party()) out.falls_when_ceases = agreement::falls_when_ceases(all, *asked.item);
  return out;
}

constinit const Question depends_question = Asked<depends>::named("terms depends");

}  // namespace accord::answers
