package io.countersign.ask.ui;

import io.countersign.search.SearchRequest.Mode;
import io.countersign.search.ui.MailPane;
import io.countersign.search.ui.SearchWords;
import io.countersign.shared.ui.Command;
import io.countersign.shared.ui.SectionLabel;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Questions and their answers, and beside them the mail that one looks up. */
final class AskPane extends VBox {
    private static final int EXAMPLES = 8;
    private static final double DIVIDER = 0.55;
    private static final double BOTH_EM = 58;
    private static final double LOWEST_EM = 7;
    private static final PseudoClass BESIDE_BAR = PseudoClass.getPseudoClass("beside-bar");

    private final AskViewModel model;
    private final AskWords words;
    private final Supplier<Mode> mode;
    private final TextField field = new TextField();
    private final VBox answers = new VBox();
    private final ScrollPane conversation = new ScrollPane(answers);
    private final MailPane mail;
    private final SplitPane split = new SplitPane();
    private final Label ruler = new Label();

    AskPane(AskViewModel model, AskWords words, SearchWords searchWords, Supplier<Mode> mode) {
        this.model = model;
        this.words = words;
        this.mode = mode;
        mail = new MailPane(model.mail(), searchWords);
        getStyleClass().add("ask-pane");
        answers.getStyleClass().add("answers");
        conversation.setId("conversation");
        conversation.setFitToWidth(true);
        conversation.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        conversation.getStyleClass().add("edge-to-edge");
        conversation.setFocusTraversable(false);
        conversation.setMinWidth(0);
        conversation.viewportBoundsProperty().subscribe((_, viewport) -> besideBar(viewport));
        split.getStyleClass().add("gap");
        ruler.setVisible(false);
        mail.way(
                words.get("ask.command.close"),
                "mdi2c-close",
                Bindings.createBooleanBinding(
                        () -> model.mail().mailProperty().get().isPresent(),
                        model.mail().mailProperty()),
                this::close);
        var body = new StackPane(split, ruler);
        ruler.fontProperty().subscribe(font -> body.setMinHeight(LOWEST_EM * font.getSize()));
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(question(), body);
        split.widthProperty().subscribe((_, _) -> arrange());
        model.mail().mailProperty().subscribe((_, _) -> arrange());
        model.exchanges().addListener((ListChangeListener<Exchange>) _ -> show());
        show();
        arrange();
    }

    /** Gives the field the keyboard. */
    void focusField() {
        field.requestFocus();
        field.selectAll();
    }

    /** Asks as if it had been typed. */
    void ask(String question) {
        model.ask(question, mode.get());
    }

    List<Command> commands() {
        var section = words.get("view.search");
        return List.of(
                Command.of("ask.stop", words.get("ask.command.stop"), section, model::stop)
                        .keys("Shortcut+Period")
                        .when(model.runningProperty()::get),
                Command.of("ask.close", words.get("ask.command.close"), section, this::close)
                        .keys("Esc")
                        .when(() -> model.mail().mailProperty().get().isPresent()));
    }

    /** Answers keep their distance from the scroll bar, where there is one. */
    private void besideBar(Bounds viewport) {
        boolean bar = viewport.getWidth() > 0 && viewport.getWidth() < conversation.getWidth() - 1;
        answers.pseudoClassStateChanged(BESIDE_BAR, bar);
    }

    private HBox question() {
        field.setId("ask-field");
        field.getStyleClass().add("search-field");
        field.setPromptText(words.get("ask.prompt"));
        field.setAccessibleText(words.get("ask.prompt"));
        field.setMinWidth(0);
        HBox.setHgrow(field, Priority.ALWAYS);
        field.textProperty().bindBidirectional(model.typedProperty());
        field.setOnAction(_ -> model.ask(mode.get()));
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        var ask = new Button(words.get("ask.ask"));
        ask.setId("ask-button");
        ask.getStyleClass().add("act");
        ask.setMinWidth(USE_PREF_SIZE);
        ask.setOnAction(_ -> model.ask(mode.get()));
        ask.disableProperty().bind(field.textProperty().map(String::isBlank));
        ask.visibleProperty().bind(model.runningProperty().not());
        ask.managedProperty().bind(ask.visibleProperty());
        var stop = new Button(words.get("ask.stop"));
        stop.setId("ask-stop");
        stop.setMinWidth(USE_PREF_SIZE);
        stop.setOnAction(_ -> model.stop());
        stop.visibleProperty().bind(model.runningProperty());
        stop.managedProperty().bind(stop.visibleProperty());
        var box = new HBox(new FontIcon("mdi2c-comment-question-outline"), field, ask, stop);
        box.getStyleClass().add("search-box");
        box.setMinHeight(USE_PREF_SIZE);
        field.focusedProperty().subscribe(focused -> {
            box.getStyleClass().remove("focused-box");
            if (focused) {
                box.getStyleClass().add("focused-box");
            }
        });
        return box;
    }

    private void pressed(KeyEvent key) {
        if (key.isShortcutDown() || key.isAltDown() || key.isShiftDown()) {
            return;
        }
        if (key.getCode() == KeyCode.UP) {
            model.older();
        } else if (key.getCode() == KeyCode.DOWN) {
            model.newer();
        } else if (key.getCode() == KeyCode.ESCAPE && model.runningProperty().get()) {
            model.stop();
        } else if (key.getCode() == KeyCode.ESCAPE && !field.getText().isEmpty()) {
            field.clear();
        } else {
            return;
        }
        field.positionCaret(field.getText().length());
        key.consume();
    }

    private void show() {
        if (model.exchanges().isEmpty()) {
            answers.getChildren().setAll(examples());
            return;
        }
        // Panes of answers that are shown already are kept: what was unfolded in them stays so.
        var shown = answers.getChildren().stream()
                .filter(node -> node.getUserData() instanceof Exchange)
                .toList();
        answers.getChildren()
                .setAll(model.exchanges().stream()
                        .map(exchange -> pane(exchange, shown))
                        .toList());
        conversation.setVvalue(0);
    }

    private Node pane(Exchange exchange, List<Node> shown) {
        return shown.stream()
                .filter(node -> node.getUserData() == exchange)
                .findFirst()
                .orElseGet(() -> {
                    var made = new ExchangePane(model, words, exchange);
                    made.setUserData(exchange);
                    return made;
                });
    }

    private VBox examples() {
        var flow = new FlowPane();
        flow.getStyleClass().addAll("chips", "questions");
        flow.setMinHeight(USE_PREF_SIZE);
        for (int i = 1; i <= EXAMPLES; i++) {
            var example = new Button(words.get("ask.example." + i));
            example.getStyleClass().setAll("button", "example");
            example.setMnemonicParsing(false);
            example.setMinWidth(USE_PREF_SIZE);
            example.setOnAction(_ -> model.ask(example.getText(), mode.get()));
            flow.getChildren().add(example);
        }
        var lead = new Label(words.get("ask.lead"));
        lead.getStyleClass().add("muted");
        lead.setWrapText(true);
        lead.setMinHeight(USE_PREF_SIZE);
        var part = new VBox(new SectionLabel(words.get("ask.examples")), flow);
        part.getStyleClass().add("start-part");
        var all = new VBox(part, lead);
        all.getStyleClass().addAll("card", "start");
        all.setId("ask-start");
        return all;
    }

    private void close() {
        model.mail().clear();
        field.requestFocus();
    }

    /** The mail beside the answers where there is room for both, else in their place. */
    private void arrange() {
        boolean open = model.mail().mailProperty().get().isPresent();
        boolean both = split.getWidth() >= BOTH_EM * ruler.getFont().getSize();
        List<Node> wanted = !open ? List.of(conversation) : both ? List.of(conversation, mail) : List.of(mail);
        if (!split.getItems().equals(wanted)) {
            split.getItems().setAll(wanted);
            split.setDividerPositions(DIVIDER);
        }
    }
}
