#pragma once

#include <epochscope/analysis/data_map.h>

#include <QObject>
#include <QString>

#include <optional>

namespace epochscope::app {

class MapMaker;
class Session;

/// What a preset is called, in the user's language, and how it is decided.
QString preset_words(MapPreset preset);
QString preset_explanation(MapPreset preset);

/// Picks the samples of presets, as soon as the signals that decide are there.
class PresetPicker : public QObject {
    Q_OBJECT

  public:
    PresetPicker(Session& session, MapMaker& maker, QObject* parent = nullptr);

    /// Of those that are shown; `times` counts for `forgotten`.
    void pick(MapPreset preset, int times = 1);

  signals:
    /// What was picked, or why nothing was, in words for a status bar.
    void told(const QString& words);

  private:
    struct Wish {
        MapPreset preset = MapPreset::mislabelled;
        int times = 1;
    };

    void follow();
    void fulfil(const Wish& wish);

    Session& session_;
    MapMaker& maker_;
    std::optional<Wish> wish_;
};

}  // namespace epochscope::app
