#include "io/recording/run_arrays.h"

#include <epochscope/model/lower_case.h>

#include <string>
#include <system_error>

namespace epochscope {

NpyArray RunArrays::open(const std::filesystem::path& path) {
    const std::filesystem::path file = path.parent_path();
    std::error_code ignored;
    if (!std::filesystem::is_regular_file(file, ignored)) return NpyArray::open(path);
    const bool is_npz = in_lower_case(file.extension().string()) == ".npz";
    if (last_ != file) {
        last_.clear();
        npz_.reset();
        table_.reset();
        if (is_npz)
            npz_.emplace(file);
        else
            table_.emplace(file);
        last_ = file;
    }
    const std::string name = path.stem().string();
    return is_npz ? npz_->array(name) : table_->array(name);
}

}  // namespace epochscope
