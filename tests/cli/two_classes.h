#pragma once

#include "io/npy_file.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <random>
#include <string>
#include <vector>

namespace epochscope::tests {

/// 40 samples of two classes with a gap between them, at these epochs.
/// Their logits are their first feature and its negative.
inline std::filesystem::path put_run(const std::filesystem::path& folder,
                                     const std::vector<int>& epochs = {1, 2},
                                     std::size_t dimension = 4, const std::string& name = "run",
                                     bool with_logits = true) {
    namespace fs = std::filesystem;
    fs::path run = folder / name;
    std::vector<std::int64_t> labels(40);
    for (std::size_t i = 0; i < 40; ++i) labels[i] = i < 20 ? 0 : 1;
    put_npy(run / "dataset/labels.npy", "<i8", "(40,)", labels);
    std::mt19937 random(1);
    for (const int epoch : epochs) {
        std::vector<float> rows;
        std::vector<float> logits;
        for (std::size_t i = 0; i < 40; ++i) {
            for (std::size_t d = 0; d < dimension; ++d)
                rows.push_back(static_cast<float>(random() % 1000) / 1000);
            rows[dimension * i] += i < 20 ? -2.0F : 2.0F;
            logits.insert(logits.end(), {-rows[dimension * i], rows[dimension * i]});
        }
        const fs::path at = run / "epochs" / ("epoch_" + std::to_string(epoch));
        put_npy(at / "embeddings.npy", "<f4", "(40, " + std::to_string(dimension) + ")", rows);
        if (with_logits) put_npy(at / "predictions.npy", "<f4", "(40, 2)", logits);
    }
    return run;
}

}  // namespace epochscope::tests
