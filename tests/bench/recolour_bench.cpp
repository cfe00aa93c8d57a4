// How long the colours of a column take, against one sample after another by Column::number and
// Column::text.
#include "bench.h"

#include <epochscope/query/colouring_of.h>

#include <cmath>
#include <cstdint>
#include <map>
#include <random>
#include <string>
#include <utility>

namespace epochscope::bench {

namespace {

constexpr std::size_t samples = 1'000'000;

std::vector<std::int32_t> number_codes_simply(const Column& column, bool is_log) {
    const auto value_of = [&](std::size_t i) {
        return is_log ? std::log(column.number(i)) : column.number(i);
    };
    double min = value_of(0);
    double max = min;
    for (std::size_t i = 0; i < column.size(); ++i) {
        min = std::fmin(min, value_of(i));
        max = std::fmax(max, value_of(i));
    }
    std::vector<std::int32_t> codes;
    for (std::size_t i = 0; i < column.size(); ++i)
        codes.push_back(
            static_cast<std::int32_t>(std::lround((value_of(i) - min) / (max - min) * 255)));
    return codes;
}

std::vector<std::int32_t> text_codes_simply(const Column& column) {
    std::map<std::string, std::int32_t> indices;
    std::vector<std::int32_t> codes;
    for (std::size_t i = 0; i < column.size(); ++i)
        codes.push_back(
            indices
                .try_emplace(std::string(column.text(i)), static_cast<std::int32_t>(indices.size()))
                .first->second);
    return codes;
}

void measure(const std::string& what, const Column& column, const ColouringOptions& options) {
    std::size_t checksum = 0;
    const double seconds = seconds_of(
        [&] { checksum += static_cast<std::size_t>(colouring_of(column, options).codes.back()); });
    const double simple = seconds_of(
        [&] {
            const auto codes = column.is_text() ? text_codes_simply(column)
                                                : number_codes_simply(column, options.is_log);
            checksum += static_cast<std::size_t>(codes.back());
        },
        3);
    report("recolour", {{"column", what},
                        {"samples", samples},
                        {"ms", seconds * 1e3},
                        {"simple_ms", simple * 1e3},
                        {"times_faster", simple / seconds},
                        {"checksum", checksum}});
}

}  // namespace

void bench_recolour() {
    std::mt19937 random(1);
    std::vector<double> reals;
    std::vector<std::int64_t> counts;
    std::string bytes;
    std::vector<std::uint64_t> ends;
    for (std::size_t i = 0; i < samples; ++i) {
        reals.push_back(1e-3 + static_cast<double>(random()));
        counts.push_back(random() % 10);
        bytes += "city " + std::to_string(random() % 40);
        ends.push_back(bytes.size());
    }
    ColouringOptions log;
    log.is_log = true;
    ColouringOptions robust;
    robust.is_robust = true;
    const Column real = Column::of_real("real", std::move(reals));
    measure("real", real, {});
    measure("real, log", real, log);
    measure("real, robust", real, robust);
    measure("whole, 10 categories", Column::of_whole("count", ColumnType::whole, std::move(counts)),
            {});
    measure("text, 40 categories", Column::of_texts("text", std::move(bytes), std::move(ends)), {});
}

}  // namespace epochscope::bench
