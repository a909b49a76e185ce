package io.countersign.policy.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.mail.Message;
import io.countersign.mail.TestMail;
import io.countersign.mail.jdbc.JdbcMailChanges;
import io.countersign.mail.jdbc.JdbcMailStore;
import io.countersign.mail.jdbc.JdbcMessageRepository;
import io.countersign.policy.Condition;
import io.countersign.policy.ConditionEvaluator;
import io.countersign.policy.MessageFields;
import io.countersign.policy.PolicyJson;
import io.countersign.policy.RandomConditions;
import io.countersign.policy.SampleMail;
import io.countersign.shared.db.Database;
import io.countersign.shared.task.Progress;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a person sees while typing a condition, on both databases. */
abstract class LiveMatchContract {
    private static final Clock CLOCK = Clock.fixed(SampleMail.NOW, ZoneOffset.UTC);

    private final Database database = open();
    private final JdbcMessageRepository messages = new JdbcMessageRepository(database);
    private final LiveMatches live = new LiveMatchService(messages, new JdbcMailChanges(database), CLOCK);

    abstract Database open();

    @AfterEach
    void close() {
        database.close();
    }

    private void store(long id, Message message) {
        new JdbcMailStore(database)
                .insert(List.of(TestMail.stored(
                        new Message(id, id, 0, message.envelope(), message.state(), message.understanding()))));
    }

    private MatchPreview matches(String condition) {
        return live.matches(new PolicyJson().condition(condition), 3, Progress.none());
    }

    @Test
    void itCountsWhatTheEvaluatorFindsAndShowsTheNewest() {
        var random = new Random(2);
        for (long id = 1; id <= 60; id++) {
            store(id, SampleMail.random(random));
        }
        var condition =
                new PolicyJson().condition("{\"any\":[{\"contains\":[\"from\",\"acme\"]},{\"gt\":[\"ageDays\",40]}]}");
        var expected = new ArrayList<Message>();
        messages.forEachNewestFirst(message -> {
            if (new ConditionEvaluator(condition).matches(message, SampleMail.NOW)) {
                expected.add(message);
            }
            return true;
        });

        var preview = live.matches(condition, 3, Progress.none());

        assertThat(preview.count()).isEqualTo(expected.size());
        assertThat(preview.of()).isEqualTo(60);
        assertThat(preview.newest()).isEqualTo(expected.subList(0, 3));
        assertThat(preview.problem()).isEmpty();
    }

    @Test
    void newAndChangedMailIsSeenAtOnce() {
        store(1, SampleMail.mail().subject("one").get());
        assertThat(matches("{\"contains\":[\"subject\",\"one\"]}").count()).isEqualTo(1);
        store(2, SampleMail.mail().subject("one more").get());
        assertThat(matches("{\"contains\":[\"subject\",\"one\"]}").count()).isEqualTo(2);
        assertThat(matches("{\"eq\":[\"folder\",\"Shops\"]}").count()).isZero();

        var mail = messages.find(1).orElseThrow();
        messages.updateStates(List.of(mail.withState(mail.state().withFolder("Shops"))));

        assertThat(matches("{\"eq\":[\"folder\",\"Shops\"]}").newest())
                .extracting(Message::id)
                .containsExactly(1L);
    }

    @Test
    void theLiveSetIsWhatTheEngineMatchesOneByOneHoweverTheMailChanges() {
        var random = new Random(11);
        long next = 1;
        for (int round = 0; round < 40; round++) {
            int arrivals = round == 20 ? 80 : random.nextInt(3);
            for (int i = 0; i < arrivals; i++) {
                store(next++, SampleMail.random(random));
            }
            if (next > 1) {
                change(1 + random.nextLong(next - 1), random);
            }
            for (int i = 0; i < 6; i++) {
                assertSame(new RandomConditions(random).condition(2));
            }
        }
        assertThat(next).isGreaterThan(100);
    }

    private void change(long id, Random random) {
        var mail = messages.find(id).orElseThrow();
        switch (random.nextInt(4)) {
            case 0 -> messages.updateStates(List.of(mail.withState(mail.state().withFolder("Shops"))));
            case 1 ->
                messages.updateStates(
                        List.of(mail.withState(SampleMail.random(random).state())));
            case 2 ->
                messages.updateUnderstanding(
                        List.of(mail.withUnderstanding(SampleMail.random(random).understanding())));
            default -> new JdbcMailStore(database).mergeThreads(Map.of(mail.threadId(), 1L));
        }
    }

    private void assertSame(Condition condition) {
        var evaluator = new ConditionEvaluator(condition);
        var expected = new ArrayList<Message>();
        messages.forEachNewestFirst(message -> {
            if (evaluator.matches(message, SampleMail.NOW)) {
                expected.add(message);
            }
            return true;
        });

        var preview = live.matches(condition, 1000, Progress.none());

        assertThat(preview.newest()).as(condition.toString()).isEqualTo(expected);
        assertThat(preview.count()).isEqualTo(expected.size());
        assertThat(preview.of()).isEqualTo(messages.count());
    }

    @Test
    void conversationsThatBecomeOneAreSeenAtOnce() {
        store(1, SampleMail.mail().get());
        store(2, SampleMail.mail().get());
        assertThat(matches("{\"eq\":[\"threadId\",\"1\"]}").count()).isEqualTo(1);

        new JdbcMailStore(database).mergeThreads(Map.of(2L, 1L));

        assertThat(matches("{\"eq\":[\"threadId\",\"1\"]}").count()).isEqualTo(2);
    }

    @Test
    void whatIsNotCommittedYetIsCountedOnceItIs() {
        store(1, SampleMail.mail().subject("one").get());
        var shops = "{\"eq\":[\"folder\",\"Shops\"]}";
        var mail = messages.find(1).orElseThrow();

        database.inTransaction(() -> {
            store(2, SampleMail.mail().subject("one").get());
            messages.updateStates(List.of(mail.withState(mail.state().withFolder("Shops"))));
            assertThat(elsewhere(() -> matches(shops).count())).isZero();
            assertThat(elsewhere(() -> matches("{\"eq\":[\"subject\",\"one\"]}").count()))
                    .isEqualTo(1);
            return true;
        });

        assertThat(matches(shops).count()).isEqualTo(1);
        assertThat(matches("{\"eq\":[\"subject\",\"one\"]}").count()).isEqualTo(2);
    }

    /** On another thread, which is not in the transaction of this one. */
    private static long elsewhere(Supplier<Long> question) {
        return CompletableFuture.supplyAsync(question).join();
    }

    @Test
    void whereCountingTakesLongTheNewestMailIsCountedAheadAndThatIsALowerBound() {
        var random = new Random(4);
        for (long id = 1; id <= 50; id++) {
            store(id, SampleMail.random(random));
        }
        var slow = new PolicyJson().condition("{\"regex\":[\"subject\",\"\\\\p{Ll}{2}\"]}");

        var ahead = live.ahead(slow, 3, Progress.none()).orElseThrow();
        var all = live.matches(slow, 3, Progress.none());

        assertThat(ahead.count()).isPositive().isLessThanOrEqualTo(all.count());
        assertThat(ahead.newest()).isEqualTo(all.newest());
        assertThat(live.ahead(slow, 3, Progress.none())).as("known by now").isEmpty();
        assertThat(live.ahead(new PolicyJson().condition("{\"regex\":[\"subject\",\"[a-z]{2}\"]}"), 3, Progress.none()))
                .isEmpty();
    }

    @Test
    void afterAChangeOnlyWhatChangedIsRead() {
        for (long id = 1; id <= 30; id++) {
            store(id, SampleMail.mail().get());
        }
        var counted = new CountingMessages(messages);
        var following = new LiveMatchService(counted, new JdbcMailChanges(database), CLOCK);
        following.prepare(Progress.none());
        int loaded = counted.read();
        var mail = messages.find(7).orElseThrow();
        messages.updateStates(List.of(mail.withState(mail.state().withFolder("Shops"))));

        var preview =
                following.matches(new PolicyJson().condition("{\"eq\":[\"folder\",\"None\"]}"), 3, Progress.none());

        assertThat(loaded).isEqualTo(30);
        assertThat(preview.of()).isEqualTo(30);
        assertThat(counted.read() - loaded).isEqualTo(1);
    }

    @Test
    void aConditionThatCannotBeEvaluatedSaysWhy() {
        store(1, SampleMail.mail().get());

        var preview = live.matches(new Condition.Unreadable("{}", "It is odd."), 3, Progress.none());

        assertThat(preview.count()).isZero();
        assertThat(preview.problem())
                .hasValueSatisfying(problem -> assertThat(problem).contains("It is odd."));
    }

    @Test
    void valuesAreCompletedFromTheMailTheMostFrequentFirst() {
        store(1, SampleMail.mail().from("Zoe <zoe@acme.example>").get());
        store(2, SampleMail.mail().from("Zoe <zoe@acme.example>").get());
        store(3, SampleMail.mail().from("ann@acme.example").get());
        store(4, SampleMail.mail().from("ACME <jobs@else.example>").get());
        var from = MessageFields.named("from");

        assertThat(live.complete(from, "acme", 10))
                .containsExactly(
                        "ACME <jobs@else.example>", "Zoe <zoe@acme.example>", "zoe@acme.example", "ann@acme.example");
        assertThat(live.complete(from, "", 1)).hasSize(1);
        assertThat(live.complete(MessageFields.named("category"), "promo", 5)).containsExactly("promotion");
        assertThat(live.complete(MessageFields.named("ageDays"), "1", 5)).isEmpty();
    }
}
