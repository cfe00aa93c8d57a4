#pragma once

#include <epochscope/model/axes.h>
#include <epochscope/model/background.h>
#include <epochscope/model/epoch_series.h>
#include <epochscope/model/landscape.h>
#include <epochscope/model/plane_map.h>
#include <epochscope/model/preserved_levels.h>
#include <epochscope/model/prototypes.h>
#include <epochscope/model/thumbnails.h>
#include <epochscope/model/trust.h>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace epochscope {

/// A folder that was opened: the series, its backgrounds, and what the user should know about it.
struct Dataset {
    EpochSeries series;
    /// Null where there are none.
    std::shared_ptr<const BackgroundSource> backgrounds;
    /// What is shown in a title bar: the folder's name.
    std::string name;
    /// The folder, absolute.
    std::string path;
    /// What the format is called: "Sequence-Scatter", ...
    std::string format;
    /// What is optional and broken, in sentences.
    std::vector<std::string> warnings;
    /// Files that nobody reads here and that go with the set when it is written as arrays: pictures
    /// of the samples (`images.npy`, the folder `image`), curves of the run (`curves.csv`).
    /// Absolute, under other names than any other file of the folder.
    std::vector<std::string> sidecar_files = {};
    /// The map that placed the samples, as far as it is known.
    PlaneMap plane_map = {};
    /// Why maps of the folder were left out, which is one of the warnings too; empty if none were.
    std::string map_fault = {};
    /// What is painted where there are no backgrounds; null where nothing is known of predictions,
    /// or nobody asked for it (see opening/open_folder.h).
    std::shared_ptr<const Landscape> landscape = {};
    /// How far the pictures can be trusted, as it was measured; null where that is not known.
    std::shared_ptr<const Trust> trust = {};
    /// What it says of each sample, to be coloured by; null where it says nothing.
    std::shared_ptr<const PreservedLevels> preserved = {};
    /// What samples are pulled to; null where that is not known.
    std::shared_ptr<const Prototypes> prototypes = {};
    /// The folder in which places lie and what is measured of them: `path`, or that of a run's
    /// projection. Absolute.
    std::string projection_folder = {};
    /// Pictures of the samples; null where there are none.
    std::shared_ptr<const ThumbnailSource> thumbnails = {};
    /// The recording whose embeddings the places were made of, absolute; empty where nobody knows.
    /// It may have gone since.
    std::string recording = {};
    /// Where the folder is a recording, whose places are its two principal components as they were
    /// worked out when it was opened: the share of the variance that they show, 0..1.
    std::optional<double> explained_variance = {};
    /// What the plane's directions mean; most projections have none to name.
    std::optional<Axes> axes = {};
};

}  // namespace epochscope
