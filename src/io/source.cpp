#include "io/json/info_json.h"
#include "io/json/json_text.h"

#include <epochscope/io/source.h>

namespace epochscope {

std::map<std::string, std::string> read_source(const std::filesystem::path& folder) {
    return parse_source(JsonText::from_file(folder / "info.json", max_info_json).view());
}

}  // namespace epochscope
