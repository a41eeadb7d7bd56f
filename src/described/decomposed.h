#pragma once

#include <cstddef>

// clang-format off
/// Made by tools/decomposed.py. A structured binding with exactly N names does not compile for a struct that has
/// more or fewer: so no member can be forgotten. The functions are named, never called.
namespace accord::described::detail {

template <class T, std::size_t N>
void decompose([[maybe_unused]] const T& value) {
  static_assert(N <= 48, "a struct has at most 48 members");
  if constexpr (N == 1) {
    [[maybe_unused]] const auto& [
        m0] = value;
  } else if constexpr (N == 2) {
    [[maybe_unused]] const auto& [
        m0, m1] = value;
  } else if constexpr (N == 3) {
    [[maybe_unused]] const auto& [
        m0, m1, m2] = value;
  } else if constexpr (N == 4) {
    [[maybe_unused]] const auto& [
        m0, m1, m2, m3] = value;
  } else if constexpr (N == 5) {
    [[maybe_unused]] const auto& [
        m0, m1, m2, m3, m4] = value;
  } else if constexpr (N == 6) {
    [[maybe_unused]] const auto& [
        m0, m1, m2, m3, m4, m5] = value;
  } else if constexpr (N == 7) {
    [[maybe_unused]] const auto& [
        m0, m1, m2, m3, m4, m5, m6] = value;
  } else if constexpr (N == 8) {
    [[maybe_unused]] const auto& [
        m0, m1, m2, m3, m4, m5, m6, m7] = value;
  } else if constexpr (N == 9) {
    [[maybe_unused]] const auto& [
        m0, m1, m2, m3, m4, m5, m6, m7, m8] = value;
  } else if constexpr (N == 10) {
    [[maybe_unused]] const auto& [
        m0, m1, m2, m3, m4, m5, m6, m7, m8, m9] = value;
  } else if constexpr (N == 11) {
    [[maybe_unused]] const auto& [
        m0, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10] = value;
  } else if constexpr (N == 12) {
    [[maybe_unused]] const auto& [
        m0, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11] = value;
  } else if constexpr (N == 13) {
    [[maybe_unused]] const auto& [
        m0, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12] = value;
  } else if constexpr (N == 14) {
    [[maybe_unused]] const auto& [
        m0, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13] = value;
  } else if constexpr (N == 15) {
    [[maybe_unused]] const auto& [
        m0, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14] = value;
  } else if constexpr (N == 16) {
    [[maybe_unused]] const auto& [
        m0, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15] = value;
  } else if constexpr (N == 17) {
    [[maybe_unused]] const auto& [
        m0, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16] = value;
  } else if constexpr (N == 18) {
    [[maybe_unused]] const auto& [
        m0, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17] = value;
  } else if constexpr (N == 19) {
    [[maybe_unused]] const auto& [
        m0, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18] = value;
  } else if constexpr (N == 20) {
    [[maybe_unused]] const auto& [
        m0, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18, m19] = value;
  } else if constexpr (N == 21) {
    [[maybe_unused]] const auto& [
        m0, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18, m19,
        m20] = value;
  } else if constexpr (N == 22) {
    [[maybe_unused]] const auto& [
        m0, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18, m19,
        m20, m21] = value;
  } else if constexpr (N == 23) {
    [[maybe_unused]] const auto& [
        m0, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18, m19,
        m20, m21, m22] = value;
  } else if constexpr (N == 24) {
    [[maybe_unused]] const auto& [
        m0, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18, m19,
        m20, m21, m22, m23] = value;
  } else if constexpr (N == 25) {
    [[maybe_unused]] const auto& [
        m0, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18, m19,
        m20, m21, m22, m23, m24] = value;
  } else if constexpr (N == 26) {
    [[maybe_unused]] const auto& [
        m0, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18, m19,
        m20, m21, m22, m23, m24, m25] = value;
  } else if constexpr (N == 27) {
    [[maybe_unused]] const auto& [
        m0, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18, m19,
        m20, m21, m22, m23, m24, m25, m26] = value;
  } else if constexpr (N == 28) {
    [[maybe_unused]] const auto& [
        m0, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18, m19,
        m20, m21, m22, m23, m24, m25, m26, m27] = value;
  } else if constexpr (N == 29) {
    [[maybe_unused]] const auto& [
        m0, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18, m19,
        m20, m21, m22, m23, m24, m25, m26, m27, m28] = value;
  } else if constexpr (N == 30) {
    [[maybe_unused]] const auto& [
        m0, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18, m19,
        m20, m21, m22, m23, m24, m25, m26, m27, m28, m29] = value;
  } else if constexpr (N == 31) {
    [[maybe_unused]] const auto& [
        m0, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18, m19,
        m20, m21, m22, m23, m24, m25, m26, m27, m28, m29, m30] = value;
  } else if constexpr (N == 32) {
    [[maybe_unused]] const auto& [
        m0, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18, m19,
        m20, m21, m22, m23, m24, m25, m26, m27, m28, m29, m30, m31] = value;
  } else if constexpr (N == 33) {
    [[maybe_unused]] const auto& [
        m0, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18, m19,
        m20, m21, m22, m23, m24, m25, m26, m27, m28, m29, m30, m31, m32] = value;
  } else if constexpr (N == 34) {
    [[maybe_unused]] const auto& [
        m0, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18, m19,
        m20, m21, m22, m23, m24, m25, m26, m27, m28, m29, m30, m31, m32, m33] = value;
  } else if constexpr (N == 35) {
    [[maybe_unused]] const auto& [
        m0, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18, m19,
        m20, m21, m22, m23, m24, m25, m26, m27, m28, m29, m30, m31, m32, m33, m34] = value;
  } else if constexpr (N == 36) {
    [[maybe_unused]] const auto& [
        m0, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18, m19,
        m20, m21, m22, m23, m24, m25, m26, m27, m28, m29, m30, m31, m32, m33, m34, m35] = value;
  } else if constexpr (N == 37) {
    [[maybe_unused]] const auto& [
        m0, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18, m19,
        m20, m21, m22, m23, m24, m25, m26, m27, m28, m29, m30, m31, m32, m33, m34, m35, m36] = value;
  } else if constexpr (N == 38) {
    [[maybe_unused]] const auto& [
        m0, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18, m19,
        m20, m21, m22, m23, m24, m25, m26, m27, m28, m29, m30, m31, m32, m33, m34, m35, m36, m37] = value;
  } else if constexpr (N == 39) {
    [[maybe_unused]] const auto& [
        m0, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18, m19,
        m20, m21, m22, m23, m24, m25, m26, m27, m28, m29, m30, m31, m32, m33, m34, m35, m36, m37,
        m38] = value;
  } else if constexpr (N == 40) {
    [[maybe_unused]] const auto& [
        m0, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18, m19,
        m20, m21, m22, m23, m24, m25, m26, m27, m28, m29, m30, m31, m32, m33, m34, m35, m36, m37,
        m38, m39] = value;
  } else if constexpr (N == 41) {
    [[maybe_unused]] const auto& [
        m0, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18, m19,
        m20, m21, m22, m23, m24, m25, m26, m27, m28, m29, m30, m31, m32, m33, m34, m35, m36, m37,
        m38, m39, m40] = value;
  } else if constexpr (N == 42) {
    [[maybe_unused]] const auto& [
        m0, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18, m19,
        m20, m21, m22, m23, m24, m25, m26, m27, m28, m29, m30, m31, m32, m33, m34, m35, m36, m37,
        m38, m39, m40, m41] = value;
  } else if constexpr (N == 43) {
    [[maybe_unused]] const auto& [
        m0, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18, m19,
        m20, m21, m22, m23, m24, m25, m26, m27, m28, m29, m30, m31, m32, m33, m34, m35, m36, m37,
        m38, m39, m40, m41, m42] = value;
  } else if constexpr (N == 44) {
    [[maybe_unused]] const auto& [
        m0, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18, m19,
        m20, m21, m22, m23, m24, m25, m26, m27, m28, m29, m30, m31, m32, m33, m34, m35, m36, m37,
        m38, m39, m40, m41, m42, m43] = value;
  } else if constexpr (N == 45) {
    [[maybe_unused]] const auto& [
        m0, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18, m19,
        m20, m21, m22, m23, m24, m25, m26, m27, m28, m29, m30, m31, m32, m33, m34, m35, m36, m37,
        m38, m39, m40, m41, m42, m43, m44] = value;
  } else if constexpr (N == 46) {
    [[maybe_unused]] const auto& [
        m0, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18, m19,
        m20, m21, m22, m23, m24, m25, m26, m27, m28, m29, m30, m31, m32, m33, m34, m35, m36, m37,
        m38, m39, m40, m41, m42, m43, m44, m45] = value;
  } else if constexpr (N == 47) {
    [[maybe_unused]] const auto& [
        m0, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18, m19,
        m20, m21, m22, m23, m24, m25, m26, m27, m28, m29, m30, m31, m32, m33, m34, m35, m36, m37,
        m38, m39, m40, m41, m42, m43, m44, m45, m46] = value;
  } else if constexpr (N == 48) {
    [[maybe_unused]] const auto& [
        m0, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18, m19,
        m20, m21, m22, m23, m24, m25, m26, m27, m28, m29, m30, m31, m32, m33, m34, m35, m36, m37,
        m38, m39, m40, m41, m42, m43, m44, m45, m46, m47] = value;
  }
}

/// The address of the function is taken, so that it is compiled.
template <class T, std::size_t N>
inline constexpr void (*has_members)(const T&) = &decompose<T, N>;

}  // namespace accord::described::detail
