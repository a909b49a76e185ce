package io.countersign.search;

import io.countersign.mail.MailChanges;
import io.countersign.mail.Message;
import io.countersign.mail.MessageRepository;
import io.countersign.search.SearchQuery.Term;
import io.countersign.search.SearchRequest.Mode;
import io.countersign.search.SearchRequest.Order;
import io.countersign.shared.task.Progress;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compares an index with the stored mail: piece by piece of time, through the same searches that a person makes. Blocking. */
public final class IndexCheck {
    private static final int STEP = 400;
    private static final int MOST = 1000;

    private final SearchIndex index;
    private final MailChanges log;
    private final MessageRepository messages;
    private final Clock clock;

    public IndexCheck(SearchIndex index, MailChanges log, MessageRepository messages, Clock clock) {
        this.index = index;
        this.log = log;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * How index and mail differ.
     *
     * @param behind changes that the index has not taken in
     * @param missing stored mails that the index does not find; of mails that more than a thousand others share a second with
     *     only the number is compared
     * @param strays mails that only the index knows
     */
    public record Report(long stored, long indexed, long behind, List<Long> missing, List<Long> strays) {
        public Report {
            missing = List.copyOf(missing);
            strays = List.copyOf(strays);
        }

        public boolean isSound() {
            return stored == indexed && behind == 0 && missing.isEmpty() && strays.isEmpty();
        }
    }

    /**
     * Compares the index with all stored mail.
     *
     * @throws SearchFailure when the engine cannot be asked now
     */
    public Report run(Progress progress) {
        long latest = log.latest();
        long stored = messages.count();
        var comparison = new Comparison(stored, progress);
        messages.forEachNewestFirst(comparison::add);
        comparison.compare(Optional.empty());
        progress.report(stored, stored, "");
        return new Report(
                stored, index.size(), Math.abs(latest - index.follows()), comparison.missing, comparison.strays);
    }

    private final class Comparison {
        private final long total;
        private final Progress progress;
        private final List<Long> missing = new ArrayList<>();
        private final List<Long> strays = new ArrayList<>();
        private final List<Message> step = new ArrayList<>();
        private Optional<Instant> end = Optional.empty();
        private long done;

        Comparison(long total, Progress progress) {
            this.total = total;
            this.progress = progress;
        }

        boolean add(Message message) {
            step.add(message);
            if (step.size() == STEP) {
                progress.checkCancelled();
                compare(Optional.of(second(message)));
                done += STEP;
                progress.report(Math.min(done, total), total, "");
            }
            return true;
        }

        /** Looks at everything between {@code start} and where the last piece began, both seconds included. */
        void compare(Optional<Instant> start) {
            var terms = new ArrayList<Term>();
            start.ifPresent(from -> terms.add(new Term(false, new SearchQuery.After(from))));
            end.ifPresent(to -> terms.add(new Term(false, new SearchQuery.Before(to.plusSeconds(1)))));
            var result = index.search(request(new SearchQuery(terms)));
            var hits = new HashSet<Long>();
            result.hits().forEach(hit -> hits.add(hit.messageId()));
            if (result.total() <= hits.size()) {
                step.stream().map(Message::id).filter(id -> !hits.contains(id)).forEach(missing::add);
                step.forEach(message -> hits.remove(message.id()));
                messages.findAll(hits).forEach(message -> hits.remove(message.id()));
                hits.stream().filter(id -> !strays.contains(id)).forEach(strays::add);
            }
            step.clear();
            end = start;
        }

        private Instant second(Message message) {
            return message.envelope().receivedAt().truncatedTo(ChronoUnit.SECONDS);
        }

        private SearchRequest request(SearchQuery query) {
            return new SearchRequest(
                    query, Mode.PLAIN, Order.NEWEST, Map.of(), Set.of(), Optional.empty(), MOST, clock.instant());
        }
    }
}
