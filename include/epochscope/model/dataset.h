#pragma once

#include <epochscope/model/axes.h>
#include <epochscope/model/background.h>
#include <epochscope/model/compared.h>
#include <epochscope/model/epoch_series.h>
#include <epochscope/model/landscape.h>
#include <epochscope/model/metadata.h>
#include <epochscope/model/plane_map.h>
#include <epochscope/model/preserved_levels.h>
#include <epochscope/model/prototypes.h>
#include <epochscope/model/thumbnails.h>
#include <epochscope/model/trust.h>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace epochscope {

/// An opened folder: the series, its backgrounds and more, and warnings for the user.
struct Dataset {
    EpochSeries series;
    /// Null if there are none.
    std::shared_ptr<const BackgroundSource> backgrounds;
    /// The name for title bars: the name of the folder.
    std::string name;
    /// The absolute path of the folder.
    std::string path;
    /// The name of the format: "Sequence-Scatter", ...
    std::string format;
    /// Sentences about optional content that is broken.
    std::vector<std::string> warnings;
    /// Absolute paths of the files that are copied when the dataset is written as arrays: pictures
    /// of samples (`images.npy`, the folder `image`) and curves of the run (`curves.csv`).
    std::vector<std::string> sidecar_files = {};
    /// The map that projected the samples, as far as it is known.
    PlaneMap plane_map = {};
    /// Why maps of the folder were skipped, which is also one of the warnings; empty if none were.
    std::string map_fault = {};
    /// Painted if there are no backgrounds. Null if predictions are unknown, or if it was not
    /// requested (see opening/open_folder.h).
    std::shared_ptr<const Landscape> landscape = {};
    /// The measured faithfulness of the projection; null if it was not measured.
    std::shared_ptr<const Trust> trust = {};
    /// The fraction of preserved neighbours of each sample, for colouring; null if `trust` has
    /// none.
    std::shared_ptr<const PreservedLevels> preserved = {};
    /// Null if there are none.
    std::shared_ptr<const Prototypes> prototypes = {};
    /// The absolute path of the folder of the positions and their measurements: `path`, or the
    /// folder of a run's projection.
    std::string projection_folder = {};
    /// Pictures of the samples; null if there are none.
    std::shared_ptr<const ThumbnailSource> thumbnails = {};
    /// The absolute path of the recording that was projected; empty if unknown. It may not exist
    /// any more.
    std::string recording = {};
    /// What the recording is opened with, as far as that was chosen: see recording_options in
    /// io/open.h.
    std::map<std::string, std::string> recording_settings = {};
    /// The fraction of the variance, 0..1, that the positions explain. Set if the folder is a
    /// recording: then they are its first two principal components, computed on opening.
    std::optional<double> explained_variance = {};
    /// Null if there are none.
    std::shared_ptr<const Metadata> metadata = {};
    /// The names of the axes of the plane; most projections have none.
    std::optional<Axes> axes = {};
    /// How its samples differ from those of another dataset; null if it was not compared.
    std::shared_ptr<const Compared> compared = {};
};

}  // namespace epochscope
