#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace epochscope {

/// A value that a line of a log states, and its name.
struct LogEntry {
    std::string name;
    double value = 0;
    /// The number in brackets: the mean over the epoch so far.
    std::optional<double> mean = {};
};

/// A line of a training log: `Epoch: [e][i/n]  Time v ( a)  ...  Acc@Proto v ( a)` (PCL, MoCo), the
/// same with `Train:` (SupContrast), or `Train: e [i/n (p%)]  Loss: v (a)  ...` (timm).
struct LogLine {
    std::int64_t epoch = 0;
    std::int64_t batch = 0;
    /// Batches per epoch; at least 1.
    std::int64_t batches = 1;
    /// Names are unique: a second `Loss` is "Loss (2)".
    std::vector<LogEntry> entries;

    [[nodiscard]] double step() const {
        return static_cast<double>(epoch) * static_cast<double>(batches) +
               static_cast<double>(batch);
    }
    [[nodiscard]] double epochs() const {
        return static_cast<double>(epoch) +
               static_cast<double>(batch) / static_cast<double>(batches);
    }
};

/// Whether a line contains the beginning of one; loggers write the time before it.
bool is_progress(std::string_view line);

/// Reads such a line; nothing if it is cut off or broken.
std::optional<LogLine> read_log_line(std::string_view line);

/// Whether a line contains `Test: [`, or another beginning of an evaluation's line.
bool is_test(std::string_view line);

/// The results that a line of an evaluation states: `Test: [i/n]  Time v (a)  ...  Acc@1 v (a)`
/// (PCL, MoCo, SupContrast, timm, DeiT), or `* Acc@1 v Acc@5 v` after it. Their names begin with
/// "Test ", or "Test (EMA) "; values are the means so far where the line has them. Empty for other
/// lines, and if it is cut off or broken.
std::vector<LogEntry> read_test_values(std::string_view line);

/// The `e` of the line `Epoch e/n` that Keras prints before an epoch; nothing for other lines.
std::optional<std::int64_t> read_keras_epoch(std::string_view line);

/// The values of a complete epoch as Keras prints them, `n/n [====] - 5s 2ms/step - loss: v - acc:
/// v`, without its control sequences; empty for other lines, or if the epoch is not complete.
std::vector<LogEntry> read_keras_values(std::string_view line);

}  // namespace epochscope
