#pragma once

#include "formats/keys.h"
#include "formats/settings.h"

/// Parts of accord.toml with a file of their own.
namespace accord::formats {

void read_claim_settings(Keys& claims, Settings& out);
void read_item_settings(Keys& items, Settings& out);
void read_book_settings(Keys& books, Settings& out);

}  // namespace accord::formats
