#include "app/prototypes/prototype_panel.h"

#include "app/prototypes/nearest_table.h"
#include "app/prototypes/prototype_words.h"
#include "app/session/session.h"
#include "app/widgets/number_words.h"

#include <epochscope/analysis/prototype_batches.h>
#include <epochscope/model/playhead.h>
#include <epochscope/render/palette.h>

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <limits>
#include <vector>

namespace epochscope::app {

namespace {

QLabel* wrapped_label(const QString& name, QWidget* parent) {
    auto* label = new QLabel(parent);
    label->setWordWrap(true);
    label->setAccessibleName(name);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

}  // namespace

PrototypePanel::PrototypePanel(Session& session, QWidget* parent)
    : QWidget(parent),
      session_(session),
      unknown_(new QWidget(this)),
      none_(wrapped_label(tr("Whether prototypes can be computed"), unknown_)),
      compute_(new QPushButton(tr("Compute prototypes…"), unknown_)),
      known_(new QWidget(this)),
      shown_(new QCheckBox(tr("Show as s&tars"), known_)),
      levels_(new QComboBox(known_)),
      made_(wrapped_label(tr("How prototypes were found"), known_)),
      signals_(wrapped_label(tr("Prototype signals over batches"), known_)),
      seed_(new QSpinBox(known_)),
      draw_(new QPushButton(tr("Draw a &batch"), known_)),
      let_go_(new QPushButton(tr("&Clear"), known_)),
      batch_(wrapped_label(tr("Statistics of the batch"), known_)),
      sample_(wrapped_label(tr("The sample whose prototypes are listed"), known_)),
      nearest_(new NearestTable(known_)) {
    compute_->setToolTip(
        tr("Cluster the embeddings of each epoch and store the prototypes in the folder"));
    connect(compute_, &QPushButton::clicked, this, &PrototypePanel::compute_wanted);
    set_obstacle({});
    build_choices();
    build_batch();
    lay_out();
    connect(&session, &Session::dataset_changed, this, &PrototypePanel::follow_dataset);
    connect(&session, &Session::epochs_changed, this, &PrototypePanel::follow_dataset);
    connect(&session, &Session::findings_changed, this, &PrototypePanel::follow_dataset);
    connect(&session, &Session::style_changed, this, &PrototypePanel::follow_view);
    connect(&session, &Session::playhead_changed, this, [this] {
        if (level() != nullptr && reached() != told_) refresh();
    });
    connect(&session, &Session::selection_changed, this, &PrototypePanel::refresh_sample);
    follow_dataset();
}

void PrototypePanel::build_choices() {
    levels_->setAccessibleName(tr("How many prototypes"));
    levels_->setToolTip(tr("The number of clusters to show"));
    connect(levels_, &QComboBox::currentIndexChanged, this, &PrototypePanel::choose_level);
    shown_->setAccessibleName(tr("Show prototypes as stars"));
    shown_->setToolTip(tr(
        "Prototypes as stars over the samples, the larger the more samples they have (Shift+P)"));
    connect(shown_, &QCheckBox::toggled, this, [this](bool on) {
        PrototypeView view = session_.view().prototypes;
        view.shown = on;
        session_.set_prototype_view(view);
    });
}

void PrototypePanel::build_batch() {
    seed_->setRange(0, std::numeric_limits<int>::max());
    seed_->setAccessibleName(tr("Seed of the batch"));
    seed_->setToolTip(tr("The same seed draws the same batch"));
    connect(seed_, &QSpinBox::valueChanged, this, [this] {
        if (!session_.view().prototypes.batch.empty()) draw_batch();
    });
    draw_->setAccessibleName(tr("Draw a batch"));
    draw_->setToolTip(tr("Draws a random batch and links samples that share a prototype"));
    connect(draw_, &QPushButton::clicked, this, &PrototypePanel::draw_batch);
    let_go_->setAccessibleName(tr("Clear the batch"));
    let_go_->setToolTip(tr("Hides the batch"));
    connect(let_go_, &QPushButton::clicked, this, &PrototypePanel::let_go);
}

void PrototypePanel::lay_out() {
    auto* batch = new QHBoxLayout;
    batch->addWidget(draw_, 1);
    batch->addWidget(let_go_);
    auto* which = new QHBoxLayout;
    auto* seed = new QLabel(tr("S&eed:"), known_);
    seed->setBuddy(seed_);
    which->addWidget(seed);
    which->addWidget(seed_, 1);
    auto* known = new QVBoxLayout(known_);
    known->setContentsMargins(0, 0, 0, 0);
    known->addWidget(levels_);
    known->addWidget(shown_);
    known->addWidget(signals_);
    known->addLayout(batch);
    known->addLayout(which);
    known->addWidget(batch_);
    known->addWidget(sample_);
    known->addWidget(nearest_, 1);
    known->addWidget(made_);
    scroll();
}

/// Words are long, and a dock may be low.
void PrototypePanel::scroll() {
    auto* content = new QWidget(this);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(8, 8, 8, 8);
    auto* unknown = new QVBoxLayout(unknown_);
    unknown->setContentsMargins(0, 0, 0, 0);
    unknown->addWidget(none_);
    unknown->addWidget(compute_, 0, Qt::AlignLeft);
    unknown->addStretch(1);
    column->addWidget(unknown_);
    column->addWidget(known_, 1);
    auto* area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(content);
    // What does not fit across would be cut off.
    area->setMinimumWidth(content->minimumSizeHint().width() +
                          area->verticalScrollBar()->sizeHint().width());
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(area);
}

QSize PrototypePanel::sizeHint() const { return {280, 460}; }

void PrototypePanel::set_obstacle(const QString& obstacle) {
    none_->setText(obstacle.isEmpty() ? tr("This folder has no prototypes.") : obstacle);
    compute_->setEnabled(obstacle.isEmpty());
}

void PrototypePanel::follow_dataset() {
    const auto& dataset = session_.dataset();
    const Prototypes* prototypes = dataset ? dataset->prototypes.get() : nullptr;
    unknown_->setVisible(prototypes == nullptr);
    known_->setVisible(prototypes != nullptr);
    const QSignalBlocker blocked(levels_);
    levels_->clear();
    if (prototypes != nullptr) {
        for (const PrototypeLevel& level : prototypes->levels) levels_->addItem(level_name(level));
        made_->setText(made_words(*prototypes));
    }
    follow_view();
}

void PrototypePanel::follow_view() {
    const PrototypeView& view = session_.view().prototypes;
    const QSignalBlocker blocked(levels_);
    levels_->setCurrentIndex(static_cast<int>(view.level));
    shown_->setChecked(view.shown);
    let_go_->setEnabled(!view.batch.empty());
    refresh();
}

void PrototypePanel::refresh() {
    if (const PrototypeLevel* shown = level()) {
        told_ = reached();
        signals_->setText(signal_words(*session_.dataset()->prototypes, *shown, told_));
    }
    refresh_batch();
    refresh_sample();
}

void PrototypePanel::refresh_batch() {
    const auto& samples = session_.view().prototypes.batch;
    const PrototypeLevel* shown = level();
    batch_->setVisible(shown != nullptr && !samples.empty());
    if (shown == nullptr || samples.empty()) return;
    const auto assignments = shown->epochs[reached()].assignments;
    std::vector<std::int32_t> prototypes;
    prototypes.reserve(samples.size());
    for (const std::size_t sample : samples)
        if (sample < assignments.size()) prototypes.push_back(assignments[sample]);
    batch_->setText(batch_words(prototypes, shown->count));
}

void PrototypePanel::refresh_sample() {
    const auto& selection = session_.view().selection;
    const PrototypeLevel* shown = level();
    nearest_->clear();
    if (shown == nullptr || selection.empty() || shown->epochs[reached()].assignments.empty()) {
        sample_->setText(tr("Select a sample to see which prototypes pull and push it."));
        return;
    }
    const std::size_t sample = selection.back();
    const auto pushing = shown->epochs[reached()].hinges[sample];
    sample_->setText(tr("Sample %1: the %2 nearest pull it, %3 of the others push it.")
                         .arg(number_words(sample),
                              number_words(std::min(shown->loss.nearest, shown->count)),
                              number_words(static_cast<std::size_t>(pushing))));
    const ViewState& view = session_.view();
    nearest_->show_sample(*shown, colours_apart(view.colours, shown->count, view.style.canvas),
                          reached(), sample);
}

void PrototypePanel::choose_level(int index) {
    if (index < 0) return;
    PrototypeView view = session_.view().prototypes;
    view.level = static_cast<std::size_t>(index);
    session_.set_prototype_view(view);
}

void PrototypePanel::draw_batch() {
    const auto& dataset = session_.dataset();
    if (level() == nullptr) return;
    const std::size_t samples = dataset->series.sample_count();
    const std::size_t size = std::min(dataset->prototypes->batch, samples);
    PrototypeView view = session_.view().prototypes;
    view.batch = batches_of(samples, size, static_cast<std::uint64_t>(seed_->value()),
                            dataset->series.epoch(reached()).number)
                     .front();
    view.shown = true;
    session_.set_prototype_view(view);
}

void PrototypePanel::let_go() {
    PrototypeView view = session_.view().prototypes;
    view.batch.clear();
    session_.set_prototype_view(view);
}

const PrototypeLevel* PrototypePanel::level() const {
    const auto& dataset = session_.dataset();
    if (!dataset || !dataset->prototypes) return nullptr;
    const auto& levels = dataset->prototypes->levels;
    const std::size_t index = session_.view().prototypes.level;
    return index < levels.size() ? &levels[index] : nullptr;
}

std::size_t PrototypePanel::reached() const {
    return moment_at(session_.playhead(), session_.dataset()->series.epoch_count()).reached();
}

}  // namespace epochscope::app
