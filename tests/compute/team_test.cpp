#include "support/catch.h"
#include "support/thread_team.h"

#include <epochscope/compute/team.h>
#include <epochscope/model/error.h>

#include <cstddef>
#include <string>
#include <vector>

using namespace epochscope;
using namespace epochscope::tests;

namespace {

Parcel parcel_of(int value) {
    Parcel parcel;
    parcel.put_one(value);
    return parcel;
}

/// What was made by whom, and what was taken, in order.
struct Shared {
    std::vector<std::size_t> made;
    std::vector<int> taken;
};

Shared shared_out(const Team& team, std::size_t count, bool to_all) {
    Shared shared;
    const auto make = [&](std::size_t i) {
        shared.made.push_back(i);
        return parcel_of(static_cast<int>(10 * i));
    };
    const auto take = [&](std::size_t i, Parcel& parcel) {
        shared.taken.push_back(parcel.take_one<int>() + static_cast<int>(i));
    };
    if (to_all)
        team.share_out_to_all(count, make, take);
    else
        team.share_out(count, make, take);
    return shared;
}

}  // namespace

TEST_CASE("a parcel gives back what was put in, and tells what does not fit") {
    Parcel parcel;
    parcel.put(std::vector{1.5, -2.0});
    parcel.put(std::vector<float>());
    parcel.put_one('x');
    Parcel arrived(parcel.bytes());
    CHECK(arrived.take<double>() == std::vector{1.5, -2.0});
    CHECK(arrived.take<float>().empty());
    CHECK(arrived.take_one<char>() == 'x');
    CHECK_THROWS_WITH(arrived.take_one<char>(), contains("handed over 0 bytes, expected 1"));

    Parcel other(parcel.bytes());
    CHECK_THROWS_WITH(other.take_one<double>(), contains("handed over 16 bytes, expected 8"));
    Parcel broken(std::vector<std::byte>(8, std::byte{255}));
    CHECK(broken.take<char>().empty());
}

TEST_CASE("pieces are taken in their order, each made once, whoever works") {
    const std::size_t size =
        GENERATE(std::size_t{1}, std::size_t{2}, std::size_t{3}, std::size_t{7});
    const std::size_t count = GENERATE(std::size_t{0}, std::size_t{1}, std::size_t{5});
    const bool to_all = GENERATE(false, true);
    const auto found =
        at_each_rank(size, [&](const Team& team) { return shared_out(team, count, to_all); });
    std::vector<int> all;
    for (std::size_t i = 0; i < count; ++i) all.push_back(static_cast<int>(11 * i));
    for (std::size_t r = 0; r < size; ++r) {
        CAPTURE(size, count, to_all, r);
        std::vector<std::size_t> own;
        for (std::size_t i = r; i < count; i += size) own.push_back(i);
        CHECK(found[r].made == own);
        CHECK(found[r].taken == (to_all || r == 0 ? all : std::vector<int>()));
    }
    CHECK(shared_out(Team(), count, to_all).taken == all);
}

TEST_CASE("what the first makes is there for all") {
    const auto found = at_each_rank(3, [](const Team& team) {
        return team.of_first([&] { return parcel_of(static_cast<int>(team.rank()) + 7); })
            .take_one<int>();
    });
    CHECK(found == std::vector{7, 7, 7});
    CHECK(Team().of_first([] { return parcel_of(4); }).take_one<int>() == 4);
}
