#pragma once

/// Codes of the command line itself; never reused. Those of texts are A…, of tables I…, of
/// workspaces W….
///
/// U001  no such command
/// U002  no such flag
/// U003  a flag without its value, or given twice
/// U004  a value that is not understood, or a format that the command does not print
/// U005  too few or too many arguments
/// E002  a file cannot be written
/// E003  a folder cannot be made, or is not empty
/// E004  no examples found beside the program
/// C001  no such term or finding
/// C002  no such party
/// C003  no such report
/// C004  no such procedure
/// C005  no such example
/// C006  no such stage
/// C007  a file cannot be read
