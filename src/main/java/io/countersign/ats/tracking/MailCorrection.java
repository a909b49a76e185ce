package io.countersign.ats.tracking;

import io.countersign.mail.AtsFacts;
import io.countersign.mail.Message;
import io.countersign.mail.Stage;
import io.countersign.mail.StageFinding;
import java.util.Optional;

/** What a mail says once a person said what it announces. Pure. */
final class MailCorrection {
    private MailCorrection() {}

    /**
     * Its facts with that stage instead. A talk that belongs to another stage is gone; the deadline stays, since what a mail says is
     * not read again when the person corrects the stage once more.
     */
    static AtsFacts of(Message message, Optional<Stage> stage) {
        var facts = message.understanding().ats();
        boolean talk = stage.filter(Stage::isInterview).isPresent();
        return new AtsFacts(
                facts.flatMap(AtsFacts::system),
                facts.flatMap(AtsFacts::applicationId),
                stage.map(StageFinding::certain).orElseGet(StageFinding::none),
                stage.map(_ -> message.envelope().receivedAt()),
                facts.flatMap(AtsFacts::interviewDate).filter(_ -> talk),
                facts.flatMap(AtsFacts::company),
                facts.flatMap(AtsFacts::role),
                facts.map(AtsFacts::ghostingRisk).orElse(0.0),
                facts.flatMap(AtsFacts::invite),
                facts.flatMap(AtsFacts::deadline));
    }
}
