#pragma once

#include "formats/settings/settings.h"
#include "formats/text/keys.h"

/// Parts of accord.toml with a file of their own.
namespace accord::formats {

void read_claim_settings(Keys& claims, Settings& out);
void read_item_settings(Keys& items, Settings& out);
void read_book_settings(Keys& books, Settings& out);
void read_background(Keys& background, Settings& out);
void read_report_settings(const TomlValue& report, Keys& above, Settings& out);

/// [[table]]: a table in the user's own columns.
[[nodiscard]] MappedTable read_mapped_table(const TomlValue& table, Keys& above);
/// Kinds of rows with what they say.
[[nodiscard]] std::vector<KindMeanings> read_kinds(const TomlValue& table, std::string name,
                                                   Keys& above);
/// W014 for braces that hold no column.
[[nodiscard]] Template template_of(Keys& keys, Setting setting);

}  // namespace accord::formats
