package io.countersign.approval.ui;

import io.countersign.approval.trust.PolicyTrust;
import io.countersign.approval.trust.TrustDesk.Digest;
import io.countersign.approval.trust.TrustLevel;
import io.countersign.shared.task.BackgroundTasks;
import io.countersign.shared.task.NewestOnly;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What the person hears about policies that act alone, and answers. UI thread only; reads behind the window. */
final class TrustViewModel {
    private final TrustPorts ports;
    private final BackgroundTasks tasks;
    private final NewestOnly readings;
    private final Notices notices;
    private final ObservableList<TrustLine> lines = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Set<Long>> automatic = new ReadOnlyObjectWrapper<>(Set.of());
    private final Map<Long, TrustLevel> levels = new HashMap<>();

    TrustViewModel(TrustPorts ports, BackgroundTasks tasks, Notices notices) {
        this.ports = ports;
        this.tasks = tasks;
        this.readings = new NewestOnly(tasks);
        this.notices = notices;
    }

    private record Reading(List<PolicyTrust> all, List<PolicyTrust> questions, List<Digest> digests) {}

    /** Reads anew where policies stand. */
    void refresh() {
        readings.ask(
                "approvals.trust.reading",
                _ -> new Reading(
                        ports.desk().all(),
                        ports.desk().questions(),
                        ports.digest().due()),
                this::show,
                _ -> {});
    }

    private void show(Reading reading) {
        var shown = new ArrayList<TrustLine>();
        reading.questions().forEach(question -> shown.add(new TrustLine.Question(question)));
        reading.all().stream().filter(this::isDemoted).forEach(policy -> shown.add(new TrustLine.Demoted(policy)));
        levels.clear();
        reading.all().forEach(policy -> levels.put(policy.policyId(), policy.level()));
        if (!lines.equals(shown)) {
            lines.setAll(shown);
        }
        automatic.set(reading.all().stream()
                .filter(policy -> policy.level() == TrustLevel.AUTOMATIC)
                .map(PolicyTrust::policyId)
                .collect(Collectors.toUnmodifiableSet()));
        if (!reading.digests().isEmpty()) {
            notices.digest(reading.digests());
        }
    }

    /** Just now, or earlier and not dismissed yet. */
    private boolean isDemoted(PolicyTrust policy) {
        boolean said = lines.stream()
                .anyMatch(line ->
                        line instanceof TrustLine.Demoted(var earlier) && earlier.policyId() == policy.policyId());
        return policy.level() == TrustLevel.SUGGEST
                && policy.demoted().isPresent()
                && (said || levels.getOrDefault(policy.policyId(), TrustLevel.SUGGEST) != TrustLevel.SUGGEST);
    }

    /** The person's answer to a question. */
    void answer(PolicyTrust policy, boolean alone) {
        lines.remove(new TrustLine.Question(policy));
        tasks.run(
                "approvals.trust.answering",
                _ -> ports.desk().answer(policy.policyId(), alone),
                answered -> {
                    if (alone) {
                        notices.actsAlone(answered, () -> takeBack(policy));
                    }
                    refresh();
                },
                failure -> {
                    notices.notAnswered(notices.reason(failure));
                    refresh();
                });
    }

    private void takeBack(PolicyTrust policy) {
        tasks.run("approvals.trust.answering", _ -> ports.desk().demote(policy.policyId()), _ -> refresh());
    }

    /** The person has read it. */
    void dismiss(TrustLine line) {
        lines.remove(line);
    }

    ObservableList<TrustLine> lines() {
        return lines;
    }

    /** The policies that act alone. */
    ReadOnlyObjectProperty<Set<Long>> automatic() {
        return automatic.getReadOnlyProperty();
    }

    boolean isAutomatic(long policyId) {
        return automatic.get().contains(policyId);
    }
}
