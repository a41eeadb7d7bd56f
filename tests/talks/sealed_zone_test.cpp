#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <functional>

#include "random_talks.h"
#include "talks/sealed/zone_proofs.h"
#include "talks/sealed/zone_test.h"

namespace {

namespace made = accord::talks::made;
namespace seal = accord::seal;
using accord::talks::Ciphertext;
using accord::talks::OneOf;
using accord::talks::ZoneHash;
using accord::talks::ZoneTest;
using accord::talks::ZoneTestProofs;
using accord::talks::ZoneTestSetup;
using accord::talks::ZoneTestSide;
using accord::talks::ZoneTestWord;

constexpr std::array all_proofs{ZoneTestProofs::keys_only, ZoneTestProofs::bits,
                                ZoneTestProofs::both};

seal::Bytes32 filled(std::uint8_t value) {
  seal::Bytes32 out{};
  out.fill(value);
  return out;
}

ZoneTestSetup setup_of(ZoneTestProofs proofs, std::string session = "first") {
  return {std::move(session), std::string(64, 'a'), proofs};
}

/// What came of a test: messages as sent, and who refused first.
struct Course {
  std::vector<std::string> messages;
  std::optional<ZoneTestWord> a, b;
  std::string refused;  ///< the message of the error; empty: nobody
  std::size_t refused_at = 0;
};

using Change = std::function<std::string(std::size_t, std::string)>;

Course run(ZoneTest a, ZoneTest b, const Change& change = {}) {
  Course out;
  std::string message;
  for (std::size_t turn = 0; turn < 10; ++turn) {
    auto answer = (turn % 2 == 0 ? a : b).next(message);
    if (!answer) {
      EXPECT_EQ(answer.error().code, "P075");
      out.refused = answer.error().message;
      out.refused_at = turn;
      break;
    }
    out.messages.push_back(*answer);
    message = change ? change(turn, *answer) : *answer;
  }
  out.a = a.answer();
  out.b = b.answer();
  return out;
}

Course run(const std::vector<bool>& a, const std::vector<bool>& b, ZoneTestProofs proofs,
           const Change& change = {}) {
  return run(*ZoneTest::start(ZoneTestSide::a, setup_of(proofs), a, filled(1)),
             *ZoneTest::start(ZoneTestSide::b, setup_of(proofs), b, filled(2)), change);
}

std::vector<bool> some_bits(std::size_t count, int one_in) {
  std::vector<bool> out(count);
  for (std::size_t i = 0; i < count; ++i) out[i] = *rc::gen::inRange(0, one_in) == 0;
  return out;
}

RC_GTEST_PROP(TalksZoneTest, IsSureJustWhereBothSayYesToOneOutcome, ()) {
  const auto count = *rc::gen::inRange<std::size_t>(1, 25);
  const auto a = some_bits(count, 6), b = some_bits(count, 6);
  bool both = false;
  for (std::size_t i = 0; i < count; ++i) both = both || (a[i] && b[i]);
  const ZoneTestWord expected = both ? ZoneTestWord::sure : ZoneTestWord::not_shown;
  const Course found = run(a, b, *rc::gen::elementOf(all_proofs));
  RC_ASSERT(found.refused.empty());
  RC_ASSERT(found.a == expected);
  RC_ASSERT(found.b == expected);
}

TEST(TalksZoneTest, EndsAreNoSpecialCase) {
  for (const ZoneTestProofs proofs : all_proofs) {
    EXPECT_EQ(run({true}, {true}, proofs).a, ZoneTestWord::sure);
    EXPECT_EQ(run({true}, {false}, proofs).b, ZoneTestWord::not_shown);
    EXPECT_EQ(run({false, false}, {false, false}, proofs).a, ZoneTestWord::not_shown);
    EXPECT_EQ(run({true, true, true}, {true, true, true}, proofs).b, ZoneTestWord::sure);
  }
}

TEST(TalksZoneTest, LengthsDoNotDependOnWhatIsSaid) {
  for (const ZoneTestProofs proofs : all_proofs) {
    const Course none = run(std::vector<bool>(5), std::vector<bool>(5), proofs);
    const Course all = run(std::vector<bool>(5, true), std::vector<bool>(5, true), proofs);
    ASSERT_EQ(none.messages.size(), all.messages.size());
    for (std::size_t i = 0; i < all.messages.size(); ++i) {
      EXPECT_EQ(none.messages[i].size(), all.messages[i].size()) << i;
      // The first two hold shares, which say nothing of the answers either.
      EXPECT_TRUE(none.messages[i] != all.messages[i] || all.messages[i].empty()) << i;
    }
  }
  // 64 bytes an outcome: 1.28 MB for 20 000.
  const Course plain =
      run(std::vector<bool>(100), std::vector<bool>(100), ZoneTestProofs::keys_only);
  EXPECT_EQ(plain.messages[2].size(), 64U + 6400U);
}

TEST(TalksZoneTest, EveryManipulatedMessageIsRefused) {
  const std::vector<bool> a{true, false, true}, b{false, false, true};
  for (const ZoneTestProofs proofs : all_proofs) {
    const Course honest = run(a, b, proofs);
    ASSERT_EQ(honest.messages.size(), 10U);
    for (std::size_t turn = 0; turn < 9; ++turn)
      for (std::size_t at = 0; at < honest.messages[turn].size(); at += 29) {
        const Course found = run(a, b, proofs, [&](std::size_t t, std::string message) {
          if (t == turn) message[at] = static_cast<char>(message[at] ^ 4);
          return message;
        });
        // The receiver of the last message may not know the answer; nobody has a wrong one.
        ASSERT_FALSE(found.refused.empty()) << turn << " " << at;
        ASSERT_FALSE(found.b.has_value()) << turn << " " << at;
        ASSERT_TRUE(turn == 8 || !found.a.has_value()) << turn << " " << at;
      }
  }
}

TEST(TalksZoneTest, OtherLengthsAreRefusedAtOnce) {
  const std::vector<bool> a{true, false}, b{true, true};
  for (const ZoneTestProofs proofs : all_proofs)
    for (std::size_t turn = 0; turn < 9; ++turn)
      for (const int by : {-1, 1}) {
        const Course found = run(a, b, proofs, [&](std::size_t t, std::string message) {
          if (t == turn) message.resize(by > 0 ? message.size() + 1 : message.size() - 1);
          return message;
        });
        EXPECT_EQ(found.refused_at, turn + 1);
        EXPECT_NE(found.refused.find("length or form"), std::string::npos);
      }
  EXPECT_EQ(run(a, b, ZoneTestProofs::bits, [](std::size_t, std::string) { return std::string(); })
                .refused_at,
            1U);
}

TEST(TalksZoneTest, NeutralSharesAreRefused) {
  const std::vector<bool> bits{true};
  for (const std::size_t turn : {0U, 1U})
    for (const std::size_t at : {0U, 32U}) {
      const Course found =
          run(bits, bits, ZoneTestProofs::keys_only, [&](std::size_t t, std::string message) {
            if (t == turn) message.replace(at, 32, 32, '\0');
            return message;
          });
      EXPECT_EQ(found.refused_at, turn + 1);
    }
}

// Section 10: without a proof of its secret one share could cancel the other.
TEST(TalksZoneTest, AShareWithoutItsSecretIsRefused) {
  const seal::Element known = seal::times_base(seal::scalar_from("known"));
  const std::vector<bool> bits{true};
  std::string share_of_a;
  const Course found =
      run(bits, bits, ZoneTestProofs::keys_only, [&](std::size_t t, std::string message) {
        if (t == 0) share_of_a = message.substr(0, 32);
        if (t != 1) return message;
        const seal::Element cancels = known - *seal::element(share_of_a);
        return message.replace(0, 32, std::string(seal::view(cancels.bytes)));
      });
  EXPECT_EQ(found.refused_at, 2U);
  EXPECT_NE(found.refused.find("proof of the key"), std::string::npos);
  // Nor can B take A's own share and its proof.
  std::string shares;
  const Course echoed =
      run(bits, bits, ZoneTestProofs::keys_only, [&](std::size_t t, std::string message) {
        if (t == 0) shares = message;
        if (t == 1) message.replace(0, 64, shares);
        return message;
      });
  EXPECT_EQ(echoed.refused_at, 2U);
}

TEST(TalksZoneTest, SessionDomainAndVariantAreTheSameOnBothSides) {
  const std::vector<bool> bits{true, false};
  const auto with = [&](const ZoneTestSetup& setup) {
    return run(*ZoneTest::start(ZoneTestSide::a, setup_of(ZoneTestProofs::bits), bits, filled(1)),
               *ZoneTest::start(ZoneTestSide::b, setup, bits, filled(2)));
  };
  EXPECT_TRUE(with(setup_of(ZoneTestProofs::bits)).refused.empty());
  EXPECT_EQ(with(setup_of(ZoneTestProofs::bits, "second")).refused_at, 2U);
  EXPECT_EQ(with(setup_of(ZoneTestProofs::both)).refused_at, 2U);
  EXPECT_EQ(with({"first", std::string(64, 'b'), ZoneTestProofs::bits}).refused_at, 2U);
}

TEST(TalksZoneTest, MessagesOfAnotherSessionAreRefused) {
  const std::vector<bool> bits{true, false};
  const auto start = [&](ZoneTestSide side, const std::string& session) {
    return *ZoneTest::start(side, setup_of(ZoneTestProofs::bits, session), bits, filled(3));
  };
  const Course old = run(start(ZoneTestSide::a, "first"), start(ZoneTestSide::b, "first"));
  for (std::size_t turn = 1; turn < 9; ++turn) {
    const Course found = run(start(ZoneTestSide::a, "second"), start(ZoneTestSide::b, "second"),
                             [&](std::size_t t, const std::string& message) {
                               return t == turn ? old.messages[turn] : message;
                             });
    EXPECT_FALSE(found.refused.empty()) << turn;
  }
}

// Enc(2), Enc(−1): neither 0 nor 1, whatever is tried as a witness.
TEST(TalksZoneTest, OnlyZeroAndOneCanBeProved) {
  const seal::Element key = seal::times_base(seal::scalar_from("key"));
  const seal::Scalar r = seal::scalar_from("r");
  const ZoneHash hash("test");
  const auto once = [](int i) { return seal::scalar_from("once" + std::to_string(i)); };
  const seal::Element base = seal::base_element();
  const seal::Element zero = seal::Element{};
  const std::vector<std::pair<seal::Element, bool>> cases{
      {zero, true}, {base, true}, {base + base, false}, {zero - base, false}};
  for (const auto& [plain, good] : cases) {
    const Ciphertext c{seal::times_base(r), r * key + plain};
    const OneOf statement{{c, Ciphertext{c.u, c.v - base}}, key, 7};
    bool proved = false;
    for (const bool second : {false, true}) {
      const std::string proof =
          prove_one_of(hash, "bit", statement, {second, r, {once(1), once(2), once(3)}});
      EXPECT_EQ(proof.size(), accord::talks::one_of_proof_bytes);
      proved = proved || check_one_of(hash, "bit", statement, proof);
      OneOf elsewhere = statement;
      elsewhere.index = 8;
      EXPECT_FALSE(check_one_of(hash, "bit", elsewhere, proof));
      EXPECT_FALSE(check_one_of(ZoneHash("other"), "bit", statement, proof));
      EXPECT_FALSE(check_one_of(hash, "term", statement, proof));
    }
    EXPECT_EQ(proved, good);
  }
}

TEST(TalksZoneTest, ScalarsAndElementsHaveOneForm) {
  // The order of the group, least significant byte first (RFC 9496), is no scalar; one less is.
  std::string order(32, '\0');
  const auto low = *seal::bytes_of_hex("edd3f55c1a631258d69cf7a2def9de14");
  order.replace(0, low.size(), low);
  order[31] = '\x10';
  EXPECT_FALSE(seal::scalar(order));
  order[0] = static_cast<char>(order[0] - 1);
  EXPECT_TRUE(seal::scalar(order));
  EXPECT_FALSE(seal::scalar(std::string(31, '\0')));
  EXPECT_FALSE(seal::element(std::string(32, '\xff')));
  EXPECT_TRUE(seal::element(std::string(32, '\0'))->is_neutral());
  // RFC 9496, A.1: the base.
  EXPECT_EQ(seal::hex_of(seal::view(seal::base_element().bytes)),
            "e2f2ae0a6abc4e71a884a961c500515f58e30b6aa582dd8db6a65945e08d2d76");
}

TEST(TalksZoneTest, WhatCannotBeTestedIsSaid) {
  const auto code = [](ZoneTestSetup setup, std::vector<bool> bits) {
    return ZoneTest::start(ZoneTestSide::a, std::move(setup), std::move(bits), filled(1))
        .error()
        .code;
  };
  EXPECT_EQ(code(setup_of(ZoneTestProofs::bits), {}), "P076");
  EXPECT_EQ(code(setup_of(ZoneTestProofs::bits, ""), {true}), "P076");
  EXPECT_EQ(code({"s", "xyz", ZoneTestProofs::bits}, {true}), "P076");
  EXPECT_EQ(code(setup_of(ZoneTestProofs::bits), std::vector<bool>(1'000'001)), "P061");
}

TEST(TalksZoneTest, OpenCountsAsNotYes) {
  accord::talks::Domain domain;
  domain.issues = {made::whole("x", 0, 3)};
  domain.rules.push_back({"P1", "", made::at_least(0, 1)});
  accord::talks::Position position;
  position.party = "A";
  EXPECT_EQ(*yes_outcomes(domain, position), std::vector<bool>(4));
  position.marks[0].yes = {0, 2};
  position.marks[0].no = {3};
  position.together = true;
  // 0 breaks the public rule, 1 is open, 3 is out.
  EXPECT_EQ(*yes_outcomes(domain, position), (std::vector<bool>{false, false, true, false}));
  position.otherwise_acceptable = true;
  EXPECT_EQ(*yes_outcomes(domain, position), (std::vector<bool>{false, true, true, false}));
}

}  // namespace
