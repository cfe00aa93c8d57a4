#pragma once

#include "support/catch.h"

#include <filesystem>
#include <iostream>
#include <optional>
#include <string>

namespace epochscope::tests {

/// The repository.
inline std::filesystem::path source_dir() { return EPOCHSCOPE_SOURCE_DIR; }

/// A path under the shared data folder, if it is there. Where it is not, says so in the words that
/// make CTest show the test as skipped; the caller returns.
inline std::optional<std::filesystem::path> shared_data(const std::string& name) {
    auto path = source_dir() / ".." / "shared" / "data" / name;
    if (std::filesystem::exists(path)) return std::filesystem::canonical(path);
    std::cout << "[skipped] shared/data/" << name << " is not there\n";
    SUCCEED("skipped");
    return std::nullopt;
}

/// A new empty folder that is removed with its content.
class TemporaryFolder {
  public:
    TemporaryFolder() {
        std::string name =
            (std::filesystem::temp_directory_path() / "epochscope-test-XXXXXX").string();
        if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
        path_ = name;
    }
    ~TemporaryFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

  private:
    std::filesystem::path path_;
};

}  // namespace epochscope::tests
