#pragma once

#include <optional>
#include <string>
#include <vector>

#include "agreement/explain/plain.h"
#include "answers/agreement/judged.h"

namespace accord::answers {

struct ShowQuestion {
  std::optional<std::string> item;

  static constexpr auto described = object(
      "show_question", "The agreement in plain sentences, with the treaty's words beside them",
      member<&ShowQuestion::item>("item", "this item only")
          .argument()
          .shown_as("ITEM")
          .completed_by("items"));
};

struct ShowAnswer {
  Judged judged;
  std::string title;
  std::vector<agreement::PlainItem> plain_items;

  static constexpr auto described = object(
      "show", "An agreement in plain sentences, the version in force on the day",
      judged_member<&ShowAnswer::judged>(),
      member<&ShowAnswer::title>("title", "title of the agreement"),
      member<&ShowAnswer::plain_items>("plain_items", "its items, in the order of the text"));
};

/// C001: nothing in the text has the name of the item.
[[nodiscard]] Answered<ShowAnswer> show(const Assessment& assessment, const ShowQuestion& asked);

extern const Question show_question;

}  // namespace accord::answers
