package io.countersign.approval.ui;

import io.countersign.approval.PendingRow;
import io.countersign.mail.Address;
import io.countersign.mail.Understanding;
import io.countersign.shared.text.OneLine;
import io.countersign.shared.ui.Monogram;
import java.time.Instant;
import java.time.InstantSource;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Whose mail it is, what it says it is about, and what was found out about it. */
final class DetailHeader extends HBox {
    /** From this risk on it is worth a word. */
    static final int NOTEWORTHY_RISK = 40;

    private static final int HIGH_RISK = 70;
    private static final double ONE_LINE_EM = 44;
    private static final int LONG_SUBJECT = 180;

    private final Monogram monogram = new Monogram();
    private final Label subject = new Label();
    private final Label name = new Label();
    private final Label sender = new Label();
    private final FlowPane chips = new FlowPane();
    private final HBox from = new HBox(name, sender);
    private final VBox text = new VBox(subject, from, chips);
    private final ApprovalWords words;
    private final InstantSource clock;
    private boolean isCompact;

    DetailHeader(ApprovalsViewModel model, ApprovalWords words, InstantSource clock) {
        this.words = words;
        this.clock = clock;
        getStyleClass().add("detail-header");
        monogram.getStyleClass().add("large");
        subject.getStyleClass().add("subtitle");
        subject.setWrapText(true);
        name.getStyleClass().add("muted");
        sender.getStyleClass().add("muted");
        sender.setWrapText(true);
        name.setMinWidth(0);
        HBox.setHgrow(sender, Priority.ALWAYS);
        from.getStyleClass().add("detail-sender");
        from.setMinHeight(USE_PREF_SIZE);
        chips.getStyleClass().add("chips");
        subject.setMinHeight(USE_PREF_SIZE);
        sender.setMinHeight(USE_PREF_SIZE);
        chips.setMinHeight(USE_PREF_SIZE);
        setMinHeight(USE_PREF_SIZE);
        text.setMinHeight(USE_PREF_SIZE);
        text.getStyleClass().add("detail-title");
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        getChildren().addAll(back(model), monogram, text);
        widthProperty().subscribe(_ -> fit());
    }

    /** The way back to the list for the mouse, while the mail has the whole width. */
    private Button back(ApprovalsViewModel model) {
        var back = new Button(null, new FontIcon("mdi2a-arrow-left"));
        back.setId("back");
        back.getStyleClass().add("icon-button");
        back.setAccessibleText(words.texts().get("approvals.back"));
        back.setTooltip(new Tooltip(back.getAccessibleText()));
        back.setOnAction(_ -> model.openProperty().set(false));
        back.visibleProperty().bind(model.openProperty());
        back.managedProperty().bind(back.visibleProperty());
        return back;
    }

    /** The name above the address where both would not fit beside each other. */
    private void fit() {
        boolean above = getWidth() < ONE_LINE_EM * sender.getFont().getSize();
        if (above == from.getChildren().contains(name)) {
            from.getChildren().remove(name);
            text.getChildren().remove(name);
            (above ? text : from).getChildren().add(above ? 1 : 0, name);
        }
    }

    /** What the row itself knows, at once. */
    void show(PendingRow row) {
        monogram.show(row.from().name(), row.from().email());
        var whole = words.subject(row);
        boolean tooLong = whole.length() > LONG_SUBJECT;
        subject.setText(tooLong ? whole.substring(0, LONG_SUBJECT) + "…" : whole);
        subject.setTooltip(tooLong ? wrapped(whole) : null);
        name(row.from());
        sender.setText(sender(row.from()) + " · " + words.formats().dateTime(row.receivedAt()));
        chips.getChildren().clear();
    }

    /** Leaves out what can be missed where there is hardly room to read. */
    void setCompact(boolean compact) {
        isCompact = compact;
        chips.setVisible(!compact);
        chips.setManaged(!compact);
        sender.setWrapText(!compact);
        showName();
    }

    /** What reading the mail added. */
    void show(Understanding understanding) {
        chips.getChildren().setAll(chip(words.category(understanding.category()), ""));
        understanding.expiresAt().ifPresent(end -> chips.getChildren().add(ending(end)));
        if (understanding.riskScore() >= NOTEWORTHY_RISK) {
            var tone = understanding.riskScore() >= HIGH_RISK ? "bad" : "warn";
            var risk = chip(words.texts().get("approvals.risk", understanding.riskScore()), tone);
            var sentences = new ReasonSentences(words.texts());
            var reasons =
                    understanding.riskReasons().stream().map(sentences::risk).collect(Collectors.joining("\n"));
            risk.setTooltip(wrapped(reasons));
            risk.setAccessibleHelp(reasons);
            chips.getChildren().add(risk);
        }
    }

    private Label ending(Instant end) {
        var key = end.isBefore(clock.instant()) ? "approvals.ended" : "approvals.ends";
        return chip(words.texts().get(key, words.formats().dayOrMoment(end)), "warn");
    }

    /** The name stands apart, so that one written from right to left leaves the address readable. */
    private void name(Address from) {
        name.setText(OneLine.of(from.name()));
        showName();
    }

    private void showName() {
        name.setVisible(!isCompact && !name.getText().isEmpty());
        name.setManaged(name.isVisible());
    }

    private static String sender(Address from) {
        var email = OneLine.of(from.email());
        return from.name().isBlank() ? email : "<" + email + ">";
    }

    private static Tooltip wrapped(String text) {
        var tooltip = new Tooltip(text);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(420);
        return tooltip;
    }

    private static Label chip(String text, String tone) {
        var chip = new Label(text);
        chip.getStyleClass().add("chip");
        if (!tone.isEmpty()) {
            chip.getStyleClass().add(tone);
        }
        return chip;
    }
}
