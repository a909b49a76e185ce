package io.countersign.policy.ui;

import io.countersign.policy.Condition;
import io.countersign.policy.ui.PoliciesViewModel.Pauses;
import io.countersign.policy.ui.PoliciesViewModel.Tab;
import io.countersign.shared.ui.WindowPorts;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** What the policy in the editor means: the mail it holds for, what it would do, and what it said before. UI thread only. */
final class ConsequencesViewModel {
    private final EditorViewModel editor;
    private final MatchesViewModel matches;
    private final SimulationViewModel simulation;
    private final VersionsViewModel versions;
    private final MailsViewModel mails;
    private final ObjectProperty<Tab> tab = new SimpleObjectProperty<>(Tab.MATCHES);

    /** Follows what is written into {@code editor}. */
    ConsequencesViewModel(EditorViewModel editor, PoliciesReader reader, WindowPorts ports, Pauses pauses) {
        this.editor = editor;
        matches = new MatchesViewModel(reader, ports, pauses.counting().get());
        simulation = new SimulationViewModel(reader, ports, pauses.simulating().get());
        versions = new VersionsViewModel(reader, ports);
        mails = new MailsViewModel(reader, ports);
        editor.analysisProperty().subscribe(this::analysed);
        matches.stateProperty().subscribe(this::matched);
        tab.subscribe(this::turn);
    }

    /** Forgets the policy before: this one comes into the editor. */
    void begin(long policyId) {
        mails.show(List.of());
        matches.clear();
        simulation.show(Optional.empty());
        versions.show(policyId);
        if (tab.get() == Tab.VERSIONS && policyId < 0) {
            tab.set(Tab.MATCHES);
        }
    }

    /** Somebody looks: counts anew, and simulates where that is what is looked at. */
    void shown() {
        matches.prepare();
        matches.again();
        simulation.watch(tab.get() == Tab.SIMULATION);
    }

    /** Nobody looks. */
    void hidden() {
        simulation.watch(false);
    }

    MatchesViewModel matches() {
        return matches;
    }

    SimulationViewModel simulation() {
        return simulation;
    }

    VersionsViewModel versions() {
        return versions;
    }

    /** The mails behind the number that was pressed last. */
    MailsViewModel mails() {
        return mails;
    }

    ObjectProperty<Tab> tabProperty() {
        return tab;
    }

    private void analysed(Optional<Analysis> seen) {
        simulation.show(editor.complete());
        seen.ifPresentOrElse(
                analysis -> {
                    if (analysis.reading() instanceof ConditionReading.Good(Condition condition, var _, var _)) {
                        matches.show(condition);
                    }
                },
                matches::clear);
    }

    private void matched(MatchState state) {
        boolean looking = tab.get() == Tab.MATCHES;
        switch (state) {
            case MatchState.Counted(var preview) when looking -> mails.show(preview.newest());
            case MatchState.CountingOn(var soFar) when looking -> mails.show(soFar.newest());
            case MatchState.None _ -> mails.show(List.of());
            default -> {}
        }
    }

    private void turn(Tab now) {
        simulation.watch(now == Tab.SIMULATION);
        mails.show(List.of());
        matched(matches.stateProperty().get());
    }
}
