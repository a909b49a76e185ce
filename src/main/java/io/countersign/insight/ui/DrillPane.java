package io.countersign.insight.ui;

import io.countersign.insight.ui.DrillViewModel.State;
import io.countersign.mail.Message;
import io.countersign.shared.ui.MailState;
import io.countersign.shared.ui.MailText;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The mails behind a number; one that is opened is read below them where there is room, else instead of them. */
final class DrillPane extends VBox {
    private static final double BOTH_EM = 44;

    private final DrillViewModel model;
    private final InsightWords words;
    private final Label title = new Label();
    private final Label count = new Label();
    private final Label note = new Label();
    private final ListView<Message> list = new ListView<>();
    private final Label subject = new Label();
    private final Label from = new Label();
    private final Label problem = new Label();
    private final MailText text;
    private final ScrollPane scroll = new ScrollPane();
    private final VBox reading = new VBox();
    private final StackPane listing = new StackPane();

    DrillPane(DrillViewModel model, InsightWords words) {
        this.model = model;
        this.words = words;
        text = new MailText(words.texts(), words.formats());
        setId("drill");
        getStyleClass().addAll("card", "drill");
        note.getStyleClass().addAll("muted", "chart-empty");
        note.setWrapText(true);
        list();
        reading();
        note.setMouseTransparent(true);
        listing.getChildren().addAll(list, note);
        listing.setMinHeight(0);
        listing.managedProperty().bind(listing.visibleProperty());
        VBox.setVgrow(listing, Priority.ALWAYS);
        VBox.setVgrow(reading, Priority.ALWAYS);
        getChildren().addAll(head(), listing, reading);
        model.stateProperty().subscribe(this::show);
        model.openedProperty().subscribe(this::opened);
        model.mailProperty().subscribe(this::show);
        heightProperty().subscribe(_ -> arrange());
    }

    private HBox head() {
        title.setId("drill-title");
        title.getStyleClass().add("strong");
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        count.setId("drill-count");
        count.getStyleClass().addAll("muted", "small");
        count.setWrapText(true);
        count.setMinHeight(USE_PREF_SIZE);
        var both = new VBox(title, count);
        both.setMinWidth(0);
        HBox.setHgrow(both, Priority.ALWAYS);
        var back = button("drill-back", "mdi2a-arrow-left", "insights.drill.back", model::back);
        var close = button("drill-close", "mdi2c-close", "insights.drill.close", model::close);
        var head = new HBox(back, both, close);
        head.getStyleClass().addAll("card-header", "drill-head");
        head.setMinHeight(USE_PREF_SIZE);
        return head;
    }

    private Button button(String id, String icon, String key, Runnable action) {
        var button = new Button(null, new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().add("icon-button");
        button.setAccessibleText(words.get(key));
        button.setTooltip(new Tooltip(words.get(key)));
        button.setOnAction(_ -> action.run());
        return button;
    }

    private void list() {
        list.setId("drill-list");
        list.getStyleClass().add("plain");
        list.setItems(model.mails());
        list.setAccessibleText(words.get("insights.drill.list"));
        list.setCellFactory(_ -> new DrillCell(model, words));
        list.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            var chosen = list.getSelectionModel().getSelectedItem();
            if ((key.getCode() == KeyCode.ENTER || key.getCode() == KeyCode.SPACE) && chosen != null) {
                model.openMail(chosen);
                key.consume();
            }
        });
    }

    private void reading() {
        subject.setId("drill-subject");
        subject.getStyleClass().add("subtitle");
        from.getStyleClass().add("muted");
        problem.getStyleClass().add("muted");
        for (var label : new Label[] {subject, from, problem}) {
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
        }
        problem.managedProperty().bind(problem.visibleProperty());
        text.managedProperty().bind(text.visibleProperty());
        var body = new VBox(subject, from, problem, text);
        body.getStyleClass().add("drill-mail");
        scroll.setContent(body);
        scroll.setId("drill-mail");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("edge-to-edge");
        scroll.setFocusTraversable(true);
        scroll.setMinHeight(0);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        reading.getStyleClass().add("drill-reading");
        reading.setMinHeight(0);
        reading.getChildren().add(scroll);
        reading.managedProperty().bind(reading.visibleProperty());
    }

    private void show(State state) {
        switch (state) {
            case State.Closed _ -> say("", "", "");
            case State.Reading(var drill) -> say(drill.title(), "", words.get("insights.drill.reading"));
            case State.Failed(var drill, var reason) -> say(drill.title(), "", reason);
            case State.Ready(var drill, var found, var all) -> {
                say(
                        drill.title(),
                        words.get(
                                all ? "insights.drill.count" : "insights.drill.count.newest",
                                found,
                                words.number(found)),
                        found == 0 ? words.get("insights.drill.none") : "");
                if (found > 0) {
                    list.getSelectionModel().selectFirst();
                    list.scrollTo(0);
                }
            }
        }
    }

    private void say(String what, String many, String hint) {
        title.setText(what);
        count.setText(many);
        note.setText(hint);
        note.setVisible(!hint.isEmpty());
    }

    private void opened(Optional<Message> mail) {
        boolean wasOpen = reading.isVisible();
        mail.ifPresent(open -> {
            subject.setText(words.subject(open));
            from.setText(words.address(open) + " · "
                    + words.formats().dateTime(open.envelope().receivedAt()));
        });
        reading.setVisible(mail.isPresent());
        arrange();
        if (mail.isPresent()) {
            scroll.setVvalue(0);
            scroll.requestFocus();
        } else if (wasOpen) {
            list.requestFocus();
        }
    }

    private void show(MailState state) {
        problem.setVisible(!(state instanceof MailState.Ready));
        text.setVisible(state instanceof MailState.Ready);
        switch (state) {
            case MailState.None _ -> problem.setText("");
            case MailState.Reading _ -> problem.setText(words.get("insights.drill.opening"));
            case MailState.Failed failed -> problem.setText(failed.reason());
            case MailState.Ready ready -> text.show(ready.body());
        }
    }

    /** Gives the keyboard to the list, or to the mail that is open. */
    void focus() {
        if (reading.isVisible()) {
            scroll.requestFocus();
        } else {
            list.requestFocus();
        }
    }

    private void arrange() {
        boolean both = getHeight() >= BOTH_EM * title.getFont().getSize()
                && model.mails().size() > 1;
        listing.setVisible(!reading.isVisible() || both);
        listing.setMaxHeight(reading.isVisible() ? 0.36 * getHeight() : Double.MAX_VALUE);
    }
}
