#include "app/review/review_detail.h"

#include "app/neighbours/sample_words.h"
#include "app/review/review_words.h"
#include "app/sample/ribbon.h"
#include "app/sample/sample_picture.h"
#include "app/session/session.h"
#include "app/session/thumbnail_cache.h"
#include "app/widgets/elided_label.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include <cmath>

namespace epochscope::app {
namespace {

constexpr int picture_side = 128;
constexpr int least_text_height = 38;
/// Nobody reads more to decide about a label.
constexpr qsizetype text_characters = 20'000;

}  // namespace

ReviewDetail::ReviewDetail(Session& session, QWidget* parent)
    : QWidget(parent),
      session_(session),
      picture_(new SamplePicture(session, this)),
      title_(new ElidedLabel(this)),
      facts_(new ElidedLabel(this)),
      decided_(new ElidedLabel(this)),
      ribbon_(new Ribbon(session, this)),
      text_(new QPlainTextEdit(this)) {
    QFont bold = font();
    bold.setBold(true);
    title_->setFont(bold);
    title_->setAccessibleName(tr("The sample that is reviewed"));
    facts_->setAccessibleName(tr("Label and prediction"));
    decided_->setAccessibleName(tr("What was decided"));
    text_->setAccessibleName(tr("Text of the sample"));
    text_->setReadOnly(true);
    text_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    text_->setFocusPolicy(Qt::ClickFocus);
    text_->setMinimumHeight(least_text_height);
    // It takes room only where there are texts.
    text_->hide();
    lay_out();
}

void ReviewDetail::lay_out() {
    picture_->setFixedSize(picture_side, picture_side);
    auto* words = new QVBoxLayout;
    words->setContentsMargins(0, 0, 0, 0);
    words->setSpacing(3);
    words->addWidget(title_);
    words->addWidget(facts_);
    words->addWidget(decided_);
    words->addWidget(ribbon_);
    words->addWidget(text_, 1);
    words->addStretch(0);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(10);
    row->addWidget(picture_, 0, Qt::AlignTop);
    row->addLayout(words, 1);
}

QString ReviewDetail::decision_words(const ReviewItem& item, const ReviewDecision* decision) const {
    const EpochSeries& series = session_.dataset()->series;
    const auto name = [&](std::int32_t c) {
        return class_name(series, static_cast<std::size_t>(c));
    };
    if (decision != nullptr && decision->action == ReviewAction::relabel)
        return tr("\u2713 decided: %1").arg(name(decision->new_label));
    if (decision != nullptr && decision->action == ReviewAction::keep)
        return tr("\u2713 decided: it stays %1").arg(name(series.labels()[item.sample]));
    QStringList words;
    if (!item.proposal.proposed) {
        words << tr("no class is proposed");
    } else if (*item.proposal.proposed == series.labels()[item.sample]) {
        words << tr("proposed: %1, as it is labelled").arg(name(*item.proposal.proposed));
    } else {
        words << tr("proposed: %1").arg(name(*item.proposal.proposed));
    }
    if (std::isfinite(item.suspicion))
        words << tr("suspicion %1").arg(QLocale().toString(item.suspicion, 'f', 2));
    return words.join(QStringLiteral(" \u00b7 "));
}

void ReviewDetail::show_item(const ReviewItem& item, const ReviewDecision* decision) {
    const Dataset& dataset = *session_.dataset();
    title_->set_words(sample_title(dataset, item.sample));
    facts_->set_words(review_facts(dataset, item));
    decided_->set_words(decision_words(item, decision));
    picture_->set_sample(item.sample);
    ribbon_->set_sample(item.sample);
    ribbon_->setVisible(dataset.series.has_predictions());
    const QString text = sample_text(dataset, item.sample, text_characters);
    text_->setVisible(!text.isEmpty());
    if (text_->toPlainText() != text) text_->setPlainText(text);
}

}  // namespace epochscope::app
