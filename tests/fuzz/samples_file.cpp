// Any bytes as the metadata of three samples: all columns have three values.
#include "io/files/text_encoding.h"
#include "io/metadata/sample_table.h"
#include "io/metadata/visualizer_texts.h"

#include <epochscope/model/error.h>

#include <array>
#include <cstdint>
#include <cstdlib>
#include <functional>
#include <string_view>
#include <vector>

using namespace epochscope;

namespace {

constexpr std::size_t samples = 3;

void expect_whole(const Column& column) {
    if (column.size() != samples) std::abort();
    for (std::size_t i = 0; i < samples; ++i) static_cast<void>(column.words(i));
}

void try_it(const std::function<void()>& read) {
    try {
        read();
    } catch (const Error&) {
        return;  // What it should throw; anything else ends the program.
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const std::array<std::int64_t, samples> ids{5, 0, 2};
    try_it([&] {
        const DecodedText text("samples.csv", bytes);
        for (const bool has_ids : {false, true})
            try_it([&] {
                std::vector<std::string> warnings;
                SamplesOfTable about{.count = samples};
                if (has_ids) about.ids = ids;
                for (const Column& column :
                     read_sample_table("samples.csv", text.view(), about, warnings))
                    expect_whole(column);
            });
        try_it([&] { expect_whole(text_column("text.txt", text.view(), samples)); });
        try_it([&] {
            if (const auto column = aligned_column("align.json", text.view(), samples))
                expect_whole(*column);
        });
        try_it([&] {
            if (const auto column = split_column("index.json", text.view(), samples))
                expect_whole(*column);
        });
    });
    return 0;
}
