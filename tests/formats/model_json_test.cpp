#include "formats/terms/model_json.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "agreement/random_model.h"
#include "agreement/syntax/parse.h"
#include "agreement/syntax/print.h"
#include "agreement/vectors.h"
#include "base/text.h"

namespace accord::formats {
namespace {

using agreement::Agreement;
using agreement::parse;

std::string dump(const Agreement& model) {
  return model_json(model).dump();
}

TEST(ModelJson, OfASmallTextIsWorkedByHand) {
  const Agreement model = parse(R"(accord 1 agreement demo "Demo" {
  party a "A"
  # why
  term T "Cap" ref "1" {
    obliges a verifier none
    from event e + 30 days for 15 years
    limit m <= 205.0 kg
  }
})")
                              .agreement;
  EXPECT_EQ(
      dump(model),
      R"({"accord":1,"agreement":"demo","title":"Demo","items":[)"
      R"({"item":"party","name":"a","title":"A","ref":null,"members":null},)"
      R"({"item":"term","name":"T","title":"Cap","ref":"1","comments":[" why"],)"
      R"("obliges":{"how":"one","who":["a"]},"owed":null,"verifier":[],)"
      R"("from":{"from":{"kind":"event","name":"e","shifts":[{"minus":false,"by":{"count":30,"unit":"days"}}]},)"
      R"("kind":"span","span":[{"count":15,"unit":"years"}],"until":null},)"
      R"("rules":[{"rule":"limit","measure":"m","per":null,"per_from":null,"steps":[{"bound":)"
      R"({"kind":"<=","value":{"number":"205.0","unit":"kg"},"upper":null},"as_of":null}],"tolerance":null}],)"
      R"("conditions":[],"stale_after":null,"reciprocal":null,"about":null,"readings":[],"quotes":[],"notes":[]}]})");
}

/// Changes one place of a text; where it still reads, and as another model, the JSON must be
/// another.
void expect_lossless(const std::string& text, std::size_t step) {
  const Agreement model = parse(text).agreement;
  const std::string json = dump(model);
  std::size_t compared = 0;
  const auto compare = [&](const std::string& changed) {
    const agreement::Parsed other = parse(changed);
    if (!other.problems.empty() || other.agreement == model) return;
    ++compared;
    EXPECT_NE(dump(other.agreement), json) << changed;
  };
  for (std::size_t at = 0; at < text.size(); at += step) {
    std::string changed = text;
    changed[at] = changed[at] == '7' ? '8' : '7';
    compare(changed);
  }
  for (const std::string_view line : split(text, "\n")) {
    std::string changed = text;
    compare(changed.erase(text.find(line), line.size()));
  }
  EXPECT_GT(compared, 0U);
}

TEST(ModelJson, DiffersWhereWorkedTextsDiffer) {
  for (const std::string& path : agreement::worked_texts())
    expect_lossless(agreement::read_text(path), 127);
}

TEST(ModelJson, DiffersWhereRandomTextsDiffer) {
  for (std::uint64_t seed = 1; seed <= 8; ++seed)
    expect_lossless(print(agreement::random_agreement(seed)), 211);
}

TEST(ModelJson, IsTheSameForWhatIsPrintedAndReadAgain) {
  for (std::uint64_t seed = 1; seed <= 50; ++seed) {
    const Agreement model = parse(print(agreement::random_agreement(seed))).agreement;
    EXPECT_EQ(dump(parse(print(model)).agreement), dump(model)) << seed;
  }
}

}  // namespace
}  // namespace accord::formats
