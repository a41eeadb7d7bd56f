#include <gtest/gtest.h>

#include "seal/sha256.h"
#include "talks/sealed/padding.h"
#include "talks/sealed/seal_position.h"

namespace {

namespace talks = accord::talks;
namespace seal = accord::seal;

seal::Bytes32 filled(std::uint8_t value) {
  seal::Bytes32 out{};
  out.fill(value);
  return out;
}

const std::string triangle_domain =
    R"({"format":"accord-talks-domain/1","issues":[{"high":9,"id":"x","kind":"integer","low":0},)"
    R"({"high":9,"id":"y","kind":"integer","low":0}],"name":"triangle"})";

std::string position_of_a() {
  return R"({"domain_sha256":")" + seal::sha256_hex(triangle_domain) +
         R"(","format":"accord-talks-position/1","party":"A","red_lines":[{"id":"R1",)"
         R"("rule":{"max":8,"sum":{"x":1,"y":1}},"text":""}]})";
}

talks::SealedPosition sealed_by_a(std::string_view file) {
  return *talks::seal_position(seal::box_keys(filled(7)).public_key, "A",
                               seal::sha256_hex(triangle_domain), file, {filled(0), filled(9)});
}

// Section 7.1 prints the digest of the domain and the commitment of A.
TEST(TalksSealed, CommitmentIsThatOfTheChapter) {
  EXPECT_EQ(seal::sha256_hex(triangle_domain),
            "79f8209ce8dd0b8d4b34990c6da7d33e247bd3e684440b043d0ad40a0641f5d5");
  EXPECT_EQ(talks::commitment(std::string(32, '\0'), position_of_a()),
            "75089030f8dd1b167532844cfb17a89dac74852d620463b6a8f357c6b3d4a12f");
  EXPECT_EQ(sealed_by_a(position_of_a()).commitment,
            "75089030f8dd1b167532844cfb17a89dac74852d620463b6a8f357c6b3d4a12f");
}

TEST(TalksSealed, OpensForTheMediatorAlone) {
  const auto sealed = sealed_by_a(position_of_a());
  const auto opened = talks::open_position(seal::box_keys(filled(7)), sealed);
  ASSERT_TRUE(opened.has_value());
  EXPECT_EQ(opened->file, position_of_a());
  EXPECT_EQ(opened->salt, std::string(32, '\0'));
  const auto other = talks::open_position(seal::box_keys(filled(8)), sealed);
  ASSERT_FALSE(other.has_value());
  EXPECT_EQ(other.error().code, "P074");
  EXPECT_NE(other.error().message.find("another key"), std::string::npos);
  EXPECT_EQ(other.error().where, "A");
}

TEST(TalksSealed, ChangedBytesAreRefused) {
  const auto keys = seal::box_keys(filled(7));
  const auto sealed = sealed_by_a(position_of_a());
  for (std::size_t at = 0; at < sealed.box.size(); at += 97) {
    auto changed = sealed;
    changed.box[at] = static_cast<char>(changed.box[at] ^ 1);
    EXPECT_EQ(talks::open_position(keys, changed).error().code, "P074") << at;
  }
  auto shorter = sealed;
  shorter.box.resize(40);
  EXPECT_EQ(talks::open_position(keys, shorter).error().code, "P074");
  auto other = sealed;
  other.commitment = talks::commitment(std::string(32, '\1'), position_of_a());
  const auto refused = talks::open_position(keys, other);
  ASSERT_FALSE(refused.has_value());
  EXPECT_NE(refused.error().message.find("commitment"), std::string::npos);
}

TEST(TalksSealed, NotWhatIsPaddedIsRefused) {
  const auto keys = seal::box_keys(filled(7));
  auto sealed = sealed_by_a("x");
  sealed.box = *seal::box_to(keys.public_key, "bare", filled(3));
  const auto refused = talks::open_position(keys, sealed);
  ASSERT_FALSE(refused.has_value());
  EXPECT_NE(refused.error().message.find("padded"), std::string::npos);
}

TEST(TalksSealed, SizesAreStepsOfTwo) {
  EXPECT_EQ(talks::padded("").size(), 4096U);
  EXPECT_EQ(talks::padded(std::string(4088, 'a')).size(), 4096U);
  EXPECT_EQ(talks::padded(std::string(4089, 'a')).size(), 8192U);
  for (const std::size_t size : {0U, 1U, 4088U, 4089U, 9000U}) {
    const std::string text(size, 'b');
    EXPECT_EQ(talks::unpadded(talks::padded(text)), text);
  }
  EXPECT_EQ(sealed_by_a("").box.size(), sealed_by_a(std::string(4000, 'c')).box.size());
  std::string wrong = talks::padded("abc");
  wrong.back() = '\1';
  EXPECT_FALSE(talks::unpadded(wrong));
  EXPECT_FALSE(talks::unpadded(talks::padded("abc") + std::string(4096, '\0')));
  EXPECT_FALSE(talks::unpadded(std::string(4096, '\xff')));
}

TEST(TalksSealed, TheFileIsReadBackByteForByte) {
  const auto sealed = sealed_by_a(position_of_a());
  const std::string file = talks::write_sealed(sealed);
  const auto back = talks::read_sealed(file);
  ASSERT_TRUE(back.has_value());
  EXPECT_EQ(back->box, sealed.box);
  EXPECT_EQ(back->commitment, sealed.commitment);
  EXPECT_EQ(talks::write_sealed(*back), file);
  for (const std::string& bad : {std::string(), std::string("{}"), file + " ", "[" + file + "]",
                                 file.substr(1), std::string("null")})
    EXPECT_EQ(talks::read_sealed(bad).error().code, "P013") << bad.substr(0, 20);
}

TEST(TalksSealed, TheSameBytesGiveTheSameSeal) {
  EXPECT_EQ(sealed_by_a("x").box, sealed_by_a("x").box);
  EXPECT_NE(sealed_by_a("x").box, sealed_by_a("y").box);
}

}  // namespace
