package io.countersign.ask.answering;

import io.countersign.ask.reading.Mention;
import io.countersign.ask.reading.Narrowing;
import io.countersign.mail.Address;
import io.countersign.mail.Category;
import io.countersign.mail.Message;
import io.countersign.mail.Understanding;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells which stored mails a question is about; remembers which of its words any mail explained. For one question. */
final class MailFilter {
    /** From here on the risk of a mail is called suspicious, as by the policies that come with the program. */
    static final int RISKY = 70;

    private static final Set<String> SENT =
            Set.of("sent", "sent mail", "sent items", "sent messages", "gesendet", "gesendete elemente");

    private final Narrowing by;
    private final ZoneId zone;
    private final Set<Mention> explained = new HashSet<>();

    MailFilter(Narrowing by, ZoneId zone) {
        this.by = by;
        this.zone = zone;
    }

    /** True for mail of the person. */
    static boolean isOwn(Message mail) {
        var folder = mail.state().folder();
        int cut = Math.max(folder.lastIndexOf('/'), folder.lastIndexOf('.'));
        var envelope = mail.envelope();
        return SENT.contains(folder.substring(cut + 1).strip().toLowerCase(Locale.ROOT))
                || (!envelope.account().isEmpty() && envelope.from().email().equalsIgnoreCase(envelope.account()));
    }

    boolean isMeant(Message mail) {
        return isOwn(mail) == by.has("state", "sent")
                && by.period()
                        .filter(period -> !period.contains(mail.envelope().receivedAt(), zone))
                        .isEmpty()
                && hasState(mail)
                && hasCategory(mail.understanding())
                && isNamed(mail);
    }

    /** True when a word of the question is written like no name and no mail has it. */
    boolean leavesWordsUnexplained() {
        return by.mentions().stream().anyMatch(mention -> !mention.isName() && !explained.contains(mention));
    }

    private boolean hasState(Message mail) {
        return by.values("state").stream().allMatch(state -> switch (state) {
            case "unread" -> mail.state().unread();
            case "read" -> !mail.state().unread();
            case "starred" -> mail.state().starred();
            case "answered" -> mail.state().answered();
            case "attachment" -> mail.envelope().hasAttachment();
            default -> true;
        });
    }

    private boolean hasCategory(Understanding understanding) {
        var wanted = by.values("category");
        boolean risky = wanted.contains(Category.SUSPICIOUS.id()) && understanding.riskScore() >= RISKY;
        return wanted.isEmpty()
                || risky
                || wanted.contains(understanding.category().id());
    }

    private boolean isNamed(Message mail) {
        boolean all = true;
        for (var mention : by.mentions()) {
            boolean met = NameFilter.isMeant(mention, text(mail, mention.place()));
            if (met) {
                explained.add(mention);
            }
            all &= met;
        }
        return all
                && by.except().stream()
                        .noneMatch(mention -> NameFilter.isMeant(mention, text(mail, Mention.Place.FROM)));
    }

    private static String text(Message mail, Mention.Place place) {
        var envelope = mail.envelope();
        return switch (place) {
            case FROM -> named(envelope.from());
            case TO -> recipients(mail);
            case AT -> named(envelope.from()) + " " + recipients(mail) + " " + envelope.subject();
            case ABOUT -> envelope.subject() + " " + envelope.preview();
            case ANY -> envelope.subject() + " " + envelope.preview() + " " + named(envelope.from());
        };
    }

    private static String recipients(Message mail) {
        return mail.envelope().to().stream().map(MailFilter::named).collect(Collectors.joining(" "));
    }

    /** The name, and the address in its parts; a hyphenated domain is one word, so that look-alikes are not taken for the real one. */
    private static String named(Address address) {
        var email = address.email().replace('@', ' ').replace('.', ' ').replace("-", "");
        return address.name() + " " + email;
    }
}
