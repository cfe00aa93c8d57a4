#pragma once

#include "support/catch.h"
#include "support/skip.h"

#include <filesystem>
#include <optional>
#include <string>

namespace epochscope::tests {

/// The repository.
std::filesystem::path source_dir();

/// A path under tests/data.
std::filesystem::path test_data(const std::string& name);

/// A path under the shared data folder. Skips the test if it is not there; the caller returns.
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
