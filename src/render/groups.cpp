#include <epochscope/render/groups.h>

#include <algorithm>

namespace epochscope {

std::size_t group_count(const Colouring& colouring) {
    return colouring.names.size() + (colouring.missing_name.empty() ? 0 : 1);
}

std::size_t group_of(const Colouring& colouring, std::size_t sample) {
    const std::int32_t code = colouring.codes[sample];
    return code < 0 ? group_count(colouring) - 1 : static_cast<std::size_t>(code);
}

std::shared_ptr<const PickedSamples> without_hidden(
    const Colouring& colouring, const std::vector<bool>& hidden,
    const std::shared_ptr<const PickedSamples>& filter) {
    if (std::find(hidden.begin(), hidden.end(), true) == hidden.end()) return filter;
    std::vector<std::size_t> shown;
    for (std::size_t i = 0; i < colouring.codes.size(); ++i)
        if ((!filter || filter->contains(i)) && !hidden[group_of(colouring, i)]) shown.push_back(i);
    return std::make_shared<const PickedSamples>(colouring.codes.size(), shown);
}

}  // namespace epochscope
