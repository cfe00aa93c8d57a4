#include "app/table/table_rows.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <span>
#include <string_view>
#include <utility>
#include <variant>

namespace epochscope::app {
namespace {

/// Rows between two looks whether to stop.
constexpr std::size_t between_looks = 1U << 16U;

/// Sorts by the key of a sample, which is found once; those for which `find` is false come last.
template <typename Key, typename Find>
void sort_rows(std::vector<std::uint32_t>& rows, bool descending, const Job& job,
               const Find& find) {
    std::vector<std::pair<Key, std::uint32_t>> known;
    known.reserve(rows.size());
    std::vector<std::uint32_t> missing;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (i % between_looks == 0) job.reached(0);
        Key key{};
        if (find(rows[i], key)) {
            known.emplace_back(key, rows[i]);
        } else {
            missing.push_back(rows[i]);
        }
    }
    std::size_t compared = 0;
    const auto look = [&] {
        if (++compared % between_looks == 0) job.reached(0);
    };
    const auto before = [&](const auto& a, const auto& b) {
        look();
        return descending ? b.first < a.first : a.first < b.first;
    };
    std::stable_sort(known.begin(), known.end(), before);
    auto end =
        std::ranges::transform(known, rows.begin(), [](const auto& row) { return row.second; }).out;
    std::ranges::copy(missing, end);
}

std::vector<std::size_t> ranks_of(std::span<const std::string> words) {
    std::vector<std::size_t> order(words.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return words[a] < words[b]; });
    std::vector<std::size_t> rank(words.size());
    for (std::size_t place = 0; place < order.size(); ++place) {
        const bool same = place > 0 && words[order[place]] == words[order[place - 1]];
        rank[order[place]] = same ? rank[order[place - 1]] : place;
    }
    return rank;
}

/// Sorts by values of one of the kinds of a column.
struct Sorting {
    std::vector<std::uint32_t>& rows;
    bool descending;
    const Job& job;

    void operator()(std::span<const std::int64_t> values) const {
        sort_rows<std::int64_t>(rows, descending, job, [&](std::uint32_t i, std::int64_t& key) {
            key = values[i];
            return key != Column::missing;
        });
    }
    template <typename Real>
    void by_real(std::span<const Real> values) const {
        sort_rows<Real>(rows, descending, job, [&](std::uint32_t i, Real& key) {
            key = values[i];
            return !std::isnan(key);
        });
    }
    void operator()(std::span<const double> values) const { by_real(values); }
    void operator()(std::span<const float> values) const { by_real(values); }
    void operator()(const Column::Texts& texts) const {
        sort_rows<std::string_view>(rows, descending, job,
                                    [&](std::uint32_t i, std::string_view& key) {
                                        const std::uint64_t begin = i == 0 ? 0 : texts.ends[i - 1];
                                        key = texts.bytes.substr(begin, texts.ends[i] - begin);
                                        return !key.empty();
                                    });
    }
    void operator()(const Column::Categories& categories) const {
        const auto rank = ranks_of(categories.words);
        sort_rows<std::size_t>(rows, descending, job, [&](std::uint32_t i, std::size_t& key) {
            const auto code = static_cast<std::size_t>(categories.codes[i]);
            if (code >= rank.size() || categories.words[code].empty()) return false;
            key = rank[code];
            return true;
        });
    }
};

}  // namespace

void sort_by_column(std::vector<std::uint32_t>& rows, const Column& column, bool descending,
                    const Job& job) {
    std::visit(Sorting{rows, descending, job}, column.values());
}

std::vector<std::uint32_t> table_rows(const RowOrder& order, const Job& job) {
    std::vector<std::uint32_t> rows;
    const std::size_t count =
        order.filtered ? order.filtered->size() : order.columns->sample_count();
    rows.reserve(order.only ? std::min(order.only->count(), count) : count);
    for (std::size_t i = 0; i < count; ++i) {
        if (i % between_looks == 0) job.reached(0);
        const std::size_t sample = order.filtered ? (*order.filtered)[i] : i;
        if (!order.only || order.only->contains(sample))
            rows.push_back(static_cast<std::uint32_t>(sample));
    }
    if (!order.sort_by.empty())
        sort_by_column(rows, order.columns->column(order.sort_by, job), order.descending, job);
    return rows;
}

}  // namespace epochscope::app
