#pragma once

#include "app/influence/influence_finder.h"

#include <QTimer>
#include <QWidget>

#include <cstddef>
#include <optional>

class QLabel;

namespace epochscope::app {

class NeighbourSection;
class Session;

/// Who taught a sample: its proponents and opponents as lists to click, what the opponents vote
/// for, and the links that the session shows on the canvas.
class InfluenceSection : public QWidget {
    Q_OBJECT

  public:
    explicit InfluenceSection(Session& session, QWidget* parent = nullptr);

    /// The sample that is shown; nothing: none.
    void set_sample(std::optional<std::size_t> sample);
    /// Predictions are those at the epoch of this index.
    void set_reached(std::size_t reached);

  signals:
    /// A sample of a list; `add` with shift.
    void chosen(std::size_t sample, bool add);

  protected:
    void showEvent(QShowEvent* event) override;

  private:
    void follow_dataset();
    void ask();
    void ask_anew();
    void take(const TeachersAsked& asked, const TeachersAnswer& answer);
    void show_answer();
    void show_lists(bool shown);
    void show_note(const QString& text);

    Session& session_;
    std::optional<std::size_t> sample_;
    std::size_t reached_ = 0;
    /// What was asked last; nothing where nothing is asked.
    std::optional<TeachersAsked> asked_;
    /// The answer to it; nothing until it is there.
    std::optional<TeachersAnswer> answer_;
    /// Says that somebody is searching, where that takes longer than a moment.
    QTimer patience_;

    NeighbourSection* proponents_;
    NeighbourSection* opponents_;
    QLabel* note_;
    InfluenceFinder finder_;
};

}  // namespace epochscope::app
