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
    /// An array, which may outlive this object; decompresses it on first use. Throws Error if there
    /// is none of this name, or it is faulty or takes more than 1 GiB decompressed.
    [[nodiscard]] NpyArray array(const std::string& name);
    /// The bytes that an array takes once it is decompressed; 0 if it is stored as it is.
    [[nodiscard]] std::size_t bytes_to_unpack(const std::string& name) const;

  private:
    std::string path_;
    std::shared_ptr<const MappedFile> file_;
    std::vector<std::string> names_;
    std::map<std::string, ZipEntry> entries_;
    std::map<std::string, std::shared_ptr<const std::string>> decompressed_;
};

}  // namespace epochscope
