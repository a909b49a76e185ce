package io.countersign.mail.jdbc;

import static io.countersign.mail.TestMail.NOON;
import static io.countersign.mail.TestMail.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.mail.Address;
import io.countersign.mail.AtsFacts;
import io.countersign.mail.CalendarInvite;
import io.countersign.mail.Category;
import io.countersign.mail.ChargeStatus;
import io.countersign.mail.Envelope;
import io.countersign.mail.MailboxState;
import io.countersign.mail.Message;
import io.countersign.mail.ReceiptFacts;
import io.countersign.mail.ReceiptKind;
import io.countersign.mail.ReceiptMails;
import io.countersign.mail.Stage;
import io.countersign.mail.StageFinding;
import io.countersign.mail.TestMail;
import io.countersign.mail.Understanding;
import io.countersign.mail.Understanding.Evidence;
import io.countersign.shared.db.Database;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What stored mail gives back, on both databases. */
abstract class MessageRepositoryContract {
    private final Database database = open();
    private final JdbcMailStore store = new JdbcMailStore(database);
    private final JdbcMessageRepository repository = new JdbcMessageRepository(database);

    abstract Database open();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void everyFieldComesBackAsItWasStored() {
        var message = full(7);

        insert(message);

        assertThat(repository.find(7)).contains(message);
        assertThat(repository.find(8)).isEmpty();
        assertThat(repository.count()).isEqualTo(1);
    }

    @Test
    void aMailIsFoundByItsMessageIdWithOrWithoutBrackets() {
        insert(message(1), message(2));

        assertThat(repository.findByMessageId("<m2@example.org>"))
                .map(Message::id)
                .contains(2L);
        assertThat(repository.findByMessageId("m1@example.org"))
                .map(Message::id)
                .contains(1L);
        assertThat(repository.findByMessageId("m3@example.org")).isEmpty();
    }

    @Test
    void ofTwoMailsWithOneMessageIdTheNewestIsFound() {
        var second = message(2);
        insert(
                message(1),
                new Message(
                        2,
                        2,
                        0,
                        TestMail.envelope("m1@example.org", NOON.plusSeconds(999)),
                        second.state(),
                        second.understanding()));

        assertThat(repository.findByMessageId("m1@example.org"))
                .map(Message::id)
                .contains(2L);
    }

    @Test
    void allMailIsStreamedNewestFirstAcrossPages() {
        var messages = LongStream.rangeClosed(1, 4500)
                .mapToObj(id -> message(id, NOON.plusSeconds(id % 700)))
                .toArray(Message[]::new);
        insert(messages);

        var seen = new ArrayList<Message>();
        repository.forEachNewestFirst(seen::add);

        Arrays.sort(messages, (one, other) -> {
            int byTime = other.envelope().receivedAt().compareTo(one.envelope().receivedAt());
            return byTime != 0 ? byTime : Long.compare(other.id(), one.id());
        });
        assertThat(seen).containsExactly(messages);
    }

    @Test
    void aVisitorEndsTheStream() {
        insert(message(1), message(2), message(3));

        var seen = new ArrayList<Long>();
        repository.forEachNewestFirst(message -> {
            seen.add(message.id());
            return message.id() != 2;
        });

        assertThat(seen).containsExactly(3L, 2L);
    }

    @Test
    void mailFromAnIdOnIsStreamedInTheOrderOfIds() {
        insert(LongStream.rangeClosed(1, 4100).mapToObj(TestMail::message).toArray(Message[]::new));

        var seen = new ArrayList<Long>();
        repository.forEachFrom(90, message -> seen.add(message.id()));

        assertThat(seen)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(90, 4100).boxed().toList());
    }

    @Test
    void findAllSkipsWhatDoesNotExist() {
        insert(message(1), message(2), message(3));

        assertThat(repository.findAll(List.of(3L, 9L, 1L, 3L)))
                .extracting(Message::id)
                .containsExactly(1L, 3L);
    }

    @Test
    void aStateIsStoredOnlyOverTheVersionItWasReadWith() {
        insert(message(1), message(2));
        var archived = message(1).withState(message(1).state().withFolder(MailboxState.ARCHIVE));
        var stale = new Message(
                2, 2, 5, message(2).envelope(), archived.state(), message(2).understanding());

        var stored = repository.updateStates(List.of(archived, stale));

        assertThat(stored).containsExactly(1L);
        assertThat(repository.find(1).orElseThrow().state().folder()).isEqualTo(MailboxState.ARCHIVE);
        assertThat(repository.find(1).orElseThrow().version()).isEqualTo(1);
        assertThat(repository.find(2)).contains(message(2));
    }

    @Test
    void anUnderstandingThatDiffersIsStoredAndGrowsTheVersion() {
        insert(message(1), full(2));
        var better = new Message(1, 1, 0, message(1).envelope(), message(1).state(), full(2).understanding());

        repository.updateUnderstanding(List.of(better, full(2)));

        assertThat(repository.find(1).orElseThrow().understanding()).isEqualTo(full(2).understanding());
        assertThat(repository.find(1).orElseThrow().version()).isEqualTo(1);
        assertThat(repository.find(2).orElseThrow().version()).isEqualTo(full(2).version());
    }

    @Test
    void hostileTextIsMadeStorable() {
        var envelope = new Envelope(
                "x".repeat(5000),
                "local",
                new Address("N\0UL", "a".repeat(400) + "@example.org"),
                List.of(new Address("tab\tand\nline", "t@example.org")),
                Optional.of("l".repeat(999)),
                "\uD83D\uDE00".repeat(2000) + "\uD83D",
                NOON,
                "p".repeat(301),
                false,
                false,
                1);
        var labels = new MailboxState(
                "F".repeat(999),
                List.of("a\nb", "\uDE00", "", "L".repeat(20_000)),
                List.of(),
                true,
                false,
                false,
                false);

        insert(new Message(1, 1, 0, envelope, labels, Understanding.unknown()));

        var found = repository.find(1).orElseThrow();
        assertThat(found.envelope().from().name()).isEqualTo("NUL");
        assertThat(found.envelope().to()).containsExactly(new Address("tab and line", "t@example.org"));
        assertThat(found.envelope().subject()).startsWith("\uD83D\uDE00").doesNotEndWith("\uD83D");
        assertThat(found.state().labels()).containsExactly("a b", "\uFFFD");
        assertThat(repository.findByMessageId("x".repeat(5000))).contains(found);
        assertThat(defects(1))
                .contains("subject of 4001 characters cut to 2000")
                .contains("List-Id");
    }

    private String defects(long id) {
        return database.with(handle -> handle.createQuery("select defects from message where id = ?")
                .bind(0, id)
                .mapTo(String.class)
                .one());
    }

    private void insert(Message... messages) {
        store.insert(Arrays.stream(messages).map(TestMail::stored).toList());
    }

    @Test
    void whatAPersonSaidOfMoneyOutranksEveryRescanUntilItIsTakenBack() {
        var mails = new JdbcReceiptMails(database, repository, Clock.fixed(NOON, ZoneOffset.UTC));
        insert(full(1), message(2));
        assertThat(mails.all()).extracting(mail -> mail.message().id()).containsExactly(1L);

        var before = mails.correct(1, List.of(receipt("9.99")));
        for (int scan = 0; scan < 3; scan++) {
            repository.updateUnderstanding(List.of(full(1)));
        }

        assertThat(receiptsOf(1)).containsExactly(receipt("9.99"));
        assertThat(mails.all()).extracting(ReceiptMails.ReceiptMail::byHand).containsExactly(true);

        mails.restore(before);
        assertThat(receiptsOf(1)).containsExactly(receipt("12.50"), receipt("-7.00"));
        repository.updateUnderstanding(List.of(full(1).withUnderstanding(Understanding.unknown())));
        assertThat(receiptsOf(1)).isEmpty();
    }

    @Test
    void aMailWithoutChargesStaysWithoutThemOnceAPersonSaidSo() {
        var mails = new JdbcReceiptMails(database, repository, Clock.fixed(NOON, ZoneOffset.UTC));
        insert(full(1));

        mails.correct(1, List.of());
        repository.updateUnderstanding(List.of(full(1)));

        assertThat(receiptsOf(1)).isEmpty();
        assertThat(mails.all()).hasSize(1);
    }

    @Test
    void aRescanThatFindsAChargeMakesItKnown() {
        var mails = new JdbcReceiptMails(database, repository, Clock.fixed(NOON, ZoneOffset.UTC));
        insert(message(1));

        repository.updateUnderstanding(
                List.of(message(1).withUnderstanding(Understanding.unknown().withReceipts(List.of(receipt("5.00"))))));
        repository.updateUnderstanding(
                List.of(message(1).withUnderstanding(Understanding.unknown().withReceipts(List.of(receipt("6.00"))))));

        assertThat(mails.all()).extracting(mail -> mail.message().id()).containsExactly(1L);
        assertThat(receiptsOf(1)).containsExactly(receipt("6.00"));
    }

    private List<ReceiptFacts> receiptsOf(long id) {
        return repository.find(id).orElseThrow().understanding().receipts();
    }

    private static ReceiptFacts receipt(String amount) {
        return new ReceiptFacts(
                "Shop",
                Optional.of(new BigDecimal(amount)),
                Optional.of("EUR"),
                Optional.of(LocalDate.of(2026, 1, 30)),
                ReceiptKind.RECEIPT,
                ChargeStatus.CHARGED,
                Optional.empty(),
                "text: Total",
                0.9);
    }

    private static Message full(long id) {
        var at = NOON.plusMillis(123);
        var envelope = new Envelope(
                "full@example.org",
                "me@example.org",
                new Address("Ann \u00e9\u4e2d\uD83D\uDE00", "ann@example.org"),
                List.of(new Address("Bob", "bob@example.org"), new Address("", "eve@example.org"), Address.NONE),
                Optional.of("list.example.org"),
                "subject",
                at,
                "preview",
                true,
                true,
                123_456_789_012L);
        var state = new MailboxState(
                MailboxState.JUNK, List.of("Inbox", "Work"), List.of("receipts"), false, true, true, true);
        var understanding = new Understanding(
                Category.RECEIPT,
                0.97,
                List.of(new Understanding.Evidence("words.receipt", "your receipt", 1.25)),
                42,
                List.of("reply-to differs"),
                Optional.of(at.plusSeconds(1)),
                Optional.of(at.plusSeconds(2)),
                Optional.of(new AtsFacts(
                        Optional.of("greenhouse"),
                        Optional.of("app-1"),
                        new StageFinding(
                                Optional.of(Stage.INTERVIEW),
                                0.9,
                                List.of(new Evidence("interview.invited", "schedule an interview", 5)),
                                List.of(Stage.INTERVIEW, Stage.APPLIED)),
                        Optional.of(at),
                        Optional.of(at),
                        Optional.of("Acme"),
                        Optional.empty(),
                        0.1,
                        Optional.of(new CalendarInvite("u@acme.example", 2, false, Optional.of(at))),
                        Optional.of(LocalDate.of(2026, 12, 4)))),
                List.of(receipt("12.50"), receipt("-7.00")));
        return new Message(id, 3, 4, envelope, state, understanding);
    }
}
