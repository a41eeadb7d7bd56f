#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "evidence/record.h"
#include "formats/workspace/workspace.h"

/// What every answer says beside its findings, so that nothing on record is passed over in silence.
namespace accord::assessment {

/// A name of the text that a row may have meant: a word of its table is near to it, or stands in
/// its title.
struct Offer {
  enum class Kind : std::uint8_t { event, measure };
  Kind kind = Kind::event;
  std::string name;
};
[[nodiscard]] const char* word(Offer::Kind kind);  ///< "event", "measure"

/// A row of the tables that feeds no event, measure, declaration or reading; or a row that does,
/// but whose figure feeds no measure.
struct UnfedRow {
  std::uint32_t origin = 0;    ///< index into Records::origins
  std::string word;            ///< its metric, else its category
  bool only_a_figure = false;  ///< the rest of the row feeds something
  std::optional<Offer> did_you_mean;
  std::vector<std::string> may_be;  ///< events of the text that answer the call that the row names
};

struct Remarks {
  std::vector<UnfedRow> unfed_rows;  ///< in order of file, line and word
  std::size_t background_rows = 0;   ///< that feed nothing and were set aside on purpose
};

/// As known on a day: a row that became known later says nothing yet.
[[nodiscard]] Remarks remarks_of(const formats::Workspace& workspace, Day known);

/// One sentence for each remark, the same in every face; of many rows with one word the first are
/// named and the rest counted. Empty when there is nothing to say.
[[nodiscard]] std::vector<std::string> sentences(const Remarks& remarks,
                                                 const evidence::Records& records);

}  // namespace accord::assessment
