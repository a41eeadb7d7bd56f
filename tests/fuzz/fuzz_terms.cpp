// Any bytes: reading ends, and says where it stopped. A text without problems prints and reads
// again to the same model, and its printed form prints the same.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "agreement/syntax/parse.h"
#include "agreement/syntax/print.h"
#include "base/contract.h"
#include "base/text.h"

using namespace accord;             // NOLINT: a program of one file
using namespace accord::agreement;  // NOLINT

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(data, data + size);
  const Parsed parsed = parse(text);
  for (const Problem& problem : parsed.problems) {
    ACCORD_EXPECT(problem.place.line >= 1 && problem.place.column >= 1 &&
                  problem.place.length >= 1);
    ACCORD_EXPECT(!invalid_utf8_at(problem.message) && !invalid_utf8_at(problem.help));
  }
  const std::string printed = print(parsed.agreement);
  if (has_errors(parsed.problems)) return 0;
  const Parsed again = parse(printed);
  ACCORD_EXPECT(again.problems.empty());
  ACCORD_EXPECT(again.agreement == parsed.agreement);
  ACCORD_EXPECT(print(again.agreement) == printed);
  return 0;
}
