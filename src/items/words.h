#pragma once

#include "described/described.h"
#include "items/items.h"

/// The words of what does not fit together, for every face.
namespace accord::described {

template <>
struct Words<items::ItemFault> {
  static constexpr auto last = items::ItemFault::identifier_differs;
  static constexpr std::string_view name = "item_fault",
                                    words[] = {"identifier_twice", "identifier_reused",
                                               "item_unknown",     "change_differs",
                                               "item_missing",     "item_unexplained",
                                               "item_differs",     "notice_missing",
                                               "notice_late",      "notice_unmatched",
                                               "count_differs",    "identifier_differs"};
};

}  // namespace accord::described
