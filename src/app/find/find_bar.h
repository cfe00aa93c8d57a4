#pragma once

#include <QString>
#include <QTimer>
#include <QWidget>

#include <cstddef>

class QLabel;
class QPushButton;
class QToolButton;

namespace epochscope::app {

class ConditionCompleter;
class ElidedLabel;
class FindField;
class SampleFilter;
class Session;

/// A bar for the text of a SampleFilter: words let samples stand out, a condition filters. Walks
/// through the samples found and picks them. Hidden until it is opened or the text is set
/// elsewhere; when it is left, the text is cleared.
class FindBar : public QWidget {
    Q_OBJECT

  public:
    FindBar(Session& session, SampleFilter& filter, QWidget* parent = nullptr);

    /// Shows the bar, with the focus in its field.
    void open();
    /// Hides the bar and clears the text.
    void leave();
    /// Whether what is typed has been searched.
    [[nodiscard]] bool is_settled() const;

  signals:
    /// This sample was walked to.
    void reached(std::size_t sample);
    /// What was done, or why not.
    void message(const QString& text);
    void left();

  protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

  private:
    void lay_out();
    void colour_sign();
    void follow_field();
    void search();
    void follow_filter();
    void show_state();
    void show_fault();
    void walk(int step);
    void go_on();
    void pick_all();

    Session& session_;
    SampleFilter& filter_;
    QLabel* sign_;
    FindField* field_;
    ConditionCompleter* completer_;
    QLabel* count_;
    QToolButton* before_;
    QToolButton* next_;
    QPushButton* pick_;
    ElidedLabel* fault_;
    /// Searches once the user pauses.
    QTimer typing_;
    /// Tells a fault, or that a search takes its time, once the user pauses longer.
    QTimer resting_;
    /// The steps to walk as soon as the search is done.
    int steps_ = 0;
};

}  // namespace epochscope::app
