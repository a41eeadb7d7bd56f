#pragma once

#include <vector>

/// One body, compiled for several processors and chosen when it runs. The body is plain loops over
/// lanes that the compiler makes vectors of; with the operations of IEEE 754 alone and without
/// fused multiply-add every version gives the same bits (a test compares them).
///
///   [[gnu::always_inline]] inline void body(int n, double* x) { … }
///   ACCORD_LANES(body, (int n, double* x), (n, x))
///
/// defines body_versions(): those that this processor can run, the best one last.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__)
#define ACCORD_LANES(body, parameters, arguments)                                            \
  __attribute__((target(                                                                     \
      "avx512f,avx512dq,avx512vl,prefer-vector-width=512"))) void body##_avx512 parameters { \
    body arguments;                                                                          \
  }                                                                                          \
  __attribute__((target("avx2"))) void body##_avx2 parameters {                              \
    body arguments;                                                                          \
  }                                                                                          \
  void body##_plain parameters {                                                             \
    body arguments;                                                                          \
  }                                                                                          \
  std::vector<decltype(&body##_plain)> body##_versions() {                                   \
    std::vector<decltype(&body##_plain)> versions{body##_plain};                             \
    if (__builtin_cpu_supports("avx2")) versions.push_back(body##_avx2);                     \
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") &&           \
        __builtin_cpu_supports("avx512vl"))                                                  \
      versions.push_back(body##_avx512);                                                     \
    return versions;                                                                         \
  }
#else
#define ACCORD_LANES(body, parameters, arguments)          \
  void body##_plain parameters {                           \
    body arguments;                                        \
  }                                                        \
  std::vector<decltype(&body##_plain)> body##_versions() { \
    return {body##_plain};                                 \
  }
#endif
