#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace epochscope {

/// A line of a training log: `Epoch: [e][i/n]  Time v ( a)  ...  Acc@Proto v ( a)`.
struct LogLine {
    std::int64_t epoch = 0;
    std::int64_t batch = 0;
    /// Batches per epoch; at least 1.
    std::int64_t batches = 1;
    struct Entry {
        std::string name;
        double value = 0;
        /// The number in brackets: the mean over the epoch so far.
        std::optional<double> mean;
    };
    /// Names are unique: a second `Loss` is "Loss (2)".
    std::vector<Entry> entries;

    [[nodiscard]] double step() const {
        return static_cast<double>(epoch) * static_cast<double>(batches) +
               static_cast<double>(batch);
    }
    [[nodiscard]] double epochs() const {
        return static_cast<double>(epoch) +
               static_cast<double>(batch) / static_cast<double>(batches);
    }
};

/// Whether a line contains `Epoch: [`; loggers write the time before it.
bool is_progress(std::string_view line);

/// Reads such a line; nothing if it is cut off or broken.
std::optional<LogLine> read_log_line(std::string_view line);

}  // namespace epochscope
