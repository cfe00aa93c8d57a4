#pragma once

#include <epochscope/projection/checkpointing.h>

#include <filesystem>

namespace epochscope {

/// The checkpoint of a folder that is to be written: a file beside it, `FOLDER.checkpoint`, of the
/// form of io/training_checkpoint.h, which is there until the folder is whole.
class CheckpointFile {
  public:
    explicit CheckpointFile(const std::filesystem::path& folder);

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    [[nodiscard]] bool is_there() const;

    /// Leaves checkpoints there, beginning anew.
    [[nodiscard]] Checkpointing beginning() const;
    /// The same, going on from the one that is there. Throws Error where it is none.
    [[nodiscard]] Checkpointing going_on() const;
    /// Removes it, if it is there.
    void remove() const;

  private:
    std::filesystem::path path_;
};

}  // namespace epochscope
