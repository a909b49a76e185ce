package io.countersign.ask.answering;

import io.countersign.ask.MailFinder;
import io.countersign.ask.reading.Mention;
import io.countersign.ask.reading.Narrowing;
import io.countersign.search.SearchRequest.Mode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells which names of a question stand nowhere: in no mail, no application and no receipt. Nothing can be said of them. */
final class Grounding {
    private final Desks desks;
    private final MailFinder finder;

    Grounding(Desks desks, MailFinder finder) {
        this.desks = desks;
        this.finder = finder;
    }

    /** Those names; none while mail cannot be searched. */
    List<Mention> unknown(Narrowing by) {
        return finder.isComplete()
                ? by.mentions().stream().filter(mention -> !isKnown(mention)).toList()
                : List.of();
    }

    /** True when somebody calls himself by it. */
    boolean isSender(Mention mention) {
        return isFound(mention, "from:"::concat);
    }

    /** What it may be a misspelling of: an employer or a sender where one is called so. */
    Optional<String> meant(Mention mention) {
        return finder.respelled(mention.shown())
                .map(words -> named(words).findFirst().orElse(words));
    }

    private Stream<String> named(String words) {
        var wanted = NameFilter.words(words);
        var employers = desks.applications().applications().stream()
                .map(one -> one.application().company());
        var senders = finder.find(words, Mode.PLAIN, Report.LISTED).stream()
                .map(mail -> mail.envelope().from().display());
        return Stream.concat(employers, senders)
                .filter(name -> NameFilter.words(name).containsAll(wanted));
    }

    private boolean isKnown(Mention mention) {
        return isFound(mention, Function.identity())
                || isAny(mention, desks.applications().applications().stream().map(ApplicationWords::names))
                || isAny(mention, desks.money().receipts().stream().map(SpendingAnswer::names));
    }

    private static boolean isAny(Mention mention, Stream<String> names) {
        return names.anyMatch(name -> NameFilter.isMeant(mention, name));
    }

    private boolean isFound(Mention mention, Function<String, String> place) {
        return mention.alternatives().stream()
                .map(words -> words.stream().map(place).collect(Collectors.joining(" ")))
                .anyMatch(query -> !finder.find(query, Mode.PLAIN, 1).isEmpty()
                        // found by other forms of a word that no mail has as it is
                        && finder.respelled(query).isEmpty());
    }
}
