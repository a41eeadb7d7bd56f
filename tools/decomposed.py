#!/usr/bin/python3
"""Writes src/described/decomposed.h: whether a struct has exactly N members, up to the most that
one may have."""
import pathlib

MOST = 48


def names(n):
    return ", ".join(f"m{i}" for i in range(n))


def wrapped(text, indent):
    lines, line = [], ""
    for word in text.split(" "):
        if len(indent + line + word) > 98:
            lines.append(line.rstrip())
            line = ""
        line += word + " "
    lines.append(line.rstrip())
    return ("\n" + indent).join(lines)


def main():
    out = [
        "#pragma once",
        "",
        "#include <cstddef>",
        "",
        "// clang-format off",
        "/// Made by tools/decomposed.py. A structured binding with exactly N names does not compile for a struct that has",
        "/// more or fewer: so no member can be forgotten. The functions are named, never called.",
        "namespace accord::described::detail {",
        "",
        "template <class T, std::size_t N>",
        "void decompose([[maybe_unused]] const T& value) {",
        f"  static_assert(N <= {MOST}, \"a struct has at most {MOST} members\");",
    ]
    for n in range(1, MOST + 1):
        word = "if" if n == 1 else "} else if"
        out.append(f"  {word} constexpr (N == {n}) {{")
        out.append(
            f"    [[maybe_unused]] const auto& [\n        {wrapped(names(n), '        ')}] = value;"
        )
    out += ["  }", "}", "",
            "/// The address of the function is taken, so that it is compiled.",
            "template <class T, std::size_t N>",
            "inline constexpr void (*has_members)(const T&) = &decompose<T, N>;", "",
            "}  // namespace accord::described::detail", ""]
    path = pathlib.Path(__file__).resolve().parent.parent / "src/described/decomposed.h"
    path.write_text("\n".join(out), encoding="utf-8")


if __name__ == "__main__":
    main()
