#pragma once

#include "support/catch.h"

#include <filesystem>
#include <optional>
#include <string>

namespace epochscope::tests {

/// The repository.
std::filesystem::path source_dir();

/// A path under the shared data folder, if it is there. Where it is not, says so in the words that
/// make CTest show the test as skipped; the caller returns.
std::optional<std::filesystem::path> shared_data(const std::string& name);

/// A new empty folder that is removed with its content.
class TemporaryFolder {
  public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

  private:
    std::filesystem::path path_;
};

}  // namespace epochscope::tests
