#include "render/density_tone.h"

#include <algorithm>
#include <cmath>

namespace epochscope {

namespace {

constexpr float faint = 0.4F;
/// From this fraction of full strength on, ink is added, up to max_ink.
constexpr float opaque_at = 0.7F;
constexpr float max_ink = 0.45F;
constexpr std::size_t table_size = 4096;

}  // namespace

Tone tone_of(double samples, double full) {
    if (!(samples >= 1)) return {faint * static_cast<float>(std::max(samples, 0.0)), 0};
    const auto way = static_cast<float>(std::min(std::log(samples) / std::log(full), 1.0));
    return {faint + (1 - faint) * std::min(way / opaque_at, 1.0F),
            max_ink * std::max((way - opaque_at) / (1 - opaque_at), 0.0F)};
}

ToneTable::ToneTable(double full) : full_(full), tones_(table_size) {
    for (std::size_t i = 0; i < tones_.size(); ++i)
        tones_[i] = tone_of(static_cast<double>(i) / 4, full);
}

}  // namespace epochscope
