package io.countersign.ask.answering;

import io.countersign.ats.Application;
import io.countersign.ats.RankedApplication;
import io.countersign.ats.TimelineEntry;
import io.countersign.mail.Message;
import io.countersign.mail.Stage;
import io.countersign.shared.text.OneLine;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an application is called, and by which names it is found. */
final class ApplicationWords {
    private ApplicationWords() {}

    /** {@code Corvane, Data Engineer}. */
    static String title(Application application) {
        return Stream.of(application.company(), application.role())
                .map(OneLine::of)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /** Company, role and the people of the other side. */
    static String names(RankedApplication ranked) {
        var application = ranked.application();
        return application.company() + " " + application.role() + " "
                + application.timeline().stream()
                        .map(TimelineEntry::party)
                        .distinct()
                        .limit(20)
                        .collect(Collectors.joining(" "));
    }

    /** When it first came to one of these stages. */
    static Optional<TimelineEntry> reached(Application application, java.util.Set<Stage> stages) {
        return application.timeline().stream()
                .filter(entry -> entry.kind() == TimelineEntry.Kind.STAGE)
                .filter(entry -> entry.stage().filter(stages::contains).isPresent())
                .findFirst();
    }

    /** The mail of an entry. */
    static List<Message> mail(TimelineEntry entry, Map<Long, Message> mails) {
        return entry.messageId().stream()
                .flatMap(id -> Stream.ofNullable(mails.get(id)))
                .toList();
    }

    /** The newest mail of an application. */
    static List<Message> newest(Application application, Map<Long, Message> mails) {
        return application.messageIds().reversed().stream()
                .flatMap(id -> Stream.ofNullable(mails.get(id)))
                .limit(1)
                .toList();
    }
}
