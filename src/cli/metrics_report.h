#pragma once

#include <epochscope/projection/controls.h>

#include <nlohmann/json_fwd.hpp>

#include <ostream>

namespace epochscope::cli {

/// One object a metric under its name: mean, early, middle, late, per_epoch, undefined (a share),
/// with a reason where one of them is null; and in it controls, the same for each control.
nlohmann::ordered_json json_of(const PictureReport& report);

/// A table to be read: a line a metric, and beside it the means of the controls; then why what is
/// missing is missing.
void print_metrics(std::ostream& out, const PictureReport& report);

}  // namespace epochscope::cli
