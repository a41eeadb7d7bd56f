#pragma once

#include <string>
#include <vector>

#include "agreement/model/amended.h"
#include "agreement/model/model.h"

/// The inside of `diff.h`: what an item says, as labelled texts of the language.
namespace accord::agreement {

struct Field {
  std::string label;
  std::string text;
};

/// One named item (or example) of a text, in the form of `make_canonical`.
struct Said {
  std::string kind;
  std::string name;
  std::string title;
  std::vector<Field> fields;  ///< a label may stand several times; order among them means nothing
};

/// Everything an agreement says; first its own title, sources, languages and holidays.
[[nodiscard]] std::vector<Said> said_by(const Agreement& agreement, const DayOf& day_of);

}  // namespace accord::agreement
