# One static library per module, in the order of docs/design. A module may use only modules that
# stand above it in this list and that it names itself, so a wrong-way dependency does not configure.
set(ACCORD_MODULE_ORDER base described numerics material seal evidence agreement items claims talks accounting measurement ledger formats
  balance inspection simulation chart assessment answers report cli server)

# accord_module(NAME SOURCES a.cpp … [HEADERS a.h …] [FOLDERS model syntax …] [DEPENDS base …] [LIBRARIES fmt::fmt …])
# FOLDERS: those of the module in their one-way order; a+b use one another. tools/check_includes.py keeps it.
function(accord_module name)
  cmake_parse_arguments(PARSE_ARGV 1 M "" "" "SOURCES;HEADERS;FOLDERS;DEPENDS;LIBRARIES")
  if(M_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "accord_module(${name}): unknown arguments ${M_UNPARSED_ARGUMENTS}")
  endif()
  list(FIND ACCORD_MODULE_ORDER ${name} position)
  if(position EQUAL -1)
    message(FATAL_ERROR "accord_module(${name}): not in ACCORD_MODULE_ORDER (cmake/AccordModule.cmake)")
  endif()
  add_library(accord_${name} STATIC ${M_SOURCES})
  add_library(accord::${name} ALIAS accord_${name})
  target_link_libraries(accord_${name} PUBLIC accord_settings)
  foreach(dependency IN LISTS M_DEPENDS)
    list(FIND ACCORD_MODULE_ORDER ${dependency} other)
    if(other EQUAL -1 OR NOT other LESS position OR NOT TARGET accord_${dependency})
      message(FATAL_ERROR "accord_module(${name}): may not depend on ${dependency}, which stands at or "
        "below it. Order: ${ACCORD_MODULE_ORDER}")
    endif()
    target_link_libraries(accord_${name} PUBLIC accord_${dependency})
  endforeach()
  if(M_LIBRARIES)
    target_link_libraries(accord_${name} PRIVATE ${M_LIBRARIES})
  endif()
  set_property(GLOBAL APPEND PROPERTY ACCORD_MODULES ${name})
  set_property(GLOBAL PROPERTY ACCORD_DEPENDS_${name} "${M_DEPENDS}")
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
