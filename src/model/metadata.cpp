#include <epochscope/model/metadata.h>

#include <algorithm>

namespace epochscope {

const Column* Metadata::find(std::string_view name) const {
    const auto found =
        std::ranges::find_if(columns, [&](const Column& column) { return column.name() == name; });
    return found == columns.end() ? nullptr : &*found;
}

}  // namespace epochscope
