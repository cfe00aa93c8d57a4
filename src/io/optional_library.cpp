#include <epochscope/io/optional_library.h>
#include <epochscope/model/error.h>

#include <dlfcn.h>

#include <system_error>
#include <vector>

namespace epochscope {

namespace {

namespace fs = std::filesystem;

std::vector<fs::path> folders_of_program() {
    std::error_code error;
    const fs::path program = fs::read_symlink("/proc/self/exe", error);
    if (error || !program.is_absolute()) return {};
    const fs::path folder = program.parent_path();
    return {folder, folder.parent_path() / "lib" / "epochscope"};
}

void* symbol_of(const fs::path& library, const char* symbol, const std::string& what) {
    // Never unloaded: threads and tables of what it links would not survive it.
    void* handle = dlopen(library.c_str(), RTLD_NOW | RTLD_LOCAL);
    void* found = handle == nullptr ? nullptr : dlsym(handle, symbol);
    if (found != nullptr) return found;
    const char* why = dlerror();
    throw Error(what + " cannot be loaded (" +
                std::string(why == nullptr ? "no reason is given" : why) + ")");
}

}  // namespace

void* optional_library(const std::string& name, const char* symbol, const std::string& what,
                       std::span<const fs::path> folders) {
    const std::vector<fs::path> own =
        folders.empty() ? folders_of_program() : std::vector<fs::path>{};
    for (const fs::path& folder : folders.empty() ? std::span<const fs::path>(own) : folders) {
        std::error_code ignored;
        const fs::path library = folder / name;
        if (folder.is_absolute() && fs::is_regular_file(library, ignored))
            return symbol_of(library, symbol, what);
    }
    return nullptr;
}

}  // namespace epochscope
