#include <epochscope/model/classes.h>

#include <algorithm>

namespace epochscope {

void add_unlabelled(Classes& classes, std::span<std::int32_t> labels) {
    if (std::ranges::find(labels, no_label) == labels.end()) return;
    if (!classes.unlabelled) {
        classes.unlabelled = static_cast<std::int32_t>(classes.names.size());
        classes.names.emplace_back("unlabelled");
        if (!classes.colours.empty()) classes.colours.push_back(unlabelled_colour);
    }
    std::ranges::replace(labels, no_label, *classes.unlabelled);
}

}  // namespace epochscope
