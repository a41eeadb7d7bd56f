# One static library per module, in the order of docs/design. A module may use only modules above it
# in this list that it names itself, so a wrong-way dependency does not configure.
set(ACCORD_MODULE_ORDER base described numerics material seal evidence agreement
  items claims talks accounting measurement ledger formats balance inspection simulation chart
  assessment answers report cli server)

# accord_module(NAME SOURCES a.cpp … [HEADERS a.h …] [FOLDERS model syntax …] [DEPENDS base …]
#   [LIBRARIES fmt::fmt …] [APART b.cpp folder …] [HEAVY <heavy.h> …])
# APART: sources (or patterns of them, or folders) that share a name at file scope with others of
#   their folder; see accord_together.
# HEAVY: headers that many sources which stay apart include; compiled once with the standard ones.
# FOLDERS: those of the module in their one-way order; a+b use one another
#   (tools/check_includes.py keeps it).
function(accord_module name)
  cmake_parse_arguments(PARSE_ARGV 1 M "" ""
    "SOURCES;HEADERS;FOLDERS;DEPENDS;LIBRARIES;APART;HEAVY")
  if(M_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "accord_module(${name}): unknown arguments ${M_UNPARSED_ARGUMENTS}")
  endif()
  list(FIND ACCORD_MODULE_ORDER ${name} position)
  if(position EQUAL -1)
    message(FATAL_ERROR "accord_module(${name}): not in ACCORD_MODULE_ORDER "
      "(cmake/AccordModule.cmake)")
  endif()
  add_library(accord_${name} STATIC ${M_SOURCES})
  add_library(accord::${name} ALIAS accord_${name})
  target_link_libraries(accord_${name} PUBLIC accord_settings)
  foreach(dependency IN LISTS M_DEPENDS)
    list(FIND ACCORD_MODULE_ORDER ${dependency} other)
    if(other EQUAL -1 OR NOT other LESS position OR NOT TARGET accord_${dependency})
      message(FATAL_ERROR "accord_module(${name}): may not depend on ${dependency}, which is at or "
        "below it. Order: ${ACCORD_MODULE_ORDER}")
    endif()
    target_link_libraries(accord_${name} PUBLIC accord_${dependency})
  endforeach()
  if(M_LIBRARIES)
    target_link_libraries(accord_${name} PRIVATE ${M_LIBRARIES})
  endif()
  set(together ${M_SOURCES})
  foreach(apart IN LISTS M_APART)
    list(FILTER together EXCLUDE REGEX "^${apart}(/|$)")
  endforeach()
  list(FILTER together INCLUDE REGEX "^[^/].*\\.cpp$")
  if(ACCORD_UNITY)
    accord_together(${name} ${together})
    if(M_HEAVY)
      accord_own_headers(accord_${name} ${M_HEAVY})
    else()
      target_precompile_headers(accord_${name} REUSE_FROM accord_standard)
    endif()
  else()
    accord_note_together(${name} ${together})
  endif()
  set_property(GLOBAL APPEND PROPERTY ACCORD_MODULES ${name})
  set_property(GLOBAL PROPERTY ACCORD_DEPENDS_${name} "${M_DEPENDS}")
endfunction()

# Compiles the sources of each folder of a module as one, with the standard headers compiled once
# for all modules: less than half of the time. What is in an anonymous namespace is then seen by the
# other sources of the folder, so a name there is unique in its folder, or its source stays apart.
# The target `together` finds what clashes. Every other preset compiles each source alone, and so
# finds what a source forgets to include.
function(accord_together name)
  set_target_properties(accord_${name} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
  foreach(source IN LISTS ARGN)
    accord_group(${name} "${source}" group)
    set_source_files_properties("${source}" PROPERTIES UNITY_GROUP "${group}")
  endforeach()
endfunction()

function(accord_group name source out)
  cmake_path(GET source PARENT_PATH folder)
  string(MAKE_C_IDENTIFIER "${name}_${folder}" group)
  set(${out} "${group}" PARENT_SCOPE)
endfunction()

# Notes what accord_together would compile as one, for the target `together`.
function(accord_note_together name)
  foreach(source IN LISTS ARGN)
    accord_group(${name} "${source}" group)
    set_property(GLOBAL APPEND PROPERTY ACCORD_GROUPS "${group}")
    set_property(GLOBAL APPEND_STRING PROPERTY ACCORD_GROUP_${group}
      "#include \"${CMAKE_CURRENT_SOURCE_DIR}/${source}\"\n")
  endforeach()
endfunction()

# Two targets that compile nothing and look only whether it would: `together`, the sources of each
# folder as one; `headers`, each header alone. A header with a source of its name is left out: that
# source includes it first (tools/check_includes.py).
function(accord_looked_through)
  get_property(groups GLOBAL PROPERTY ACCORD_GROUPS)
  list(REMOVE_DUPLICATES groups)
  set(together)
  foreach(group IN LISTS groups)
    get_property(content GLOBAL PROPERTY ACCORD_GROUP_${group})
    # What one source has at file scope may have the name of a parameter in another.
    string(PREPEND content "#pragma GCC diagnostic ignored \"-Wshadow\"\n")
    file(CONFIGURE OUTPUT "${CMAKE_BINARY_DIR}/together/${group}.cpp" CONTENT "${content}")
    list(APPEND together "${CMAKE_BINARY_DIR}/together/${group}.cpp")
  endforeach()
  file(GLOB_RECURSE headers CONFIGURE_DEPENDS RELATIVE "${CMAKE_SOURCE_DIR}/src" src/*.h)
  set(alone)
  foreach(header IN LISTS headers)
    string(REGEX REPLACE "\\.h$" ".cpp" source "${header}")
    if(NOT EXISTS "${CMAKE_SOURCE_DIR}/src/${source}")
      file(CONFIGURE OUTPUT "${CMAKE_BINARY_DIR}/headers/${source}"
        CONTENT "#include \"${header}\"\n#include \"${header}\"\n")
      list(APPEND alone "${CMAKE_BINARY_DIR}/headers/${source}")
    endif()
  endforeach()
  find_package(fmt REQUIRED)
  find_package(TBB REQUIRED)
  find_package(Eigen3 REQUIRED NO_MODULE)
  get_property(modules GLOBAL PROPERTY ACCORD_MODULES)
  list(TRANSFORM modules PREPEND accord_)
  foreach(target IN ITEMS together headers)
    set(sources ${together})
    if(target STREQUAL "headers")
      set(sources ${alone})
    endif()
    add_library(${target} OBJECT EXCLUDE_FROM_ALL ${sources})
    set_target_properties(${target} PROPERTIES
      CXX_COMPILER_LAUNCHER "${CMAKE_SOURCE_DIR}/tools/syntax_only")
    target_compile_definitions(${target} PRIVATE ACCORD_VERSION="${PROJECT_VERSION}")
    target_link_libraries(${target} PRIVATE ${modules} fmt::fmt Eigen3::Eigen TBB::tbb)
  endforeach()
endfunction()

# The headers of the standard library and of fmt that most sources include.
function(accord_standard_headers)
  file(CONFIGURE OUTPUT "${CMAKE_BINARY_DIR}/standard.cpp" CONTENT "")
  add_library(accord_standard OBJECT "${CMAKE_BINARY_DIR}/standard.cpp")
  # The precompiled header serves a target only if both have the same definitions.
  target_link_libraries(accord_settings INTERFACE fmt::fmt)
  # False alarms about std::string that come with a precompiled header (GCC bug 105651).
  target_compile_options(accord_settings INTERFACE -Wno-restrict -Wno-stringop-overflow)
  target_link_libraries(accord_standard PRIVATE accord_settings)
  accord_own_headers(accord_standard)
endfunction()

# The same headers and more, compiled for one target alone.
function(accord_own_headers target)
  target_precompile_headers(${target} PRIVATE ${ARGN}
    <algorithm> <array> <charconv> <cmath> <compare> <cstdint> <functional> <map> <memory>
    <numeric> <optional> <set> <span> <string> <string_view> <tuple> <unordered_map> <utility>
    <variant> <vector> <fmt/format.h> <tl/expected.hpp>)
endfunction()

# accord_test(NAME SOURCES a_test.cpp … DEPENDS agreement … [PROPERTY])
# One program per folder of tests; PROPERTY adds RapidCheck.
function(accord_test name)
  cmake_parse_arguments(PARSE_ARGV 1 T "PROPERTY" "" "SOURCES;DEPENDS;LIBRARIES")
  add_executable(${name}_test ${T_SOURCES})
  target_link_libraries(${name}_test PRIVATE GTest::gmock GTest::gtest_main ${T_LIBRARIES})
  foreach(dependency IN LISTS T_DEPENDS)
    target_link_libraries(${name}_test PRIVATE accord_${dependency})
  endforeach()
  if(T_PROPERTY)
    target_link_libraries(${name}_test PRIVATE rapidcheck)
  endif()
  target_compile_definitions(${name}_test PRIVATE ACCORD_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
  target_include_directories(${name}_test PRIVATE "${CMAKE_SOURCE_DIR}/tests")
  # Folders of tests that were stopped stay in the build folder, not in the system's.
  file(MAKE_DIRECTORY "${CMAKE_BINARY_DIR}/test-tmp")
  gtest_discover_tests(${name}_test DISCOVERY_TIMEOUT 60
    PROPERTIES ENVIRONMENT "TEST_TMPDIR=${CMAKE_BINARY_DIR}/test-tmp")
endfunction()
