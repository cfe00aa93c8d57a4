#include "app/histograms/histograms_panel.h"

#include "app/histograms/histogram_plot.h"
#include "app/session/sample_filter.h"
#include "app/session/session.h"
#include "app/tasks/task.h"

#include <epochscope/model/error.h>
#include <epochscope/query/sample_columns.h>

#include <QBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace epochscope::app {
namespace {

constexpr QSize wanted_size{900, 220};
constexpr auto settings_key = "histograms/columns";
/// Shown at first, as far as they are there.
const QStringList& usual_columns() {
    static const QStringList columns{QStringLiteral("label"), QStringLiteral("flips"),
                                     QStringLiteral("suspicion")};
    return columns;
}

}  // namespace

HistogramsPanel::HistogramsPanel(Session& session, SampleFilter& filter, QWidget* parent)
    : QWidget(parent),
      session_(session),
      filter_(filter),
      row_(new QBoxLayout(QBoxLayout::LeftToRight)),
      hint_(new QLabel(this)),
      add_(new QPushButton(this)),
      menu_(new QMenu(this)),
      query_(
          [](const Request& request, const std::stop_token& stop) { return find(request, stop); },
          [this](const Request& request, std::vector<Histogram> found) {
              take(request, std::move(found));
          }) {
    lay_out();
    connect(&session, &Session::dataset_changed, this, &HistogramsPanel::follow_dataset);
    connect(&session, &Session::epochs_changed, this, &HistogramsPanel::ask);
    connect(&session, &Session::filter_changed, this, &HistogramsPanel::ask);
    connect(&session, &Session::findings_changed, this, &HistogramsPanel::ask);
    connect(&filter, &SampleFilter::changed, this, &HistogramsPanel::follow_filter);
    connect(menu_, &QMenu::aboutToShow, this, &HistogramsPanel::fill_menu);
    follow_dataset();
}

void HistogramsPanel::lay_out() {
    hint_->setText(tr("Drag over numbers or click texts to show only their samples."));
    hint_->setWordWrap(true);
    hint_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    add_->setText(tr("Columns"));
    add_->setToolTip(tr("Choose up to %1 columns").arg(most_histograms));
    add_->setAccessibleName(add_->toolTip());
    add_->setMenu(menu_);
    auto* head = new QHBoxLayout;
    head->addWidget(hint_, 1);
    head->addWidget(add_);
    row_->setSpacing(14);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 4, 8, 6);
    column->setSpacing(4);
    column->addLayout(head);
    column->addLayout(row_, 1);
}

QSize HistogramsPanel::sizeHint() const { return wanted_size; }

void HistogramsPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    ask();
}

void HistogramsPanel::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    row_->setDirection(width() >= height() ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

QStringList HistogramsPanel::available() const {
    QStringList names;
    if (!session_.columns()) return names;
    for (const ColumnInfo& info : session_.columns()->list())
        names << QString::fromStdString(info.name);
    return names;
}

QStringList HistogramsPanel::columns() const {
    QStringList names;
    for (const Entry& entry : entries_) names << entry.column;
    return names;
}

HistogramPlot* HistogramsPanel::plot(const QString& column) const {
    const auto found = std::ranges::find(entries_, column, &Entry::column);
    return found == entries_.end() ? nullptr : found->plot;
}

void HistogramsPanel::follow_dataset() {
    query_.cancel();
    for (const Entry& entry : entries_) delete entry.box;
    entries_.clear();
    add_->setEnabled(session_.columns() != nullptr);
    choose();
}

/// The columns that were shown last, as far as the dataset has them, or else the usual ones.
void HistogramsPanel::choose() {
    const QStringList there = available();
    const auto those_of = [&](const QStringList& wanted) {
        QStringList found;
        for (const QString& name : wanted)
            if (there.contains(name)) found << name;
        return found;
    };
    QStringList chosen = those_of(QSettings().value(settings_key).toStringList());
    if (chosen.isEmpty()) chosen = those_of(usual_columns());
    for (const QString& name : std::as_const(chosen))
        if (entries_.size() < most_histograms) append(name);
    ask();
}

void HistogramsPanel::append(const QString& column) {
    Entry entry{column, new QWidget(this), nullptr, {}};
    entry.plot = new HistogramPlot(entry.box);
    auto* title = new QLabel(entry.box);
    title->setTextFormat(Qt::PlainText);
    title->setText(column);
    title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto* close = new QToolButton(entry.box);
    close->setText(QStringLiteral("\u00d7"));
    close->setAutoRaise(true);
    close->setToolTip(tr("Remove the histogram of %1").arg(column));
    close->setAccessibleName(close->toolTip());
    auto* head = new QHBoxLayout;
    head->addWidget(title, 1);
    head->addWidget(close);
    auto* layout = new QVBoxLayout(entry.box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addLayout(head);
    layout->addWidget(entry.plot, 1);
    row_->addWidget(entry.box, 1);
    connect(close, &QToolButton::clicked, this, [this, column] { remove(column); });
    connect(entry.plot, &HistogramPlot::brushed, this, [this, column] { take_brush(column); });
    entries_.push_back(std::move(entry));
}

void HistogramsPanel::add(const QString& column) {
    if (entries_.size() >= most_histograms || plot(column) != nullptr ||
        !available().contains(column))
        return;
    append(column);
    store();
    ask();
}

void HistogramsPanel::remove(const QString& column) {
    const auto found = std::ranges::find(entries_, column, &Entry::column);
    if (found == entries_.end()) return;
    const QString condition = found->condition;
    // It may be its own button that asks.
    found->box->hide();
    found->box->deleteLater();
    entries_.erase(found);
    store();
    if (!condition.isEmpty()) filter_.remove_condition(condition);
    ask();
}

void HistogramsPanel::store() const { QSettings().setValue(settings_key, columns()); }

void HistogramsPanel::fill_menu() {
    menu_->clear();
    for (const QString& name : available()) {
        QAction* action = menu_->addAction(QString(name).replace('&', QStringLiteral("&&")));
        const bool is_shown = plot(name) != nullptr;
        action->setCheckable(true);
        action->setChecked(is_shown);
        action->setEnabled(is_shown || entries_.size() < most_histograms);
        connect(action, &QAction::triggered, this,
                [this, name, is_shown] { is_shown ? remove(name) : add(name); });
    }
}

void HistogramsPanel::take_brush(const QString& column) {
    const auto entry = std::ranges::find(entries_, column, &Entry::column);
    if (entry == entries_.end()) return;
    const QString before = entry->condition;
    entry->condition = condition_of(entry->plot->histogram(), entry->plot->brush());
    const QString now = entry->condition;
    if (now.isEmpty()) {
        filter_.remove_condition(before);
    } else if (before.isEmpty()) {
        filter_.add_condition(now);
    } else {
        filter_.replace_condition(before, now);
    }
}

/// What the text leaves of a histogram is brushed, however it was typed.
void HistogramsPanel::follow_filter() {
    const QString condition = filter_.is_condition() ? filter_.text() : QString();
    for (Entry& entry : entries_) {
        BrushedBins brushed = brushed_bins(entry.plot->histogram(), condition);
        entry.condition = std::move(brushed.piece);
        entry.plot->show_brush(std::move(brushed.bins));
    }
}

void HistogramsPanel::ask() {
    if (!isVisible() || !session_.columns() || entries_.empty()) return;
    query_.ask({session_.columns(), columns(), session_.filter()});
}

std::vector<Histogram> HistogramsPanel::find(const Request& request, const std::stop_token& stop) {
    const Job job{.progress = {}, .stop = stop};
    std::vector<Histogram> found;
    for (const QString& name : request.names) {
        try {
            found.push_back(histogram_of(request.columns->column(name.toStdString(), job),
                                         request.filter, job));
        } catch (const Cancelled&) {
            throw;
        } catch (const std::exception& error) {
            Histogram none;
            none.problem = problem_of(error);
            found.push_back(std::move(none));
        }
        found.back().name = name;
    }
    return found;
}

void HistogramsPanel::take(const Request& request, std::vector<Histogram> found) {
    if (request.columns != session_.columns()) return;
    for (Histogram& histogram : found)
        if (HistogramPlot* shown = plot(histogram.name)) shown->set_histogram(std::move(histogram));
    follow_filter();
}

}  // namespace epochscope::app
