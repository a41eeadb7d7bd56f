#pragma once

namespace accord::cli {

/// Descriptors 0 to 2 that the caller has closed get a place where reading and writing fail:
/// otherwise the next file that is opened would get the number, and what is meant for the screen
/// would be written into it.
void keep_standard_descriptors();

}  // namespace accord::cli
