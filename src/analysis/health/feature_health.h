#pragma once

#include <epochscope/analysis/health.h>
#include <epochscope/model/job.h>
#include <epochscope/model/recording.h>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace epochscope {

/// Neighbours of each sample that is compared in pairs: `drift_neighbours` indices of samples; -1
/// if they are unknown.
inline constexpr std::size_t drift_neighbours = 15;

/// Sets the signals of features but drift. `is_finite` has one entry a sample. Uses all threads of
/// the arena that it is called in. Throws Cancelled.
void measure_features(const Recording& recording, std::size_t epoch,
                      const std::vector<bool>& is_finite, EpochHealth& health, const Job& job);

/// The neighbours of the compared samples among each other.
std::vector<std::int32_t> drift_lists(const Recording& recording, std::size_t epoch,
                                      const std::vector<bool>& is_finite, int threads,
                                      const Job& job);

/// The fraction of neighbours that are not in the lists before; nothing if no sample has both.
std::optional<double> drift_between(const std::vector<std::int32_t>& before,
                                    const std::vector<std::int32_t>& now);

}  // namespace epochscope
