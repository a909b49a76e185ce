package io.countersign.ats.joining;

import io.countersign.ats.TimelineEntry;
import io.countersign.ats.TimelineEntry.Kind;
import io.countersign.mail.Stage;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Tells a mail in which the person asks for news from one that answers, thanks or applies. Sees mails oldest first. */
final class SilenceWatch {
    private static final Duration SILENCE = Duration.ofDays(3);

    private @Nullable Instant lastWord;
    private @Nullable Instant lastTalk;
    private boolean asked;

    /** The entry, as a follow-up where it is one. */
    TimelineEntry seen(Evidence.Mail mail, TimelineEntry entry) {
        if (entry.interviewDate().isPresent()) {
            lastTalk = entry.interviewDate().get();
        }
        if (!mail.own()) {
            lastWord = entry.at();
            asked = asks(mail, entry);
            return entry;
        }
        boolean followUp = entry.kind() == Kind.SENT && isAfterSilence(entry.at()) && !asked && !thanks(entry.at());
        asked = false;
        if (lastWord == null) {
            lastWord = entry.at();
        }
        return followUp ? asFollowUp(entry) : entry;
    }

    private boolean isAfterSilence(Instant at) {
        return lastWord != null && Duration.between(lastWord, at).compareTo(SILENCE) >= 0;
    }

    /** A mail in the days after a talk thanks for it. */
    private boolean thanks(Instant at) {
        return lastTalk != null
                && !at.isBefore(lastTalk)
                && Duration.between(lastTalk, at).compareTo(SILENCE) < 0;
    }

    /** Whoever invites, offers or writes a question waits for an answer. */
    private static boolean asks(Evidence.Mail mail, TimelineEntry entry) {
        boolean waits = entry.stage()
                .filter(stage -> stage.isInterview() || stage == Stage.ASSESSMENT || stage == Stage.OFFER)
                .isPresent();
        var envelope = mail.message().envelope();
        return waits
                || envelope.preview().indexOf('?') >= 0
                || envelope.subject().indexOf('?') >= 0;
    }

    private static TimelineEntry asFollowUp(TimelineEntry entry) {
        return new TimelineEntry(
                entry.at(),
                Kind.FOLLOW_UP,
                entry.stage(),
                entry.candidates(),
                entry.messageId(),
                entry.title(),
                entry.party(),
                entry.interviewDate(),
                entry.provenance(),
                entry.byHand());
    }
}
