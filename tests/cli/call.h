#pragma once

#include <epochscope/cli/run.h>

#include <sstream>
#include <string>
#include <vector>

namespace epochscope::tests {

/// What a call left behind.
struct Outcome {
    int code = 0;
    std::string out;
    std::string err;
};

/// A build with letters (it writes none) but without a window.
inline cli::Desktop letters() {
    cli::Desktop desktop;
    desktop.paint_text = [](PixelView, const Frame&) {};
    return desktop;
}

inline Outcome call(const std::vector<std::string>& arguments,
                    const cli::Desktop& desktop = letters()) {
    std::ostringstream out;
    std::ostringstream err;
    const int code = cli::run(arguments, desktop, out, err);
    return {code, out.str(), err.str()};
}

}  // namespace epochscope::tests
