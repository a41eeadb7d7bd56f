#pragma once

#include "described/words.h"
#include "evidence/finding.h"
#include "evidence/record.h"

/// The words of the record and of findings, for every face.
namespace accord::described {

template <>
struct Words<evidence::Grade> {
  static constexpr auto last = evidence::Grade::unverified;
  static constexpr std::string_view name = "grade",
                                    words[] = {"verified", "attested", "estimated",
                                               "declared", "reported", "unverified"};
};

template <>
struct Words<evidence::Trace> {
  static constexpr auto last = evidence::Trace::recalled;
  static constexpr std::string_view name = "trace", words[] = {"found", "derived", "recalled"};
};

template <>
struct Words<evidence::Declaration::Kind> {
  static constexpr auto last = evidence::Declaration::Kind::refuses;
  static constexpr std::string_view name = "declaration_kind",
                                    words[] = {"ceases", "suspends", "resumes", "refuses"};
};

template <>
struct Words<evidence::State> {
  static constexpr auto last = evidence::State::terminated;
  static constexpr std::string_view name = "state", words[] = {"exceeded",
                                                               "overdue",
                                                               "not_performed",
                                                               "performed_late",
                                                               "partly_performed",
                                                               "undetermined",
                                                               "not_verifiable_no_access",
                                                               "exceeded_within_uncertainty",
                                                               "no_value",
                                                               "no_new_value",
                                                               "met_within_uncertainty",
                                                               "met_attested",
                                                               "met",
                                                               "performed",
                                                               "not_due",
                                                               "not_in_force",
                                                               "waived",
                                                               "sunset",
                                                               "terminated"};
};

template <>
struct Words<evidence::Outcome> {
  static constexpr auto last = evidence::Outcome::out_of_count;
  static constexpr std::string_view name = "outcome",
                                    words[] = {"met", "not met", "not shown", "out of the count"};
};

}  // namespace accord::described
