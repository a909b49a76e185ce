package io.countersign.ask.answering;

import io.countersign.ask.reading.Mention;
import io.countersign.ask.reading.Narrowing;
import io.countersign.ask.reading.Period;
import io.countersign.mail.Address;
import io.countersign.mail.Category;
import io.countersign.mail.Message;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells which stored mails a question is about; remembers which of its words any mail explained. For one question. */
final class MailFilter {
    /** From here on the risk of a mail is called suspicious, as by the policies that come with the program. */
    static final int RISKY = 70;

    private static final int NOT_QUOTED = 50;

    private static final Set<String> SENT =
            Set.of("sent", "sent mail", "sent items", "sent messages", "gesendet", "gesendete elemente");

    private final Narrowing by;
    private final ZoneId zone;
    private final long start;
    private final long end;
    private final Set<Mention> explained = new HashSet<>();
    private final Map<Mention, Map<Address, Boolean>> senders = new HashMap<>();

    MailFilter(Narrowing by, ZoneId zone) {
        this.by = by;
        this.zone = zone;
        this.start = by.period()
                .flatMap(Period::from)
                .map(day -> MailMark.microsOf(day.atStartOfDay(zone).toInstant()))
                .orElse(Long.MIN_VALUE);
        this.end = by.period()
                .flatMap(Period::until)
                .map(day -> MailMark.microsOf(day.plusDays(1).atStartOfDay(zone).toInstant()))
                .orElse(Long.MAX_VALUE);
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
        return fits(MailMark.of(mail)) && isNamed(mail);
    }

    /** What a question says beside names and other words of mails. */
    boolean fits(MailMark mark) {
        return mark.flags().own() == by.has("state", "sent")
                && mark.micros() >= start
                && mark.micros() < end
                && isOnWeekday(mark)
                && hasState(mark.flags())
                && hasCategory(mark);
    }

    private boolean isOnWeekday(MailMark mark) {
        return by.period()
                .flatMap(Period::weekday)
                .filter(day -> day != mark.at().atZone(zone).getDayOfWeek())
                .isEmpty();
    }

    /** True for mail from before the days that the question goes back to. */
    boolean isBeforeStart(MailMark mark) {
        return mark.micros() < start;
    }

    /** False only when the mail surely lacks a word, or is from whom is left out. */
    boolean mayBeNamed(MailMark mark) {
        return by.mentions().stream().allMatch(mention -> mayHold(mark, mention))
                && by.except().stream().noneMatch(mention -> isFrom(mark.from(), mention));
    }

    /** False only when the mail surely lacks the word; for a sender, true only when it has it. */
    boolean mayHold(MailMark mark, Mention mention) {
        return mention.isSender()
                ? isFrom(mark.from(), mention)
                : mention.isMetBy(word -> mark.words().mayHold(Stem.of(word)));
    }

    private boolean isFrom(Address from, Mention mention) {
        return senders.computeIfAbsent(mention, _ -> new HashMap<>())
                .computeIfAbsent(from, address -> NameFilter.isMeant(mention, named(address)));
    }

    /** Notes whether this mail explains the word. */
    boolean explains(Message mail, Mention mention) {
        boolean met = NameFilter.isMeant(mention, text(mail, mention.place()));
        if (met) {
            explained.add(mention);
        }
        return met;
    }

    /** The words of the question that are written like no name and that no mail has so far. */
    List<Mention> unexplained() {
        return by.mentions().stream()
                .filter(mention -> !mention.isName() && !explained.contains(mention))
                .toList();
    }

    boolean leavesWordsUnexplained() {
        return !unexplained().isEmpty();
    }

    private boolean hasState(MailMark.Flags flags) {
        return by.values("state").stream().allMatch(state -> switch (state) {
            case "unread" -> flags.unread();
            case "read" -> !flags.unread();
            case "starred" -> flags.starred();
            case "answered" -> flags.answered();
            case "attachment" -> flags.attachment();
            default -> true;
        });
    }

    private boolean hasCategory(MailMark mark) {
        var wanted = by.values("category");
        boolean risky =
                wanted.contains(Category.SUSPICIOUS.id()) && mark.flags().suspicious();
        return wanted.isEmpty() || risky || wanted.contains(mark.category().id());
    }

    private boolean isNamed(Message mail) {
        boolean all = true;
        for (var mention : by.mentions()) {
            all &= explains(mail, mention);
        }
        return all
                && by.except().stream()
                        .noneMatch(mention -> isFrom(mail.envelope().from(), mention));
    }

    private static String text(Message mail, Mention.Place place) {
        var envelope = mail.envelope();
        return switch (place) {
            case FROM, RELATION -> named(envelope.from());
            case TO -> recipients(mail);
            case AT -> named(envelope.from()) + " " + recipients(mail) + " " + envelope.subject();
            case ABOUT -> envelope.subject() + " " + envelope.preview();
            case ANY -> envelope.subject() + " " + envelope.preview() + " " + named(envelope.from());
        };
    }

    /** False where what it says is no answer: one that looks like the employer's may lie. */
    static boolean isQuotable(Message mail) {
        return mail.understanding().riskScore() < NOT_QUOTED;
    }

    static String recipients(Message mail) {
        return mail.envelope().to().stream().map(MailFilter::named).collect(Collectors.joining(" "));
    }

    /** The name, and the address in its parts; a hyphenated domain is one word, so that look-alikes are not taken for the real one. */
    static String named(Address address) {
        var email = address.email().replace('@', ' ').replace('.', ' ').replace("-", "");
        return address.name() + " " + email;
    }
}
