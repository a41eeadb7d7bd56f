#pragma once

#include <compare>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace accord::talks {

/// An exact fraction of any size, in lowest terms: what negotiators write down, and sums of it.
/// Nothing here rounds but `decimal` and `approximate`, which are for reading.
class Number {
 public:
  Number();                    // 0
  Number(std::int64_t whole);  // NOLINT: every whole number is a fraction
  Number(const Number&);
  Number(Number&&) noexcept;
  Number& operator=(const Number&);
  Number& operator=(Number&&) noexcept;
  ~Number();

  /// "3", "-0.25", "6e-3" or "6/2"; no blank. Nothing for other text ("NaN", "inf", "1/0") and for
  /// an exponent beyond ±30.
  static std::optional<Number> parse(std::string_view text);
  /// The value of a 128-bit integer: what the solvers count with.
  __extension__ typedef __int128 Wide;
  static Number of(Wide whole);

  Number& operator+=(const Number&);
  Number& operator-=(const Number&);
  Number& operator*=(const Number&);
  Number& operator/=(const Number&);  ///< the divisor is not 0
  friend Number operator+(Number a, const Number& b) { return a += b; }
  friend Number operator-(Number a, const Number& b) { return a -= b; }
  friend Number operator*(Number a, const Number& b) { return a *= b; }
  friend Number operator/(Number a, const Number& b) { return a /= b; }
  Number operator-() const;
  friend std::strong_ordering operator<=>(const Number& a, const Number& b);
  friend bool operator==(const Number& a, const Number& b) { return (a <=> b) == 0; }

  [[nodiscard]] int sign() const;  ///< −1, 0, 1
  [[nodiscard]] bool is_whole() const;
  [[nodiscard]] Number floor() const;
  [[nodiscard]] Number numerator() const;    ///< whole
  [[nodiscard]] Number denominator() const;  ///< whole, at least 1
  /// The value, when it is whole and fits; nothing otherwise.
  [[nodiscard]] std::optional<std::int64_t> to_int64() const;
  [[nodiscard]] std::optional<Wide> to_wide() const;

  /// "279/400", "3": lowest terms, the whole value.
  [[nodiscard]] std::string text() const;
  /// Twelve digits after the point at most, rounded half away from zero, without zeros at the end:
  /// "0.6975".
  [[nodiscard]] std::string decimal() const;
  [[nodiscard]] double approximate() const;  ///< within one part in 10^15; for charts

 private:
  struct Value;
  std::unique_ptr<Value> value_;
};

/// The least common multiple of two whole numbers above 0.
[[nodiscard]] Number common_multiple(const Number& a, const Number& b);

}  // namespace accord::talks
