#pragma once

namespace accord {

/// Called for a broken contract before the program stops. It may throw to whoever asked the
/// question: a host that must live on (Python) turns the fault into an error of its own.
using ContractHandler = void (*)(const char* condition, const char* file, int line);

/// One handler for the whole process; null: the program stops, as it does by default.
void handle_broken_contracts(ContractHandler handler);

}  // namespace accord
