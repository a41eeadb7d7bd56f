#include "answers/agreement/show.h"

#include <algorithm>

#include "answers/agreement/terms.h"

namespace accord::answers {

using agreement::PlainItem;

Answered<ShowAnswer> show(const Assessment& assessment, const ShowQuestion& asked) {
  ShowAnswer out{judged_of(assessment), assessment.workspace().agreement.title,
                 agreement::plain(assessment.evaluator(), {assessment.on(), assessment.known()})};
  if (!asked.item) return out;
  const auto named = [&](const PlainItem& item) { return item.name == *asked.item; };
  if (std::none_of(out.plain_items.begin(), out.plain_items.end(), named)) {
    std::vector<Named> known;
    for (const PlainItem& item : out.plain_items)
      if (!item.name.empty()) known.push_back({item.name, item.title});
    return refused(nothing_named(*asked.item, known, "show"));
  }
  std::erase_if(out.plain_items, [&](const PlainItem& item) { return !named(item); });
  return out;
}

constinit const Question show_question = Asked<show>::named("terms show");

}  // namespace accord::answers
