package io.countersign.app;

import io.countersign.mail.AtsFacts;
import io.countersign.mail.Category;
import io.countersign.mail.Message;
import io.countersign.mail.MessageRepository;
import io.countersign.mail.Stage;
import io.countersign.search.Facet;
import io.countersign.search.MessageMatcher;
import io.countersign.search.SearchDesk;
import io.countersign.search.SearchQuery;
import io.countersign.search.SearchRequest.Mode;
import io.countersign.search.SearchResult.Count;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/**
 * Finds mail without an index: looks at what is stored of every mail, newest first, and not at whole texts. What is saved is
 * kept while the window is open.
 */
final class ScanningSearch implements SearchDesk {
    private static final int VALUES = 20;
    private static final List<String> OPERATORS = List.of(
            "from:",
            "to:",
            "subject:",
            "category:",
            "label:",
            "stage:",
            "after:",
            "before:",
            "has:attachment",
            "is:unread");

    private final MessageRepository messages;
    private final List<SavedSearch> saved = new CopyOnWriteArrayList<>();

    ScanningSearch(MessageRepository messages) {
        this.messages = messages;
    }

    @Override
    public Found find(Wanted wanted) {
        var query = wanted.beingTyped() ? SearchQuery.parseTyped(wanted.typed()) : SearchQuery.parse(wanted.typed());
        var matcher = new MessageMatcher(query);
        var hits = new ArrayList<Hit>();
        var counts = new EnumMap<Facet, Map<String, Long>>(Facet.class);
        long[] total = {0};
        messages.forEachNewestFirst(mail -> {
            if (matcher.test(mail) && isWithin(mail, wanted.narrowed())) {
                total[0]++;
                count(mail, counts);
                if (hits.size() < wanted.limit()) {
                    hits.add(new Hit(mail, 1, List.of()));
                }
            }
            return true;
        });
        var facets = new EnumMap<Facet, List<Count>>(Facet.class);
        counts.forEach((facet, values) -> facets.put(facet, mostFrequent(values)));
        return new Found(query, hits, total[0], facets, Optional.empty(), Optional.empty());
    }

    private static boolean isWithin(Message mail, Map<Facet, String> narrowed) {
        return narrowed.entrySet().stream()
                .allMatch(one ->
                        value(mail, one.getKey()).filter(one.getValue()::equals).isPresent());
    }

    private static void count(Message mail, Map<Facet, Map<String, Long>> counts) {
        for (var facet : Facet.values()) {
            value(mail, facet)
                    .ifPresent(value ->
                            counts.computeIfAbsent(facet, _ -> new HashMap<>()).merge(value, 1L, Long::sum));
        }
    }

    private static Optional<String> value(Message mail, Facet facet) {
        return switch (facet) {
            case CATEGORY -> Optional.of(mail.understanding().category().id());
            case SENDER -> Optional.of(mail.envelope().from().email().toLowerCase(Locale.ROOT));
            case STAGE -> mail.understanding().ats().flatMap(AtsFacts::stage).map(Stage::id);
            case YEAR ->
                Optional.of(String.valueOf(
                        mail.envelope().receivedAt().atOffset(ZoneOffset.UTC).getYear()));
        };
    }

    private static List<Count> mostFrequent(Map<String, Long> values) {
        return values.entrySet().stream()
                .map(one -> new Count(one.getKey(), one.getValue()))
                .sorted(Comparator.comparingLong(Count::mails).reversed().thenComparing(Count::value))
                .limit(VALUES)
                .toList();
    }

    @Override
    public Snippet snippet(SearchQuery query, long messageId) {
        return new Snippet(
                messages.find(messageId).map(mail -> mail.envelope().preview()).orElse(""), List.of(), List.of());
    }

    @Override
    public List<Completion> complete(String typed, int caret) {
        int start = Math.max(typed.lastIndexOf(' ', Math.max(0, caret - 1)) + 1, 0);
        var term = typed.substring(Math.min(start, caret), caret);
        return Stream.of(
                        OPERATORS.stream().map(text -> completion(text, start, caret, Completion.Kind.OPERATOR)),
                        Arrays.stream(Category.values())
                                .map(each ->
                                        completion("category:" + each.id(), start, caret, Completion.Kind.CATEGORY)),
                        Arrays.stream(Stage.values())
                                .map(each -> completion("stage:" + each.id(), start, caret, Completion.Kind.STAGE)))
                .flatMap(completions -> completions)
                .filter(completion -> completion.text().startsWith(term.toLowerCase(Locale.ROOT)))
                .limit(12)
                .toList();
    }

    private static Completion completion(String text, int start, int caret, Completion.Kind kind) {
        return new Completion(text, new Range(start, caret), kind, 0);
    }

    @Override
    public List<SavedSearch> saved() {
        return List.copyOf(saved);
    }

    @Override
    public SavedSearch save(String name, String query, Mode mode) {
        long id = saved.stream().mapToLong(SavedSearch::id).max().orElse(0) + 1;
        var search = new SavedSearch(id, name, query, mode);
        saved.removeIf(each -> each.name().equals(name));
        saved.add(search);
        return search;
    }

    @Override
    public void forget(long savedSearch) {
        saved.removeIf(each -> each.id() == savedSearch);
    }

    @Override
    public IndexHealth health() {
        return new IndexHealth("none", messages.count(), 0, Optional.empty());
    }
}
