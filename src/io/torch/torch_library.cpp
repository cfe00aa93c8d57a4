#include "io/torch/torch_library.h"

#include <epochscope/io/optional_library.h>
#include <epochscope/model/error.h>

namespace epochscope {

const EpochscopeTorch& torch_library(std::span<const std::filesystem::path> folders) {
    constexpr const char* library = "epochscope_torch.so";
    const auto get = reinterpret_cast<const EpochscopeTorch* (*)()>(
        optional_library(library, "epochscope_torch", "libtorch", folders));
    if (get == nullptr)
        throw Error(
            "this program was built without libtorch (Debian: apt install libtorch-dev, then build "
            "it again; the manual's page landscapes.md says more)");
    const EpochscopeTorch* torch = get();
    if (torch == nullptr || torch->version != epochscope_torch_version)
        throw Error(library, "is of another version of the program");
    return *torch;
}

}  // namespace epochscope
