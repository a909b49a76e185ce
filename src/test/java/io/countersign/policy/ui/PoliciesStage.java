package io.countersign.policy.ui;

import io.countersign.policy.DefaultPolicies;
import io.countersign.policy.PolicyJson;
import io.countersign.policy.SampleMail;
import io.countersign.shared.task.BackgroundTasks;
import io.countersign.shared.ui.RecordedScreen;
import io.countersign.shared.ui.View;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import javafx.scene.Parent;

/** The policies screen on a desk of a test, with everything that it says, asks and writes recorded. */
final class PoliciesStage extends RecordedScreen {
    static final Clock CLOCK = Clock.fixed(SampleMail.NOW, ZoneOffset.UTC);

    final PolicyDrafts offers = new PolicyDrafts(shown::add);
    final InMemoryPolicies desk;
    final SampleMailbox mail = new SampleMailbox(400);
    final PoliciesViewModel model;

    PoliciesStage(InMemoryPolicies desk, BackgroundTasks tasks, Locale locale) {
        super(tasks, locale, CLOCK);
        this.desk = desk;
        var figures = Map.of(
                1L,
                new PolicyQuality.Figures(48, OptionalDouble.of(0.958)),
                3L,
                new PolicyQuality.Figures(0, OptionalDouble.empty()));
        model = new PoliciesViewModel(
                new PoliciesReader(desk, mail, mail, mail.stored, mail.stored, () -> figures),
                ports,
                offers,
                PoliciesViewModel.Pauses.none());
    }

    /** On the policies that everybody begins with. */
    static PoliciesStage standard(BackgroundTasks tasks) {
        return new PoliciesStage(
                new InMemoryPolicies().with(DefaultPolicies.load(new PolicyJson())), tasks, Locale.ENGLISH);
    }

    /** The nodes of the screen, its commands registered, shown for the first time. */
    Parent show() {
        var words = new PolicyWords(texts, formats);
        return show(View.POLICIES, PoliciesController.class, () -> new PoliciesController(model, words));
    }

    /** Which file the person chooses from now on. */
    void choose(Path file) {
        files.choose(file);
    }

    /** Where the person saves files from now on. */
    void saveTo(Path file) {
        files.saveTo(file);
    }
}
