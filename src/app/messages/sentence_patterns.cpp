#include "app/messages/sentence_patterns.h"

namespace epochscope::app {

std::vector<const char*> sentence_patterns() {
    std::vector<const char*> all;
    for (const auto list :
         {joining_patterns(), model_patterns(), analysis_patterns(), projection_patterns(),
          opening_patterns(), file_patterns(), array_patterns(), curve_patterns(),
          signal_patterns(), json_patterns(), metadata_patterns(), recording_patterns(),
          torch_patterns(), export_patterns()})
        all.insert(all.end(), list.begin(), list.end());
    return all;
}

}  // namespace epochscope::app
