#pragma once

#include <epochscope/io/formats.h>

#include <QString>

namespace epochscope::app {

/// What a path that no format opens holds, which format comes nearest, what that lacks, and where
/// the formats are described, in the language of the window.
QString words_about(const UnknownPath& path);

}  // namespace epochscope::app
