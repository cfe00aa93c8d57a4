#pragma once

#include "io/curves/log_line.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace epochscope {

/// What a line says of an epoch.
struct EpochLine {
    /// Nothing: the line does not say it, and is of the epoch that the lines before it name.
    std::optional<std::int64_t> epoch = {};
    /// Where in the epoch it was written; 0 batches: it is of the whole epoch.
    std::int64_t batch = 0;
    std::int64_t batches = 0;
    /// Whether it is a state of a progress bar, which the next one replaces.
    bool is_bar = false;
    /// Their names are unique.
    std::vector<LogEntry> entries = {};
};

/// Reads a line as people print it themselves, or a state of a bar of tqdm:
///
///     Epoch 1/3, Loss: 0.52, Acc: 0.8        [Epoch 3] train loss = 0.5, val acc = 0.9
///     epoch 3 | loss 0.1 | acc 92.1%         Train Epoch: 1 [640/60000 (1%)] Loss: 2.29
///     val loss: 0.3, accuracy: 9907/10000 (99%)
///     Epoch 3:  45%|####      | 45/100 [00:12<00:10,  4.5it/s, loss=0.12]
///
/// Names and values stand side by side, or with `:` or `=` between them, and pairs with or without
/// commas, bars and dashes. "Train", "val" and the like become a part of the names behind them.
/// Before the word "epoch" may stand a time, a level or a name of a logger, but no sentence. A line
/// without that word begins with "loss", "train", "val", "test" or the like. Nothing for other
/// lines; a line without values only if it is a bar.
std::optional<EpochLine> read_epoch_line(std::string_view line);

}  // namespace epochscope
