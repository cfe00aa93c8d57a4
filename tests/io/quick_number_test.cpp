#include "io/json/quick_number.h"

#include "support/catch.h"

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <string>

using namespace epochscope;

namespace {

std::optional<float> quick(std::string text) {
    text.resize(text.size() + 64);
    return quick_float(text.data());
}

}  // namespace

TEST_CASE("plain numbers are read quickly", "[io]") {
    CHECK(quick("1.5,") == 1.5F);
    CHECK(quick("-1.4545878171920776]") == -1.4545878171920776F);
    CHECK(quick("12.00000001 ") == 12.00000001F);
    CHECK(quick("0.0,") == 0.0F);
    CHECK(quick("-0.12345678901234567,") == -0.12345678901234567F);
    CHECK(quick("-0.0]") == -0.0F);
    CHECK(std::signbit(*quick("-0.0]")));
    // As many digits as fit into one register, behind one digit or two.
    CHECK(quick("9.999999999999999999,") == 10.0F);
    CHECK(quick("99.99999999999999999,") == 100.0F);
}

TEST_CASE("plain integers are read quickly, and others left to the slower reader", "[io]") {
    const auto integer = [](std::string text) {
        text.resize(text.size() + 64);
        return quick_int(text.data());
    };
    CHECK(integer("0,") == 0);
    CHECK(integer("7]") == 7);
    CHECK(integer("120 ") == 120);
    CHECK(integer("90807060\n") == 90807060);
    for (const char* text : {"", ",", "-1,", "01,", "00,", "123456789,", "1.5,", "1e3,", "1x,",
                             "12", "+1,", "1:", "1/"})
        CHECK_FALSE(integer(text));
}

TEST_CASE("what is less plain, or wrong, is left to the slower reader", "[io]") {
    for (const char* text : {"1,", "1e5,", "1.5e5,", "01.5,", "123.5,", ".5,", "1.,", "-,",
                             "- 1.5,", "NaN,", "1.5x,", "1.5", "+1.5,", "0.123456789012345678901,",
                             "0.0000000000000000001,", "99.999999999999999999,",
                             "1.1234567890123456789012345,", "1.2345678/2345678,", "1.1234567:,"})
        CHECK_FALSE(quick(text));
}

TEST_CASE("what is read quickly is what the C library reads", "[io]") {
    std::mt19937_64 random(5);
    int read = 0;
    for (int i = 0; i < 200000; ++i) {
        const double value = std::uniform_real_distribution<double>(-99, 99)(random);
        char text[40];
        // Some from a float, some halfway between two floats, some short.
        const double shown = i % 3 == 0 ? static_cast<double>(static_cast<float>(value)) : value;
        std::snprintf(text, sizeof text, "%.*f,", i % 19, shown);
        const auto number = quick(text);
        if (!number) continue;
        ++read;
        if (*number != static_cast<float>(std::strtod(text, nullptr))) FAIL(text);
    }
    CHECK(read > 150000);
    // Exactly between 1 and the next float: which one is not for the quick way to say.
    CHECK_FALSE(quick("1.00000005960464478,"));
}
