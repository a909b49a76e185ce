package io.countersign.money;

import io.countersign.mail.ReceiptFacts;
import io.countersign.mail.ReceiptMails.ReceiptMail;
import io.countersign.shared.CountersignException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A desk that finds nothing by itself: charges and pairs are put on it, corrections and answers are kept. */
public final class InMemoryMoney implements MoneyDesk {
    private final List<Receipt> receipts = new ArrayList<>();
    private final List<Statement> withoutAmount = new ArrayList<>();
    private final List<DuplicatePair> pairs = new ArrayList<>();
    private final List<Subscription> subscriptions = new ArrayList<>();
    private final Map<String, Boolean> answers = new HashMap<>();
    private final IdentityHashMap<ReceiptMail, State> before = new IdentityHashMap<>();
    private boolean broken;

    private record State(List<Receipt> receipts, List<Statement> withoutAmount) {}

    /** Puts charges on the desk. */
    public synchronized InMemoryMoney with(List<Receipt> charges) {
        receipts.addAll(charges);
        receipts.sort(Comparator.comparing(Receipt::date).reversed());
        return this;
    }

    /** Puts charges without an amount on it. */
    public synchronized InMemoryMoney withOpen(Statement... statements) {
        withoutAmount.addAll(List.of(statements));
        return this;
    }

    /** Puts a suspicion on it. */
    public synchronized InMemoryMoney withPair(DuplicatePair pair) {
        pairs.add(pair);
        pair.answer().ifPresent(answer -> answers.put(key(pair), answer));
        return this;
    }

    public synchronized InMemoryMoney with(Subscription subscription) {
        subscriptions.add(subscription);
        return this;
    }

    /** From now on nothing works. */
    public synchronized void breakDown(boolean isBroken) {
        broken = isBroken;
    }

    /** What was said about a pair. */
    public synchronized Optional<Boolean> answerOf(DuplicatePair pair) {
        return Optional.ofNullable(answers.get(key(pair)));
    }

    @Override
    public synchronized Overview overview(int windowDays) {
        return new Overview(receipts(), withoutAmount(), duplicates(windowDays), subscriptions());
    }

    @Override
    public synchronized List<Receipt> receipts() {
        check();
        return List.copyOf(receipts);
    }

    @Override
    public synchronized List<Statement> withoutAmount() {
        return List.copyOf(withoutAmount);
    }

    @Override
    public synchronized List<DuplicatePair> duplicates(int windowDays) {
        return pairs.stream()
                .map(pair -> new DuplicatePair(
                        pair.earlier(),
                        pair.later(),
                        pair.daysApart(),
                        pair.reasons(),
                        pair.suspicion(),
                        answerOf(pair)))
                .sorted(Comparator.comparing(
                                (DuplicatePair pair) -> pair.answer().isPresent())
                        .thenComparing(Comparator.comparingDouble(DuplicatePair::suspicion)
                                .reversed()))
                .toList();
    }

    @Override
    public synchronized List<Subscription> subscriptions() {
        return List.copyOf(subscriptions);
    }

    @Override
    public synchronized void answer(DuplicatePair pair, boolean duplicate) {
        check();
        answers.put(key(pair), duplicate);
    }

    @Override
    public synchronized void forget(DuplicatePair pair) {
        answers.remove(key(pair));
    }

    @Override
    public synchronized ReceiptMail correct(StatementId id, ReceiptFacts facts) {
        check();
        var mail = remember(id);
        var open = withoutAmount.stream().filter(s -> s.id().equals(id)).findFirst();
        open.ifPresent(statement -> {
            withoutAmount.remove(statement);
            with(List.of(SampleCharges.receipt("other", corrected(statement, facts))));
        });
        receipts.replaceAll(receipt -> receipt.id().equals(id) ? corrected(receipt, facts) : receipt);
        receipts.sort(Comparator.comparing(Receipt::date).reversed());
        return mail;
    }

    @Override
    public synchronized ReceiptMail dismiss(StatementId id) {
        check();
        var mail = remember(id);
        withoutAmount.removeIf(s -> s.id().equals(id));
        receipts.removeIf(receipt -> receipt.statements().stream().anyMatch(s -> s.id().equals(id)));
        return mail;
    }

    @Override
    public synchronized void restore(ReceiptMail mail) {
        var state = before.remove(mail);
        if (state == null) {
            throw new IllegalStateException("never changed");
        }
        receipts.clear();
        receipts.addAll(state.receipts());
        withoutAmount.clear();
        withoutAmount.addAll(state.withoutAmount());
    }

    private ReceiptMail remember(StatementId id) {
        var message = receipts.stream()
                .flatMap(r -> r.statements().stream())
                .filter(s -> s.id().equals(id))
                .findFirst()
                .or(() -> withoutAmount.stream().filter(s -> s.id().equals(id)).findFirst())
                .map(Statement::message);
        // Another statement of the same charge may have taken it off the desk already.
        var mail = new ReceiptMail(message.orElseGet(() -> SampleCharges.message(id.messageId())), false);
        before.put(mail, new State(List.copyOf(receipts), List.copyOf(withoutAmount)));
        return mail;
    }

    private static Statement corrected(Statement statement, ReceiptFacts facts) {
        return new Statement(statement.message(), statement.ordinal(), facts, true);
    }

    private static Receipt corrected(Receipt receipt, ReceiptFacts facts) {
        var statements = new ArrayList<>(receipt.statements());
        statements.set(0, corrected(receipt.leading(), facts));
        return SampleCharges.receipt(receipt.category(), statements.toArray(Statement[]::new));
    }

    private void check() {
        if (broken) {
            throw new CountersignException.Storage("read", new IllegalStateException("gone"));
        }
    }

    private static String key(DuplicatePair pair) {
        return pair.earlier().id() + " " + pair.later().id();
    }
}
