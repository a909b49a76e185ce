package io.countersign.ats.ui;

import io.countersign.ats.TimelineEntry;
import io.countersign.ats.detection.RecruiterRisk;
import io.countersign.mail.Stage;
import io.countersign.shared.ui.MailState;
import io.countersign.shared.ui.MailText;
import io.countersign.shared.ui.SectionLabel;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What happened, newest first; the mail behind an entry opens below it as safe text. Unsure ones ask what they say. */
final class TimelinePane extends VBox {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final int MOST_OFFERED = 4;
    private static final List<Stage> USUAL = List.of(Stage.APPLIED, Stage.INTERVIEW, Stage.REJECTED);

    private final ApplicationsViewModel model;
    private final ApplicationWords words;
    private final Runnable toList;
    private final VBox entries = new VBox();
    private final VBox reading = new VBox();
    private final MailText text;
    private final RecruiterRiskPanel warning;
    private final Label note = new Label();
    private final Map<Long, Button> lines = new HashMap<>();

    /** {@code toList} takes the keyboard when a question that had it is answered. */
    TimelinePane(ApplicationsViewModel model, ApplicationWords words, Runnable toList) {
        this.model = model;
        this.words = words;
        this.toList = toList;
        text = new MailText(words.texts(), words.formats());
        warning = new RecruiterRiskPanel(words.texts());
        getStyleClass().add("timeline");
        entries.getStyleClass().add("timeline-entries");
        note.getStyleClass().add("muted");
        note.setWrapText(true);
        note.setMinHeight(USE_PREF_SIZE);
        reading.getStyleClass().add("timeline-mail");
        getChildren().addAll(new SectionLabel(words.get("applications.timeline")), entries);
        model.mail().stateProperty().subscribe(this::show);
    }

    /** Lists what happened to an application. */
    void show(ApplicationRow row) {
        lines.clear();
        entries.getChildren().clear();
        var newestFirst = row.application().timeline().reversed();
        for (int i = 0; i < newestFirst.size(); i++) {
            entries.getChildren().add(entry(newestFirst.get(i), i == newestFirst.size() - 1));
        }
        show(model.mail().stateProperty().get());
    }

    private Node entry(TimelineEntry entry, boolean last) {
        var date = new Label(words.days().shortDate(entry.at()));
        date.getStyleClass().addAll("muted", "timeline-date");
        date.setMinWidth(USE_PREF_SIZE);
        var line = new HBox(date, rail(entry, last), what(entry));
        line.getStyleClass().add("timeline-entry");
        return line;
    }

    /** The dot, and the line to what happened before. */
    private static Node rail(TimelineEntry entry, boolean last) {
        var dot = new Region();
        dot.getStyleClass().addAll("timeline-dot", tone(entry));
        var line = new Region();
        line.getStyleClass().add("timeline-line");
        line.setVisible(!last);
        VBox.setVgrow(line, Priority.ALWAYS);
        var rail = new VBox(dot, line);
        rail.getStyleClass().add("timeline-rail");
        return rail;
    }

    private static String tone(TimelineEntry entry) {
        return switch (entry.kind()) {
            case UNSURE -> "warn";
            case WORD -> "accent";
            case SENT, FOLLOW_UP -> "mine";
            case STAGE -> entry.stage().map(TimelinePane::tone).orElse("accent");
        };
    }

    private static String tone(Stage stage) {
        return switch (stage) {
            case OFFER, HIRED -> "ok";
            case REJECTED, WITHDRAWN -> "muted";
            default -> "accent";
        };
    }

    private Node what(TimelineEntry entry) {
        var happened = new Label(words.happened(entry));
        happened.getStyleClass().add("strong");
        happened.setMinWidth(USE_PREF_SIZE);
        var party = new Label(words.party(entry));
        party.getStyleClass().addAll("muted", "small");
        party.setMinWidth(0);
        var first = new HBox(happened, party);
        first.getStyleClass().add("timeline-first");
        var behind = new Label(words.behind(entry));
        behind.getStyleClass().addAll("muted", "small");
        behind.setMinWidth(0);
        behind.setTooltip(new Tooltip(behind.getText()));
        behind.setVisible(!behind.getText().isEmpty());
        behind.managedProperty().bind(behind.visibleProperty());
        var both = new VBox(first, behind);
        both.getStyleClass().add("timeline-words");
        var what = new VBox(
                entry.messageId().<Node>map(id -> mailLine(id, entry, both)).orElse(both));
        what.setMinWidth(0);
        HBox.setHgrow(what, Priority.ALWAYS);
        if (entry.kind() == TimelineEntry.Kind.UNSURE) {
            entry.messageId().ifPresent(id -> what.getChildren().add(question(id, entry.candidates())));
        }
        return what;
    }

    private Button mailLine(long messageId, TimelineEntry entry, VBox content) {
        var line = new Button(null, content);
        line.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        line.getStyleClass().setAll("mail-line", "timeline-button");
        line.setMinWidth(0);
        line.setMaxWidth(Double.MAX_VALUE);
        content.prefWidthProperty().bind(line.widthProperty().subtract(18));
        line.setAccessibleText(words.get(
                "applications.timeline.spoken",
                words.days().shortDate(entry.at()),
                words.happened(entry),
                words.party(entry),
                words.behind(entry)));
        line.setOnAction(_ -> model.mail().toggle(messageId));
        lines.putIfAbsent(messageId, line);
        return line;
    }

    private Node question(long messageId, List<Stage> candidates) {
        var ask = new Label(words.get("applications.timeline.question"));
        ask.getStyleClass().add("small");
        ask.setWrapText(true);
        ask.setMinHeight(USE_PREF_SIZE);
        var buttons = new FlowPane();
        buttons.getStyleClass().addAll("chips", "question");
        offered(candidates).forEach((stage, name) -> {
            var button = new Button(name);
            button.setId("says-" + stage.map(Stage::id).orElse("nothing"));
            button.setMinWidth(USE_PREF_SIZE);
            button.setOnAction(_ -> {
                toList.run();
                model.corrections().correctMail(messageId, stage);
            });
            buttons.getChildren().add(button);
        });
        var box = new VBox(ask, buttons);
        box.getStyleClass().add("question-box");
        return box;
    }

    private Map<Optional<Stage>, String> offered(List<Stage> candidates) {
        var offered = new LinkedHashMap<Optional<Stage>, String>();
        (candidates.isEmpty() ? USUAL : candidates)
                .stream()
                        .distinct()
                        .limit(MOST_OFFERED)
                        .forEach(stage -> offered.put(Optional.of(stage), words.stage(stage)));
        offered.put(Optional.empty(), words.get("applications.timeline.nothing"));
        return offered;
    }

    private void show(MailState state) {
        switch (state) {
            case MailState.None _ -> place(-1);
            case MailState.Reading(var id) -> {
                say(words.get("applications.timeline.opening"));
                place(id);
            }
            case MailState.Failed(var id, var reason) -> {
                say(reason);
                place(id);
            }
            case MailState.Ready(var id, var body) -> {
                text.show(body);
                reading.getChildren().setAll(text);
                model.mail().risk().ifPresent(this::warn);
                place(id);
            }
        }
    }

    /** A warning comes before what it warns of. */
    private void warn(RecruiterRisk risk) {
        warning.show(risk);
        reading.getChildren().addFirst(warning);
    }

    private void say(String words) {
        note.setText(words);
        reading.getChildren().setAll(note);
    }

    /** Puts the open mail below its entry, as wide as all of the timeline. */
    private void place(long messageId) {
        entries.getChildren().remove(reading);
        lines.forEach((id, line) -> line.pseudoClassStateChanged(CURRENT, id == messageId));
        var line = lines.get(messageId);
        for (int i = 0; line != null && i < entries.getChildren().size(); i++) {
            if (isIn(line, entries.getChildren().get(i))) {
                entries.getChildren().add(i + 1, reading);
                return;
            }
        }
    }

    private static boolean isIn(Node node, Node whole) {
        return node.equals(whole) || (node.getParent() != null && isIn(node.getParent(), whole));
    }
}
