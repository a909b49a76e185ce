package io.countersign.insight.ui;

import io.countersign.shared.task.BackgroundTasks;
import io.countersign.shared.ui.Changes;
import io.countersign.shared.ui.Texts;
import io.countersign.shared.ui.Toasts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The questions that wait for the person, one at a time. UI thread only. */
final class QuestionsViewModel {
    private final InsightReader reader;
    private final BackgroundTasks tasks;
    private final Texts texts;
    private final Changes changes;
    private final Set<Question> skipped = new HashSet<>();
    private final List<Question> open = new ArrayList<>();
    private final ReadOnlyObjectWrapper<Optional<Asked>> current = new ReadOnlyObjectWrapper<>(Optional.empty());

    /** A question, and how many are open with it. */
    record Asked(Question question, int open) {}

    /** {@code reload} is called when an answer changed the figures. */
    QuestionsViewModel(InsightReader reader, BackgroundTasks tasks, Toasts toasts, Texts texts, Runnable reload) {
        this.reader = reader;
        this.tasks = tasks;
        this.texts = texts;
        changes = new Changes(tasks, toasts, texts, reload);
    }

    /** Reads which questions are open. */
    void load() {
        tasks.run("insights.loading", _ -> reader.questions(), read -> {
            open.clear();
            read.stream().filter(question -> !skipped.contains(question)).forEach(open::add);
            next();
        });
    }

    /** Answers the question that is shown; the next one is shown at once. */
    void answer(boolean yes) {
        current.get().ifPresent(asked -> {
            var question = asked.question();
            open.remove(question);
            next();
            changes.make(
                    "insights.answering",
                    () -> {
                        reader.answer(question, yes);
                        return question;
                    },
                    answered -> reader.takeBack(answered, yes),
                    texts.get(said(question, yes)));
        });
    }

    /** Leaves the question that is shown for another time. */
    void skip() {
        current.get().ifPresent(asked -> {
            skipped.add(asked.question());
            open.remove(asked.question());
            next();
        });
    }

    /** Takes the newest answer back. */
    void undo() {
        changes.undo();
    }

    private static String said(Question question, boolean yes) {
        var kind = question instanceof Question.Recall ? "recall" : "trust";
        return "insights.question." + kind + (yes ? ".yes.done" : ".no.done");
    }

    private void next() {
        current.set(open.stream().findFirst().map(question -> new Asked(question, open.size())));
    }

    ReadOnlyObjectProperty<Optional<Asked>> currentProperty() {
        return current.getReadOnlyProperty();
    }
}
