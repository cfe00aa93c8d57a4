#pragma once

#include <epochscope/model/head.h>

namespace epochscope {

/// The head whose logits of any embedding lie between those of two others of the same shape, `t` of
/// the way: of linear ones the weights do; others are both asked.
Head mixed_head(const Head& a, const Head& b, double t);

}  // namespace epochscope
