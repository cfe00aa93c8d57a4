#include "app/sample/sample_facts_view.h"

#include "app/session/session.h"
#include "app/widgets/elided_label.h"
#include "app/widgets/fraction_bar.h"
#include "app/widgets/swatch.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>

namespace epochscope::app {

namespace {

constexpr int swatch_side = 14;
QString em_dash() { return QStringLiteral("\u2014"); }

ElidedLabel* selectable(QWidget* parent, const QString& name) {
    auto* label = new ElidedLabel(parent);
    label->setAccessibleName(name);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

}  // namespace

SampleFactsView::SampleFactsView(Session& session, QWidget* parent)
    : QWidget(parent),
      session_(session),
      label_swatch_(new QLabel(this)),
      label_(selectable(this, tr("Label"))),
      prediction_swatch_(new QLabel(this)),
      prediction_(selectable(this, tr("Prediction"))),
      confidence_bar_(new FractionBar(this)),
      confidence_(selectable(this, tr("Confidence"))) {
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    const auto add_row = [&](const QString& title, QWidget* sign, QLabel* words) {
        const int row = grid->rowCount();
        auto* value = new QHBoxLayout;
        value->setSpacing(8);
        value->addWidget(sign);
        value->addWidget(words, 1);
        grid->addWidget(new QLabel(title, this), row, 0);
        grid->addLayout(value, row, 1);
    };
    add_row(tr("Label"), label_swatch_, label_);
    add_row(tr("Prediction"), prediction_swatch_, prediction_);
    add_row(tr("Confidence"), confidence_bar_, confidence_);
    // The bar gives way, not the number.
    confidence_->setMinimumWidth(fontMetrics().horizontalAdvance(percent(1)) + 2);
    connect(&session, &Session::style_changed, this, [this] {
        if (isVisible()) paint_words();
    });
}

void SampleFactsView::show_sample(std::size_t sample, std::size_t epoch) {
    facts_ = facts_of(session_.dataset()->series, epoch, sample);
    paint_words();
}

void SampleFactsView::paint_words() {
    show_class(*label_swatch_, *label_, facts_.label);
    prediction_swatch_->setVisible(facts_.prediction.has_value());
    QPalette colours = palette();
    if (facts_.is_wrong()) colours.setColor(QPalette::WindowText, bad_colour(colours));
    prediction_->setPalette(colours);
    if (facts_.prediction) {
        show_class(*prediction_swatch_, *prediction_, *facts_.prediction);
        if (facts_.is_wrong()) prediction_->set_words(tr("%1 (wrong)").arg(prediction_->words()));
    } else {
        prediction_->set_words(em_dash());
    }
    confidence_bar_->setVisible(facts_.confidence.has_value());
    if (facts_.confidence) confidence_bar_->set_fraction(*facts_.confidence);
    confidence_->set_words(facts_.confidence ? percent(*facts_.confidence) : em_dash());
    for (ElidedLabel* line : {label_, prediction_, confidence_})
        line->setAccessibleDescription(line->words());
}

void SampleFactsView::show_class(QLabel& swatch, ElidedLabel& words, std::size_t index) {
    const Colour colour = session_.view().colours[index];
    swatch.setPixmap(swatch_icon(colour, swatch_side, palette(), devicePixelRatioF())
                         .pixmap(QSize(swatch_side, swatch_side), devicePixelRatioF()));
    words.set_words(class_name(session_.dataset()->series, index));
}

void SampleFactsView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange && isVisible()) paint_words();
    QWidget::changeEvent(event);
}

}  // namespace epochscope::app
