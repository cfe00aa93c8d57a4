#pragma once

#include <epochscope/model/classes.h>
#include <epochscope/model/geometry.h>
#include <epochscope/model/head.h>
#include <epochscope/model/landscape.h>
#include <epochscope/model/learned_map.h>
#include <epochscope/model/linear_map.h>
#include <epochscope/projection/project.h>

#include <cstdint>
#include <string>
#include <vector>

namespace epochscope {

/// The maps of a folder to look at, which can place what they were not made of: other samples, or
/// later epochs of the run.
struct KeptMaps {
    /// What the folder is called, and how it was made ("timevis", ...; empty where nobody knows).
    std::string name;
    std::string method;
    /// The numbers of the folder's epochs, rising; one or more.
    std::vector<std::int64_t> epochs;
    Classes classes;
    Box frame;
    /// Maps of one kind, all of the same dimension: one for all epochs, or one an epoch. Learned
    /// ones, where there are both.
    std::vector<LinearMap> linear = {};
    std::vector<LearnedMap> learned = {};
    /// What logits are made by, an epoch after another: with learned maps (and with linear ones
    /// where heads are not linear), and with linear ones. One for each epoch, or none.
    Heads heads = {};
    LogitPlanes planes = {};

    [[nodiscard]] std::size_t dimension() const;
    /// Whether each epoch has a map of its own.
    [[nodiscard]] bool per_epoch() const;
};

/// Places the samples of a recording by maps that are there, without training. One map serves every
/// epoch. Of maps of each epoch's own, that of the same number does; epochs later than all of them
/// are placed by the last one, which is warned of, and others are an Error. The heads are the
/// recording's own; where it has none, that of the maps' epoch of the same number stands in, if the
/// classes are the same. The frame is that of the maps' folder, larger where samples lie outside.
///
/// Of the options, those of methods have no meaning here. Throws Error where the maps are of
/// another dimension than the recording (both are named) or place a sample at what is no number,
/// and as project does. O(E N x weights of the map), and the neighbours.
Projection project_by(const KeptMaps& maps, const Recording& recording,
                      const ProjectOptions& options = {}, const Job& job = {},
                      const ProjectionWatch& watch = {});

}  // namespace epochscope
