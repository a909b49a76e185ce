package io.countersign.ask.answering;

import io.countersign.ask.Answer;
import io.countersign.ask.Answer.Certainty;
import io.countersign.ask.Answerer;
import io.countersign.ask.Phrases;
import io.countersign.ask.Question;
import io.countersign.ask.reading.Asking;
import io.countersign.ask.reading.Inquiry;
import io.countersign.ask.reading.Intent;
import io.countersign.ask.reading.Narrowing;
import io.countersign.ask.reading.Period;
import io.countersign.mail.Message;
import io.countersign.shared.task.Progress;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Compares how many, or how much, there is of something in some days with other days. Each currency is compared by itself. */
public final class ComparisonAnswerer implements Answerer {
    private static final int CITED = 3;

    private final Desks desks;
    private final Phrases phrases;

    public ComparisonAnswerer(Desks desks, Phrases phrases) {
        this.desks = desks;
        this.phrases = phrases;
    }

    /**
     * What there is in some days.
     *
     * @param figures by currency; what is only counted is of the currency ""
     */
    private record Measured(String what, Map<String, BigDecimal> figures, List<Message> proof) {
        BigDecimal of(String currency) {
            return figures.getOrDefault(currency, BigDecimal.ZERO);
        }
    }

    @Override
    public Optional<Answer> answer(Question question, Inquiry inquiry, Consumer<String> told, Progress progress) {
        if (!(inquiry.intent() instanceof Intent.Compared compared)) {
            return Optional.empty();
        }
        var speech = new Speech(phrases, inquiry.locale(), desks.zone());
        var period = compared.by().period().orElseThrow();
        var answer = measured(compared.base(), period, speech, progress)
                .flatMap(first -> measured(compared.base(), compared.other(), speech, progress)
                        .map(second -> compared(compared, first, second, speech)));
        answer.map(Answer::text).ifPresent(told);
        return answer;
    }

    private Answer compared(Intent.Compared asked, Measured first, Measured second, Speech speech) {
        var currencies = new TreeSet<String>(first.figures().keySet());
        currencies.addAll(second.figures().keySet());
        if (currencies.isEmpty()) {
            currencies.add("");
        }
        var yes = currencies.stream()
                .map(currency -> first.of(currency).compareTo(second.of(currency)))
                .map(order -> asked.more() ? order > 0 : order < 0)
                .distinct()
                .toList();
        var citations = new Citations();
        var text = new StringBuilder(yes.size() > 1 ? "" : speech.say(yes.getFirst() ? "ask.yes" : "ask.no") + " ");
        text.append(first.what()).append(':');
        text.append(line(asked.by().period().orElseThrow(), first, currencies, citations, speech));
        text.append(line(asked.other(), second, currencies, citations, speech));
        return new Answer(text.toString(), Certainty.EXACT, citations.all(), List.of(), List.of());
    }

    private static String line(
            Period period, Measured measured, Set<String> currencies, Citations citations, Speech speech) {
        var figures = currencies.stream()
                .map(currency -> currency.isEmpty()
                        ? speech.number(measured.of(currency).longValue())
                        : speech.money(measured.of(currency), currency))
                .toList();
        var text = new StringBuilder("\n• ")
                .append(speech.say("ask.part.count", speech.period(period), String.join(", ", figures)));
        measured.proof().stream().limit(CITED).map(citations::mark).forEach(text::append);
        return text.toString();
    }

    private Optional<Measured> measured(Intent.Structured base, Period period, Speech speech, Progress progress) {
        var asking = within(base.asking(), period);
        return switch (base) {
            case Intent.Applications asked -> {
                var answer = new ApplicationsAnswer(desks, speech);
                var same = new Intent.Applications(asking, asked.stages());
                yield answer.lines(same).map(lines -> counted(answer.what(same), lines));
            }
            case Intent.Talks _ -> {
                var answer = new TalksAnswer(desks, speech);
                yield answer.lines(asking).map(lines -> counted(speech.say("ask.talks"), lines));
            }
            case Intent.Mails _ ->
                new MeantMails(desks, asking.by(), progress)
                        .find()
                        .map(found -> new Measured(
                                new MailsAnswer(desks, speech, progress).what(asking),
                                count(found.size()),
                                MeantMails.read(desks, found.subList(0, Math.min(CITED, found.size())))));
            case Intent.Spending asked -> {
                var answer = new SpendingAnswer(desks, speech);
                yield answer.meant(new Intent.Spending(asking, asked.sort()))
                        .map(receipts -> new Measured(
                                answer.what(asked.sort()),
                                SpendingAnswer.totals(receipts),
                                receipts.stream()
                                        .map(one -> one.leading().message())
                                        .toList()));
            }
            default -> Optional.empty();
        };
    }

    private static Measured counted(String what, List<Line> lines) {
        return new Measured(
                what,
                count(lines.size()),
                lines.stream().flatMap(line -> line.proof().stream().limit(1)).toList());
    }

    private static Map<String, BigDecimal> count(long count) {
        return Map.of("", BigDecimal.valueOf(count));
    }

    private static Asking within(Asking asking, Period period) {
        var by = asking.by();
        return new Asking(
                Asking.Kind.LIST,
                Asking.Pick.ALL,
                Optional.empty(),
                new Narrowing(Optional.of(period), by.mentions(), by.except(), by.values(), by.past()));
    }
}
