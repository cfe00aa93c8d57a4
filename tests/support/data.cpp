#include "support/data.h"

#include <cstdlib>
#include <stdexcept>
#include <system_error>

namespace fs = std::filesystem;

namespace epochscope::tests {

fs::path source_dir() { return EPOCHSCOPE_SOURCE_DIR; }

fs::path test_data(const std::string& name) { return source_dir() / "tests" / "data" / name; }

std::optional<fs::path> shared_data(const std::string& name) {
    const fs::path path = source_dir() / ".." / "shared" / "data" / name;
    if (fs::exists(path)) return fs::canonical(path);
    skip("there is no shared/data/" + name);
    return std::nullopt;
}

TemporaryFolder::TemporaryFolder() {
    std::string name = (fs::temp_directory_path() / "epochscope-test-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
    path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
}

}  // namespace epochscope::tests
