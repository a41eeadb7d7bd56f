# make demo and make check do all of the set-up on a fresh Debian 12; see README.md.
JOBS := $(shell tools/jobs)
.DEFAULT_GOAL := help
.PHONY: help demo check bench fuzz soak docs install asan tidy format clean

help:
	@echo "make demo    build accord and assess the public record of the 2015 accord"
	@echo "make check   build and run every test"
	@echo "make bench   measure speed          make asan   tests under sanitizers"
	@echo "make fuzz    a short fuzzing run    make soak   every fault, and ten minutes for each fuzz target"
	@echo "make tidy    clang-tidy on what the last commit touched; FILES=--all: on every source"
	@echo "make docs    the manual as HTML     make install PREFIX=/usr/local"

demo:
	@tools/setup core pdf
	@tools/build demo $(JOBS)
	@tools/demo

check:
	@tools/setup core pdf python test mpi
	@tools/build release $(JOBS)
	@tools/build release $(JOBS) headers
	@tools/build release $(JOBS) together
	@ctest --preset release -j $(JOBS)
	@tools/pytest

bench:
	@tools/setup core python test bench mpi
	@tools/build release $(JOBS)
	@bench/run

tidy:
	@tools/setup core pdf python test mpi tidy
	@tools/build release $(JOBS)
	@tools/tidy $(FILES)

asan:
	@tools/setup core test
	@tools/build asan $(JOBS)
	@ctest --preset asan -j $(JOBS)

fuzz:
	@tools/setup core fuzz
	@tools/build fuzz $(JOBS) fuzz_targets
	@tools/fuzz 20

soak:
	@tools/setup core fuzz test
	@tools/build release $(JOBS)
	@/usr/bin/python3 tests/faults/run.py build/release/apps/accord/accord . --full
	@tools/build fuzz $(JOBS) fuzz_targets
	@tools/fuzz 600

docs:
	@tools/setup docs
	@sphinx-build -q -W -b html docs build/docs && echo "the manual: build/docs/index.html"

install:
	@tools/setup core
	@tools/build demo $(JOBS)
	@cmake --install build/demo --prefix $(or $(PREFIX),/usr/local)

format:
	@clang-format-14 -i $$(git ls-files '*.cpp' '*.h')

clean:
	@rm -rf build
