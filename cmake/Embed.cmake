# cmake -DOUT=header.h -DFILES=a,b -P Embed.cmake: each file becomes a constant of
# accord::report::templates, in pieces short enough for every compiler.
string(REPLACE "," ";" FILES "${FILES}")
set(text "#pragma once\n\n#include <string_view>\n\nnamespace accord::report::templates {\n")
foreach(file IN LISTS FILES)
  get_filename_component(name "${file}" NAME)
  string(REPLACE "." "_" name "${name}")
  file(READ "${file}" content)
  string(APPEND text "\ninline constexpr std::string_view ${name} = R\"embed(${content})embed\";\n")
endforeach()
string(APPEND text "\n}  // namespace accord::report::templates\n")
file(WRITE "${OUT}" "${text}")
