#include "query/categories.h"

#include "query/value_of.h"

#include <epochscope/compute/threads.h>
#include <epochscope/model/error.h>

#include <oneapi/tbb/parallel_for.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <variant>

namespace epochscope {

namespace {

constexpr std::size_t chunk_size = std::size_t{1} << 16U;

std::size_t chunk_count(std::size_t samples) { return (samples + chunk_size - 1) / chunk_size; }

/// Calls work(chunk, first, last) for the chunks of the samples, in parallel.
template <typename Work>
void for_each_chunk(std::size_t samples, const Work& work) {
    tbb::parallel_for(std::size_t{0}, chunk_count(samples), [&](std::size_t chunk) {
        const std::size_t first = chunk * chunk_size;
        work(chunk, first, std::min(samples, first + chunk_size));
    });
}

/// Counts the samples of each name.
void count(CategoryTable& table) {
    table.counts.assign(table.names.size(), 0);
    table.missing = 0;
    for (const std::int32_t code : table.codes)
        ++(code < 0 ? table.missing : table.counts[static_cast<std::size_t>(code)]);
}

using Indices = std::unordered_map<std::string_view, std::int32_t>;

[[noreturn]] void complain(const Column& column, std::size_t max) {
    throw Error(column.name(), "there are more than ", max,
                " different texts, expected fewer to colour by");
}

/// The codes of a chunk by its own list of words.
struct ChunkWords {
    Indices indices;
    std::vector<std::string_view> words;
};

ChunkWords words_of(const Column& column, std::size_t first, std::size_t last, std::size_t max,
                    std::vector<std::int32_t>& codes) {
    ChunkWords found;
    for (std::size_t i = first; i < last; ++i) {
        const std::string_view text = column.text(i);
        if (text.empty()) continue;
        const auto next = static_cast<std::int32_t>(found.words.size());
        const auto [entry, is_new] = found.indices.try_emplace(text, next);
        if (is_new) found.words.push_back(text);
        if (found.words.size() > max) complain(column, max);
        codes[i] = entry->second;
    }
    return found;
}

CategoryTable by_hashing(const Column& column, std::size_t max, const Job& job) {
    const std::size_t samples = column.size();
    CategoryTable table;
    table.codes.assign(samples, -1);
    std::vector<ChunkWords> chunks(chunk_count(samples));
    for_each_chunk(samples, [&](std::size_t chunk, std::size_t first, std::size_t last) {
        end_if_stopped(job.stop);
        chunks[chunk] = words_of(column, first, last, max, table.codes);
    });
    Indices all;
    std::vector<std::vector<std::int32_t>> global(chunks.size());
    for (std::size_t c = 0; c < chunks.size(); ++c)
        for (const std::string_view word : chunks[c].words) {
            const auto [entry, is_new] =
                all.try_emplace(word, static_cast<std::int32_t>(table.names.size()));
            if (is_new) table.names.emplace_back(word);
            if (table.names.size() > max) complain(column, max);
            global[c].push_back(entry->second);
        }
    for_each_chunk(samples, [&](std::size_t chunk, std::size_t first, std::size_t last) {
        for (std::size_t i = first; i < last; ++i)
            if (std::int32_t& code = table.codes[i]; code >= 0)
                code = global[chunk][static_cast<std::size_t>(code)];
    });
    return table;
}

}  // namespace

CategoryTable text_categories(const Column& column, std::size_t max, const Job& job) {
    CategoryTable table;
    if (const auto* known = std::get_if<Column::Categories>(&column.values())) {
        table.codes.assign(known->codes.begin(), known->codes.end());
        table.names.assign(known->words.begin(), known->words.end());
        // Mapped files are not checked.
        const auto end = static_cast<std::int32_t>(table.names.size());
        for (std::int32_t& code : table.codes)
            if (code >= end || code < 0) code = -1;
    } else {
        table = by_hashing(column, max, job);
    }
    count(table);
    return table;
}

std::optional<CategoryTable> number_categories(const Column& column, std::size_t max) {
    CategoryTable table;
    table.codes.assign(column.size(), -1);
    std::vector<double> values;
    std::vector<std::size_t> examples;
    const bool few = with_numbers(column, [&](const auto& number) {
        std::unordered_map<double, std::int32_t> indices;
        double last = std::numeric_limits<double>::quiet_NaN();
        std::int32_t last_code = -1;
        for (std::size_t i = 0; i < table.codes.size(); ++i) {
            const double value = number(i);
            if (std::isnan(value)) continue;
            if (value != last) {
                const auto next = static_cast<std::int32_t>(values.size());
                const auto [entry, is_new] = indices.try_emplace(value, next);
                if (is_new) {
                    if (values.size() == max) return false;
                    values.push_back(value);
                    examples.push_back(i);
                }
                last = value;
                last_code = entry->second;
            }
            table.codes[i] = last_code;
        }
        return true;
    });
    if (!few) return std::nullopt;
    // In their order.
    std::vector<std::size_t> order(values.size());
    for (std::size_t k = 0; k < order.size(); ++k) order[k] = k;
    std::ranges::sort(order, {}, [&](std::size_t k) { return values[k]; });
    std::vector<std::int32_t> place(order.size());
    for (std::size_t k = 0; k < order.size(); ++k) {
        place[order[k]] = static_cast<std::int32_t>(k);
        table.names.push_back(column.words(examples[order[k]]));
    }
    for (std::int32_t& code : table.codes)
        if (code >= 0) code = place[static_cast<std::size_t>(code)];
    count(table);
    return table;
}

}  // namespace epochscope
