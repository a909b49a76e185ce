package io.countersign.search;

import static io.countersign.search.IndexedMails.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.mail.Address;
import io.countersign.mail.Category;
import io.countersign.mail.Message;
import io.countersign.mail.Stage;
import io.countersign.shared.task.Progress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** For any mail and any query an engine finds exactly what {@link MessageMatcher} finds, updates included. */
public abstract class SearchPropertyContract {
    private static final List<String> WORDS = List.of(
            "alpha",
            "Alphabet",
            "beta",
            "BETA",
            "straße",
            "STRASSE",
            "zoë",
            "c++",
            "c#",
            "e-mail",
            "10:30",
            "a",
            "I",
            "İx",
            "ß",
            "日本",
            "\uD83D\uDE00",
            "alpha.beta",
            "x_y",
            "50%",
            "été",
            "e\u0301te\u0301",
            "ﬁn",
            "3rd",
            "--",
            "don't",
            "\uD835\uDC00");
    private static final List<String> GAPS = List.of(" ", " ", " ", "  ", "\n", "\t", ", ", " - ", "/", ".", "...");
    private static final List<String> OPERATORS = List.of("", "", "", "", "from:", "to:", "subject:");
    private static final List<String> OTHERS = List.of(
            "has:attachment",
            "is:unread",
            "is:read",
            "is:starred",
            "is:answered",
            "is:quarantined",
            "category:offer",
            "category:event",
            "label:red",
            "label:re*",
            "label:\"deep blue\"",
            "stage:offer",
            "stage:applied",
            "stage:x",
            "before:2026-03-01",
            "after:2026-02",
            "after:2025",
            "before:2026");
    private static final List<Category> CATEGORIES = List.of(Category.OFFER, Category.EVENT, Category.PERSONAL);

    /** A new, empty index. */
    protected abstract SearchIndex open();

    @Test
    void findsWhatTheMatcherFinds() {
        long answers = 0;
        for (int seed = 0; seed < 8; seed++) {
            answers += compare(new Random(seed));
        }
        assertThat(answers).isGreaterThan(2_000);
    }

    private long compare(Random random) {
        var mails = new HashMap<Long, Message>();
        long answers = 0;
        try (var index = open()) {
            for (int round = 0; round < 3; round++) {
                change(index, mails, random);
                index.refresh(round + 1);
                for (int i = 0; i < 150; i++) {
                    answers += ask(index, mails, random);
                }
            }
        }
        return answers;
    }

    private static void change(SearchIndex index, Map<Long, Message> mails, Random random) {
        var put = new ArrayList<IndexedMail>();
        var updated = new ArrayList<Message>();
        for (long id = 1; id <= 40; id++) {
            boolean known = mails.containsKey(id);
            if (known && random.nextInt(3) == 0) {
                var fresh = mail(random, id).message();
                var changed = Objects.requireNonNull(mails.get(id))
                        .withState(fresh.state())
                        .withUnderstanding(fresh.understanding());
                mails.put(id, changed);
                updated.add(changed);
            } else if (random.nextInt(known ? 5 : 2) == 0) {
                var fresh = mail(random, id).get();
                mails.put(id, fresh.message());
                put.add(fresh);
            }
        }
        index.put(put);
        index.update(updated);
    }

    private static int ask(SearchIndex index, Map<Long, Message> mails, Random random) {
        var typed = query(random);
        var query = random.nextInt(4) == 0 ? SearchQuery.parseTyped(typed) : SearchQuery.parse(typed);
        var expected = mails.values().stream()
                .filter(new MessageMatcher(query))
                .map(Message::id)
                .collect(Collectors.toSet());
        var result = index.search(new SearchRequest(
                query,
                SearchRequest.Mode.PLAIN,
                SearchRequest.Order.NEWEST,
                Map.of(),
                Set.of(),
                Optional.empty(),
                1000,
                NOW));
        assertThat(result.hits().stream().map(SearchHit::messageId).collect(Collectors.toSet()))
                .as("%s = %s", typed, query)
                .isEqualTo(expected);
        assertThat(result.total()).isEqualTo(expected.size());
        assertThat(index.matches(SearchRequest.of(query, 1, NOW), 1000, Progress.none()))
                .as("all of %s", query)
                .containsExactlyElementsOf(expected.isEmpty() ? otherForms(index, query) : falling(expected));
        return expected.size();
    }

    private static List<Long> falling(Set<Long> ids) {
        return ids.stream().sorted(Comparator.reverseOrder()).toList();
    }

    /** By relevance, where nothing matches as it stands. */
    private static List<Long> otherForms(SearchIndex index, SearchQuery query) {
        return falling(index.search(SearchRequest.of(query, 1000, NOW)).hits().stream()
                .map(SearchHit::messageId)
                .collect(Collectors.toSet()));
    }

    private static String query(Random random) {
        var query = new StringBuilder();
        for (int terms = 1 + random.nextInt(3); terms > 0; terms--) {
            query.append(random.nextInt(5) == 0 ? "-" : "");
            query.append(random.nextInt(4) == 0 ? pick(random, OTHERS) : pick(random, OPERATORS) + words(random));
            query.append(' ');
        }
        return query.toString().strip();
    }

    private static String words(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> '"' + text(random, 3) + '"';
            case 1 -> {
                var word = pick(random, WORDS);
                yield word.substring(
                                0,
                                word.offsetByCodePoints(0, 1 + random.nextInt(word.codePointCount(0, word.length()))))
                        + "*";
            }
            default -> pick(random, WORDS);
        };
    }

    private static IndexedMails mail(Random random, long id) {
        var mail = IndexedMails.mail(id)
                .from(text(random, 2), pick(random, List.of("zoë@acme.example", "Bob@x.example", "", "a-b@c.example")))
                .to(
                        new Address(text(random, 1), "me@example.org"),
                        new Address("", pick(random, List.of("x@acme.example", "beta@b.example"))))
                .subject(text(random, 5))
                .text(text(random, 12))
                .labels(
                        random.nextBoolean()
                                ? new String[] {}
                                : new String[] {pick(random, List.of("Red", "rEst", "Deep Blue"))})
                .assigned(
                        random.nextInt(3) > 0 ? new String[] {} : new String[] {pick(random, List.of("Red", "label"))})
                .ageDays(random.nextInt(500))
                .marks(random.nextBoolean(), random.nextBoolean(), random.nextBoolean(), random.nextBoolean())
                .category(pick(random, CATEGORIES));
        if (random.nextBoolean()) {
            mail.stage(random.nextBoolean() ? Stage.OFFER : Stage.APPLIED);
        }
        return mail;
    }

    /** Whole within the preview, so that the matcher sees all of it. */
    private static String text(Random random, int most) {
        var text = new StringBuilder();
        for (int n = random.nextInt(most + 1); n > 0; n--) {
            text.append(pick(random, WORDS)).append(n > 1 ? pick(random, GAPS) : "");
        }
        return text.toString();
    }

    private static <T> T pick(Random random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
