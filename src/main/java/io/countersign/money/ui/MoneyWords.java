package io.countersign.money.ui;

import io.countersign.mail.ChargeStatus;
import io.countersign.mail.ReceiptKind;
import io.countersign.money.DuplicatePair;
import io.countersign.money.Statement;
import io.countersign.shared.text.OneLine;
import io.countersign.shared.ui.Formats;
import io.countersign.shared.ui.Texts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.FormatStyle;
import java.util.List;
import javafx.util.converter.LocalDateStringConverter;

/** Kinds, states, amounts and reasons in the person's language. */
public final class MoneyWords {
    private final Texts texts;
    private final Formats formats;

    public MoneyWords(Texts texts, Formats formats) {
        this.texts = texts;
        this.formats = formats;
    }

    Texts texts() {
        return texts;
    }

    Formats formats() {
        return formats;
    }

    String get(String key, Object... arguments) {
        return texts.get(key, arguments);
    }

    String kind(ReceiptKind kind) {
        return texts.get("money.kind." + kind.id());
    }

    String status(ChargeStatus status) {
        return texts.get("money.status." + status.id());
    }

    /** The name of a category; its own where there is no translation. */
    String category(String category) {
        var key = "money.category." + category.replace(' ', '_');
        return texts.has(key) ? texts.get(key) : category;
    }

    String facet(Facet facet) {
        return switch (facet) {
            case Facet.OfKind(var kind) -> kind(kind);
            case Facet.OfStatus(var status) -> status(status);
            case Facet.OfCategory(var category) -> category(category);
        };
    }

    String merchant(ReceiptRow row) {
        return row.merchant().isEmpty() ? texts.get("money.merchant.unknown") : row.merchant();
    }

    String what(ReceiptRow row) {
        return row.what().isEmpty() ? texts.get("money.subject.none") : row.what();
    }

    String date(LocalDate day) {
        return formats.date(day);
    }

    /** Reads and writes days in fields where they are typed. */
    LocalDateStringConverter days() {
        return new LocalDateStringConverter(FormatStyle.MEDIUM, formats.locale(), null);
    }

    /** {@code 1,084.00}; what is missing where it is unknown. */
    String amount(ReceiptRow row) {
        return row.amount()
                .map(amount -> formats.amount(amount, row.currency()))
                .orElseGet(() -> texts.get("money.amount.unknown"));
    }

    /** {@code EUR 1,084.00}, to no more decimals than the currency has. */
    String money(BigDecimal amount, String currency) {
        return currency + " " + formats.rounded(amount, currency);
    }

    /** Where the amount comes from, in few words. */
    String evidence(ReceiptRow row) {
        if (row.isByHand()) {
            return texts.get("money.evidence.by.hand");
        }
        return row.mails() > 1
                ? texts.get("money.evidence.merged", row.mails())
                : OneLine.of(row.leading().facts().evidence());
    }

    /** Where in the mail the amount stands, whole. */
    String where(ReceiptRow row) {
        return OneLine.of(row.leading().facts().evidence());
    }

    /** Who sent the mail behind a statement, and when. */
    String mail(Statement statement) {
        var envelope = statement.message().envelope();
        var from = OneLine.of(envelope.from().display());
        return from + " · " + formats.date(envelope.receivedAt());
    }

    String subject(Statement statement) {
        var subject = OneLine.of(statement.message().envelope().subject());
        return subject.isEmpty() ? texts.get("money.subject.none") : subject;
    }

    /** How far apart the two charges are. */
    String apart(DuplicatePair pair) {
        return texts.get("money.pair.apart", pair.daysApart());
    }

    /** Why two charges may be one. */
    String reason(DuplicatePair.Reason reason) {
        return texts.has(reason.key())
                ? texts.get(
                        reason.key(),
                        reason.arguments().stream().map(this::argument).toArray())
                : reason.key();
    }

    /** What a screen reader says of a row. */
    String spoken(ReceiptRow row) {
        return texts.get(
                "money.row.spoken",
                merchant(row),
                row.currency() + " " + amount(row),
                date(row.date()),
                kind(row.kind()),
                what(row));
    }

    /** A name from a mail, or what stands for a missing one. */
    String name(String name) {
        var shown = OneLine.of(name);
        return shown.isEmpty() ? texts.get("money.merchant.unknown") : shown;
    }

    /** {@code Nov}, with the year where one begins; a year by its number. */
    String shortName(SpendingBar bar) {
        if (bar.isYear()) {
            return String.valueOf(bar.first().getYear());
        }
        var month = formats.shortMonth(bar.first());
        return bar.first().getMonthValue() == 1 ? month + " " + bar.first().getYear() : month;
    }

    /** From when to when bars are, behind a comma: {@code , July 2026 – November 2026}. */
    String span(List<SpendingBar> bars) {
        if (bars.isEmpty()) {
            return "";
        }
        var first = time(bars.getFirst());
        var last = time(bars.getLast());
        return first.equals(last) ? ", " + first : ", " + first + " – " + last;
    }

    private String time(SpendingBar bar) {
        return bar.isYear() ? String.valueOf(bar.first().getYear()) : formats.month(bar.first());
    }

    String seriesName(SpendingReport report, int series) {
        return series >= report.series().size()
                ? texts.get("money.spending.others")
                : name(report.series().get(series));
    }

    /** What a bar or a part of it stands for: its name, its time, its amount. */
    String part(SpendingReport report, SpendingChart.Chosen chosen) {
        var figure = chosen.figure();
        return drill(report, chosen) + "\n"
                + texts.get("money.spending.part", money(figure.total(), report.currency()), figure.count());
    }

    /** What the receipts behind a bar or a part of it are. */
    String drill(SpendingReport report, SpendingChart.Chosen chosen) {
        var bar = chosen.bar();
        var time = time(bar);
        return chosen.isWhole()
                ? time + " · " + report.currency()
                : seriesName(report, bar.parts().get(chosen.part()).series()) + " · " + time + " · "
                        + report.currency();
    }

    private Object argument(Object argument) {
        return switch (argument) {
            case LocalDate day -> formats.date(day);
            case BigDecimal number -> formats.amount(number, "");
            case String text -> OneLine.of(text);
            default -> argument;
        };
    }
}
