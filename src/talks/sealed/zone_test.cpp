#include "talks/sealed/zone_test.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "seal/sha256.h"
#include "talks/sealed/zone_proofs.h"

namespace accord::talks {

namespace {

using seal::Element;
using seal::Scalar;

/// What of a message does not hold; nothing: all of it does.
using MessageFault = std::optional<std::string>;

std::string put(const Element& e) {
  return std::string(seal::view(e.bytes));
}

/// Reads a message from its beginning; what is not there or not of its form makes it bad.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : rest_(bytes) {}

  std::string_view take(std::size_t bytes) {
    is_good = is_good && rest_.size() >= bytes;
    const std::string_view out = rest_.substr(0, bytes);
    rest_.remove_prefix(std::min(bytes, rest_.size()));
    return out;
  }
  Element element() {
    const auto read = seal::element(take(32));
    is_good = is_good && read;
    return read.value_or(Element{});
  }
  /// Shares and what was made with a scalar: never the neutral element.
  Element share() {
    const Element out = element();
    is_good = is_good && !out.is_neutral();
    return out;
  }
  Ciphertext ciphertext() {
    const Element u = share();
    return {u, element()};
  }
  [[nodiscard]] bool is_done() const { return is_good && rest_.empty(); }

  bool is_good = true;

 private:
  std::string_view rest_;
};

std::string context_of(const ZoneTestSetup& setup, std::size_t outcomes) {
  return fmt::format("accord/talks-zone-test/v1\n{}:{}\n{}\n{} outcomes\nproofs {}\n",
                     setup.session.size(), setup.session, setup.domain_sha256, outcomes,
                     static_cast<int>(setup.proofs));
}

std::string secret_context(const std::string& context, ZoneTestSide side,
                           const std::vector<bool>& yes, const seal::Bytes32& random) {
  // What the side says is part of it: bytes used twice by mistake do not give the same scalars for
  // other answers.
  std::string out(seal::view(random));
  out += side == ZoneTestSide::a ? 'A' : 'B';
  for (const bool y : yes) out += y ? '1' : '0';
  return out + context;
}

}  // namespace

struct ZoneTest::State {
  ZoneTestSide side;
  ZoneTestSetup setup;
  std::vector<bool> yes;
  ZoneHash hash;
  ZoneSecrets secret;
  int step = 0;
  bool is_over = false;
  std::optional<ZoneTestWord> answer;

  Scalar own_key, own_blind;
  Element own_share, other_share, own_blinded, other_blinded, key;
  std::vector<Ciphertext> outcomes;  ///< of A
  Ciphertext sum;                    ///< then blinded by A, then by B
  Element own_part;                  ///< of the decryption
  std::string other_commitment;

  State(ZoneTestSide s, ZoneTestSetup set, std::vector<bool> bits, const std::string& context,
        const seal::Bytes32& random)
      : side(s),
        setup(std::move(set)),
        yes(std::move(bits)),
        hash(context),
        secret(secret_context(context, s, yes, random)) {}

  [[nodiscard]] std::string own() const { return side == ZoneTestSide::a ? "A" : "B"; }
  [[nodiscard]] std::string other() const { return side == ZoneTestSide::a ? "B" : "A"; }
  [[nodiscard]] std::uint64_t count() const { return yes.size(); }

  /// A message that is sent or was received is part of every challenge after it.
  std::string sent(std::string message) {
    hash.add(message);
    return message;
  }

  Result<std::string> next(std::string_view in) {
    const MessageFault fault = receive(in);
    if (fault) {
      is_over = true;
      return fail("P075", fmt::format("message {} of {}: {}", step + 1, other(), *fault), other(),
                  "begin anew, with the same session, domain and variant on both sides");
    }
    std::string out = reply();
    ++step;
    return out;
  }

  MessageFault receive(std::string_view in) {
    const bool is_a = side == ZoneTestSide::a;
    if (is_a && step == 0) return in.empty() ? std::nullopt : MessageFault("A begins");
    Reader read(in);
    switch (is_a ? step - 1 : step) {
      case 0:
        return read_shares(read, in);
      case 1:
        return is_a ? read_sum(read, in) : read_outcomes(read, in);
      case 2:
        return read_blinded(read, in);
      case 3:
        return is_a ? read_opening(read, in) : read_commitment(read, in);
      default:
        return read_opening(read, in);
    }
  }

  std::string reply() {
    const bool is_a = side == ZoneTestSide::a;
    switch (step) {
      case 0:
        return write_shares();
      case 1:
        return is_a ? write_outcomes() : write_sum();
      case 2:
        return write_blinded();
      case 3:
        return is_a ? sent(commitment_of(own_part, nonce())) : write_opening();
      default:
        return is_a ? write_opening() : std::string();
    }
  }

  static MessageFault bad_form() { return "it has not the length or form of this step"; }
  static MessageFault bad_proof(std::string_view of) {
    return fmt::format("the proof of {} does not hold", of);
  }

  // Keys.

  std::string write_shares() {
    own_key = secret("key");
    own_blind = secret("blind");
    own_share = seal::times_base(own_key);
    own_blinded = seal::times_base(own_blind);
    const std::string shares = put(own_share) + put(own_blinded);
    if (side == ZoneTestSide::a) return sent(shares);
    key = own_share + other_share;
    // The challenge knows both shares: B's own are added before its proof.
    hash.add(shares);
    const std::string proof = prove_key();
    return shares + sent(proof);
  }

  MessageFault read_shares(Reader& read, std::string_view in) {
    other_share = read.share();
    other_blinded = read.share();
    const std::string_view shares = in.substr(0, std::min<std::size_t>(64, in.size()));
    if (side == ZoneTestSide::b) {
      if (!read.is_done()) return bad_form();
      hash.add(in);
      return std::nullopt;
    }
    const std::string_view proof = read.take(log_proof_bytes);
    if (!read.is_done()) return bad_form();
    hash.add(shares);
    if (!check_key(proof)) return bad_proof("the key");
    hash.add(proof);
    key = own_share + other_share;
    if (key.is_neutral()) return "the shares cancel";
    return std::nullopt;
  }

  [[nodiscard]] std::string prove_key() const {
    return prove_logarithm(hash, "key " + own(), {{seal::base_element(), own_share}}, own_key,
                           secret("key once"));
  }
  [[nodiscard]] bool check_key(std::string_view proof) const {
    return check_logarithm(hash, "key " + other(), {{seal::base_element(), other_share}}, proof);
  }

  // Outcomes of A.

  [[nodiscard]] Ciphertext zero(const Scalar& r) const { return {seal::times_base(r), r * key}; }
  [[nodiscard]] OneOf bit_statement(std::uint64_t i) const {
    const Ciphertext& c = outcomes[i];
    return {{c, Ciphertext{c.u, c.v - seal::base_element()}}, key, i};
  }
  [[nodiscard]] OneOfWitness witness(bool second, const Scalar& r, std::uint64_t i) const {
    return {second, r, {secret("w", i), secret("c", i), secret("s", i)}};
  }

  std::string write_outcomes() {
    const std::string proof = prove_key();
    const std::array plain{Element{}, seal::base_element()};
    std::string out = proof;
    for (std::uint64_t i = 0; i < count(); ++i) {
      Ciphertext c = zero(secret("r", i));
      c.v = c.v + plain.at(yes[i] ? 1 : 0);  // as much work for either
      outcomes.push_back(c);
      out += bytes_of(c);
    }
    hash.add(out);
    if (setup.proofs == ZoneTestProofs::keys_only) return out;
    std::string proofs;
    for (std::uint64_t i = 0; i < count(); ++i)
      proofs += prove_one_of(hash, "bit", bit_statement(i), witness(yes[i], secret("r", i), i));
    return out + sent(proofs);
  }

  MessageFault read_outcomes(Reader& read, std::string_view in) {
    if (key.is_neutral()) return "the shares cancel";
    const bool has_proofs = setup.proofs != ZoneTestProofs::keys_only;
    if (in.size() != 64 + (has_proofs ? 192 : 64) * count()) return bad_form();
    if (!check_key(read.take(log_proof_bytes))) return bad_proof("the key");
    for (std::uint64_t i = 0; i < count(); ++i) outcomes.push_back(read.ciphertext());
    if (!read.is_good) return bad_form();
    hash.add(in.substr(0, 64 + 64 * count()));
    if (!has_proofs) return std::nullopt;
    for (std::uint64_t i = 0; i < count(); ++i)
      if (!check_one_of(hash, "bit", bit_statement(i), read.take(one_of_proof_bytes)))
        return bad_proof(fmt::format("outcome {}", i));
    hash.add(in.substr(64 + 64 * count()));
    return std::nullopt;
  }

  // The sum of B.

  [[nodiscard]] static OneOf term_statement(const Ciphertext& term, const Ciphertext& of,
                                            const Element& key, std::uint64_t i) {
    return {{term, term - of}, key, i};
  }

  std::string write_sum() {
    if (setup.proofs == ZoneTestProofs::both) return write_terms();
    sum = zero(secret("r"));
    for (std::uint64_t i = 0; i < count(); ++i)
      if (yes[i]) sum = sum + outcomes[i];
    return sent(bytes_of(sum));
  }

  std::string write_terms() {
    std::string out;
    std::vector<Ciphertext> terms;
    for (std::uint64_t i = 0; i < count(); ++i) {
      const Ciphertext none = zero(secret("r", i)), taken = none + outcomes[i];
      terms.push_back(yes[i] ? taken : none);
      out += bytes_of(terms.back());
    }
    hash.add(out);
    std::string proofs;
    for (std::uint64_t i = 0; i < count(); ++i)
      proofs += prove_one_of(hash, "term", term_statement(terms[i], outcomes[i], key, i),
                             witness(yes[i], secret("r", i), i));
    add_up(terms);
    return out + sent(proofs);
  }

  void add_up(const std::vector<Ciphertext>& terms) {
    sum = {};
    for (const Ciphertext& term : terms) sum = sum + term;
  }

  MessageFault read_sum(Reader& read, std::string_view in) {
    if (setup.proofs != ZoneTestProofs::both) {
      sum = read.ciphertext();
      if (!read.is_done()) return bad_form();
      hash.add(in);
      return std::nullopt;
    }
    if (in.size() != 192 * count()) return bad_form();
    std::vector<Ciphertext> terms;
    for (std::uint64_t i = 0; i < count(); ++i) terms.push_back(read.ciphertext());
    if (!read.is_good) return bad_form();
    hash.add(in.substr(0, 64 * count()));
    for (std::uint64_t i = 0; i < count(); ++i)
      if (!check_one_of(hash, "term", term_statement(terms[i], outcomes[i], key, i),
                        read.take(one_of_proof_bytes)))
        return bad_proof(fmt::format("the term of outcome {}", i));
    hash.add(in.substr(64 * count()));
    add_up(terms);
    return sum.u.is_neutral() ? MessageFault("the terms cancel") : std::nullopt;
  }

  // Blinding: A, then B, multiply both halves.

  [[nodiscard]] static Logarithms blinding(const Element& blinded, const Ciphertext& from,
                                           const Ciphertext& to) {
    return {{seal::base_element(), blinded}, {from.u, to.u}, {from.v, to.v}};
  }

  std::string write_blinded() {
    const Ciphertext from = sum;
    sum = {own_blind * from.u, own_blind * from.v};
    std::string out = bytes_of(sum);
    out += prove_logarithm(hash, "blind " + own(), blinding(own_blinded, from, sum), own_blind,
                           secret("blind once"));
    if (side == ZoneTestSide::a) return sent(out);
    own_part = own_key * sum.u;
    return sent(out + commitment_of(own_part, nonce()));
  }

  MessageFault read_blinded(Reader& read, std::string_view in) {
    const Ciphertext to = read.ciphertext();
    const std::string_view proof = read.take(log_proof_bytes);
    if (side == ZoneTestSide::a) other_commitment = read.take(64);
    if (!read.is_done()) return bad_form();
    if (!check_logarithm(hash, "blind " + other(), blinding(other_blinded, sum, to), proof))
      return bad_proof("the blinding");
    hash.add(in);
    sum = to;
    own_part = own_key * sum.u;
    return std::nullopt;
  }

  // Opening.

  [[nodiscard]] std::string nonce() const { return std::string(seal::view(secret("nonce").bytes)); }
  /// 64 hex digits.
  [[nodiscard]] static std::string commitment_of(const Element& part, std::string_view nonce) {
    return seal::sha256_hex("accord/talks-zone-test/v1 part\n" + put(part) + std::string(nonce));
  }

  MessageFault read_commitment(Reader& read, std::string_view in) {
    other_commitment = read.take(64);
    if (!read.is_done() || !seal::bytes_of_hex(other_commitment)) return bad_form();
    hash.add(in);
    return std::nullopt;
  }

  std::string write_opening() {
    const std::string out = put(own_part) + nonce() +
                            prove_logarithm(hash, "part " + own(),
                                            {{seal::base_element(), own_share}, {sum.u, own_part}},
                                            own_key, secret("part once"));
    return sent(out);
  }

  MessageFault read_opening(Reader& read, std::string_view in) {
    const Element part = read.share();
    const std::string_view other_nonce = read.take(32), proof = read.take(log_proof_bytes);
    if (!read.is_done()) return bad_form();
    if (commitment_of(part, other_nonce) != other_commitment)
      return "what is opened is not what was committed to";
    if (!check_logarithm(hash, "part " + other(),
                         {{seal::base_element(), other_share}, {sum.u, part}}, proof))
      return bad_proof("the opening");
    hash.add(in);
    const Element matches = sum.v - own_part - part;
    answer = matches.is_neutral() ? ZoneTestWord::not_shown : ZoneTestWord::sure;
    return std::nullopt;
  }
};

ZoneTest::ZoneTest(std::unique_ptr<State> state) : state_(std::move(state)) {}
ZoneTest::ZoneTest(ZoneTest&&) noexcept = default;
ZoneTest& ZoneTest::operator=(ZoneTest&&) noexcept = default;
ZoneTest::~ZoneTest() = default;

Result<ZoneTest> ZoneTest::start(ZoneTestSide side, ZoneTestSetup setup, std::vector<bool> yes,
                                 const seal::Bytes32& random) {
  if (yes.size() > zone_test_outcomes_max)
    return fail("P061",
                fmt::format("there are {} outcomes, and {} at most are tested", yes.size(),
                            zone_test_outcomes_max),
                "", "take public classes of values");
  const auto digest = seal::bytes_of_hex(setup.domain_sha256);
  if (yes.empty() || setup.session.empty() || !digest || digest->size() != 32)
    return fail("P076", "the test has no outcome, no session or no digest of the domain",
                "zone test", "agree on a session, and name the domain by its SHA-256");
  const std::string context = context_of(setup, yes.size());
  return ZoneTest(std::make_unique<State>(side, std::move(setup), std::move(yes), context, random));
}

Result<std::string> ZoneTest::next(std::string_view received) {
  if (state_->is_over || state_->step > 4)
    return fail("P075", "the test is over", "", "begin anew, with another session");
  return state_->next(received);
}

std::optional<ZoneTestWord> ZoneTest::answer() const {
  return state_->answer;
}

Result<std::vector<bool>> yes_outcomes(const Domain& domain, const Position& position) {
  if (domain.has_continuous())
    return fail("P060", "the domain has a continuous issue", "", "give the issue points");
  const Number outcomes = domain.outcomes();
  if (outcomes > Number(static_cast<std::int64_t>(zone_test_outcomes_max)))
    return fail("P061",
                fmt::format("there are {} outcomes, and {} at most are tested", outcomes.text(),
                            zone_test_outcomes_max),
                "", "take public classes of values");
  std::vector<bool> out;
  const auto count = static_cast<std::uint64_t>(outcomes.to_int64().value_or(0));
  for (std::uint64_t rank = 0; rank < count; ++rank) {
    const Outcome outcome = domain.outcome_at(rank);
    out.push_back(std::all_of(domain.rules.begin(), domain.rules.end(),
                              [&](const NamedRule& r) { return keeps(domain, r.rule, outcome); }) &&
                  answer_of(domain, position, outcome) == Answer::yes);
  }
  return out;
}

}  // namespace accord::talks
