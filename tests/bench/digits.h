#pragma once

#include <epochscope/model/recording.h>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <vector>

namespace epochscope::bench {

/// 8 x 8 pixels.
inline constexpr std::size_t digit_dimension = 64;

/// Epochs of rows, an epoch after another.
struct Rows : EpochMemory {
    std::vector<float> values;
    std::size_t epochs = 1;
    std::vector<std::int32_t> labels;

    [[nodiscard]] std::size_t count() const { return values.size() / digit_dimension / epochs; }
    [[nodiscard]] Table epoch(std::size_t index) const {
        const std::size_t size = count() * digit_dimension;
        return {std::span(values).subspan(index * size, size), digit_dimension};
    }
};

std::shared_ptr<Rows> rows_of(std::vector<float> values, std::size_t epochs);

/// Of one class, without logits.
Recording recording_of(const std::shared_ptr<Rows>& rows);

/// The recording of digits that is shared among projects, whether it is there or not.
std::filesystem::path digits();

/// Its digits, turned, shifted and noised.
std::vector<float> many_digits(std::size_t count);

/// The same at each of some epochs, as if they were learnt: each comes out of noise of its own.
std::shared_ptr<Rows> learnt_digits(std::size_t count, std::size_t epochs);

/// The epochs of a recording, the last `count` of them.
std::shared_ptr<Rows> epochs_of(const Recording& recording, std::size_t count);

}  // namespace epochscope::bench
