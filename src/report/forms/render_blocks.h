#pragma once

#include <string>
#include <vector>

#include "report/forms/content.h"

/// The inside of `html`: blocks written one after the other to the end of the page, so that a table
/// of a hundred thousand rows takes no more room than its text.
namespace accord::report {

void add_sections(std::string& page, const std::vector<Section>& sections);
void add_evidence(std::string& page, const std::vector<EvidenceRow>& evidence);

/// "C.1  Deliveries": the letter stands before the title.
[[nodiscard]] std::string label(const Section& section);

}  // namespace accord::report
