#include "cli/desktop.h"

namespace epochscope::cli {

Desktop desktop() { return {}; }

}  // namespace epochscope::cli
