package io.countersign.money.extraction;

import io.countersign.mail.Address;
import io.countersign.money.extraction.Relays.Relay;
import io.countersign.money.extraction.Relays.Role;
import io.countersign.money.extraction.Sheet.Row;
import io.countersign.money.extraction.Words.Word;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** Finds who was paid: the brand behind the service that wrote the mail. Immutable and thread-safe. */
final class MerchantFinder {
    private static final int MAX_ROWS = 400;

    private final Relays relays;
    private final MerchantNames names;
    private final PhraseBook<Boolean> payeeLabels = new PhraseBook<>();
    private final PhraseBook<Boolean> payeeWords = new PhraseBook<>();
    private final PhraseBook<Boolean> subjectWords = new PhraseBook<>();

    MerchantFinder(Relays relays) {
        this.relays = relays;
        names = new MerchantNames(relays);
        relays.lines("payee-label").forEach(line -> payeeLabels.add(line, true));
        relays.lines("payee-word").forEach(line -> payeeWords.add(line, true));
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
            return through(relay.get().name(), brand(rows, at).or(() -> stated));
        }
        if (relay.isPresent() && relay.get().role() == Role.STORE) {
            return through(relay.get().name(), seller(rows));
        }
        if (payee) {
            return through(named(sender, subject, own, relay, rows, stated), besideAmount(rows, at));
        }
        return named(sender, subject, own, relay, rows, stated);
    }

    private String named(
            Address sender,
            String subjectLine,
            String own,
            Optional<Relay> relay,
            List<Row> rows,
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
                .or(() -> labelled(rows))
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
        return labelled(rows).or(() -> besideAmount(rows, at));
    }

    private Optional<String> labelled(List<Row> rows) {
        for (int row = 0; row < Math.min(rows.size(), MAX_ROWS); row++) {
            var cells = rows.get(row).cells();
            for (int i = 0; i < cells.size(); i++) {
                var value = valueOf(
                        cells, i, row + 1 < rows.size() ? rows.get(row + 1).text() : "");
                if (value.isPresent()) {
                    return value;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> valueOf(List<String> cells, int index, String below) {
        var cell = cells.get(index);
        if (cell.length() > 120) {
            return Optional.empty();
        }
        var words = Words.of(cell);
        var hits = payeeLabels.find(words);
        if (hits.isEmpty() || hits.getFirst().first() > 0) {
            return Optional.empty();
        }
        var rest = cell.substring(hits.getFirst().end()).strip();
        if (rest.startsWith(":")) {
            rest = rest.substring(1).strip();
        } else if (!rest.isEmpty()) {
            return Optional.empty();
        }
        if (rest.isEmpty()) {
            rest = index + 1 < cells.size() ? cells.get(index + 1) : below;
        }
        return named(rest);
    }

    private Optional<String> named(String text) {
        int tab = text.indexOf('\t');
        var name = names.clean(tab > 0 ? text.substring(0, tab) : text);
        return name.isEmpty() || Words.of(name).size() > 7 ? Optional.empty() : Optional.of(name);
    }

    /** "...of $5.00 to Acme Ltd (shop@acme.example)", "Rs.500 spent at ACME on 12-01". */
    private Optional<String> besideAmount(List<Row> rows, int at) {
        for (int row = Math.max(0, at - 2); row < Math.min(rows.size(), at + 3); row++) {
            var text = rows.get(row).text();
            if (text.length() < 600) {
                for (var hit : payeeWords.find(Words.of(text))) {
                    var name = capitalised(text, hit.end());
                    if (name.isPresent()) {
                        return name;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> capitalised(String text, int from) {
        int begin = from;
        while (begin < text.length() && " :\"'".indexOf(text.charAt(begin)) >= 0) {
            begin++;
        }
        if (begin >= text.length() || !(Character.isUpperCase(text.charAt(begin)) || text.charAt(begin) >= 0x2e80)) {
            return Optional.empty();
        }
        int end = begin;
        List<Word> words = Words.of(text, begin, Math.min(text.length(), begin + 60));
        for (var word : words) {
            char first = text.charAt(word.begin());
            boolean gap = text.substring(end, word.begin()).chars().anyMatch(c -> ".,;()\t<!".indexOf(c) >= 0);
            boolean suffix = end > begin && isLegal(word.text());
            boolean small = Character.isLowerCase(first) && !suffix;
            if ((end > begin && gap && !suffix && text.charAt(word.begin() - 1) != '.') || small) {
                break;
            }
            end = word.end();
        }
        return named(text.substring(begin, end)).filter(name -> name.length() > 2 && !isCommon(name));
    }

    private boolean isLegal(String word) {
        return relays.lines("legal").contains(word);
    }

    private static boolean isCommon(String name) {
        return List.of(
                        "Your", "You", "The", "A/c", "Rs", "INR", "USD", "Card", "Help", "My", "Account", "PayPal",
                        "Visa")
                .contains(name);
    }

    private Optional<String> seller(List<Row> rows) {
        var sellers = new LinkedHashSet<String>();
        for (var row : rows) {
            int at = row.text().indexOf("Seller:");
            if (at >= 0) {
                var rest = row.text().substring(at + 7).strip();
                named(rest).ifPresent(sellers::add);
            }
        }
        return sellers.size() == 1 ? Optional.of(sellers.iterator().next()) : Optional.empty();
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
            var name = names.clean(rest.substring(0, end));
            if (!name.isEmpty()) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }
}
