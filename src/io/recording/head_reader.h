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

/// What a head takes and gives.
struct HeadShape {
    std::size_t dimension = 0;
    std::size_t classes = 0;
};

/// Files that are larger are no heads: 256 MB.
inline constexpr std::size_t max_head_file = std::size_t{1} << 28U;

/// Reads a TorchScript module, as `torch.jit.script(module).save(file)` writes it, which takes rows
/// of D features to rows of C logits. It is asked about the first two rows of `probe` and refused
/// where it fails there, gives no numbers, not the same twice, or not the same to each row by
/// itself. Throws Error, which calls it `name`, too where the file is anything else (see
/// io/torch_archive.h) or the program has no libtorch. A module that never comes back cannot be
/// stopped.
std::shared_ptr<const ClassifierHead> read_head(const std::filesystem::path& file,
                                                const std::string& name, const HeadShape& shape,
                                                std::span<const float> probe,
                                                const HeadLoading& loading = {});

/// What the user should know of how libtorch, which has been started, multiplies matrices: that it
/// does so by the reference BLAS, ten times slower than need be. Empty where it does not.
std::string words_on_products(const HeadLoading& loading);

/// The same of the file that its products are from.
std::string words_on_blas(std::string_view file);

}  // namespace epochscope
