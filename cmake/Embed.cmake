# cmake -DOUT=header.h -DNAMESPACE=a::b -DFILES=a,b -P Embed.cmake: each file becomes a constant of the
# namespace, in pieces short enough for every compiler.
string(REPLACE "," ";" FILES "${FILES}")
set(text "#pragma once\n\n#include <string_view>\n\nnamespace ${NAMESPACE} {\n")
foreach(file IN LISTS FILES)
  get_filename_component(name "${file}" NAME)
  string(REGEX REPLACE "[.-]" "_" name "${name}")
  file(READ "${file}" content)
  string(APPEND text "\ninline constexpr std::string_view ${name} = R\"embed(${content})embed\";\n")
endforeach()
string(APPEND text "\n}  // namespace ${NAMESPACE}\n")
file(WRITE "${OUT}" "${text}")
