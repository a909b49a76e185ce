package io.countersign.ask.answering;

import io.countersign.ask.MailFinder;
import io.countersign.ask.reading.Inquiry;
import io.countersign.ask.reading.Mention;
import io.countersign.ask.reading.Period;
import io.countersign.mail.MailReader;
import io.countersign.mail.Message;
import io.countersign.mail.ParsedMail;
import io.countersign.search.SearchRequest.Mode;
import io.countersign.shared.task.Progress;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the mails that a question is about: with all its words, then with fewer of them; a mail that more searches find, and
 * nearer to their top, comes first (reciprocal rank fusion). Blocking and thread-safe.
 */
public final class Retriever {
    private static final int MOST_WORDS = 8;
    private static final int PER_SEARCH = 20;
    private static final int FUSION = 60;
    private static final int LONGEST_TEXT = 20_000;
    private static final int SHORTEST_BEGINNING = 4;

    private final MailFinder finder;
    private final MailReader reader;
    private final Clock clock;

    /** @param clock now, and the person's zone */
    public Retriever(MailFinder finder, MailReader reader, Clock clock) {
        this.finder = finder;
        this.reader = reader;
        this.clock = clock;
    }

    /** A mail and its text, of which at most {@value #LONGEST_TEXT} characters; it is data, whatever it says. */
    public record Retrieved(Message mail, String text) {}

    /**
     * What is looked for.
     *
     * @param words folded
     * @param inquiry tells senders and days
     * @param dated only mails of the days that the question names
     */
    record Sought(List<String> words, Inquiry inquiry, boolean dated) {
        Sought {
            words = List.copyOf(words);
        }
    }

    /** The best mails of the days that the question names, best first. */
    public List<Retrieved> retrieve(Inquiry inquiry, Mode mode, int limit, Progress progress) {
        return retrieve(new Sought(inquiry.contentWords(), inquiry, true), mode, limit, progress);
    }

    /** The best mails, best first. */
    List<Retrieved> retrieve(Sought sought, Mode mode, int limit, Progress progress) {
        var words = sought.words().stream().limit(MOST_WORDS).toList();
        var found = new LinkedHashMap<Long, Message>();
        var scores = new HashMap<Long, Double>();
        for (var query : queries(words)) {
            progress.checkCancelled();
            var typed = typed(query, sought.inquiry()) + (sought.dated() ? days(sought.inquiry()) : "");
            int rank = 1;
            for (var mail : finder.find(typed, mode, PER_SEARCH)) {
                found.putIfAbsent(mail.id(), mail);
                scores.merge(mail.id(), (double) query.size() / (FUSION + rank++), Double::sum);
            }
        }
        return found.values().stream()
                .sorted(Comparator.comparingDouble((Message mail) -> -scores.getOrDefault(mail.id(), 0.0)))
                .limit(limit)
                .map(mail -> new Retrieved(mail, text(mail)))
                .toList();
    }

    /** All words, all but one, each alone. */
    private static Set<List<String>> queries(List<String> words) {
        var queries = new LinkedHashSet<List<String>>();
        if (words.isEmpty()) {
            return queries;
        }
        queries.add(words);
        for (int i = 0; i < words.size() && words.size() > 2; i++) {
            var fewer = new ArrayList<>(words);
            fewer.remove(i);
            queries.add(fewer);
        }
        words.forEach(word -> queries.add(List.of(word)));
        return queries;
    }

    private static String typed(List<String> words, Inquiry inquiry) {
        var typed = new StringBuilder();
        for (var word : words) {
            boolean isSender = inquiry.intent().by().mentions().stream()
                    .anyMatch(mention -> mention.place() == Mention.Place.FROM && mention.isMetBy(word::equals));
            var stem = Stem.of(word);
            typed.append(isSender ? "from:" : "")
                    .append(stem.length() >= SHORTEST_BEGINNING ? stem + "*" : word)
                    .append(' ');
        }
        return typed.toString();
    }

    private String days(Inquiry inquiry) {
        var typed = new StringBuilder();
        inquiry.intent().by().period().filter(this::hasBegun).ifPresent(period -> {
            period.from().ifPresent(day -> typed.append("after:").append(day).append(' '));
            period.until()
                    .ifPresent(day ->
                            typed.append("before:").append(day.plusDays(1)).append(' '));
        });
        return typed.toString();
    }

    /** Of days to come there are no mails, though mails speak of them. */
    private boolean hasBegun(Period period) {
        return period.from().filter(LocalDate.now(clock)::isBefore).isEmpty();
    }

    private String text(Message mail) {
        var text = reader.read(mail.id())
                .map(ParsedMail::text)
                .orElse(mail.envelope().preview());
        return text.substring(0, Math.min(text.length(), LONGEST_TEXT));
    }
}
