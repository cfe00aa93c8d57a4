#pragma once

#include <QString>

namespace epochscope::app {

/// The folder of the example that is installed with the program or lies in its source; empty if
/// there is none.
QString example_folder();

/// The folder of the Python package that writes recordings, likewise.
QString recorder_folder();

}  // namespace epochscope::app
