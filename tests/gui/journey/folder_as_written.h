#pragma once

#include <epochscope/model/geometry.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <filesystem>
#include <vector>

namespace epochscope::tests {

/// A Sequence-Scatter folder as its data.json has it: read by another library than ours, epochs in
/// numeric order.
class FolderAsWritten {
  public:
    explicit FolderAsWritten(const std::filesystem::path& folder);

    [[nodiscard]] std::size_t epoch_count() const { return epochs_.size(); }
    [[nodiscard]] std::size_t sample_count() const;
    /// Where a sample is at a playhead.
    [[nodiscard]] Point place(std::size_t sample, double playhead) const;
    /// A list of neighbours ("intra_similarity", ...) without the sample itself.
    [[nodiscard]] std::vector<int> neighbours(const char* list, std::size_t epoch,
                                              std::size_t sample) const;

  private:
    std::vector<QJsonObject> epochs_;
};

/// Writes a folder of 12 samples in 3 classes at epochs 1, 2, 5, 6 and 9, apart from each other at
/// every playhead, with neighbours that change each epoch, predictions and confidences.
void write_drifting_folder(const std::filesystem::path& folder);

}  // namespace epochscope::tests
