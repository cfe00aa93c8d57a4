#include "app/sample/sample_panel.h"

#include "app/influence/influence_section.h"
#include "app/neighbours/neighbour_section.h"
#include "app/place/place_panel.h"
#include "app/sample/columns_view.h"
#include "app/sample/ribbon.h"
#include "app/sample/sample_facts_view.h"
#include "app/sample/sample_picture.h"
#include "app/session/sample_name.h"
#include "app/session/session.h"
#include "app/widgets/number_words.h"
#include "app/widgets/swatch.h"

#include <epochscope/model/playhead.h>

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

namespace epochscope::app {

namespace {

/// Searches in the plane happen at most so often while the playhead moves, in milliseconds.
constexpr int plane_interval = 60;
/// More selected samples than this are not all offered in the chooser, only the last ones.
constexpr std::size_t most_offered = 1000;
/// The least width, in characters.
constexpr int panel_characters = 36;
/// What reaches the edge keeps off the scroll bar by this, in logical pixels.
constexpr int scroll_bar_gap = 4;
/// The least height of what scrolls, in lines.
constexpr int least_lines = 8;

}  // namespace

SamplePanel::SamplePanel(Session& session, QWidget* parent)
    : QWidget(parent),
      session_(session),
      index_(new QLineEdit(this)),
      range_(new QLabel(this)),
      message_(new QLabel(this)),
      several_(new QWidget(this)),
      several_words_(new QLabel(several_)),
      chooser_(new QComboBox(several_)),
      known_(new QWidget(this)),
      picture_(new SamplePicture(session, known_)),
      facts_(new SampleFactsView(session, known_)),
      columns_(new ColumnsView(session, known_)),
      ribbon_(new Ribbon(session, known_)),
      intra_(new NeighbourSection(session, tr("Intra-class neighbours"), known_)),
      inter_(new NeighbourSection(session, tr("Inter-class neighbours"), known_)),
      influence_(new InfluenceSection(session, known_)),
      place_(new PlacePanel(session, this)) {
    build_index();
    build_chooser();
    lay_out();
    throttle_.setSingleShot(true);
    throttle_.setInterval(plane_interval);
    connect(&throttle_, &QTimer::timeout, this, &SamplePanel::refresh_neighbours);
    connect(&session, &Session::dataset_changed, this, &SamplePanel::follow_dataset);
    connect(&session, &Session::epochs_changed, this, &SamplePanel::follow_epochs);
    connect(&session, &Session::selection_changed, this, &SamplePanel::follow_selection);
    connect(&session, &Session::playhead_changed, this, &SamplePanel::follow_playhead);
    connect(&session, &Session::place_changed, this, &SamplePanel::follow_selection);
    connect(&session, &Session::neighbours_changed, this, &SamplePanel::refresh_neighbours);
    for (NeighbourSection* section : {intra_, inter_})
        connect(section, &NeighbourSection::chosen, this, &SamplePanel::choose);
    connect(influence_, &InfluenceSection::chosen, this, &SamplePanel::choose);
    connect(place_, &PlacePanel::chosen, this, &SamplePanel::choose);
    connect(columns_, &ColumnsView::pictures_allowed, this,
            [this] { picture_->set_sample(shown_); });
    follow_dataset();
}

void SamplePanel::build_index() {
    index_->setAccessibleName(tr("Index of the sample"));
    index_->setToolTip(tr("Type the index of a sample, Enter selects it"));
    index_->setMaximumWidth(fontMetrics().horizontalAdvance(QStringLiteral("00000000000")));
    connect(index_, &QLineEdit::returnPressed, this, &SamplePanel::take_index);
    connect(index_, &QLineEdit::textEdited, this, [this] {
        if (shown_) show_message({}, false);
    });
    message_->setWordWrap(true);
    QSizePolicy as_wide_as_others = message_->sizePolicy();
    as_wide_as_others.setHorizontalPolicy(QSizePolicy::Ignored);
    message_->setSizePolicy(as_wide_as_others);
}

void SamplePanel::build_chooser() {
    chooser_->setAccessibleName(tr("Which of the selected samples is shown"));
    chooser_->setToolTip(tr("Which of the selected samples is shown here"));
    several_words_->setBuddy(chooser_);
    connect(chooser_, &QComboBox::activated, this, [this](int row) {
        show_sample(static_cast<std::size_t>(chooser_->itemData(row).toULongLong()));
    });
}

void SamplePanel::lay_out() {
    auto* index_row = new QHBoxLayout;
    auto* title = new QLabel(tr("Sa&mple"), this);
    title->setBuddy(index_);
    index_row->addWidget(title);
    index_row->addWidget(index_);
    index_row->addWidget(range_, 1);

    auto* several_row = new QHBoxLayout(several_);
    several_row->setContentsMargins(0, 0, 0, 0);
    several_row->addWidget(several_words_);
    several_row->addWidget(chooser_, 1);

    auto* known_column = new QVBoxLayout(known_);
    known_column->setContentsMargins(0, 0, 0, 0);
    known_column->setSpacing(10);
    known_column->addWidget(picture_, 2);
    known_column->addWidget(facts_);
    known_column->addWidget(columns_);
    known_column->addWidget(ribbon_);
    known_column->addWidget(intra_, 1);
    known_column->addWidget(inter_, 1);
    known_column->addWidget(influence_, 2);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(8);
    column->addLayout(index_row);
    column->addWidget(message_);
    column->addWidget(several_);
    column->addWidget(make_scrolled(), 1);
    // The same with and without a sample, so that selecting one does not move the canvas.
    setMinimumWidth(fontMetrics().averageCharWidth() * panel_characters +
                    style()->pixelMetric(QStyle::PM_ScrollBarExtent) + scroll_bar_gap);
}

/// A dock may be too low for all of it: then it scrolls, so that nothing is cut.
QWidget* SamplePanel::make_scrolled() {
    auto* content = new QWidget(this);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, scroll_bar_gap, 0);
    column->addWidget(known_, 1);
    column->addWidget(place_, 1);
    column->addStretch(0);
    auto* area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(content);
    area->setMinimumHeight(fontMetrics().lineSpacing() * least_lines);
    return area;
}

void SamplePanel::follow_dataset() {
    const auto& dataset = session_.dataset();
    index_->setEnabled(dataset != nullptr);
    range_->setText(dataset ? tr("0 to %1").arg(number_words(dataset->series.sample_count() - 1))
                            : QString());
    ribbon_->setVisible(dataset && dataset->series.has_predictions());
    intra_->show_rows({}, 0);
    inter_->show_rows({}, 0);
    follow_selection();
}

void SamplePanel::follow_epochs() {
    ribbon_->setVisible(session_.dataset()->series.has_predictions());
    if (!shown_) return;
    ribbon_->renew();
    refresh_facts();
    refresh_neighbours();
}

void SamplePanel::follow_selection() {
    const auto& selection = session_.view().selection;
    fill_chooser();
    show_sample(selection.empty() ? std::nullopt : std::optional(selection.back()));
}

void SamplePanel::fill_chooser() {
    const auto& selection = session_.view().selection;
    several_->setVisible(selection.size() > 1);
    const QSignalBlocker quiet(chooser_);
    chooser_->clear();
    if (selection.size() < 2) return;
    several_words_->setText(tr("Of %1 selected").arg(number_words(selection.size())));
    const EpochSeries& series = session_.dataset()->series;
    const std::size_t offered = std::min(most_offered, selection.size());
    for (std::size_t k = 0; k < offered; ++k) {
        const std::size_t sample = selection[selection.size() - 1 - k];
        const auto label = static_cast<std::size_t>(series.labels()[sample]);
        chooser_->addItem(
            swatch_icon(session_.view().colours[label], 12, palette(), devicePixelRatioF()),
            tr("%1 (%2)").arg(numbered_name(*session_.dataset(), sample),
                              class_name(series, label)),
            static_cast<qulonglong>(sample));
    }
}

void SamplePanel::show_sample(std::optional<std::size_t> sample) {
    shown_ = sample;
    known_->setVisible(sample.has_value());
    ribbon_->set_sample(sample);
    picture_->set_sample(sample);
    columns_->set_sample(sample);
    influence_->set_sample(sample);
    place_->setVisible(!sample && session_.view().place);
    if (!sample) {
        throttle_.stop();
        index_->clear();
        show_message(session_.view().place ? QString() : hint(), false);
        return;
    }
    index_->setText(QString::number(*sample));
    show_message({}, false);
    refresh_facts();
    refresh_neighbours();
}

QString SamplePanel::hint() const {
    const auto& dataset = session_.dataset();
    if (!dataset) return tr("Nothing is open.");
    QString words = tr("Click a sample to see its details, or type its index.");
    const std::size_t epoch =
        moment_at(session_.playhead(), dataset->series.epoch_count()).reached();
    if (dataset->landscape && dataset->landscape->is_by_model(epoch))
        words += ' ' + tr("Click an empty spot to see the class predicted there.");
    return words;
}

void SamplePanel::take_index() {
    if (!session_.dataset()) return;
    const std::size_t count = session_.dataset()->series.sample_count();
    bool is_number = false;
    const QString words = index_->text().trimmed();
    // With separators or without, as it was copied.
    const qulonglong sample =
        QString(words).remove(QLocale().groupSeparator()).toULongLong(&is_number);
    if (!is_number || sample >= count) {
        show_message(tr("There is no sample “%1”; indices go from 0 to %2.")
                         .arg(words, number_words(count - 1)),
                     true);
        return;
    }
    show_message({}, false);
    session_.select(static_cast<std::size_t>(sample));
    // Done: the next key is the window's, not a letter of an index.
    index_->clearFocus();
}

void SamplePanel::show_message(const QString& text, bool is_problem) {
    is_problem_ = is_problem;
    colour_message();
    message_->setText(text);
    message_->setVisible(!text.isEmpty());
}

void SamplePanel::colour_message() {
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText,
                     is_problem_ ? bad_colour(colours) : faint_colour(colours));
    message_->setPalette(colours);
}

void SamplePanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange) colour_message();
    QWidget::changeEvent(event);
}

void SamplePanel::follow_playhead() {
    if (!shown_) return;
    const std::size_t count = session_.dataset()->series.epoch_count();
    if (moment_at(session_.playhead(), count).reached() != reached_) {
        refresh_facts();
        refresh_neighbours();
    } else if (in_plane_ && !throttle_.isActive()) {
        throttle_.start();
    }
}

void SamplePanel::refresh_facts() {
    const EpochSeries& series = session_.dataset()->series;
    reached_ = moment_at(session_.playhead(), series.epoch_count()).reached();
    facts_->show_sample(*shown_, reached_);
    influence_->set_reached(reached_);
}

void SamplePanel::refresh_neighbours() {
    // A panel that nobody sees searches nothing; it does when it is shown.
    if (!shown_ || !isVisible()) return;
    const EpochSeries& series = session_.dataset()->series;
    const SampleNeighbours neighbours = neighbour_rows_at(series, session_.playhead(), *shown_);
    in_plane_ = !neighbours.intra.from_folder || !neighbours.inter.from_folder;
    intra_->show_rows(neighbours.intra, reached_);
    inter_->show_rows(neighbours.inter, reached_);
}

void SamplePanel::choose(std::size_t sample, bool add) {
    if (add)
        session_.toggle(sample);
    else
        session_.select(sample);
}

void SamplePanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    refresh_neighbours();
}

}  // namespace epochscope::app
