#pragma once

/// Faults of accord itself, as errors that Python can catch.
namespace accord::python {

/// From now on a broken contract, and a failure inside a formula, raise AccordError (X001) instead
/// of ending the interpreter; what the system refuses raises it too (E010).
void raise_own_faults();

}  // namespace accord::python
