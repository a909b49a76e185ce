package io.countersign.policy.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.mail.Message;
import io.countersign.mail.TestMail;
import io.countersign.mail.jdbc.JdbcMailStore;
import io.countersign.mail.jdbc.JdbcMessageRepository;
import io.countersign.policy.Condition;
import io.countersign.policy.ConditionEvaluator;
import io.countersign.policy.MessageFields;
import io.countersign.policy.PolicyJson;
import io.countersign.policy.SampleMail;
import io.countersign.policy.jdbc.JdbcMailRevision;
import io.countersign.shared.db.Database;
import io.countersign.shared.task.Progress;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a person sees while typing a condition, on both databases. */
abstract class LiveMatchContract {
    private static final Clock CLOCK = Clock.fixed(SampleMail.NOW, ZoneOffset.UTC);

    private final Database database = open();
    private final JdbcMessageRepository messages = new JdbcMessageRepository(database);
    private final LiveMatches live = new LiveMatchService(messages, new JdbcMailRevision(database), CLOCK);

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
