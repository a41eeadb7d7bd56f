#pragma once

#include <string_view>
#include <vector>

#include "accounting/reports/profile.h"
#include "accounting/reports/tables.h"
#include "base/problem.h"

/// Readers of what is known of a State beside its reports. Each adds to `tables`; bad rows are
/// reported and left out. Call `tables.sort()` after the last one.
namespace accord::formats {

/// state.json: country, days, areas with their inventories, the profile (its name alone, or an
/// object with `id` and values that come in place of its own; otherwise `profile` stays), holidays,
/// materials of another form.
/// W003: not JSON; W005 to W007: keys unknown, missing or of the wrong kind. True when a profile is
/// named.
bool read_state(std::string_view bytes, std::string_view file, accounting::StateTables& tables,
                accounting::Profile& profile, std::vector<Problem>& problems);

/// direction (in, out), mba, batch, partner, date.
void read_notices(std::string_view bytes, std::string_view file, accounting::StateTables& tables,
                  std::vector<Problem>& problems);

/// id, mba, batch, date, kind (LA, GA).
void read_special_reports(std::string_view bytes, std::string_view file,
                          accounting::StateTables& tables, std::vector<Problem>& problems);

/// kind (MUF, SR), mba, label; sigma_g with MUF; u_shipper, u_receiver (relative) with SR.
void read_uncertainties(std::string_view bytes, std::string_view file,
                        accounting::StateTables& tables, std::vector<Problem>& problems);

}  // namespace accord::formats
