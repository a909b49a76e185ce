package io.countersign.ats.ui;

import io.countersign.ats.ApplicationDesk;
import io.countersign.ats.DraftDesk;
import io.countersign.ats.detection.ScamAdvice;
import io.countersign.classify.SenderProof;
import io.countersign.mail.MailReader;
import io.countersign.mail.MessageRepository;
import io.countersign.mail.ParsedMail;
import io.countersign.shared.ui.MailBody;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;

/** Collects what the screen shows. Blocking and thread-safe. */
public final class ApplicationsReader {
    private final ApplicationDesk desk;
    private final DraftDesk drafts;
    private final Mails mails;
    private final ApplicationFiles files;
    private final ScamAdvice advice = ScamAdvice.load();

    /** Mail as it is stored and understood, and as it was written. */
    public record Mails(MessageRepository stored, MailReader reader) {}

    public ApplicationsReader(ApplicationDesk desk, DraftDesk drafts, Mails mails, ApplicationFiles files) {
        this.desk = desk;
        this.drafts = drafts;
        this.mails = mails;
        this.files = files;
    }

    ApplicationsSnapshot read(Clock clock, Locale locale) {
        return ApplicationsSnapshot.of(
                desk.applications(), desk.questions(), desk.warehouse(), ZonedDateTime.now(clock), locale);
    }

    /** How many have a next step that is due. */
    public long needingAction(Clock clock) {
        var today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        return desk.applications().stream()
                .map(ApplicationRow::of)
                .filter(row -> row.needsAction(today))
                .count();
    }

    /** What is known of an employer already; newest first. */
    List<ApplicationRow> at(String company) {
        return desk.at(company).stream().map(ApplicationRow::of).toList();
    }

    /** A mail and what is odd about it; without text when it is gone. */
    OpenedMail mail(long messageId) {
        var mail = mails.reader().read(messageId);
        var proof = mail.map(SenderProof::of).orElse(SenderProof.UNKNOWN);
        return new OpenedMail(
                MailBody.of(mail.map(ParsedMail::text).orElse("")),
                mails.stored().find(messageId).flatMap(message -> advice.of(message.understanding(), proof)));
    }

    ApplicationDesk desk() {
        return desk;
    }

    DraftDesk drafts() {
        return drafts;
    }

    ApplicationFiles files() {
        return files;
    }
}
