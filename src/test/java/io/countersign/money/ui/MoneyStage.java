package io.countersign.money.ui;

import io.countersign.mail.MailReader;
import io.countersign.money.MoneyDesk;
import io.countersign.money.SampleDesk;
import io.countersign.shared.task.BackgroundTasks;
import io.countersign.shared.ui.RecordedScreen;
import io.countersign.shared.ui.View;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import javafx.scene.Parent;

/** The money screen on a desk of a test, with everything that it says and asks recorded. */
final class MoneyStage extends RecordedScreen {
    static final Clock CLOCK = Clock.fixed(SampleDesk.TODAY.atTime(9, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);

    final MoneyViewModel model;
    private final MoneyWords words;

    MoneyStage(MoneyDesk desk, MailReader mails, BackgroundTasks tasks, Locale locale) {
        super(tasks, locale, CLOCK);
        words = new MoneyWords(texts, formats);
        model = new MoneyViewModel(new MoneyReader(desk, mails, ZoneOffset.UTC, locale), ports, CLOCK);
    }

    /** The nodes of the screen, its commands registered, shown for the first time. */
    Parent show() {
        return show(View.MONEY, MoneyController.class, () -> new MoneyController(model, words));
    }
}
