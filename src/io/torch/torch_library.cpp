#include "io/torch/torch_library.h"

#include <epochscope/model/error.h>

#include <dlfcn.h>

#include <string>
#include <system_error>
#include <vector>

namespace epochscope {

namespace {

namespace fs = std::filesystem;

constexpr const char* library_name = "epochscope_torch.so";

std::vector<fs::path> folders_of_program() {
    std::error_code error;
    const fs::path program = fs::read_symlink("/proc/self/exe", error);
    if (error || !program.is_absolute()) return {};
    const fs::path folder = program.parent_path();
    return {folder, folder.parent_path() / "lib" / "epochscope"};
}

const EpochscopeTorch& loaded(const fs::path& library) {
    // Never unloaded: libtorch's threads and tables would not survive it.
    void* handle = dlopen(library.c_str(), RTLD_NOW | RTLD_LOCAL);
    if (handle == nullptr) {
        const char* why = dlerror();
        throw Error("libtorch cannot be loaded (" +
                    std::string(why == nullptr ? "no reason is given" : why) + ")");
    }
    const auto get =
        reinterpret_cast<const EpochscopeTorch* (*)()>(dlsym(handle, "epochscope_torch"));
    const EpochscopeTorch* torch = get == nullptr ? nullptr : get();
    if (torch == nullptr || torch->version != epochscope_torch_version)
        throw Error(library.string(), "is of another version of the program");
    return *torch;
}

}  // namespace

const EpochscopeTorch& torch_library(std::span<const fs::path> folders) {
    const std::vector<fs::path> own =
        folders.empty() ? folders_of_program() : std::vector<fs::path>{};
    for (const fs::path& folder : folders.empty() ? std::span<const fs::path>(own) : folders) {
        std::error_code ignored;
        const fs::path library = folder / library_name;
        if (folder.is_absolute() && fs::is_regular_file(library, ignored)) return loaded(library);
    }
    throw Error(
        "this program was built without libtorch (Debian: apt install libtorch-dev, then build it "
        "again; the manual's page landscapes.md says more)");
}

}  // namespace epochscope
