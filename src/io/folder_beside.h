#pragma once

#include <filesystem>

namespace epochscope {

/// A new folder beside a target that is not there yet, or is an empty folder; gone with the object
/// and all that is in it unless it took the target's place.
class FolderBeside {
  public:
    /// Throws Error where the target is something else, or the folder cannot be made.
    explicit FolderBeside(const std::filesystem::path& target);
    ~FolderBeside();
    FolderBeside(const FolderBeside&) = delete;
    FolderBeside& operator=(const FolderBeside&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    /// Throws Error where something has come to lie there meanwhile.
    void take_place();

  private:
    std::filesystem::path target_;
    std::filesystem::path path_;
};

}  // namespace epochscope
