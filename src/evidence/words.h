#pragma once

#include "described/described.h"
#include "evidence/record.h"

/// The words of the record, for every face.
namespace accord::described {

template <>
struct Words<evidence::Grade> {
  static constexpr auto last = evidence::Grade::unverified;
  static constexpr std::string_view name = "grade",
                                    words[] = {"verified", "attested", "estimated",
                                               "declared", "reported", "unverified"};
};

}  // namespace accord::described
