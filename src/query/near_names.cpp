#include "query/fold_case.h"
#include "query/sql_tokens.h"

#include <epochscope/query/near_names.h>

#include <algorithm>
#include <utility>

namespace epochscope {

std::size_t name_distance(std::string_view a, std::string_view b) {
    const auto is_same = [&](std::size_t i, std::size_t j) {
        return is_same_name(a.substr(i, 1), b.substr(j, 1));
    };
    std::vector<std::vector<std::size_t>> least(a.size() + 1,
                                                std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i)
        for (std::size_t j = 0; j <= b.size(); ++j) {
            std::size_t& changes = least[i][j];
            changes = std::max(i, j);
            if (i == 0 || j == 0) continue;
            changes = std::min({least[i - 1][j - 1] + (is_same(i - 1, j - 1) ? 0 : 1),
                                least[i - 1][j] + 1, least[i][j - 1] + 1});
            if (i > 1 && j > 1 && is_same(i - 1, j - 2) && is_same(i - 2, j - 1))
                changes = std::min(changes, least[i - 2][j - 2] + 1);
        }
    return least[a.size()][b.size()];
}

std::vector<std::string> near_names(std::span<const std::string> names, std::string_view wrong,
                                    std::size_t count) {
    std::vector<std::pair<std::size_t, std::string>> all;
    const FoldedNeedle needle(wrong);
    for (const std::string& name : names) {
        const bool contains = needle.find(name).has_value();
        all.emplace_back(contains ? 1 : name_distance(wrong, name), name);
    }
    std::ranges::stable_sort(all, {}, [](const auto& entry) { return entry.first; });
    std::vector<std::string> near;
    for (std::size_t k = 0; k < std::min(count, all.size()); ++k) near.push_back(all[k].second);
    return near;
}

}  // namespace epochscope
