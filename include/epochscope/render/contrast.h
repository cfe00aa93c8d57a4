#pragma once

#include <epochscope/model/geometry.h>

#include <vector>

namespace epochscope {

/// The contrast that graphics need to be seen (WCAG 2.1, success criterion 1.4.11).
inline constexpr double seen_contrast = 3;

/// The contrast ratio of two opaque colours by WCAG 2.1: 1 (same luminance) to 21.
double contrast(Colour a, Colour b);

/// `colour`, mixed with white on a dark ground and with black on a light one, as little as reaches
/// this contrast with the ground. Keeps the alpha. The most that is possible if no mixture reaches
/// it.
Colour legible(Colour colour, Colour ground, double least = seen_contrast);

/// `colour`, mixed with the ground as much as `least` permits at strength 0 and not at all at
/// strength 1; made legible first.
Colour toned(Colour colour, Colour ground, float strength, double least = seen_contrast);

/// The colours of classes on a canvas: legible on a dark one, as they are on a light one.
std::vector<Colour> colours_on(Colour canvas, std::vector<Colour> colours);

}  // namespace epochscope
