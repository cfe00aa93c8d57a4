#pragma once

#include <filesystem>

namespace epochscope {

/// A new folder beside a target that is not there yet, or is an empty folder; gone with the object
/// and all that is in it unless it took the target's place.
class StagingFolder {
  public:
    /// Throws Error where the target is something else, or the folder cannot be made.
    explicit StagingFolder(const std::filesystem::path& target);
    ~StagingFolder();
    StagingFolder(const StagingFolder&) = delete;
    StagingFolder& operator=(const StagingFolder&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    /// Throws Error where something has come to lie there meanwhile.
    void take_place();

  private:
    std::filesystem::path target_;
    std::filesystem::path path_;
};

}  // namespace epochscope
