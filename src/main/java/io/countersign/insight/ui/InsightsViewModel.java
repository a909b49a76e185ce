package io.countersign.insight.ui;

import io.countersign.shared.task.BackgroundTasks;
import io.countersign.shared.task.NewestOnly;
import io.countersign.shared.ui.Dialogs;
import io.countersign.shared.ui.Texts;
import io.countersign.shared.ui.Toasts;
import io.countersign.shared.ui.WindowPorts;
import java.util.OptionalLong;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
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
    private final NewestOnly newest;
    private final DrillViewModel drill;
    private final QuestionsViewModel questions;
    private final ObjectProperty<Window> window = new SimpleObjectProperty<>(Window.MONTH);
    private final ObjectProperty<OptionalLong> policy = new SimpleObjectProperty<>(OptionalLong.empty());
    private final ReadOnlyObjectWrapper<InsightReport> report = new ReadOnlyObjectWrapper<>(InsightReport.EMPTY);
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper("");

    public InsightsViewModel(InsightReader reader, WindowPorts ports) {
        this.reader = reader;
        this.tasks = ports.tasks();
        this.dialogs = ports.dialogs();
        this.toasts = ports.toasts();
        this.texts = ports.texts();
        newest = new NewestOnly(tasks);
        drill = new DrillViewModel(reader, tasks, texts, () -> window.get().days());
        questions = new QuestionsViewModel(reader, tasks, toasts, texts, this::load);
        window.subscribe((_, _) -> {
            drill.close();
            read();
        });
    }

    /** Reads the figures of the chosen window, and what the person is asked. */
    public void load() {
        read();
        questions.load();
    }

    private void read() {
        var days = window.get().days();
        newest.ask(
                "insights.loading",
                _ -> reader.read(days),
                read -> {
                    failure.set("");
                    if (policy.get().isPresent()
                            && read.decidedWeeks(policy.get()).isEmpty()) {
                        policy.set(OptionalLong.empty());
                    }
                    loaded.set(true);
                    report.set(read);
                },
                why -> failure.set(texts.of(why)));
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

    /** Lets a policy only propose again, once the person agrees. */
    void demote(long policyId, String name) {
        if (dialogs.confirm(
                texts.get("insights.demote.title", name),
                texts.get("insights.demote.message"),
                texts.get("insights.demote.yes"))) {
            tasks.run(
                    "insights.demoting",
                    _ -> {
                        reader.demote(policyId);
                        return name;
                    },
                    demoted -> {
                        toasts.show(texts.get("insights.demote.done", demoted));
                        load();
                    });
        }
    }

    /** Decisions that are missing until {@code decided} of them say something; 0 when they do. */
    static long missing(long decided) {
        return Math.max(0, ENOUGH - decided);
    }

    DrillViewModel drill() {
        return drill;
    }

    QuestionsViewModel questions() {
        return questions;
    }

    public ObjectProperty<Window> windowProperty() {
        return window;
    }

    /** Whose precision is drawn over time; empty: that of all policies together. */
    ObjectProperty<OptionalLong> policyProperty() {
        return policy;
    }

    ReadOnlyObjectProperty<InsightReport> reportProperty() {
        return report.getReadOnlyProperty();
    }

    /** False until figures were read for the first time. */
    ReadOnlyBooleanProperty loadedProperty() {
        return loaded.getReadOnlyProperty();
    }

    /** True when there is nothing at all to show in this window. */
    BooleanExpression nothingProperty() {
        return Bindings.createBooleanBinding(
                () -> loaded.get()
                        && report.get().isEmpty()
                        && report.get().weights().isEmpty()
                        && questions.currentProperty().get().isEmpty(),
                loaded,
                report,
                questions.currentProperty());
    }

    /** Why figures could not be read, in words; empty when they could. */
    ReadOnlyStringProperty failureProperty() {
        return failure.getReadOnlyProperty();
    }
}
