// What is under the pointer, in mid-motion, against building scipy's k-d tree and asking it once.
#include "bench.h"
#include "peer.h"

#include <epochscope/render/pick.h>

#include <random>

namespace epochscope::bench {

void bench_pick() {
    constexpr Size canvas{1280, 800};
    std::mt19937 random(1);
    std::normal_distribution<float> place(0, 2.5F);
    for (const std::size_t count : {100'000U, 1'000'000U, 5'000'000U}) {
        std::vector<Point> from(count);
        std::vector<Point> to(count);
        for (std::size_t i = 0; i < count; ++i) {
            from[i] = {place(random), place(random)};
            to[i] = {place(random), place(random)};
        }
        PointLayer points;
        points.from = from;
        points.to = to;
        points.t = 0.4F;
        points.mapping = mapping_of(home(default_frame), default_frame, canvas);
        std::size_t found = 0;
        const double seconds = seconds_of(
            [&] {
                found += pick(points, {613.2F, 407.9F}, 1000).value_or(0);
            },
            15);
        nlohmann::ordered_json figures{{"points", count},
                                       {"ms", seconds * 1e3},
                                       {"ns_a_point", seconds * 1e9 / static_cast<double>(count)},
                                       {"checksum", found}};
        if (count == 1'000'000)
            if (const auto peer = peer_seconds("tree", count)) {
                figures["scipy_tree_ms"] = *peer * 1e3;
                figures["times_faster"] = *peer / seconds;
            }
        report("pick", figures);
    }
}

}  // namespace epochscope::bench
