#pragma once

#include <epochscope/io/process.h>

#include <filesystem>

namespace epochscope {

/// A temporary folder beside a target that does not exist or is an empty folder. It is removed with
/// its content unless it has replaced the target.
class StagingFolder {
  public:
    /// Throws Error if the target is anything else, or if the folder cannot be created. Removes
    /// leftovers of the target: see clear_leftovers.
    explicit StagingFolder(const std::filesystem::path& target);
    ~StagingFolder();
    StagingFolder(const StagingFolder&) = delete;
    StagingFolder& operator=(const StagingFolder&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    /// Replaces the target; all of it is on the disk by then. Throws Error if something exists
    /// there by now.
    void take_place();

  private:
    std::filesystem::path target_;
    std::filesystem::path path_;
    FileDescriptor lock_;
};

}  // namespace epochscope
