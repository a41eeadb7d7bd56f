# cmake -DOUT=header.h -DNAMESPACE=a::b -DFILES=a,b -P Embed.cmake: each file becomes a constant of the
# namespace; `files` has all of them by their names.
string(REPLACE "," ";" FILES "${FILES}")
set(text "#pragma once\n\n#include <string_view>\n#include <utility>\n\nnamespace ${NAMESPACE} {\n")
foreach(file IN LISTS FILES)
  get_filename_component(file_name "${file}" NAME)
  string(REGEX REPLACE "[.-]" "_" name "${file_name}")
  file(READ "${file}" content)
  string(APPEND text "\ninline constexpr std::string_view ${name} = R\"embed(${content})embed\";\n")
  string(APPEND table "\n    {\"${file_name}\", ${name}},")
endforeach()
string(APPEND text "\ninline constexpr std::pair<std::string_view, std::string_view> files[] = {"
  "${table}};\n")
string(APPEND text "\n}  // namespace ${NAMESPACE}\n")
file(WRITE "${OUT}" "${text}")
