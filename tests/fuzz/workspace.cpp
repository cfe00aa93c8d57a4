// Any bytes as a workspace and its views; what is read of one is written and read as the same.
#include <epochscope/export/saved_view.h>
#include <epochscope/export/workspace.h>
#include <epochscope/model/error.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

using namespace epochscope;

namespace {

EpochSeries series() {
    std::vector<EpochColumns> epochs(2);
    for (EpochColumns& epoch : epochs) epoch.positions = {{0, 0}, {1, 1}, {2, 0}};
    epochs[1].number = 1;
    return make_series({{"a", "b"}, {}}, {0, 1, 1}, std::move(epochs));
}

void read_one(const std::string& view) {
    static const EpochSeries three = series();
    std::string text;
    try {
        text = text_of(read_view(view, three), view);
    } catch (const Error&) {
        return;
    }
    if (text_of(read_view(text, three), text) != text) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::string text;
    try {
        const Workspace workspace =
            parse_workspace({reinterpret_cast<const char*>(data), size}, "/folder", "workspace");
        if (!workspace.view.empty()) read_one(workspace.view);
        for (const Bookmark& bookmark : workspace.bookmarks) read_one(bookmark.view);
        text = text_of(workspace, "/folder");
    } catch (const Error&) {
        return 0;  // What it should throw; anything else ends the program.
    }
    if (text_of(parse_workspace(text, "/folder", "workspace"), "/folder") != text) std::abort();
    return 0;
}
