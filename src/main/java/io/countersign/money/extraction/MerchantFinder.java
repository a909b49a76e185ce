package io.countersign.money.extraction;

import io.countersign.mail.Address;
import io.countersign.money.extraction.Relays.Relay;
import io.countersign.money.extraction.Relays.Role;
import io.countersign.money.extraction.Sheet.Row;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** Finds who was paid: the brand behind the service that wrote the mail. Immutable and thread-safe. */
final class MerchantFinder {
    private final Relays relays;
    private final MerchantNames names;
    private final PayeeLabels labels;
    private final PayeeLabels bankLabels;
    private final PayeeSentences sentences;
    private final PhraseBook<Boolean> subjectWords = new PhraseBook<>();

    MerchantFinder(Relays relays) {
        this.relays = relays;
        names = new MerchantNames(relays);
        labels = new PayeeLabels(relays, names, List.of("payee-label"));
        bankLabels = new PayeeLabels(relays, names, List.of("payee-label", "bank-label"));
        sentences = new PayeeSentences(relays, names);
        relays.lines("subject-from").forEach(line -> subjectWords.add(line, true));
    }

    /**
     * As a person would say it; "Brand via PayPal" where a service that people know stands between.
     *
     * @param rows the part of the mail that is about the charge
     * @param at the row of the charge among them
     * @param payee whether the mail comes from a bank, so that the merchant is named beside the amount
     */
    String find(Address sender, String subject, List<Row> rows, int at, Optional<String> stated, boolean payee) {
        var own = names.clean(sender.name());
        var relay = relays.ofDomain(sender.domain()).or(() -> relays.ofName(own));
        if (relay.isPresent() && relay.get().role() == Role.WALLET) {
            return through(relay.get().name(), brand(rows, at).or(() -> stated).or(() -> inSubject(subject)));
        }
        if (relay.isPresent() && relay.get().role() == Role.STORE) {
            return through(relay.get().name(), seller(rows));
        }
        if (payee) {
            return through(
                    named(sender, subject, own, relay, rows, at, stated),
                    bankLabels.find(rows, at).or(() -> sentences.find(rows, at)));
        }
        return named(sender, subject, own, relay, rows, at, stated);
    }

    private String named(
            Address sender,
            String subjectLine,
            String own,
            Optional<Relay> relay,
            List<Row> rows,
            int at,
            Optional<String> stated) {
        boolean silent = relay.isPresent();
        boolean itself = silent && isSame(own, relay.get().name());
        if (!own.isEmpty() && !itself) {
            return own;
        }
        var subject = inSubject(subjectLine);
        return stated.map(names::clean)
                .filter(name -> !name.isEmpty())
                .or(() -> subject)
                .or(() -> labels.find(rows, at))
                .or(() -> silent ? Optional.empty() : Optional.of(names.ofDomain(sender.domain())))
                .orElseGet(() -> silent
                        ? relay.map(Relay::name)
                                .filter(name -> !name.equals("mail"))
                                .orElse(own)
                        : own);
    }

    private static boolean isSame(String name, String relay) {
        return Words.fold(name).startsWith(Words.fold(relay));
    }

    private static String through(String service, Optional<String> brand) {
        return brand.filter(name -> !name.equalsIgnoreCase(service))
                .map(name -> name + " via " + service)
                .orElse(service);
    }

    /** Behind a label like "Merchant", else behind the amount: "a payment of $5.00 to Acme". */
    private Optional<String> brand(List<Row> rows, int at) {
        return labels.find(rows, at).or(() -> sentences.find(rows, at));
    }

    private Optional<String> seller(List<Row> rows) {
        var sellers = new LinkedHashSet<String>();
        for (var row : rows) {
            int at = row.text().indexOf("Seller:");
            if (at >= 0) {
                var rest = row.text().substring(at + 7).strip();
                Optional.of(names.clean(rest)).filter(name -> !name.isEmpty()).ifPresent(sellers::add);
            }
        }
        return sellers.size() == 1 ? Optional.of(sellers.iterator().next()) : Optional.empty();
    }

    private static String beforeAmount(String text) {
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean amount = Character.getType(c) == Character.CURRENCY_SYMBOL || Character.isDigit(c);
            if (amount && text.charAt(i - 1) == ' ') {
                return text.substring(0, i);
            }
        }
        return text;
    }

    private Optional<String> inSubject(String subject) {
        var words = Words.of(subject, 0, Math.min(300, subject.length()));
        for (var hit : subjectWords.find(words)) {
            var rest = subject.substring(hit.end()).strip();
            int end = rest.length();
            for (var stop : List.of(
                    " for ", " (", " #", " - ", " – ", " | ", ": ", "!", ", ", " is ", " has ", " on ", " of ",
                    " ref")) {
                int found = rest.indexOf(stop);
                end = found > 1 ? Math.min(end, found) : end;
            }
            var name = names.clean(beforeAmount(rest.substring(0, end)));
            if (!name.isEmpty()) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }
}
