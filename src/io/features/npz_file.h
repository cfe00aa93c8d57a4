#pragma once

#include "io/files/mapped_file.h"
#include "io/zip/zip_entries.h"

#include <epochscope/io/npy.h>

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace epochscope {

/// The arrays of a `.npz` file, as numpy.savez and savez_compressed write it. Stays mapped.
class NpzFile {
  public:
    /// Throws Error if the file cannot be read or is no zip archive of arrays.
    explicit NpzFile(const std::filesystem::path& file);

    /// The names of the arrays, in the order of the file.
    [[nodiscard]] const std::vector<std::string>& names() const { return names_; }
    /// An array, which views this file; decompresses it on first use. Throws Error if there is none
    /// of this name, or it is faulty or takes more than 1 GiB decompressed.
    [[nodiscard]] NpyArray array(const std::string& name);
    /// Whether a part of the file was lost: it has become shorter.
    [[nodiscard]] bool is_broken() const { return file_.is_broken(); }
    [[nodiscard]] const std::string& path() const { return path_; }

  private:
    std::string path_;
    MappedFile file_;
    std::vector<std::string> names_;
    std::map<std::string, ZipEntry> entries_;
    std::map<std::string, std::string> decompressed_;
};

}  // namespace epochscope
