package io.countersign.ask.answering;

import io.countersign.approval.Approvals;
import io.countersign.ats.ApplicationDesk;
import io.countersign.ats.RankedApplication;
import io.countersign.mail.MailReader;
import io.countersign.mail.Message;
import io.countersign.mail.MessageRepository;
import io.countersign.money.MoneyDesk;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Where answers come from. */
public record Desks(
        ApplicationDesk applications,
        MoneyDesk money,
        MessageRepository messages,
        MailRoll roll,
        MailReader reader,
        Approvals approvals,
        Clock clock) {
    Instant now() {
        return clock.instant();
    }

    ZoneId zone() {
        return clock.getZone();
    }

    LocalDate today() {
        return LocalDate.ofInstant(now(), zone());
    }

    Map<Long, Message> mails(Collection<Long> ids) {
        return messages.findAll(ids).stream().collect(Collectors.toMap(Message::id, Function.identity()));
    }

    /** The mails behind applications, by id. */
    Map<Long, Message> mailsOf(List<RankedApplication> applications) {
        return mails(applications.stream()
                .flatMap(one -> one.application().messageIds().stream())
                .distinct()
                .toList());
    }
}
