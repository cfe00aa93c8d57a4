#include <epochscope/io/training_checkpoint.h>
#include <epochscope/opening/checkpoint_file.h>

#include <memory>
#include <system_error>

namespace epochscope {

namespace fs = std::filesystem;

CheckpointFile::CheckpointFile(const fs::path& folder)
    : path_(folder.has_filename() ? folder : folder.parent_path()) {
    path_ += ".checkpoint";
}

bool CheckpointFile::is_there() const {
    std::error_code ignored;
    return fs::exists(fs::symlink_status(path_, ignored));
}

Checkpointing CheckpointFile::beginning() const {
    Checkpointing checkpointing;
    checkpointing.keep = [path = path_](const TrainingCheckpoint& checkpoint) {
        write_checkpoint(checkpoint, path);
    };
    return checkpointing;
}

Checkpointing CheckpointFile::going_on() const {
    Checkpointing checkpointing = beginning();
    checkpointing.from = std::make_shared<const TrainingCheckpoint>(read_checkpoint(path_));
    return checkpointing;
}

void CheckpointFile::remove() const {
    std::error_code ignored;
    fs::remove(path_, ignored);
}

}  // namespace epochscope
