package io.countersign.approval.ui;

import io.countersign.learning.FeatureContribution;
import io.countersign.shared.ui.Formats;
import io.countersign.shared.ui.SignedBar;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Names, bars and signed numbers: what moved a confidence, and where it ended. */
final class ScoreGrid extends GridPane {
    private static final int FEATURES = 12;
    private static final double FULL_BAR = 0.15;
    private static final double BAR = 8;

    private final Formats formats;
    private int row;

    private ScoreGrid(Formats formats) {
        this.formats = formats;
        getStyleClass().add("features");
        getColumnConstraints().addAll(column(Priority.ALWAYS), column(Priority.NEVER), column(Priority.NEVER));
        getColumnConstraints().getLast().setHalignment(HPos.RIGHT);
    }

    /** The lines, and beneath them what they sum to. */
    static ScoreGrid of(List<ScoreLines.Line> lines, String totalName, long total, Formats formats) {
        var grid = new ScoreGrid(formats);
        double scale = scale(lines.stream()
                .filter(line -> !line.start())
                .mapToDouble(ScoreLines.Line::exact)
                .toArray());
        for (var line : lines) {
            if (line.start()) {
                grid.plain(line.name(), line.percent());
            } else {
                grid.moved(line.name(), line.exact() / scale, grid.signedPercent(line.percent()));
            }
        }
        grid.plain(totalName, total).getStyleClass().add("strong");
        return grid;
    }

    /** What was learned, of a proposal that does not say what its confidence is made of. */
    static ScoreGrid ofFeatures(List<FeatureContribution> features, ApprovalWords words) {
        var grid = new ScoreGrid(words.formats());
        double scale = scale(
                features.stream().mapToDouble(FeatureContribution::contribution).toArray());
        features.stream()
                .limit(FEATURES)
                .forEach(feature -> grid.moved(
                        words.feature(feature.feature()),
                        feature.contribution() / scale,
                        words.formats().signed(feature.contribution())));
        return grid;
    }

    private static double scale(double... moves) {
        double most = FULL_BAR;
        for (double move : moves) {
            most = Math.max(most, Math.abs(move));
        }
        return most;
    }

    private String signedPercent(long percent) {
        return (percent < 0 ? "−" : "+") + formats.percent(Math.abs(percent) / 100.0);
    }

    private Label plain(String name, long percent) {
        var number = number(formats.percent(percent / 100.0));
        var label = name(name, number.getText());
        add(label, 0, row);
        add(number, 2, row++);
        return label;
    }

    private void moved(String name, double share, String signed) {
        addRow(row++, name(name, signed), new SignedBar(share, BAR), number(signed));
    }

    private static Label name(String text, String number) {
        var name = new Label(text);
        name.setMinWidth(0);
        name.setWrapText(true);
        name.setMinHeight(Region.USE_PREF_SIZE);
        name.setAccessibleText(text + " " + number);
        return name;
    }

    private static Label number(String text) {
        var number = new Label(text);
        number.getStyleClass().add("num");
        number.setMinWidth(Region.USE_PREF_SIZE);
        return number;
    }

    private static ColumnConstraints column(Priority grow) {
        var column = new ColumnConstraints();
        column.setHgrow(grow);
        return column;
    }
}
