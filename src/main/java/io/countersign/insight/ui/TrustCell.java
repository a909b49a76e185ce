package io.countersign.insight.ui;

import io.countersign.approval.trust.PolicyTrust;
import io.countersign.insight.PolicyStats;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** How far a policy may act alone. */
final class TrustCell extends TableCell<PolicyStats, PolicyStats> {
    private final Function<PolicyStats, Optional<PolicyTrust>> trust;
    private final TrustLevelWords words;
    private final Label chip = new Label();
    private final Tooltip tooltip = new Tooltip();

    TrustCell(Function<PolicyStats, Optional<PolicyTrust>> trust, InsightWords words) {
        this.trust = trust;
        this.words = new TrustLevelWords(words);
        chip.setMinWidth(USE_PREF_SIZE);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(340);
    }

    @Override
    protected void updateItem(@Nullable PolicyStats stats, boolean empty) {
        super.updateItem(stats, empty);
        var known = empty || stats == null ? Optional.<PolicyTrust>empty() : trust.apply(stats);
        setGraphic(known.isPresent() ? chip : null);
        setTooltip(known.isPresent() ? tooltip : null);
        known.ifPresent(this::show);
    }

    private void show(PolicyTrust known) {
        chip.setText(words.level(known));
        chip.getStyleClass().setAll("label", "chip", TrustLevelWords.tone(known));
        tooltip.setText(words.help(known));
        setAccessibleText(known.name() + ", " + chip.getText());
        setAccessibleHelp(tooltip.getText());
    }
}
