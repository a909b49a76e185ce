package io.countersign.mail.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.mail.AtsFacts;
import io.countersign.mail.AtsMails.AtsMail;
import io.countersign.mail.Message;
import io.countersign.mail.Stage;
import io.countersign.mail.StageFinding;
import io.countersign.mail.TestMail;
import io.countersign.mail.Understanding;
import io.countersign.shared.CountersignException;
import io.countersign.shared.CpuTime;
import io.countersign.shared.db.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which mails speak of applications, and what stays of what a person said, on both databases. */
abstract class AtsMailsContract {
    private final Database database = open();
    private final JdbcMessageRepository messages = new JdbcMessageRepository(database);
    private final JdbcAtsMails mails = new JdbcAtsMails(database, messages, Clock.fixed(TestMail.NOON, ZoneOffset.UTC));

    abstract Database open();

    @AfterEach
    void close() {
        database.close();
    }

    private static AtsFacts facts(Stage stage, String company, String role) {
        return new AtsFacts(
                Optional.of("lever"),
                Optional.empty(),
                StageFinding.certain(stage),
                Optional.of(TestMail.NOON),
                Optional.empty(),
                Optional.of(company).filter(name -> !name.isEmpty()),
                Optional.of(role).filter(name -> !name.isEmpty()),
                0.2,
                Optional.empty(),
                Optional.empty());
    }

    private void store(long id, long thread, Optional<AtsFacts> facts) {
        new JdbcMailStore(database).insert(List.of(TestMail.stored(message(id, thread, facts))));
    }

    private static Message message(long id, long thread, Optional<AtsFacts> facts) {
        var message = TestMail.message(id);
        return new Message(
                id,
                thread,
                0,
                message.envelope(),
                message.state(),
                Understanding.unknown().withAts(facts));
    }

    private Message found(long id, Optional<AtsFacts> facts) {
        var message = messages.find(id).orElseThrow();
        return message.withUnderstanding(message.understanding().withAts(facts));
    }

    private Optional<AtsFacts> stored(long id) {
        return messages.find(id).orElseThrow().understanding().ats();
    }

    private AtsMail mail(long id) {
        return mails.all().stream()
                .filter(mail -> mail.message().id() == id)
                .findFirst()
                .orElseThrow();
    }

    private List<Long> ids() {
        return mails.all().stream().map(mail -> mail.message().id()).toList();
    }

    @Test
    void readingThemTakesNoLongerWhileMailArrives() {
        int many = 4000;
        var facts = Optional.of(facts(Stage.APPLIED, "Acme", "Cook"));
        new JdbcMailStore(database)
                .insert(LongStream.rangeClosed(1, many)
                        .mapToObj(id -> TestMail.stored(message(id, id, facts)))
                        .toList());
        var read = new AtomicBoolean();
        var arriving = CompletableFuture.runAsync(() -> {
            for (long id = many + 1L; !read.get(); id++) {
                store(id, id, facts);
            }
        });
        var took = CpuTime.of(() -> assertThat(mails.all()).hasSizeGreaterThanOrEqualTo(many));
        read.set(true);
        arriving.join();

        // When each mail asked for the conversations anew, since mail had arrived, this took half a minute.
        assertThat(took).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void mailsOfApplicationsComeWithTheirConversationsAndNoOthers() {
        store(1, 1, Optional.empty());
        store(2, 2, Optional.of(facts(Stage.APPLIED, "Acme", "Cook")));
        store(3, 2, Optional.empty());
        store(4, 1, Optional.empty());
        store(5, 5, Optional.of(facts(Stage.REJECTED, "", "")));

        assertThat(ids()).containsExactly(2L, 3L, 5L);
        assertThat(mails.all()).noneMatch(AtsMail::byHand);
        assertThat(mail(2).message()).isEqualTo(messages.find(2).orElseThrow());
    }

    @Test
    void aRescanMarksWhatItFindsAndForgetsWhatItNoLongerFinds() {
        store(1, 1, Optional.empty());
        store(2, 2, Optional.of(facts(Stage.APPLIED, "Acme", "Cook")));

        messages.updateUnderstanding(List.of(
                found(1, Optional.of(facts(Stage.OFFER, "Globex", ""))), found(2, Optional.empty())));

        assertThat(ids()).containsExactly(1L);
    }

    @Test
    void noRescanTouchesWhatAPersonSaidUntilItIsTakenBack() {
        store(1, 1, Optional.of(facts(Stage.APPLIED, "Acme", "Cook")));
        var said = facts(Stage.OFFER, "Acme", "Baker");

        var before = mails.correct(1, Optional.of(said));
        for (int i = 0; i < 10; i++) {
            messages.updateUnderstanding(List.of(found(1, Optional.of(facts(Stage.REJECTED, "Other", "Other")))));
            mails.enrich(List.of(
                    found(1, Optional.of(facts(Stage.REJECTED, "Other", "Other").withGhostingRisk(0.7)))));
        }

        assertThat(stored(1)).contains(said.withGhostingRisk(0.7));
        assertThat(mail(1).byHand()).isTrue();
        mails.restore(before);
        assertThat(stored(1)).contains(facts(Stage.APPLIED, "Acme", "Cook"));
        assertThat(mail(1).byHand()).isFalse();
    }

    @Test
    void aMailThatAPersonTookOutStaysKnownAndOut() {
        store(1, 1, Optional.of(facts(Stage.APPLIED, "Acme", "Cook")));

        var before = mails.correct(1, Optional.empty());
        messages.updateUnderstanding(List.of(found(1, Optional.of(facts(Stage.APPLIED, "Acme", "Cook")))));

        assertThat(stored(1)).isEmpty();
        assertThat(mails.all()).extracting(AtsMail::byHand).containsExactly(true);
        mails.restore(before);
        assertThat(stored(1)).isPresent();
    }

    @Test
    void whatWasAddedFromOtherMailsIsNotWhatTheMailStates() {
        store(1, 1, Optional.of(facts(Stage.APPLIED, "", "Cook")));

        mails.enrich(List.of(found(1, Optional.of(facts(Stage.APPLIED, "Acme", "Cook")))));
        mails.enrich(List.of(found(1, Optional.of(facts(Stage.APPLIED, "Acme Inc.", "Cook")))));

        assertThat(stored(1)).contains(facts(Stage.APPLIED, "Acme Inc.", "Cook"));
        assertThat(mail(1).stated()).contains(facts(Stage.APPLIED, "", "Cook"));

        var corrected = mails.correct(1, Optional.of(facts(Stage.OFFER, "Acme Inc.", "Cook")));
        assertThat(mail(1).stated()).contains(facts(Stage.OFFER, "", "Cook"));
        mails.restore(corrected);
        assertThat(mail(1))
                .isEqualTo(new AtsMail(
                        messages.find(1).orElseThrow(), false, Optional.of(facts(Stage.APPLIED, "", "Cook"))));

        messages.updateUnderstanding(List.of(found(1, Optional.of(facts(Stage.APPLIED, "Globex", "Cook")))));
        assertThat(mail(1).stated()).contains(facts(Stage.APPLIED, "Globex", "Cook"));
    }

    @Test
    void whatIsFoundWithContextIsStated() {
        store(1, 1, Optional.empty());

        mails.enrich(List.of(found(1, Optional.of(facts(Stage.OFFER, "Acme", "")))));

        assertThat(mail(1).stated()).contains(facts(Stage.OFFER, "Acme", ""));
    }

    @Test
    void theRevisionChangesWithWhateverAllGives() {
        store(1, 1, Optional.of(facts(Stage.APPLIED, "Acme", "Cook")));
        var revision = mails.revision();
        assertThat(mails.revision()).isEqualTo(revision);

        store(2, 1, Optional.empty());
        assertThat(mails.revision()).isNotEqualTo(revision);
        revision = mails.revision();
        mails.enrich(List.of(
                found(1, Optional.of(facts(Stage.APPLIED, "Acme", "Cook").withGhostingRisk(0.9)))));
        assertThat(mails.revision()).isNotEqualTo(revision);
        revision = mails.revision();
        var before = mails.correct(1, stored(1));
        assertThat(mails.revision()).isNotEqualTo(revision);
        mails.restore(before);
        assertThat(mails.revision()).isEqualTo(revision);
    }

    @Test
    void whatDoesNotExistCannotBeCorrected() {
        assertThatThrownBy(() -> mails.correct(9, Optional.empty())).isInstanceOf(CountersignException.NotFound.class);
    }
}
