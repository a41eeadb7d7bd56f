# Options, the compiler settings every target shares, and the interpreter that Python parts use.
option(ACCORD_TESTS "Build the tests" OFF)
option(ACCORD_BENCH "Build the benchmarks" OFF)
option(ACCORD_UNITY "Compile the sources of a folder together: quick from nothing" OFF)
option(ACCORD_FUZZ "Build the fuzz targets (Clang)" OFF)
option(ACCORD_MPI "Build accord-mpi, for campaigns on many machines" OFF)
option(ACCORD_PYTHON "Build the Python package" OFF)
option(ACCORD_DEVELOPER "Warnings are errors, library assertions on" OFF)
set(ACCORD_SANITIZE "" CACHE STRING "Sanitizers, for example address,undefined")

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

find_program(ACCORD_CCACHE ccache)
if(ACCORD_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${ACCORD_CCACHE}")
endif()

# python3 on the PATH is often an interpreter without NumPy; Debian's own is the one we install for.
if(NOT Python_EXECUTABLE AND EXISTS /usr/bin/python3)
  set(Python_EXECUTABLE /usr/bin/python3)
endif()

add_library(accord_settings INTERFACE)
# Fused multiply-add changes last digits between processors; see docs/design.
target_compile_options(accord_settings INTERFACE -ffp-contract=off)
target_include_directories(accord_settings INTERFACE
  "${CMAKE_SOURCE_DIR}/src" "${CMAKE_BINARY_DIR}/src")
if(ACCORD_DEVELOPER)
  target_compile_options(accord_settings INTERFACE -Wall -Wextra -Wpedantic -Wconversion
    -Wsign-conversion -Wshadow -Wold-style-cast -Werror)
  if(CMAKE_CXX_COMPILER_ID STREQUAL GNU)
    # False alarms of g++ 12 about std::string at -O2 (GCC bug 105651).
    target_compile_options(accord_settings INTERFACE -Wno-restrict)
  endif()
  target_compile_definitions(accord_settings INTERFACE $<$<CONFIG:Debug>:_GLIBCXX_ASSERTIONS>)
endif()
if(ACCORD_FUZZ)
  # Also the modules: a fuzzer that does not see their branches finds its way by chance.
  target_compile_options(accord_settings INTERFACE -fsanitize=fuzzer-no-link)
endif()
if(ACCORD_SANITIZE)
  target_compile_options(accord_settings INTERFACE -fsanitize=${ACCORD_SANITIZE}
    -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(accord_settings INTERFACE -fsanitize=${ACCORD_SANITIZE})
endif()

function(accord_print_summary)
  message(STATUS "accord ${PROJECT_VERSION}: build ${CMAKE_BUILD_TYPE}, compiler ${CMAKE_CXX_COMPILER_ID} "
    "${CMAKE_CXX_COMPILER_VERSION}")
  message(STATUS "  tests ${ACCORD_TESTS}  python ${ACCORD_PYTHON} (${Python_EXECUTABLE})  bench "
    "${ACCORD_BENCH}  MPI ${ACCORD_MPI}  fuzz ${ACCORD_FUZZ}  sanitize '${ACCORD_SANITIZE}'")
endfunction()
