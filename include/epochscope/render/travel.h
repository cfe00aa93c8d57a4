#pragma once

#include <epochscope/render/view_state.h>

namespace epochscope {

/// The view on the way from one to another, at `t` from 0 to 1, which are these views themselves.
/// In between, camera and playhead move and all else is that of `to`. What is seen zooms evenly,
/// and the point of the plane that both views show at the same place of the canvas stays there.
ViewState travelled(const ViewState& from, const ViewState& to, double t);

/// `t` with a slow beginning and a slow end.
double eased(double t);

}  // namespace epochscope
