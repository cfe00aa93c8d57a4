#include "app/messages/sentence_patterns.h"

#include <QtGlobal>

#include <array>
#include <span>

namespace epochscope::app {

std::span<const char* const> file_patterns() {
    static constexpr std::array patterns{
        QT_TRANSLATE_NOOP("epochscope::Message", "has become shorter while it was open"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "is of %1 in the shape %2, expected an array that epochscope wrote"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "has rows of %1 in the shape %2, the new epoch one of %3 in %4"),
        QT_TRANSLATE_NOOP("epochscope::Message", "has %1 rows, expected %2"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "is not a folder; it is left out of what is written"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "is not a regular file; it is left out of what is written"),
        QT_TRANSLATE_NOOP("epochscope::Message", "cannot be read (%1)"),
        QT_TRANSLATE_NOOP("epochscope::Message", "cannot be written (%1)"),
        QT_TRANSLATE_NOOP("epochscope::Message", "cannot be created (%1)"),
        QT_TRANSLATE_NOOP("epochscope::Message", "cannot be copied (%1)"),
        QT_TRANSLATE_NOOP("epochscope::Message", "cannot be mapped (%1)"),
        QT_TRANSLATE_NOOP("epochscope::Message", "has %1 bytes, expected at most %2"),
        QT_TRANSLATE_NOOP("epochscope::Message", "is not a regular file"),
        QT_TRANSLATE_NOOP("epochscope::Message", "does not exist"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "too many files are open at once, expected at most %1"),
        QT_TRANSLATE_NOOP("epochscope::Message", "it exists and is not a regular file"),
        QT_TRANSLATE_NOOP("epochscope::Message", "it is there and no folder"),
        QT_TRANSLATE_NOOP("epochscope::Message", "it already exists"),
        QT_TRANSLATE_NOOP("epochscope::Message", "too many unfinished folders lie beside it"),
        QT_TRANSLATE_NOOP("epochscope::Message", "cannot be started: %1"),
        QT_TRANSLATE_NOOP("epochscope::Message", "has become shorter while it was copied"),
        QT_TRANSLATE_NOOP("epochscope::Message", "has become shorter while it was read"),
        QT_TRANSLATE_NOOP("epochscope::Message", "%1 has become shorter while it was read"),
        QT_TRANSLATE_NOOP("epochscope::Message", "has become smaller since it was opened"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "has become shorter, or could not be read any more, while it was open"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "is there already and not empty, expected a new folder"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "is the folder of the dataset itself, expected another"),
        QT_TRANSLATE_NOOP(
            "epochscope::Message",
            "is a recording, which has no places in the plane; epochscope project computes them"),
        QT_TRANSLATE_NOOP("epochscope::Message", "is not a recording"),
        QT_TRANSLATE_NOOP("epochscope::Message", "is not a dataset folder or a recording"),
        QT_TRANSLATE_NOOP("epochscope::Message", "it holds %1"),
        QT_TRANSLATE_NOOP("epochscope::Message", "%1; it holds %2"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "%1 The manual's page formats describes each format"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "%1. It comes nearest to the format %2 (%3), but it %4."),
        QT_TRANSLATE_NOOP(
            "epochscope::Message",
            "%1. It comes nearest to the format %2 (%3), but it %4. Did you mean %5?"),
        QT_TRANSLATE_NOOP("epochscope::Message", "%1; expected one of the formats %2."),
        QT_TRANSLATE_NOOP("epochscope::Message", "%1. Did you mean %2?"),
        QT_TRANSLATE_NOOP("epochscope::Message", "info.json and positions.npy"),
        QT_TRANSLATE_NOOP("epochscope::Message", "info.json and data.json"),
        QT_TRANSLATE_NOOP("epochscope::Message", "X.csv, X.tsv or X.jsonl with columns x and y"),
        QT_TRANSLATE_NOOP(
            "epochscope::Message",
            "<step>/<tag>/tensors.tsv with metadata.tsv, or tensors.tsv with metadata.tsv"),
        QT_TRANSLATE_NOOP(
            "epochscope::Message",
            "dataset/labels.npy and visualize/<name>/epochs/epoch_<k>/projection.npy"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "Model/Epoch_<k>/train_data.npy and Training_data/labels.npy"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "epochs/epoch_<k>/embeddings.npy and dataset/labels.npy"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "dataset/representation/<k>.npy and dataset/label/labels.npy"),
        QT_TRANSLATE_NOOP("epochscope::Message", "recording with a file for each epoch"),
        QT_TRANSLATE_NOOP("epochscope::Message", "DVI and TimeVis"),
        QT_TRANSLATE_NOOP("epochscope::Message", "TensorBoard projector"),
        QT_TRANSLATE_NOOP("epochscope::Message", "predicted probabilities"),
        QT_TRANSLATE_NOOP("epochscope::Message", "has no rows"),
        QT_TRANSLATE_NOOP("epochscope::Message", "has no two columns of numbers"),
        QT_TRANSLATE_NOOP("epochscope::Message", "is no table of rows and columns"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "has none of the files that projector_config.pbtxt names"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "is a folder; it holds the features %1. Call epochscope project %2 "
                          "--method tsne --out NEW"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "is a folder; it holds the features %1 and the labels %2. Call "
                          "epochscope project %3 --labels %4 --method tsne --out NEW"),
        QT_TRANSLATE_NOOP(
            "epochscope::Message",
            "is a file %1, which is not read: three lines of Python turn it into a file .npz, "
            "which opens (the manual's page formats has them, at \"HDF5, Parquet, safetensors "
            "and .pt\")"),
        QT_TRANSLATE_NOOP("epochscope::Message", "has the shape %1, expected (N, D)"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "has no visualize/<name>/epochs/epoch_<k>/projection.npy"),
        QT_TRANSLATE_NOOP("epochscope::Message", "has no dataset/labels.npy"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "has no positions.npy, expected info.json and positions.npy"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "has no info.json, expected info.json and positions.npy"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "has no data.json, expected info.json and data.json"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "has no info.json, expected info.json and data.json"),
        QT_TRANSLATE_NOOP("epochscope::Message", "has no %1, expected info.json and data.json"),
        QT_TRANSLATE_NOOP("epochscope::Message", "has no embeddings.npy in %1, which holds %2"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "has no epoch number in the name of %1, which holds embeddings; call it "
                          "epoch_<number>"),
        QT_TRANSLATE_NOOP("epochscope::Message", "has no epochs/epoch_<k>/embeddings.npy"),
        QT_TRANSLATE_NOOP("epochscope::Message", "is the folder of the epochs of a recording"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "has no file %1/<k>.npy, named by the number of an epoch"),
        QT_TRANSLATE_NOOP("epochscope::Message", "has no labels.npy beside %1/<k>.npy"),
        QT_TRANSLATE_NOOP("epochscope::Message", "has no Model/Epoch_<k>/train_data.npy"),
        QT_TRANSLATE_NOOP("epochscope::Message", "has no epochs/epoch_<k>/projection.npy"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "has no projection, expected visualize/<name>/epochs"),
        QT_TRANSLATE_NOOP("epochscope::Message", "has no columns of places"),
        QT_TRANSLATE_NOOP("epochscope::Message", "training signals"),
        QT_TRANSLATE_NOOP("epochscope::Message", "training curves"),
        QT_TRANSLATE_NOOP(
            "epochscope::Message",
            "dynamics_epoch_<k>.jsonl, pred_probs.npy with labels.npy, or JSON of TrustAI"),
        QT_TRANSLATE_NOOP(
            "epochscope::Message",
            "holds training signals, which have no places; call epochscope datamap %1"),
        QT_TRANSLATE_NOOP("epochscope::Message", "has several projections, choose one of: %1"),
        QT_TRANSLATE_NOOP("epochscope::Message", "has no projection %1, there is: %2"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "holds training curves, which have no places; a window that shows a "
                          "dataset opens them (File > Add backgrounds or curves)"),
        QT_TRANSLATE_NOOP(
            "epochscope::Message",
            "events.out.tfevents.*, a log, or a table with a column of steps or epochs"),
        QT_TRANSLATE_NOOP("epochscope::Message", "%1; it is empty"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "has lists in its column %1, expected a number in each of two columns x "
                          "and y; features are saved as .npy"),
        QT_TRANSLATE_NOOP(
            "epochscope::Message",
            "%1. Places of several epochs are rows of their own, with a column epoch"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "%1. If they are features, save them as .npy: the manual's page formats "
                          "says how, at \"HDF5, Parquet, safetensors and .pt\""),
        QT_TRANSLATE_NOOP("epochscope::Message", "is neither a folder nor a regular file"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "is a part of %1, which opens with all its epochs and labels"),
        QT_TRANSLATE_NOOP(
            "epochscope::Message",
            "X.npy or X.npz, a row of features for each sample [N, D], or at each epoch [E, N, D]"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "X.npy or X.npz with places [E, N, 2] of all samples at every epoch"),
        QT_TRANSLATE_NOOP("epochscope::Message", "array of places"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "lies in %1, which is copied; expected another folder"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "leads out of its folder; it is left out of what is written"),
    };
    return patterns;
}

}  // namespace epochscope::app
