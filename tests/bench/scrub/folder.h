#pragma once

#include <cstddef>
#include <filesystem>

namespace epochscope::bench {

/// A temporary folder, gone with its owner.
class Folder {
  public:
    Folder();
    ~Folder();
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

  private:
    std::filesystem::path path_;
};

/// Writes an array folder of ten clouds that drift from a heap to a circle, with predictions that
/// become right and confidences that grow; an epoch at a time, so that no machine has to hold it.
void write_clouds(const std::filesystem::path& folder, std::size_t samples, std::size_t epochs);

}  // namespace epochscope::bench
