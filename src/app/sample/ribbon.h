#pragma once

#include "app/neighbours/sample_words.h"
#include "app/tasks/query.h"

#include <epochscope/model/dataset.h>

#include <QWidget>

#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

namespace epochscope::app {

class Session;

/// The predictions for a sample: one cell an epoch in the predicted class's colour, a line in the
/// label's colour above, confidence as bars below, the playhead across. Click or drag moves it.
/// Another thread reads the values, since a mapped dataset may lie on a slow disk.
class Ribbon : public QWidget {
    Q_OBJECT

  public:
    explicit Ribbon(Session& session, QWidget* parent = nullptr);

    /// Nothing: the ribbon is empty.
    void set_sample(std::optional<std::size_t> sample);
    /// Reads the values of its sample again.
    void renew();

    /// The index of the epoch whose cell is at x, clamped.
    [[nodiscard]] std::size_t epoch_at(double x) const;
    /// The centre of an epoch's cell; interpolated between epochs.
    [[nodiscard]] double x_of(double playhead) const;
    /// Prediction and confidence at an epoch.
    [[nodiscard]] QString words_at(std::size_t epoch) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    bool event(QEvent* event) override;

  private:
    struct Request {
        std::shared_ptr<const Dataset> dataset;
        std::size_t sample = 0;
    };

    void follow_playhead();
    void scrub(const QMouseEvent& event);
    void paint_cells(QPainter& painter) const;
    void paint_playhead(QPainter& painter) const;
    [[nodiscard]] QRect playhead_rect(double playhead) const;
    [[nodiscard]] std::size_t epoch_count() const;

    Session& session_;
    std::optional<std::size_t> sample_;
    /// One for each epoch; empty until they are read.
    std::vector<SampleFacts> facts_;
    double drawn_playhead_ = 0;
    // Last: its thread ends before what it uses.
    Query<Request, std::vector<SampleFacts>> query_;
};

}  // namespace epochscope::app
