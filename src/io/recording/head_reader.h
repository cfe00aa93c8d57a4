#pragma once

#include <epochscope/io/head_file.h>
#include <epochscope/model/head.h>

#include <cstddef>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace epochscope {

/// The sizes of a head's input and output.
struct HeadShape {
    std::size_t dimension = 0;
    std::size_t classes = 0;
};

/// The maximum size of a head file: 256 MB.
inline constexpr std::size_t max_head_file = std::size_t{1} << 28U;

/// Loads a TorchScript module from `torch.jit.script(module).save(file)`, which maps rows of D
/// features to rows of C logits. Evaluates it on the first two rows of `probe`, and rejects it if
/// that fails, is not finite, not repeatable, or differs for single rows. Throws Error with `name`,
/// also if the file is anything else (see io/torch/torch_archive.h) or libtorch is missing. A
/// module that does not return cannot be stopped.
std::shared_ptr<const ClassifierHead> read_head(const std::filesystem::path& file,
                                                const std::string& name, const HeadShape& shape,
                                                std::span<const float> probe,
                                                const HeadLoading& loading = {});

/// A warning if the loaded libtorch multiplies matrices by the reference BLAS, which is ten times
/// slower than necessary; else empty.
std::string words_on_products(const HeadLoading& loading);

/// The same for the library of its products.
std::string words_on_blas(std::string_view file);

}  // namespace epochscope
