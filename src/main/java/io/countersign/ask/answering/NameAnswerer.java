package io.countersign.ask.answering;

import io.countersign.ask.Answer;
import io.countersign.ask.Answerer;
import io.countersign.ask.MailFinder;
import io.countersign.ask.Phrases;
import io.countersign.ask.Question;
import io.countersign.ask.reading.Asking;
import io.countersign.ask.reading.Inquiry;
import io.countersign.ask.reading.Intent;
import io.countersign.ask.reading.Mention;
import io.countersign.ask.reading.Narrowing;
import io.countersign.search.SearchRequest.Mode;
import io.countersign.shared.task.Progress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Answers a question that is no more than a name: how things stand with an employer, what a person wrote. */
public final class NameAnswerer implements Answerer {
    private final Desks desks;
    private final MailFinder finder;
    private final Phrases phrases;

    /** @param finder tells whether anybody of a name wrote at all, without reading all mail */
    public NameAnswerer(Desks desks, MailFinder finder, Phrases phrases) {
        this.desks = desks;
        this.finder = finder;
        this.phrases = phrases;
    }

    @Override
    public Optional<Answer> answer(Question question, Inquiry inquiry, Consumer<String> told, Progress progress) {
        if (!(inquiry.intent() instanceof Intent.Unclear(var by))
                || by.mentions().size() != 1
                || Need.isOfFact(inquiry.kinds())) {
            return Optional.empty();
        }
        var mention = by.mentions().getFirst();
        var named = mention.alternatives().stream().flatMap(List::stream).collect(Collectors.toSet());
        if (!named.containsAll(inquiry.contentWords())) {
            return Optional.empty();
        }
        var speech = new Speech(phrases, inquiry.locale(), desks.zone());
        var answer = employer(by, mention, speech).or(() -> person(by, mention, speech, progress));
        answer.map(Answer::text).ifPresent(told);
        return answer;
    }

    private Optional<Answer> employer(Narrowing by, Mention mention, Speech speech) {
        boolean known = desks.applications().applications().stream()
                .map(one -> NameFilter.words(one.application().company()))
                .anyMatch(words -> NameFilter.isMeant(mention, words));
        return known
                ? new ApplicationsAnswer(desks, speech)
                        .of(new Intent.Applications(asking(Asking.Kind.STATUS, by), Set.of()))
                : Optional.empty();
    }

    private Optional<Answer> person(Narrowing by, Mention mention, Speech speech, Progress progress) {
        boolean wrote = mention.alternatives().stream()
                .map(words -> words.stream().map("from:"::concat).collect(Collectors.joining(" ")))
                .anyMatch(query -> !finder.find(query, Mode.PLAIN, 1).isEmpty());
        if (!wrote) {
            return Optional.empty();
        }
        var sender = new Mention(
                mention.alternatives(), Mention.Place.FROM, mention.isName(), mention.shown(), mention.hint());
        var from = new Narrowing(by.period(), List.of(sender), by.except(), by.values(), by.past());
        return new MailsAnswer(desks, speech, progress)
                .of(asking(Asking.Kind.LIST, from))
                .filter(answer -> !answer.citations().isEmpty());
    }

    private static Asking asking(Asking.Kind kind, Narrowing by) {
        return new Asking(kind, Asking.Pick.ALL, Optional.empty(), by);
    }
}
