#!/usr/bin/python3
"""What must not compile, and what the compiler says of it: misuse.py COMPILER SOURCE_DIR."""
import subprocess
import sys

HEAD = """#include "described/described.h"
using namespace accord::described;
struct Other { int x = 0; };
struct Row {
  int a = 0; std::string b; Other o;
  int sum() const { return a; }
  static constexpr auto described = object("row", "A row", %s);
};
const Type& type = type_of<Row>;
"""
A, B = 'member<&Row::a>("a", "a number")', 'member<&Row::b>("b", "a text")'
PLAIN = HEAD.replace(" Other o;", "")
CASES = [
    # (program, members, what is said; nothing: it compiles)
    (PLAIN, f"{A}, {B}", ""),
    (PLAIN, f'{B}, member<&Row::sum>("sum", "computed"), {A}', ""),
    (PLAIN, A, "decomposes into 2 elements"),
    (PLAIN, f'{A}, {B}, member<&Row::a>("c", "again")', "name"),
    (PLAIN, f'{A}, member<&Row::b>("a", "the same name")', "a_name_is_given_twice"),
    (PLAIN, f'member<&Row::a>("for", "a word of Python"), {B}', "a_name_is_small_letters"),
    (PLAIN, f'member<&Row::a>("a", ""), {B}', "a_member_has_a_meaning"),
    (PLAIN, f'{A}, {B}, member<&Other::x>("x", "of another struct")', "no matching function"),
    (PLAIN, f'{A}.only(1), {B}', "what_is_of_some_kinds_needs_one_word_for_its_kind"),
    (PLAIN, f'key<&Row::a>("from", "a word of Python, in data only"), {B}', ""),
    (HEAD, f'{A}, {B}, member<&Row::o>("o", "of a kind that no face knows")', "constraints not satisfied|no matching"),
]


def main():
    compiler, source = sys.argv[1:]
    wrong = []
    for program, members, said in CASES:
        done = subprocess.run([compiler, "-std=c++20", "-fsyntax-only", f"-I{source}/src", "-x", "c++", "-"],
                              input=program % members, text=True, capture_output=True, check=False,
                              env={"LANG": "C", "PATH": "/usr/bin:/bin"})
        compiled = done.returncode == 0
        if compiled != (said == "") or not any(part in done.stderr for part in said.split("|")):
            wrong.append(f"{members}\n  expected {said or 'nothing'!r}, found:\n{done.stderr[:2000]}")
    print("\n".join(wrong) or f"{len(CASES)} as expected")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
