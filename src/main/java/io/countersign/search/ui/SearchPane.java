package io.countersign.search.ui;

import io.countersign.search.SearchDesk.Hit;
import io.countersign.search.SearchRequest.Mode;
import io.countersign.shared.ui.Command;
import io.countersign.shared.ui.EmptyState;
import io.countersign.shared.ui.Segments;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The search: the field, what it finds, and the mail that one is at. */
public final class SearchPane extends VBox {
    private static final double DIVIDER = 0.46;
    private static final double BOTH_EM = 52;
    private static final double LOWEST_EM = 7;

    private final SearchViewModel model;
    private final SearchWords words;
    private final SearchField field;
    private final SaveForm save;
    private final ResultsPane results;
    private final MailPane mail;
    private final WhyLine why;
    private final SplitPane split = new SplitPane();
    private final Label ruler = new Label();

    public SearchPane(SearchViewModel model, SearchWords words) {
        this.model = model;
        this.words = words;
        save = new SaveForm(model, words, this::focusField);
        field = new SearchField(model, words, save::ask, this::focusList);
        results = new ResultsPane(model, words);
        mail = new MailPane(model.mail(), words);
        why = new WhyLine(words);
        getStyleClass().add("search-pane");
        mail.above(why);
        mail.way(words.get("search.back"), "mdi2a-arrow-left", model.openProperty(), model::toggleOpen);
        split.getStyleClass().add("gap");
        var body = new StackPane(split, new StartPane(model, words, this::focusField), failed(), ruler);
        ruler.setVisible(false);
        ruler.fontProperty().subscribe(font -> body.setMinHeight(LOWEST_EM * font.getSize()));
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(field, save, new NoticeLine(model.health(), words), new FacetBar(model, words), body);
        body.getChildren()
                .get(1)
                .visibleProperty()
                .bind(model.stateProperty().map(SearchState.Start.class::isInstance));
        split.visibleProperty()
                .bind(model.stateProperty()
                        .map(state -> state instanceof SearchState.Ready || state instanceof SearchState.Searching));
        split.widthProperty().subscribe((_, _) -> arrange());
        model.openProperty().subscribe((_, open) -> opened(open));
        model.mail().mailProperty().subscribe((_, _) -> explain());
        model.snippets().arrivalsProperty().subscribe((_, _) -> explainMore());
        model.hits().addListener((ListChangeListener<Hit>) _ -> arrange());
        arrange();
    }

    /** Gives the field the keyboard. */
    public void focusField() {
        field.focusField();
    }

    /** Every key of the search. */
    public List<Command> commands() {
        return SearchCommands.of(model, words, this::focusField, save::ask);
    }

    /** Plain, networking or money: what counts more. */
    public HBox modes() {
        var segments = new Segments<Mode>();
        var modes = new HBox();
        modes.getStyleClass().add("orders");
        for (var mode : Mode.values()) {
            var key = "search.mode." + mode.name().toLowerCase(Locale.ROOT);
            var button = segments.add(mode, "mode-" + mode.name(), words.get(key));
            button.setTooltip(new Tooltip(words.get(key + ".help")));
            button.setAccessibleHelp(words.get(key + ".help"));
            modes.getChildren().add(button);
        }
        segments.bind(model.askedProperty().map(Asked::mode), model::mode);
        return modes;
    }

    private void focusList() {
        if (!model.hits().isEmpty()) {
            results.listView().requestFocus();
        }
    }

    private EmptyState failed() {
        var failed = EmptyState.of("search-failed", "mdi2a-alert-circle-outline", words.get("search.failed"));
        var again = new Button(words.get("search.again"));
        again.setOnAction(_ -> model.load());
        failed.getChildren().add(again);
        failed.showWhen(Bindings.createBooleanBinding(
                () -> model.stateProperty().get() instanceof SearchState.Failed, model.stateProperty()));
        model.stateProperty().subscribe(state -> {
            if (state instanceof SearchState.Failed(var reason)) {
                failed.setMessage(reason);
            }
        });
        return failed;
    }

    private void explain() {
        why.setVisible(false); // a mail may be shown that is none of the hits
        explainMore();
    }

    /** More is known of a hit; while one types, the mail that is shown may be that of the hits before. */
    private void explainMore() {
        var shown = model.mail().mailProperty().get();
        model.current()
                .filter(hit ->
                        shown.filter(mail -> mail.id() == hit.mail().id()).isPresent())
                .ifPresent(hit -> why.show(hit, model.snippets().of(hit.mail().id())));
    }

    private void opened(boolean open) {
        arrange();
        if (open) {
            mail.focusText();
        } else {
            focusList();
        }
    }

    /** List and mail side by side where there is room for both; else the list, and the mail once it is opened. */
    private void arrange() {
        boolean both = split.getWidth() == 0
                || split.getWidth() >= BOTH_EM * ruler.getFont().getSize();
        // Putting the mail away and back costs more than a search: only what was searched in vain does it.
        boolean any = !model.hits().isEmpty() || !(model.stateProperty().get() instanceof SearchState.Ready);
        List<Node> wanted =
                model.openProperty().get() ? List.of(mail) : both && any ? List.of(results, mail) : List.of(results);
        if (!split.getItems().equals(wanted)) {
            split.getItems().setAll(wanted);
            split.setDividerPositions(DIVIDER);
        }
    }
}
