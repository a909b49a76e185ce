package io.countersign.app.shell;

import atlantafx.base.controls.CustomTextField;
import io.countersign.settings.ui.Appearance;
import io.countersign.shared.ui.Formats;
import io.countersign.shared.ui.FxBackgroundTasks;
import io.countersign.shared.ui.RunningTask;
import io.countersign.shared.ui.Texts;
import io.countersign.shared.ui.View;
import io.countersign.shared.ui.ViewCounts;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Binds rail, top bar and status bar. */
public final class ShellController {
    private static final double NARROW_WINDOW = 1080;
    private static final double TINY_WINDOW = 700;
    private static final double ROOM_FOR_KEY = 280;

    private final ShellViewModel model;
    private final Appearance appearance;
    private final ViewCounts counts;
    private final Texts texts;
    private final Formats formats;
    private final Map<View, RailItem> items = new EnumMap<>(View.class);

    @FXML
    private BorderPane frame;

    @FXML
    private VBox rail;

    @FXML
    private Node brandName;

    @FXML
    private VBox railItems;

    @FXML
    private Button railToggle;

    @FXML
    private FontIcon railToggleIcon;

    @FXML
    private Label title;

    @FXML
    private CustomTextField filter;

    @FXML
    private Label account;

    @FXML
    private Button moreMail;

    @FXML
    private Button tasks;

    @FXML
    private Label tasksCount;

    @FXML
    private Button themeToggle;

    @FXML
    private FontIcon themeIcon;

    @FXML
    private StackPane content;

    @FXML
    private Label mails;

    @FXML
    private Label statusTask;

    @FXML
    private ProgressBar statusProgress;

    @FXML
    private Label database;

    private Runnable onMoreMail = () -> {};
    private Runnable onTasks = () -> {};
    private Runnable onFilterDone = () -> {};

    public ShellController(
            ShellViewModel model, Appearance appearance, ViewCounts counts, Texts texts, Formats formats) {
        this.model = model;
        this.appearance = appearance;
        this.counts = counts;
        this.texts = texts;
        this.formats = formats;
    }

    @FXML
    private void initialize() {
        var small =
                frame.widthProperty().lessThan(appearance.textScaleProperty().multiply(NARROW_WINDOW));
        var narrow = appearance.railCollapsedProperty().or(small);
        for (var view : View.values()) {
            var item = new RailItem(view, texts, formats, counts.of(view));
            item.narrowProperty().bind(narrow);
            items.put(view, item);
        }
        railItems.getChildren().setAll(items.values());
        railItems.addEventFilter(KeyEvent.KEY_PRESSED, this::moveInRail);
        railToggle.disableProperty().bind(small);
        shownWhen(
                account,
                frame.widthProperty().greaterThan(appearance.textScaleProperty().multiply(TINY_WINDOW)));
        bindRail(narrow);
        bindTopBar();
        mails.textProperty().bind(model.mailsProperty());
        database.textProperty().bind(model.databaseProperty());
    }

    private void bindRail(BooleanExpression narrow) {
        shownWhen(brandName, narrow.not());
        narrow.subscribe(is -> {
            rail.getStyleClass().removeAll("narrow");
            if (is) {
                rail.getStyleClass().add("narrow");
            }
            railToggleIcon.setIconLiteral(is ? "mdi2c-chevron-double-right" : "mdi2c-chevron-double-left");
            describe(railToggle, texts.get(is ? "rail.expand" : "rail.collapse"));
        });
    }

    private void bindTopBar() {
        shownWhen(moreMail, model.phaseProperty().isEqualTo(ShellViewModel.Phase.READY));
        describe(moreMail, texts.get("command.import.files"));
        title.textProperty().bind(model.titleProperty());
        account.textProperty().bind(model.accountProperty());
        filter.promptTextProperty().bind(model.filterPromptProperty());
        filter.accessibleTextProperty().bind(model.filterPromptProperty());
        shownWhen(filter, model.filterableProperty());
        filter.getRight()
                .visibleProperty()
                .bind(filter.widthProperty()
                        .greaterThan(appearance.textScaleProperty().multiply(ROOM_FOR_KEY)));
        filter.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE || e.getCode() == KeyCode.ENTER) {
                if (e.getCode() == KeyCode.ESCAPE) {
                    filter.clear();
                }
                onFilterDone.run();
                e.consume();
            }
        });
        appearance.darkProperty().subscribe(dark -> {
            themeIcon.setIconLiteral(dark ? "mdi2w-white-balance-sunny" : "mdi2w-weather-night");
            describe(themeToggle, texts.get(dark ? "theme.to.light" : "theme.to.dark"));
        });
    }

    /** What the buttons do; asked for once, before the shell is shown. */
    void on(Consumer<View> show, Runnable openTasks, Consumer<String> filterBy, Runnable filterDone) {
        items.forEach((view, item) -> item.setOnAction(_ -> show.accept(view)));
        onTasks = openTasks;
        onFilterDone = filterDone;
        filter.textProperty().subscribe(filterBy);
    }

    /** What the button does that reads more mail. */
    void onMoreMail(Runnable action) {
        onMoreMail = action;
    }

    @FXML
    private void readMoreMail() {
        onMoreMail.run();
    }

    /** What runs in the background is shown by number, by name and by a bar. */
    void bindTasks(FxBackgroundTasks background) {
        var running = background.noticeable();
        var any = Bindings.isNotEmpty(running);
        shownWhen(tasksCount, any);
        shownWhen(statusTask, any);
        shownWhen(statusProgress, any);
        tasksCount.textProperty().bind(Bindings.createStringBinding(() -> formats.number(running.size()), running));
        tasks.accessibleTextProperty()
                .bind(Bindings.createStringBinding(() -> texts.get("tasks.button", running.size()), running));
        tasks.setTooltip(new Tooltip(texts.get("tasks.title")));
        Runnable update = () -> {
            if (running.isEmpty()) {
                return;
            }
            var newest = running.getLast();
            statusTask.setText(texts.get(newest.titleKey()));
            statusProgress.progressProperty().unbind();
            statusProgress.progressProperty().bind(newest.stateProperty().map(s -> s.fraction()));
        };
        running.addListener((ListChangeListener<RunningTask>) _ -> update.run());
    }

    void current(View view) {
        items.forEach((each, item) -> item.setCurrent(each == view));
    }

    /** Enabled once there is something to navigate to. */
    void enableRail(boolean enabled) {
        railItems.setDisable(!enabled);
    }

    StackPane content() {
        return content;
    }

    void focusFilter() {
        if (model.filterableProperty().get()) {
            filter.requestFocus();
            filter.selectAll();
        }
    }

    /** What stands in the filter field. */
    String filterText() {
        return filter.getText();
    }

    void clearFilter() {
        filter.clear();
    }

    @FXML
    private void toggleRail() {
        appearance
                .railCollapsedProperty()
                .set(!appearance.railCollapsedProperty().get());
    }

    @FXML
    private void toggleTheme() {
        appearance.toggleTheme();
    }

    @FXML
    private void openTasks() {
        onTasks.run();
    }

    private void moveInRail(KeyEvent event) {
        int by = event.getCode() == KeyCode.DOWN ? 1 : event.getCode() == KeyCode.UP ? -1 : 0;
        if (by == 0) {
            return;
        }
        var all = List.copyOf(items.values());
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).isFocused()) {
                all.get(Math.clamp(i + by, 0, all.size() - 1)).requestFocus();
                event.consume();
                return;
            }
        }
    }

    private static void describe(Button button, String text) {
        button.setAccessibleText(text);
        button.setTooltip(new Tooltip(text));
    }

    private static void shownWhen(Node node, ObservableBooleanValue condition) {
        node.visibleProperty().bind(condition);
        node.managedProperty().bind(node.visibleProperty());
    }
}
