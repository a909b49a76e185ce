package io.countersign.search;

import io.countersign.mail.MailChanges;
import io.countersign.mail.MailReader;
import io.countersign.mail.Message;
import io.countersign.mail.MessageRepository;
import io.countersign.mail.ParsedMail;
import io.countersign.mail.SentMail;
import io.countersign.shared.task.Progress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds mail through an index; where that cannot answer, through the database. */
public final class SearchService implements SearchDesk {
    private static final Logger LOG = LoggerFactory.getLogger(SearchService.class);
    private static final int MOST = 1000;
    private static final double AFTER = 0.99;

    private final Engine engine;
    private final Mails mails;
    private final SavedSearches saved;
    private final MeaningSearch meaning;
    private final Contacts contacts;
    private final Vocabulary vocabulary;
    private final DatabaseSearch database;
    private final Clock clock;
    private volatile Consumer<Duration> timed = _ -> {};

    /**
     * The index and how it is kept up to date.
     *
     * @param name as a person knows it: Lucene, Elasticsearch
     */
    public record Engine(String name, SearchIndex index, IndexCatchUp catchUp) {}

    /** Stored mail as searching needs it. */
    public record Mails(MessageRepository messages, MailReader reader, MailChanges log, SentMail sent) {}

    /** By words alone. */
    public SearchService(Engine engine, Mails mails, SavedSearches saved, Clock clock) {
        this(engine, mails, saved, MeaningSearch.none(), clock);
    }

    /** @param meaning what finds mail beside the words */
    public SearchService(Engine engine, Mails mails, SavedSearches saved, MeaningSearch meaning, Clock clock) {
        this.engine = engine;
        this.meaning = meaning;
        this.mails = mails;
        this.saved = saved;
        this.contacts = new Contacts(mails.sent(), mails.log(), mails.messages());
        this.vocabulary = new Vocabulary(mails.log(), mails.messages());
        this.database = new DatabaseSearch(mails.messages(), clock);
        this.clock = clock;
    }

    /** {@code timed} hears how long each answer took, on the thread that asked, from now on. */
    public void measure(Consumer<Duration> timed) {
        this.timed = timed;
    }

    @Override
    public Found find(Wanted wanted) {
        long begun = System.nanoTime();
        var found = findNow(wanted);
        timed.accept(Duration.ofNanos(System.nanoTime() - begun));
        return found;
    }

    private Found findNow(Wanted wanted) {
        var request = request(wanted);
        var meant = meaning.begin(request);
        try {
            var result = engine.index().search(request);
            return result.total() == 0 && isUnbuilt()
                    ? fromDatabase(request, SearchFailure.Kind.UNBUILT)
                    : found(request.query(), result, meant.with(result));
        } catch (SearchFailure e) {
            return fromDatabase(request, e.kind());
        }
    }

    private SearchRequest request(Wanted wanted) {
        var query = wanted.beingTyped() ? SearchQuery.parseTyped(wanted.typed()) : SearchQuery.parse(wanted.typed());
        return new SearchRequest(
                query,
                wanted.mode(),
                wanted.order(),
                wanted.narrowed(),
                contacts.addresses(),
                Optional.empty(),
                Math.clamp(wanted.limit(), 1, MOST),
                clock.instant());
    }

    /** Nothing is found in an index that has not been built, which says nothing about the mail. */
    private boolean isUnbuilt() {
        return engine.index().follows() == 0 && mails.log().latest() > 0;
    }

    private Found found(SearchQuery query, SearchResult result, MeaningSearch.Joined joined) {
        var similar =
                Stream.concat(joined.similar().stream(), others(result, joined)).toList();
        var ids = Stream.concat(joined.hits().stream(), similar.stream())
                .map(SearchHit::messageId)
                .toList();
        var stored = mails.messages().findAll(ids).stream().collect(Collectors.toMap(Message::id, Function.identity()));
        return new Found(
                query,
                hits(joined.hits(), stored),
                hits(similar, stored),
                result.total(),
                result.facets(),
                result.didYouMean(),
                Optional.empty());
    }

    /** What other forms of the words find comes after all else, whatever its scores are measured in. */
    private static Stream<SearchHit> others(SearchResult result, MeaningSearch.Joined joined) {
        var known =
                Stream.concat(joined.hits().stream(), joined.similar().stream()).toList();
        var ids = known.stream().map(SearchHit::messageId).collect(Collectors.toSet());
        double lowest = known.stream().mapToDouble(SearchHit::score).min().orElse(1);
        double highest =
                result.others().stream().mapToDouble(SearchHit::score).max().orElse(1);
        return result.others().stream()
                .filter(hit -> !ids.contains(hit.messageId()))
                .map(hit -> new SearchHit(hit.messageId(), AFTER * lowest * hit.score() / highest, hit.reasons()));
    }

    private static List<Hit> hits(List<SearchHit> found, Map<Long, Message> stored) {
        return found.stream()
                .flatMap(hit -> Optional.ofNullable(stored.get(hit.messageId()))
                        .map(mail -> new Hit(mail, hit.score(), hit.reasons()))
                        .stream())
                .toList();
    }

    private Found fromDatabase(SearchRequest request, SearchFailure.Kind kind) {
        var answer = database.search(request);
        var hits =
                answer.found().stream().map(mail -> new Hit(mail, 0, List.of())).toList();
        return new Found(
                request.query(),
                hits,
                List.of(),
                hits.size(),
                Map.of(),
                Optional.empty(),
                Optional.of(kind),
                answer.extent());
    }

    @Override
    public Matches matches(Wanted wanted, Progress progress) {
        var found = matching(request(wanted), progress);
        return found.size() > Matches.MOST
                ? new Matches(found.subList(0, Matches.MOST), true)
                : new Matches(found, false);
    }

    private List<Long> matching(SearchRequest request, Progress progress) {
        int most = Matches.MOST + 1;
        try {
            if (!isUnbuilt()) {
                return engine.index().matches(request, most, progress);
            }
        } catch (SearchFailure e) {
            LOG.info("asking the database instead of the index", e);
        }
        return database.matches(request, most, progress);
    }

    @Override
    public Snippet snippet(SearchQuery query, long messageId) {
        var subject = mails.messages()
                .find(messageId)
                .map(mail -> mail.envelope().subject())
                .orElse("");
        var text = mails.reader().read(messageId).map(ParsedMail::text).orElse("");
        return new SnippetCutter(query).cut(subject, text);
    }

    @Override
    public List<Completion> complete(String typed, int caret) {
        return new Completions(vocabulary.words()).of(typed, caret);
    }

    /** Gets ready what a search needs beside the index, after mail has changed. Blocking. */
    public void prepare(Progress progress) {
        contacts.addresses();
        vocabulary.refresh(progress);
    }

    @Override
    public List<SavedSearch> saved() {
        return saved.all();
    }

    @Override
    public SavedSearch save(String name, String query, SearchRequest.Mode mode) {
        return saved.save(name, query, mode);
    }

    @Override
    public void forget(long savedSearch) {
        saved.remove(savedSearch);
    }

    @Override
    public IndexHealth health() {
        long latest = mails.log().latest();
        try {
            var failure = engine.catchUp().failure();
            if (failure.isEmpty() && isUnbuilt()) {
                long built = engine.catchUp().built();
                return new IndexHealth(
                        engine.name(),
                        built,
                        Math.max(0, mails.messages().count() - built),
                        Optional.of(SearchFailure.Kind.UNBUILT));
            }
            long behind = Math.max(0, latest - engine.index().follows());
            return new IndexHealth(engine.name(), engine.index().size(), behind, failure);
        } catch (SearchFailure e) {
            return new IndexHealth(engine.name(), 0, mails.messages().count(), Optional.of(e.kind()));
        }
    }
}
