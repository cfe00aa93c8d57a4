#pragma once

#include "app/histograms/histogram.h"
#include "app/tasks/query.h"

#include <QString>
#include <QStringList>
#include <QWidget>

#include <cstddef>
#include <memory>
#include <vector>

class QBoxLayout;
class QLabel;
class QMenu;
class QPushButton;

namespace epochscope {
class SampleColumns;
}

namespace epochscope::app {

class HistogramPlot;
class SampleFilter;
class Session;

/// Histograms of up to six columns. What is brushed is a condition of the filter: it filters all
/// views, and all other histograms show what is left.
class HistogramsPanel : public QWidget {
    Q_OBJECT

  public:
    static constexpr std::size_t most_histograms = 6;

    HistogramsPanel(Session& session, SampleFilter& filter, QWidget* parent = nullptr);

    /// The columns that are shown.
    [[nodiscard]] QStringList columns() const;
    void add(const QString& column);
    void remove(const QString& column);
    /// The plot of a column; null if it is not shown.
    [[nodiscard]] HistogramPlot* plot(const QString& column) const;
    [[nodiscard]] bool is_settled() const { return query_.is_settled(); }
    [[nodiscard]] QSize sizeHint() const override;

  protected:
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

  private:
    /// A histogram with its name and its condition in the filter.
    struct Entry {
        QString column;
        QWidget* box = nullptr;
        HistogramPlot* plot = nullptr;
        QString condition;
    };
    struct Request {
        std::shared_ptr<const SampleColumns> columns;
        QStringList names;
        Picks filter;
    };

    static std::vector<Histogram> find(const Request& request, const std::stop_token& stop);
    void take(const Request& request, std::vector<Histogram> found);
    void lay_out();
    void follow_dataset();
    void follow_filter();
    void fill_menu();
    void append(const QString& column);
    void choose();
    void take_brush(const QString& column);
    void ask();
    void store() const;
    [[nodiscard]] QStringList available() const;

    Session& session_;
    SampleFilter& filter_;
    std::vector<Entry> entries_;
    QBoxLayout* row_;
    QLabel* hint_;
    QPushButton* add_;
    QMenu* menu_;
    // Last: its thread ends before what it uses.
    Query<Request, std::vector<Histogram>> query_;
};

}  // namespace epochscope::app
