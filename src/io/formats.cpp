#include "io/arrays/array_folder.h"
#include "io/curves/curves_hint.h"
#include "io/dynamics/signals_hint.h"
#include "io/features/feature_file.h"
#include "io/features/place_array.h"
#include "io/format.h"
#include "io/projector/projector_run.h"
#include "io/recording/epoch_arrays.h"
#include "io/recording/model_folder.h"
#include "io/recording/recording_folder.h"
#include "io/sequence_scatter/sequence_scatter.h"
#include "io/tables/place_table.h"
#include "io/visualizer/visualizer_run.h"

#include <array>

namespace epochscope {

std::span<const Format* const> all_formats() {
    static constexpr std::array formats{
        &visualizer_run_format, &array_folder_format,     &sequence_scatter_format,
        &recording_format,      &epoch_arrays_format,     &model_folder_format,
        &projector_run_format,  &place_array_format,      &feature_file_format,
        &place_table_format,    &training_signals_format, &training_curves_format,
    };
    return formats;
}

}  // namespace epochscope
