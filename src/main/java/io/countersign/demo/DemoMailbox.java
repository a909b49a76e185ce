package io.countersign.demo;

import io.countersign.mail.MailFlag;
import io.countersign.mail.MailSource;
import io.countersign.mail.RawMail;
import io.countersign.shared.task.Progress;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The mail of Alex Morgan, who is looking for a job: invented, oldest first, dated relative to the clock (and in its
 * zone), the same bytes for the same moment. Thread-safe.
 */
public final class DemoMailbox implements MailSource {
    /** The address that the mailbox belongs to. */
    public static final String OWNER = "alex.morgan@example.com";

    private static final int SECONDS = 60;

    private final Clock clock;

    public DemoMailbox(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void read(Sink sink, Progress progress) {
        var times = new RelativeTime(ZonedDateTime.now(clock));
        var script = Script.bundled();
        var composer = new MailComposer(script, times);
        var mails = script.mails().stream()
                .map(mail -> new Dated(mail, sent(mail, times)))
                .sorted(Comparator.comparing(Dated::sent))
                .toList();
        int done = 0;
        for (var mail : mails) {
            progress.checkCancelled();
            sink.mail(raw(mail, composer));
            progress.report(++done, mails.size(), mail.block().key());
        }
    }

    /** Mail does not arrive on the full minute; the key decides on which second it does. */
    private static ZonedDateTime sent(Block mail, RelativeTime times) {
        return times.before(mail.require("Age"))
                .minusSeconds(Math.floorMod(mail.key().hashCode(), SECONDS));
    }

    private static RawMail raw(Dated mail, MailComposer composer) {
        var block = mail.block();
        return new RawMail(
                composer.compose(block, mail.sent()),
                "demo!" + block.key(),
                0,
                block.field("Folder").orElse(RawMail.INBOX),
                flags(block),
                Optional.of(mail.sent().toInstant()));
    }

    private static Set<MailFlag> flags(Block block) {
        var flags = new HashSet<MailFlag>();
        block.list("Flags").forEach(name -> flags.add(MailFlag.valueOf(name.toUpperCase(Locale.ROOT))));
        return flags;
    }

    private record Dated(Block block, ZonedDateTime sent) {}
}
