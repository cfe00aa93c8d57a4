#pragma once

#include "app/review/review_keys.h"
#include "app/review/review_queue.h"
#include "app/tasks/task.h"

#include <QString>
#include <QWidget>

#include <cstddef>
#include <optional>
#include <vector>

class QStackedWidget;

namespace epochscope::app {

class ClassChooser;
class CorrectedExport;
class ReviewBar;
class ReviewBook;
class ReviewButtons;
class ReviewDetail;
class ReviewField;
class ReviewGallery;
class ReviewModel;
class ReviewStart;
class Session;

/// Reviews labels: a gallery of samples, the current one large, and a key for each decision. The
/// current sample is the session's selection.
class ReviewPanel : public QWidget {
    Q_OBJECT

  public:
    ReviewPanel(Session& session, ReviewBook& book, QWidget* parent = nullptr);

    /// Shows these samples, at the first that is not decided, with the focus.
    void review(std::vector<std::size_t> samples);
    void review_picked();
    void review_decided();
    /// Why mislabelled samples cannot be found; empty if they can.
    void set_obstacle(const QString& obstacle);
    /// Asks for the file of the decisions, or of the corrected labels.
    void ask_for_place();
    void export_labels();

    [[nodiscard]] const ReviewModel& model() const { return *model_; }
    /// The row that is shown large.
    [[nodiscard]] std::optional<int> row() const;
    [[nodiscard]] QSize sizeHint() const override;

  signals:
    /// Something to know, for the status line.
    void message(const QString& words);
    void mislabelled_wanted();
    /// These samples, in this order, as a file.
    void list_wanted(const std::vector<std::size_t>& samples);

  protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

  private:
    void lay_out();
    void wire();
    void follow_dataset();
    void follow_selection();
    void take(Outcome<ReviewQueue> outcome);
    void show_first();
    void show_current();
    void refresh();
    void go_to(int row);
    void go_on();
    void act(ReviewKey key);
    void relabel(std::size_t index);
    void go_to_step(std::optional<std::size_t> sample);
    void take_note();
    [[nodiscard]] bool is_typing() const;

    Session& session_;
    ReviewBook& book_;
    ReviewModel* model_;
    CorrectedExport* export_;
    ReviewBar* bar_;
    QStackedWidget* pages_;
    ReviewStart* start_;
    QWidget* content_;
    ReviewGallery* gallery_;
    QWidget* current_;
    ReviewDetail* detail_;
    ReviewButtons* buttons_;
    ReviewField* note_;
    ClassChooser* chooser_;
    /// The sample whose note is in the field.
    std::optional<std::size_t> noted_;
    /// Whether the first undecided sample is to be shown as soon as the decisions are read.
    bool is_new_ = false;
    /// Whether the current row is being set to the selection.
    bool following_ = false;
    // Last: its thread ends before what it uses.
    Task<ReviewQueue> queueing_;
};

}  // namespace epochscope::app
