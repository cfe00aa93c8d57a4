#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace epochscope {

/// The pictures of all samples in one file, in rows of equal pictures.
struct ProjectorSprite {
    /// Empty: there is none.
    std::filesystem::path path = {};
    /// In pixels of one picture; 0 if unknown.
    std::size_t width = 0;
    std::size_t height = 0;
};

/// The embeddings of one step, as projector_config.pbtxt names them.
struct ProjectorEntry {
    std::string name;
    std::filesystem::path tensors;
    /// Empty: there is none.
    std::filesystem::path metadata = {};
    ProjectorSprite sprite = {};
    /// Rows and columns of a file of bytes; empty if not stated.
    std::vector<std::size_t> shape = {};
};

/// Reads projector_config.pbtxt, the text of TensorBoard's ProjectorConfig. Unknown fields are
/// skipped; a text that ends too early is read as far as it goes. Throws Error with the byte of
/// what is no such text.
std::vector<ProjectorEntry> parse_projector_config(std::string_view where, std::string_view text);

}  // namespace epochscope
