package io.countersign.money;

import io.countersign.mail.MessageRepository;
import io.countersign.mail.ReceiptFacts;
import io.countersign.mail.ReceiptMails;
import io.countersign.mail.ReceiptMails.ReceiptMail;
import io.countersign.shared.CountersignException;
import io.countersign.shared.Transactions;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Money on top of stored mail: reads what mails state anew with every question, so that it is never stale. */
public final class MoneyService implements MoneyDesk {
    private final Books books;
    private final Clock clock;
    private final MerchantKeys keys = MerchantKeys.load();
    private final ReceiptMerger merger;
    private final DuplicateFinder finder = new DuplicateFinder(keys);

    /** What it reads and writes. */
    public record Books(
            ReceiptMails mails, MessageRepository messages, DuplicateAnswers answers, Transactions transactions) {}

    /**
     * Money by these books.
     *
     * @param clock tells the day, and by its zone the day of a mail
     */
    public MoneyService(Books books, Clock clock) {
        this.books = books;
        this.clock = clock;
        this.merger = new ReceiptMerger(keys, SpendingCategories.load(keys), clock.getZone());
    }

    @Override
    public Overview overview(int windowDays) {
        var ledger = ledger();
        return new Overview(
                ledger.receipts(), ledger.withoutAmount(), duplicates(ledger, windowDays), subscriptions(ledger));
    }

    @Override
    public List<Receipt> receipts() {
        return ledger().receipts();
    }

    @Override
    public List<Statement> withoutAmount() {
        return ledger().withoutAmount();
    }

    private Ledger ledger() {
        return merger.merge(
                books.mails().all().stream().flatMap(MoneyService::statements).toList());
    }

    /** What nobody vouches for in a corrected mail is still the detectors' word. */
    private static Stream<Statement> statements(ReceiptMail mail) {
        var stated = mail.message().understanding().receipts();
        return IntStream.range(0, stated.size())
                .filter(i -> !stated.get(i).isDismissed())
                .mapToObj(i -> new Statement(
                        mail.message(),
                        i,
                        stated.get(i),
                        mail.byHand() && stated.get(i).confidence() >= 1));
    }

    @Override
    public List<DuplicatePair> duplicates(int windowDays) {
        return duplicates(ledger(), windowDays);
    }

    private List<DuplicatePair> duplicates(Ledger ledger, int windowDays) {
        return finder.find(ledger.receipts(), windowDays, books.answers().all());
    }

    @Override
    public List<Subscription> subscriptions() {
        return subscriptions(ledger());
    }

    private List<Subscription> subscriptions(Ledger ledger) {
        return new Subscriptions(keys).of(ledger.receipts(), LocalDate.now(clock));
    }

    @Override
    public void answer(DuplicatePair pair, boolean duplicate) {
        var answer = new DuplicateAnswers.Answer(
                pair.earlier().id(),
                pair.later().id(),
                keys.of(pair.earlier().merchant()).text(),
                duplicate);
        books.transactions().inTransaction(() -> {
            forget(pair);
            books.answers().put(answer);
        });
    }

    @Override
    public void forget(DuplicatePair pair) {
        var earlier = ids(pair.earlier());
        var later = ids(pair.later());
        books.transactions().inTransaction(() -> {
            for (var answer : books.answers().all()) {
                boolean isThis = (earlier.contains(answer.earlier()) && later.contains(answer.later()))
                        || (earlier.contains(answer.later()) && later.contains(answer.earlier()));
                if (isThis) {
                    books.answers().remove(answer.earlier(), answer.later());
                }
            }
        });
    }

    private static List<StatementId> ids(Receipt receipt) {
        return receipt.statements().stream().map(Statement::id).toList();
    }

    @Override
    public ReceiptMail correct(StatementId statement, ReceiptFacts facts) {
        return change(statement, stated -> stated.set(statement.ordinal(), byHand(facts)));
    }

    private static ReceiptFacts byHand(ReceiptFacts facts) {
        return new ReceiptFacts(
                facts.merchant(),
                facts.amount(),
                facts.currency(),
                facts.date(),
                facts.kind(),
                facts.status(),
                facts.orderId(),
                facts.paymentId(),
                facts.evidence(),
                1);
    }

    @Override
    public ReceiptMail dismiss(StatementId statement) {
        return change(
                statement,
                stated -> stated.set(
                        statement.ordinal(), stated.get(statement.ordinal()).dismissed()));
    }

    private ReceiptMail change(StatementId statement, Consumer<List<ReceiptFacts>> change) {
        return books.transactions().inTransaction(() -> {
            var stated = books.messages()
                    .find(statement.messageId())
                    .map(message -> new ArrayList<>(message.understanding().receipts()))
                    .filter(receipts -> statement.ordinal() < receipts.size())
                    .orElseThrow(() -> new CountersignException.NotFound("message", statement));
            change.accept(stated);
            return books.mails().correct(statement.messageId(), stated);
        });
    }

    @Override
    public void restore(ReceiptMail before) {
        books.mails().restore(before);
    }
}
