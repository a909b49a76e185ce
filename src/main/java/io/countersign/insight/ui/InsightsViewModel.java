package io.countersign.insight.ui;

import io.countersign.shared.task.BackgroundTasks;
import io.countersign.shared.ui.Dialogs;
import io.countersign.shared.ui.Texts;
import io.countersign.shared.ui.Toasts;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** State and actions of the insights screen. UI thread only. */
public final class InsightsViewModel {
    /** Fewer decisions than this say nothing yet. */
    static final int ENOUGH = 10;

    private final InsightReader reader;
    private final BackgroundTasks tasks;
    private final Dialogs dialogs;
    private final Toasts toasts;
    private final Texts texts;
    private final ObjectProperty<Window> window = new SimpleObjectProperty<>(Window.MONTH);
    private final ReadOnlyObjectWrapper<InsightReport> report = new ReadOnlyObjectWrapper<>(InsightReport.EMPTY);
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private int asked;

    public InsightsViewModel(InsightReader reader, BackgroundTasks tasks, Dialogs dialogs, Toasts toasts, Texts texts) {
        this.reader = reader;
        this.tasks = tasks;
        this.dialogs = dialogs;
        this.toasts = toasts;
        this.texts = texts;
        window.subscribe((_, _) -> load());
    }

    /** Reads the figures of the chosen window. */
    public void load() {
        int question = ++asked;
        var days = window.get().days();
        tasks.run("insights.loading", _ -> reader.read(days), read -> {
            if (question == asked) {
                report.set(read);
                loaded.set(true);
            }
        });
    }

    /** Forgets one learned feature, once the person agrees; {@code name} is what they know it by. */
    void forget(String feature, String name) {
        if (dialogs.confirm(
                texts.get("insights.reset.one.title", name),
                texts.get("insights.reset.one.message"),
                texts.get("insights.reset.one.yes"))) {
            tasks.run("insights.resetting", _ -> reader.forget(feature), _ -> {
                toasts.show(texts.get("insights.reset.one.done", name));
                load();
            });
        }
    }

    /** Forgets everything that was learned, once the person agrees. */
    public void forgetAll() {
        int count = report.get().weights().size();
        if (count > 0
                && dialogs.confirm(
                        texts.get("insights.reset.all.title", count),
                        texts.get("insights.reset.all.message"),
                        texts.get("insights.reset.all.yes"))) {
            tasks.run("insights.resetting", _ -> reader.forgetAll(), forgotten -> {
                toasts.show(texts.get("insights.reset.all.done", forgotten));
                load();
            });
        }
    }

    /** Decisions that are missing until {@code decided} of them say something; 0 when they do. */
    static long missing(long decided) {
        return Math.max(0, ENOUGH - decided);
    }

    public ObjectProperty<Window> windowProperty() {
        return window;
    }

    ReadOnlyObjectProperty<InsightReport> reportProperty() {
        return report.getReadOnlyProperty();
    }

    /** False until figures were read for the first time. */
    ReadOnlyBooleanProperty loadedProperty() {
        return loaded.getReadOnlyProperty();
    }
}
