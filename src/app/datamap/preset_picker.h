#pragma once

#include <epochscope/analysis/data_map.h>

#include <QObject>
#include <QString>

#include <optional>

namespace epochscope::app {

class MapMaker;
class Session;

/// A preset's name and its rule, in the user's language.
QString preset_words(MapPreset preset);
QString preset_explanation(MapPreset preset);

/// Picks the samples of presets as soon as their signals are computed.
class PresetPicker : public QObject {
    Q_OBJECT

  public:
    PresetPicker(Session& session, MapMaker& maker, QObject* parent = nullptr);

    /// Picks visible samples only; `times` is for `forgotten`.
    void pick(MapPreset preset, int times = 1);

  signals:
    /// What was picked, or why nothing was.
    void message(const QString& text);
    /// Samples of this preset were picked, or none.
    void picked(epochscope::MapPreset preset);

  private:
    struct Request {
        MapPreset preset = MapPreset::mislabelled;
        int times = 1;
    };

    void follow();
    void pick(const Request& request);

    Session& session_;
    MapMaker& maker_;
    std::optional<Request> pending_;
};

}  // namespace epochscope::app
