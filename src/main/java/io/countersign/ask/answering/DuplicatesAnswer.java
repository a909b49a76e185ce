package io.countersign.ask.answering;

import io.countersign.ask.Answer;
import io.countersign.ask.reading.Asking;
import io.countersign.money.DuplicatePair;
import io.countersign.money.MoneyDesk;
import io.countersign.shared.text.OneLine;
import java.util.List;
import java.util.Optional;

/** Charges that may have been paid twice. */
final class DuplicatesAnswer {
    private final Desks desks;
    private final Speech speech;

    DuplicatesAnswer(Desks desks, Speech speech) {
        this.desks = desks;
        this.speech = speech;
    }

    Optional<Answer> of(Asking asking) {
        var pairs = desks.money().duplicates(MoneyDesk.WINDOW_DAYS).stream()
                .filter(pair -> pair.answer().isEmpty())
                .filter(pair -> asking.by()
                        .period()
                        .filter(period -> !period.contains(pair.later().date()))
                        .isEmpty())
                .filter(pair -> asking.by().values("currency").isEmpty()
                        || asking.by().has("currency", pair.later().currency()))
                .toList();
        return NameFilter.of(asking.by(), pairs, pair -> SpendingAnswer.names(pair.later()))
                .map(found -> new Report(speech, asking, speech.say("ask.duplicates"))
                        .of(found.stream().map(this::line).toList()));
    }

    private Line line(DuplicatePair pair) {
        var later = pair.later();
        return new Line(
                later.date().atStartOfDay(desks.zone()).toInstant(),
                speech.day(later.date()),
                speech.say(
                        "ask.duplicate",
                        OneLine.of(later.merchant()),
                        speech.money(later.amount(), later.currency()),
                        speech.day(pair.earlier().date()),
                        speech.day(later.date())),
                List.of(pair.earlier().leading().message(), later.leading().message()));
    }
}
